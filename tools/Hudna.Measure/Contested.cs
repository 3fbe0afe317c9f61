using Hudna.Acts;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Linking.Articles;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Whether "contested" and "single source" are found again where an archive graded incidents so, from its articles: grouped as the archive does, and as
/// the linker does.</summary>
/// <remarks>
/// An incident's claims are the attacks and seizures, asserted or denied, that its articles tell at their first place or at none. Each article is a source of its
/// own, since the files name none; copies are found by their words. An incident of the linker stands for the archive's to which most of its articles are
/// tied; of several that stand for one the largest does. The archive's grades rest on all its sources, in every language; these on the articles handed in.
/// </remarks>
internal sealed class Contested : IMeasure
{
    private static readonly DateTimeOffset s_received = DateTimeOffset.UnixEpoch;

    public string Name => "contested";

    public string Usage => "ARTICLES.jsonl TRUTH.csv INCIDENTS.csv   'contested' and 'single source' against graded incidents (incident, strike_status, strength)";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments is not [string articles, string truth, string graded])
        {
            throw new MeasureException("contested: name articles as JSON Lines, the truth as CSV with id,incident, and graded incidents as CSV with incident,strike_status,strength");
        }

        ArticleSet set = ArticleSet.Read(reader, articles, truth);
        Dictionary<string, Told> told = set.Articles.ToDictionary(a => a.Id, a => Tell(reader, a, set.Reports.FirstOrDefault(r => r.Article == a.Id)), StringComparer.Ordinal);
        Dictionary<string, (bool Contested, bool Single)> grades = Table.Read(graded, ["incident", "strike_status", "strength"], []).Where(r => r["strike_status"].Length > 0)
            .ToDictionary(r => r["incident"], r => (r["strike_status"].StartsWith("Contested", StringComparison.Ordinal),
                r["strike_status"].StartsWith("Single", StringComparison.Ordinal) || r["strength"] == "Weak"), StringComparer.Ordinal);
        Score(output, "grouped as the archive does", grades, set.Ids.SelectMany(id => set.Truth[id].Select(i => (Id: id, Incident: i))).GroupBy(l => l.Incident, l => l.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal), told);
        Score(output, "grouped by the linker", grades, Found(set), told);
    }

    private static Dictionary<string, string[]> Found(ArticleSet set) =>
        new ArticleLinker(new LinkOptions()).Link(set.Reports).Links().GroupBy(l => l.Incident, l => l.Report.Article, StringComparer.Ordinal)
            .Select(g => g.Distinct(StringComparer.Ordinal).ToArray())
            .GroupBy(g => g.SelectMany(id => set.Truth[id]).GroupBy(i => i, StringComparer.Ordinal).OrderByDescending(i => i.Count()).ThenBy(i => i.Key, StringComparer.Ordinal).First().Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(m => m.Length).ThenBy(m => m[0], StringComparer.Ordinal).First(), StringComparer.Ordinal);

    private static void Score(
        TextWriter output, string title, Dictionary<string, (bool Contested, bool Single)> grades, Dictionary<string, string[]> groups, Dictionary<string, Told> told)
    {
        Score contested = default, single = default;
        int incidents = 0, silent = 0;
        foreach ((string incident, string[] ids) in groups.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!grades.TryGetValue(incident, out (bool Contested, bool Single) grade))
            {
                continue;
            }

            IncidentCorroboration found = Of([.. ids.Select(id => told[id])]);
            incidents++;
            silent += found.Asserting == 0 ? 1 : 0;
            contested += Count(grade.Contested, found.IsContested);
            single += Count(grade.Single, found.IsSingleSource);
        }

        output.WriteLine($"== {title}: {incidents} graded incidents, {silent} of which nobody asserts");
        output.WriteLine($"contested      {contested}");
        output.WriteLine($"single source  {single}");
    }

    private static Score Count(bool graded, bool said) => new(graded && said ? 1 : 0, !graded && said ? 1 : 0, graded && !said ? 1 : 0);

    private static IncidentCorroboration Of(Told[] told)
    {
        TextCopy[] copies = [.. told.SelectMany((a, i) => told.Take(i).Select(b => new TextCopy(a.Report.Id, b.Report.Id, TextOverlap.Of(a.Report.Text, b.Report.Text)))).Where(c => c.Overlap.IsCopy)];
        Claim[] claims = [.. told.SelectMany(t => t.Claims)];
        SourceReport[] reports = [.. told.Select(t => t.Report)];
        Incident incident = IncidentView.Of("i", 1, claims, reports.ToDictionary(r => r.Id, r => (IReadOnlyList<string>)[.. r.Sources.Select(s => s.Name)], StringComparer.Ordinal));
        return CorroborationView.Of(incident, claims, reports, copies);
    }

    private static Told Tell(ArabicReader reader, (string Id, string Text, DateOnly? Published) article, ArticleReport? first)
    {
        DocumentReading reading = reader.Read(article.Id, article.Text, article.Published);
        Report report = new()
        {
            Id = article.Id,
            Kind = ReportKind.Article,
            Sources = [new ReportSource(article.Id, article.Published, s_received, null, null)],
            Text = article.Text,
            OriginalSha256 = string.Empty,
            MediaType = "text/plain",
            Encoding = "utf-8",
            PublishedInText = article.Published,
        };
        string? place = first is { Places: [var at, ..] } ? at.Key : null;
        Claim[] claims =
        [
            .. ClaimsFromReading.Of(report, reading, reader.Gazetteer)
                .Where(c => c.Body.Content is { Kind: ClaimKind.Event, Type: EventType.Assault or EventType.Coerce, Modality: Modality.Asserted or Modality.Negated, Realis: not Realis.Other }
                    && (c.Body.Content.Place is not { } own || IncidentView.PlaceKey(own) == place))
                .Select(c => new Claim { Id = c.Id, ReportId = article.Id, Content = c.Body.Content, Proposed = c.Body.Content, Rule = c.Body.Rule }),
        ];
        return new Told(new SourceReport(article.Id, report.Sources, article.Published, default, article.Text, false, OutletMention.Of(reading)), claims);
    }

    private sealed record Told(SourceReport Report, Claim[] Claims);
}
