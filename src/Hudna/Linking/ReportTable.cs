using System.Globalization;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>Reports by column, in order of id, so that nothing depends on the order in which they came.</summary>
internal sealed class ReportTable
{
    private const double KmPerDegree = 111.2;

    private ReportTable(int count)
    {
        Count = count;
        Ids = new string[count];
        First = new int[count];
        Last = new int[count];
        Lat = new float[count];
        Lon = new float[count];
        Cos = new float[count];
        Precision = new byte[count];
        Place = new int[count];
        Adm1 = new int[count];
        Adm2 = new int[count];
        Act = new int[count];
        Actors = new int[count];
        Targets = new int[count];
        Dead = new int[count];
        Source = new int[count];
        Pinned = new int[count];
        Forbidden = new int[count][];
    }

    public int Count { get; }

    public string[] Ids { get; }

    /// <summary>By number of place: true for an id of one list, so that two such are two places.</summary>
    public bool[] Listed { get; private set; } = [];

    /// <summary>Day numbers; <see cref="int.MinValue"/> when not told.</summary>
    public int[] First { get; }

    public int[] Last { get; }

    /// <summary>Degrees; NaN when not told.</summary>
    public float[] Lat { get; }

    public float[] Lon { get; }

    /// <summary>Cosine of the latitude, for distances.</summary>
    public float[] Cos { get; }

    public byte[] Precision { get; }

    /// <summary>Numbers of values; -1 when not told.</summary>
    public int[] Place { get; }

    public int[] Adm1 { get; }

    public int[] Adm2 { get; }

    public int[] Act { get; }

    public int[] Actors { get; }

    public int[] Targets { get; }

    /// <summary>People killed, as best known; -1 when not told.</summary>
    public int[] Dead { get; }

    public int[] Source { get; }

    public int[] Pinned { get; }

    /// <summary>Numbers of pins; null when none.</summary>
    public int[]?[] Forbidden { get; }

    /// <summary>Words of the texts; null when no report has one.</summary>
    public WordVectors? Words { get; private set; }

    public ValueSpace Acts { get; private set; } = null!;

    /// <summary>Names of both sides: who acts here may suffer there.</summary>
    public ValueSpace Parties { get; private set; } = null!;

    public bool HasPoint(int i) => !float.IsNaN(Lat[i]);

    public bool HasDay(int i) => First[i] != int.MinValue;

    /// <summary>Kilometres between two points given in degrees: plane at their mean latitude, right within 1 % up to 300 km below 70° north or south.</summary>
    public static double Km(double aLat, double aLon, double aCos, double bLat, double bLon, double bCos)
    {
        double north = (aLat - bLat) * KmPerDegree;
        double degrees = Math.Abs(aLon - bLon);
        double east = (degrees > 180 ? 360 - degrees : degrees) * KmPerDegree * (aCos + bCos) / 2;
        return Math.Sqrt((north * north) + (east * east));
    }

    public double Km(int i, int j) => Km(Lat[i], Lon[i], Cos[i], Lat[j], Lon[j], Cos[j]);

    /// <summary>Takes reports one after another and puts them in order.</summary>
    /// <exception cref="LinkInputException">Two reports have one id, or a last day stands before the first.</exception>
    /// <param name="reports">The reports.</param>
    /// <param name="parties">How two sides stand to one another, each as <see cref="PartyNames.Set"/> writes it; null compares their names.</param>
    public static ReportTable Of(IEnumerable<LinkReport> reports, Func<string, string, Relation>? parties = null)
    {
        Columns columns = new(parties);
        foreach (LinkReport report in reports)
        {
            columns.Add(report);
        }

        return columns.Build();
    }

    /// <summary>Columns in order of arrival, values numbered as they come.</summary>
    private sealed class Columns(Func<string, string, Relation>? relate)
    {
        private readonly HashSet<int> listed = [];
        private readonly Numbering places = new(), adm1 = new(), adm2 = new(), acts = new(), parties = new(), sources = new(), pins = new();
        private readonly List<Row> rows = [];
        private bool hasText;

        public void Add(LinkReport r)
        {
            if (r.Last < r.First)
            {
                throw new LinkInputException($"{r.Id}: the last day, {Iso(r.Last)}, stands before the first, {Iso(r.First)}");
            }

            hasText |= !string.IsNullOrWhiteSpace(r.Text);
            int place = places.Of(Key(r.Place));
            if (r.IsPlaceListed && place >= 0)
            {
                listed.Add(place);
            }

            rows.Add(new Row(
                r.Id, r.First?.DayNumber ?? int.MinValue, (r.Last ?? r.First)?.DayNumber ?? int.MinValue,
                (float)(r.Lat is null || r.Lon is null ? double.NaN : r.Lat.Value), (float)(r.Lon ?? double.NaN), (byte)Math.Clamp(r.Precision, 1, 7),
                place, adm1.Of(Key(r.Adm1)), adm2.Of(District(r)), acts.Of(Key(r.Act)),
                parties.Of(PartyNames.Set(r.Actors)), parties.Of(PartyNames.Set(r.Targets)),
                Best(r), sources.Of(r.Source), pins.Of(r.Pinned), r.Forbidden.Count == 0 ? null : [.. r.Forbidden.Select(f => pins.Of(f))], r.Text));
        }

        public ReportTable Build()
        {
            rows.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
            for (int i = 1; i < rows.Count; i++)
            {
                if (rows[i].Id == rows[i - 1].Id)
                {
                    throw new LinkInputException($"{rows[i].Id}: two reports have this id");
                }
            }

            ReportTable table = new(rows.Count);
            int[] act = acts.Ordered(out string[] actNames), party = parties.Ordered(out string[] partyNames);
            for (int i = 0; i < rows.Count; i++)
            {
                Row r = rows[i];
                table.Ids[i] = r.Id;
                table.First[i] = r.First;
                table.Last[i] = r.Last;
                table.Lat[i] = r.Lat;
                table.Lon[i] = r.Lon;
                table.Cos[i] = MathF.Cos(r.Lat * (MathF.PI / 180));
                table.Precision[i] = r.Precision;
                table.Place[i] = r.Place;
                table.Adm1[i] = r.Adm1;
                table.Adm2[i] = r.Adm2;
                table.Act[i] = r.Act < 0 ? -1 : act[r.Act];
                table.Actors[i] = r.Actors < 0 ? -1 : party[r.Actors];
                table.Targets[i] = r.Targets < 0 ? -1 : party[r.Targets];
                table.Dead[i] = r.Dead;
                table.Source[i] = r.Source;
                table.Pinned[i] = r.Pinned;
                table.Forbidden[i] = r.Forbidden;
            }

            table.Acts = new ValueSpace(actNames, ActKinds.Relate);
            table.Parties = new ValueSpace(partyNames, relate ?? new PartyNames(partyNames).Relate);
            table.Listed = [.. Enumerable.Range(0, places.Count).Select(listed.Contains)];
            table.Words = hasText ? WordVectors.Of([.. rows.Select(r => r.Text)]) : null;
            return table;
        }

        // Districts of two provinces may have one name or number.
        private static string? District(LinkReport r) => Key(r.Adm2) is { } district ? $"{Key(r.Adm1)}/{district}" : null;

        private static string? Key(string? value) => string.IsNullOrWhiteSpace(value) ? null : SearchFold.Of(value.Trim());

        private static int Best(LinkReport r) => Math.Max(-1, r.DeadBest
            ?? (r is { DeadLow: { } low, DeadHigh: { } high } ? low + ((high - low) / 2) : r.DeadLow ?? r.DeadHigh ?? -1));

        private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";

        private readonly record struct Row(
            string Id, int First, int Last, float Lat, float Lon, byte Precision, int Place, int Adm1, int Adm2, int Act, int Actors, int Targets,
            int Dead, int Source, int Pinned, int[]? Forbidden, string? Text);
    }

    private sealed class Numbering
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

        public int Count => numbers.Count;

        public int Of(string? value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return ValueSpace.None;
            }

            if (!numbers.TryGetValue(value, out int number))
            {
                numbers[value] = number = numbers.Count;
            }

            return number;
        }

        /// <summary>From the number by arrival to the number in ordinal order.</summary>
        public int[] Ordered(out string[] values)
        {
            values = [.. numbers.Keys.Order(StringComparer.Ordinal)];
            int[] ordered = new int[values.Length];
            for (int i = 0; i < values.Length; i++)
            {
                ordered[numbers[values[i]]] = i;
            }

            return ordered;
        }
    }
}
