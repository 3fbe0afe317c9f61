using System.Globalization;

namespace Hudna.Linking;

/// <summary>A part of the record's tellings, put into incidents.</summary>
/// <param name="tellings">In order of id: the numbers of the profiles.</param>
/// <param name="singles">Each telling's own profile.</param>
/// <param name="incidents">What is one.</param>
/// <param name="possible">What may be one, by lowest number.</param>
/// <param name="model">Weighs.</param>
internal sealed class LinkedPart(Telling[] tellings, Profile[] singles, List<Profile> incidents, List<PossibleLink> possible, IncidentModel model)
{
    private const int ValuesMax = 3;

    /// <summary>The tellings of each incident, in order.</summary>
    public IReadOnlyList<Telling[]> Incidents { get; } = [.. incidents.Select(p => p.Members.Select(m => tellings[m]).ToArray())];

    /// <summary>Pairs of <see cref="Incidents"/>, by place in it, that may be one, with why.</summary>
    public IEnumerable<(int A, int B, LinkEvidence Evidence)> Possible()
    {
        Dictionary<int, int> at = Enumerable.Range(0, incidents.Count).ToDictionary(i => incidents[i].Members[0], i => i);
        return possible.Select(p => (at[p.A], at[p.B], Evidence(incidents[at[p.A]], incidents[at[p.B]])));
    }

    /// <summary>Why a telling belongs to an incident; null when it is alone there.</summary>
    public LinkEvidence? Why(int incident, Telling telling)
    {
        Profile own = singles[Array.IndexOf(tellings, telling)];
        Profile? others = null;
        foreach (int member in incidents[incident].Members.Where(m => m != own.Members[0]))
        {
            others = others is null ? singles[member] : model.Merge(others, singles[member]);
        }

        return others is null ? null : Evidence(own, others);
    }

    private LinkEvidence Evidence(Profile own, Profile other)
    {
        (double[] weights, double prior) = model.Weigh(own, other);
        List<FieldWeight> fields = [];
        for (int field = 0; field < weights.Length; field++)
        {
            (string? mine, string? theirs) = Values((LinkField)field, own, other);
            if (mine is not null && theirs is not null)
            {
                fields.Add(new FieldWeight((LinkField)field, Math.Round(weights[field], 2), mine, theirs));
            }
        }

        return new LinkEvidence(Math.Round(LogOdds.Probability(model.LogOdds(own, other)), 3), Math.Round(prior, 2), fields);
    }

    private (string? Own, string? Other) Values(LinkField field, Profile own, Profile other) => field switch
    {
        LinkField.Time => (All(own, Days), All(other, Days)),
        LinkField.Place => (All(own, r => r.Place), Far(own, other) is { } km && All(other, r => r.Place) is { } place ? $"{place} {km}" : All(other, r => r.Place)),
        LinkField.Act => (All(own, r => r.Act), All(other, r => r.Act)),
        LinkField.Actors => (All(own, r => Names(r.Actors)), All(other, r => Names(r.Actors))),
        LinkField.Targets => (All(own, r => Names(r.Targets)), All(other, r => Names(r.Targets))),
        LinkField.Toll => (All(own, Toll), All(other, Toll)),
        LinkField.Source => (All(own, r => r.Source), All(other, r => r.Source)),
        _ => (null, null),
    };

    // The commonest values first; what is left out is told by "…".
    private string? All(Profile profile, Func<LinkReport, string?> value)
    {
        string[] told = [.. profile.Members.Select(m => value(tellings[m].Report)).OfType<string>()
            .GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
        return told.Length == 0 ? null : string.Join("; ", told.Take(ValuesMax)) + (told.Length > ValuesMax ? "; …" : null);
    }

    private static string? Far(Profile a, Profile b) => float.IsNaN(a.Lat) || float.IsNaN(b.Lat) ? null
        : ReportTable.Km(a.Lat, a.Lon, a.Cos, b.Lat, b.Lon, b.Cos).ToString("(0.0' km)'", CultureInfo.InvariantCulture);

    private static string? Days(LinkReport r) => r.First is not { } first ? null
        : r.Last is { } last && last != first ? $"{Iso(first)}/{Iso(last)}" : Iso(first);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Names(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names);

    private static string? Toll(LinkReport r) => (r.DeadLow, r.DeadHigh) switch
    {
        (null, null) => null,
        ({ } low, { } high) when low == high => low.ToString(CultureInfo.InvariantCulture),
        var (low, high) => string.Create(CultureInfo.InvariantCulture, $"{low}–{high}"),
    };
}
