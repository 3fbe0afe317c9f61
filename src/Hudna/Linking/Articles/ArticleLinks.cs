namespace Hudna.Linking.Articles;

/// <summary>Articles' reports put into incidents.</summary>
public sealed class ArticleLinks
{
    private readonly ArticleTable table;
    private readonly int[] incident;
    private readonly double[] probability;
    private readonly List<PossibleLink> possible;
    private readonly ArticleWeights weights;

    internal ArticleLinks(ArticleTable table, int[] incident, double[] probability, List<PossibleLink> possible, ArticleWeights weights) =>
        (this.table, this.incident, this.probability, this.possible, this.weights) = (table, incident, probability, possible, weights);

    /// <summary>Number of reports.</summary>
    public int Count => table.Count;

    /// <summary>Each report, its incident (named by the report of the lowest id in it) and the probability, by the model, that it belongs there; for a report
    /// alone, that it belongs to no other. In order of id.</summary>
    public IEnumerable<(ArticleReport Report, string Incident, double Probability)> Links() =>
        Enumerable.Range(0, table.Count).Select(i => (table.Reports[i], table.Reports[incident[i]].Id, probability[i]));

    /// <summary>Incidents that may be one, the likeliest first.</summary>
    public IEnumerable<(string Incident, string Other, double Probability)> Possible() =>
        possible.Select(p => (table.Reports[p.A].Id, table.Reports[p.B].Id, p.Probability));

    /// <summary>The weights that pairs were compared by, for people to read: field, level, natural logarithm.</summary>
    public IEnumerable<(string Field, string Level, double Weight)> Levels() =>
        from field in Enumerable.Range(0, ArticleFields.Count)
        from level in Enumerable.Range(0, ArticleFields.Levels[field].Length)
        select (Enum.GetName((ArticleField)field)!, ArticleFields.Levels[field][level], weights[(ArticleField)field, level]);
}
