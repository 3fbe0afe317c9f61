using System.Globalization;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Finds the fields on which claims about one incident cannot all be right. Saying less is not differing: "at least 10" beside
/// "12", a month beside one of its days, an unknown actor beside a named one.</summary>
internal static class ClaimDifferences
{
    /// <summary>Two exact places closer than this are one place told with other coordinates.</summary>
    private const double SamePlaceKmMax = 1.0;

    public static IReadOnlyList<Difference> Of(IReadOnlyList<Claim> live)
    {
        List<Claim> told = [.. live.Where(c => c.Content.Modality != Modality.Negated)];
        return
        [
            .. new[]
            {
                Field("act", told, ActValue, (a, b) => a.Type == b.Type && a.Mode is not null && b.Mode is not null && !string.Equals(a.Mode, b.Mode, StringComparison.Ordinal)),
                Field("occurrence", live, Occurrence, (a, b) => a.Modality == Modality.Asserted && b.Modality == Modality.Negated),
                Field("place", told, c => c.Place is { Precision: <= 2 } p ? p.Name ?? p.Text : null, (a, b) => Apart(a.Place!, b.Place!)),
                Field("time", told, c => c.Time?.Value, (a, b) => a.Time!.Last < b.Time!.First || b.Time.Last < a.Time.First),
                Field("dead", told, c => Print(c.Dead), (a, b) => Apart(a.Dead!, b.Dead!)),
                Field("injured", told, c => Print(c.Injured), (a, b) => Apart(a.Injured!, b.Injured!)),
                Field("actors", told, c => Print(c.Actors), (a, b) => Disjoint(a.Actors, b.Actors)),
                Field("recipients", told, c => Print(c.Recipients), (a, b) => Disjoint(a.Recipients, b.Recipients)),
            }.OfType<Difference>(),
        ];
    }

    // A field differs when two claims that both fill it exclude one another; then all its values are shown, each with those that it excludes.
    private static Difference? Field(
        string name, IReadOnlyList<Claim> claims, Func<ClaimContent, string?> print, Func<ClaimContent, ClaimContent, bool> exclude)
    {
        List<(Claim Claim, string Value)> filled = [.. claims.Select(c => (c, print(c.Content))).Where(p => p.Item2 is not null).Select(p => (p.c, p.Item2!))];

        Dictionary<string, List<(Claim Claim, string Value)>> values = filled.GroupBy(p => p.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        List<DifferingValue> held =
        [
            .. values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => new DifferingValue(v.Key, [.. v.Value.Select(p => p.Claim.Id).Order(StringComparer.Ordinal)])
            {
                Excludes =
                [
                    .. values.Where(u => v.Value.Exists(a => u.Value.Exists(b => exclude(a.Claim.Content, b.Claim.Content) || exclude(b.Claim.Content, a.Claim.Content))))
                        .Select(u => u.Key).Order(StringComparer.Ordinal),
                ],
            }),
        ];
        return held.Exists(v => v.Excludes.Count > 0) ? new Difference(name, held) : null;
    }

    private static string? ActValue(ClaimContent content) =>
        content.Type is not { } type ? null : content.Mode is { } mode ? $"{Wire.Name(type)} {mode}" : Wire.Name(type);

    private static string? Occurrence(ClaimContent content) =>
        content.Modality is Modality.Asserted or Modality.Negated ? Wire.Name(content.Modality) : null;

    // A crater beside its town's centroid is no contradiction; two craters in one town can be.
    private static bool Apart(ClaimPlace a, ClaimPlace b)
    {
        bool sameId = a.PlaceId is not null && string.Equals(a.PlaceId, b.PlaceId, StringComparison.Ordinal);
        return sameId ? a.Precision == 1 && b.Precision == 1 && Distance.Km(a, b) > SamePlaceKmMax
            : Distance.Km(a, b) is { } km ? km > SamePlaceKmMax
            : !string.Equals(IncidentView.PlaceKey(a), IncidentView.PlaceKey(b), StringComparison.Ordinal);
    }

    private static bool Apart(Count a, Count b) => a.High < b.Low || b.High < a.Low;

    // Who says "unidentified" names nobody and so excludes nobody; an army beside its state, "forces of the regime" beside "artillery of the
    // regime" are one side. What else belongs to whom is the gazetteer's, which a fold over claims has not.
    private static bool Disjoint(IReadOnlyList<Party> a, IReadOnlyList<Party> b) =>
        a.Any(IsNamed) && b.Any(IsNamed) && !a.Any(p => b.Any(q => AreOneSide(p, q)));

    private static bool IsNamed(Party party) => !PartyWords.IsUnknown(party);

    private static bool AreOneSide(Party a, Party b) =>
        string.Equals(SideOf(a), SideOf(b), StringComparison.Ordinal) || ((a.ActorId is null || b.ActorId is null) && PartyWords.Share(a, b));

    private static string SideOf(Party party) =>
        party is { ActorId: { } id, Type: ActorType.Military or ActorType.Government or ActorType.State } && Affiliations.IsDescription(id)
            ? "state-" + id[..2] : IncidentView.PartyKey(party);

    private static string? Print(IReadOnlyList<Party> parties) => parties.Count == 0 ? null
        : string.Join(", ", parties.Select(p => p.Name ?? p.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>A number as figures: <c>12</c>, <c>12–15</c>, <c>12+</c>, <c>≤15</c>; null when neither bound is known.</summary>
    internal static string? Print(Count? count) => count switch
    {
        null or { Low: null, High: null } => null,
        { Low: { } low, High: null } => Figure(low) + "+",
        { Low: null, High: { } high } => "≤" + Figure(high),
        { Low: { } low, High: { } high } => low == high ? Figure(low) : Figure(low) + "–" + Figure(high),
    };

    private static string Figure(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
