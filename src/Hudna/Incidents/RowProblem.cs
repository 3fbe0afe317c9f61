namespace Hudna.Incidents;

/// <summary>What is wrong with a row, or with line 1 with the whole table.</summary>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Column">The column; empty when the row as a whole is meant.</param>
/// <param name="Message">What stands there and what is expected.</param>
/// <param name="CostsRow">False when the row goes in without what the cell should give.</param>
public sealed record RowProblem(int Line, string Column, string Message, bool CostsRow = true);
