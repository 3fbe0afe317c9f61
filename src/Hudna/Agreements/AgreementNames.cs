using Hudna.Reading;

namespace Hudna.Agreements;

/// <summary>Looks up in a gazetteer what an agreement names.</summary>
internal sealed class AgreementNames(Gazetteer gazetteer)
{
    // A suggestion shares its beginning with what was written: at least so many characters of it.
    private const int LeastAlike = 4;

    private const string StatePrefix = "state-";

    private readonly HashSet<string> divisions =
        [.. gazetteer.Places.Values.Where(p => p is { Country: not null, Admin1: not null }).Select(p => $"{p.Country}/{p.Admin1}")];

    public IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
        AgreementParts.Actors(agreement).Where(a => !gazetteer.Actors.ContainsKey(a.Id))
            .Select(a => new AgreementProblem(a.Path, Unknown("actor", a.Id, gazetteer.Actors.Keys)))
            .Concat(AgreementParts.AreaParts(agreement).SelectMany(OfPart));

    private IEnumerable<AgreementProblem> OfPart((string Path, AreaPart Value) part)
    {
        if (part.Value.Country is { } country && !gazetteer.Actors.ContainsKey(StatePrefix + country.ToLowerInvariant()))
        {
            yield return new AgreementProblem(part.Path + ".country", $"the gazetteer has no country \"{country}\"");
        }

        if (part.Value.PlaceId is { } place && !gazetteer.Places.ContainsKey(place))
        {
            yield return new AgreementProblem(part.Path + ".place", Unknown("place", place, gazetteer.Places.Keys));
        }

        if (part.Value.Admin1 is { } division && !divisions.Contains(division))
        {
            yield return new AgreementProblem(part.Path + ".admin1", Unknown("division", division, divisions));
        }
    }

    private static string Unknown(string kind, string id, IEnumerable<string> known) =>
        $"the gazetteer has no {kind} \"{id}\"" + (Nearest(id, known) is { } near ? $"; \"{near}\"?" : string.Empty);

    // The id with the longest beginning in common; of several the one nearest in length. "state-" is no likeness.
    private static string? Nearest(string id, IEnumerable<string> known)
    {
        int least = id.StartsWith(StatePrefix, StringComparison.Ordinal) ? StatePrefix.Length + 1 : LeastAlike;
        return known
            .Select(k => (Id: k, Alike: k.AsSpan().CommonPrefixLength(id)))
            .Where(k => k.Alike >= least)
            .OrderByDescending(k => k.Alike).ThenBy(k => Math.Abs(k.Id.Length - id.Length)).ThenBy(k => k.Id, StringComparer.Ordinal)
            .Select(k => k.Id).FirstOrDefault();
    }
}
