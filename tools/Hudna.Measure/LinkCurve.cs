using System.Globalization;
using Hudna.Linking;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Links a CSV of reports as `./hudna link` does, at one threshold after another, and scores each against the truth: true incidents, or pairs that a
/// person judged. What is lost before any weighing is told apart: pairs that are never compared, and pairs compared whose levels alone are so unlike
/// that nothing that joins them is weighed.</summary>
/// <remarks>Comparing and learning do not depend on the threshold and are done once. A true pair may be found without having been compared, by a third
/// report; so what blocking keeps is no bound of recall.</remarks>
internal sealed class LinkCurve : IMeasure
{
    private const double Default = 0.5;

    private static readonly double[] s_thresholds = [0.05, 0.1, 0.2, 0.3, 0.4, Default, 0.6, 0.7, 0.8, 0.9, 0.95];

    public string Name => "link-curve";

    public string Usage => "REPORTS.csv TRUTH.csv   links the reports at thresholds .05 to .95 (* the default) and scores each; true pairs compared, and kept, apart; TRUTH as of link-score or link-pairs";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments is not [string reports, string truth])
        {
            throw new MeasureException("link-curve: name the reports (columns of ./hudna link) and the truth (id,incident or id_a,id_b,same), two CSV files");
        }

        bool judged = Table.Header(truth).Contains("id_a", StringComparer.Ordinal);
        List<Mention> incidents = judged ? [] : Mention.Read(truth);
        List<LinkPairs.JudgedPair> pairs = judged ? LinkPairs.JudgedPair.Read(truth) : [];
        BulkLinker linker = new(new LinkOptions());
        BulkLinker.ComparedReports compared = linker.Compare(Reports(reports, output));
        if (judged)
        {
            OfPairs(linker, compared, pairs, output);
        }
        else
        {
            OfIncidents(linker, compared, incidents, output);
        }
    }

    private static List<LinkReport> Reports(string file, TextWriter output)
    {
        if (!File.Exists(file))
        {
            throw new MeasureException($"{file}: there is no such file");
        }

        int bad = 0;
        using FileStream stream = File.OpenRead(file);
        try
        {
            List<LinkReport> reports = [.. ReportCsv.Read(stream, _ => bad++)];
            output.WriteLine($"reports   {reports.Count}, {bad} unusable and left out (./hudna link names them)");
            return reports;
        }
        catch (LinkInputException e)
        {
            throw new MeasureException($"{file}: {e.Message}");
        }
    }

    /// <summary>Against true incidents.</summary>
    public static void OfIncidents(BulkLinker linker, BulkLinker.ComparedReports compared, IReadOnlyList<Mention> truth, TextWriter output)
    {
        Dictionary<string, int> items = new(StringComparer.Ordinal);
        foreach (Mention m in truth)
        {
            items.TryAdd(m.Id, items.Count);
        }

        Grouping right = new(items.Count, truth.Select(m => (items[m.Id], m.Incident)));
        Dictionary<string, int> numbers = Numbers(compared);
        int[] item = new int[compared.Table.Count];
        Array.Fill(item, -1);
        foreach ((string id, int number) in items)
        {
            if (numbers.TryGetValue(id, out int report))
            {
                item[report] = number;
            }
        }

        Blocking(compared, (i, j) => item[i] >= 0 && item[j] >= 0 && right.Together(item[i], item[j]), Grouping.Score(right, right).Pairs.Right, output);
        output.WriteLine("threshold   pairs P      R     F1   BCubed P      R      F   incidents  largest (true)");
        foreach ((double threshold, LinkResult result) in Curve(linker, compared))
        {
            Grouping found = new(items.Count, result.Links().Where(l => items.ContainsKey(l.Id)).Select(l => (items[l.Id], l.Incident)));
            GroupingScore s = Grouping.Score(found, right);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Mark(threshold)}{threshold,8:0.00}     {s.Pairs.Precision:0.000}  {s.Pairs.Recall:0.000}  {s.Pairs.F1:0.000}      {s.Precision:0.000}  {s.Recall:0.000}  {s.F:0.000}  {s.Groups,10}  {s.Largest,7} ({right.Largest})"));
        }
    }

    /// <summary>Against judged pairs; those judged unclear are left out.</summary>
    public static void OfPairs(BulkLinker linker, BulkLinker.ComparedReports compared, IReadOnlyList<LinkPairs.JudgedPair> judged, TextWriter output)
    {
        LinkPairs.JudgedPair[] clear = [.. judged.Where(p => p.Same is not null)];
        Dictionary<string, int> numbers = Numbers(compared);
        HashSet<(int, int)> same = [];
        foreach (LinkPairs.JudgedPair pair in clear.Where(p => p.Same == true))
        {
            if (numbers.TryGetValue(pair.A, out int a) && numbers.TryGetValue(pair.B, out int b))
            {
                same.Add((Math.Min(a, b), Math.Max(a, b)));
            }
        }

        output.WriteLine($"judged    {judged.Count} pairs, {judged.Count - clear.Length} of them unclear and left out; {clear.Count(p => !numbers.ContainsKey(p.A) || !numbers.ContainsKey(p.B))} of a record that is not among the reports");
        Blocking(compared, (i, j) => same.Contains((i, j)), clear.Count(p => p.Same == true), output);
        output.WriteLine("threshold");
        foreach ((double threshold, LinkResult result) in Curve(linker, compared))
        {
            Dictionary<string, string> incident = result.Links().ToDictionary(l => l.Id, l => l.Incident, StringComparer.Ordinal);
            Score score = default;
            foreach (LinkPairs.JudgedPair pair in clear)
            {
                bool said = incident.TryGetValue(pair.A, out string? one) && incident.TryGetValue(pair.B, out string? other) && one == other, isSame = pair.Same == true;
                score += new Score(isSame && said ? 1 : 0, !isSame && said ? 1 : 0, isSame && !said ? 1 : 0);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Mark(threshold)}{threshold,8:0.00}  {score}"));
        }
    }

    private static IEnumerable<(double Threshold, LinkResult Result)> Curve(BulkLinker linker, BulkLinker.ComparedReports compared) =>
        s_thresholds.Select(t => (t, linker.Join(compared, LogOdds.Of(t))));

    private static char Mark(double threshold) => threshold == Default ? '*' : ' ';

    private static Dictionary<string, int> Numbers(BulkLinker.ComparedReports compared) =>
        Enumerable.Range(0, compared.Table.Count).ToDictionary(i => compared.Table.Ids[i], i => i, StringComparer.Ordinal);

    private static void Blocking(BulkLinker.ComparedReports compared, Func<int, int, bool> isOne, long truePairs, TextWriter output)
    {
        long all = 0, right = 0, kept = 0;
        for (int part = 0; part < compared.Blocks.Parts; part++)
        {
            compared.Blocks.Pairs(part, 0, Blocks.DaysApart, (i, j) =>
            {
                all++;
                if (isOne(i, j))
                {
                    right++;
                    kept += BulkLinker.MayBeOne(compared.Table, compared.Learned, i, j) ? 1 : 0;
                }
            });
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"blocking  {truePairs} true pairs, {right} compared ({Share(right, truePairs):0.0000}), {kept} of these like enough to be weighed on ({Share(kept, truePairs):0.0000}); of any kind {all} compared, {compared.Edges.Count} weighed on"));
    }

    private static double Share(long part, long of) => of == 0 ? 0 : (double)part / of;
}
