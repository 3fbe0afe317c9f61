using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>A good row of a table, about to become a report.</summary>
/// <param name="Line">1-based line of the file on which the row begins.</param>
/// <param name="Id">The table's own id, as <c>AST-O-001</c>; null when the mapping names none.</param>
/// <param name="Register">The list that the id belongs to.</param>
/// <param name="Kind">Article, observation or complaint.</param>
/// <param name="Source">Outlet, team, desk or data set.</param>
/// <param name="Received">When it was taken in; null when not told.</param>
/// <param name="Date">The first day it speaks of; null when not told.</param>
/// <param name="Confidentiality">Who may see it.</param>
/// <param name="Title">Id, sort and place, for lists.</param>
/// <param name="Url">Address; null when not told.</param>
/// <param name="Text">Its text as a report, as <see cref="RowText"/> prints it.</param>
/// <param name="Original">The header and the row as CSV, columns left out by the mapping left out.</param>
/// <param name="Claim">What it claims; null when its sort of event is none that PLOVER has. Names are not looked up.</param>
/// <param name="Key">Day and cells that tell it from other rows of a list without ids, save for an ordinal; null when it has an id, or the mapping
/// names no key (<see cref="Mapping.Key"/>).</param>
public sealed record ImportRow(
    int Line, string? Id, string Register, ReportKind Kind, string Source, DateTimeOffset? Received, DateOnly? Date, Confidentiality Confidentiality,
    string Title, string? Url, string Text, string Original, ClaimContent? Claim, string? Key = null);

/// <summary>What one row gave: a row to file, or what is wrong with it; both when something was lost that the row can do without.</summary>
/// <param name="Line">1-based line of the file on which it begins.</param>
/// <param name="Row">Null when it cannot be taken.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
public sealed record RowResult(int Line, ImportRow? Row, IReadOnlyList<RowProblem> Problems);
