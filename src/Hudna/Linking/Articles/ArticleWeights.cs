using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Linking.Articles;

/// <summary>Weights of the levels of <see cref="ArticleFields"/>: natural logarithms, added up. Data: <c>article-weights.tsv</c>, which says what they were fitted on.</summary>
internal sealed class ArticleWeights
{
    private const string File = "article-weights.tsv";

    /// <summary>No pair weighs less or more: the fields are not independent, and what one pair says is never certain.</summary>
    private const double Least = -5, Most = 4;

    private readonly double[][] weights;
    private readonly double prior;

    public ArticleWeights(double prior, double[][] weights) => (this.prior, this.weights) = (prior, weights);

    /// <summary>Those that come with the program.</summary>
    public static ArticleWeights Shipped { get; } = Read(EmbeddedTable.Rows(File, 3, "Linking"));

    public double this[ArticleField field, int level] => weights[(int)field][level];

    /// <summary>Natural logarithm of the odds that two reports are of one happening.</summary>
    public double LogOdds(ReadOnlySpan<int> levels)
    {
        double sum = prior;
        for (int field = 0; field < ArticleFields.Count; field++)
        {
            sum += weights[field][levels[field]];
        }

        return Math.Clamp(sum, Least, Most);
    }

    private static ArticleWeights Read(IReadOnlyList<(int Line, string[] Cells)> rows)
    {
        double before = 0;
        double[][] read = [.. ArticleFields.Levels.Select(l => new double[l.Length])];
        foreach ((int line, string[] cells) in rows)
        {
            if (!double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight))
            {
                throw new DataFileException(File, line, $"'{cells[2]}' is no number");
            }

            if (cells[0] == "prior")
            {
                before = weight;
                continue;
            }

            int level = Enum.TryParse(cells[0], out ArticleField field) ? Array.IndexOf(ArticleFields.Levels[(int)field], cells[1]) : -1;
            read[(int)field][level >= 0 ? level : throw new DataFileException(File, line, $"'{cells[0]}' has no level '{cells[1]}'")] = weight;
        }

        return new ArticleWeights(before, read);
    }
}
