using System.Globalization;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>What `./hudna link` wrote against the truth: pairs, BCubed, sizes, and the curve over the links' weights.</summary>
/// <remarks>
/// The items are the ids of the truth; other ids are counted and left out. An id of the truth that was given no incident is in no group: it
/// costs recall, not precision. At a threshold, an id whose link weighs less is taken out of that incident and stands alone.
/// A truth may name one incident of an article that tells of several, and what is linked beyond it cannot be told from error; so the score
/// with each id's heaviest link alone (the first of equals) stands beside that with all.
/// </remarks>
internal sealed class LinkScore : IMeasure
{
    private const int CurvePoints = 10;

    public string Name => "link-score";

    public string Usage => "OUT.csv TRUTH.csv   incidents linked (id,incident and, for the curve, weight) against the true ones (id,incident); an id may stand in several";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments is not [string outFile, string truthFile])
        {
            throw new MeasureException("link-score: name what was linked and the truth, two CSV files with the columns id and incident");
        }

        Measure(Mention.Read(outFile), Mention.Read(truthFile), output);
    }

    /// <summary>Scores and writes.</summary>
    public static void Measure(IReadOnlyList<Mention> linked, IReadOnlyList<Mention> truth, TextWriter output)
    {
        Dictionary<string, int> items = new(StringComparer.Ordinal);
        foreach (Mention m in truth)
        {
            items.TryAdd(m.Id, items.Count);
        }

        Mention[] known = [.. linked.Where(m => items.ContainsKey(m.Id))];
        Grouping right = new(items.Count, truth.Select(m => (items[m.Id], m.Incident))), found = At(known, items, null);
        GroupingScore score = Grouping.Score(found, right);
        output.WriteLine($"ids       {items.Count} in the truth, {items.Count - found.Placed} of them without an incident; {linked.Count - known.Length} links of ids unknown to it left out");
        output.WriteLine($"incidents {score.Groups} found, {right.Count} true; the largest holds {score.Largest} found, {right.Largest} true");
        Write(score, output);
        Mention[] first = [.. known.GroupBy(m => m.Id, StringComparer.Ordinal).Select(g => g.MaxBy(m => m.Weight ?? double.MinValue))];
        if (first.Length < known.Length)
        {
            output.WriteLine($"with the heaviest link of each id alone ({known.Length - first.Length} left out):");
            Write(Grouping.Score(At(first, items, null), right), output);
        }

        double[] thresholds = Thresholds(known);
        if (thresholds.Length > 1)
        {
            output.WriteLine("weight at least    pairs P      R     F1   BCubed P      R      F   incidents  largest");
            foreach (double t in thresholds)
            {
                GroupingScore s = Grouping.Score(At(known, items, t), right);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{t,15:0.###}      {s.Pairs.Precision:0.000}  {s.Pairs.Recall:0.000}  {s.Pairs.F1:0.000}      {s.Precision:0.000}  {s.Recall:0.000}  {s.F:0.000}  {s.Groups,10}  {s.Largest,7}"));
            }
        }
    }

    private static void Write(GroupingScore score, TextWriter output)
    {
        output.WriteLine($"pairs     {score.Pairs}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BCubed    P {score.Precision:0.000}  R {score.Recall:0.000}  F {score.F:0.000}"));
    }

    /// <summary>The grouping that is left when links lighter than a weight are cut; a link without a weight is never cut.</summary>
    public static Grouping At(IReadOnlyList<Mention> linked, Dictionary<string, int> items, double? weightMin) =>
        new(items.Count, linked.Select((m, i) => (items[m.Id], m.Weight < weightMin ? string.Create(CultureInfo.InvariantCulture, $"alone\n{i}") : m.Incident)));

    /// <summary>At most ten weights that cut the links into even parts, lightest first.</summary>
    private static double[] Thresholds(IEnumerable<Mention> linked)
    {
        double[] weights = [.. linked.Where(m => m.Weight is not null).Select(m => m.Weight!.Value).Order()];
        return weights.Length == 0 ? [] : [.. Enumerable.Range(0, CurvePoints).Select(i => weights[(int)((long)i * (weights.Length - 1) / (CurvePoints - 1))]).Distinct()];
    }
}
