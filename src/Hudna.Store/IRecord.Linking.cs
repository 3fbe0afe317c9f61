using Hudna.Incidents;
using Hudna.Linking;

namespace Hudna.Store;

public partial interface IRecord
{
    /// <summary>Pairs of incidents that may be one, the likeliest first: what people are asked to decide.</summary>
    /// <param name="incidentId">Of this incident only; null for all.</param>
    /// <param name="offset">Rows to leave out first; 0 or more.</param>
    /// <param name="limit">Rows at most; 1 to 500.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<Page<PossiblePair>> PossiblePairsAsync(string? incidentId, int offset, int limit, CancellationToken cancellation);

    /// <summary>Where the claims of an incident went that it has no longer: incidents and how many went there directly, most first.</summary>
    Task<IReadOnlyList<(Incident Incident, int Claims)>> HeirsAsync(string incidentId, CancellationToken cancellation);

    /// <summary>True when somebody has ruled on an incident: a finding, a determination or a complaint rests on the claims it has.</summary>
    Task<bool> IsRuledOnAsync(string incidentId, CancellationToken cancellation);

    /// <summary>The weights that the mission links by; null for those that Hudna ships.</summary>
    Task<AdoptedWeights?> LinkWeightsAsync(CancellationToken cancellation);

    /// <summary>All tellings: what weights are learned from. For the machine, never for a page.</summary>
    IAsyncEnumerable<Telling> TellingsAsync(CancellationToken cancellation);
}

/// <summary>What changed in the record, for what follows for the links.</summary>
/// <param name="Tellings">The tellings as they now are; of use until the answer is given.</param>
/// <param name="Reports">Reports whose tellings changed.</param>
/// <param name="Incidents">Incidents whose claims changed.</param>
/// <param name="WeightsAct">Sequence number of the act that adopted the weights in force; 0 for those that Hudna ships.</param>
/// <param name="Weights">Reads those weights.</param>
public sealed record LinkChange(
    ITellings Tellings, IReadOnlyCollection<string> Reports, IReadOnlyCollection<string> Incidents, long WeightsAct, Func<LinkWeights> Weights);

/// <summary>Two incidents that may be one.</summary>
/// <param name="Incident">The one of the lower number.</param>
/// <param name="Other">The other.</param>
/// <param name="Evidence">Why.</param>
public sealed record PossiblePair(Incident Incident, Incident Other, LinkEvidence Evidence);

/// <summary>Weights that a mission adopted.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="Tellings">Number of tellings that they were learned from.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act">Sequence number of the act.</param>
public sealed record AdoptedWeights(LinkWeights Weights, int Tellings, DateTimeOffset At, string By, long Act);
