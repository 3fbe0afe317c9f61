using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>The place of a row, with its precision.</summary>
internal static class RowPlace
{
    /// <summary>A fix whose error is below this, in metres, is a spot.</summary>
    private const double SpotMetresMax = 50.0;

    /// <summary>The place; null when none is told or it cannot be used. Without a precision it is never exact: a point is around itself, a
    /// name as precise as what it names.</summary>
    public static ClaimPlace? Of(RowFields fields, GazetteerNames names)
    {
        (double? lat, double? lon, int? fix) = Point(fields);
        int? precision = fields.Whole("where_prec", 1, 7);
        if (fields["place"] is not { } name && lat is null)
        {
            return null;
        }

        if (precision is null && fields["where_prec"] is null && fields.Mapping.Fields.GetValueOrDefault("where_prec") is { Required: true })
        {
            fields.Missing("where_prec", "UCDP's where_prec from 1 (exact) to 7");
        }

        string words = fields.Cell("place") ?? fields.Cell("point") ?? string.Create(CultureInfo.InvariantCulture, $"{lat}, {lon}");
        Span? span = fields.SpanOf("place") ?? fields.SpanOf("point") ?? fields.SpanOf("latitude");

        // A row that tells no point and a precision coarser than one means no town, even when a town has that name.
        PlaceEntry? entry = fields["place"] is { } told ? names.Place(told, fields["adm_1"], lat, lon) : null;
        entry = lat is null && precision > PlacePrecision.Around && entry?.Kind is PlaceKind.Settlement or PlaceKind.Feature ? null : entry;
        int unsaid = fix ?? (lat is not null ? PlacePrecision.Around : entry is null ? PlacePrecision.Fuzzy : PlacePrecision.Of(entry.Kind, entry.Class));
        return new ClaimPlace(
            words, span, entry?.Id, entry?.NameEn, entry?.Kind ?? PlaceKind.Settlement, entry?.Country, lat ?? entry?.Lat, lon ?? entry?.Lon, precision ?? unsaid);
    }

    // A point in one cell, as forms have it: latitude, longitude, altitude and error in metres, separated by blanks.
    private static (double? Lat, double? Lon, int? Precision) Point(RowFields fields)
    {
        double? lat = fields.Degrees("latitude", 90), lon = fields.Degrees("longitude", 180);
        if (lat is null != lon is null && !fields.Problems.Any(p => p.CostsRow))
        {
            fields.Missing(lat is null ? "latitude" : "longitude", "latitude and longitude together, or neither,");
        }

        if (lat is not null || fields["point"] is not { } cell)
        {
            return (lat, lon, null);
        }

        string[] parts = cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = [.. parts.Select(p => double.TryParse(p, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : double.NaN)];
        if (numbers is not [>= -90 and <= 90, >= -180 and <= 180, ..] || numbers.Length > 4)
        {
            fields.Bad<int>("point", "latitude and longitude in decimal degrees, as 33.5138 36.2765 or 33.5138 36.2765 690 4.5,");
            return default;
        }

        return (numbers[0], numbers[1], numbers is [_, _, _, > 0 and <= SpotMetresMax] ? PlacePrecision.Exact : PlacePrecision.Around);
    }
}
