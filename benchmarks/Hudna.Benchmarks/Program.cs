// Measures reading: characters a second and core beside a plain pass over the same text, cold start beside an empty program, peak memory;
// and assessing: incidents a second beside deriving the same incidents.
// Usage: Hudna.Benchmarks --cli DLL --json FILE [--texts FILE|DIR] [--empty]
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hudna.Benchmarks;
using Hudna.Reading.Arabic;
using Hudna.Store;

if (args is ["--empty"])
{
    return 0; // The empty program that cold start is compared with.
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string cli = Option("--cli") ?? throw new InvalidOperationException("--cli Hudna.Cli.dll is missing; run ./bench");

long before = Stopwatch.GetTimestamp();
var reader = ArabicReader.Load(DataFolders.ReadLanguage(DataFolders.Find("lang/ar")), [], []);
double loading = Stopwatch.GetElapsedTime(before).TotalMilliseconds;

string[] texts = SampleTexts.Load(Option("--texts"));
DateOnly published = new(2016, 12, 30);
ulong hash = 0;
Rate plain = Throughput.OneCore(texts, t => hash ^= FoldAndTokenise.Run(t));
Rate reading = Throughput.OneCore(texts, t => reader.Read("x", t, published));
Rate parallel = Throughput.AllCores(texts, t => reader.Read("x", t, published));
long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
Array.ForEach(texts, t => reader.Read("x", t, published));
double allocated = (GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / texts.Sum(t => (double)t.Length);

// Whole processes: one article, and all texts many times over as JSON Lines.
string folder = Directory.CreateTempSubdirectory("hudna-bench-").FullName;
try
{
    string article = Path.Combine(folder, "article.txt"), many = Path.Combine(folder, "many.jsonl");
    File.WriteAllText(article, texts[0]);
    int characters = 0;
    using (StreamWriter lines = new(many, false, new UTF8Encoding(false)))
    {
        while (characters < 10_000_000)
        {
            foreach (string text in texts)
            {
                lines.WriteLine($"{{\"text\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"}}");
                characters += text.Length;
            }
        }
    }

    double empty = ColdStart.MedianMilliseconds("dotnet", Environment.GetCommandLineArgs()[0], "--empty");
    double cold = ColdStart.MedianMilliseconds("dotnet", cli, "read", "--format", "jsonl", article);
    double coldPeak = ColdStart.Run("dotnet", cli, "read", "--format", "jsonl", article).PeakMegabytes;
    (double wall, double peak) = ColdStart.Run("dotnet", cli, "read", "--format", "jsonl", many);

    Dictionary<string, double> figures = new(StringComparer.Ordinal)
    {
        ["texts"] = texts.Length,
        ["characters"] = texts.Sum(t => (double)t.Length),
        ["cores"] = Environment.ProcessorCount,
        ["fold_and_tokenise_chars_per_s"] = plain.Median,
        ["fold_and_tokenise_chars_per_s_best"] = plain.Best,
        ["fold_and_tokenise_chars_per_cpu_s"] = plain.Processor,
        ["read_chars_per_s"] = reading.Median,
        ["read_chars_per_s_best"] = reading.Best,
        ["read_chars_per_cpu_s"] = reading.Processor,
        ["read_all_cores_chars_per_s_per_core"] = parallel.Median,
        ["read_over_fold_and_tokenise"] = plain.Processor / reading.Processor,
        ["read_allocated_bytes_per_char"] = allocated,
        ["load_language_ms"] = loading,
        ["cold_start_empty_program_ms"] = empty,
        ["cold_start_read_ms"] = cold,
        ["cold_start_read_peak_mb"] = coldPeak,
        ["whole_program_chars"] = characters,
        ["whole_program_chars_per_s"] = characters / wall * 1000,
        ["whole_program_peak_mb"] = peak,
    };
    foreach ((string name, double value) in AssessingSpeed.Figures(reader.Gazetteer))
    {
        figures[name] = value;
    }

    foreach ((string name, double value) in figures)
    {
        Console.WriteLine($"{name,-40} {(value >= 1000 ? value.ToString("#,0", CultureInfo.InvariantCulture) : value.ToString("0.##", CultureInfo.InvariantCulture)),14}");
    }

    if (Option("--json") is { } json)
    {
        using FileStream file = File.Create(json);
        using Utf8JsonWriter writer = new(file, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        foreach ((string name, double value) in figures)
        {
            writer.WriteNumber(name, Math.Round(value, 2));
        }

        writer.WriteEndObject();
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return hash == 1 ? 1 : 0; // Uses the hash, so that the baseline's work counts.
