using Hudna.Acts;
using Hudna.Reading;

namespace Hudna.Store;

/// <summary>Actors and places that users added, as entries that a reader can learn.</summary>
/// <param name="Places">Places, in order of their acts.</param>
/// <param name="Actors">Actors, in order of their acts.</param>
public sealed record Additions(IReadOnlyList<PlaceEntry> Places, IReadOnlyList<ActorEntry> Actors)
{
    private const string Source = "mission";

    /// <summary>What the acts add; acts of other sorts are left out.</summary>
    public static Additions Of(IEnumerable<Act> acts)
    {
        var places = new List<PlaceEntry>();
        var actors = new List<ActorEntry>();
        foreach (Act act in acts)
        {
            switch (act.Body)
            {
                // Rank 3, known in the country: a place that the mission bothers to add wins over a hamlet of the same name.
                case PlaceAdded p:
                    places.Add(new PlaceEntry(act.Subject, p.NameEn, p.NamesAr, p.Kind, ClassOf(p.Kind), p.Country, p.Admin1, p.Lat, p.Lon, 3, false, Source));
                    break;
                case ActorAdded a:
                    actors.Add(new ActorEntry(act.Subject, a.NameEn, a.NamesAr, a.Type, Source, a.Country, a.Affiliation, null, null, Source));
                    break;
                default:
                    break;
            }
        }

        return new Additions(places, actors);
    }

    private static string ClassOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => "country",
        PlaceKind.Region => "area",
        PlaceKind.Settlement => "town",
        _ => "building",
    };
}

/// <summary>The readers of a mission, and the places and actors they know.</summary>
/// <param name="All">One reader a language.</param>
/// <param name="Gazetteer">Places and actors, the mission's additions among them.</param>
public sealed record Readers(IReadOnlyList<IReader> All, Gazetteer Gazetteer);
