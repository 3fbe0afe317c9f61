using System.Text.Json;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Words of doer, act and target (arabic_event_gsr's span files) against those of the reader's acts of the type: shared words, a word once a sentence.</summary>
internal sealed class GsrSpans : IMeasure
{
    public string Name => "gsr-spans";

    public string Usage => "FILE.json…   sentences with the words of source_actor, verb and target_actor";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        foreach (string file in arguments)
        {
            using JsonDocument json = JsonDocument.Parse(File.Exists(file) ? File.ReadAllText(file) : throw new MeasureException($"{file}: there is no such file"));
            Score doer = default, verb = default, target = default;
            foreach (JsonElement row in json.RootElement.EnumerateArray())
            {
                string type = row.GetProperty("event_type").GetString()!;
                DocumentReading reading = reader.Read("s", row.GetProperty("text").GetString()!, null);
                EventMention[] events = [.. reading.Events.Where(e => Wire.Name(e.Type) == type && e.Modality != Modality.Negated)];
                string text = row.GetProperty("text").GetString()!;
                doer += Compare(Gold(row, "source_actor"), Words(events.SelectMany(e => e.Actors.Append(e.AgentPhrase ?? string.Empty))));
                verb += Compare(Gold(row, "verb"), Words(events.Select(e => e.Text)));
                target += Compare(Gold(row, "target_actor"), Words(events.SelectMany(e => e.Recipients.Append(e.PatientPhrase ?? string.Empty)
                    .Append(e.DeadSpan?.Of(text) ?? string.Empty).Append(e.InjuredSpan?.Of(text) ?? string.Empty))));
            }

            output.WriteLine(Path.GetFileName(file));
            output.WriteLine($"  doer    {doer}");
            output.WriteLine($"  verb    {verb}");
            output.WriteLine($"  target  {target}");
        }
    }

    private static HashSet<string> Gold(JsonElement row, string role) =>
        Words(row.GetProperty("spans").EnumerateArray().SelectMany(s => s.GetProperty(role).EnumerateArray()).Select(w => w.GetString()!));

    private static HashSet<string> Words(IEnumerable<string> texts) =>
        [.. texts.SelectMany(t => SearchFold.Of(t).Split([' ', '،', ',', '.', '"', '«', '»', '(', ')'], StringSplitOptions.RemoveEmptyEntries)).Select(Bare)];

    private static string Bare(string word) => word.Length > 3 && word[0] is 'و' or 'ب' or 'ل' ? word[1..] : word;

    private static Score Compare(HashSet<string> gold, HashSet<string> found)
    {
        int right = found.Count(gold.Contains);
        return new Score(right, found.Count - right, gold.Count - right);
    }
}
