using Hudna.Incidents;

namespace Hudna.Server.Features.Talks;

/// <summary>The evidence that a page ends with, numbered from 1, so that each statement can point to what it rests on.</summary>
/// <param name="evidence">The claims, in the order of their numbers; those of one report stand together.</param>
public sealed class Citations(IReadOnlyList<ReportedClaim> evidence)
{
    private readonly Dictionary<string, int> numbers = evidence.Select((c, i) => (c.Claim.Id, i + 1)).ToDictionary(c => c.Id, c => c.Item2, StringComparer.Ordinal);

    /// <summary>The claims in order.</summary>
    public IReadOnlyList<ReportedClaim> Evidence => evidence;

    /// <summary>The claims of each report that stand together.</summary>
    public IEnumerable<ReportedClaim[]> Reports => evidence.GroupBy(c => c.Claim.ReportId, StringComparer.Ordinal).Select(g => g.ToArray());

    /// <summary>The number of a claim that the page shows.</summary>
    public int NumberOf(ReportedClaim claim) => numbers[claim.Claim.Id];

    /// <summary>The numbers of some claims, lowest first; one that the page does not show has none.</summary>
    public IEnumerable<int> NumbersOf(IEnumerable<string> claims) => claims.Select(c => numbers.GetValueOrDefault(c)).Where(n => n > 0).Distinct().Order();

    /// <summary>How many different outlets or desks report some claims.</summary>
    public int SourcesOf(IEnumerable<string> claims) => NumbersOf(claims).SelectMany(n => evidence[n - 1].Sources)
        .Select(s => s.Name).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Where a claim stands on the page.</summary>
    public static string Anchor(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evidence-{number}");
}
