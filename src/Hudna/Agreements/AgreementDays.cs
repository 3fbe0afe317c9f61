namespace Hudna.Agreements;

/// <summary>The day of a moment by an agreement's clock.</summary>
public static class AgreementDays
{
    /// <summary>Day of a moment in the agreement's zone; by the moment's own offset when there is no agreement, or this machine does
    /// not know its zone.</summary>
    public static DateOnly DayOf(Agreement? agreement, DateTimeOffset at) => DateOnly.FromDateTime(
        agreement is not null && TimeZoneInfo.TryFindSystemTimeZoneById(agreement.Zone, out TimeZoneInfo? zone)
            ? TimeZoneInfo.ConvertTime(at, zone).DateTime : at.DateTime);
}
