using System.Text.Json;
using System.Text.Json.Serialization;
using Hudna.Importing;
using Hudna.Store;
using Microsoft.Extensions.Logging;

namespace Hudna.Server.Features.Importing;

/// <summary>Tables that were handed in at the site and are not confirmed yet, on the disk: a folder each below <c>imports</c> in the data folder, with
/// the file, its form, and how it is to be read. A restart loses none. They are no part of the record: a folder that is deleted is gone, and so is one
/// that was left for <see cref="KeptFor"/>.</summary>
internal sealed partial class ImportShelf
{
    /// <summary>Tables and bytes kept at most; the oldest go first.</summary>
    public const int TablesMax = 50;
    public const long BytesMax = 2L * 1024 * 1024 * 1024;

    /// <summary>How long a table waits to be confirmed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private const string Table = "table", Form = "form", About = "about.json";

    private readonly string folder;
    private readonly TimeProvider time;
    private readonly ILogger<ImportShelf> log;

    public ImportShelf(ServerOptions options, TimeProvider time, ILogger<ImportShelf> log) =>
        (folder, this.time, this.log) = (Path.Combine(options.DataFolder, "imports"), time, log);

    /// <summary>Keeps a table under a new id.</summary>
    /// <param name="id">Hex digits.</param>
    /// <param name="file">How it is to be read; its bytes and form are not looked at.</param>
    /// <param name="bytes">The table.</param>
    /// <param name="form">Its form; null when it has none.</param>
    /// <param name="cancellation">Cancels; nothing is kept then.</param>
    public async Task PutAsync(string id, TableFile file, Stream bytes, Stream? form, CancellationToken cancellation)
    {
        // Written beside and moved, so that a crash leaves no half of a table.
        string made = Path.Combine(folder, id + ".part");
        Directory.CreateDirectory(made);
        await WriteAsync(Path.Combine(made, Table), bytes, cancellation);
        if (form is not null)
        {
            await WriteAsync(Path.Combine(made, Form), form, cancellation);
        }

        await File.WriteAllTextAsync(Path.Combine(made, About), AboutText(file), cancellation);
        Directory.Move(made, PathOf(id));
    }

    /// <summary>Notes that a table is to be read otherwise.</summary>
    public async Task ChangeAsync(string id, TableFile file, CancellationToken cancellation)
    {
        string about = Path.Combine(PathOf(id), About);
        await File.WriteAllTextAsync(about + ".part", AboutText(file), cancellation);
        File.Move(about + ".part", about, overwrite: true);
    }

    /// <summary>How a table is to be read, without its bytes; null when there is none such, or what is kept cannot be used.</summary>
    public TableFile? Find(string id)
    {
        try
        {
            ShelfEntry? entry = IsId(id) && File.Exists(Path.Combine(PathOf(id), About))
                ? JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(PathOf(id), About)), ShelfJson.Default.ShelfEntry) : null;
            return entry is null ? null : new TableFile(entry.FileName, default)
            {
                Layout = entry.Layout,
                Mapping = entry.Mapping is { } json ? MappingJson.Read(json, out _) : null,
                Sheet = entry.Sheet,
                Source = entry.Source,
                Published = entry.Published,
                DateOrder = entry.DateOrder,
            };
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            Unusable(log, id, e);
            return null;
        }
    }

    /// <summary>A table with its bytes and form, read from the disk.</summary>
    /// <exception cref="BadTableException">It is not kept any more.</exception>
    public async Task<TableFile> ReadAsync(string id, TableFile file, CancellationToken cancellation)
    {
        try
        {
            string form = Path.Combine(PathOf(id), Form);
            return file with
            {
                Bytes = await File.ReadAllBytesAsync(Path.Combine(PathOf(id), Table), cancellation),
                Form = File.Exists(form) ? await File.ReadAllBytesAsync(form, cancellation) : null,
            };
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadTableException($"{file.FileName} is not kept any more: hand it in again", 0, "gone");
        }
    }

    /// <summary>Drops a table; none is no error.</summary>
    public void Drop(string id)
    {
        try
        {
            Directory.Delete(PathOf(id), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    /// <summary>Drops what waited too long, what a crash left half written, and the oldest where there is too much.</summary>
    /// <param name="isNeeded">Those that are not to be dropped, by id.</param>
    public void Clear(Func<string, bool> isNeeded)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        long bytes = 0;
        int tables = 0;
        foreach (DirectoryInfo kept in new DirectoryInfo(folder).GetDirectories().OrderByDescending(d => d.LastWriteTimeUtc).ThenBy(d => d.Name, StringComparer.Ordinal))
        {
            bytes += kept.EnumerateFiles().Sum(f => f.Length);
            TimeSpan age = time.GetUtcNow() - new DateTimeOffset(kept.LastWriteTimeUtc);
            bool isHalf = kept.Extension.Length > 0 && age > TimeSpan.FromHours(1);
            if (!isNeeded(kept.Name) && (isHalf || age > KeptFor || ++tables > TablesMax || bytes > BytesMax))
            {
                kept.Delete(recursive: true);
            }
        }
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(char.IsAsciiHexDigit);

    private string PathOf(string id) => IsId(id) ? Path.Combine(folder, id) : throw new ArgumentException("hex digits are expected", nameof(id));

    private static async Task WriteAsync(string path, Stream bytes, CancellationToken cancellation)
    {
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
        await bytes.CopyToAsync(file, cancellation);
    }

    private static string AboutText(TableFile file) => JsonSerializer.Serialize(
        new ShelfEntry(
            file.FileName, file.Layout, file.Mapping is { } mapping ? MappingJson.Write(mapping) : null, file.Sheet, file.Source, file.Published, file.DateOrder),
        ShelfJson.Default.ShelfEntry);

    [LoggerMessage(1, LogLevel.Warning, "What is kept of the table {Id} cannot be used.")]
    private static partial void Unusable(ILogger log, string id, Exception error);
}

/// <summary>How a kept table is to be read.</summary>
internal sealed record ShelfEntry(string FileName, string? Layout, string? Mapping, string? Sheet, string? Source, DateOnly? Published, DateOrder? DateOrder);

[JsonSerializable(typeof(ShelfEntry))]
internal sealed partial class ShelfJson : JsonSerializerContext;
