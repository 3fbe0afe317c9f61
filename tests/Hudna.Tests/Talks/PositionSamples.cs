using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Talks;

/// <summary>Claims on facts around the truce, and a few actors; all made up.</summary>
internal static class PositionSamples
{
    public static readonly Gazetteer Gazetteer = new(
        new Dictionary<string, PlaceEntry>(StringComparer.Ordinal),
        new[]
        {
            Actor("state-sy", ActorType.State, "state", "SY"), Actor("state-ru", ActorType.State, "state", "RU"),
            Actor("envoy-sy", ActorType.Person, "diplomat", "SY"), Actor("minister-ru", ActorType.Person, "minister", "RU"),
            Actor("politician-sy", ActorType.Person, "politician", "SY"), Actor("committee", ActorType.Opposition, "body", "SY"),
            Actor("head", ActorType.Person, "opposition-leader", "SY", "committee"), Actor("spokesman", ActorType.Person, "spokesman", "SY", "committee"),
            Actor("minister-xx", ActorType.Person, "minister", "XX"), Actor("faction", ActorType.ArmedGroup, "faction", "SY", "committee"),
        }.ToDictionary(a => a.Id, StringComparer.Ordinal));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Party Party(string id) => id.StartsWith('~')
        ? new Party(id[1..], null, null, null, null) : new Party(id, null, id, id, Gazetteer.Actors.GetValueOrDefault(id)?.Type);

    /// <summary>A position; <paramref name="time"/> is a day or a range as claims write it, <paramref name="published"/> the report's day.</summary>
    public static ReportedClaim Said(
        string id, string speaker, string topic, PositionStance stance, string? published, string source = "Sham Post", string? time = null,
        Modality modality = Modality.Asserted, ClaimStatus status = ClaimStatus.Proposed, string report = "r1", Span? span = null)
    {
        Assert.True(TimeValue.TryParse(time ?? "2017", out TimeValue value));
        return Reported(id, published, source, report, status, new ClaimContent
        {
            Kind = ClaimKind.Position,
            Span = span ?? new Span(0, 5),
            Text = $"words {id}",
            Speaker = Party(speaker),
            Modality = modality,
            Detail = new PositionDetail(topic, stance),
            Time = time is null ? null : new ClaimTime(time, null, time, value.First, value.Last),
        });
    }

    public static ReportedClaim Reported(string id, string? published, string source, string report, ClaimStatus status, ClaimContent content) => new(
        new Claim { Id = id, ReportId = report, Content = content, Proposed = content, Rule = "test", Status = status },
        null, ReportKind.Article, [new ReportSource(source, published is null ? null : Day(published), default, null, null)],
        published is null ? null : Day(published), Confidentiality.Public);

    private static ActorEntry Actor(string id, ActorType type, string @class, string country, params string[] affiliation) =>
        new(id, id, [], type, @class, country, affiliation, null, null, "test");
}
