using Hudna.Documents;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Cli;

/// <summary>One incident that an article reports.</summary>
/// <param name="Id">The article.</param>
/// <param name="Incident">The incident: the id of the article that names it.</param>
/// <param name="Place">Where, as the article's own reading has it.</param>
/// <param name="Date">When: a day or two days with a slash between, ISO 8601.</param>
/// <param name="Probability">That the article belongs there.</param>
internal sealed record ArticleLine(string Id, string Incident, string Place, string Date, double Probability);

/// <summary>Articles of JSON Lines on their way through <c>hudna link</c>.</summary>
internal static class ArticleRun
{
    /// <summary>What the articles report; a bad line, an article in a language without a reader and one too long are named and left out.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shell">Where to say so.</param>
    /// <param name="problems">Counts those that are left out.</param>
    internal static List<LinkReport> Read(string path, Shell shell, ref int problems)
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

        LinkReport[][] reports = new LinkReport[readable.Count][];
        Parallel.For(0, readable.Count, i =>
        {
            Document document = readable[i];
            DocumentReading reading = reader.Read(document.Id, document.Text, document.Published);
            reports[i] = [.. ArticleReports.Of(ReportOf(document, reading), reading, reader.Gazetteer)];
        });
        return [.. reports.SelectMany(r => r)];
    }

    /// <summary>A line for each incident that an article reports: of several of its happenings in one incident the surest stands for it.</summary>
    internal static IEnumerable<ArticleLine> Lines(LinkResult result, List<LinkReport> reports)
    {
        Dictionary<string, LinkReport> known = reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return result.Links()
            .Select(l => (Article: ArticleOf(l.Id), Incident: ArticleOf(l.Incident) + l.Incident[l.Incident.LastIndexOf('#')..], Report: known[l.Id], l.Probability))
            .GroupBy(l => (l.Article, l.Incident))
            .Select(g => g.OrderByDescending(l => l.Probability).ThenBy(l => l.Report.Id, StringComparer.Ordinal).First())
            .Select(l => new ArticleLine(l.Article, l.Incident, l.Report.Place ?? string.Empty, Days(l.Report), l.Probability));
    }

    private static string ArticleOf(string id) => id[..id.LastIndexOf('#')];

    private static string Days(LinkReport report) =>
        report.First == report.Last ? $"{report.First:yyyy-MM-dd}" : $"{report.First:yyyy-MM-dd}/{report.Last:yyyy-MM-dd}";

    private static Report ReportOf(Document document, DocumentReading reading) => new()
    {
        Id = document.Id,
        Kind = ReportKind.Article,
        Sources = document.Source is { } source ? [new ReportSource(source, document.Published, default, null, null)] : [],
        Text = document.Text,
        OriginalSha256 = string.Empty,
        MediaType = "application/json",
        Encoding = "utf-8",
        PublishedInText = document.Published ?? reading.Document.Published,
    };
}
