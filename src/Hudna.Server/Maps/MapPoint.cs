using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Maps;

/// <summary>All incidents at one place, with the place's precision: the map shows a circle of that size, not a false exact dot.</summary>
/// <param name="PlaceId">Id in the mission's places; null when the place has none.</param>
/// <param name="Name">Usual English name; null when unknown.</param>
/// <param name="Text">The place in a source's words.</param>
/// <param name="Lat">WGS 84 degrees north.</param>
/// <param name="Lon">WGS 84 degrees east.</param>
/// <param name="Precision">UCDP GED where_prec, 1 to 7.</param>
/// <param name="RadiusKm">Radius in kilometres of the circle that stands for the precision; 0 for an exact place.</param>
/// <param name="Count">How many incidents.</param>
/// <param name="Differing">How many of them have sources that differ.</param>
/// <param name="Number">The incident's number when it is the only one; else null.</param>
public sealed record MapPoint(
    string? PlaceId, string? Name, string Text, double Lat, double Lon, int Precision, double RadiusKm, int Count, int Differing, int? Number)
{
    private const int GovernoratePrecision = 4;

    /// <summary>Incidents by place. What is known only as a larger area than a governorate gets no circle: it is counted apart.</summary>
    public static IReadOnlyList<MapPoint> Of(IEnumerable<Incident> incidents) =>
    [
        .. incidents.Where(IsDrawn)
            .GroupBy(i => (i.Place!.PlaceId, Lat: Math.Round(i.Place.Lat!.Value, 4), Lon: Math.Round(i.Place.Lon!.Value, 4), i.Place.Precision))
            .Select(g => new MapPoint(
                g.Key.PlaceId, g.First().Place!.Name, g.First().Place!.Text, g.Key.Lat, g.Key.Lon, g.Key.Precision, RadiusOf(g.Key.Precision),
                g.Count(), g.Count(i => i.Differences.Count > 0), g.Count() == 1 ? g.First().Number : null))
            .OrderByDescending(p => p.RadiusKm).ThenByDescending(p => p.Count).ThenBy(p => p.Lat).ThenBy(p => p.Lon),
    ];

    /// <summary>Where on its page a point leads to; null leads to the incidents there.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Anchor { get; init; }

    /// <summary>The places that an incident's claims give, each with its precision: they may lie apart.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="differing">Ids of those whose place another's contradicts.</param>
    public static IReadOnlyList<MapPoint> Of(IReadOnlyList<Claim> claims, IReadOnlyCollection<string> differing) =>
    [
        .. claims.Where(c => c.Content.Place is { Lat: not null, Lon: not null, Precision: <= GovernoratePrecision })
            .GroupBy(c => (c.Content.Place!.PlaceId, Lat: Math.Round(c.Content.Place.Lat!.Value, 4), Lon: Math.Round(c.Content.Place.Lon!.Value, 4), c.Content.Place.Precision))
            .Select(g => new MapPoint(
                g.Key.PlaceId, g.First().Content.Place!.Name, g.First().Content.Place!.Text, g.Key.Lat, g.Key.Lon, g.Key.Precision, RadiusOf(g.Key.Precision),
                g.Count(), g.Count(c => differing.Contains(c.Id, StringComparer.Ordinal)), null) { Anchor = g.First().Id })
            .OrderByDescending(p => p.RadiusKm).ThenByDescending(p => p.Count).ThenBy(p => p.Lat).ThenBy(p => p.Lon),
    ];

    /// <summary>True when the incident's place can be drawn.</summary>
    public static bool IsDrawn(Incident incident) => incident.Place is { Lat: not null, Lon: not null, Precision: <= GovernoratePrecision };

    /// <summary>A box around points, at least as large as a district; the fallback when there are none.</summary>
    public static GeoBox BoxAround(IReadOnlyList<MapPoint> points, GeoBox fallback)
    {
        if (points.Count == 0)
        {
            return fallback;
        }

        const double MarginDegrees = 0.4;
        return new GeoBox(
            points.Min(p => p.Lon) - MarginDegrees, points.Min(p => p.Lat) - MarginDegrees,
            points.Max(p => p.Lon) + MarginDegrees, points.Max(p => p.Lat) + MarginDegrees);
    }

    /// <summary>Radius by precision: the scale of UCDP GED names kinds of area, these are their usual sizes.</summary>
    internal static double RadiusOf(int precision) => precision switch { 1 => 0, 2 => 5, 3 => 15, _ => 40 };
}
