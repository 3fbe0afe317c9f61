namespace Hudna.Linking;

/// <summary>Why something was linked: how likely it is, and what each field contributes. The natural logarithms sum to the log odds.</summary>
/// <param name="Probability">That it belongs there, 0 to 1, by the weights then in force.</param>
/// <param name="Prior">Log odds before anything is compared: how many incidents a day there are, and how many reports tell of this one.</param>
/// <param name="Fields">What was compared, in the order of <see cref="LinkField"/>; a field that one side does not tell has none.</param>
public sealed record LinkEvidence(double Probability, double Prior, IReadOnlyList<FieldWeight> Fields)
{
    /// <summary>The same, seen from the other side.</summary>
    public LinkEvidence Turned() => this with { Fields = [.. Fields.Select(f => f with { Own = f.Other, Other = f.Own })] };
}

/// <summary>One field compared.</summary>
/// <param name="Field">Which.</param>
/// <param name="Weight">Natural logarithm of the ratio by which it speaks for one happening; negative against.</param>
/// <param name="Own">What the one side tells, language-neutral: a day, a distance in km, an act, ids; null when that adds nothing.</param>
/// <param name="Other">What the other side tells.</param>
public sealed record FieldWeight(LinkField Field, double Weight, string? Own, string? Other);
