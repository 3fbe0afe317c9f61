using System.Globalization;
using System.Text;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Filing;

/// <summary>A report as typed.</summary>
public sealed record FilingDraft
{
    internal const int SourceLengthMax = 300;
    internal const int TextLengthMax = 2_000_000;

    public string Text { get; init; } = "";

    public string Title { get; init; } = "";

    public string Source { get; init; } = "";

    public string Kind { get; init; } = "article";

    public string Published { get; init; } = "";

    public string Url { get; init; } = "";

    public string Confidentiality { get; init; } = "public";

    internal string? SourceOrNull => QueryFields.Text(Source);

    internal string? UrlOrNull => QueryFields.Text(Url);

    internal ReportKind KindOrArticle => Wire.Parse<ReportKind>(Kind) ?? ReportKind.Article;

    internal Confidentiality ConfidentialityOrPublic => Wire.Parse<Confidentiality>(Confidentiality) ?? Hudna.Incidents.Confidentiality.Public;

    internal DateOnly? PublishedDay =>
        DateOnly.TryParseExact(Published.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    internal static FilingDraft Of(IFormCollection form) => new()
    {
        // Browsers post line ends as CR LF; what was pasted had LF.
        Text = form["text"].ToString().ReplaceLineEndings("\n"),
        Title = form["title"].ToString().Trim(),
        Source = form["source"].ToString().Trim(),
        Kind = form["kind"].ToString(),
        Published = form["published"].ToString(),
        Url = form["url"].ToString().Trim(),
        Confidentiality = form["confidentiality"].ToString(),
    };

    internal List<FieldProblem> Check(bool typed)
    {
        var problems = new List<FieldProblem>();
        if (typed && string.IsNullOrWhiteSpace(Text))
        {
            problems.Add(new FieldProblem("text", "problem.no_text"));
        }

        if (typed && Source.Length == 0)
        {
            problems.Add(new FieldProblem("source", "problem.no_source"));
        }

        if (Source.Length > SourceLengthMax || Text.Length > TextLengthMax)
        {
            problems.Add(new FieldProblem("text", "problem.too_long"));
        }

        if (Published.Trim().Length > 0 && PublishedDay is null)
        {
            problems.Add(new FieldProblem("published", "problem.day", Published));
        }

        if (UrlOrNull is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
        {
            problems.Add(new FieldProblem("url", "problem.url", url));
        }

        return problems;
    }

    internal Store.Filing ToFiling() => new()
    {
        Kind = KindOrArticle,
        Source = Source,
        Published = PublishedDay,
        Url = UrlOrNull,
        Title = QueryFields.Text(Title),
        Text = Text,
        Confidentiality = ConfidentialityOrPublic,
        Original = Encoding.UTF8.GetBytes(Text),
    };
}
