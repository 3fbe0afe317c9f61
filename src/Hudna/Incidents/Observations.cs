using System.Globalization;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Reads tables of field observations and complaints: CSV as of RFC 4180, UTF-8, with the header of <see cref="Columns"/>.
/// Precision columns follow UCDP GED (where_prec 1 to 7, date_prec 1 to 5), event_type ACLED's sub-events or PLOVER's types, with a mode as
/// <c>COERCE:withhold</c> when told. A bad row is named with its column and what is expected; the others go in.</summary>
public static class Observations
{
    /// <summary>The columns, in the order in which they go into a report's text. The file may have them in any order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "kind", "source", "received", "date_start", "date_end", "date_prec", "time", "place", "adm_1", "latitude", "longitude",
        "where_prec", "event_type", "actor_a", "actor_b", "weapon", "means", "deaths_low", "deaths_best", "deaths_high", "injured_low",
        "injured_high", "confidentiality", "text",
    ];

    // These say who handed it in and who may see it, not what happened: they go with the report, not into its text.
    private static readonly string[] AboutTheReport = ["kind", "source", "received", "confidentiality"];

    private static readonly ObservationClaims Checker = new(
        new Gazetteer(new Dictionary<string, PlaceEntry>(StringComparer.Ordinal), new Dictionary<string, ActorEntry>(StringComparer.Ordinal)), null);

    /// <summary>True when text begins with such a table's header: its first line has the columns <c>id</c>, <c>event_type</c> and <c>text</c>.</summary>
    public static bool LooksLike(string text) => CsvTable.HasColumns(text, "id", "event_type", "text");

    /// <summary>Reads a table.</summary>
    /// <param name="csv">The file's text.</param>
    public static ObservationFile Read(string csv)
    {
        var rows = new List<ObservationRow>();
        var problems = new List<RowProblem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (CsvTableRow cells in CsvTable.Read(csv, Columns, problems))
        {
            int before = problems.Count;
            ObservationRow? row = Row(cells.Line, cells.Cells, cells.Original, problems);
            if (!ids.Add(cells.Cells["id"]))
            {
                problems.Add(new RowProblem(cells.Line, "id", $"\"{cells.Cells["id"]}\" stands on an earlier row too; an id of its own is expected"));
            }

            if (row is not null && problems.Count == before)
            {
                rows.Add(row);
            }
        }

        return new ObservationFile(rows, problems);
    }

    private static ObservationRow? Row(int line, IReadOnlyDictionary<string, string> cells, string original, List<RowProblem> problems)
    {
        int before = problems.Count;
        string cell = string.Empty;
        foreach (string column in Columns.Where(c => c is not "text" && cells[c].AsSpan().ContainsAny('\r', '\n')))
        {
            problems.Add(new RowProblem(line, column, "runs over several lines; is a quotation mark not closed?"));
        }

        ReportKind? kind = (cell = cells["kind"]) switch { "observation" => ReportKind.Observation, "complaint" => ReportKind.Complaint, _ => null };
        if (kind is null)
        {
            Bad("kind", "observation or complaint");
        }

        Confidentiality? confidentiality = (cell = cells["confidentiality"]) switch
        {
            "public" => Confidentiality.Public,
            "mechanism" => Confidentiality.Mechanism,
            "restricted" or "desk" => Confidentiality.Desk,
            _ => null,
        };
        if (confidentiality is null)
        {
            Bad("confidentiality", "public, mechanism or restricted");
        }

        DateTimeOffset? received = null;
        if ((cell = cells["received"]).Length > 0)
        {
            received = DateTimeOffset.TryParseExact(
                cell, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time)
                ? time : null;
            if (received is null)
            {
                Bad("received", "a time with its offset, as 2017-01-31T14:30+02:00");
            }
        }

        foreach (string column in (string[])["id", "source"])
        {
            if ((cell = cells[column]).Length is 0 or > 300)
            {
                Bad(column, "1 to 300 characters");
            }
        }

        string text = ObservationFields.Print(Columns.Where(c => !AboutTheReport.Contains(c, StringComparer.Ordinal)).Select(c => (c, cells[c])));
        var fields = ObservationFields.Parse(text);
        Checker.Content(fields);
        problems.AddRange(fields.Problems.DistinctBy(p => p.Column, StringComparer.Ordinal).Select(p => new RowProblem(line, p.Column, p.Message)));
        return problems.Count > before ? null : new ObservationRow(
            line, cells["id"], kind!.Value, cells["source"], received, fields.Day("date_start")!.Value, confidentiality!.Value,
            string.Join(" · ", new[] { cells["id"], cells["event_type"], cells["place"] }.Where(p => p.Length > 0)), text, original);

        void Bad(string column, string expected) =>
            problems.Add(new RowProblem(line, column, $"{(cell.Length == 0 ? "is empty" : $"\"{cell}\" cannot be used")}; {expected} is expected"));
    }
}
