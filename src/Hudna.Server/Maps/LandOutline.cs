using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hudna.Server.Maps;

/// <summary>The land for the live map, as GeoJSON: coastlines of a few kilometres' precision, and no border.</summary>
internal static class LandOutline
{
    private static readonly Lazy<byte[]> Bytes = new(() => Encoding.UTF8.GetBytes(GeoJson(Land.Whole)));

    public static FileContentHttpResult Write(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.File(Bytes.Value, "application/geo+json");
    }

    private static string GeoJson(Land land)
    {
        var json = new StringBuilder("""{"type":"FeatureCollection","features":[""");
        foreach (IReadOnlyList<IReadOnlyList<LonLat>> polygon in land.Polygons)
        {
            json.Append("""{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[""");
            json.AppendJoin(',', polygon.Select(Ring)).Append("]}},");
        }

        json.Length--;
        return json.Append("]}").ToString();
    }

    private static string Ring(IReadOnlyList<LonLat> ring) =>
        $"[{string.Join(',', ring.Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.Lon:0.###},{p.Lat:0.###}]")))}]";
}
