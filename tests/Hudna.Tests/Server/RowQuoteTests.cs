using System.Text.Json;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Server;

/// <summary>A row of a table says in its free text what its columns say in codes.</summary>
public sealed class RowQuoteTests
{
    private const string Header =
        "id,kind,source,received,date_start,date_end,date_prec,time,place,adm_1,latitude,longitude,where_prec,event_type,actor_a,actor_b,weapon,means,deaths_low,deaths_best,deaths_high,injured_low,injured_high,confidentiality,text\n";

    [Fact]
    public async Task Row_IsQuotedByItsFreeText()
    {
        await using Site site = await Site.StartAsync();
        Report report = await FileAsync(site, "heard", "The team <heard> 60 bursts. Then silence.");
        foreach (string page in new[] { "/en/incidents/1", $"/en/reports/{report.Id}" })
        {
            string html = await site.PageAsync(page);
            Assert.Contains(">The team &lt;heard&gt; 60 bursts. Then silence.</", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<mark>Armed clash</mark>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<q dir=\"auto\">Armed clash</q>", html, StringComparison.Ordinal);
            Assert.Contains("<dt>Known by</dt><dd><bdi dir=\"auto\">heard</bdi>", html, StringComparison.Ordinal);
        }

        // The link leads to what is quoted.
        using var data = JsonDocument.Parse(await site.PageAsync("/api/incidents/1"));
        JsonElement at = data.RootElement.GetProperty("claims")[0].GetProperty("quote").GetProperty("at");
        Assert.Equal("The team <heard> 60 bursts. Then silence.", report.Text[at.GetProperty("start").GetInt32()..at.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task RowWithoutFreeText_IsQuotedAsOtherReports()
    {
        await using Site site = await Site.StartAsync();
        await FileAsync(site, "", "");
        string html = await site.PageAsync("/en/incidents/1");
        Assert.Contains("<mark>Armed clash</mark>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Known by", html, StringComparison.Ordinal);
    }

    private static async Task<Report> FileAsync(Site site, string means, string text)
    {
        RowOutcome row = Assert.Single(await Store.Tables.FileAsync(
            site.Intake, "o.csv", Header + $"T-1,observation,Hama team,,2016-12-30,2016-12-30,1,,بسيمة,Rif Dimashq,33.62,36.13,1,Armed clash,,,,{means},,,,,,mechanism,{text}\n"));
        string id = Assert.IsType<FilingOutcome.Filed>(row.Outcome).ReportId;
        await site.Intake.ReadAsync(id, TestContext.Current.CancellationToken);
        return await site.ReadAsync(id);
    }
}
