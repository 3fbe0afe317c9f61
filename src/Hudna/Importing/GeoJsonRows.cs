using System.Globalization;
using System.Text;
using System.Text.Json;
using Hudna.Incidents;
using NetTopologySuite.Geometries;

namespace Hudna.Importing;

/// <summary>Reads GeoJSON (RFC 7946): each feature a row whose columns are its properties, <c>id</c> where it has one, and
/// <c>latitude</c> and <c>longitude</c> of its geometry. What is no point gives a point inside it and <c>where_prec</c> 5, unless its
/// properties tell a precision.</summary>
internal static class GeoJsonRows
{
    private const int Fuzzy = PlacePrecision.Fuzzy;
    private static readonly GeometryFactory Geometries = new();

    /// <summary>The features of a text.</summary>
    /// <exception cref="BadTableException">It is no feature collection.</exception>
    public static SourceTable Table(string text)
    {
        byte[] json = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        List<(int Line, int Start, int Length)> features = Features(json);
        var header = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int line, int start, int length) in features)
        {
            using JsonDocument feature = JsonDocument.Parse(json.AsMemory(start, length));
            header.AddRange(Cells(feature.RootElement, line, []).Keys.Where(known.Add));
        }

        return header.Count == 0 ? throw new BadTableException("has no features with properties or a geometry", 1, "empty")
            : new SourceTable(header, 0, problems => Rows(json, features, header, problems));
    }

    private static IEnumerable<SourceRow> Rows(byte[] json, List<(int Line, int Start, int Length)> features, List<string> header, List<RowProblem> problems)
    {
        foreach ((int line, int start, int length) in features)
        {
            var bad = new List<RowProblem>();
            using JsonDocument feature = JsonDocument.Parse(json.AsMemory(start, length));
            Dictionary<string, string> cells = Cells(feature.RootElement, line, bad);
            if (bad.Count > 0)
            {
                problems.AddRange(bad);
                continue;
            }

            yield return new SourceRow(line, [.. header.Select(h => cells.GetValueOrDefault(h, string.Empty))], null);
        }
    }

    // Where each feature begins and how long it is, in bytes, with its line.
    private static List<(int Line, int Start, int Length)> Features(byte[] json)
    {
        var features = new List<(int, int, int)>();
        int line = 1, counted = 0;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            bool inside = false, isCollection = false;
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    bool isType = reader.ValueTextEquals("type"u8);
                    inside = reader.ValueTextEquals("features"u8);
                    reader.Read();
                    isCollection |= isType && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("FeatureCollection"u8);
                    if (inside && reader.TokenType == JsonTokenType.StartArray)
                    {
                        continue;
                    }

                    inside = false;
                    reader.Skip();
                }
                else if (inside && reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 })
                {
                    int start = (int)reader.TokenStartIndex;
                    line += json.AsSpan(counted, start - counted).Count((byte)'\n');
                    counted = start;
                    reader.Skip();
                    features.Add((line, start, (int)reader.BytesConsumed - start));
                }
            }

            return isCollection ? features : throw new BadTableException("is no GeoJSON FeatureCollection (RFC 7946)", 1);
        }
        catch (JsonException e)
        {
            throw new BadTableException($"is no valid JSON at byte {e.BytePositionInLine} of the line", (int)(e.LineNumber ?? 0) + 1, "bad-json");
        }
    }

    private static Dictionary<string, string> Cells(JsonElement feature, int line, List<RowProblem> problems)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            AddProperties(cells, feature);
        }
        catch (InvalidOperationException)
        {
            problems.Add(new RowProblem(line, string.Empty, "has a string with half a surrogate pair (\\uD800 to \\uDFFF); repair the escape"));
        }

        if (feature.TryGetProperty("geometry", out JsonElement geometry) && geometry.ValueKind == JsonValueKind.Object)
        {
            AddPoint(cells, geometry, line, problems);
        }

        return cells;
    }

    private static void AddProperties(Dictionary<string, string> cells, JsonElement feature)
    {
        if (feature.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                cells[property.Name] = Value(property.Value).Trim();
            }
        }

        if (!cells.ContainsKey("id") && feature.TryGetProperty("id", out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            cells["id"] = Value(id);
        }
    }

    private static void AddPoint(Dictionary<string, string> cells, JsonElement geometry, int line, List<RowProblem> problems)
    {
        string type = "geometry";
        Coordinate? at;
        try
        {
            type = geometry.GetProperty("type").GetString()!;
            at = type is "Point" ? Position(geometry.GetProperty("coordinates")) : Shape(geometry, type)?.InteriorPoint.Coordinate;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            at = null;
        }

        if (at is not { X: >= -180 and <= 180, Y: >= -90 and <= 90 })
        {
            problems.Add(new RowProblem(line, "geometry", $"a {type} cannot be used; longitude and latitude in degrees, as of RFC 7946, are expected"));
            return;
        }

        // Properties that tell the point themselves stay; both are in degrees of the same datum.
        cells.TryAdd("latitude", at.Y.ToString("R", CultureInfo.InvariantCulture));
        cells.TryAdd("longitude", at.X.ToString("R", CultureInfo.InvariantCulture));
        if (type is not "Point" && !cells.ContainsKey("where_prec"))
        {
            cells["where_prec"] = Fuzzy.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static Geometry? Shape(JsonElement geometry, string type)
    {
        if (type is "GeometryCollection")
        {
            Geometry[] parts = [.. geometry.GetProperty("geometries").EnumerateArray().Select(g => g.GetProperty("type").GetString() is { } its and not "GeometryCollection" ? Shape(g, its) : null).OfType<Geometry>()];
            return parts.Length == 0 ? null : Geometries.CreateGeometryCollection(parts);
        }

        JsonElement coordinates = geometry.GetProperty("coordinates");
        Geometry? shape = type switch
        {
            "Point" => Geometries.CreatePoint(Position(coordinates)),
            "MultiPoint" => Geometries.CreateMultiPointFromCoords(Positions(coordinates)),
            "LineString" => Geometries.CreateLineString(Positions(coordinates)),
            "MultiLineString" => Geometries.CreateMultiLineString([.. coordinates.EnumerateArray().Select(c => Geometries.CreateLineString(Positions(c)))]),
            "Polygon" => Area(coordinates),
            "MultiPolygon" => Geometries.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Area)]),
            _ => null,
        };
        return shape is { IsEmpty: false } ? shape : null;
    }

    private static Polygon Area(JsonElement rings)
    {
        LinearRing[] all = [.. rings.EnumerateArray().Select(r => Geometries.CreateLinearRing(Positions(r)))];
        return Geometries.CreatePolygon(all[0], all[1..]);
    }

    private static Coordinate[] Positions(JsonElement array) => [.. array.EnumerateArray().Select(Position)];

    private static Coordinate Position(JsonElement pair)
    {
        double x = pair[0].GetDouble(), y = pair[1].GetDouble();
        return double.IsFinite(x) && double.IsFinite(y) ? new Coordinate(x, y) : throw new FormatException("no finite numbers");
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        _ => value.GetRawText(),
    };
}
