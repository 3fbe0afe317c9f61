using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>What one source says happened to a deal, and when.</summary>
/// <param name="Step">What happened.</param>
/// <param name="Day">The day as the source gives it.</param>
/// <param name="Modality">How it is put forward.</param>
/// <param name="Said">When the source said so; null when not known.</param>
/// <param name="Sources">Who reported it.</param>
/// <param name="Speaker">Whose word it is within the report; null when the report's own.</param>
/// <param name="IsContradicted">True when another source's day for the same or another step rules this one out: see <see cref="DealSteps"/>.</param>
/// <param name="Claim">Id of the claim.</param>
public sealed record DealDate(
    DealStep Step, ClaimDay Day, Modality Modality, DateOnly? Said, IReadOnlyList<string> Sources, Party? Speaker, bool IsContradicted, string Claim);

/// <summary>A truce or other deal: all that sources say of one.</summary>
/// <param name="Type">What sort.</param>
/// <param name="Key">What an address calls it within its type: see <see cref="DayGroup.Key"/>, with the place before it (<c>sy-aleppo.2016-12-15</c>) for a local one.</param>
/// <param name="Place">Where it holds; null when sources name no place smaller than a country.</param>
/// <param name="First">First day told of it; null when no year is told.</param>
/// <param name="Last">Last day told of it; null exactly when <paramref name="First"/> is.</param>
/// <param name="Yearless">The first month and day, when only these are told; else null.</param>
/// <param name="Dates">Every date told, in the order they were said.</param>
/// <param name="DatesContradict">True when dates rule each other out.</param>
/// <param name="Guarantors">Its guarantors or sponsors.</param>
/// <param name="Parties">Its parties.</param>
/// <param name="Claims">Ids of its claims, in the order they were said.</param>
public sealed record Deal(
    DealType Type, string Key, ClaimPlace? Place, DateOnly? First, DateOnly? Last, string? Yearless, IReadOnlyList<DealDate> Dates, bool DatesContradict,
    IReadOnlyList<Told<Party>> Guarantors, IReadOnlyList<Told<Party>> Parties, IReadOnlyList<string> Claims);

/// <summary>Deals by sort and days. A fold over claims: the same claims in any order give the same deals.</summary>
public static class Deals
{
    /// <summary>UCDP GED where_prec of a country: a deal that holds in one is not a local one.</summary>
    private const int CountryPrecision = 6;

    /// <summary>The deals by sort, then day; claims of other kinds and those rejected are passed over. Deals of one sort and place whose
    /// days lie near each other are one (see <see cref="DayGroups"/>); that one is prolonged, broken or over is said of the last that
    /// came about before.</summary>
    public static IReadOnlyList<Deal> Of(IEnumerable<ReportedClaim> claims) =>
    [
        .. claims.Where(c => c.Claim.Status != ClaimStatus.Rejected && c.Claim.Content.Detail is DealDetail)
            .GroupBy(c => (((DealDetail)c.Claim.Content.Detail!).Type, Place: Local(c)?.PlaceId ?? Local(c)?.Text))
            .OrderBy(g => g.Key.Type).ThenBy(g => g.Key.Place is not null).ThenBy(g => g.Key.Place, StringComparer.Ordinal)
            .SelectMany(g => OfKind(g.Key.Type, g.Key.Place, [.. g])),
    ];

    private static ClaimPlace? Local(ReportedClaim claim) => claim.Claim.Content.Place is { Precision: < CountryPrecision } place ? place : null;

    private static IEnumerable<Deal> OfKind(DealType type, string? placeKey, ReportedClaim[] claims)
    {
        DayGroup[] groups = [.. DayGroups.Of(claims.Where(c => !IsLater(c)))];
        ILookup<int, ReportedClaim> later = claims.Where(IsLater).ToLookup(c => Before(c, groups));
        // What is over or broken without a deal before it may have no day either: one heading for both.
        return groups.Select((g, i) => g with { Claims = [.. g.Claims, .. later[i]] }).Concat(DayGroups.Of(later[-1]))
            .GroupBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => OfGroup(type, placeKey, g.First() with { Claims = [.. g.SelectMany(p => p.Claims)] }));
    }

    private static bool IsLater(ReportedClaim claim) => ((DealDetail)claim.Claim.Content.Detail!).Step is DealStep.Extended or DealStep.Breached or DealStep.Ended;

    private static int Before(ReportedClaim claim, DayGroup[] groups) => ClaimDay.Of(claim.Claim.Content).Last is { } last
        ? Array.FindLastIndex(groups, g => g.First <= last) : -1;

    private static Deal OfGroup(DealType type, string? placeKey, DayGroup group)
    {
        ReportedClaim[] claims = [.. group.Claims.InOrderSaid()];
        DealDate[] dates = DealSteps.Marked([.. claims.Select(DateOf)]);
        return new Deal(
            type, placeKey is null ? group.Key : $"{placeKey}.{group.Key}", claims.Select(Local).OfType<ClaimPlace>().FirstOrDefault(),
            group.First, group.Last, group.Key.StartsWith("--", StringComparison.Ordinal) ? group.Key : null,
            dates, Array.Exists(dates, d => d.IsContradicted), Tell(claims, c => c.Actors), Tell(claims, c => c.Recipients), TalksClaims.Ids(claims));
    }

    private static DealDate DateOf(ReportedClaim claim) => new(
        ((DealDetail)claim.Claim.Content.Detail!).Step, ClaimDay.Of(claim.Claim.Content), claim.Claim.Content.Modality, claim.Published,
        [.. claim.Sources.Select(s => s.Name)], claim.Claim.Content.Speaker, false, claim.Claim.Id);

    private static Told<Party>[] Tell(IEnumerable<ReportedClaim> claims, Func<ClaimContent, IReadOnlyList<Party>> parties) =>
    [
        .. claims.Where(c => c.Claim.Content.Modality != Modality.Negated).SelectMany(c => parties(c.Claim.Content).Select(p => (Claim: c, Party: p)))
            .GroupBy(p => TalksClaims.KeyOf(p.Party), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Told<Party>(TalksClaims.Shown(g.Select(p => p.Party)), [.. g.Select(p => p.Claim.Claim.Id).Distinct(StringComparer.Ordinal)])),
    ];
}

/// <summary>
/// Which dates of a deal rule each other out. Two days for one and the same step do, when they cannot be the same day. So do days of
/// steps in the wrong order: a deal is reached no later than it is signed, signed no later than it comes into force, and in force
/// before it is over. "Signed on 29 December, in force on 30 December" is no contradiction; "signed on 29 December, reached on 30
/// December" is one. What is denied or only possible, and what happens more than once (announced, proposed, prolonged, broken), is left out.
/// </summary>
public static class DealSteps
{
    private static readonly DealStep[] InOrder = [DealStep.Reached, DealStep.Signed, DealStep.InForce, DealStep.Ended];

    internal static DealDate[] Marked(DealDate[] dates) => [.. dates.Select(d => d with { IsContradicted = Array.Exists(dates, o => Contradict(d, o)) })];

    /// <summary>True when both cannot be so.</summary>
    public static bool Contradict(DealDate one, DealDate other)
    {
        int a = Place(one), b = Place(other);
        return a >= 0 && b >= 0 && (a == b ? !one.Day.Meets(other.Day) && Dated(one) && Dated(other)
            : a < b ? one.Day.IsAfter(other.Day) : other.Day.IsAfter(one.Day));
    }

    private static bool Dated(DealDate date) => date.Day.First is not null || date.Day.Yearless is not null;

    private static int Place(DealDate date) => date.Modality is Modality.Asserted or Modality.Planned ? Array.IndexOf(InOrder, date.Step) : -1;
}
