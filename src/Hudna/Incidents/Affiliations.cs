using System.Collections.Concurrent;
using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What an actor belongs to, by the gazetteer: a unit to its group, a group to its alliance, an army to its state. A country
/// of origin alone (an opposition faction's) makes nobody part of the state. Safe to use from several threads.</summary>
/// <param name="gazetteer">Known actors with their affiliations.</param>
public sealed class Affiliations(Gazetteer gazetteer)
{
    private readonly ConcurrentDictionary<(string Id, ActorType? Type), string[]> known = new();

    /// <summary>The actor itself and all it belongs to, nearest first; ids of states as <c>state-sy</c>.</summary>
    /// <param name="actorId">Id of the gazetteer, or one that grammar built, as <c>sy:army</c>.</param>
    /// <param name="type">What sort of actor: a built military or government body belongs to its state.</param>
    public IReadOnlyList<string> Of(string actorId, ActorType? type) => known.GetOrAdd((actorId, type), key => Find(key.Id, key.Type));

    /// <summary>True for an id that grammar built from a description (<c>sy:opposition</c>), so that it names nobody in particular.</summary>
    public static bool IsDescription(string actorId) => actorId.IndexOf(':', StringComparison.Ordinal) == 2;

    private string[] Find(string actorId, ActorType? type)
    {
        var found = new List<string> { actorId };
        if (type is ActorType.Military or ActorType.Government or ActorType.State && IsDescription(actorId))
        {
            found.Add("state-" + actorId[..2]);
        }

        for (int i = 0; i < found.Count; i++)
        {
            IReadOnlyList<string> wider = gazetteer.Actors.TryGetValue(found[i], out ActorEntry? entry) ? entry.Affiliation : [];
            found.AddRange(wider.Select(StateId).Where(id => !found.Contains(id, StringComparer.Ordinal)));
        }

        return [.. found];
    }

    private static string StateId(string id) =>
        id.Length == 2 && id.All(char.IsAsciiLetterUpper) ? string.Create(null, $"state-{(char)(id[0] | 0x20)}{(char)(id[1] | 0x20)}") : id;
}
