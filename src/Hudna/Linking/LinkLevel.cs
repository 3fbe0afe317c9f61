namespace Hudna.Linking;

/// <summary>A level of agreement on one field, with what it weighs: for people to look at, not to link by.</summary>
/// <param name="Field">The field.</param>
/// <param name="Level">Its number among the field's levels; 0, "not told by both", weighs nothing and is left out.</param>
/// <param name="Name">What it means: <c>same_day</c>; one name for a run of levels that bounds tell apart.</param>
/// <param name="From">Lower bound, exclusive: kilometres, the larger toll over the smaller, or the cosine of two wordings; null when there is none.</param>
/// <param name="To">Upper bound, inclusive; null when there is none.</param>
/// <param name="M">Share of the level among pairs of reports of one happening, above 0 to 1.</param>
/// <param name="U">The same among other pairs.</param>
/// <param name="Weight">Natural logarithm of the ratio by which it speaks for one happening; negative against. In force: a distance never weighs more than a
/// smaller one, and that two say the same never speaks against.</param>
public sealed record LinkLevel(LinkField Field, int Level, string Name, double? From, double? To, double M, double U, double Weight)
{
    private static readonly string[] s_related = ["same", "related", "different"];

    /// <summary>All levels of some weights, field by field.</summary>
    public static IReadOnlyList<LinkLevel> Of(LinkWeights weights)
    {
        FellegiSunter levels = weights.Levels();
        double[] places = PairFields.FallingWithDistance(level => levels.Weight(LinkField.Place, level));
        return
        [
            .. from field in Enum.GetValues<LinkField>()
               from named in Named(field).Select((n, i) => (n.Name, n.From, n.To, Level: i + 1))
               select new LinkLevel(
                   field, named.Level, named.Name, named.From, named.To, weights.M[(int)field][named.Level], weights.U[(int)field][named.Level],
                   field == LinkField.Place ? places[named.Level] : levels.Weight(field, named.Level)),
        ];
    }

    // In the order of PairFields.
    private static IEnumerable<(string Name, double? From, double? To)> Named(LinkField field) => field switch
    {
        LinkField.Time => Plain("same_day", "day_apart", "two_days_apart", "longer"),
        LinkField.Place =>
        [
            .. Bounded("km_exact", PairFields.Kilometres), .. Bounded("km_near", PairFields.Kilometres), .. Bounded("km_vague", PairFields.Kilometres),
            .. Plain("name_same", "name_other", "list_same", "list_close", "list_near", "list_far"),
        ],
        LinkField.Division => Plain("district_same", "district_other", "district_one", "province_same", "province_other"),
        LinkField.Toll => [.. Plain("none", "equal_one", "equal_few", "equal_many"), .. Ratios(), .. Plain("one_none")],
        LinkField.Wording => Bounded("cosine", PairFields.Cosines),
        LinkField.Source => Plain("other", "same"),
        _ => Plain(s_related),
    };

    private static IEnumerable<(string Name, double? From, double? To)> Plain(params string[] names) => names.Select(n => (n, (double?)null, (double?)null));

    // The bounds are of 0.7 killed more on either side: close enough to the ratio of the tolls as they are told.
    private static IEnumerable<(string Name, double? From, double? To)> Ratios()
    {
        float[] factors = [.. PairFields.TollRatios.ToArray().Select(MathF.Exp)];
        return Bounded("ratio", factors).Select((level, i) => i == 0 ? (level.Name, 1, level.To) : level);
    }

    private static IEnumerable<(string Name, double? From, double? To)> Bounded(string name, ReadOnlySpan<float> bounds)
    {
        double[] all = [.. bounds.ToArray().Select(b => Math.Round((double)b, 2))];
        return [.. Enumerable.Range(0, all.Length + 1).Select(i => (name, i == 0 ? null : (double?)all[i - 1], i == all.Length ? null : (double?)all[i]))];
    }
}
