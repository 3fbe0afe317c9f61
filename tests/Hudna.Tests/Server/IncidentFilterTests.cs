using System.Net;
using System.Text.Json;
using Hudna.Acts;
using Hudna.Reading;

namespace Hudna.Tests.Server;

/// <summary>Incidents by actor and place: names for people, ids in the address.</summary>
public sealed class IncidentFilterTests
{
    // language, field, what is typed, the id it means
    [Theory]
    [InlineData("en", "place", "Bassima", "sy-bassima")]
    [InlineData("ar", "place", "بسيمة", "sy-bassima")]
    [InlineData("ar", "place", "بسيمه", "sy-bassima")] // spelling is folded
    [InlineData("ar", "place", "bassima", "sy-bassima")] // the other language's name
    [InlineData("en", "actor", " Syrian Army ", "sy-army")]
    [InlineData("ar", "actor", "الجيش السوري", "sy-army")]
    public async Task Name_LeadsToTheAddressWithItsId(string lang, string field, string typed, string id)
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        HttpResponseMessage answer = await site.Client.GetAsync(
            $"/{lang}/incidents?from=2016-01-01&{field}={Uri.EscapeDataString(typed)}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/{lang}/incidents?from=2016-01-01&{field}={id}", answer.Headers.Location?.ToString());
        string html = await site.PageAsync(answer.Headers.Location!.ToString());
        string name = (lang, field) switch { ("ar", "place") => "بسيمة", ("ar", _) => "الجيش السوري", (_, "place") => "Bassima", _ => "Syrian Army" };
        Assert.Contains($"name=\"{field}\" value=\"{name}\"", html, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{name}\">", html, StringComparison.Ordinal);
        Assert.Contains("incident-row", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place", "No place of this name or id")]
    [InlineData("actor", "No actor of this name or id")]
    public async Task UnknownName_IsSaidAndStaysInTheField(string field, string expected)
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        string html = await site.PageAsync($"/en/incidents?{field}=Atlantis<b>");
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains($"name=\"{field}\" value=\"Atlantis&lt;b&gt;\"", html, StringComparison.Ordinal);
        HttpResponseMessage answer = await site.Client.GetAsync($"/api/incidents?{field}=Atlantis", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>A name that two places have is not guessed at; either can be told by its id.</summary>
    [Fact]
    public async Task NameOfTwo_IsNotGuessed()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        foreach (double lat in new[] { 35.0, 36.0 })
        {
            await site.Intake.AddPlaceAsync(new PlaceAdded("Twin", ["توأم"], PlaceKind.Settlement, "SY", null, lat, 36.5), "Desk", TestContext.Current.CancellationToken);
        }

        string html = await site.PageAsync("/en/incidents?place=Twin");
        Assert.Contains("Several have this name", html, StringComparison.Ordinal);
        Gazetteer gazetteer = await site.Intake.GazetteerAsync(TestContext.Current.CancellationToken);
        string[] twins = [.. gazetteer.Places.Values.Where(p => p.NameEn is "Twin").Select(p => p.Id)];
        Assert.Equal(2, twins.Length);
        Assert.All(twins, id => Assert.Contains(id, html, StringComparison.Ordinal));

        // What the field shows for an id leads back to it.
        string shown = $"Twin ({twins[0]})";
        Assert.Contains($"name=\"place\" value=\"{shown}\"", await site.PageAsync($"/en/incidents?place={twins[0]}"), StringComparison.Ordinal);
        HttpResponseMessage again = await site.Client.GetAsync($"/en/incidents?place={Uri.EscapeDataString(shown)}", TestContext.Current.CancellationToken);
        Assert.Equal($"/en/incidents?place={twins[0]}", again.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Api_TakesANameOrAnId()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        foreach (string place in new[] { "Bassima", "بسيمة", "sy-bassima" })
        {
            using var found = JsonDocument.Parse(await site.PageAsync($"/api/incidents?place={Uri.EscapeDataString(place)}"));
            Assert.Equal(1, found.RootElement.GetProperty("incidents").GetProperty("total").GetInt32());
        }
    }
}
