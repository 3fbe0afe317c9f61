using Hudna.Reading;

namespace Hudna.Incidents;

/// <summary>What the linker says of a claim.</summary>
/// <param name="Target">The incident it joins; null when none fits.</param>
/// <param name="Opens">True when it opens an incident of its own.</param>
/// <param name="Reasons">Why, line by line, language-neutral. Never empty.</param>
public sealed record LinkDecision(LinkTarget? Target, bool Opens, IReadOnlyList<string> Reasons);

/// <summary>Decides which incident a claim is about: the same act at the same place and time, with parties that do not exclude one
/// another. First depth: no containment of places, no learning. Deterministic; the order of targets does not matter.</summary>
/// <param name="gazetteer">What actors belong to.</param>
public sealed class Linker(Gazetteer gazetteer)
{
    /// <summary>Who the machine's linking acts are by.</summary>
    public const string By = "machine:linker/1";

    private readonly PartyPairs parties = new(gazetteer);

    /// <summary>True when a claim may be linked at all: an act on the ground that is said to have happened or is denied.</summary>
    public static bool IsLinkable(Claim claim) => claim.Status != ClaimStatus.Rejected
        && claim.Content is { Kind: ClaimKind.Event, Type: { } type, Modality: Modality.Asserted or Modality.Negated }
        && ActPairs.IsOnTheGround(type);

    /// <summary>True when a claim may open an incident: it asserts the act, not as feared, tried or called for (<see cref="Realis.Other"/>), and
    /// tells where, finer than a country, and when. An act told as of a kind passes when its own words place and date it: what the weighing of
    /// cues takes for a topic is often a bare report, and an incident that is not opened is lost, one too many is merged or rejected by a person.</summary>
    public static bool CanOpen(Claim claim) =>
        IsLinkable(claim) && claim.Content is { Modality: Modality.Asserted, Realis: not Realis.Other } && ClaimPair.IsPlacedAndTimed(claim.Content);

    /// <summary>Where to look for incidents that a claim may belong to; null when it cannot be linked by place and time.</summary>
    public static LinkArea? Area(Claim claim)
    {
        if (!IsLinkable(claim) || !ClaimPair.IsPlacedAndTimed(claim.Content))
        {
            return null;
        }

        // 5 km: more than any two precisions allow. One degree north is 111.2 km, one degree east less by the cosine.
        const double Km = 5.0, KmPerDegree = 111.2;
        ClaimPlace place = claim.Content.Place!;
        ClaimTime time = claim.Content.Time!;
        double? dLat = place.Lat is null ? null : Km / KmPerDegree;
        double? dLon = place.Lat is not { } lat ? null : Km / KmPerDegree / Math.Max(0.01, Math.Cos(double.DegreesToRadians(lat)));
        return new LinkArea(
            claim.Content.Type!.Value, Shift(time.First, -1), Shift(time.Last, 1), place.PlaceId,
            place.Lat - dLat, place.Lon - dLon, place.Lat + dLat, place.Lon + dLon);
    }

    /// <summary>The incident that a claim joins, or that it opens one, or neither.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="targets">Incidents to choose from; others than <see cref="Area"/> finds do no harm.</param>
    /// <param name="inOneSentence">True for a claim that stands in one sentence with this one; null when that is not known.</param>
    public LinkDecision Decide(Claim claim, IEnumerable<LinkTarget> targets, Func<Claim, bool>? inOneSentence = null)
    {
        if (!IsLinkable(claim))
        {
            return new LinkDecision(null, false, ["act: not linkable"]);
        }

        if (!ClaimPair.IsPlacedAndTimed(claim.Content))
        {
            return new LinkDecision(null, false, [claim.Content.Time is null ? "time: ?" : "place: ?"]);
        }

        (LinkTarget Target, ClaimPair Pair)? best = targets
            .Where(t => !claim.UnlinkedFrom.Contains(t.IncidentId, StringComparer.Ordinal))
            .Select(t => (Target: t, Pair: Fit(claim, t, inOneSentence)))
            .Where(p => p.Pair is not null)
            .OrderByDescending(p => p.Pair!.Score).ThenBy(p => p.Target.Number)
            .Select(p => ((LinkTarget, ClaimPair)?)(p.Target, p.Pair!))
            .FirstOrDefault();
        return best is var (target, pair) ? new LinkDecision(target, false, pair.Reasons)
            : CanOpen(claim) ? new LinkDecision(null, true, Opening(claim.Content))
            : new LinkDecision(null, false, [claim.Content.Modality == Modality.Asserted ? "incident: none fits, and what is only spoken of opens none" : "incident: none fits, and what is denied opens none"]);
    }

    /// <summary>For a claim that does not itself tell where and when: the incident of another claim in the same sentence, when nothing
    /// that both tell speaks against it. Null when there is none.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="neighbours">Linked claims of the same sentence, with their incidents.</param>
    public LinkDecision? DecideBySentence(Claim claim, IEnumerable<(Claim Claim, LinkTarget Target)> neighbours)
    {
        if (!IsLinkable(claim) || ClaimPair.IsPlacedAndTimed(claim.Content))
        {
            return null;
        }

        return neighbours
            .Where(n => !claim.UnlinkedFrom.Contains(n.Target.IncidentId, StringComparer.Ordinal))
            .Select(n => (n.Claim, n.Target, Pair: ClaimPair.Of(claim.Content, n.Claim.Content, parties, inOneSentence: true)))
            .Where(n => n.Pair.Fits)
            .OrderByDescending(n => n.Pair.Score)
            .ThenBy(n => Math.Abs(n.Claim.Content.Span.Start - claim.Content.Span.Start)).ThenBy(n => n.Target.Number)
            .Select(n => new LinkDecision(n.Target, false, [$"sentence: {n.Claim.Id}", .. n.Pair.Reasons]))
            .FirstOrDefault();
    }

    // Every claim that the machine linked must fit, or day after day of shelling would chain into one incident; what a person linked
    // there against the rules binds nobody else.
    private ClaimPair? Fit(Claim claim, LinkTarget target, Func<Claim, bool>? inOneSentence)
    {
        ClaimPair? best = null;
        foreach (Claim other in target.Claims.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            if (!IsLinkable(other) || string.Equals(other.Id, claim.Id, StringComparison.Ordinal))
            {
                continue;
            }

            ClaimPair pair = ClaimPair.Of(claim.Content, other.Content, parties, inOneSentence?.Invoke(other) == true);
            if (!pair.Fits && !other.LinkedByPerson)
            {
                return null;
            }

            if (pair.Fits && ClaimPair.IsPlacedAndTimed(other.Content) && pair.Score > (best?.Score ?? -1))
            {
                best = pair;
            }
        }

        return best;
    }

    private static IReadOnlyList<string> Opening(ClaimContent content) =>
    [
        "incident: opened by this claim",
        $"act: {ActPairs.Print(content)}",
        $"place: {IncidentView.PlaceKey(content.Place!)}",
        $"time: {content.Time!.Value}",
    ];

    private static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
