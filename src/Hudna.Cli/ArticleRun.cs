using Hudna.Documents;
using Hudna.Linking.Articles;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary>One incident that an article reports.</summary>
/// <param name="Id">The article.</param>
/// <param name="Incident">The incident: the id of the article that names it, # and the number of its happening there.</param>
/// <param name="Place">Where, as the article's own reading has it; empty when it names no place.</param>
/// <param name="Date">When: a day or two days with a slash between, ISO 8601; <c>--10-20</c> when no year is told; empty when no day is.</param>
/// <param name="Probability">That the article belongs there.</param>
internal sealed record ArticleLine(string Id, string Incident, string Place, string Date, double Probability);

/// <summary>Articles of JSON Lines on their way through <c>hudna link</c>.</summary>
internal static class ArticleRun
{
    /// <summary>What the articles report; a bad line, an article in a language without a reader and one too long are named and left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shell">Where to say so.</param>
    /// <param name="problems">Counts those that are left out.</param>
    internal static List<ArticleReport> Read(string path, Shell shell, ref int problems)
    {
        DocumentsFound found = JsonLinesDocuments.Read(Path.GetFileName(path), File.ReadAllBytes(path));
        foreach (DocumentProblem problem in found.Problems)
        {
            problems++;
            shell.Say(problem.Message);
        }

        ArabicReader reader = ArabicReader.Load(DataFolders.ReadLanguage(DataFolders.Find("lang/ar")), [], []);
        List<Document> readable = [];
        foreach (Document document in found.Documents)
        {
            string language = LanguageGuess.Of(document.Text);
            if (document.Unread is null && language == reader.Language)
            {
                readable.Add(document);
                continue;
            }

            problems++;
            shell.Say($"{path}: {document.Id}: not read ({document.Unread ?? $"language:{language}"})");
        }

        ArticleReport[][] reports = new ArticleReport[readable.Count][];
        Parallel.For(0, readable.Count, i =>
        {
            Document document = readable[i];
            reports[i] = [.. ArticleReports.Read(reader, document.Id, document.Text, document.Published)];
        });
        return [.. reports.SelectMany(r => r)];
    }

    /// <summary>A line for each incident that an article reports: of several of its happenings in one incident the surest stands for it.</summary>
    internal static IEnumerable<ArticleLine> Lines(ArticleLinks links) =>
        links.Links()
            .GroupBy(l => (l.Report.Article, l.Incident))
            .Select(g => g.OrderByDescending(l => l.Probability).ThenBy(l => l.Report.Id, StringComparer.Ordinal).First())
            .Select(l => new ArticleLine(l.Report.Article, l.Incident, l.Report.Places is [var first, ..] ? first.Key : string.Empty, Days(l.Report.Days), l.Probability));

    private static string Days(DayClues days) =>
        days is { Day: { } day, IsTold: true } ? $"{day:yyyy-MM-dd}"
        : days.Day is { } published ? $"{published.AddDays(-1):yyyy-MM-dd}/{published:yyyy-MM-dd}"
        : days.MonthDays is [var (month, date), ..] ? $"--{month:00}-{date:00}"
        : string.Empty;
}
