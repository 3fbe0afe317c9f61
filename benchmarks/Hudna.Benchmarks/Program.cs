// Measures reading: characters a second and core beside a plain pass over the same text, cold start beside an empty program, peak memory;
// assessing: incidents a second beside deriving the same incidents; and linking: reports a second, memory and quality by size.
// Usage: Hudna.Benchmarks --cli DLL --json FILE [--texts FILE|DIR] [--linking] [--record] [--full] [--empty] [--link-run REPORTS DAYS]
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

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [LinkingSpeed.RunOption, string linked, string over])
{
    LinkingSpeed.Run(int.Parse(linked, null), int.Parse(over, null));
    return 0;
}

Dictionary<string, double> figures = new(StringComparer.Ordinal);
bool full = args.Contains("--full", StringComparer.Ordinal);
if (args.Contains("--record", StringComparer.Ordinal))
{
    await AddRecordAsync();
    Write();
    return 0;
}

if (args.Contains("--linking", StringComparer.Ordinal))
{
    AddLinking();
    await AddRecordAsync();
    Write();
    return 0;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
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
    await File.WriteAllTextAsync(article, texts[0]);
    int characters = 0;
    await using (StreamWriter lines = new(many, false, new UTF8Encoding(false)))
    {
        while (characters < 10_000_000)
        {
            foreach (string text in texts)
            {
                await lines.WriteLineAsync($"{{\"text\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"}}");
                characters += text.Length;
            }
        }
    }

    double empty = ColdStart.MedianMilliseconds("dotnet", Environment.GetCommandLineArgs()[0], "--empty");
    double cold = ColdStart.MedianMilliseconds("dotnet", cli, "read", "--format", "jsonl", article);
    double coldPeak = ColdStart.Run("dotnet", cli, "read", "--format", "jsonl", article).PeakMegabytes;
    (double wall, double peak) = ColdStart.Run("dotnet", cli, "read", "--format", "jsonl", many);

    figures["texts"] = texts.Length;
    figures["characters"] = texts.Sum(t => (double)t.Length);
    figures["cores"] = Environment.ProcessorCount;
    figures["fold_and_tokenise_chars_per_s"] = plain.Median;
    figures["fold_and_tokenise_chars_per_s_best"] = plain.Best;
    figures["fold_and_tokenise_chars_per_cpu_s"] = plain.Processor;
    figures["read_chars_per_s"] = reading.Median;
    figures["read_chars_per_s_best"] = reading.Best;
    figures["read_chars_per_cpu_s"] = reading.Processor;
    figures["read_all_cores_chars_per_s_per_core"] = parallel.Median;
    figures["read_over_fold_and_tokenise"] = plain.Processor / reading.Processor;
    figures["read_allocated_bytes_per_char"] = allocated;
    figures["load_language_ms"] = loading;
    figures["cold_start_empty_program_ms"] = empty;
    figures["cold_start_read_ms"] = cold;
    figures["cold_start_read_peak_mb"] = coldPeak;
    figures["whole_program_chars"] = characters;
    figures["whole_program_chars_per_s"] = characters / wall * 1000;
    figures["whole_program_peak_mb"] = peak;
    foreach ((string name, double value) in AssessingSpeed.Figures(reader.Gazetteer))
    {
        figures[name] = value;
    }

    Print();
    AddLinking();
    await AddRecordAsync();
    Write();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return hash == 1 ? 1 : 0; // Uses the hash, so that the baseline's work counts.

void AddLinking()
{
    foreach ((string name, double value) in LinkingSpeed.Figures(full))
    {
        figures[name] = value;
    }
}

async Task AddRecordAsync()
{
    Console.WriteLine("linking one report into a record that holds many");
    foreach ((string name, double value) in await RecordLinking.FiguresAsync(full ? 200_000 : 20_000))
    {
        figures[name] = value;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {value,14:#,0.##}"));
    }
}

void Print()
{
    foreach ((string name, double value) in figures)
    {
        Console.WriteLine($"{name,-40} {(value >= 1000 ? value.ToString("#,0", CultureInfo.InvariantCulture) : value.ToString("0.##", CultureInfo.InvariantCulture)),14}");
    }
}

void Write()
{
    if (Option("--json") is not { } json)
    {
        return;
    }

    using FileStream file = File.Create(json);
    using Utf8JsonWriter writer = new(file, new JsonWriterOptions { Indented = true });
    writer.WriteStartObject();
    foreach ((string name, double value) in figures)
    {
        writer.WriteNumber(name, Math.Round(value, 3));
    }

    writer.WriteEndObject();
}
