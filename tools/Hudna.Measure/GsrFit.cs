using System.Globalization;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Measure;

/// <summary>Fits the weights of realis_cues.tsv anew to labelled sentences, and says by cross-validation what they are worth on sentences not
/// seen. Each file fits the column of its type. The scale begins ("always") where inner cross-validation finds the best F1.</summary>
internal sealed class GsrFit : IMeasure
{
    private const string Table = "realis_cues.tsv";
    private const int Folds = 10;
    private const int InnerFolds = 5;
    private const int Partings = 24;
    private const int FirstWeight = 3;
    private const int PerLogit = 100;

    public string Name => "gsr-fit";

    public string Usage => $"[--penalty N] [--shuffles N] [{GsrRow.NoTies}] [--write] FILE.csv…   new weights for {Table}, with cross-validated F1; --write puts them there";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        double penalty = Number(arguments, "--penalty", 12);
        int shuffles = (int)Number(arguments, "--shuffles", 3);
        string[] files = [.. arguments.Where(a => a.EndsWith(".csv", StringComparison.Ordinal))];
        if (files.Length == 0)
        {
            throw new MeasureException("gsr-fit: name one CSV file or more");
        }

        string folder = DataFolders.Find("lang/ar");
        LanguageFiles language = DataFolders.ReadLanguage(folder);
        string[] lines = language.Texts[Table].Split('\n');
        (int Line, string[] Cells)[] rows = [.. lines.Select((l, i) => (i, l.Split('\t'))).Where(r => r.Item2.Length > FirstWeight && !r.Item2[0].StartsWith('#') && r.Item2[0] != "cue")];
        ArabicReader seeing = Seeing(language, lines, rows);
        foreach (string file in files)
        {
            GsrRow[] labelled = GsrRow.Labelled(file, arguments);
            string type = labelled.Length == 0 ? throw new MeasureException($"{file}: no labelled row") : labelled[0].Type;
            int column = type switch { "ASSAULT" => FirstWeight, "PROTEST" => FirstWeight + 1, _ => throw new MeasureException($"{file}: {type} has no column of its own in {Table}") };
            FitSentence[] sentences = Sentences(seeing, labelled, [.. rows.Select(r => r.Cells[0])]);
            int[] signs = [.. rows.Select(r => r.Cells[0] == "always" ? 0 : r.Cells[2] == "actual" ? 1 : -1)];
            Fit(new RealisFit(signs, penalty), sentences, shuffles, rows, column, $"{type}  {Path.GetFileName(file)}", output);
        }

        foreach ((int line, string[] cells) in rows)
        {
            lines[line] = string.Join('\t', cells);
            output.WriteLine(lines[line]);
        }

        if (arguments.Contains("--write", StringComparer.Ordinal))
        {
            File.WriteAllText(Path.Combine(folder, Table), string.Join('\n', lines));
        }
    }

    private static void Fit(RealisFit fit, FitSentence[] sentences, int shuffles, (int Line, string[] Cells)[] rows, int column, string title, TextWriter output)
    {
        Score[] unseen = [.. Enumerable.Range(0, shuffles).Select(s => Unseen(fit, sentences, s))];
        double threshold = Threshold(fit, sentences, Partings);
        double[] weights = fit.Weights(sentences);
        int[] whole = [.. weights.Select((w, i) => (int)Math.Round((w - (rows[i].Cells[0] == "always" ? threshold : 0)) * PerLogit, MidpointRounding.AwayFromZero))];
        double[] used = [.. whole.Select(w => (double)w)];
        Score seen = Count(sentences.Select(s => (RealisFit.Score(used, s) >= 0, s.Yes)));
        output.WriteLine($"# {title}: {sentences.Length} sentences, {sentences.Count(s => s.Yes)} yes");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"#   on sentences not seen  F1 {unseen.Average(s => s.F1):0.000} ({unseen.Min(s => s.F1):0.000} to {unseen.Max(s => s.F1):0.000})  P {unseen.Average(s => s.Precision):0.000}  R {unseen.Average(s => s.Recall):0.000}  {Folds}-fold cross-validation, {shuffles} shuffles"));
        output.WriteLine($"#   on those fitted to     {seen}");
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].Cells[column] = whole[i] == 0 ? string.Empty : whole[i].ToString(CultureInfo.InvariantCulture);
        }
    }

    // What the whole procedure, threshold included, finds in folds that it has not seen.
    private static Score Unseen(RealisFit fit, FitSentence[] sentences, int shuffle)
    {
        Score all = default;
        for (int fold = 0; fold < Folds; fold++)
        {
            FitSentence[] known = [.. sentences.Where(s => Fold(s, shuffle, Folds) != fold)];
            double threshold = Threshold(fit, known, 2);
            double[] weights = fit.Weights(known);
            all += Count(sentences.Where(s => Fold(s, shuffle, Folds) == fold).Select(s => (RealisFit.Score(weights, s) >= threshold, s.Yes)));
        }

        return all;
    }

    // Scores that no sentence's own fit gave, the mean of several partings, so that one lucky parting does not set the threshold.
    private static double Threshold(RealisFit fit, FitSentence[] sentences, int partings)
    {
        double[] scores = new double[sentences.Length];
        for (int parting = 0; parting < partings; parting++)
        {
            int salt = ~parting;
            for (int fold = 0; fold < InnerFolds; fold++)
            {
                double[] weights = fit.Weights(sentences.Where(s => Fold(s, salt, InnerFolds) != fold));
                for (int i = 0; i < sentences.Length; i++)
                {
                    scores[i] += Fold(sentences[i], salt, InnerFolds) == fold ? RealisFit.Score(weights, sentences[i]) / partings : 0;
                }
            }
        }

        return RealisFit.Threshold(scores.Zip(sentences, (score, s) => (score, s.Yes)));
    }

    // FNV-1a over the document's id, salted with the shuffle: the same on every machine.
    private static int Fold(FitSentence sentence, int shuffle, int folds)
    {
        uint hash = unchecked(2166136261u ^ ((uint)shuffle * 2654435769u));
        foreach (char c in sentence.Document)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return (int)(((hash >> 15) ^ hash) % (uint)folds);
    }

    private static Score Count(IEnumerable<(bool Said, bool Yes)> sentences) => sentences.Aggregate(
        default(Score), (sum, s) => sum + new Score(s.Said && s.Yes ? 1 : 0, s.Said && !s.Yes ? 1 : 0, s.Yes && !s.Said ? 1 : 0));

    private static FitSentence[] Sentences(ArabicReader seeing, GsrRow[] labelled, string[] cues)
    {
        Dictionary<string, int> index = cues.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return [.. labelled.Select(row => new FitSentence(
            row.Id[..(row.Id.LastIndexOf('-') is > 0 and int at ? at : row.Id.Length)], row.Label == "yes", row.IsTie,
            [.. seeing.Read(row.Id, row.Text, row.Published).Events.Where(e => Wire.Name(e.Type) == row.Type && e.Modality == Modality.Asserted)
                .Select(e => e.RealisRule.Split(' ').Where(c => c.EndsWith("+1", StringComparison.Ordinal)).Select(c => index[c[..^2]]).ToArray())]))];
    }

    // A reader to whom every cue weighs one, so that an act's rule names every cue seen.
    private static ArabicReader Seeing(LanguageFiles language, string[] lines, (int Line, string[] Cells)[] rows)
    {
        string[] all = [.. lines];
        foreach ((int line, string[] cells) in rows)
        {
            all[line] = string.Join('\t', [.. cells[..FirstWeight], "1", "1", "1", .. cells[(FirstWeight + 3)..]]);
        }

        return ArabicReader.Load(language with { Texts = new Dictionary<string, string>(language.Texts, StringComparer.Ordinal) { [Table] = string.Join('\n', all) } }, [], []);
    }

    private static double Number(string[] arguments, string name, double other) =>
        Array.IndexOf(arguments, name) is >= 0 and int at
            ? at + 1 < arguments.Length && double.TryParse(arguments[at + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0
                ? value : throw new MeasureException($"gsr-fit: a number is expected after {name}")
            : other;
}
