using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hudna.Linking.Articles;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Articles with the incidents that somebody tied them to, read, in two halves by incident.</summary>
/// <param name="Articles">Articles of both the file and the truth, in order of the file.</param>
/// <param name="Reports">What they report, as read.</param>
/// <param name="Truth">Incidents of each article.</param>
internal sealed record ArticleSet(
    IReadOnlyList<(string Id, string Text, DateOnly? Published)> Articles, IReadOnlyList<ArticleReport> Reports, IReadOnlyDictionary<string, string[]> Truth)
{
    /// <summary>The articles' ids, in order.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. Articles.Select(a => a.Id)];

    /// <summary>Names of the halves: all, those worked on, those that were only measured.</summary>
    public static readonly string[] Halves = ["all", "worked on", "kept apart"];

    /// <summary>Reads a file of JSON Lines (id, published or null, text) and a CSV file of the truth (id, incident).</summary>
    /// <exception cref="MeasureException">There is no such file, or a line is none of these.</exception>
    public static ArticleSet Read(ArabicReader reader, string articlesFile, string truthFile)
    {
        if (!File.Exists(articlesFile))
        {
            throw new MeasureException($"{articlesFile}: there is no such file");
        }

        Dictionary<string, string[]> truth = Mention.Read(truthFile).GroupBy(m => m.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(m => m.Incident).ToArray(), StringComparer.Ordinal);
        (string Id, string Text, DateOnly? Published)[] articles = [.. File.ReadLines(articlesFile).Select((line, i) => Article(articlesFile, line, i + 1)).Where(a => truth.ContainsKey(a.Id))];
        IReadOnlyList<ArticleReport>[] reports = [.. articles.AsParallel().AsOrdered().Select(a => ArticleReports.Read(reader, a.Id, a.Text, a.Published))];
        return new ArticleSet(articles, [.. reports.SelectMany(r => r)], truth);
    }

    /// <summary>The part of it in a half: articles all of whose incidents are in it.</summary>
    public ArticleSet Half(string half) => half == Halves[0] ? this : Part(id => Truth[id].All(i => IsWorkedOn(i) == (half == Halves[1])));

    private ArticleSet Part(Func<string, bool> isIn)
    {
        HashSet<string> ids = [.. Ids.Where(isIn)];
        return new ArticleSet([.. Articles.Where(a => ids.Contains(a.Id))], [.. Reports.Where(r => ids.Contains(r.Article))], Truth);
    }

    // By a hash of the incident's id, so that nobody chose them.
    private static bool IsWorkedOn(string incident) => SHA256.HashData(Encoding.UTF8.GetBytes(incident))[0] % 2 == 0;

    private static (string Id, string Text, DateOnly? Published) Article(string file, string line, int number)
    {
        try
        {
            using var article = JsonDocument.Parse(line);
            JsonElement published = article.RootElement.GetProperty("published");
            return (article.RootElement.GetProperty("id").GetString()!, article.RootElement.GetProperty("text").GetString()!,
                published.ValueKind == JsonValueKind.Null ? null : DateOnly.ParseExact(published.GetString()!, "yyyy-MM-dd", null));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new MeasureException($"{file}: line {number}: an object with id, published and text is expected ({e.Message})");
        }
    }
}
