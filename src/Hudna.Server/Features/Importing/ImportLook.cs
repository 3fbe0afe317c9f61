using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Importing;

/// <summary>A table as its page shows it before anything is in the record.</summary>
/// <param name="Table">The table, opened.</param>
/// <param name="Mapping">The mapping that the form shows: the table's, or one that could not be used.</param>
/// <param name="Rows">The first good rows.</param>
/// <param name="Good">How many rows can be taken.</param>
/// <param name="Bad">How many cannot.</param>
/// <param name="Problems">What is wrong, the first of them.</param>
/// <param name="Cells">Cells of coded fields, with what they mean so far.</param>
public sealed record ImportLook(
    TableImport Table, Mapping Mapping, IReadOnlyList<ImportRow> Rows, int Good, int Bad, IReadOnlyList<RowProblem> Problems,
    IReadOnlyDictionary<string, IReadOnlyList<(string Cell, string? Means)>> Cells)
{
    private const int RowsShown = 25, ProblemsShown = 200;

    internal static ImportLook Of(TableImport table, Mapping? attempt)
    {
        var rows = new List<ImportRow>();
        var problems = new List<RowProblem>();
        int good = 0, bad = 0;
        foreach (RowResult result in table.Preview())
        {
            good += result.Row is null ? 0 : 1;
            bad += result.Row is null ? 1 : 0;
            if (result.Row is { } row && rows.Count < RowsShown)
            {
                rows.Add(row);
            }

            problems.AddRange(result.Problems.Take(ProblemsShown - problems.Count));
        }

        return new ImportLook(table, attempt ?? table.Mapping, rows, good, bad, problems, table.Cells(MappingDraft.CodedFields, MappingDraft.ValuesMax));
    }
}
