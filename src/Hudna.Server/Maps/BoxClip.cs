using Hudna.Store;

namespace Hudna.Server.Maps;

/// <summary>Cuts a ring to a box, side by side (Sutherland and Hodgman, 1974).</summary>
internal static class BoxClip
{
    public static IReadOnlyList<LonLat> Of(IReadOnlyList<LonLat> ring, GeoBox box)
    {
        IReadOnlyList<LonLat> kept = ring;
        kept = Side(kept, p => p.Lon - box.West);
        kept = Side(kept, p => box.East - p.Lon);
        kept = Side(kept, p => p.Lat - box.South);
        return Side(kept, p => box.North - p.Lat);
    }

    /// <summary>Keeps what lies where the distance is not negative.</summary>
    private static List<LonLat> Side(IReadOnlyList<LonLat> ring, Func<LonLat, double> distance)
    {
        var kept = new List<LonLat>(ring.Count);
        for (int i = 0; i < ring.Count; i++)
        {
            LonLat from = ring[(i + ring.Count - 1) % ring.Count], to = ring[i];
            double before = distance(from), after = distance(to);
            if (before < 0 != after < 0)
            {
                double share = before / (before - after);
                kept.Add(new LonLat(from.Lon + ((to.Lon - from.Lon) * share), from.Lat + ((to.Lat - from.Lat) * share)));
            }

            if (after >= 0)
            {
                kept.Add(to);
            }
        }

        return kept;
    }
}
