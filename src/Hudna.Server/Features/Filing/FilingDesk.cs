using Hudna.Documents;
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
            outcomes.AddRange(name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                ? await FileTableAsync(name, content, by, cancellation)
                : await FileDocumentsAsync(name, content, draft, by, cancellation));
        }

        worker.Wake();
        return outcomes;
    }

    private async Task<List<FileOutcome>> FileDocumentsAsync(string name, byte[] bytes, FilingDraft draft, string by, CancellationToken cancellation)
    {
        var outcomes = new List<FileOutcome>();
        DocumentsFound found = DocumentFiles.Read(name, bytes);
        foreach (Document document in found.Documents)
        {
            string label = document.Line is { } line ? FormattableString.Invariant($"{name}:{line}") : name;
            Store.Filing filing = Store.Filing.Of(document, draft.SourceOrNull, draft.PublishedDay, draft.UrlOrNull, name) with
            {
                Kind = draft.KindOrArticle,
                Confidentiality = draft.ConfidentialityOrPublic,
            };
            outcomes.Add(FileOutcome.Of(label, await intake.FileAsync(filing, by, cancellation)));
        }

        outcomes.AddRange(found.Problems.Select(p =>
            FileOutcome.Refused(p.Line is { } line ? FormattableString.Invariant($"{name}:{line}") : name, p.Code, p.Message)));
        return outcomes;
    }

    private async Task<List<FileOutcome>> FileTableAsync(string name, byte[] bytes, string by, CancellationToken cancellation)
    {
        if (!TextDecoding.TryDecode(bytes, null, out DecodedText? text, out DocumentProblem? problem))
        {
            return [FileOutcome.Refused(name, problem.Code, $"{name} {problem.Message}")];
        }

        var outcomes = new List<FileOutcome>();
        ObservationFile table = Observations.Read(text.Text);
        foreach (ObservationRow row in table.Rows)
        {
            string label = FormattableString.Invariant($"{name}:{row.Line}");
            outcomes.Add(FileOutcome.Of(label, await intake.FileAsync(Store.Filing.Of(row, name), by, cancellation)));
        }

        outcomes.AddRange(table.Problems.Select(p =>
            FileOutcome.Refused(FormattableString.Invariant($"{name}:{p.Line}"), "bad-row", p.Column.Length == 0 ? p.Message : $"{p.Column}: {p.Message}")));
        return outcomes;
    }
}
