using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Places;

/// <summary>How well the day of a claim on control is known.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ControlDay>))]
public enum ControlDay
{
    /// <summary>The source gives the day.</summary>
    Exact,

    /// <summary>The source gives several days that it can be; it counts from the last.</summary>
    Within,

    /// <summary>No time is given: it was so on the day it was said.</summary>
    SaidOn,

    /// <summary>No time is given of something that happened: it happened on the day it was said, or before.</summary>
    OnOrBefore,

    /// <summary>A day without year, or no day at all: it is listed and changes nothing.</summary>
    Unplaced,
}

/// <summary>One claim on control, with the day that it counts from.</summary>
/// <param name="Source">The claim and who reported it.</param>
/// <param name="Status">What is said.</param>
/// <param name="By">Who holds, took, lost, besieges or left, as groups; empty when not told.</param>
/// <param name="Against">From whom or against whom.</param>
/// <param name="First">First day that it can mean; null when there is no such bound.</param>
/// <param name="Day">The day it counts from; null when it is not placed in time.</param>
/// <param name="Known">How well that day is known.</param>
public sealed record ControlMark(
    ReportedClaim Source, ControlStatus Status, IReadOnlyList<HolderGroup> By, IReadOnlyList<HolderGroup> Against, DateOnly? First, DateOnly? Day,
    ControlDay Known)
{
    /// <summary>The claim's id.</summary>
    public string ClaimId => Source.Claim.Id;

    /// <summary>True when it can change who is said to hold or besiege the place. What is planned, possible or denied never does, nor an
    /// advance, nor what names nobody or has no day.</summary>
    [JsonIgnore]
    public bool Counts => Day is not null && Source.Claim.Content.Modality == Modality.Asserted && Status != ControlStatus.Advances
        && (By.Count > 0 || (Status == ControlStatus.Took && Against.Count > 0));

    /// <summary>True when it says that somebody holds the place from its day on.</summary>
    internal bool SaysHolder => Counts && By.Count > 0 && Status is ControlStatus.Took or ControlStatus.Holds;

    /// <summary>Who no longer holds it by this claim, the takers themselves left out.</summary>
    internal IEnumerable<HolderGroup> Gone => !Counts ? [] : Status switch
    {
        ControlStatus.Left or ControlStatus.Lost => By,
        ControlStatus.Took => Against.Where(a => !By.Any(b => Same(a, b))),
        _ => [],
    };

    /// <summary>The mark of a claim.</summary>
    /// <exception cref="ArgumentException">The claim is not on control.</exception>
    public static ControlMark Of(ReportedClaim source, Affiliations affiliations)
    {
        ClaimContent content = source.Claim.Content;
        ControlDetail detail = content.Detail as ControlDetail ?? throw new ArgumentException("a claim on control is expected", nameof(source));
        bool happened = detail.Status is ControlStatus.Took or ControlStatus.Lost or ControlStatus.Left;
        (DateOnly? first, DateOnly? day, ControlDay known) = (content.Time, content.Yearless, source.Published) switch
        {
            ({ } time, _, _) => (time.First, time.Last, time.First == time.Last ? ControlDay.Exact : ControlDay.Within),
            (null, null, { } said) => (happened ? (DateOnly?)null : said, (DateOnly?)said, happened ? ControlDay.OnOrBefore : ControlDay.SaidOn),
            _ => ((DateOnly?)null, (DateOnly?)null, ControlDay.Unplaced),
        };
        return new ControlMark(source, detail.Status, Groups(content.Actors), Groups(content.Recipients), first, day, known);

        IReadOnlyList<HolderGroup> Groups(IReadOnlyList<Party> parties) =>
            HolderGroup.Distinct(parties.Select(p => HolderGroup.Of(p, content.Place, affiliations)));
    }

    /// <summary>True when this cannot be told to be later than a day: its own days reach back to it.</summary>
    internal bool MayPrecede(DateOnly day) => Known == ControlDay.Within && First <= day;

    internal static bool Same(HolderGroup a, HolderGroup b) => string.Equals(a.Id, b.Id, StringComparison.Ordinal);
}
