using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>How two sides stand to one another by a list of actors: one in common, one that belongs to the other or both to a third, or strangers. Somebody whom
/// the list does not know may be anybody. Safe to use from several threads.</summary>
/// <param name="gazetteer">Known actors with what they belong to.</param>
internal sealed class SideRelations(Gazetteer gazetteer)
{
    private readonly Affiliations affiliations = new(gazetteer);

    /// <summary>Compares two sides as <see cref="PartyNames.Set"/> writes them, of ids where the actor is known.</summary>
    public Relation Relate(string a, string b)
    {
        string[] one = a.Split(PartyNames.Separator), other = b.Split(PartyNames.Separator);
        if (one.Intersect(other, StringComparer.Ordinal).Any())
        {
            return Relation.Same;
        }

        if (!Array.TrueForAll(one, IsKnown) || !Array.TrueForAll(other, IsKnown))
        {
            return Relation.Unknown;
        }

        HashSet<string> wider = [.. one.SelectMany(Wider)];
        return other.SelectMany(Wider).Any(wider.Contains) ? Relation.Related : Relation.Different;
    }

    private bool IsKnown(string id) => gazetteer.Actors.ContainsKey(id) || Affiliations.IsDescription(id);

    // A body that grammar names by its state, as sy:army, belongs to the state; sy:opposition does not.
    private IReadOnlyList<string> Wider(string id) => affiliations.Of(
        id, gazetteer.Actors.TryGetValue(id, out ActorEntry? actor) ? actor.Type : gazetteer.BodyTypes.TryGetValue(id.Split(':')[1], out ActorType type) ? type : null);
}
