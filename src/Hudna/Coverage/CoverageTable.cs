using System.Globalization;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Coverage;

/// <summary>Reads tables of coverage: CSV as of RFC 4180, UTF-8, with the header of <see cref="Columns"/>. A bad row is named with its
/// column and what is expected; the others go in.</summary>
public static class CoverageTable
{
    /// <summary>The columns; the file may have them in any order.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["id", "kind", "team", "place", "adm_1", "latitude", "longitude", "radius_km", "from", "to", "access", "denied_by", "note"];

    /// <summary>True when text begins with such a table's header: its first line has the columns <c>team</c> and <c>access</c>.</summary>
    public static bool LooksLike(string text) => CsvTable.HasColumns(text, "team", "access");

    /// <summary>Reads a table. Places, divisions and actors that the gazetteer does not have are problems: a day that seems covered
    /// where nobody looked would pass for quiet.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="gazetteer">Known places and actors; a cell names them by English or Arabic name, an actor also by its id.</param>
    public static CoverageFile Read(string text, Gazetteer gazetteer)
    {
        var problems = new List<RowProblem>();
        var rows = new List<CoverageRow>();
        var names = new GazetteerNames(gazetteer);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (CsvTableRow row in CsvTable.Read(text, Columns, problems))
        {
            var cells = new CoverageCells(row);
            CoverageContent? content = Content(cells, names, gazetteer);
            string id = cells.Text("id", 300);
            if (!ids.Add(id))
            {
                cells.Bad("id", "an id that no earlier row has");
            }

            problems.AddRange(cells.Problems);
            if (content is not null && cells.Problems.Count == 0)
            {
                rows.Add(new CoverageRow(id, row.Line, content));
            }
        }

        return new CoverageFile(rows, problems);
    }

    private static CoverageContent? Content(CoverageCells cells, GazetteerNames names, Gazetteer gazetteer)
    {
        CoverageKind? kind = cells.Value<CoverageKind>("kind");
        CoverageAccess? access = cells.Value<CoverageAccess>("access");
        string team = cells.Text("team", 300);
        CoveragePlace? place = Place(cells, names);
        DateTimeOffset? from = cells.Moment("from"), to = cells.Moment("to");
        if (to <= from)
        {
            cells.Bad("to", $"a moment after {cells["from"]}");
        }

        string? deniedBy = null;
        if (cells["denied_by"] is { Length: > 0 } denier)
        {
            deniedBy = gazetteer.Actors.ContainsKey(denier) ? denier : names.Actor(denier)?.Id;
            if (deniedBy is null)
            {
                cells.Bad("denied_by", "the id or the name of an actor that the gazetteer has");
            }
            else if (access is CoverageAccess.Full or CoverageAccess.OutOfOrder)
            {
                cells.Bad("denied_by", $"nothing, as access is {Wire.Name(access.Value)},");
            }
        }

        return kind is null || access is null || place is null || from is null || to is null ? null
            : new CoverageContent(kind.Value, team, place, from.Value, to.Value, access.Value, deniedBy, cells["note"]);
    }

    private static CoveragePlace? Place(CoverageCells cells, GazetteerNames names)
    {
        double? lat = cells.Number("latitude", -90, 90), lon = cells.Number("longitude", -180, 180), radius = cells.Number("radius_km", 0.01, 500);
        string admin1 = cells.Text("adm_1", 300);
        string? province = admin1.Length == 0 ? null : names.Division(admin1);
        if (province is null && admin1.Length > 0)
        {
            cells.Bad("adm_1", "a first-order division that the gazetteer has, as Idlib, Rural Damascus or ريف دمشق,");
        }

        if (lat is null != lon is null && cells.Problems.Count == 0)
        {
            cells.Bad(lat is null ? "latitude" : "longitude", "latitude and longitude together, or neither,");
        }

        if (cells["place"] is not { Length: > 0 } name)
        {
            foreach (string column in (string[])["latitude", "radius_km"])
            {
                if (cells[column].Length > 0)
                {
                    cells.Bad(column, "nothing, as no place is told: the whole division was in sight,");
                }
            }

            return province is null ? null : new CoveragePlace(admin1, null, province, null, null);
        }

        PlaceEntry? entry = province is null ? null : names.Place(name, admin1, lat, lon);
        if (province is null || entry is null)
        {
            if (province is not null)
            {
                cells.Bad("place", "a place that the gazetteer has there, or none");
            }

            return null;
        }

        if (entry.Admin1 is { } own && !string.Equals($"{entry.Country}/{own}", province, StringComparison.Ordinal))
        {
            cells.Bad("adm_1", $"{own}, where the gazetteer has {entry.NameEn},");
        }

        return new CoveragePlace(name, entry.Id, province, new Position(lat ?? entry.Lat, lon ?? entry.Lon), radius);
    }

    /// <summary>The cells of a row, and what is wrong with them.</summary>
    private sealed class CoverageCells(CsvTableRow row)
    {
        public List<RowProblem> Problems { get; } = [];

        public string this[string column] => row.Cells[column];

        public void Bad(string column, string expected) => Problems.Add(new RowProblem(
            row.Line, column, $"{(this[column].Length == 0 ? "is empty" : $"\"{this[column]}\" cannot be used")}; {expected} is expected"));

        public string Text(string column, int max)
        {
            if (this[column].Length is 0 || this[column].Length > max || this[column].AsSpan().ContainsAny('\r', '\n'))
            {
                Bad(column, string.Create(CultureInfo.InvariantCulture, $"one line of 1 to {max} characters"));
            }

            return this[column];
        }

        public T? Value<T>(string column)
            where T : struct, Enum
        {
            T? value = Wire.Parse<T>(this[column]);
            if (value is null)
            {
                Bad(column, "one of " + string.Join(", ", Wire.All<T>()));
            }

            return value;
        }

        public double? Number(string column, double min, double max)
        {
            if (this[column].Length == 0)
            {
                return null;
            }

            if (double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= min && number <= max)
            {
                return number;
            }

            Bad(column, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));
            return null;
        }

        public DateTimeOffset? Moment(string column)
        {
            if (DateTimeOffset.TryParseExact(
                this[column], "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment))
            {
                return moment;
            }

            Bad(column, "a moment with its offset, as 2017-01-05T08:00+02:00,");
            return null;
        }
    }
}
