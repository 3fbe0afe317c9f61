using System.Diagnostics;
using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;

namespace Hudna.Store;

public sealed partial class Intake
{
    /// <summary>Records what a person decided. An edited claim that is linked nowhere is linked by what it says now.</summary>
    /// <returns>The claim as it stands after that.</returns>
    /// <exception cref="RecordConflictException">Somebody else decided meanwhile: show the claim again.</exception>
    /// <exception cref="InvalidActException">There is no such claim or incident, a reason is missing, or an edit contradicts itself.</exception>
    public async Task<Claim> DecideAsync(Decision decision, CancellationToken cancellation)
    {
        if (decision.By.StartsWith(Act.MachinePrefix, StringComparison.Ordinal))
        {
            throw new InvalidActException("by: a person or desk is expected; the machine does not decide.");
        }

        if (decision is Decision.Edit or Decision.Reject or Decision.Unlink or Decision.Bar && string.IsNullOrWhiteSpace(decision.Reason))
        {
            throw new InvalidActException("reason: a reason is expected, so that others can follow.");
        }

        Claim claim = await record.ClaimAsync(decision.ClaimId, cancellation)
            ?? throw new InvalidActException($"There is no claim {decision.ClaimId}.");
        switch (decision)
        {
            case Decision.Accept accept:
                await record.AppendAsync(
                    [new Act(0, time.GetUtcNow(), accept.By, accept.ClaimId, new ClaimAccepted(accept.Revision, accept.Reason))], [], cancellation);
                break;
            case Decision.Reject reject:
                await AppendAsync(decision, new ClaimRejected(reject.Revision, reject.Reason), cancellation);
                break;
            case Decision.Edit edit:
                await EditAsync(edit, claim, cancellation);
                break;
            case Decision.Link { IncidentId: { } incidentId }:
                await AppendAsync(decision, new ClaimLinked(incidentId, Reasons(decision)), cancellation);
                break;
            case Decision.Link:
                await OpenAsync(decision, cancellation);
                break;
            case Decision.Unlink unlink:
                await AppendAsync(decision, new ClaimUnlinked(unlink.IncidentId, unlink.Reason), cancellation);
                break;
            case Decision.Bar bar:
                await AppendAsync(decision, new ClaimBarred(bar.IncidentId, bar.Reason), cancellation);
                break;
            default:
                throw new UnreachableException();
        }

        await AssessAsync(cancellation);
        return (await record.ClaimAsync(decision.ClaimId, cancellation))!;
    }

    /// <summary>Adds an actor to the mission; the readers know it from the next report on.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="InvalidActException">A field cannot be used, or an actor of that name is known already.</exception>
    public async Task<string> AddActorAsync(ActorAdded actor, string by, CancellationToken cancellation)
    {
        Gazetteer known = await GazetteerAsync(cancellation);
        string? other = known.Actors.Values.FirstOrDefault(a => SameNames(a.NameEn, a.NamesAr, actor.NameEn, actor.NamesAr))?.Id;
        string? unknown = actor.Affiliation.FirstOrDefault(a => !known.Actors.ContainsKey(a));
        return other is not null ? throw new InvalidActException($"name: {actor.NameEn} is known already, as {other}.")
            : unknown is not null ? throw new InvalidActException($"affiliation: there is no actor {unknown}; ids of known actors are expected.")
            : await AddAsync(NewId(actor.NameEn), actor, by, cancellation);
    }

    /// <summary>Adds a place to the mission; the readers know it from the next report on.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="InvalidActException">A field cannot be used, or a place of that name lies within 5 km.</exception>
    public async Task<string> AddPlaceAsync(PlaceAdded place, string by, CancellationToken cancellation)
    {
        const double SamePlaceKmMax = 5.0;
        Gazetteer known = await GazetteerAsync(cancellation);
        string? other = known.Places.Values.FirstOrDefault(p => SameNames(p.NameEn, p.NamesAr, place.NameEn, place.NamesAr)
            && Distance.Km(p.Lat, p.Lon, place.Lat, place.Lon) <= SamePlaceKmMax)?.Id;
        return other is null ? await AddAsync(NewId(string.Create(null, $"{place.NameEn} {place.Lat:F4} {place.Lon:F4}")), place, by, cancellation)
            : throw new InvalidActException($"name: {place.NameEn} is known already at that spot, as {other}.");
    }

    private async Task EditAsync(Decision.Edit edit, Claim claim, CancellationToken cancellation)
    {
        Report report = await record.ReportAsync(claim.ReportId, cancellation) ?? throw new UnreachableException();
        Loaded now = await LoadAsync(cancellation);
        var body = new ClaimEdited(edit.Revision, edit.Content, edit.Reason);

        // Checked before linking, which trusts what it compares.
        if (ClaimCheck.Problem(edit.Content, report.Text) is { } problem)
        {
            throw new InvalidActException($"Claim {claim.Id}: {problem}.");
        }

        await AppendAsync([(new PlannedAct(claim.Id, body), edit.By)], [], now, cancellation);
    }

    private async Task OpenAsync(Decision decision, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            int number = await record.LastIncidentNumberAsync(cancellation) + 1;
            string id = ContentId.Incident(decision.ClaimId, number);
            try
            {
                await AppendAsync(
                    [
                        (new PlannedAct(id, new IncidentOpened(number)), decision.By),
                        (new PlannedAct(decision.ClaimId, new ClaimLinked(id, Reasons(decision))), decision.By),
                    ],
                    [], await LoadAsync(cancellation), cancellation);
                return;
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // The number was taken meanwhile: take the next.
            }
        }
    }

    private async Task<string> AddAsync(string id, ActBody body, string by, CancellationToken cancellation)
    {
        await record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, body)], [], cancellation);
        await AssessAsync(cancellation);
        return id;
    }

    private async Task<IReadOnlyList<Act>> AppendAsync(Decision decision, ActBody body, CancellationToken cancellation) =>
        await AppendAsync([(new PlannedAct(decision.ClaimId, body), decision.By)], [], await LoadAsync(cancellation), cancellation);

    private static string[] Reasons(Decision decision) => [Line(decision.By, decision.Reason)];

    private static bool SameNames(string english, IReadOnlyList<string> arabic, string otherEnglish, IReadOnlyList<string> otherArabic) =>
        arabic.Append(english).Select(SearchFold.Of).Intersect(otherArabic.Append(otherEnglish).Select(SearchFold.Of), StringComparer.Ordinal).Any();

    // "m-" and the letters and digits of the name; a name without any gives its hash.
    private static string NewId(string name)
    {
        string slug = string.Join('-', new string([.. SearchFold.Of(name).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return "m-" + (slug.Length > 0 ? slug : ContentId.Sha256(System.Text.Encoding.UTF8.GetBytes(name))[..8]);
    }
}
