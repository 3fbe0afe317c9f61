using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Assessment;

/// <summary>Values as traces carry them, with what they are before a colon, so that a page can write each in its reader's language:
/// <c>days:2017-01-03/2017-01-05</c>, <c>minute:2016-12-30T00:00</c>, <c>place:sy-idlib</c>, <c>area:syria</c>, <c>actor:state-sy</c>,
/// <c>lister:russia</c>, <c>act:ASSAULT aerial</c>, <c>provision:1</c>, <c>number:3</c>, <c>text:…</c> for the source's own words.</summary>
internal static class Trace
{
    public static string Days(TimeWindow when)
    {
        string first = Day(when.FirstDay), last = Day(when.LastDay);
        return when.End == when.Start ? Minute(when.Start)
            : string.Equals(first, last, StringComparison.Ordinal) ? "days:" + first : $"days:{first}/{last}";
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Minute(DateTime time) => "minute:" + time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static string Place(ClaimPlace place) => place.PlaceId is { } id ? "place:" + id : "text:" + (place.Name ?? place.Text);

    public static string Area(string id) => "area:" + id;

    public static string Party(Party party) => party.ActorId is { } id && !Affiliations.IsDescription(id) ? "actor:" + id : "text:" + party.Text;

    public static string Actor(string id) => "actor:" + id;

    public static string Lister(string id) => "lister:" + id;

    public static string Act((EventType Type, string? Mode) act) => act.Mode is null ? "act:" + Wire.Name(act.Type) : $"act:{Wire.Name(act.Type)} {act.Mode}";

    public static IReadOnlyList<MissingFact> InOrder(IEnumerable<MissingFact> missing) => [.. missing.Distinct().Order()];
}
