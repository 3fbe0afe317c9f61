using Hudna.Acts;
using Hudna.Linking;
using Hudna.Store;

namespace Hudna.Server.Features.Links;

/// <summary>The weights that the mission links by.</summary>
/// <param name="Shipped">True when they are those that Hudna ships: nobody has adopted others.</param>
/// <param name="Tellings">Number of tellings that they were learned from; null for those that Hudna ships.</param>
/// <param name="Share">Share of pairs of one happening among the pairs compared, 0 to 1.</param>
/// <param name="Levels">What each level of agreement weighs, field by field.</param>
/// <param name="Adoptions">Who adopted which weights, latest first.</param>
/// <param name="Weights">The weights themselves.</param>
public sealed record WeightsPage(
    bool Shipped, int? Tellings, double Share, IReadOnlyList<LinkLevel> Levels, IReadOnlyList<WeightsAdoption> Adoptions, LinkWeights Weights)
{
    /// <summary>The subject of the acts that adopt weights.</summary>
    private const string Subject = "linking";

    internal static async Task<WeightsPage> FindAsync(IRecord record, CancellationToken cancellation)
    {
        AdoptedWeights? adopted = await record.LinkWeightsAsync(cancellation);
        LinkWeights weights = adopted?.Weights ?? LinkWeights.Shipped;
        IReadOnlyList<Act> history = await record.HistoryAsync(Subject, cancellation);
        return new WeightsPage(
            adopted is null || adopted.Tellings == 0, adopted?.Tellings is > 0 and var tellings ? tellings : null, weights.Share, LinkLevel.Of(weights),
            [
                .. history.Where(a => a.Body is LinkWeightsAdopted).OrderByDescending(a => a.Sequence)
                    .Select(a => new WeightsAdoption(a.By, a.At, ((LinkWeightsAdopted)a.Body).Tellings, ((LinkWeightsAdopted)a.Body).Reason)),
            ],
            weights);
    }
}

/// <summary>That somebody adopted weights.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Tellings">Number of tellings they were learned from; 0 for those that Hudna ships.</param>
/// <param name="Reason">Why.</param>
public sealed record WeightsAdoption(string By, DateTimeOffset At, int Tellings, string Reason);
