using Hudna.Incidents;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Incidents;

/// <summary>The linker's reasons, <c>field: this claim's = ~ ≠ the incident's</c>, in words. What it does not know it shows as it stands.</summary>
internal static class LinkReason
{
    private const string NoneFits = "none fits, and what is denied or only spoken of opens none";

    private static readonly string[] Signs = [" = ", " ~ ", " ≠ "];

    public static string InWords(Words words, KnownNames names, Dates dates, string reason)
    {
        int colon = reason.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            return reason;
        }

        string field = reason[..colon], finding = reason[(colon + 2)..];
        if (field is "person")
        {
            // Who, and what he wrote: his words stand as they are.
            string[] said = finding.Split(": ", 2);
            return words["field.person"] + ": " + string.Join(": ", said.Select(s => $"\u2068{s}\u2069"));
        }

        if (finding is NoneFits)
        {
            return words["reason.none_fits"];
        }

        if (finding is "opened by this claim")
        {
            return words["reason.opened"];
        }

        string? sign = Array.Find(Signs, s => finding.Contains(s, StringComparison.Ordinal));
        string[] sides = sign is null ? [finding] : finding.Split(sign, 2);
        IEnumerable<string> shown = sides.Select(s => $"\u2068{Side(words, names, dates, field, s)}\u2069");
        return words.Term("field", field) + ": " + string.Join(sign ?? " ", shown);
    }

    private static string Side(Words words, KnownNames names, Dates dates, string field, string side) => field switch
    {
        "act" => string.Join(" – ", side.Split(' ', 2).Select((part, i) => words.Term(i == 0 ? "type" : "mode", part))),
        "time" when TimeValue.TryParse(side, out TimeValue time) => dates.Days(time.First, time.Last) + (time.Clock is { } clock ? $" {clock:HH\\:mm}" : ""),
        "place" => Place(words, names, side),
        "actors" or "recipients" => string.Join(words["date.comma"], side.Split([" | ", ", "], StringSplitOptions.None).Select(id => names.ById(id, words.IsArabic) ?? id)),
        _ when side is "?" => words["unknown"],
        _ => side,
    };

    /// <summary>A place's id, perhaps with the distance behind it: <c>sy-homs 0.4 km</c>.</summary>
    private static string Place(Words words, KnownNames names, string side)
    {
        int blank = side.IndexOf(' ', StringComparison.Ordinal);
        string id = blank < 0 ? side : side[..blank];
        return names.ById(id, words.IsArabic) is { } name ? name + side[id.Length..] : side is "?" ? words["unknown"] : side;
    }
}
