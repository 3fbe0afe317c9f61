using System.Globalization;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Assessment;

/// <summary>The two agreements that come with Hudna, with the real gazetteer: nothing is built for the first of them. What is expected
/// was worked out by hand from the files' provisions, lists and records.</summary>
public sealed class MissionAgreementTests
{
    private static readonly Gazetteer Gazetteer = ArabicReader.Load(DataFolders.ReadLanguage(DataFolders.Find("lang/ar")), [], []).Gazetteer;

    private static readonly Dictionary<string, Assessor> Assessors = new[] { "astana", "hodeidah" }.ToDictionary(
        m => m,
        m =>
        {
            string file = Path.Combine(DataFolders.Find("missions/" + m), "agreement.yaml");
            Agreement agreement = AgreementYaml.Read(File.ReadAllText(file), file);
            return new Assessor(agreement, Gazetteer, TimeZoneInfo.FindSystemTimeZoneById(agreement.Zone));
        },
        StringComparer.Ordinal);

    [Theory]
    // mission, act, author, target, place, day → by lister: outcome and what it rests on
    [InlineData("hodeidah", "ASSAULT:heavy-weapons", "houthis", null, "ye-hodeidah", "2018-12-20", ": apparent_violation 1")]
    [InlineData("hodeidah", "ASSAULT:heavy-weapons", "houthis", null, "ye-hodeidah", "2018-12-17", ": outside_scope date")]
    [InlineData("hodeidah", "ASSAULT:heavy-weapons", "houthis", null, "ye-taiz", "2018-12-20", ": outside_scope area")]
    [InlineData("hodeidah", "ASSAULT:aerial", "saudi-led-coalition", "houthis", "ye-hodeidah", "2018-12-20", ": apparent_violation 1")]
    [InlineData("hodeidah", "ASSAULT", "islamic-state", null, "ye-hodeidah", "2018-12-20", ": outside_scope group")] // never joined; nobody is listed
    [InlineData("hodeidah", "MOBILIZE:troops", "houthis", null, "ye-hodeidah", "2018-12-25", ": apparent_violation 3")]
    [InlineData("hodeidah", "MOBILIZE:troops", "houthis", null, "ye-hodeidah", "2019-01-08", ": apparent_violation 2 3")] // redeployment was due
    [InlineData("hodeidah", "COERCE:restrict", "houthis", "united-nations", "ye-hodeidah", "2019-02-01", ": apparent_violation 5 6")]
    [InlineData("hodeidah", "ASSAULT", null, "houthis", "ye-hodeidah", "2018-12-20", ": cannot_be_assessed author")]
    [InlineData("hodeidah", "PROTEST", null, null, "ye-hodeidah", "2018-12-20", ": no_violation ")]
    [InlineData("astana", "ASSAULT:heavy-weapons", "syrian-arab-army", "jaysh-al-islam", "sy-douma", "2017-01-04", "russia+turkiye: apparent_violation 1 3")]
    [InlineData("astana", "ASSAULT:aerial", "syrian-arab-army", "jabhat-fateh-al-sham", "sy-idlib", "2017-01-04", "russia+turkiye: outside_scope group")]
    [InlineData("astana", "ASSAULT:aerial", "russian-aerospace-forces", null, "sy-idlib", "2017-01-10", "russia+turkiye: apparent_violation 1 2")]
    [InlineData("astana", "ASSAULT", "irgc", null, "sy-idlib", "2017-01-23", "russia+turkiye: outside_scope group")] // Iran is no guarantor yet
    [InlineData("astana", "ASSAULT", "irgc", null, "sy-idlib", "2017-01-24", "russia+turkiye+iran: apparent_violation 1")]
    [InlineData("astana", "ASSAULT", "syrian-arab-army", "people-s-protection-units", "sy-idlib", "2017-01-25", "russia+iran: apparent_violation 1|turkiye: outside_scope group")]
    [InlineData("astana", "ASSAULT", "ahrar-al-sham", "syrian-arab-army", "sy-idlib", "2017-01-04", "russia+turkiye: outside_scope group")] // said that it did not sign
    [InlineData("astana", "COERCE:withhold", "hezbollah", null, "sy-madaya", "2017-01-04", "russia+turkiye: apparent_violation 5")]
    public void Incident_IsWeighedByTheAgreementsOwnTerms(string mission, string act, string? author, string? target, string place, string day, string expected)
    {
        string[] parts = act.Split(':');
        DateOnly on = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        PlaceEntry entry = Gazetteer.Places[place];
        var content = new ClaimContent
        {
            Kind = ClaimKind.Event,
            Span = new Span(0, 1),
            Text = "x",
            Type = Wire.Parse<EventType>(parts[0]),
            Mode = parts.Length > 1 ? parts[1] : null,
            Actors = Parties(author),
            Recipients = Parties(target),
            Place = new ClaimPlace(entry.NameEn, null, entry.Id, entry.NameEn, entry.Kind, entry.Country, entry.Lat, entry.Lon, 2),
            Time = new ClaimTime(day, null, day, on, on),
        };
        var claim = new Claim { Id = "c1", ReportId = "r1", Content = content, Proposed = content, Rule = "test" };
        Assert.Equal(expected, string.Join('|', Assessors[mission].Assess([claim]).Outcomes.Select(AssessorTests.Told)));
    }

    private static Party[] Parties(string? id) =>
        id is null ? [] : [new Party(id, null, id, Gazetteer.Actors[id].NameEn, Gazetteer.Actors[id].Type)];
}
