using System.Globalization;
using Hudna.Acts;
using Hudna.Coverage;
using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Cli.Importing;

/// <summary>What a caller knows of a file beyond its bytes; null where the file itself is to say.</summary>
/// <param name="Source">Outlet, team or desk.</param>
/// <param name="Published">Date of publication.</param>
/// <param name="Url">Address.</param>
internal sealed record KnownOfFile(string? Source, DateOnly? Published, string? Url)
{
    /// <summary>How tables are to be read; the defaults recognise them.</summary>
    internal TableChoice Tables { get; init; } = new(null, null, null, null, null);
}

/// <summary>How tables are to be read; null recognises or takes what is kept.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="Sheet">The sheet of a workbook.</param>
/// <param name="Form">The form of an export.</param>
/// <param name="DateOrder">Order of day and month.</param>
internal sealed record TableChoice(string? Layout, Mapping? Mapping, string? Sheet, byte[]? Form, DateOrder? DateOrder);

/// <summary>What became of one document or row.</summary>
/// <param name="At">The file, with the line for tables, feeds and JSON Lines.</param>
/// <param name="Outcome"><c>filed</c>, <c>changed</c>, <c>remapped</c>, <c>older</c>, <c>recorded</c> (coverage), <c>duplicate</c>,
/// <c>source-noted</c>, <c>note</c> (it went in without something) or <c>refused</c>.</param>
/// <param name="Detail">The report's id, or why it was refused.</param>
internal sealed record ImportOutcome(string At, string Outcome, string Detail)
{
    internal bool IsRefused => Outcome is "refused";

    internal bool IsNote => Outcome is "note";
}

/// <summary>Files go into the record: documents of any sort that is read, and tables of observations and of coverage. What is reported as filed is durable.</summary>
/// <param name="mission">The record and its workflows.</param>
internal sealed class FileImport(MissionRecord mission)
{
    private const int Step = 100;

    private readonly Intake intake = mission.Intake;

    /// <summary>File name extensions that folders are searched for.</summary>
    internal static IReadOnlyList<string> Extensions { get; } = [.. DocumentFiles.Extensions, .. TableFiles.Extensions];

    /// <summary>Files all that a file holds.</summary>
    /// <param name="name">Its name, as outcomes and the record are to have it.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="known">What the caller knows of it.</param>
    /// <param name="told">Told what became of some documents or rows, in order, and how many of how many are done.</param>
    /// <param name="cancellation">Cancels between two steps; what was told stays.</param>
    internal Task TakeAsync(string name, byte[] bytes, KnownOfFile known, Action<IReadOnlyList<ImportOutcome>, int, int> told, CancellationToken cancellation) =>
        TableFiles.IsTable(name, bytes) ? TakeTableAsync(name, bytes, known, told, cancellation) : TakeDocumentsAsync(name, bytes, known, told, cancellation);

    /// <summary>The table of a file, opened, with its mapping; null when it is one of coverage, whose text is given.</summary>
    /// <exception cref="BadTableException">It cannot be opened.</exception>
    internal async Task<(TableImport? Table, string? Coverage)> OpenTableAsync(string name, byte[] bytes, KnownOfFile known, CancellationToken cancellation)
    {
        TableChoice choice = known.Tables;
        if (choice is { Layout: null, Mapping: null } && !Workbook.LooksLike(bytes) && TextDecoding.TryDecode(bytes, null, out DecodedText? text, out _)
            && CoverageTable.LooksLike(text.Text))
        {
            return (null, text.Text);
        }

        TableImport table = await TableImport.OpenAsync(
            intake,
            new TableFile(name, bytes)
            {
                Layout = choice.Layout,
                Mapping = choice.Mapping,
                Sheet = choice.Sheet,
                Form = choice.Form,
                Source = known.Source,
                Published = known.Published,
                DateOrder = choice.DateOrder,
            },
            cancellation);
        return (table, null);
    }

    private async Task TakeDocumentsAsync(string name, byte[] bytes, KnownOfFile known, Action<IReadOnlyList<ImportOutcome>, int, int> told, CancellationToken cancellation)
    {
        DocumentsFound found = DocumentFiles.Read(name, bytes);
        int done = 0, all = found.Documents.Count;
        foreach (Document[] step in found.Documents.Chunk(Step))
        {
            cancellation.ThrowIfCancellationRequested();
            string[] at = [.. step.Select(d => d.Line is { } line ? At(name, line) : name)];
            IReadOnlyList<FilingOutcome> outcomes = await intake.FileAllAsync([.. step.Select((d, i) => Filing.Of(d, known.Source, known.Published, known.Url, at[i]))], null, cancellation);
            done += step.Length;
            told([.. outcomes.Select((o, i) => Of(at[i], o))], done, all);
        }

        told([.. found.Problems.Select(p => new ImportOutcome(p.Line is { } line ? At(name, line) : name, "refused", p.Message))], done, all);
    }

    private async Task TakeTableAsync(string name, byte[] bytes, KnownOfFile known, Action<IReadOnlyList<ImportOutcome>, int, int> told, CancellationToken cancellation)
    {
        try
        {
            (TableImport? table, string? coverage) = await OpenTableAsync(name, bytes, known, cancellation);
            if (table is null)
            {
                told(await new CoverageImport(mission).TakeAsync(name, coverage!, Act.MachinePrefix + "import/1", cancellation), 1, 1);
                return;
            }

            if (table.IsProposed && known.Tables.Layout is null && table.Mapping.Layout is Layouts.Plain)
            {
                throw new BadTableException(
                    $"a table of no layout that is known ({string.Join(", ", table.Header.Take(8))}{(table.Header.Count > 8 ? ", …" : "")}). "
                    + $"Look at what is proposed for it with --preview, then import it with --as plain, or with a mapping of your own (--print-mapping, --mapping). Layouts that are recognised: {string.Join(", ", Layouts.BuiltIn.Select(m => m.Layout))}, kobo; hudna import --help shows each.");
            }

            told([.. table.Notes.Select(n => new ImportOutcome(name, "note", $"{name}: {n}"))], 0, 1);
            int done = 0, all = table.Count();
            await table.RunAsync(
                null,
                rows =>
                {
                    done += rows.Count;
                    told([.. rows.SelectMany(r => Of(name, r))], Math.Min(done, all), all);
                    return Task.CompletedTask;
                },
                cancellation);
        }
        catch (BadTableException e)
        {
            string at = e.Line > 0 ? At(name, e.Line) : name;
            told([new(at, "refused", $"{at}: {e.Message}")], 1, 1);
        }
    }

    private static IEnumerable<ImportOutcome> Of(string name, RowOutcome row)
    {
        string at = At(name, row.Line);
        if (row.Outcome is { } outcome)
        {
            yield return Of(at, outcome);
        }

        // One line on standard output for a row; every problem on standard error.
        for (int i = 0; i < row.Problems.Count; i++)
        {
            yield return new(at, row.Outcome is null && i == 0 ? "refused" : "note", Text(at, row.Problems[i]));
        }
    }

    /// <summary>A problem as it is said: where, column, what is expected.</summary>
    internal static string Text(string at, RowProblem problem) => $"{at}: {(problem.Column.Length == 0 ? "" : problem.Column + " ")}{problem.Message}";

    private static ImportOutcome Of(string at, FilingOutcome outcome) => outcome switch
    {
        FilingOutcome.Filed filed => new(at, "filed", filed.ReportId),
        FilingOutcome.Changed { Decided: 0 } changed => new(at, "changed", changed.ReportId),
        FilingOutcome.Changed changed => new(at, "changed", $"{changed.ReportId}; look at {changed.Earlier}: {changed.Decided} of its claims were decided on by people and stand"),
        FilingOutcome.Remapped { Decided: 0 } remapped => new(at, "remapped", remapped.ReportId),
        FilingOutcome.Remapped remapped => new(at, "remapped", $"{remapped.ReportId}; {remapped.Decided} of its claims were decided on by people and stand"),
        FilingOutcome.Older older => new(at, "older", $"{older.ReportId}; the record has a later content of this row, {older.Later}"),
        FilingOutcome.Duplicate { SourceNoted: true } duplicate => new(at, "source-noted", duplicate.ReportId),
        FilingOutcome.Duplicate duplicate => new(at, "duplicate", duplicate.ReportId),
        FilingOutcome.Refused refused => new(at, "refused", $"{at}: {refused.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string At(string name, int line) => string.Create(CultureInfo.InvariantCulture, $"{name}:{line}");
}
