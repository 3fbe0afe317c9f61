using System.Text.Json;
using Hudna.Server.Hosting;
using Hudna.Store;

namespace Hudna.Server.Maps;

/// <summary>A point in WGS 84 degrees.</summary>
public readonly record struct LonLat(double Lon, double Lat);

/// <summary>The outline of the land, without any border: Natural Earth through world-atlas, a TopoJSON file.</summary>
internal sealed class Land
{
    private static readonly Lazy<Land> Loaded = new(() => Read(File.ReadAllBytes(Path.Combine(SiteFiles.Folder, "lib/world-atlas/land-50m.json"))));

    private Land(LonLat[][][] polygons) => Polygons = polygons;

    public static Land Whole => Loaded.Value;

    /// <summary>Polygons, each its outer ring and then its holes (the Caspian Sea is one); each ring closed.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<LonLat>>> Polygons { get; }

    /// <summary>Rings cut to a box, for even-odd drawing; a ring may run along the box's edge.</summary>
    public IEnumerable<IReadOnlyList<LonLat>> Within(GeoBox box) => Polygons.SelectMany(p => p).Select(r => BoxClip.Of(r, box)).Where(r => r.Count > 2);

    /// <summary>Reads TopoJSON's arcs: each a row of steps from point to point on a grid.</summary>
    internal static Land Read(ReadOnlySpan<byte> topoJson)
    {
        var reader = new Utf8JsonReader(topoJson);
        using var document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        double[] scale = Pair(root.GetProperty("transform").GetProperty("scale"));
        double[] shift = Pair(root.GetProperty("transform").GetProperty("translate"));
        LonLat[][] arcs = [.. root.GetProperty("arcs").EnumerateArray().Select(a => Arc(a, scale, shift))];
        IEnumerable<JsonElement> polygons = root.GetProperty("objects").GetProperty("land").GetProperty("geometries").EnumerateArray()
            .SelectMany(g => g.GetProperty("arcs").EnumerateArray());
        return new Land([.. polygons.Select(p => p.EnumerateArray().Select(ring => Ring(ring, arcs)).ToArray())]);
    }

    private static LonLat[] Arc(JsonElement steps, double[] scale, double[] shift)
    {
        int x = 0, y = 0;
        return [.. steps.EnumerateArray().Select(step =>
        {
            x += step[0].GetInt32();
            y += step[1].GetInt32();
            return new LonLat((x * scale[0]) + shift[0], (y * scale[1]) + shift[1]);
        })];
    }

    /// <summary>A ring is arcs end to end, the shared point once; ~i is arc i backwards.</summary>
    private static LonLat[] Ring(JsonElement indices, LonLat[][] arcs)
    {
        var points = new List<LonLat>();
        foreach (JsonElement element in indices.EnumerateArray())
        {
            int index = element.GetInt32();
            IEnumerable<LonLat> arc = index >= 0 ? arcs[index] : arcs[~index].Reverse();
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }

        return [.. points];
    }

    private static double[] Pair(JsonElement pair) => [pair[0].GetDouble(), pair[1].GetDouble()];
}
