namespace Hudna.Linking;

/// <summary>Probabilities that a pair falls on a level when both report one happening (m) and when they do not (u), field by field, after
/// Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969). <see cref="LevelLearner"/> learns them.</summary>
internal sealed class FellegiSunter
{
    private readonly double[][] m;
    private readonly double[][] u;

    private readonly double[][] weights;
    private readonly double prior;

    public FellegiSunter(double[][] m, double[][] u, double share)
    {
        (this.m, this.u, Share) = (m, u, share);
        weights = [.. m.Select((row, field) => Ordered((LinkField)field, [.. row.Select((_, level) => level == 0 ? 0 : Math.Log(row[level] / u[field][level]))]))];
        prior = Linking.LogOdds.Of(share);
    }

    /// <summary>Share of the compared pairs that are matches.</summary>
    public double Share { get; }

    public double M(LinkField field, int level) => m[(int)field][level];

    public double U(LinkField field, int level) => u[(int)field][level];

    /// <summary>Natural logarithm of m over u; 0 on level 0.</summary>
    public double Weight(LinkField field, int level) => weights[(int)field][level];

    /// <summary>Natural logarithm of the odds that a pair is one, by its levels alone.</summary>
    public double LogOdds(ReadOnlySpan<int> levels)
    {
        double sum = prior;
        for (int field = 0; field < PairFields.Count; field++)
        {
            sum += weights[field][levels[field]];
        }

        return sum;
    }

    // That two say the same never speaks against, and that they say otherwise never for: where it seems so, two schemes are not comparable.
    private static double[] Ordered(LinkField field, double[] weights)
    {
        if (field is LinkField.Act or LinkField.Actors or LinkField.Targets)
        {
            weights[(int)Relation.Same] = Math.Max(0, weights[(int)Relation.Same]);
            weights[(int)Relation.Different] = Math.Min(0, weights[(int)Relation.Different]);
            weights[(int)Relation.Related] = Math.Clamp(weights[(int)Relation.Related], weights[(int)Relation.Different], weights[(int)Relation.Same]);
        }

        return weights;
    }
}
