using System.IO.Compression;
using System.Text.Json;

namespace Hudna.Measure;

/// <summary>Texts of files named on the command line.</summary>
internal static class Corpus
{
    /// <summary>What the usage line of a measure says of its files.</summary>
    public const string Usage = "text files, .jsonl or .jsonl.gz (fields id, text) and .csv whose last column is the text";

    /// <summary>The texts of a file, each with an id that names it.</summary>
    /// <exception cref="MeasureException">There is no such file.</exception>
    public static IEnumerable<(string Id, string Text)> Texts(string file)
    {
        if (!File.Exists(file))
        {
            throw new MeasureException($"{file}: there is no such file");
        }

        if (file.EndsWith(".csv", StringComparison.Ordinal))
        {
            return File.ReadLines(file).Skip(1).Select((line, i) => ($"{file}:{i + 2}", line));
        }

        return file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith(".jsonl.gz", StringComparison.Ordinal)
            ? Lines(file)
            : [(file, File.ReadAllText(file))];
    }

    private static IEnumerable<(string Id, string Text)> Lines(string file)
    {
        using Stream raw = File.OpenRead(file);
        using StreamReader lines = new(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("text").GetString()!);
        }
    }
}
