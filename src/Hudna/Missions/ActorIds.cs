using Hudna.Reading;

namespace Hudna.Missions;

/// <summary>Ids of actors in a mission's files.</summary>
public static class ActorIds
{
    /// <summary>What a wrong one should have been.</summary>
    public const string Expected = "the id of an actor that the gazetteer has, as state-ru or jaysh-al-islam,";

    /// <summary>True for an actor of the gazetteer, and for a body of a state that grammar names, as <c>sy:army</c>.</summary>
    public static bool IsKnown(Gazetteer gazetteer, string id) => gazetteer.Actors.ContainsKey(id)
        || (id.Length > 3 && id[2] == ':' && gazetteer.Actors.ContainsKey("state-" + id[..2]) && id.Skip(3).All(c => char.IsAsciiLetterLower(c) || c == '-'));
}
