using System.Globalization;
using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Filing;

/// <summary>Files what is handed in. An outcome is given only once it is durable; reading follows in the background.</summary>
internal sealed class FilingDesk(Intake intake, ReadingWorker worker)
{
    public async Task<FileOutcome> FileTextAsync(FilingDraft draft, string by, CancellationToken cancellation)
    {
        FilingOutcome outcome = await intake.FileAsync(draft.ToFiling(), by, cancellation);
        worker.Wake();
        return FileOutcome.Of("", outcome);
    }

    /// <summary>Files every document in every file; one that cannot be taken does not keep the others out.</summary>
    public async Task<IReadOnlyList<FileOutcome>> FileAllAsync(IEnumerable<IFormFile> files, FilingDraft draft, string by, CancellationToken cancellation)
    {
        var outcomes = new List<FileOutcome>();
        foreach (IFormFile file in files)
        {
            string name = Path.GetFileName(file.FileName);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            byte[] content = bytes.ToArray();
            outcomes.AddRange(TableFiles.IsTable(name, content)
                ? await FileTableAsync(name, content, draft, by, cancellation)
                : await FileDocumentsAsync(name, content, draft, by, cancellation));
        }

        worker.Wake();
        return outcomes;
    }

    private async Task<List<FileOutcome>> FileDocumentsAsync(string name, byte[] bytes, FilingDraft draft, string by, CancellationToken cancellation)
    {
        DocumentsFound found = DocumentFiles.Read(name, bytes);
        string[] labels = [.. found.Documents.Select(d => d.Line is { } line ? FormattableString.Invariant($"{name}:{line}") : name)];
        IReadOnlyList<FilingOutcome> filed = await intake.FileAllAsync(
            [.. found.Documents.Select(d => Store.Filing.Of(d, draft.SourceOrNull, draft.PublishedDay, draft.UrlOrNull, name) with
            {
                Kind = draft.KindOrArticle,
                Confidentiality = draft.ConfidentialityOrPublic,
            })],
            by,
            cancellation);
        return
        [
            .. filed.Select((o, i) => FileOutcome.Of(labels[i], o)),
            .. found.Problems.Select(p => FileOutcome.Refused(p.Line is { } line ? FormattableString.Invariant($"{name}:{line}") : name, p.Code, p.Message)),
        ];
    }

    // A table whose mapping nobody has looked at goes by the import page, which shows it.
    private async Task<List<FileOutcome>> FileTableAsync(string name, byte[] bytes, FilingDraft draft, string by, CancellationToken cancellation)
    {
        var outcomes = new List<FileOutcome>();
        try
        {
            TableImport table = await TableImport.OpenAsync(intake, new TableFile(name, bytes) { Source = draft.SourceOrNull, Published = draft.PublishedDay }, cancellation);
            if (table.IsProposed)
            {
                return [FileOutcome.Refused(name, "unknown-table", $"{name}: {string.Join(", ", table.Header.Take(8))}")];
            }

            await table.RunAsync(
                by,
                rows =>
                {
                    outcomes.AddRange(rows.SelectMany(r => Of(name, r)));
                    return Task.CompletedTask;
                },
                cancellation);
        }
        catch (BadTableException e)
        {
            outcomes.Add(FileOutcome.Refused(name, e.Code, $"{name}: {e.Message}"));
        }

        return outcomes;
    }

    private static IEnumerable<FileOutcome> Of(string name, RowOutcome row)
    {
        string label = string.Create(CultureInfo.InvariantCulture, $"{name}:{row.Line}");
        return row.Outcome is { } outcome ? [FileOutcome.Of(label, outcome)]
            : row.Problems.Select(p => FileOutcome.Refused(label, "bad-row", p.Column.Length == 0 ? p.Message : $"{p.Column}: {p.Message}"));
    }
}
