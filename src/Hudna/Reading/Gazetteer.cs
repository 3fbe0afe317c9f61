namespace Hudna.Reading;

/// <summary>A place that the reader knows by name.</summary>
/// <param name="Id">Stable id, as <c>sy-aleppo</c>.</param>
/// <param name="NameEn">Usual English name.</param>
/// <param name="NamesAr">Arabic spellings, preferred first.</param>
/// <param name="Kind">What sort of place.</param>
/// <param name="Class">Finer sort, as <c>governorate</c>, <c>village</c>, <c>crossing</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when it spans several.</param>
/// <param name="Admin1">English name of the first-order division; null when unknown or none.</param>
/// <param name="Lat">WGS 84 degrees north.</param>
/// <param name="Lon">WGS 84 degrees east.</param>
/// <param name="Rank">1 known worldwide to 5 hamlet; chooses between homonyms.</param>
/// <param name="Ambiguous">True when the name is also a common word or a person's name and needs evidence.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record PlaceEntry(
    string Id, string NameEn, IReadOnlyList<string> NamesAr, PlaceKind Kind, string Class, string? Country, string? Admin1,
    double Lat, double Lon, int Rank, bool Ambiguous, string Source);

/// <summary>An actor that the reader knows by name.</summary>
/// <param name="Id">Stable id, as <c>jaysh-al-islam</c>; states have <c>state-</c> and their ISO 3166-1 code.</param>
/// <param name="NameEn">Usual English name.</param>
/// <param name="NamesAr">Arabic spellings, preferred first.</param>
/// <param name="Type">What sort of actor.</param>
/// <param name="Class">Finer sort, as <c>faction</c>, <c>agency</c>; never a designation.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when to none.</param>
/// <param name="Affiliation">Ids of the actors or codes of the states it belongs to.</param>
/// <param name="From">Year or ISO date from which it exists or holds; null when not known.</param>
/// <param name="To">Year or ISO date until which; null when not known or still.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record ActorEntry(
    string Id, string NameEn, IReadOnlyList<string> NamesAr, ActorType Type, string Class, string? Country,
    IReadOnlyList<string> Affiliation, string? From, string? To, string Source);

/// <summary>The places and actors that a reader knows, by id.</summary>
/// <param name="Places">Places by id.</param>
/// <param name="Actors">Actors by id, states among them.</param>
public sealed record Gazetteer(IReadOnlyDictionary<string, PlaceEntry> Places, IReadOnlyDictionary<string, ActorEntry> Actors)
{
    /// <summary>Arabic words for bodies that grammar names by their state, by the part of the id after it: <c>air-force</c>.</summary>
    public IReadOnlyDictionary<string, string> BodiesAr { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What sort of actor such a body is, by the same part.</summary>
    public IReadOnlyDictionary<string, ActorType> BodyTypes { get; init; } = new Dictionary<string, ActorType>(StringComparer.Ordinal);

    /// <summary>An actor's usual names; also of a body that grammar named by its state (<c>sy:air-force</c>). Null when nobody knows it.</summary>
    public (string En, string Ar)? NameOf(string actorId)
    {
        if (Actors.TryGetValue(actorId, out ActorEntry? entry))
        {
            return (entry.NameEn, entry.NamesAr.Count > 0 ? entry.NamesAr[0] : entry.NameEn);
        }

        string[] parts = actorId.Split(':');
        return parts.Length > 1 && parts[0].Length == 2 && Actors.TryGetValue("state-" + parts[0], out ActorEntry? state)
            ? ($"{state.NameEn}: {parts[1].Replace('-', ' ')}", $"{BodiesAr.GetValueOrDefault(parts[1], parts[1].Replace('-', ' '))} ({(state.NamesAr.Count > 0 ? state.NamesAr[0] : state.NameEn)})")
            : null;
    }
}
