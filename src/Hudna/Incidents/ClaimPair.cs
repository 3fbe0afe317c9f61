namespace Hudna.Incidents;

/// <summary>Whether two event claims of one report tell one happening in other words: the same act at the same place and time, with parties that do not exclude one
/// another. Between reports <see cref="Linking.StreamLinker"/> decides, by weights; within one, the writer's own words for one thing do.</summary>
internal static class ClaimPair
{
    /// <summary>Two named places with different ids are one only this close: a quarter inside its town, a homonym's double entry.</summary>
    private const double NamedApartKmMax = 1.0;

    /// <summary>What one end of a distance allows by its precision: 0.5 km about exact coordinates, 1.5 km about a centroid.</summary>
    private const double ExactKm = 0.5, AroundKm = 1.5;

    /// <summary>A time longer than a week (a month, a year) says too little to tell one happening from the next.</summary>
    private const int DaysMax = 7;

    /// <summary>How well two claims fit, higher is better; null when something speaks against it.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <param name="inOneSentence">True when one sentence says both.</param>
    public static int? Score(ClaimContent a, ClaimContent b, bool inOneSentence)
    {
        bool? actors = SameParties(a.Actors, b.Actors), recipients = SameParties(a.Recipients, b.Recipients), toll = SameToll(a, b);
        int? act = ActPairs.Score(a, b);

        // What makes two vague claims one: a party, a toll, a told mode or a sentence in common.
        bool tied = inOneSentence || act == 3 || actors == true || recipients == true || toll == true;
        return act + Place(a.Place, b.Place, tied) + Time(a.Time, b.Time, tied) + Who(a, b, actors, recipients, toll);
    }

    /// <summary>True when a claim tells where (finer than a country) and when.</summary>
    public static bool IsPlacedAndTimed(ClaimContent content) => content is { Place.Precision: < 6, Time: not null };

    // A field that one of the two does not tell fits, and earns nothing.
    private static int? Place(ClaimPlace? a, ClaimPlace? b, bool tied)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        double? km = Distance.Km(a, b);
        bool sameName = string.Equals(IncidentView.PlaceKey(a), IncidentView.PlaceKey(b), StringComparison.Ordinal);
        bool bothExact = a.Precision == PlacePrecision.Exact && b.Precision == PlacePrecision.Exact && km is not null;
        bool points = a.Precision <= PlacePrecision.Around && b.Precision <= PlacePrecision.Around;
        if (sameName && !bothExact)
        {
            // Much happens in a governorate in a day: only its name in common says too little.
            return points ? 3 : tied ? 1 : null;
        }

        // Areas are one only by name. Two points with names of their own are two places unless they all but coincide.
        double allowed = !bothExact && a.PlaceId is not null && b.PlaceId is not null ? NamedApartKmMax : Allowance(a) + Allowance(b);
        return !points || !(km <= allowed) ? null : sameName ? 3 : 2;
    }

    private static double Allowance(ClaimPlace place) => place.Precision == PlacePrecision.Exact ? ExactKm : AroundKm;

    // One day apart is allowed between exact days when something else ties the two.
    private static int? Time(ClaimTime? a, ClaimTime? b, bool tied)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        int aDays = a.Last.DayNumber - a.First.DayNumber + 1, bDays = b.Last.DayNumber - b.First.DayNumber + 1;
        bool overlap = a.First <= b.Last && b.First <= a.Last, exact = aDays == 1 && bDays == 1;
        return exact && overlap ? 3
            : exact ? tied && Math.Abs(a.First.DayNumber - b.First.DayNumber) == 1 ? 0 : null
            : Math.Max(aDays, bDays) > DaysMax ? a.First == b.First && a.Last == b.Last ? 1 : null
            : overlap ? 1 : null;
    }

    private static int? Who(ClaimContent a, ClaimContent b, bool? actors, bool? recipients, bool? toll)
    {
        // Fire returned is another act than fire opened, unless the same dead are counted.
        bool reversed = actors != true && (Shares(a.Actors, b.Recipients) || Shares(b.Actors, a.Recipients));
        bool otherActors = actors == false && recipients != true;
        return toll != true && (reversed || otherActors) ? null : (actors == true ? 2 : 0) + (recipients == true ? 2 : 0) + (toll == true ? 2 : 0);
    }

    // True: one in common; false: all are recognised, and none is the other's; null: one names nobody that is recognised, who may be anybody.
    private static bool? SameParties(IReadOnlyList<Party> a, IReadOnlyList<Party> b) =>
        a.Count == 0 || b.Count == 0 ? null : Shares(a, b) ? true : a.Concat(b).Any(p => p.ActorId is null) ? null : false;

    private static bool Shares(IReadOnlyList<Party> a, IReadOnlyList<Party> b) =>
        a.Select(IncidentView.PartyKey).Intersect(b.Select(IncidentView.PartyKey), StringComparer.Ordinal).Any();

    // True: same people counted; false: numbers that exclude one another; null: not both told.
    private static bool? SameToll(ClaimContent a, ClaimContent b)
    {
        bool?[] fields = [Same(a.Dead, b.Dead), Same(a.Injured, b.Injured)];
        return Array.Exists(fields, f => f == false) ? false : Array.Exists(fields, f => f == true) ? true : null;
    }

    private static bool? Same(Count? a, Count? b) =>
        a is null || b is null || (a.Low ?? a.High) is null or 0 || (b.Low ?? b.High) is null or 0 ? null
        : !(a.High < b.Low || b.High < a.Low);
}
