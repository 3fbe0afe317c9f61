using System.Globalization;
using Hudna.Linking.Articles;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Fits the weights by which articles are compared: a logistic regression of "tied to one incident" on the levels of each pair, drawn to 0, on the half
/// of the incidents that is worked on. Prints the rows of <c>src/Hudna/Linking/article-weights.tsv</c>.</summary>
internal sealed class ArticleFit : IMeasure
{
    private const double Penalty = 2;
    private const int Rounds = 600;

    // Eight weights move at once for each pair: a full Newton step of each would overshoot.
    private const double Step = 1.0 / (ArticleFields.Count + 1);

    public string Name => "articles-fit";

    public string Usage => "ARTICLES.jsonl TRUTH.csv   weights fitted on the half that is worked on, as rows of article-weights.tsv";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments is not [string articles, string truth])
        {
            throw new MeasureException("articles-fit: name a file of articles as JSON Lines and the truth as CSV with id,incident");
        }

        Dictionary<int[], (double Yes, double No)> patterns = Patterns(ArticleSet.Read(reader, articles, truth).Half(ArticleSet.Halves[1]));
        double[] weights = Fit(patterns);
        FallWithDistance(weights);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"prior\tprior\t{weights[^1]:0.00}"));
        int at = 0;
        for (int field = 0; field < ArticleFields.Count; field++)
        {
            foreach (string level in ArticleFields.Levels[field])
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(ArticleField)field}\t{level}\t{weights[at++]:0.00}"));
            }
        }
    }

    // Pairs of different articles by the levels they fall on, each as its weights' numbers; the last is the prior's.
    private static Dictionary<int[], (double Yes, double No)> Patterns(ArticleSet set)
    {
        ArticleTable table = new(set.Reports.Where(r => r.Id.EndsWith("#0", StringComparison.Ordinal)));
        int[] start = [.. ArticleFields.Levels.Select((_, f) => ArticleFields.Levels.Take(f).Sum(l => l.Length))];
        Dictionary<string, (int[] Levels, double Yes, double No)> found = new(StringComparer.Ordinal);
        Span<int> levels = stackalloc int[ArticleFields.Count];
        for (int i = 0; i < table.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                ArticleFields.Compare(table, j, i, levels);
                bool same = set.Truth[table.Reports[i].Article].Intersect(set.Truth[table.Reports[j].Article], StringComparer.Ordinal).Any();
                int[] numbers = [.. levels.ToArray().Select((l, f) => start[f] + l), ArticleFields.Levels.Sum(l => l.Length)];
                string key = string.Join(',', numbers);
                (int[] _, double yes, double no) = found.GetValueOrDefault(key);
                found[key] = same ? (numbers, yes + 1, no) : (numbers, yes, no + 1);
            }
        }

        return found.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Value.Levels, p => (p.Value.Yes, p.Value.No));
    }

    // Few pairs lie far apart on one day, and chance would speak for them.
    private static void FallWithDistance(double[] weights)
    {
        int start = ArticleFields.Levels[(int)ArticleField.Day].Length;
        string[] places = ArticleFields.Levels[(int)ArticleField.Place];
        for (int level = 1; level < places.Length; level++)
        {
            bool isFarther = places[level].Contains("km", StringComparison.Ordinal) || places[level].StartsWith("farther", StringComparison.Ordinal);
            weights[start + level] = isFarther ? Math.Min(weights[start + level], weights[start + level - 1]) : weights[start + level];
        }
    }

    private static double[] Fit(Dictionary<int[], (double Yes, double No)> patterns)
    {
        double[] weights = new double[ArticleFields.Levels.Sum(l => l.Length) + 1];
        for (int round = 0; round < Rounds; round++)
        {
            double[] slope = [.. weights.Select(w => -Penalty * w)], curve = [.. weights.Select(_ => Penalty)];
            slope[^1] = curve[^1] = 0;
            foreach ((int[] numbers, (double yes, double no)) in patterns)
            {
                double p = 1 / (1 + Math.Exp(-numbers.Sum(n => weights[n])));
                foreach (int n in numbers)
                {
                    slope[n] += yes - ((yes + no) * p);
                    curve[n] += (yes + no) * p * (1 - p);
                }
            }

            for (int n = 0; n < weights.Length; n++)
            {
                weights[n] += curve[n] > 0 ? Step * slope[n] / curve[n] : 0;
            }
        }

        return weights;
    }
}
