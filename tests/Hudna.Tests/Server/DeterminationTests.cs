using System.Net;
using Hudna.Rulings;

namespace Hudna.Tests.Server;

/// <summary>Determinations by form: what the rule carries, and why it carries nothing.</summary>
public sealed class DeterminationTests
{
    private static readonly (string, string)[] Violation =
    [
        ("revision", "0"), ("as", "secretariat:Salma"), ("ruling", "violation"), ("provisions", "1"), ("provisions", "2"), ("actor", "sy-army"), ("actor_id", ""),
        ("on", MechanismSite.Day), ("note", "by consensus"), ("rests", "russia:1"), ("rests", "turkiye:1"), ("rests", "iran:1"),
    ];

    [Fact]
    public async Task Agreed_IsOfferedAndDetermined_AndALaterRevisionIsMarked()
    {
        await using Site site = await FoundAsync(Ruling.Violation, Ruling.Violation, Ruling.Violation);
        string html = await site.PageAsync("/en/incidents/1");
        Assert.Contains("The findings carry now:", html, StringComparison.Ordinal);
        HttpResponseMessage answer = await PostAsync(site, Violation);
        Assert.Equal((HttpStatusCode.SeeOther, "/en/incidents/1#determination"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        html = await site.PageAsync("/en/incidents/1");
        Assert.Contains("1 – Attacks with any weapon", html, StringComparison.Ordinal);
        Assert.DoesNotContain("revised after", html, StringComparison.Ordinal);
        await MechanismSite.FindAsync(site, "iran", MechanismSite.Dara, Ruling.CannotConfirm, revision: 1);
        html = await site.PageAsync("/en/incidents/1");
        Assert.Contains("Recorded or revised after the determination", html, StringComparison.Ordinal);
        Assert.Contains("revised after this decision: \u2068Iran\u2069", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "consensus is not there", "Russia", "No violation")]
    [InlineData("ar", "لغياب التوافق", "روسيا", "لا انتهاك")]
    public async Task Diverging_IsRefusedWithWhoStandsHow(string lang, params string[] expected)
    {
        await using Site site = await FoundAsync(Ruling.NoViolation, Ruling.Violation, Ruling.Violation);
        HttpResponseMessage answer = await PostAsync(site, Violation, lang);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All([.. expected, "by consensus", "name=\"provisions\" value=\"2\" checked"], s => Assert.Contains(s, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FindingsMovedOn_IsAConflict_AndSentAgainItCounts()
    {
        await using Site site = await FoundAsync(Ruling.Violation, Ruling.Violation, Ruling.Violation);
        await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation, revision: 1);
        HttpResponseMessage answer = await PostAsync(site, Violation);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("name=\"rests\" value=\"russia:2\"", html, StringComparison.Ordinal);
        (string, string)[] again = [.. Violation.Select(f => f == ("rests", "russia:1") ? ("rests", "russia:2") : f)];
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(site, again)).StatusCode);
    }

    /// <summary>On a day before the third guarantor's membership two findings suffice, whatever else was seen.</summary>
    [Fact]
    public async Task EarlierDay_CountsThoseWhoWereMembersThen()
    {
        await using Site site = await MechanismSite.StartAsync();
        await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, Ruling.Violation, on: "2017-01-10");
        await MechanismSite.FindAsync(site, "turkiye", MechanismSite.Ayse, Ruling.Violation, on: "2017-01-10");
        await MechanismSite.FindAsync(site, "iran", MechanismSite.Dara, Ruling.CannotConfirm);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(site, Violation)).StatusCode);
        (string, string)[] early = [.. Violation.Select(f => f.Item1 == "on" ? ("on", "2017-01-12") : f)];
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(site, early)).StatusCode);
    }

    [Theory]
    [InlineData("violation", "", "at least one provision")]
    [InlineData("no_violation", "1", "Only a violation names provisions")]
    [InlineData("pending", "", "Choose a ruling")]
    public async Task WhatDoesNotFit_IsRefused(string ruling, string provision, string expected)
    {
        await using Site site = await FoundAsync(Ruling.Violation, Ruling.Violation, Ruling.Violation);
        HttpResponseMessage answer = await PostAsync(site, [.. Violation.Where(f => f.Item1 is not ("ruling" or "provisions")), ("ruling", ruling), ("provisions", provision)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<Site> FoundAsync(Ruling russia, Ruling turkiye, Ruling iran)
    {
        Site site = await MechanismSite.StartAsync();
        await MechanismSite.FindAsync(site, "russia", MechanismSite.Ivan, russia);
        await MechanismSite.FindAsync(site, "turkiye", MechanismSite.Ayse, turkiye);
        await MechanismSite.FindAsync(site, "iran", MechanismSite.Dara, iran);
        return site;
    }

    private static Task<HttpResponseMessage> PostAsync(Site site, (string, string)[] fields, string lang = "en") =>
        site.PostAsync($"/{lang}/incidents/1", $"/{lang}/incidents/1/determination", fields);
}
