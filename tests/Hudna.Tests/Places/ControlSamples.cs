using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Places;

/// <summary>Claims on control, in few words.</summary>
internal static class ControlSamples
{
    public static readonly Party Army = new("الجيش السوري", null, "sy:army", "Syria: army", ActorType.Military);
    public static readonly Party Regime = new("القوات الحكومية", null, null, null, ActorType.Government);
    public static readonly Party Opposition = new("المعارضة المسلحة", null, null, null, ActorType.ArmedGroup);
    public static readonly Party Factions = new("فصائل المعارضة", null, "sy:opposition-factions", "Syria: opposition factions", ActorType.Opposition);
    public static readonly Party Daesh = new("تنظيم الدولة", null, "islamic-state", "Islamic State", ActorType.ArmedGroup);

    public static readonly ClaimPlace Aleppo = Place("sy-aleppo", "Aleppo", "حلب", 36.2, 37.16);
    public static readonly ClaimPlace EastAleppo = Place("sy-east-aleppo", "East Aleppo", "حلب الشرقية", 36.2, 37.19);
    public static readonly ClaimPlace Palmyra = Place("sy-palmyra", "Palmyra", "تدمر", 34.55, 38.27);
    public static readonly ClaimPlace WadiBarada = Place("sy-wadi-barada", "Wadi Barada", "وادي بردى", 33.62, 36.17) with { Precision = 5, Kind = PlaceKind.Region };

    public static Affiliations Known { get; } = new(new Gazetteer(
        new Dictionary<string, PlaceEntry>(StringComparer.Ordinal),
        new Dictionary<string, ActorEntry>(StringComparer.Ordinal)
        {
            ["brigade"] = new("brigade", "Brigade", ["اللواء"], ActorType.ArmedGroup, "unit", "SY", ["alliance"], null, null, "test"),
            ["alliance"] = new("alliance", "Alliance", ["التحالف"], ActorType.ArmedGroup, "alliance", "SY", [], null, null, "test"),
        }));

    public static ClaimPlace Place(string id, string name, string text, double lat, double lon) =>
        new(text, null, id, name, PlaceKind.Settlement, "SY", lat, lon, 2);

    public static ClaimContent Content(ControlStatus status, ClaimPlace place, Party? by, string? time = null, string? part = null, Infrastructure? infrastructure = null) => new()
    {
        Kind = ClaimKind.Control,
        Span = new Span(0, 1),
        Text = "x",
        Detail = new ControlDetail(status, part is null ? null : new Phrase(part, null), infrastructure),
        Place = place,
        Actors = by is null ? [] : [by],
        Time = time is null ? null : Time(time),
    };

    public static ClaimTime Time(string value)
    {
        string[] ends = value.Split('/');
        return new ClaimTime(value, null, value, Day(ends[0]), Day(ends[^1]));
    }

    public static DateOnly Day(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ReportedClaim Said(int number, ClaimContent content, string? published = "2017-01-20", string source = "Sham Post") => new(
        new Claim
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"c{number:x16}"),
            ReportId = string.Create(CultureInfo.InvariantCulture, $"r{number}"),
            Content = content,
            Proposed = content,
            Rule = "person",
        },
        null, ReportKind.Article, [new ReportSource(source, published is null ? null : Day(published), DateTimeOffset.UnixEpoch, null, null)],
        published is null ? null : Day(published), Confidentiality.Public);
}
