using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>A plan as the claims of a proposed operation suggest it: for a person to correct and record.</summary>
public static class PlanFromClaims
{
    /// <summary>The plan suggested. Its first day is the first that its claims tell; its numbers are those that claims of a plan give,
    /// when no two differ.</summary>
    /// <param name="proposed">The proposed operation.</param>
    /// <param name="day">The day to begin with when its claims tell none.</param>
    public static OperationPlan Of(ProposedOperation proposed, DateOnly day)
    {
        ClaimContent[] contents = [.. proposed.Claims.Select(c => c.Claim.Content)];
        ClaimContent[] asserted = [.. contents.Where(c => c.Modality != Modality.Negated)];
        OperationDays[] told = [.. proposed.Claims.Select(OperationDays.Of).OfType<OperationDays>().Where(d => d.IsTold)];
        DateOnly first = told.Length > 0 ? told.Min(d => d.First) : proposed.First ?? day;
        DateOnly last = told.Length > 0 ? told.Max(d => d.Last) : proposed.Last ?? first;
        return new OperationPlan
        {
            Type = proposed.Type,
            Title = new OperationTitle(null, null),
            From = (proposed.From ?? proposed.To) is { } from ? Place(from) : new OperationPlace(string.Empty, null, null, null),
            To = proposed.From is not null && proposed.To is { } to ? Place(to) : null,
            Route = contents.Select(c => ((OperationDetail)c.Detail!).Route?.Text).FirstOrDefault(r => r is not null),
            Who = Actors(asserted.SelectMany(c => c.Recipients)),
            Guarantors = Actors(asserted.SelectMany(c => c.Actors)),
            Agreed = Agreed(proposed),
            First = first,
            Last = last == first ? null : last,
            Pinned = [.. proposed.Claims.Select(c => c.Claim.Id).Order(StringComparer.Ordinal).Take(Acts.OperationCheck.ListLengthMax)],
        };
    }

    private static OperationPlace Place(ClaimPlace place) => new(place.Name ?? place.Text, place.PlaceId, place.Lat, place.Lon);

    private static OperationActor[] Actors(IEnumerable<Party> parties) =>
    [
        .. parties.GroupBy(p => p.ActorId ?? p.Text, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderBy(p => p.Text, StringComparer.Ordinal).First()).Select(p => new OperationActor(p.Text, p.ActorId)),
    ];

    // Two plans that differ are for a person to choose between.
    private static AgreedNumber[] Agreed(ProposedOperation proposed) =>
    [
        .. proposed.Claims.Where(c => c.Claim.Content is { Modality: Modality.Asserted or Modality.Planned, Number: not null, Detail: OperationDetail { Stage: OperationStage.Planned } })
            .Select(c => SourceCount.Of(c)!).Where(c => c.Category is not null).Select(c => new AgreedNumber(c.Category!.Value, c.Low, c.High)).Distinct()
            .GroupBy(a => a.Category).Where(g => g.Count() == 1).Select(g => g.Single()).OrderBy(a => a.Category),
    ];
}
