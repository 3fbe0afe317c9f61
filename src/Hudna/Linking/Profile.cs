namespace Hudna.Linking;

/// <summary>A value and how many reports tell it.</summary>
/// <param name="Value">Its number.</param>
/// <param name="Count">Reports.</param>
/// <param name="LogShares">Sum over those reports of the logarithm of the value's share where each is told to be.</param>
internal readonly record struct Told(int Value, int Count, float LogShares)
{
    /// <summary>Logarithm of how usual the value is where it is told.</summary>
    public float LogShare => LogShares / Count;
}

/// <summary>A time and how many reports tell it; day numbers, inclusive.</summary>
internal readonly record struct ToldDays(int First, int Last, int Count);

/// <summary>What the reports of one incident tell, field by field: all that <see cref="IncidentModel"/> needs to weigh one incident against another.</summary>
internal sealed class Profile
{
    /// <summary>Reports by number, in rising order.</summary>
    public required int[] Members { get; init; }

    public required Told[] Acts { get; init; }

    public required Told[] Actors { get; init; }

    public required Told[] Targets { get; init; }

    public required Told[] Tolls { get; init; }

    public required ToldDays[] Days { get; init; }

    /// <summary>Mean of the points, each weighed by its precision; NaN without any.</summary>
    public required float Lat { get; init; }

    public required float Lon { get; init; }

    public required float Cos { get; init; }

    /// <summary>Sum of 1 over the squared spread, in km, of each point.</summary>
    public required float Certainty { get; init; }

    /// <summary>The most precise point's; 9 without any.</summary>
    public required byte Precision { get; init; }

    /// <summary>Reports that tell a point as precise as the most precise one.</summary>
    public required int Told { get; init; }

    /// <summary>Different points among those.</summary>
    public required int Points { get; set; }

    public required int Place { get; init; }

    public required int Adm1 { get; init; }

    public required int Adm2 { get; init; }

    /// <summary>Sum over the members of the logarithm of incidents hereabouts a day.</summary>
    public required double LogDensity { get; init; }

    /// <summary>The pin of all members; -1 when none is pinned.</summary>
    public required int Pinned { get; init; }

    /// <summary>Pins that no member may be with.</summary>
    public required int[] Forbidden { get; init; }

    /// <summary>Log likelihoods of the own fields, so that they are reckoned once.</summary>
    public double TimeLog { get; set; }

    public double ActLog { get; set; }

    public double ActorLog { get; set; }

    public double TargetLog { get; set; }

    public double TollLog { get; set; }

    /// <summary>Two lists of values as one, into a buffer that both fit in; returns how many there are.</summary>
    public static int Union(Told[] a, Told[] b, Span<Told> into)
    {
        a.CopyTo(into);
        int count = a.Length;
        foreach (Told told in b)
        {
            int at = 0;
            while (at < count && into[at].Value != told.Value)
            {
                at++;
            }

            into[at] = at == count ? told : into[at] with { Count = into[at].Count + told.Count, LogShares = into[at].LogShares + told.LogShares };
            count = Math.Max(count, at + 1);
        }

        return count;
    }

    public static int Union(ToldDays[] a, ToldDays[] b, Span<ToldDays> into)
    {
        a.CopyTo(into);
        int count = a.Length;
        foreach (ToldDays told in b)
        {
            int at = 0;
            while (at < count && (into[at].First != told.First || into[at].Last != told.Last))
            {
                at++;
            }

            into[at] = at == count ? told : into[at] with { Count = into[at].Count + told.Count };
            count = Math.Max(count, at + 1);
        }

        return count;
    }

    /// <summary>Both as one, own log likelihoods not yet reckoned.</summary>
    public static Profile Merge(Profile a, Profile b)
    {
        bool aPoint = !float.IsNaN(a.Lat), bPoint = !float.IsNaN(b.Lat);
        float certainty = (aPoint ? a.Certainty : 0) + (bPoint ? b.Certainty : 0);
        float lat = aPoint && bPoint ? ((a.Lat * a.Certainty) + (b.Lat * b.Certainty)) / certainty : aPoint ? a.Lat : b.Lat;
        float lon = aPoint && bPoint ? ((a.Lon * a.Certainty) + (b.Lon * b.Certainty)) / certainty : aPoint ? a.Lon : b.Lon;
        int[] members = [.. a.Members, .. b.Members];
        Array.Sort(members);
        return new Profile
        {
            Members = members,
            Acts = Union(a.Acts, b.Acts),
            Actors = Union(a.Actors, b.Actors),
            Targets = Union(a.Targets, b.Targets),
            Tolls = Union(a.Tolls, b.Tolls),
            Days = Union(a.Days, b.Days),
            Lat = lat,
            Lon = lon,
            Cos = MathF.Cos(lat * (MathF.PI / 180)),
            Certainty = certainty,
            Precision = Math.Min(a.Precision, b.Precision),
            Told = (a.Precision <= b.Precision ? a.Told : 0) + (b.Precision <= a.Precision ? b.Told : 0),
            Points = (a.Precision <= b.Precision ? a.Points : 0) + (b.Precision <= a.Precision ? b.Points : 0),
            Place = Better(a, b, a.Place, b.Place),
            Adm1 = Better(a, b, a.Adm1, b.Adm1),
            Adm2 = Better(a, b, a.Adm2, b.Adm2),
            LogDensity = a.LogDensity + b.LogDensity,
            Pinned = Math.Max(a.Pinned, b.Pinned),
            Forbidden = b.Forbidden.Length == 0 ? a.Forbidden : a.Forbidden.Length == 0 ? b.Forbidden : [.. a.Forbidden, .. b.Forbidden],
        };
    }

    private static Told[] Union(Told[] a, Told[] b)
    {
        Span<Told> both = new Told[a.Length + b.Length];
        return [.. both[..Union(a, b, both)]];
    }

    private static ToldDays[] Union(ToldDays[] a, ToldDays[] b)
    {
        Span<ToldDays> both = new ToldDays[a.Length + b.Length];
        return [.. both[..Union(a, b, both)]];
    }

    // The more precise one's, when it tells one; of two as precise the one of the lower number's, so that order does not matter.
    private static int Better(Profile a, Profile b, int ofA, int ofB)
    {
        bool first = a.Precision < b.Precision || (a.Precision == b.Precision && a.Members[0] < b.Members[0]);
        return ofA < 0 ? ofB : ofB < 0 ? ofA : first ? ofA : ofB;
    }
}
