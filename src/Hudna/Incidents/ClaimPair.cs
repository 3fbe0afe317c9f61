using System.Globalization;

namespace Hudna.Incidents;

/// <summary>Two claims compared: whether they can be about the same incident, how well they fit, and why, line by line.</summary>
/// <param name="Fits">True when nothing speaks against it.</param>
/// <param name="Score">Higher fits better; 0 when it does not fit.</param>
/// <param name="Reasons">One line per field compared, language-neutral: a key, a colon and both values. Never empty.</param>
public sealed record ClaimPair(bool Fits, int Score, IReadOnlyList<string> Reasons)
{
    /// <summary>Two named places with different ids are one only this close: a quarter inside its town, a homonym's double entry.</summary>
    private const double NamedApartKmMax = 1.0;

    /// <summary>What one end of a distance allows by its precision: 0.5 km about exact coordinates, 1.5 km about a centroid.</summary>
    private const double ExactKm = 0.5, AroundKm = 1.5;

    /// <summary>A time longer than a week (a month, a year) says too little to tell one happening from the next.</summary>
    private const int DaysMax = 7;

    /// <summary>Compares two event claims.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="parties">Compares their parties.</param>
    /// <param name="inOneSentence">True when one sentence of one report says both.</param>
    internal static ClaimPair Of(ClaimContent a, ClaimContent b, PartyPairs parties, bool inOneSentence)
    {
        var reasons = new List<string>();
        PartyRelation actors = parties.Compare(a.Actors, b.Actors);
        PartyRelation recipients = parties.Compare(a.Recipients, b.Recipients);
        bool? toll = SameToll(a, b);
        int? act = ActPairs.Score(a, b);

        // What makes two vague claims one: a party, a toll, a told mode or a sentence in common.
        bool tied = inOneSentence || act == 3 || actors is PartyRelation.Shared or PartyRelation.Related || recipients is PartyRelation.Shared or PartyRelation.Related || toll == true;
        reasons.Add($"act: {ActPairs.Print(a)} {Sign(act)} {ActPairs.Print(b)}");
        int? place = Place(a.Place, b.Place, tied, reasons);
        int? time = Time(a.Time, b.Time, tied, reasons);
        int? who = Who(a, b, actors, recipients, toll, reasons);
        return act is null || place is null || time is null || who is null
            ? new ClaimPair(false, 0, reasons)
            : new ClaimPair(true, act.Value + place.Value + time.Value + who.Value, reasons);
    }

    /// <summary>True when a claim tells where (finer than a country) and when.</summary>
    internal static bool IsPlacedAndTimed(ClaimContent content) => content is { Place.Precision: < 6, Time: not null };

    // A field that one of the two does not tell fits, and earns nothing.
    private static int? Place(ClaimPlace? a, ClaimPlace? b, bool tied, List<string> reasons)
    {
        if (a is null || b is null)
        {
            reasons.Add("place: ?");
            return 0;
        }

        double? km = Distance.Km(a, b);
        string distance = km is { } d ? d.ToString(" 0.0' km'", CultureInfo.InvariantCulture) : string.Empty;
        bool sameName = string.Equals(IncidentView.PlaceKey(a), IncidentView.PlaceKey(b), StringComparison.Ordinal);
        bool bothExact = a.Precision == PlacePrecision.Exact && b.Precision == PlacePrecision.Exact && km is not null;
        bool points = a.Precision <= PlacePrecision.Around && b.Precision <= PlacePrecision.Around;
        if (sameName && !bothExact)
        {
            // Much happens in a governorate in a day: only its name in common says too little.
            reasons.Add($"place: {IncidentView.PlaceKey(a)}{distance}{(points || tied ? null : " ?")}");
            return points ? 3 : tied ? 1 : null;
        }

        // Areas are one only by name. Two points with names of their own are two places unless they all but coincide.
        double allowed = !bothExact && a.PlaceId is not null && b.PlaceId is not null ? NamedApartKmMax : Allowance(a) + Allowance(b);
        bool near = points && km <= allowed;
        reasons.Add($"place: {IncidentView.PlaceKey(a)} {(near ? "~" : "≠")} {IncidentView.PlaceKey(b)}{distance}");
        return !near ? null : sameName ? 3 : 2;
    }

    private static double Allowance(ClaimPlace place) => place.Precision == PlacePrecision.Exact ? ExactKm : AroundKm;

    // Next-day reports often date by the day of telling: one day apart is allowed between exact days when something else ties the two.
    private static int? Time(ClaimTime? a, ClaimTime? b, bool tied, List<string> reasons)
    {
        if (a is null || b is null)
        {
            reasons.Add("time: ?");
            return 0;
        }

        int aDays = a.Last.DayNumber - a.First.DayNumber + 1;
        int bDays = b.Last.DayNumber - b.First.DayNumber + 1;
        bool overlap = a.First <= b.Last && b.First <= a.Last;
        bool exact = aDays == 1 && bDays == 1;
        int? score = exact && overlap ? 3
            : exact ? tied && Math.Abs(a.First.DayNumber - b.First.DayNumber) == 1 ? 0 : null
            : Math.Max(aDays, bDays) > DaysMax ? a.First == b.First && a.Last == b.Last ? 1 : null
            : overlap ? 1 : null;
        reasons.Add($"time: {a.Value} {Sign(score)} {b.Value}");
        return score;
    }

    private static int? Who(
        ClaimContent a, ClaimContent b, PartyRelation actors, PartyRelation recipients, bool? toll, List<string> reasons)
    {
        reasons.Add($"actors: {Print(a.Actors)} {Sign(actors)} {Print(b.Actors)}");
        reasons.Add($"recipients: {Print(a.Recipients)} {Sign(recipients)} {Print(b.Recipients)}");
        if (toll is { } same)
        {
            reasons.Add($"toll: {Toll(a)} {(same ? "=" : "≠")} {Toll(b)}");
        }

        // Fire returned is another act than fire opened, unless the same dead are counted.
        bool reversed = actors != PartyRelation.Shared && (PartyPairs.Shares(a.Actors, b.Recipients) || PartyPairs.Shares(b.Actors, a.Recipients));
        bool otherActors = actors == PartyRelation.Different && recipients is not (PartyRelation.Shared or PartyRelation.Related);
        if (toll != true && (reversed || otherActors))
        {
            return null;
        }

        return Points(actors) + Points(recipients) + (toll == true ? 2 : 0);
    }

    private static int Points(PartyRelation relation) => relation switch
    {
        PartyRelation.Shared => 2,
        PartyRelation.Related => 1,
        _ => 0,
    };

    // True: same people counted; false: numbers that exclude one another; null: not both told.
    private static bool? SameToll(ClaimContent a, ClaimContent b)
    {
        bool?[] fields = [Same(a.Dead, b.Dead), Same(a.Injured, b.Injured)];
        return Array.Exists(fields, f => f == false) ? false : Array.Exists(fields, f => f == true) ? true : null;
    }

    private static bool? Same(Count? a, Count? b) =>
        a is null || b is null || (a.Low ?? a.High) is null or 0 || (b.Low ?? b.High) is null or 0 ? null
        : !(a.High < b.Low || b.High < a.Low);

    private static string Toll(ClaimContent content) =>
        $"{ClaimDifferences.Print(content.Dead) ?? "?"}/{ClaimDifferences.Print(content.Injured) ?? "?"}";

    private static string Print(IReadOnlyList<Party> parties) =>
        parties.Count == 0 ? "?" : string.Join(',', parties.Select(IncidentView.PartyKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Sign(int? score) => score switch
    {
        null => "≠",
        3 => "=",
        _ => "~",
    };

    private static string Sign(PartyRelation relation) => relation switch
    {
        PartyRelation.Shared => "=",
        PartyRelation.Related => "~",
        PartyRelation.Different => "≠",
        _ => "|",
    };
}
