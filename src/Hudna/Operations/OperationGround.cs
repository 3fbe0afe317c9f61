using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>Whether two places can be the same one for an operation.</summary>
/// <param name="gazetteer">Known places.</param>
public sealed class OperationGround(Gazetteer gazetteer)
{
    /// <summary>Two places this near are one: a city and its districts, a town and the crossing outside it.</summary>
    public const double NearKm = 30;

    private const string Governorate = "governorate";

    internal Spot Of(ClaimPlace place) => Known(place.PlaceId) is { } entry ? Of(entry)
        : new Spot(place.PlaceId, place.PlaceId is null ? SearchFold.Of(place.Text) : null, place.Country, null, IsGovernorate: false, place.Lat, place.Lon);

    internal Spot Of(OperationPlace place) => Known(place.PlaceId) is { } entry ? Of(entry)
        : new Spot(place.PlaceId, place.PlaceId is null ? SearchFold.Of(place.Name) : null, null, null, IsGovernorate: false, place.Lat, place.Lon);

    /// <summary>Kilometres between two places that are one: 0 for the same, null when they are two.</summary>
    /// <param name="a">A place.</param>
    /// <param name="b">Another.</param>
    /// <param name="withParts">True takes a governorate and a place in it for one.</param>
    internal static double? Apart(Spot a, Spot b, bool withParts)
    {
        if ((a.Id is not null && string.Equals(a.Id, b.Id, StringComparison.Ordinal)) || (a.Words is not null && string.Equals(a.Words, b.Words, StringComparison.Ordinal)))
        {
            return 0;
        }

        double? km = a is { Lat: { } aLat, Lon: { } aLon } && b is { Lat: { } bLat, Lon: { } bLon } ? Distance.Km(aLat, aLon, bLat, bLon) : null;
        bool isPart = withParts && (a.IsGovernorate || b.IsGovernorate) && a.Admin1 is not null
            && string.Equals(a.Admin1, b.Admin1, StringComparison.Ordinal) && string.Equals(a.Country, b.Country, StringComparison.Ordinal);
        return km <= NearKm || isPart ? km ?? NearKm : null;
    }

    private PlaceEntry? Known(string? id) => id is null ? null : gazetteer.Places.GetValueOrDefault(id);

    private static Spot Of(PlaceEntry entry) => new(
        entry.Id, null, entry.Country, entry.Admin1, string.Equals(entry.Class, Governorate, StringComparison.Ordinal), entry.Lat, entry.Lon);
}

/// <summary>A place as far as it is compared.</summary>
internal readonly record struct Spot(string? Id, string? Words, string? Country, string? Admin1, bool IsGovernorate, double? Lat, double? Lon);

/// <summary>The days that a claim can mean.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive.</param>
/// <param name="IsTold">False when the claim tells no day, and this is the day on which it was said.</param>
public readonly record struct OperationDays(DateOnly First, DateOnly Last, bool IsTold)
{
    /// <summary>A claim's own days; those of a day without year in the year nearest to when it was said; else the day on which it was said.
    /// Null when nothing of all that is known.</summary>
    public static OperationDays? Of(ReportedClaim claim) => claim.Claim.Content switch
    {
        { Time: { } time } => new OperationDays(time.First, time.Last, IsTold: true),
        { Yearless: { } yearless } when claim.Published is { } said && Nearest(yearless, said) is { } day => new OperationDays(day, day, IsTold: true),
        _ => claim.Published is { } published ? new OperationDays(published, published, IsTold: false) : null,
    };

    /// <summary>Days between two spans: 0 when they share one.</summary>
    public int GapTo(DateOnly first, DateOnly last) => First > last ? First.DayNumber - last.DayNumber : first > Last ? first.DayNumber - Last.DayNumber : 0;

    private static DateOnly? Nearest(YearlessDay yearless, DateOnly said)
    {
        DateOnly? nearest = null;
        for (int year = Math.Max(1, said.Year - 1); year <= Math.Min(9999, said.Year + 1); year++)
        {
            if (DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{yearless.Value[2..]}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                && (nearest is not { } best || Math.Abs(day.DayNumber - said.DayNumber) < Math.Abs(best.DayNumber - said.DayNumber)))
            {
                nearest = day;
            }
        }

        return nearest;
    }
}
