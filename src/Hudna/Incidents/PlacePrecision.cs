using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>How precise a named place is, on UCDP GED's scale where_prec (codebook 25.1, section on geography): 1 exact, 2 around a
/// point, 3 second-order division, 4 first-order division, 5 line or fuzzy area, 6 country, 7 sea or air.</summary>
/// <remarks>UCDP gives a named village 1. Here it is 2: its coordinates are the centroid of the name, not the spot where
/// something happened, and a map that draws it as a spot misleads. 1 is kept for coordinates that the source itself gives.</remarks>
public static class PlacePrecision
{
    /// <summary>The source gives coordinates of the spot.</summary>
    public const int Exact = 1;

    /// <summary>Around the named point.</summary>
    public const int Around = 2;

    /// <summary>Somewhere along a line or in an area without clear bounds.</summary>
    public const int Fuzzy = 5;

    /// <summary>Precision of a place that is known by name alone.</summary>
    /// <param name="kind">What sort of place.</param>
    /// <param name="gazetteerClass">Finer sort as <c>lang/*/places.tsv</c> lists them; null when not known.</param>
    public static int Of(PlaceKind kind, string? gazetteerClass) => (kind, gazetteerClass) switch
    {
        (PlaceKind.Country, _) => 6,
        (PlaceKind.Region, "governorate" or "province") => 4,
        (PlaceKind.Region, "district") => 3,
        (PlaceKind.Region, _) => Fuzzy,
        (PlaceKind.Feature, "sea" or "gulf" or "strait") => 7,
        (PlaceKind.Feature, "river" or "road" or "lake" or "canal" or "oilfield" or "gasfield") => Fuzzy,
        _ => Around,
    };
}
