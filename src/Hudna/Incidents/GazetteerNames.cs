using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>Looks up places and actors of a gazetteer by their English and Arabic names, folded. For names that stand in a cell of
/// their own; running text is the reader's.</summary>
public sealed class GazetteerNames
{
    /// <summary>A name's entry farther than this from given coordinates is another place of that name.</summary>
    private const double SameNameKmMax = 15.0;

    private readonly ILookup<string, PlaceEntry> places;
    private readonly ILookup<string, ActorEntry> actors;
    private readonly ILookup<string, string> divisions;
    private readonly int longest;

    /// <summary>Indexes a gazetteer.</summary>
    public GazetteerNames(Gazetteer gazetteer)
    {
        places = gazetteer.Places.Values.OrderBy(p => p.Id, StringComparer.Ordinal)
            .SelectMany(p => p.NamesAr.Append(p.NameEn).Select(Fold).Distinct(StringComparer.Ordinal).Select(name => (name, p)))
            .ToLookup(n => n.name, n => n.p, StringComparer.Ordinal);
        actors = gazetteer.Actors.Values.OrderBy(a => a.Id, StringComparer.Ordinal)
            .SelectMany(a => a.NamesAr.Append(a.NameEn).Select(Fold).Distinct(StringComparer.Ordinal).Select(name => (name, a)))
            .ToLookup(n => n.name, n => n.a, StringComparer.Ordinal);
        divisions = gazetteer.Places.Values.Where(p => p is { Kind: PlaceKind.Region, Class: "governorate" or "province", Country: not null })
            .Select(p => (p.NamesAr, Own: p.Admin1 ?? p.NameEn, p.Country))
            .SelectMany(p => p.NamesAr.Append(p.Own).Select(Fold).Distinct(StringComparer.Ordinal).Select(name => (name, $"{p.Country}/{p.Own}")))
            .ToLookup(n => n.name, n => n.Item2, StringComparer.Ordinal);
        longest = places.Select(p => p.Key.Count(c => c == ' ') + 1).DefaultIfEmpty(1).Max();
    }

    /// <summary>The actor of a name; null when no or more than one actor has it.</summary>
    public ActorEntry? Actor(string name) => Only(actors[Fold(name)]);

    /// <summary>The place of a name. With coordinates: the nearest of that name within 15 km; failing the whole cell, the longest
    /// run of its words that names such a place ("Talbiseh, southern entrance"). Without: the only one of that name, or the only
    /// one in that first-order division, names that are common words left out. Null rather than a guess.</summary>
    /// <param name="name">The cell.</param>
    /// <param name="admin1">English or Arabic name of the first-order division; null when not told.</param>
    /// <param name="lat">WGS 84 degrees north; null when not told.</param>
    /// <param name="lon">WGS 84 degrees east; null when not told.</param>
    public PlaceEntry? Place(string name, string? admin1, double? lat, double? lon)
    {
        string folded = Fold(name);
        if (lat is not { } y || lon is not { } x)
        {
            List<PlaceEntry> named = [.. places[folded].Where(p => !p.Ambiguous)];
            return Only(named) ?? Only(named.Where(p => admin1 is not null && IsIn(p, admin1)));
        }

        string[] words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int length = Math.Min(longest, words.Length); length >= 1; length--)
        {
            PlaceEntry? nearest = Enumerable.Range(0, words.Length - length + 1)
                .SelectMany(start => places[string.Join(' ', words.AsSpan(start, length).ToArray())])
                .Select(p => (Place: p, Km: Distance.Km(y, x, p.Lat, p.Lon)))
                .Where(p => p.Km <= SameNameKmMax && p.Place.Kind != PlaceKind.Country)
                .OrderBy(p => p.Km).ThenBy(p => p.Place.Id, StringComparer.Ordinal).Select(p => p.Place).FirstOrDefault();
            if (nearest is not null)
            {
                return nearest;
            }
        }

        return null;
    }

    /// <summary>The first-order division of a name, as <c>SY/Idlib</c>: by its English name, or by the Arabic one with or without
    /// "محافظة". Null when no or more than one division has it.</summary>
    public string? Division(string name)
    {
        string folded = Fold(name);
        return Only(divisions[folded].Concat(divisions[Fold("محافظة " + name)]).Distinct(StringComparer.Ordinal));
    }

    // The division may be told in Arabic: its own entry says what it is in English.
    private bool IsIn(PlaceEntry place, string admin1) =>
        place.Admin1 is { } own && (string.Equals(Fold(own), Fold(admin1), StringComparison.Ordinal)
            || places[Fold(admin1)].Any(d => d.Kind == PlaceKind.Region && string.Equals(d.Admin1 ?? d.NameEn, own, StringComparison.Ordinal)));

    private static T? Only<T>(IEnumerable<T> all)
        where T : class
    {
        List<T> found = [.. all.Take(2)];
        return found.Count == 1 ? found[0] : null;
    }

    // Letters and digits only, so that hyphens, apostrophes and commas of transcriptions do not matter.
    private static string Fold(string name) => SearchFold.Of(new string([.. name.Select(c => char.IsLetterOrDigit(c) ? c : c is '\'' or '’' or 'ʿ' ? '\u200B' : ' ')]));
}
