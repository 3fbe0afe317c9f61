using System.Globalization;
using System.Text;
using Hudna.Store;

namespace Hudna.Server.Maps;

/// <summary>A box of the world on a drawing of a given width, in Web Mercator, as the live map has it.</summary>
internal sealed class MapFrame
{
    private const double EarthCircumferenceKm = 40075.017;
    private readonly double west;
    private readonly double top;
    private readonly double scale;

    public MapFrame(GeoBox box, double width)
    {
        Box = box;
        Width = width;
        west = box.West;
        top = MercatorY(box.North);
        scale = width / (box.East - box.West);
        Height = Math.Round((MercatorY(box.South) - top) * scale, 1);
    }

    public GeoBox Box { get; }

    public double Width { get; }

    public double Height { get; }

    public (double X, double Y) At(double lon, double lat) => ((lon - west) * scale, (MercatorY(lat) - top) * scale);

    /// <summary>Length on the drawing of a distance on the ground.</summary>
    public double Length(double km, double lat) => km / (EarthCircumferenceKm * Math.Cos(lat * Math.PI / 180)) * 360 * scale;

    /// <summary>The land inside the frame as an SVG path.</summary>
    public string LandPath(Land land)
    {
        var path = new StringBuilder();
        foreach (IReadOnlyList<LonLat> ring in land.Within(Box))
        {
            char command = 'M';
            foreach (LonLat point in ring)
            {
                (double x, double y) = At(point.Lon, point.Lat);
                path.Append(command).Append(Number(x)).Append(' ').Append(Number(y));
                command = 'L';
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Degrees of a world that is as wide as high, growing to the south.</summary>
    private static double MercatorY(double lat) => -Math.Log(Math.Tan((Math.PI / 4) + (lat * Math.PI / 360))) * 180 / Math.PI;
}
