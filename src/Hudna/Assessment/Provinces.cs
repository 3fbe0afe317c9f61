using System.Collections.Concurrent;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>Finds the first-order division of a place: by its name where the gazetteer knows it, else by the nearest settlement
/// that it knows. Safe to use from several threads.</summary>
/// <param name="gazetteer">Known places.</param>
public sealed class Provinces(Gazetteer gazetteer)
{
    /// <summary>A spot farther than this from every known settlement has no province.</summary>
    private const double NearestKmMax = 15.0;

    // Each is a pass over the gazetteer, and a page that only names divisions needs the second alone.
    private readonly Lazy<ILookup<(int Lat, int Lon), PlaceEntry>> settlements = new(() => gazetteer.Places.Values
        .Where(p => p.Kind == PlaceKind.Settlement && p is { Country: not null, Admin1: not null })
        .OrderBy(p => p.Id, StringComparer.Ordinal)
        .ToLookup(p => Cell(p.Lat, p.Lon)));

    private readonly Lazy<ILookup<string, PlaceEntry>> divisions = new(() => gazetteer.Places.Values
        .Where(p => p.Class is "governorate" or "province" && p is { Country: not null, Admin1: not null })
        .OrderBy(p => p.Id, StringComparer.Ordinal)
        .ToLookup(p => $"{p.Country}/{p.Admin1}", StringComparer.Ordinal));

    private readonly ConcurrentDictionary<(double Lat, double Lon), PlaceEntry?> nearest = new();

    /// <summary>Country and division, as <c>SY/Idlib</c>; null when the place is larger than that, or nowhere near a known settlement.</summary>
    public string? Of(ClaimPlace place)
    {
        PlaceEntry? entry = place.PlaceId is { } id ? Place(id) : null;
        return entry is { Country: { } country, Admin1: { } admin1 } ? $"{country}/{admin1}"
            : place.Precision <= PlacePrecision.Around && entry is not { Kind: PlaceKind.Country }
                && place is { Lat: { } lat, Lon: { } lon } && Nearest(lat, lon) is { } near ? $"{near.Country}/{near.Admin1}"
            : null;
    }

    /// <summary>All divisions of a country that the gazetteer names, as <c>SY/Idlib</c>, in order.</summary>
    public IReadOnlyList<string> All(string country) =>
        [.. divisions.Value.Select(d => d.Key).Where(d => d.StartsWith(country + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>A division's names: in English its own short name, as the gazetteer's entry adds "Governorate", which a table says
    /// once; in Arabic the entry's, or the English one where there is none.</summary>
    public BilingualText NameOf(string province)
    {
        string english = province[(province.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new BilingualText(english, divisions.Value[province].FirstOrDefault() is { NamesAr: [var arabic, ..] } ? arabic : english);
    }

    internal PlaceEntry? Place(string id) => gazetteer.Places.GetValueOrDefault(id);

    internal string? CountryOf(ClaimPlace place) =>
        place.Country ?? (place.PlaceId is { } id ? Place(id)?.Country : null)
        ?? (place is { Lat: { } lat, Lon: { } lon, Precision: <= PlacePrecision.Around } ? Nearest(lat, lon)?.Country : null);

    private PlaceEntry? Nearest(double lat, double lon) => nearest.GetOrAdd((lat, lon), at =>
    {
        (int row, int column) = Cell(at.Lat, at.Lon);
        return Enumerable.Range(row - 1, 3).SelectMany(r => Enumerable.Range(column - 1, 3).SelectMany(c => settlements.Value[(r, c)]))
            .Select(p => (Place: p, Km: Distance.Km(at.Lat, at.Lon, p.Lat, p.Lon)))
            .Where(p => p.Km <= NearestKmMax).OrderBy(p => p.Km).Select(p => p.Place).FirstOrDefault();
    });

    // Cells of a quarter of a degree are at least NearestKmMax wide up to 57 degrees of latitude.
    private static (int Lat, int Lon) Cell(double lat, double lon) => ((int)Math.Floor(lat * 4), (int)Math.Floor(lon * 4));
}
