namespace Hudna.Incidents;

/// <summary>A good row of a table of observations, about to become a report.</summary>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Id">The table's own id, as <c>AST-O-001</c>.</param>
/// <param name="Kind">Observation or complaint.</param>
/// <param name="Source">Team or desk.</param>
/// <param name="Received">When it was taken in; null when not told.</param>
/// <param name="Observed">The first day it speaks of.</param>
/// <param name="Confidentiality">Who may see it.</param>
/// <param name="Title">Id, sort and place, for lists.</param>
/// <param name="Text">Its text as a report: lines <c>column: value</c>, the free text last.</param>
/// <param name="Original">The header line and the row, as they stood in the file.</param>
public sealed record ObservationRow(
    int Line, string Id, ReportKind Kind, string Source, DateTimeOffset? Received, DateOnly Observed, Confidentiality Confidentiality,
    string Title, string Text, string Original);

/// <summary>Why a row, or with line 1 the whole table, could not be taken.</summary>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Column">The column; empty when the row as a whole is meant.</param>
/// <param name="Message">What stands there and what is expected.</param>
public sealed record RowProblem(int Line, string Column, string Message);

/// <summary>A table of observations as read: the good rows, and what is wrong with the others.</summary>
public sealed record ObservationFile(IReadOnlyList<ObservationRow> Rows, IReadOnlyList<RowProblem> Problems);
