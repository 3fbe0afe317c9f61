using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Positions;
using Hudna.Server.Features.Talks;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Server.Features.Actors;

/// <summary>Everything said of or by one actor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Entry">What the mission's list says of it; null for one that only grammar built.</param>
/// <param name="Affiliation">Names of those it belongs to, by id.</param>
/// <param name="Type">Its type; null when neither list nor claim gives one.</param>
/// <param name="Names">Every wording the sources use, commonest first.</param>
/// <param name="Acting">Claims that name it as acting.</param>
/// <param name="Receiving">Claims that name it as the recipient.</param>
/// <param name="Saying">What it says.</param>
/// <param name="Days">Claims per day.</param>
/// <param name="Incidents">Numbers of the incidents of these claims, by incident id.</param>
/// <param name="Talks">What is said of its part in talks, oldest first.</param>
public sealed record ActorPage(
    string Id, ActorEntry? Entry, IReadOnlyDictionary<string, string> Affiliation, ActorType? Type, IReadOnlyList<string> Names,
    IReadOnlyList<ClaimInContext> Acting, IReadOnlyList<ClaimInContext> Receiving, IReadOnlyList<ClaimInContext> Saying,
    IReadOnlyList<DayCount> Days, IReadOnlyDictionary<string, int> Incidents, IReadOnlyList<ActorTalk> Talks)
{
    /// <summary>What it holds on which topic; null when nothing.</summary>
    public PositionRow? Positions { get; init; }

    internal static async Task<ActorPage?> FindAsync(IRecord record, Gazetteer gazetteer, string id, CancellationToken cancellation)
    {
        ActorEntry? entry = gazetteer.Actors.GetValueOrDefault(id);
        Page<Claim> claims = await record.ClaimsAsync(new ClaimFilter { ActorId = id }, cancellation);
        if (entry is null && claims.Total == 0)
        {
            return null;
        }

        IReadOnlyList<ClaimInContext> told = await ClaimInContext.OfAsync(record, claims.Items, cancellation);
        Party[] mentions = [.. claims.Items.SelectMany(c => c.Content.Actors.Concat(c.Content.Recipients).Append(c.Content.Speaker!)).Where(p => Is(p, id))];
        return new ActorPage(
            id, entry,
            (entry?.Affiliation ?? []).ToDictionary(a => a, a => NameOf(gazetteer, a), StringComparer.Ordinal),
            entry?.Type ?? mentions.Select(m => m.Type).FirstOrDefault(t => t is not null),
            [.. mentions.GroupBy(m => m.Text, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
            [.. told.Where(c => c.Claim.Content.Actors.Any(p => Is(p, id)))],
            [.. told.Where(c => c.Claim.Content.Recipients.Any(p => Is(p, id)))],
            [.. told.Where(c => c.Claim.Content.Kind == ClaimKind.Statement && Is(c.Claim.Content.Speaker, id))],
            ClaimDays.Of(claims.Items), await ClaimDays.IncidentNumbersAsync(record, claims.Items, cancellation),
            await ActorTalk.FindAsync(record, id, cancellation))
        {
            Positions = await PositionsPage.OfAsync(record, gazetteer, id, cancellation),
        };
    }

    private static bool Is(Party? party, string id) => string.Equals(party?.ActorId, id, StringComparison.Ordinal);

    /// <summary>Affiliations name actors by id and states by their code.</summary>
    private static string NameOf(Gazetteer gazetteer, string id) =>
        (gazetteer.Actors.GetValueOrDefault(id) ?? gazetteer.Actors.Values.FirstOrDefault(a => string.Equals(a.Country, id, StringComparison.OrdinalIgnoreCase) && a.Type == ActorType.State))
            ?.NameEn ?? id;
}
