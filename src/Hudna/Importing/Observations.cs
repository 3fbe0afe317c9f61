using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>A table of observations as read: the good rows, and what is wrong with the others.</summary>
public sealed record ObservationFile(IReadOnlyList<ImportRow> Rows, IReadOnlyList<RowProblem> Problems);

/// <summary>Hudna's own tables of field observations and complaints, as missions come with them: the layout <c>observations</c>. Precision
/// columns follow UCDP GED (where_prec 1 to 7, date_prec 1 to 5), event_type ACLED's sub-events or PLOVER's types, with a mode as
/// <c>COERCE:withhold</c> when told.</summary>
public static class Observations
{
    /// <summary>The columns; a file may have them in any order, and others beside them.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Layouts.OfObservations.AllColumns];

    /// <summary>Reads a table.</summary>
    /// <param name="csv">The file's text.</param>
    public static ObservationFile Read(string csv)
    {
        try
        {
            Mapping mapping = Layouts.OfObservations;
            var reading = new TableReading(CsvRows.Table(csv, h => Layouts.Fits(mapping, h)), mapping, new KnownOfTable(null, null, string.Empty));
            if (reading.HeaderProblems.Count > 0)
            {
                return new ObservationFile([], reading.HeaderProblems);
            }

            List<RowResult> results = [.. reading.Rows()];
            return new ObservationFile([.. results.Select(r => r.Row).OfType<ImportRow>()], [.. results.SelectMany(r => r.Problems)]);
        }
        catch (BadTableException e)
        {
            return new ObservationFile([], [new RowProblem(Math.Max(1, e.Line), string.Empty, e.Message)]);
        }
    }
}
