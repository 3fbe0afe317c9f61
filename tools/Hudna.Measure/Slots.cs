using System.Text.Json;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>The slots of events against gold files of the reading contract, on events whose trigger overlaps a gold one of the same type.</summary>
internal sealed class Slots : IMeasure
{
    public string Name => "slots";

    public string Usage => "[--errors] GOLDDIR TEXTDIR   who, to whom, where, when, modality and mode of events found";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        bool errors = arguments.Contains("--errors", StringComparer.Ordinal);
        string[] folders = [.. arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        if (folders is not [string goldFolder, string textFolder])
        {
            throw new MeasureException("slots: name the folder of gold files and the folder of texts");
        }

        string[] names = ["actors", "recipients", "place", "date", "modality", "mode"];
        Score[] scores = new Score[names.Length];
        foreach (string file in Directory.EnumerateFiles(goldFolder, "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement document = gold.RootElement.GetProperty("document");
            string text = File.ReadAllText(Path.Combine(textFolder, document.GetProperty("id").GetString() + ".txt"));
            DateOnly? published = document.TryGetProperty("published", out JsonElement date) && DateOnly.TryParse(date.GetString(), System.Globalization.CultureInfo.InvariantCulture, out DateOnly day) ? day : null;
            DocumentReading reading = reader.Read("d", text, published);
            foreach (JsonElement e in gold.RootElement.GetProperty("events").EnumerateArray())
            {
                int start = Find(text, e.GetProperty("text").GetString()!, e.TryGetProperty("nth", out JsonElement nth) ? nth.GetInt32() : 1);
                int end = start + e.GetProperty("text").GetString()!.Length;
                EventMention? found = reading.Events.FirstOrDefault(m => m.Start < end && m.End > start && Wire.Name(m.Type) == e.GetProperty("type").GetString());
                if (start < 0 || found is null)
                {
                    continue;
                }

                Score[] one = Compare(e, found);
                for (int i = 0; i < names.Length; i++)
                {
                    scores[i] += one[i];
                    if (errors && one[i].Wrong + one[i].Missed > 0)
                    {
                        output.WriteLine($"{names[i]}\t{Path.GetFileName(file)} {start}\t{found.Text}\tgold {Json(e, names[i])}\tfound {Shown(found, names[i])}");
                    }
                }
            }
        }

        for (int i = 0; i < names.Length; i++)
        {
            output.WriteLine($"{names[i],-12}{scores[i]}");
        }
    }

    private static Score[] Compare(JsonElement gold, EventMention found) =>
    [
        Parties(List(gold, "actors"), found.Actors),
        Parties(List(gold, "recipients"), found.Recipients),
        Value(Text(gold, "place"), found.Place, Shares),
        Value(Text(gold, "date"), found.Date, string.Equals),
        Value(Text(gold, "modality"), Wire.Name(found.Modality), string.Equals),
        Value(Text(gold, "mode"), found.Mode, string.Equals),
    ];

    private static string Json(JsonElement gold, string name) => gold.TryGetProperty(name, out JsonElement value) ? value.ToString() : "null";

    private static string Shown(EventMention found, string name) => name switch
    {
        "actors" => string.Join(" | ", found.Actors),
        "recipients" => string.Join(" | ", found.Recipients) + $" ({found.PatientPhrase})",
        "place" => found.Place ?? "null",
        "date" => found.Date ?? "null",
        "modality" => Wire.Name(found.Modality),
        _ => found.Mode ?? "null",
    };

    private static Score Parties(List<string> gold, IReadOnlyList<string> found)
    {
        int right = found.Count(f => gold.Exists(g => Shares(g, f)));
        return new Score(right, found.Count - right, gold.Count(g => !found.Any(f => Shares(g, f))));
    }

    private static Score Value(string? gold, string? found, Func<string, string, bool> same) =>
        gold is null && found is null ? default
        : gold is null ? new Score(0, 1, 0)
        : found is null ? new Score(0, 0, 1)
        : same(gold, found) ? new Score(1, 0, 0) : new Score(0, 1, 1);

    private static bool Shares(string a, string b) => SearchFold.Of(a).Split(' ').Intersect(SearchFold.Of(b).Split(' '), StringComparer.Ordinal).Any(w => w.Length > 2);

    private static List<string> List(JsonElement gold, string name) =>
        gold.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static string? Text(JsonElement gold, string name) => gold.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static int Find(string text, string words, int nth)
    {
        int at = -1;
        for (int i = 0; i < nth && (i == 0 || at >= 0); i++)
        {
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }

        return at;
    }
}
