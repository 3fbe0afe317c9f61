using Hudna.Places;
using Hudna.Server.Maps;

namespace Hudna.Server.Features.Control;

/// <summary>Where a place's sign stands on the drawing: at the place, or beside it when another sign is there already.</summary>
/// <param name="Place">The place.</param>
/// <param name="X">Of the place on the drawing.</param>
/// <param name="Y">Of the place on the drawing.</param>
/// <param name="SignX">Of the sign.</param>
/// <param name="SignY">Of the sign.</param>
internal sealed record ControlSpot(ControlPlace Place, double X, double Y, double SignX, double SignY)
{
    private const double Apart = 28;
    private const int Directions = 8;
    private const int RingsMax = 6;

    public bool IsMoved => X != SignX || Y != SignY;

    /// <summary>Spots of all places with coordinates, in the order given; signs do not lie on one another as long as there is room.</summary>
    public static IReadOnlyList<ControlSpot> Of(IEnumerable<ControlPlace> places, MapFrame frame)
    {
        var spots = new List<ControlSpot>();
        foreach (ControlPlace place in places)
        {
            if (place.Place is { Lat: { } lat, Lon: { } lon, Precision: < PlaceTooWide })
            {
                (double x, double y) = frame.At(lon, lat);
                (double signX, double signY) = Around(x, y).FirstOrDefault(p => !spots.Exists(s => double.Hypot(s.SignX - p.X, s.SignY - p.Y) < Apart), (X: x, Y: y));
                spots.Add(new ControlSpot(place, x, y, signX, signY));
            }
        }

        return spots;
    }

    /// <summary>UCDP GED where_prec of a whole country, and of sea and air: no point stands for it.</summary>
    private const int PlaceTooWide = 6;

    private static IEnumerable<(double X, double Y)> Around(double x, double y)
    {
        yield return (x, y);
        for (int ring = 1; ring <= RingsMax; ring++)
        {
            for (int i = 0; i < Directions; i++)
            {
                double angle = 2 * Math.PI * i / Directions;
                yield return (x + (ring * Apart * Math.Cos(angle)), y + (ring * Apart * Math.Sin(angle)));
            }
        }
    }
}
