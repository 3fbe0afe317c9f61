namespace Hudna.Reading.Arabic;

/// <summary>Numbers told of the dead and the injured together: neither of the two tolls is known from them.</summary>
internal sealed partial class QuantityRules
{
    /// <summary>12 شخصا بين قتيل وجريح, 12 قتيلا وجريحا, مقتل وإصابة 12 شخصا.</summary>
    private bool IsMixed(Measure measure, int first, int last)
    {
        if (measure is not (Measure.Killed or Measure.Injured))
        {
            return false;
        }

        int after = article.Form(last + 1) is "ما" ? last + 2 : last + 1;
        return (article.Form(after) is "بين" && BothAt(after + 1))
            || (NounOf(last) == measure && Joined(last + 1) is { } noun && noun != measure)
            || BothAt(first - 2)
            || (BothAt(last + 1) && article.Cats(last + 1).HasFlag(Cat.Verb));
    }

    /// <summary>Two words side by side of which one kills and the other injures, the second joined by و.</summary>
    private bool BothAt(int at) =>
        at >= 0 && at + 1 < article.Count && article.SentenceOf(at) == article.SentenceOf(at + 1) && article.Form(at + 1).StartsWith('و')
        && CueAt(at) is { } one and (Measure.Killed or Measure.Injured) && CueAt(at + 1) is { } other and (Measure.Killed or Measure.Injured) && one != other;

    private Measure? NounOf(int at) =>
        article.Longest(at, Cat.Measure) is { Entry: MeasureEntry { Armed: false, Dual: false } noun } match && match.Last == at ? noun.Measure : null;

    /// <summary>What an indefinite noun joined by و counts; a dual has its own number, and so has a noun after another number.</summary>
    private Measure? Joined(int at) =>
        at < article.Count && article.Longest(at, Cat.Measure, e => e is MeasureEntry { Armed: false }) is { Proclitic: "و", Entry: MeasureEntry { Dual: false } noun } match
        && match.Last == at && !article.Form(at).StartsWith("وال", StringComparison.Ordinal) ? noun.Measure : null;
}
