using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Maps;

/// <summary>A town's name, to find one's way on a map without borders.</summary>
public sealed record MapLabel(double Lon, double Lat, string Text)
{
    private const int RankMax = 2;
    private const int CountMax = 24;

    internal static IReadOnlyList<MapLabel> Of(Gazetteer gazetteer, GeoBox box, bool arabic) =>
    [
        .. gazetteer.Places.Values
            .Where(p => p.Kind == PlaceKind.Settlement && p.Rank <= RankMax && p.Lon > box.West && p.Lon < box.East && p.Lat > box.South && p.Lat < box.North)
            .OrderBy(p => p.Rank).ThenBy(p => p.Id, StringComparer.Ordinal).Take(CountMax)
            .Select(p => new MapLabel(p.Lon, p.Lat, arabic && p.NamesAr.Count > 0 ? p.NamesAr[0] : p.NameEn)),
    ];
}

internal static class MapJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
