using System.Globalization;
using System.Text;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>What a caller knows of a table beside its rows; null where the rows are to say.</summary>
/// <param name="Source">Outlet, team or data set.</param>
/// <param name="Published">Day of the report that the table belongs to.</param>
/// <param name="FallbackSource">Source when neither says: the file's name.</param>
public sealed record KnownOfTable(string? Source, DateOnly? Published, string FallbackSource);

/// <summary>Reads the rows of a table by a mapping, one at a time, each as it will be filed and read. Pure; what is wrong comes back by
/// line and column. A row is looked at by the very code that reads it from the record later.</summary>
public sealed class TableReading
{
    private const int TextMax = 300;
    private const int KeyMax = 280;

    private static readonly RowClaims Checker = new(
        new Gazetteer(new Dictionary<string, PlaceEntry>(StringComparer.Ordinal), new Dictionary<string, ActorEntry>(StringComparer.Ordinal)), null);

    private readonly SourceTable table;
    private readonly Mapping mapping;
    private readonly KnownOfTable known;
    private readonly RowClaims claims;
    private readonly Dictionary<string, int> columns;
    private readonly HashSet<int> leftOut;

    /// <summary>Prepares the reading of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mapping">Its mapping.</param>
    /// <param name="known">What the caller knows of it.</param>
    /// <param name="claims">Looks names up; null leaves them as they are told.</param>
    public TableReading(SourceTable table, Mapping mapping, KnownOfTable known, RowClaims? claims = null)
    {
        (this.table, this.mapping, this.known, this.claims) = (table, mapping, known, claims ?? Checker);
        columns = mapping.AllColumns.Select(c => (Column: c, At: ColumnNames.IndexOf(table.Header, c))).Where(c => c.At >= 0)
            .ToDictionary(c => c.Column, c => c.At, StringComparer.Ordinal);
        leftOut = [.. mapping.LeaveOut.Select(c => columns.GetValueOrDefault(c, -1)).Where(i => i >= 0)];
    }

    /// <summary>What keeps the whole table out: columns without which no row can be taken; empty when nothing does.</summary>
    public IReadOnlyList<RowProblem> HeaderProblems =>
        [.. mapping.Fields.Where(f => f.Value.Required && f.Value.Columns.Count > 0 && !f.Value.Columns.Any(columns.ContainsKey))
            .Select(f => new RowProblem(Math.Max(1, table.HeaderLine), f.Value.Columns[0], $"is missing in the header; {string.Join(" or ", f.Value.Columns)} is expected ({f.Key})"))];

    /// <summary>The rows, in order, with what is wrong with each. An id that an earlier row has is a problem of the later one.</summary>
    public IEnumerable<RowResult> Rows()
    {
        var unread = new List<RowProblem>();
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SourceRow row in table.Rows(unread))
        {
            foreach (RowResult bad in Taken(unread))
            {
                yield return bad;
            }

            if (row.Cells.All(c => c.Length == 0))
            {
                continue;
            }

            RowResult read = Read(row);
            if (read.Row?.Id is { } id && !ids.TryAdd($"{read.Row.Register}\n{id}", row.Line))
            {
                string column = mapping.Fields[TargetFields.Id].Columns[0];
                read = new RowResult(row.Line, null, [.. read.Problems, new RowProblem(
                    row.Line, column, string.Create(CultureInfo.InvariantCulture, $"\"{id}\" stands on line {ids[$"{read.Row.Register}\n{id}"]} too; an id of its own is expected"))]);
            }

            yield return read;
        }

        foreach (RowResult bad in Taken(unread))
        {
            yield return bad;
        }
    }

    private static List<RowResult> Taken(List<RowProblem> problems)
    {
        List<RowResult> bad = [.. problems.Select(p => new RowResult(p.Line, null, [p]))];
        problems.Clear();
        return bad;
    }

    private RowResult Read(SourceRow row)
    {
        var problems = new List<RowProblem>();
        foreach (string column in mapping.Columns.Where(c => mapping.Layout is Layouts.Observations && c != mapping.FreeText && Cell(row, c).AsSpan().ContainsAny('\r', '\n')))
        {
            problems.Add(new RowProblem(row.Line, column, "runs over several lines; is a quotation mark not closed?"));
        }

        var about = new RowFields(mapping, columns.ToDictionary(c => c.Key, c => (row.Cells[c.Value], new Span(0, row.Cells[c.Value].Length)), StringComparer.Ordinal), null);
        ReportKind? kind = OneOf<ReportKind>(about, "kind", ReportKind.Observation, "article, observation or complaint");
        kind = kind is ReportKind.Note ? about.Bad<ReportKind>("kind", "article, observation or complaint") : kind;
        Confidentiality? confidentiality = about["confidentiality"] is "restricted" ? Confidentiality.Desk
            : OneOf<Confidentiality>(about, "confidentiality", Confidentiality.Public, "public, mechanism or restricted");
        string? id = Text(about, TargetFields.Id), source = Text(about, "source") ?? known.Source ?? (IsRequired("source") ? null : known.FallbackSource);
        DateTimeOffset? received = Moment(about);
        string? url = about["url"] is { } address ? Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? address : null : null;
        string text = RowText.Print(mapping.Columns.Select(c => (c, Cell(row, c))), mapping.FreeText);
        RowFields fields = RowClaims.Fields(text, mapping, known.Published);
        ClaimContent? claim = claims.Content(text, fields);
        problems.AddRange(about.Problems.Concat(fields.Problems).DistinctBy(p => p.Column, StringComparer.Ordinal).Select(p => new RowProblem(row.Line, p.Column, p.Message, p.CostsRow)));
        if (text.Length > Documents.DocumentFiles.LongestText)
        {
            problems.Add(new RowProblem(row.Line, string.Empty, $"has {text.Length} characters; at most {Documents.DocumentFiles.LongestText} are expected"));
        }
        else if (problems.Count == 0 && claim is not null && ClaimCheck.Problem(claim, text) is { } problem)
        {
            problems.Add(new RowProblem(row.Line, string.Empty, problem));
        }

        DateOnly? day = claim?.Time?.First ?? fields.Day("date_start").Day ?? known.Published;
        return new RowResult(row.Line, problems.Any(p => p.CostsRow) ? null : new ImportRow(
            row.Line, id, mapping.Register ?? source!, kind!.Value, source!, received, day, confidentiality!.Value,
            Title(id, about, fields), url, text, Original(row), claim, id is null ? Key(row, day) : null), problems);
    }

    private string? Key(SourceRow row, DateOnly? day)
    {
        if (mapping.Key is not { Count: > 0 } columns)
        {
            return null;
        }

        string key = string.Join(" · ", columns.Select(c => Cell(row, c)).Prepend(day?.ToString("O", CultureInfo.InvariantCulture) ?? "?")).ReplaceLineEndings(" ");
        return key.Length <= KeyMax ? key : string.Concat(key.AsSpan(0, KeyMax - 20), " ", ContentId.Sha256(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
    }

    private bool IsRequired(string field) => mapping.Fields.GetValueOrDefault(field) is { Required: true };

    private string Cell(SourceRow row, string column) => columns.TryGetValue(column, out int at) ? row.Cells[at] : string.Empty;

    private string? Text(RowFields about, string field)
    {
        if (about[field] is { } told && told.Length <= TextMax)
        {
            return told;
        }

        if (about[field] is not null || IsRequired(field))
        {
            about.Bad<int>(field, $"1 to {TextMax} characters");
        }

        return null;
    }

    private T? OneOf<T>(RowFields about, string field, T otherwise, string expected)
        where T : struct, Enum =>
        about[field] is { } told ? Wire.Parse<T>(told) ?? about.Bad<T>(field, expected) : IsRequired(field) ? about.Bad<T>(field, expected) : otherwise;

    private static DateTimeOffset? Moment(RowFields about)
    {
        if (about["received"] is not { } told)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
        if (DateTimeOffset.TryParseExact(told, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
        {
            return time;
        }

        // Forms give the time of submission in UTC without saying so; Hudna's own table says the offset.
        if (!about.Mapping.Fields["received"].Required && about.Mapping.Layout is not Layouts.Observations
            && DateTimeOffset.TryParseExact(told, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
        {
            return time;
        }

        return about.Bad<DateTimeOffset>("received", "a time with its offset, as 2017-01-31T14:30+02:00");
    }

    private static string Title(string? id, RowFields about, RowFields fields) => about["title"]
        ?? string.Join(" · ", new[] { id, fields.Cell("event_type"), fields.Cell("place") }.Where(p => !string.IsNullOrEmpty(p)).Select(p => p!.ReplaceLineEndings(" ")));

    private string Original(SourceRow row) => row.Raw is { } raw && leftOut.Count == 0 ? raw
        : CsvLine(table.Header.Where((_, i) => !leftOut.Contains(i))) + "\n" + CsvLine(row.Cells.Where((_, i) => !leftOut.Contains(i)));

    private static string CsvLine(IEnumerable<string> cells)
    {
        var line = new StringBuilder();
        foreach (string cell in cells)
        {
            line.Append(line.Length == 0 ? "" : ",");
            _ = cell.AsSpan().ContainsAny("\",\r\n") ? line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"') : line.Append(cell);
        }

        return line.ToString();
    }
}
