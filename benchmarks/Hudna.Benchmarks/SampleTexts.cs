using System.IO.Compression;
using Hudna.Documents;
using Hudna.Store;

namespace Hudna.Benchmarks;

/// <summary>Arabic texts to measure on.</summary>
internal static class SampleTexts
{
    /// <summary>The sample mission's reports, or those of a file or folder (.jsonl may be gzipped).</summary>
    internal static string[] Load(string? path)
    {
        IEnumerable<string> files = path is null ? Directory.EnumerateFiles(Path.Combine(DataFolders.Find("missions/astana"), "reports"))
            : Directory.Exists(path) ? Directory.EnumerateFiles(path)
            : [path];
        string[] texts = [.. files.Order(StringComparer.Ordinal)
            .SelectMany(f => DocumentFiles.Read(f.EndsWith(".gz", StringComparison.Ordinal) ? f[..^3] : f, Bytes(f)).Documents)
            .Select(d => d.Text).Where(t => LanguageGuess.Of(t) is "ar")];
        return texts.Length > 0 ? texts : throw new InvalidDataException($"No Arabic texts in {path}.");
    }

    private static byte[] Bytes(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using MemoryStream all = new();
        plain.CopyTo(all);
        return all.ToArray();
    }
}
