using System.Globalization;
using Hudna.Linking;

namespace Hudna.Benchmarks;

/// <summary>Reports of known incidents in a made-up country, the same for the same seed, size and number of days. Twelve provinces of six districts; 420
/// towns, of which few see most (Zipf) and some are besieged for weeks, so that a million reports in ten years meet, on the day and in the district of one, four incidents on average and 47 at most; 40 sources, few of which report
/// most, in three schemes of act names. An incident has one to five reports, one in twenty-two up to 28. A report tells a point exact to some hundred
/// metres (now and then kilometres off), near it, the district's middle or the province's; the day, or one or two later, or a week; now and then another act,
/// another side or none, no toll, a wrong one, or only bounds of it.</summary>
internal sealed class SyntheticWar
{
    private const int Provinces = 12, Districts = 6, Towns = 420, Sources = 40, PartyCount = 16;
    private const double KmPerDegree = 111.2, Lat0 = 30, Lon0 = 30;

    // Each act as three schemes name it.
    private static readonly string[][] s_acts =
    [
        ["air strike", "Air/drone strike", "aerial bombardment"], ["shelling", "Shelling/artillery/missile attack", "mortar fire"],
        ["armed clash", "Battles: armed clash", "state-based conflict"], ["bombing", "Remote explosive/landmine/IED", "Bombing/Explosion"],
        ["attack on civilians", "Violence against civilians", "one-sided violence"], ["abduction", "Abduction/forced disappearance", "Hostage taking (kidnapping)"],
        ["arrests", "Arrests", "mass detention"], ["demonstration", "Peaceful protest", "organised demonstration"],
    ];

    /// <summary>The names of all sides.</summary>
    public static IReadOnlyList<string> Parties => s_parties;

    /// <summary>Which act a name stands for in any scheme, from 0: air strike, shelling, clash, bomb, attack on civilians, abduction, arrest, protest.</summary>
    public static int KindOf(string act) => Array.FindIndex(s_acts, names => names.Contains(act, StringComparer.Ordinal));

    private static readonly double[] s_actShares = [0.24, 0.45, 0.65, 0.77, 0.87, 0.92, 0.96, 1];

    private static readonly string[] s_parties =
    [
        "Government Army", "Cedar Front", "Falcon Brigade", "River Guard", "Northern Alliance", "Granite Battalion", "Highland Council", "Dawn Movement",
        "Desert Corps", "Olive Union", "Harbour Militia", "Southern Shield", "Quarry Column", "Lantern Party", "Steppe Regiment", "Border Police",
    ];

    private readonly Random random;
    private readonly int count, days;
    private readonly Town[] towns;
    private readonly double[] townShares = new double[Towns], sourceShares = new double[Sources];
    private readonly (int Town, int Day, int Length)[] sieges;

    /// <param name="seed">Of all that is drawn.</param>
    /// <param name="count">Reports.</param>
    /// <param name="days">Over so many days.</param>
    public SyntheticWar(int seed, int count, int days)
    {
        random = new Random(seed);
        (this.count, this.days) = (count, days);
        Truth = new int[count];
        towns = new Town[Towns];
        for (int t = 0; t < Towns; t++)
        {
            int province = random.Next(Provinces), district = random.Next(Districts);
            (double lat, double lon) = Middle(province, district);
            towns[t] = new Town(lat + ((random.NextDouble() - 0.5) * 0.3), lon + ((random.NextDouble() - 0.5) * 0.3), province, district);
        }

        Zipf(townShares, 0.8);
        Zipf(sourceShares, 0.6);
        sieges = [.. Enumerable.Range(0, 1 + (days / 2)).Select(_ => (Draw(townShares), random.Next(days), 5 + random.Next(36)))];
    }

    /// <summary>The incident of each report, by the number that its id is; filled while <see cref="Reports"/> is gone through.</summary>
    public int[] Truth { get; }

    /// <summary>The reports, ids in no order of incidents. To be gone through once.</summary>
    public IEnumerable<LinkReport> Reports()
    {
        // Odd and no multiple of 5, so that multiples of it modulo 10^n are all different.
        const long Step = 2_654_435_761;
        long made = 0;
        for (int incident = 0; made < count; incident++)
        {
            Happening happening = Draw();
            int size = random.Next(22) == 0 ? 8 + random.Next(21) : 1 + (int)(Math.Log(1 - random.NextDouble()) / Math.Log(0.58));
            HashSet<int> told = [];
            for (int i = 0; i < size && made < count; i++, made++)
            {
                int source = Draw(sourceShares);
                while (!told.Add(source) && random.Next(5) > 0)
                {
                    source = Draw(sourceShares);
                }

                int number = (int)(made * Step % count);
                Truth[number] = incident;
                yield return Report(number, happening, source);
            }
        }
    }

    private Happening Draw()
    {
        int town = Draw(townShares), day = random.Next(days);
        if (random.Next(3) == 0)
        {
            (town, int start, int length) = sieges[random.Next(sieges.Length)];
            day = Math.Min(days - 1, start + random.Next(length));
        }

        Town at = towns[town];
        int act = Array.FindIndex(s_actShares, s => s >= random.NextDouble()), side = Side(at.Province), other = Side(at.Province + 3);
        int killed = random.Next(4) == 0 ? 0 : (int)Math.Exp((0.9 * Normal()) + 0.7);
        return new Happening(at, at.Lat + (Normal() * 2 / KmPerDegree), at.Lon + (Normal() * 2 / KmPerDegree), day, Math.Max(0, act), side, other, killed);
    }

    private LinkReport Report(int number, Happening h, int source)
    {
        (double lat, double lon, int precision) = Point(h);
        DateOnly day = new DateOnly(2010, 1, 1).AddDays(h.Day), first = day.AddDays(random.Next(100) switch { < 78 => 0, < 95 => 1, _ => 2 }), last = first;
        if (random.Next(25) == 0)
        {
            first = day.AddDays(-random.Next(7));
            last = first.AddDays(6);
        }

        int act = random.Next(9) == 0 ? random.Next(s_acts.Length) : h.Act;
        bool bounds = random.Next(12) == 0;
        int? killed = Killed(h.Killed);
        return new LinkReport
        {
            Id = number.ToString("D7", CultureInfo.InvariantCulture),
            Source = string.Create(CultureInfo.InvariantCulture, $"source {source}"),
            First = first,
            Last = last,
            Lat = lat,
            Lon = lon,
            Precision = precision,
            Adm1 = string.Create(CultureInfo.InvariantCulture, $"province {h.Town.Province}"),
            Adm2 = precision < 4 && random.Next(8) > 0 ? string.Create(CultureInfo.InvariantCulture, $"district {h.Town.District}") : null,
            Act = s_acts[act][source % 3],
            Actors = Told(h.Side, h.Town.Province),
            Targets = Told(h.Other, h.Town.Province),
            DeadBest = bounds ? null : killed,
            DeadLow = bounds && killed is { } told ? Math.Max(0, told - 1) : null,
            DeadHigh = bounds ? killed + 1 : null,
        };
    }

    private (double Lat, double Lon, int Precision) Point(Happening h)
    {
        int kind = random.Next(100);
        double km = kind < 50 ? 0.7 : kind < 55 ? 2.5 : 4;
        (double lat, double lon) = kind < 82 ? (h.Lat + (Normal() * km / KmPerDegree), h.Lon + (Normal() * km / KmPerDegree))
            : kind < 94 ? Middle(h.Town.Province, h.Town.District) : Middle(h.Town.Province, 0);
        return (lat, lon, kind < 55 ? 1 : kind < 82 ? 2 : kind < 94 ? 3 : 4);
    }

    private string[] Told(int side, int province) => random.Next(100) switch
    {
        < 18 => [],
        < 21 => [s_parties[Side(province)]],
        _ => [s_parties[side]],
    };

    private int? Killed(int killed)
    {
        int kind = random.Next(100);
        return kind < 18 ? null
            : kind < 33 && killed > 0 ? (int)Math.Round(killed * Math.Exp(0.4 * Normal()))
            : kind < 35 ? random.Next(3) : killed;
    }

    // Four sides to each province, one of which does most.
    private int Side(int province) => (province + Math.Max(0, random.Next(10) - 6)) % PartyCount;

    private static (double Lat, double Lon) Middle(int province, int district) =>
        (Lat0 + (province / 4 * 1.2) + (district / 3 * 0.4), Lon0 + (province % 4 * 1.5) + (district % 3 * 0.45));

    private static void Zipf(double[] shares, double power)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = sum += Math.Pow(i + 1, -power);
        }

        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }
    }

    private int Draw(double[] shares) => Array.BinarySearch(shares, random.NextDouble()) is var at && at < 0 ? Math.Min(~at, shares.Length - 1) : at;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed record Town(double Lat, double Lon, int Province, int District);

    private sealed record Happening(Town Town, double Lat, double Lon, int Day, int Act, int Side, int Other, int Killed);
}
