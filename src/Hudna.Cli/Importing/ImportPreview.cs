using System.Globalization;
using System.Text;
using Hudna.Cli.Reading;
using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>Shows what files would give, without a record and without writing anything to one.</summary>
/// <param name="shell">Where to show it.</param>
/// <param name="run">What is asked for.</param>
internal sealed class ImportPreview(Shell shell, ImportRun run)
{
    private const int RowsShown = 10;

    /// <summary>The layout, the mapping, the first rows and every problem of each table; what each other file holds.</summary>
    internal Task<int> ShowAsync(CancellationToken cancellation) => EachAsync(ShowTable, cancellation);

    /// <summary>The mapping of each table, as JSON.</summary>
    internal Task<int> PrintMappingAsync(CancellationToken cancellation) => EachAsync(
        (_, table) =>
        {
            Write(MappingJson.Write(table.Mapping));
            return true;
        },
        cancellation);

    private async Task<int> EachAsync(Func<string, TableImport, bool> show, CancellationToken cancellation)
    {
        // Names are looked up, and kept mappings used, where there is a record; where there is none, none is made.
        string? made = MissionRecord.IsIn(run.Folder) ? null : Directory.CreateTempSubdirectory("hudna-preview-").FullName;
        bool isGood = true;
        try
        {
            await using MissionRecord mission = await MissionRecord.OpenAsync(made ?? run.Folder, create: made is not null, shell.Clock);
            FileImport import = new(mission);
            foreach ((string? path, string? problem) in InputFiles.Of(run.Names, FileImport.Extensions))
            {
                cancellation.ThrowIfCancellationRequested();
                (byte[]? bytes, string? unreadable) = path is null ? (null, problem) : InputFiles.Read(path, shell.In);
                if (bytes is null)
                {
                    shell.Say(unreadable!);
                    isGood = false;
                    continue;
                }

                isGood &= await ShowFileAsync(import, path is "-" ? "stdin" : path!, bytes, show, cancellation);
            }
        }
        finally
        {
            if (made is not null)
            {
                Directory.Delete(made, recursive: true);
            }
        }

        return isGood ? ExitCode.Done : ExitCode.BadInput;
    }

    private async Task<bool> ShowFileAsync(FileImport import, string name, byte[] bytes, Func<string, TableImport, bool> show, CancellationToken cancellation)
    {
        if (!TableFiles.IsTable(name, bytes))
        {
            return ShowDocuments(name, DocumentFiles.Read(name, bytes));
        }

        try
        {
            (TableImport? table, _) = await import.OpenTableAsync(name, bytes, run.KnownOf(name), cancellation);
            if (table is null)
            {
                Write($"{name}: a table of coverage (who looked where and when); it has no mapping.");
                return true;
            }

            return show(name, table);
        }
        catch (BadTableException e)
        {
            shell.Say(string.Create(CultureInfo.InvariantCulture, $"{name}{(e.Line > 0 ? $":{e.Line}" : "")}: {e.Message}"));
            return false;
        }
    }

    private bool ShowDocuments(string name, DocumentsFound found)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"{name}: {found.Documents.Count} documents"));
        foreach (Document document in found.Documents.Take(RowsShown))
        {
            Write($"  {document.Published?.ToString("O", CultureInfo.InvariantCulture) ?? "no date   "}  {document.Source ?? run.Known.Source ?? document.Id}  {document.Title ?? document.Text[..Math.Min(60, document.Text.Length)].ReplaceLineEndings(" ")}");
        }

        foreach (DocumentProblem problem in found.Problems)
        {
            shell.Say(problem.Message);
        }

        return found.Problems.Count == 0;
    }

    private bool ShowTable(string name, TableImport table)
    {
        Write($"{name}: {table.Mapping.Name} (layout {table.Mapping.Layout}){(table.IsProposed ? "; mapping proposed by the names of the columns" : "")}");
        foreach (string note in table.Notes)
        {
            Write("  " + note);
        }

        foreach ((string field, FieldMapping from) in table.Mapping.Fields)
        {
            string[] there = [.. from.Columns.Where(c => ColumnNames.IndexOf(table.Header, c) >= 0)];
            if (there.Length > 0 || from.Value is not null)
            {
                Write($"  {field,-16} ← {(from.Value is { } value ? $"\"{value}\"" : string.Join(", ", there))}");
            }
        }

        if (table.Mapping.LeaveOut.Where(c => ColumnNames.IndexOf(table.Header, c) >= 0).ToList() is { Count: > 0 } leftOut)
        {
            Write($"  left out, kept nowhere: {string.Join(", ", leftOut)}");
        }

        int good = 0, bad = 0;
        foreach (RowResult row in table.Preview())
        {
            good += row.Row is null ? 0 : 1;
            bad += row.Row is null ? 1 : 0;
            if (row.Row is not null && good <= RowsShown)
            {
                Write(Line(row.Row));
            }

            foreach (RowProblem problem in row.Problems)
            {
                shell.Say(FileImport.Text(string.Create(CultureInfo.InvariantCulture, $"{name}:{problem.Line}"), problem));
            }
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"  {good} rows would go in, {bad} would not. Nothing was written."));
        return bad == 0;
    }

    private static string Line(ImportRow row)
    {
        ClaimContent? claim = row.Claim;
        string act = claim?.Type is { } type ? Wire.Name(type) + (claim.Mode is { } mode ? ":" + mode : "") : "no event";
        string place = claim?.Place is { } p
            ? string.Create(CultureInfo.InvariantCulture, $"{p.Text}{(p.PlaceId is { } id ? $" [{id}]" : "")}{(p.Lat is { } lat ? $" {lat:0.####},{p.Lon:0.####}" : "")} prec {p.Precision}") : "no place";
        string who = $"{Names(claim?.Actors)} → {Names(claim?.Recipients)}";
        string dead = claim?.Dead is { } d ? string.Create(CultureInfo.InvariantCulture, $" dead {d.Low}{(d.High == d.Low ? "" : $"–{d.High}")}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"  {row.Line,6}  {row.Id ?? "-"}  {claim?.Time?.Value ?? "no date"}  {act}  {place}  {who}{dead}").ReplaceLineEndings(" ");
    }

    private static string Names(IReadOnlyList<Party>? parties) =>
        parties is { Count: > 0 } ? string.Join("; ", parties.Select(p => p.Text + (p.ActorId is { } id ? $" [{id}]" : ""))) : "?";

    private void Write(string line) => ClosedPipes.Write(shell.Out, Encoding.UTF8.GetBytes(line + "\n"));
}
