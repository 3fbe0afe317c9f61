namespace Hudna.Coverage;

/// <summary>A good row of a table of coverage.</summary>
/// <param name="Id">The table's own id, as <c>AST-V-001</c>.</param>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Content">What it says.</param>
public sealed record CoverageRow(string Id, int Line, CoverageContent Content);

/// <summary>A table of coverage as read: the good rows, and what is wrong with the others.</summary>
public sealed record CoverageFile(IReadOnlyList<CoverageRow> Rows, IReadOnlyList<Incidents.RowProblem> Problems);
