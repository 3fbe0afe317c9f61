using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>Proposes the mapping of a table of no known layout by the names of its columns, and of an export by its form. A proposal, for a
/// person to look at: what it does not find stays in the report's text. Data: <c>column-names.tsv</c>.</summary>
public static class MappingProposal
{
    private const string LeftOut = "leave_out", System = "system";

    private static readonly List<(string Field, string[] Names)> Names =
        [.. EmbeddedTable.Rows("column-names.tsv", 2, "Importing").Select(r => (r.Cells[0], r.Cells[1].Split('|')))];

    // Columns that only forms' exports have.
    private static readonly string[] FormColumns = ["_uuid", "_submission_time", "__version__", "_xform_id_string", "meta/instanceID", "instanceID", "SubmissionDate", "KEY", "_validation_status"];

    /// <summary>True when a header is that of an export of KoboToolbox or ODK.</summary>
    public static bool IsForm(IReadOnlyList<string> header) => FormColumns.Count(c => ColumnNames.IndexOf(header, c) >= 0) >= 2;

    /// <summary>The mapping proposed for a header.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="name">What to call it: the file's name.</param>
    /// <param name="form">The form of an export; null when there is none.</param>
    public static Mapping Of(IReadOnlyList<string> header, string name, FormQuestions? form = null)
    {
        bool isForm = form is not null || IsForm(header);
        var fields = new Dictionary<string, FieldMapping>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string> leftOut = [.. header.Where(h => IsNamed(h, LeftOut))];
        HashSet<string> system = [.. header.Where(h => !leftOut.Contains(h) && (isForm && IsNamed(h, System) || IsPartOf(h, header)))];
        foreach ((string field, string[] names) in Names.Where(n => n.Field is not (LeftOut or System)))
        {
            string? column = Column(field, names, [.. header.Where(h => !leftOut.Contains(h) && !system.Contains(h) && !taken.Contains(h))], form);
            if (column is not null)
            {
                taken.Add(column);
                fields.Add(field, new FieldMapping { Columns = [column], Required = field is TargetFields.Id });
            }
        }

        // One point is enough: the cell that has its error too goes before two without.
        if (fields.ContainsKey("point") && fields.ContainsKey("latitude"))
        {
            foreach (string field in form is null ? (string[])["point"] : ["latitude", "longitude"])
            {
                fields.Remove(field);
            }
        }

        string? free = fields.GetValueOrDefault("text")?.Columns[0];
        return new Mapping
        {
            Name = name,
            Layout = isForm ? Layouts.Kobo : Layouts.Plain,
            Columns = [.. header.Where(h => !leftOut.Contains(h) && !system.Contains(h) && !(isForm && IsReceived(fields, h)))],
            LeaveOut = [.. header.Where(leftOut.Contains)],
            FreeText = free,
            Fields = fields,
            Codes = "acled",
        };
    }

    private static bool IsReceived(Dictionary<string, FieldMapping> fields, string column) => fields.GetValueOrDefault("received")?.Columns[0] == column;

    private static string? Column(string field, string[] names, IReadOnlyList<string> header, FormQuestions? form)
    {
        if (form?.OfType(field, header) is { } typed)
        {
            return typed;
        }

        foreach (string name in names)
        {
            string folded = ColumnNames.Fold(name);
            string? found = header.FirstOrDefault(h => string.Equals(ColumnNames.Fold(h), folded, StringComparison.Ordinal) || string.Equals(ColumnNames.Fold(LastPart(h)), folded, StringComparison.Ordinal))
                ?? header.FirstOrDefault(h => form?.LabelOf(h) is { } label && string.Equals(ColumnNames.Fold(label), folded, StringComparison.Ordinal));
            if (found is not null)
            {
                return found;
            }
        }

        // "_location_latitude", "location-Latitude": the parts that exports cut a point into.
        return field is "latitude" or "longitude" ? header.FirstOrDefault(h => ColumnNames.Fold(h).EndsWith(field, StringComparison.Ordinal)) : null;
    }

    private static bool IsNamed(string column, string field)
    {
        string whole = ColumnNames.Fold(column), last = ColumnNames.Fold(LastPart(column));
        return Names.Where(n => string.Equals(n.Field, field, StringComparison.Ordinal)).SelectMany(n => n.Names).Select(ColumnNames.Fold)
            .Any(n => string.Equals(n, whole, StringComparison.Ordinal) || string.Equals(n, last, StringComparison.Ordinal));
    }

    // "weapons/mortar" beside "weapons" says 1 or 0 to one choice of it; "_location_altitude" and "_location_precision" are parts of "location".
    private static bool IsPartOf(string column, IReadOnlyList<string> header) =>
        column.LastIndexOf('/') is > 0 and int slash && header.Contains(column[..slash], StringComparer.Ordinal)
        || (column.StartsWith('_') && (column.EndsWith("_altitude", StringComparison.Ordinal) || column.EndsWith("_precision", StringComparison.Ordinal)))
        || column.EndsWith("-Altitude", StringComparison.Ordinal) || column.EndsWith("-Accuracy", StringComparison.Ordinal);

    private static string LastPart(string column) => column[(column.LastIndexOfAny(['/', '-', '.']) + 1)..];
}
