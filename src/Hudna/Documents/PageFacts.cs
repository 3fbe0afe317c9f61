using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hudna.Documents;

/// <summary>What a page's markup says of it: meta elements, JSON-LD, link and time elements, in this order of trust.</summary>
/// <param name="Headline">Headline that markup names as such; null when only the page's title is there.</param>
/// <param name="PageTitle">The page's title, which mostly names the outlet too.</param>
/// <param name="Published">Day of publication, as the outlet writes it.</param>
/// <param name="Source">Outlet.</param>
/// <param name="Url">Canonical address.</param>
internal sealed record PageFacts(string? Headline, string? PageTitle, DateOnly? Published, string? Source, string? Url)
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.created", "pubdate", "publishdate",
        "publish-date", "parsely-pub-date", "sailthru.date", "date",
    ];

    private static readonly string[] TitleSeparators = [" | ", " - ", " – ", " — ", " :: ", " » "];

    internal static PageFacts Of(IHtmlDocument page)
    {
        Gathered g = new();
        foreach (IElement element in PageWalk.Elements(page))
        {
            Gather(element, g);
        }

        return new(
            Clean(g.Meta("og:title")) ?? Clean(g.Linked("headline")) ?? Clean(g.Heading),
            Clean(g.TitleElement),
            DateNames.Select(n => DocumentDates.Parse(g.Meta(n))).FirstOrDefault(d => d is not null)
                ?? DocumentDates.Parse(g.Linked("datePublished")) ?? DocumentDates.Parse(g.Time),
            Clean(g.Meta("og:site_name")) ?? Clean(g.Linked("publisher")) ?? Clean(g.Meta("application-name")),
            Clean(g.Canonical) ?? Clean(g.Meta("og:url")));
    }

    private static void Gather(IElement element, Gathered g)
    {
        switch (element.LocalName)
        {
            case "meta":
                g.AddMeta(element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop"), element.GetAttribute("content"));
                break;
            case "link" when string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                g.Canonical ??= element.GetAttribute("href");
                break;
            case "title":
                g.TitleElement ??= PageWalk.Text(element);
                break;
            case "h1":
                // Several first-level headings: the longest is the story's, the others name site and section.
                string heading = PageWalk.Text(element);
                g.Heading = g.Heading is null || heading.Length > g.Heading.Length ? heading : g.Heading;
                break;
            case "time":
                g.Time ??= DocumentDates.Parse(element.GetAttribute("datetime")) is null ? null : element.GetAttribute("datetime");
                break;
            case "script" when element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                g.AddLinked(PageWalk.Text(element));
                break;
            default:
                if (element.GetAttribute("itemprop") is { } property && property.Equals("datePublished", StringComparison.OrdinalIgnoreCase))
                {
                    g.AddMeta(property, element.GetAttribute("content") ?? element.GetAttribute("datetime"));
                }

                break;
        }
    }

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : PageWalk.Collapse(value);

    /// <summary>The headline: as markup names it, else the part of the page's title that opens the story, else the title without the
    /// outlet's name at its end.</summary>
    /// <param name="opening">The story's first paragraphs.</param>
    internal string? Title(IReadOnlyList<string> opening)
    {
        if (Headline is not null || PageTitle is null)
        {
            return Headline;
        }

        string[] parts = PageTitle.Split(TitleSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.FirstOrDefault(p => opening.Contains(p, StringComparer.Ordinal))
            ?? (parts.Length > 1 && (string.Equals(parts[^1], Source, StringComparison.Ordinal) || parts[^1].Length * 2 < PageTitle.Length)
                ? PageTitle[..PageTitle.LastIndexOf(parts[^1], StringComparison.Ordinal)].TrimEnd(' ', '|', '-', '–', '—', ':', '»')
                : PageTitle);
    }

    private sealed class Gathered
    {
        private readonly Dictionary<string, string> meta = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, string> linked = new(StringComparer.Ordinal);

        internal string? Canonical { get; set; }

        internal string? TitleElement { get; set; }

        internal string? Heading { get; set; }

        internal string? Time { get; set; }

        internal string? Meta(string name) => meta.GetValueOrDefault(name);

        internal string? Linked(string name) => linked.GetValueOrDefault(name);

        internal void AddMeta(string? name, string? content)
        {
            if (!string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(content))
            {
                meta.TryAdd(name.Trim(), content);
            }
        }

        internal void AddLinked(string json)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                Walk(document.RootElement);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Broken metadata is common and says nothing; the page's text stands without it.
            }
        }

        // An article's object wherever it stands: at the top, in an array, in @graph. JsonDocument bounds the depth to 64.
        private void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Walk(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("headline", out JsonElement headline) && headline.ValueKind == JsonValueKind.String)
                {
                    Take("headline", element);
                    Take("datePublished", element);
                    if (element.TryGetProperty("publisher", out JsonElement publisher) && publisher.ValueKind == JsonValueKind.Object
                        && publisher.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String)
                    {
                        linked.TryAdd("publisher", name.GetString()!);
                    }
                }

                if (element.TryGetProperty("@graph", out JsonElement graph))
                {
                    Walk(graph);
                }
            }
        }

        private void Take(string name, JsonElement from)
        {
            if (from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            {
                linked.TryAdd(name, value.GetString()!);
            }
        }
    }
}
