using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>What an assessment reads from an incident: the claims that assert it, sorted by what they say. Claims of a kind that do not
/// name an author or a target say less, and contradict nobody.</summary>
internal sealed class IncidentFacts
{
    private IncidentFacts(IReadOnlyList<Claim> asserted, IReadOnlyList<Claim> denying, Affiliations affiliations)
    {
        Asserted = asserted;
        Denying = denying;
        Window = TimeWindow.Of(asserted);
        Place = IncidentView.BestPlace(asserted);
        Authors = Alternative.Of(asserted, c => c.Actors, affiliations);
        Targets = Alternative.Of(asserted, c => c.Recipients, affiliations);
    }

    /// <summary>Event claims that assert it, in order of id.</summary>
    public IReadOnlyList<Claim> Asserted { get; }

    /// <summary>Event claims that deny it, in order of id.</summary>
    public IReadOnlyList<Claim> Denying { get; }

    /// <summary>When, as narrow as the claims agree; null when none gives a time.</summary>
    public TimeWindow? Window { get; }

    /// <summary>The most precise place that is claimed; null when none is.</summary>
    public ClaimPlace? Place { get; }

    /// <summary>Alleged authors that exclude one another; empty when none is named.</summary>
    public IReadOnlyList<Alternative> Authors { get; }

    /// <summary>Alleged targets that exclude one another; empty when none is named.</summary>
    public IReadOnlyList<Alternative> Targets { get; }

    /// <summary>Reads the claims of an incident; rejected ones, figures and statements are left out.</summary>
    public static IncidentFacts Of(IReadOnlyList<Claim> claims, Affiliations affiliations)
    {
        var asserted = new List<Claim>(claims.Count);
        var denying = new List<Claim>();
        foreach (Claim claim in claims)
        {
            if (claim.Status != ClaimStatus.Rejected && claim.Content.Kind == ClaimKind.Event)
            {
                switch (claim.Content.Modality)
                {
                    case Modality.Asserted:
                        asserted.Add(claim);
                        break;
                    case Modality.Negated:
                        denying.Add(claim);
                        break;
                    default:
                        break;
                }
            }
        }

        asserted.Sort(ById);
        denying.Sort(ById);
        return new IncidentFacts(asserted, denying, affiliations);
    }

    private static int ById(Claim a, Claim b) => string.CompareOrdinal(a.Id, b.Id);
}

/// <summary>When something happened, in local time of the mission.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive, except that an exact minute has its own end equal to its start.</param>
internal readonly record struct TimeWindow(DateTime Start, DateTime End)
{
    public DateOnly FirstDay => DateOnly.FromDateTime(Start);

    public DateOnly LastDay => DateOnly.FromDateTime(End > Start ? End.AddTicks(-1) : End);

    private bool IsMinute => End == Start;

    private bool Holds(DateTime minute) => minute >= Start && (minute < End || IsMinute);

    // A month beside one of its days is that day; times that exclude one another leave all between them open.
    public static TimeWindow? Of(IReadOnlyList<Claim> claims)
    {
        TimeWindow? common = null, hull = null;
        bool agree = true;
        foreach (Claim claim in claims)
        {
            if (claim.Content.Time is not { } time)
            {
                continue;
            }

            TimeWindow window = Of(time);
            if (common is not { } both || hull is not { } all)
            {
                common = hull = window;
                continue;
            }

            hull = new TimeWindow(Min(all.Start, window.Start), Max(all.End, window.End));
            var shared = new TimeWindow(Max(both.Start, window.Start), Min(both.End, window.End));

            // Two days that follow each other touch and share nothing; a minute shares itself with the day it lies in.
            agree &= shared.End > shared.Start || (shared.IsMinute && both.Holds(shared.Start) && window.Holds(shared.Start));
            common = shared;
        }

        return agree ? common : hull;
    }

    private static TimeWindow Of(ClaimTime time)
    {
        if (TimeValue.TryParse(time.Value, out TimeValue value) && value.Clock is { } clock)
        {
            DateTime minute = time.First.ToDateTime(clock);
            return new TimeWindow(minute, minute);
        }

        return new TimeWindow(
            time.First.ToDateTime(TimeOnly.MinValue), time.Last == DateOnly.MaxValue ? DateTime.MaxValue : time.Last.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }

    private static DateTime Min(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Max(DateTime a, DateTime b) => a > b ? a : b;
}
