using System.Globalization;
using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Mentions as rows of a table: layer, value in words, the source's words.</summary>
internal static class MentionRows
{
    private const string Unknown = "?";

    /// <summary>All mentions, layer by layer. Colours are the terminal's own eight, which its owner has made readable.</summary>
    internal static IEnumerable<(int Start, string Layer, string Color, string Value, string Text)> Of(DocumentReading reading) =>
        reading.Times.Select(t => (t.Start, "time", "blue", t.Value ?? Unknown, t.Text))
            .Concat(reading.Places.Select(p => (p.Start, "place", "green", Place(p), p.Text)))
            .Concat(reading.Actors.Select(a => (a.Start, "actor", "yellow", $"{a.Name ?? Unknown} ({Wire.Name(a.Type)})", a.Text)))
            .Concat(reading.Quantities.Select(q => (q.Start, "quantity", "magenta", $"{Wire.Name(q.Measure)} {Bounds(q.Low, q.High)}", q.Text)))
            .Concat(reading.Statements.Select(s => (s.Start, "statement", "cyan", $"said by {s.Speaker ?? Unknown}", s.Text)))
            .Concat(reading.Events.Select(e => (e.Start, "event", "red", Event(e), e.Text)));

    /// <summary>All mentions with their layers, as the JSON calls them, and their values on one line.</summary>
    internal static IEnumerable<(string Layer, IMention Mention, string Value)> Mentions(DocumentReading reading) =>
        reading.Times.Select(t => ("times", (IMention)t, t.Value ?? Unknown))
            .Concat(reading.Places.Select(p => ("places", (IMention)p, Place(p))))
            .Concat(reading.Actors.Select(a => ("actors", (IMention)a, $"{a.Name ?? Unknown} ({Wire.Name(a.Type)})")))
            .Concat(reading.Quantities.Select(q => ("quantities", (IMention)q, $"{Wire.Name(q.Measure)} {Bounds(q.Low, q.High)}")))
            .Concat(reading.Statements.Select(s => ("statements", (IMention)s, "")))
            .Concat(reading.Events.Select(e => ("events", (IMention)e, $"{Wire.Name(e.Type)}{(e.Mode is null ? "" : $" {e.Mode}")}, {Wire.Name(e.Modality)}")))
            .Concat(reading.Facts.Select(f => ("facts", (IMention)f, Wire.Name(f.Modality))));

    private static string Place(PlaceMention place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Name ?? Unknown} ({Wire.Name(place.Kind)}{(place.Country is null ? "" : $", {place.Country}")})");

    private static string Bounds(decimal? low, decimal? high) =>
        low == high ? Number(low)
        : high is null ? $"{Number(low)} or more"
        : low is null ? $"{Number(high)} at most"
        : $"{Number(low)} to {Number(high)}";

    private static string Number(decimal? number) => number?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? Unknown;

    private static string Event(EventMention e)
    {
        List<string> lines = [$"{Wire.Name(e.Type)}{(e.Mode is null ? "" : $" {e.Mode}")}, {Wire.Name(e.Modality)}"];
        Add(lines, "by", e.Actors);
        Add(lines, "to", e.Recipients);
        Add(lines, "at", e.Place is null ? [] : [e.Place]);
        Add(lines, "on", e.Date is null ? [] : [e.Date]);
        Add(lines, "dead", e.Dead is null ? [] : [Number(e.Dead)]);
        Add(lines, "injured", e.Injured is null ? [] : [Number(e.Injured)]);
        return string.Join('\n', lines);
    }

    private static void Add(List<string> lines, string label, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            lines.Add($"{label} {string.Join(" | ", values)}");
        }
    }
}
