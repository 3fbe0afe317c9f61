using System.Net;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>Links by hand, from either side.</summary>
public sealed class LinkTests
{
    private const string Elsewhere = "قصف مجهولون بلدة أخرى.";

    /// <summary>A claim in no incident is among those offered; one of another place and day is not.</summary>
    [Fact]
    public async Task IncidentPage_OffersWhatMayBelongToIt()
    {
        await using Site site = await Site.StartAsync();
        Claim claim = await site.ClaimAsync(await site.FileAsync());
        Claim near = await site.ClaimAsync(await site.FileAsync("قصف الجيش السوري بسيمة يوم الجمعة.", "Second"));
        Claim far = await site.ClaimAsync(await site.FileAsync("قصف الجيش السوري بسيمة يوم الجمعة من جديد.", "Third", new DateOnly(2017, 2, 3)));
        foreach (Claim loose in new[] { near, far })
        {
            // It only speaks of such an act, as somebody found: that opens no incident.
            await site.Intake.DecideAsync(new Decision.Unlink(loose.Id, "Omar", "x", loose.IncidentId!), TestContext.Current.CancellationToken);
            await site.Intake.DecideAsync(new Decision.Edit(loose.Id, "Omar", "x", 1, loose.Content with { Realis = Realis.Other }), TestContext.Current.CancellationToken);
        }

        string html = await site.PageAsync("/en/incidents/1");
        Assert.Contains($"<option value=\"{near.Id}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"<option value=\"{far.Id}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"<option value=\"{claim.Id}\">", html, StringComparison.Ordinal);
        HttpResponseMessage answer = await Link(site, ("claim", near.Id), ("claim_id", ""), ("reason", "same"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(claim.IncidentId, (await site.Record.ClaimAsync(near.Id, TestContext.Current.CancellationToken))!.IncidentId);
        Assert.Equal(HttpStatusCode.SeeOther, (await Link(site, ("claim", ""), ("claim_id", far.Id), ("reason", "same"))).StatusCode);
        Assert.Equal(claim.IncidentId, (await site.Record.ClaimAsync(far.Id, TestContext.Current.CancellationToken))!.IncidentId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Link(site, ("claim", ""), ("claim_id", ""), ("reason", "same"))).StatusCode);
    }

    [Fact]
    public async Task ClaimCard_LinksByTheIncidentsNumber()
    {
        await using Site site = await Site.StartAsync();
        Claim first = await site.ClaimAsync(await site.FileAsync());
        Report report = await site.FileAsync(Elsewhere);
        Claim loose = await site.ClaimAsync(report);
        Assert.Null(loose.IncidentId);
        HttpResponseMessage wrong = await LinkTo(site, loose, "99", "my <reason>");
        string html = await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.All(["no incident of this number: \u206899\u2069", "value=\"99\"", "value=\"my &lt;reason&gt;\""], s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await LinkTo(site, loose, "1", " ")).StatusCode);
        Assert.Equal($"/en/reports/{report.Id}#{loose.Id}", (await LinkTo(site, loose, "١", "same")).Headers.Location?.ToString());
        Claim after = (await site.Record.ClaimAsync(loose.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal((first.IncidentId, true), (after.IncidentId, after.LinkedByPerson));
        Assert.Equal(HttpStatusCode.Conflict, (await LinkTo(site, loose, "1", "again")).StatusCode);
    }

    private static Task<HttpResponseMessage> Link(Site site, params (string, string)[] fields) =>
        site.PostAsync("/en/incidents/1", "/en/incidents/1/link", [.. fields, ("reviewer", "Lina")]);

    private static Task<HttpResponseMessage> LinkTo(Site site, Claim claim, string number, string reason) => site.PostAsync(
        $"/en/reports/{claim.ReportId}", $"/en/claims/{claim.Id}/link", ("incident", number), ("reason", reason), ("reviewer", "Lina"));
}
