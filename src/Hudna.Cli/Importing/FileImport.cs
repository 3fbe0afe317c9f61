using System.Globalization;
using Hudna.Acts;
using Hudna.Coverage;
using Hudna.Documents;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>What a caller knows of a file beyond its bytes; null where the file itself is to say.</summary>
/// <param name="Source">Outlet, team or desk.</param>
/// <param name="Published">Date of publication.</param>
/// <param name="Url">Address.</param>
internal sealed record KnownOfFile(string? Source, DateOnly? Published, string? Url);

/// <summary>What became of one document or row.</summary>
/// <param name="At">The file, with the line for tables and JSON Lines.</param>
/// <param name="Outcome"><c>filed</c>, <c>recorded</c> (coverage), <c>duplicate</c>, <c>source-noted</c> or <c>refused</c>.</param>
/// <param name="Detail">The report's id, or why it was refused.</param>
internal sealed record ImportOutcome(string At, string Outcome, string Detail)
{
    internal bool IsRefused => Outcome is "refused";
}

/// <summary>Files go into the record: documents of any sort that is read, and tables of observations and of coverage. What is reported as filed is durable.</summary>
/// <param name="mission">The record and its workflows.</param>
internal sealed class FileImport(MissionRecord mission)
{
    private readonly Intake intake = mission.Intake;

    /// <summary>File name extensions that folders are searched for.</summary>
    internal static IReadOnlyList<string> Extensions { get; } = [.. DocumentFiles.Extensions, ".csv"];

    /// <summary>Files all that a file holds.</summary>
    /// <param name="name">Its name, as outcomes and the record are to have it.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="known">What the caller knows of it.</param>
    /// <param name="cancellation">Cancels between two documents; what was filed stays.</param>
    internal Task<List<ImportOutcome>> TakeAsync(string name, byte[] bytes, KnownOfFile known, CancellationToken cancellation) =>
        Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? TakeTableAsync(name, bytes, cancellation)
            : TakeDocumentsAsync(name, bytes, known, cancellation);

    private async Task<List<ImportOutcome>> TakeDocumentsAsync(string name, byte[] bytes, KnownOfFile known, CancellationToken cancellation)
    {
        DocumentsFound found = DocumentFiles.Read(name, bytes);
        List<ImportOutcome> outcomes = [];
        foreach (Document document in found.Documents)
        {
            string at = document.Line is { } line ? At(name, line) : name;
            outcomes.Add(Of(at, await intake.FileAsync(Filing.Of(document, known.Source, known.Published, known.Url, at), null, cancellation)));
        }

        outcomes.AddRange(found.Problems.Select(p => new ImportOutcome(p.Line is { } line ? At(name, line) : name, "refused", p.Message)));
        return outcomes;
    }

    private async Task<List<ImportOutcome>> TakeTableAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        if (!TextDecoding.TryDecode(bytes, null, out DecodedText? text, out DocumentProblem? problem))
        {
            return [new(name, "refused", $"{name}: {problem.Message}")];
        }

        if (CoverageTable.LooksLike(text.Text))
        {
            return await new CoverageImport(mission).TakeAsync(name, text.Text, Act.MachinePrefix + "import/1", cancellation);
        }

        if (!Observations.LooksLike(text.Text))
        {
            return
            [
                new(name, "refused", $"{name}:1: neither a table of observations nor of coverage. The header is expected to be: "
                    + $"{string.Join(',', Observations.Columns)} or {string.Join(',', CoverageTable.Columns)}"),
            ];
        }

        ObservationFile table = Observations.Read(text.Text);
        List<ImportOutcome> outcomes = [];
        foreach (ObservationRow row in table.Rows)
        {
            outcomes.Add(Of(At(name, row.Line), await intake.FileAsync(Filing.Of(row, name), null, cancellation)));
        }

        outcomes.AddRange(table.Problems.Select(p =>
            new ImportOutcome(At(name, p.Line), "refused", $"{At(name, p.Line)}: {(p.Column.Length == 0 ? "" : p.Column + " ")}{p.Message}")));
        return outcomes;
    }

    private static ImportOutcome Of(string at, FilingOutcome outcome) => outcome switch
    {
        FilingOutcome.Filed filed => new(at, "filed", filed.ReportId),
        FilingOutcome.Duplicate { SourceNoted: true } duplicate => new(at, "source-noted", duplicate.ReportId),
        FilingOutcome.Duplicate duplicate => new(at, "duplicate", duplicate.ReportId),
        FilingOutcome.Refused refused => new(at, "refused", $"{at}: {refused.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string At(string name, int line) => string.Create(CultureInfo.InvariantCulture, $"{name}:{line}");
}
