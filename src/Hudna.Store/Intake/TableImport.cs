using Hudna.Acts;
using Hudna.Documents;
using Hudna.Importing;
using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>A table as handed in.</summary>
/// <param name="FileName">Its name, as outcomes and the record are to have it.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record TableFile(string FileName, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The layout asked for; null to recognise it.</summary>
    public string? Layout { get; init; }

    /// <summary>The mapping to read it by; null to choose one.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>The sheet of a workbook; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The form of an export of KoboToolbox or ODK, as XLSForm; null when there is none.</summary>
#pragma warning disable CA1819 // Bytes as read from a file; nobody changes them.
    public byte[]? Form { get; init; }
#pragma warning restore CA1819

    /// <summary>Outlet, team or data set, where its rows do not say; null when not known.</summary>
    public string? Source { get; init; }

    /// <summary>Day of the report that it belongs to; null when not known.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Order of day and month in its dates; null takes the mapping's.</summary>
    public DateOrder? DateOrder { get; init; }
}

/// <summary>What became of a row.</summary>
/// <param name="Line">1-based line on which it begins.</param>
/// <param name="Outcome">What became of it; null when it could not be taken.</param>
/// <param name="Problems">What is wrong with it, or what it went in without; mostly empty.</param>
public sealed record RowOutcome(int Line, FilingOutcome? Outcome, IReadOnlyList<RowProblem> Problems);

/// <summary>A table on its way into the record: opened, looked at as often as wanted, then imported.</summary>
public sealed class TableImport
{
    /// <summary>Rows that one step takes in.</summary>
    private const int Step = 200;

    private readonly Intake intake;
    private readonly TableFile file;
    private readonly SourceTable table;
    private readonly RowClaims claims;
    private readonly TableReading reading;

    private TableImport(Intake intake, TableFile file, SourceTable table, Mapping mapping, bool isProposed, RowClaims claims)
    {
        (this.intake, this.file, this.table, Mapping, IsProposed, this.claims) = (intake, file, table, mapping, isProposed, claims);
        reading = new TableReading(table, mapping, Known);
    }

    /// <summary>The mapping that it is read by.</summary>
    public Mapping Mapping { get; }

    /// <summary>True when nobody has looked at the mapping: it was proposed by the names of the columns.</summary>
    public bool IsProposed { get; }

    /// <summary>The names of its columns.</summary>
    public IReadOnlyList<string> Header => table.Header;

    /// <summary>What whoever handed it in should know.</summary>
    public IReadOnlyList<string> Notes => table.Notes;

    /// <summary>Columns that it has to have and has not; no row can be taken then.</summary>
    public IReadOnlyList<RowProblem> HeaderProblems => reading.HeaderProblems;

    private KnownOfTable Known => new(file.Source, file.Published, DocumentFiles.IdOf(file.FileName));

    /// <summary>Opens a table and finds its mapping.</summary>
    /// <exception cref="BadTableException">It cannot be opened, or the mapping does not fit.</exception>
    public static async Task<TableImport> OpenAsync(Intake intake, TableFile file, CancellationToken cancellation)
    {
        IReadOnlyList<Mapping> own = await intake.OwnMappingsAsync(cancellation);
        SourceTable opened = TableFiles.Open(
            file.FileName, file.Bytes, file.Sheet, h => file.Mapping is { } asked ? Layouts.Fits(asked, h) : MappingChoice.IsKnown(h, own) || MappingProposal.IsForm(h));
        FormQuestions? form = file.Form is { } bytes ? OpenForm(bytes) : null;
        opened = form?.Apply(opened) ?? opened;
        Mapping mapping = file.Mapping ?? MappingChoice.Of(opened.Header, own, file.Layout, DocumentFiles.IdOf(file.FileName), form);
        bool isProposed = file.Mapping is null && !own.Contains(mapping) && Layouts.Named(mapping.Layout) is null;
        mapping = file.DateOrder is { } order ? mapping with { DateOrder = order } : mapping;
        return MappingCheck.Problem(mapping) is { } problem ? throw new BadTableException($"mapping: {problem}")
            : new TableImport(intake, file, opened, mapping, isProposed, await intake.RowClaimsAsync(cancellation));
    }

    /// <summary>The rows as they would go in, in order, names looked up; nothing is written.</summary>
    public IEnumerable<RowResult> Preview() => HeaderProblems.Count > 0 ? HeaderProblems.Select(p => new RowResult(p.Line, null, [p])) : new TableReading(table, Mapping, Known, claims).Rows();

    /// <summary>The number of rows, good and bad.</summary>
    public int Count() => HeaderProblems.Count > 0 ? 0 : table.Rows([]).Count();

    /// <summary>The cells of some fields' columns, each once, the commonest first, with what the mapping says that they mean; null where it says
    /// nothing.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="max">Cells of one field at most.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<(string Cell, string? Means)>> Cells(IReadOnlyList<string> fields, int max)
    {
        (string Field, FieldMapping From, int[] At)[] asked = [.. fields.Select(f => (Field: f, From: Mapping.Fields.GetValueOrDefault(f))).Where(f => f.From is not null)
            .Select(f => (f.Field, f.From!, f.From!.Columns.Select(c => ColumnNames.IndexOf(table.Header, c)).Where(i => i >= 0).ToArray()))];
        var counted = asked.ToDictionary(a => a.Field, _ => new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        foreach (SourceRow row in table.Rows([]))
        {
            foreach ((string field, FieldMapping from, int[] at) in asked)
            {
                foreach (string cell in at.SelectMany(i => from.Separator is { } s ? row.Cells[i].Split(s, StringSplitOptions.TrimEntries) : [row.Cells[i]]).Where(c => c.Length > 0))
                {
                    counted[field][cell] = counted[field].GetValueOrDefault(cell) + 1;
                }
            }
        }

        return asked.ToDictionary(
            a => a.Field,
            a => (IReadOnlyList<(string, string?)>)[.. counted[a.Field].OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(max)
                .Select(c => (c.Key, a.From.Values?.FirstOrDefault(v => v.Key.Equals(c.Key, StringComparison.OrdinalIgnoreCase)).Value))],
            StringComparer.Ordinal);
    }

    /// <summary>Takes the rows in, some hundred in one step; what was told is durable. The mapping is kept first.</summary>
    /// <param name="by">Who imports it; null for the machine.</param>
    /// <param name="told">Told what became of each row, in order, after each step.</param>
    /// <param name="cancellation">Cancels between two steps; what was told stays.</param>
    public async Task RunAsync(string? by, Func<IReadOnlyList<RowOutcome>, Task> told, CancellationToken cancellation)
    {
        if (HeaderProblems.Count > 0)
        {
            await told([.. HeaderProblems.Select(p => new RowOutcome(p.Line, null, [p]))]);
            return;
        }

        IReadOnlyDictionary<string, string> ids = Mapping.Key is null ? new Dictionary<string, string>(StringComparer.Ordinal)
            : await intake.RowIdsAsync(reading.Rows().Select(r => r.Row).OfType<ImportRow>(), cancellation);
        string? mappingId = null;
        foreach (RowResult[] step in reading.Rows().Chunk(Step))
        {
            cancellation.ThrowIfCancellationRequested();
            List<ImportRow> rows = [.. step.Select(r => r.Row).OfType<ImportRow>().Select(r => r.Key is null ? r : r with { Id = ids.GetValueOrDefault(Intake.ReportIdOf(r)) })];
            if (rows.Count > 0 && mappingId is null)
            {
                // A layout that comes with the program is kept for the rows' sake; what a person made, for tables to come as well.
                bool isOwn = Layouts.Named(Mapping.Layout) is not { } builtIn || MappingJson.IdOf(builtIn) != MappingJson.IdOf(Mapping);
                mappingId = (await intake.KeepMappingAsync(Mapping, isOwn, by, cancellation)).Id;
            }

            IReadOnlyList<FilingOutcome> outcomes = await intake.FileAllAsync([.. rows.Select(r => Filing.Of(r, mappingId!, file.FileName))], by, cancellation);
            int next = 0;
            await told([.. step.Select(r => new RowOutcome(r.Line, r.Row is null ? null : outcomes[next++], r.Problems))]);
        }
    }

    private static FormQuestions OpenForm(byte[] bytes)
    {
        try
        {
            return TableFiles.Form(bytes);
        }
        catch (BadTableException e)
        {
            throw new BadTableException($"the form: {e.Message}", e.Line, e.Code);
        }
    }
}
