namespace Hudna.Linking;

/// <summary>Errors in a field of named values: a source tells the truth, something near it in the field's taxonomy, or something else.</summary>
internal sealed class ValueModel : TruthModel
{
    // Of two values of which nobody knows whether they are one, either may be the truth: together they say no more than each alone.
    private static readonly double Nothing = -Math.Log(2);

    private readonly ValueSpace space;
    private readonly double right, related, different;

    /// <param name="field">Act, actors or targets.</param>
    /// <param name="learned">Two tell another value with probability m: each one errs with half of it.</param>
    /// <param name="space">The values.</param>
    public ValueModel(LinkField field, FellegiSunter learned, ValueSpace space)
    {
        this.space = space;
        right = Math.Log(Math.Sqrt(Math.Max(0.25, 1 - learned.M(field, (int)Relation.Different))));
        related = learned.Weight(field, (int)Relation.Related);
        different = learned.Weight(field, (int)Relation.Different) - Math.Log(2);
    }

    protected override double LogRatio(Told truth, Told value) => space.Relate(truth.Value, value.Value) switch
    {
        Relation.Same => (value.Count * right) - value.LogShares,
        Relation.Related => value.Count * related,
        Relation.Different => value.Count * different,
        _ => Nothing,
    };
}
