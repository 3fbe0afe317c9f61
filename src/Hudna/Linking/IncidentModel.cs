namespace Hudna.Linking;

/// <summary>Weighs whether two incidents are one. An incident has one day, one act, one side and other side and one toll, which each source tells with
/// errors; two profiles are one by as much as what all their reports tell is likelier with one truth behind it than with two (a Bayes factor,
/// as in Heller and Ghahramani, "Bayesian Hierarchical Clustering", ICML 2005), so that ten reports of one day against ten of another
/// weigh more than one against one. Place, wording and source are weighed by their <see cref="FellegiSunter"/> levels. How errors spread is taken from the learned
/// levels. The prior knows how many incidents a day there are hereabouts and that what is reported much is reported more (Ewens' sampling formula).</summary>
internal sealed class IncidentModel
{
    /// <summary>Weight of what cannot be.</summary>
    public const double Never = -50;

    private const int CrossMax = 16;

    private readonly ReportTable table;
    private readonly FellegiSunter learned;
    private readonly Surroundings surroundings;
    private readonly double[] delay;
    private readonly ValueModel acts, actors, targets;
    private readonly TollModel tolls;
    private readonly PlaceModel places;

    public IncidentModel(ReportTable table, FellegiSunter learned, Surroundings surroundings)
    {
        this.table = table;
        this.learned = learned;
        this.surroundings = surroundings;
        delay = Delays(learned);
        acts = new ValueModel(LinkField.Act, learned, table.Acts);
        actors = new ValueModel(LinkField.Actors, learned, table.Parties);
        targets = new ValueModel(LinkField.Targets, learned, table.Parties);
        tolls = new TollModel(learned, surroundings.Tolls);
        places = new PlaceModel(table, learned);
    }

    /// <summary>The profile of one report.</summary>
    /// <param name="i">Its number.</param>
    /// <param name="logDensity">Logarithm of the incidents a day hereabouts.</param>
    public Profile Of(int i, double logDensity)
    {
        Profile profile = new()
        {
            Members = [i],
            Acts = One(table.Act[i], surroundings.Acts[i]),
            Actors = One(table.Actors[i], surroundings.Actors[i]),
            Targets = One(table.Targets[i], surroundings.Targets[i]),
            Tolls = One(table.Dead[i], table.Dead[i] < 0 ? 0 : surroundings.Tolls[Math.Min(table.Dead[i], surroundings.Tolls.Length - 1)]),
            Days = [new ToldDays(table.First[i], table.Last[i], 1)],
            Lat = table.Lat[i],
            Lon = table.Lon[i],
            Cos = table.Cos[i],
            Certainty = table.HasPoint(i) ? PlaceModel.Certainty(table.Precision[i]) : 0,
            Precision = table.HasPoint(i) ? table.Precision[i] : (byte)9,
            Points = table.HasPoint(i) ? 1 : 0,
            Told = table.HasPoint(i) ? 1 : 0,
            Place = table.Place[i],
            Adm1 = table.Adm1[i],
            Adm2 = table.Adm2[i],
            LogDensity = logDensity,
            Pinned = table.Pinned[i],
            Forbidden = table.Forbidden[i] ?? [],
        };
        Reckon(profile);
        return profile;
    }

    /// <summary>Both as one.</summary>
    public Profile Merge(Profile a, Profile b)
    {
        Profile merged = Profile.Merge(a, b);
        merged.Points = Points(merged);
        Reckon(merged);
        return merged;
    }

    /// <summary>All as one; reckoned once.</summary>
    /// <param name="profiles">One or more.</param>
    public Profile Merge(IEnumerable<Profile> profiles)
    {
        Profile merged = profiles.Aggregate(Profile.Merge);
        if (merged.Members.Length > 1)
        {
            merged.Points = Points(merged);
            Reckon(merged);
        }

        return merged;
    }

    /// <summary>Natural logarithm of the odds that two profiles are of one incident; <see cref="Never"/> at least.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public double LogOdds(Profile a, Profile b)
    {
        if (IsForbidden(a, b))
        {
            return Never;
        }

        double time = Time(a, b);
        return time <= Never ? Never : Math.Max(Never, time + places.Weight(a, b) + Division(a, b) + Act(a, b) + Actors(a, b) + Targets(a, b) + Toll(a, b)
            + Wording(a, b) + Source(a, b) + Prior(a, b));
    }

    /// <summary>The weights that <see cref="LogOdds"/> sums, by field, and the prior; natural logarithms.</summary>
    public (double[] Fields, double Prior) Weigh(Profile a, Profile b)
    {
        double[] fields = new double[PairFields.Count];
        fields[(int)LinkField.Time] = Math.Max(Never, Time(a, b));
        fields[(int)LinkField.Place] = places.Weight(a, b);
        fields[(int)LinkField.Division] = Division(a, b);
        fields[(int)LinkField.Act] = Act(a, b);
        fields[(int)LinkField.Actors] = Actors(a, b);
        fields[(int)LinkField.Targets] = Targets(a, b);
        fields[(int)LinkField.Toll] = Toll(a, b);
        fields[(int)LinkField.Wording] = Wording(a, b);
        fields[(int)LinkField.Source] = Source(a, b);
        return (fields, Prior(a, b));
    }

    private double Act(Profile a, Profile b) => acts.Joined(a.Acts, b.Acts) - a.ActLog - b.ActLog;

    private double Actors(Profile a, Profile b) => actors.Joined(a.Actors, b.Actors) - a.ActorLog - b.ActorLog;

    private double Targets(Profile a, Profile b) => targets.Joined(a.Targets, b.Targets) - a.TargetLog - b.TargetLog;

    private double Toll(Profile a, Profile b) => tolls.Joined(a.Tolls, b.Tolls) - a.TollLog - b.TollLog;

    private static Told[] One(int value, float logShare) => value < 0 ? [] : [new Told(value, 1, logShare)];

    private static bool IsForbidden(Profile a, Profile b) =>
        (a.Pinned >= 0 && b.Pinned >= 0 && a.Pinned != b.Pinned)
        || (b.Pinned >= 0 && Array.IndexOf(a.Forbidden, b.Pinned) >= 0)
        || (a.Pinned >= 0 && Array.IndexOf(b.Forbidden, a.Pinned) >= 0);

    private void Reckon(Profile p)
    {
        p.TimeLog = TimeLog(p.Days);
        p.ActLog = acts.Log(p.Acts);
        p.ActorLog = actors.Log(p.Actors);
        p.TargetLog = targets.Log(p.Targets);
        p.TollLog = tolls.Log(p.Tolls);
    }

    // From how far apart two reports of one incident are dated to how late one report is: with lateness p0, p1, p2 two are dated alike
    // with p0² + p1² + p2², one day apart with 2 p0 p1 + 2 p1 p2, two with 2 p0 p2.
    private static double[] Delays(FellegiSunter learned)
    {
        double one = learned.M(LinkField.Time, 2), two = learned.M(LinkField.Time, 3), same = learned.M(LinkField.Time, 1);
        double sum = one + two + same;
        (one, two) = (one / sum, two / sum);
        double p0 = 0.8, p1 = 0.15, p2 = 0.05;
        for (int round = 0; round < 50; round++)
        {
            p1 = one / (2 * (p0 + p2));
            p2 = two / (2 * p0);
            p0 = Math.Max(0.4, 1 - p1 - p2);
        }

        double all = p0 + p1 + p2;
        return [p0 / all, Math.Max(p1 / all, 1e-3), Math.Max(p2 / all, 1e-4)];
    }

    private double Time(Profile a, Profile b)
    {
        int most = a.Days.Length + b.Days.Length;
        Span<ToldDays> both = most <= 32 ? stackalloc ToldDays[32] : new ToldDays[most];
        double joined = TimeLog(both[..Profile.Union(a.Days, b.Days, both)]);
        return double.IsNegativeInfinity(joined) ? Never : joined - a.TimeLog - b.TimeLog;
    }

    // Over all days on which it can have been: how likely the sources are to date it as they do.
    private double TimeLog(ReadOnlySpan<ToldDays> days)
    {
        int from = int.MinValue, to = int.MaxValue;
        foreach (ToldDays told in days)
        {
            from = Math.Max(from, told.First - Blocks.DaysApart);
            to = Math.Min(to, told.Last);
        }

        double sum = 0;
        for (int day = from; day <= to; day++)
        {
            double product = 1;
            foreach (ToldDays told in days)
            {
                double one = 0;
                for (int late = 0; late < delay.Length; late++)
                {
                    one += day + late >= told.First && day + late <= told.Last ? delay[late] : 0;
                }

                product *= Math.Pow(one / (told.Last - told.First + 1), told.Count);
            }

            sum += product;
        }

        return Math.Log(sum);
    }

    // Different points among the most precise.
    private int Points(Profile p)
    {
        Span<long> points = p.Told <= 64 ? stackalloc long[p.Told] : new long[p.Told];
        int count = 0;
        foreach (int i in p.Members)
        {
            if (table.Precision[i] == p.Precision && table.HasPoint(i))
            {
                points[count++] = ((long)BitConverter.SingleToInt32Bits(table.Lat[i]) << 32) | BitConverter.SingleToUInt32Bits(table.Lon[i]);
            }
        }

        points = points[..count];
        points.Sort();
        int different = Math.Min(1, count);
        for (int i = 1; i < count; i++)
        {
            different += points[i] == points[i - 1] ? 0 : 1;
        }

        return different;
    }

    private double Division(Profile a, Profile b) => learned.Weight(LinkField.Division, PairFields.Division(a.Adm1, b.Adm1, a.Adm2, b.Adm2));

    private double Wording(Profile a, Profile b)
    {
        if (table.Words is null)
        {
            return 0;
        }

        double sum = 0;
        int pairs = 0;
        foreach (int i in a.Members)
        {
            foreach (int j in b.Members)
            {
                if (pairs == CrossMax)
                {
                    return sum / pairs;
                }

                double cosine = table.Words.Cosine(i, j);
                if (!double.IsNaN(cosine))
                {
                    sum += learned.Weight(LinkField.Wording, PairFields.Wording(cosine));
                    pairs++;
                }
            }
        }

        return pairs == 0 ? 0 : sum / pairs;
    }

    // A source that lists an incident twice is rare or usual, as learned; it is so once, however many reports there are of it.
    private double Source(Profile a, Profile b)
    {
        bool told = false;
        foreach (int i in a.Members)
        {
            foreach (int j in b.Members)
            {
                int one = table.Source[i], other = table.Source[j];
                if (one >= 0 && one == other)
                {
                    return learned.Weight(LinkField.Source, PairFields.SameSource);
                }

                told |= one >= 0 && other >= 0;
            }
        }

        return told ? learned.Weight(LinkField.Source, PairFields.OtherSource) : 0;
    }

    private static double Prior(Profile a, Profile b)
    {
        int one = a.Members.Length, other = b.Members.Length;
        return LogGamma(one + other) - LogGamma(one) - LogGamma(other) - ((a.LogDensity + b.LogDensity) / (one + other));
    }

    private static readonly double[] s_logGamma = LogGammas();

    private static double LogGamma(int n) => n < s_logGamma.Length ? s_logGamma[n] : ((n - 0.5) * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI)) + (1.0 / (12 * n));

    private static double[] LogGammas()
    {
        double[] logs = new double[1024];
        for (int n = 3; n < logs.Length; n++)
        {
            logs[n] = logs[n - 1] + Math.Log(n - 1);
        }

        return logs;
    }
}
