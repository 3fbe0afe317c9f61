using System.Collections.Concurrent;
using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;
using NetTopologySuite.Geometries;
using Position = Hudna.Agreements.Position;

namespace Hudna.Assessment;

/// <summary>Tells whether a place lies in an area of the agreement, or that its precision does not allow to tell. Safe to use from
/// several threads.</summary>
internal sealed class AreaTests
{
    private const double KmPerDegree = 111.195;

    private readonly Dictionary<string, Area> areas;
    private readonly Provinces provinces;
    private readonly ConcurrentDictionary<(string Area, Spot Spot), Answer> known = new();

    public AreaTests(IReadOnlyList<Area> areas, Provinces provinces)
    {
        this.areas = areas.ToDictionary(a => a.Id, StringComparer.Ordinal);
        this.provinces = provinces;
    }

    /// <summary>Whether the place lies in the area.</summary>
    public Answer Contains(string areaId, ClaimPlace place) => Contains(areaId, Spot.Of(place, provinces));

    private Answer Contains(string areaId, Spot spot) => known.GetOrAdd((areaId, spot), key => Find(areas[key.Area], key.Spot));

    private Answer Find(Area area, Spot spot)
    {
        Answer included = Or(area.Include.Select(p => Contains(p, spot)));
        Answer excluded = Or(area.Exclude.Select(p => Contains(p, spot)));
        return And(included, Not(excluded));
    }

    private Answer Contains(AreaPart part, Spot spot) =>
        part.AreaId is { } area ? Contains(area, spot)
        : part.Country is { } country ? Same(spot.Country, country)
        : part.Admin1 is { } province ? InProvince(spot, province)
        : part.PlaceId is { } placeId ? IsPlace(spot, placeId)
        : part.Circle is { } circle ? spot.At is not { } at ? Answer.Unknown : Within(circle.RadiusKm - Distance.Km(at.Lat, at.Lon, circle.Center.Lat, circle.Center.Lon), spot)
        : part.Polygon is { } corners ? spot.At is not { } point ? Answer.Unknown : Within(DepthKm(corners, point), spot)
        : Answer.Unknown;

    private static Answer InProvince(Spot spot, string province)
    {
        if (spot.Country is { } country && !province.StartsWith(country, StringComparison.Ordinal))
        {
            return Answer.No;
        }

        return spot.Province is { } known ? Same(known, province) : Answer.Unknown;
    }

    // A place as area has no drawn bounds: it is itself, or the spot of something that stands at it.
    private Answer IsPlace(Spot spot, string placeId)
    {
        const double SamePlaceKmMax = 2.0;
        if (string.Equals(spot.PlaceId, placeId, StringComparison.Ordinal))
        {
            return Answer.Yes;
        }

        if (provinces.Place(placeId) is not { } area)
        {
            return Answer.Unknown;
        }

        if (area is { Class: "governorate" or "province", Country: not null, Admin1: not null })
        {
            return InProvince(spot, $"{area.Country}/{area.Admin1}");
        }

        return spot.At is not { } at ? Answer.Unknown
            : spot.Precision <= PlacePrecision.Around
                ? Distance.Km(at.Lat, at.Lon, area.Lat, area.Lon) <= SamePlaceKmMax ? Answer.Yes : Answer.No
            : Distance.Km(at.Lat, at.Lon, area.Lat, area.Lon) > spot.DoubtKm ? Answer.No : Answer.Unknown;
    }

    // Positive inside, negative outside.
    private static Answer Within(double depthKm, Spot spot) =>
        depthKm >= spot.DoubtKm ? Answer.Yes : depthKm <= -spot.DoubtKm ? Answer.No : Answer.Unknown;

    // Kilometres on a plane that touches at the point: right to a few per cent over some hundred kilometres, which is finer than any doubt.
    private static double DepthKm(IReadOnlyList<Position> corners, Position at)
    {
        double narrowing = Math.Cos(double.DegreesToRadians(at.Lat));
        Coordinate Flat(Position p) => new((p.Lon - at.Lon) * narrowing * KmPerDegree, (p.Lat - at.Lat) * KmPerDegree);
        Polygon polygon = GeometryFactory.Default.CreatePolygon([.. corners.Select(Flat), Flat(corners[0])]);
        Point point = GeometryFactory.Default.CreatePoint(new Coordinate(0, 0));
        double toBound = polygon.ExteriorRing.Distance(point);
        return polygon.Covers(point) ? toBound : -toBound;
    }

    private static Answer Same(string? a, string b) =>
        a is null ? Answer.Unknown : string.Equals(a, b, StringComparison.Ordinal) ? Answer.Yes : Answer.No;

    internal static Answer Or(IEnumerable<Answer> answers)
    {
        Answer all = Answer.No;
        foreach (Answer answer in answers)
        {
            if (answer == Answer.Yes)
            {
                return Answer.Yes;
            }

            all = answer == Answer.Unknown ? Answer.Unknown : all;
        }

        return all;
    }

    internal static Answer And(Answer a, Answer b) =>
        a == Answer.No || b == Answer.No ? Answer.No : a == Answer.Yes && b == Answer.Yes ? Answer.Yes : Answer.Unknown;

    internal static Answer Not(Answer answer) => answer switch
    {
        Answer.Yes => Answer.No,
        Answer.No => Answer.Yes,
        _ => Answer.Unknown,
    };
}

/// <summary>What an area test needs to know of a place.</summary>
internal readonly record struct Spot(string? PlaceId, string? Country, string? Province, Position? At, int Precision)
{
    /// <summary>How far from its coordinates it may be, in kilometres, by UCDP where_prec: our own reading of the scale (a settlement's
    /// extent, half a district, half a governorate). A bound nearer than that cannot be decided.</summary>
    public double DoubtKm => Precision switch
    {
        1 => 0.1,
        2 => 5,
        3 => 25,
        4 => 75,
        5 => 150,
        _ => double.PositiveInfinity,
    };

    public static Spot Of(ClaimPlace place, Provinces provinces) => new(
        place.PlaceId, provinces.CountryOf(place), provinces.Of(place),
        place is { Lat: { } lat, Lon: { } lon } ? new Position(lat, lon) : null, place.Precision);
}
