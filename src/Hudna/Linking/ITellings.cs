using Hudna.Acts;

namespace Hudna.Linking;

/// <summary>The tellings of a record, as its store keeps them. What is asked for within one transaction does not change in between.</summary>
public interface ITellings
{
    /// <summary>Tellings that may be compared with one: in reach and in time, or at the place of the same name when one of the two has no point. More than these do no harm.</summary>
    IReadOnlyList<Telling> Near(TellingArea area);

    /// <summary>The tellings of a report.</summary>
    IReadOnlyList<Telling> OfReport(string reportId);

    /// <summary>Claims of a report that the machine linked and that are in no telling any more, since they say something else now; those rejected left out.</summary>
    IReadOnlyList<TellingClaim> Strays(string reportId);

    /// <summary>The tellings with a claim linked to an incident.</summary>
    IReadOnlyList<Telling> OfIncident(string incidentId);

    /// <summary>What people call an incident by.</summary>
    int Number(string incidentId);

    /// <summary>The highest number that an incident has; 0 when there is none.</summary>
    int LastIncidentNumber();

    /// <summary>True when somebody has ruled on an incident: a finding, a determination or a complaint rests on the claims it has.</summary>
    bool IsRuledOn(string incidentId);

    /// <summary>The incidents noted as possibly one with an incident.</summary>
    IReadOnlyList<PossibleIncident> Possible(string incidentId);
}

/// <summary>Two incidents noted as possibly one.</summary>
/// <param name="IncidentId">The one of the lower number.</param>
/// <param name="OtherId">The other.</param>
/// <param name="Evidence">Why.</param>
public sealed record PossibleIncident(string IncidentId, string OtherId, LinkEvidence Evidence);

/// <summary>An act to be appended, without who and when.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Body">What.</param>
public sealed record PlannedAct(string Subject, ActBody Body);

/// <summary>Where and when to look for what may be one with a telling. Bounds are inclusive.</summary>
/// <param name="First">First day number.</param>
/// <param name="Last">Last day number.</param>
/// <param name="Place">The place's key; null when not told.</param>
/// <param name="Box">As far as the happening can lie from the point told; null without a point.</param>
public sealed record TellingArea(int First, int Last, string? Place, TellingBox? Box)
{
    private const double KmPerDegree = 111.2;

    /// <summary>The area of a report, or null when it is compared with none: without a day, of a month or longer, or without any place.</summary>
    /// <param name="report">The report.</param>
    public static TellingArea? Of(LinkReport report)
    {
        if (report is not { First: { } first } || (report.Place is null && report.Lat is null))
        {
            return null;
        }

        DateOnly last = report.Last ?? first;
        return last.DayNumber - first.DayNumber >= Blocks.DaysMax ? null : new TellingArea(first.DayNumber, last.DayNumber, report.Place, BoxOf(report));
    }

    /// <summary>The same with the days between which another's may lie.</summary>
    public TellingArea Wider() => this with { First = First - Blocks.DaysApart, Last = Last + Blocks.DaysApart };

    private static TellingBox? BoxOf(LinkReport report)
    {
        if (report is not { Lat: { } lat, Lon: { } lon })
        {
            return null;
        }

        // A box on a sphere: as wide as it must be at the end that is nearer to a pole. Beyond the 180th meridian nothing is found.
        double north = Blocks.Reach(report.Precision) / KmPerDegree;
        double east = north / Math.Max(0.02, Math.Cos(double.DegreesToRadians(Math.Min(89, Math.Abs(lat) + north))));
        return new TellingBox(lat - north, lat + north, lon - east, lon + east);
    }
}

/// <summary>A box of WGS 84 degrees.</summary>
public sealed record TellingBox(double South, double North, double West, double East);
