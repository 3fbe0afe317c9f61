using Hudna.Coverage;

namespace Hudna.Acts;

/// <summary>Whether an act on a record of coverage may be appended. Pure; every store asks it before it appends.</summary>
public static class CoverageCheck
{
    /// <summary>What is wrong with an act on a record of coverage; null when nothing is.</summary>
    /// <param name="before">The record of coverage; null when there is none such.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? Problem(CoverageRecord? before, Act act) => act.Body switch
    {
        CoverageRecorded recorded => Revision(before, act.Subject, recorded.Revision) ?? Content(recorded.Content),
        CoverageWithdrawn when before is null => ActProblem.Invalid($"There is no record of coverage {act.Subject}."),
        CoverageWithdrawn withdrawn => Revision(before, act.Subject, withdrawn.Revision)
            ?? (before.Withdrawn is not null ? ActProblem.Conflict($"The record of coverage {act.Subject} is already withdrawn.")
                : string.IsNullOrWhiteSpace(withdrawn.Reason) ? ActProblem.Invalid("reason: why it is withdrawn is expected")
                : null),
        _ => null,
    };

    private static ActProblem? Revision(CoverageRecord? before, string id, int seen) => seen == (before?.Revision ?? 0) ? null
        : ActProblem.Conflict($"The record of coverage {id} is at revision {before?.Revision ?? 0} and this was written on revision {seen}: look at it again.");

    private static ActProblem? Content(CoverageContent content)
    {
        CoveragePlace place = content.Place;
        return content.To <= content.From ? ActProblem.Invalid("to: a time after from is expected")
            : string.IsNullOrWhiteSpace(content.Team) ? ActProblem.Invalid("team: a name is expected")
            : !IsProvince(place.Province) ? ActProblem.Invalid($"province: country and province as SY/Idlib are expected, not {place.Province}")
            : place.Center is { Lat: not (>= -90 and <= 90) } ? ActProblem.Invalid("lat: -90 to 90 degrees are expected")
            : place.Center is { Lon: not (>= -180 and <= 180) } ? ActProblem.Invalid("lon: -180 to 180 degrees are expected")
            : place.RadiusKm is not (null or (> 0 and < double.PositiveInfinity)) ? ActProblem.Invalid("radius_km: kilometres above 0 are expected")
            : null;
    }

    private static bool IsProvince(string text) =>
        text.Length > 3 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && text[2] == '/' && !string.IsNullOrWhiteSpace(text[3..]);
}
