namespace Hudna.Incidents;

/// <summary>Distances on the earth, as a sphere of 6371.0 km (mean radius, IUGG): right within 0.6 %.</summary>
public static class Distance
{
    private const double EarthRadiusKm = 6371.0;

    /// <summary>Great-circle kilometres between two places; null when one has no coordinates.</summary>
    public static double? Km(ClaimPlace a, ClaimPlace b) =>
        a is { Lat: { } aLat, Lon: { } aLon } && b is { Lat: { } bLat, Lon: { } bLon } ? Km(aLat, aLon, bLat, bLon) : null;

    /// <summary>Great-circle kilometres between two points in WGS 84 degrees, by the haversine formula.</summary>
    public static double Km(double aLat, double aLon, double bLat, double bLon)
    {
        double lat = double.DegreesToRadians(bLat - aLat) / 2;
        double lon = double.DegreesToRadians(bLon - aLon) / 2;
        double h = (Math.Sin(lat) * Math.Sin(lat))
            + (Math.Cos(double.DegreesToRadians(aLat)) * Math.Cos(double.DegreesToRadians(bLat)) * Math.Sin(lon) * Math.Sin(lon));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
