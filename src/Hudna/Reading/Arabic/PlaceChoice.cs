namespace Hudna.Reading.Arabic;

/// <summary>Which of several places of one name is meant. In order: one inside a division named right after it; one in a country that
/// the text speaks of more often; one in a division that the text speaks of more often; the better known; the town before the region.</summary>
internal sealed class PlaceChoice(Article article)
{
    private const int DivisionReach = 6;
    private Dictionary<string, int>? _countries;
    private Dictionary<string, int>? _divisions;

    /// <summary>The place that a match means.</summary>
    public PlaceEntry Choose(Match match)
    {
        PlaceEntry first = ((PlaceNameEntry)match.Entry).Place;
        PlaceEntry? best = null;
        HashSet<string>? near = null;
        foreach (PlaceEntry place in Homonyms(match))
        {
            if (best is null)
            {
                best = place;
                continue;
            }

            near ??= Divisions(match.Last + 1);
            if (Better(place, best, near))
            {
                best = place;
            }
        }

        return best ?? first;
    }

    /// <summary>Whether the text names states or places and none of them is of the country.</summary>
    public bool IsForeign(string country) => Countries.Count > 0 && !Countries.ContainsKey(country);

    /// <summary>How often the text names each country: by name, adjective, capital, or a place that is of this country only.</summary>
    private Dictionary<string, int> Countries
    {
        get
        {
            Survey();
            return _countries!;
        }
    }

    private IEnumerable<PlaceEntry> Homonyms(Match match)
    {
        foreach (Entry entry in article.Same(match))
        {
            if (entry is PlaceNameEntry named)
            {
                yield return named.Place;
            }
        }
    }

    private bool Better(PlaceEntry one, PlaceEntry other, HashSet<string> near)
    {
        int by = (one.Admin1 is not null && near.Contains(one.Admin1)).CompareTo(other.Admin1 is not null && near.Contains(other.Admin1));
        by = by != 0 ? by : Named(Countries, one.Country).CompareTo(Named(Countries, other.Country));
        by = by != 0 ? by : Named(_divisions!, DivisionKey(one)).CompareTo(Named(_divisions!, DivisionKey(other)));
        by = by != 0 ? by : other.Rank.CompareTo(one.Rank);
        by = by != 0 ? by : (one.Kind == PlaceKind.Settlement).CompareTo(other.Kind == PlaceKind.Settlement);
        return by > 0 || (by == 0 && string.CompareOrdinal(one.Id, other.Id) < 0);
    }

    private static int Named(Dictionary<string, int> counts, string? key) => key is null ? 0 : counts.GetValueOrDefault(key);

    private static string? DivisionKey(PlaceEntry place) => place is { Country: { } country, Admin1: { } division } ? country + division : null;

    /// <summary>The divisions of the places named right after (سراقب في ريف إدلب).</summary>
    private HashSet<string> Divisions(int from)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int i = from; i < Math.Min(article.Count, from + DivisionReach); i++)
        {
            if (article.Longest(i, Cat.Place) is { } match)
            {
                foreach (PlaceEntry place in Homonyms(match))
                {
                    if (place.Admin1 is { } division)
                    {
                        found.Add(division);
                    }
                }
            }
        }

        return found;
    }

    private void Survey()
    {
        if (_countries is not null)
        {
            return;
        }

        _countries = new Dictionary<string, int>(StringComparer.Ordinal);
        _divisions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < article.Count; i++)
        {
            if (article.Longest(i, Cat.State | Cat.Nisba | Cat.Capital | Cat.Place) is not { } match)
            {
                continue;
            }

            if (match.Entry is StateEntry state)
            {
                Count(_countries, state.State.Code);
            }
            else if (OnlyCountry(match) is { Country: { } country } place)
            {
                Count(_countries, country);
                if (DivisionKey(place) is { } division)
                {
                    Count(_divisions, division);
                }
            }

            i = match.Last;
        }
    }

    /// <summary>The place of a name that is no common word and stands in one country only; null otherwise.</summary>
    private PlaceEntry? OnlyCountry(Match match)
    {
        if (match.Count == 1 && (match.Skip > 0 || (article.Cats(match.First) & (Cat.Verb | Cat.Masdar | Cat.Particle | Cat.GivenName | Cat.Measure | Cat.Title)) != 0))
        {
            return null;
        }

        PlaceEntry? only = null;
        foreach (PlaceEntry place in Homonyms(match))
        {
            if (place.Ambiguous || (only is not null && only.Country != place.Country))
            {
                return null;
            }

            only = place;
        }

        return only;
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
