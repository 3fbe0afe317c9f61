using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Linking;

/// <summary>A field that two reports are compared by.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<LinkField>))]
public enum LinkField
{
    /// <summary>The day.</summary>
    Time,

    /// <summary>Where, by points or by name.</summary>
    Place,

    /// <summary>In which districts and provinces.</summary>
    Division,

    /// <summary>What was done.</summary>
    Act,

    /// <summary>Who did it.</summary>
    Actors,

    /// <summary>To whom.</summary>
    Targets,

    /// <summary>How many were killed.</summary>
    Toll,

    /// <summary>The source's words.</summary>
    Wording,

    /// <summary>Whether one source says both.</summary>
    Source,
}

/// <summary>Levels of agreement of each field, as of Fellegi and Sunter (1969): two reports fall on one level of each. Level 0 is "not told by both",
/// which has no weight.</summary>
internal static class PairFields
{
    /// <summary>Fields with levels, in the order of <see cref="LinkField"/>.</summary>
    public const int Count = 9;

    /// <summary>Upper bounds of the distance levels, in km.</summary>
    private static readonly float[] s_km = [0.3f, 0.7f, 1.2f, 2f, 3f, 5f, 8f, 12f, 20f, 35f, 60f, 120f];

    /// <summary>Upper bounds of the levels of tolls apart: natural logarithm of the ratio of killed, 0.7 added to each.</summary>
    private static readonly float[] s_ratio = [0.15f, 0.35f, 0.6f, 1.0f];

    /// <summary>Upper bounds of the levels of the cosine of wordings.</summary>
    private static readonly float[] s_cosine = [0.05f, 0.12f, 0.25f, 0.5f, 0.85f];

    /// <summary>Distance levels of each of three classes of precision: both exact, one near a point, one vaguer.</summary>
    private static readonly int s_distances = s_km.Length + 1;

    /// <summary>Number of levels of each field.</summary>
    public static readonly int[] Levels =
    [
        5, // time: -, the same day, one apart, two apart, a longer time that holds the other
        1 + (3 * s_distances) + 2 + 4, // place: -, distances, by name where a point is missing: the same, another; of one list: the same, close, near, far
        6, // division: -, the same district, another, only one tells it, neither tells it in one province, another province
        4, // act
        4, // actors
        4, // targets
        1 + 4 + s_ratio.Length + 1 + 1, // toll: -, equal at 0, 1, 2-4, 5 and more, ratios, beyond, one of them 0
        1 + s_cosine.Length + 1, // wording
        3, // source: -, another, the same
    ];

    /// <summary>What the span of a level covers, for <see cref="IncidentModel"/> to learn the spread of tolls from.</summary>
    public static ReadOnlySpan<float> TollRatios => s_ratio;

    /// <summary>Upper bounds, in km, of the distance levels of each class of precision; beyond the last stands one level more.</summary>
    public static ReadOnlySpan<float> Kilometres => s_km;

    /// <summary>Upper bounds of the levels of the cosine of wordings.</summary>
    public static ReadOnlySpan<float> Cosines => s_cosine;

    /// <summary>Levels of the source.</summary>
    public const int OtherSource = 1, SameSource = 2;

    /// <summary>First level of tolls that are not equal.</summary>
    public const int TollApart = 5;

    /// <summary>The levels on which two reports fall.</summary>
    /// <param name="t">The reports.</param>
    /// <param name="i">One.</param>
    /// <param name="j">Another.</param>
    /// <param name="time">The level of time, see <see cref="Time"/>: given, since pairs shifted in time are compared as of the same day.</param>
    /// <param name="levels">Takes them, in the order of <see cref="LinkField"/>.</param>
    public static void Compare(ReportTable t, int i, int j, int time, Span<int> levels)
    {
        levels[(int)LinkField.Time] = time;
        levels[(int)LinkField.Place] = !t.HasPoint(i) || !t.HasPoint(j) ? ByName(t.Place[i], t.Place[j])
            : IsByList(t, t.Place[i], t.Precision[i], t.Place[j], t.Precision[j]) ? ByList(t.Place[i], t.Place[j], t.Km(i, j))
            : Distance(Math.Max(t.Precision[i], t.Precision[j]), t.Km(i, j));
        levels[(int)LinkField.Division] = Division(t.Adm1[i], t.Adm1[j], t.Adm2[i], t.Adm2[j]);
        levels[(int)LinkField.Act] = (int)t.Acts.Relate(t.Act[i], t.Act[j]);
        levels[(int)LinkField.Actors] = (int)t.Parties.Relate(t.Actors[i], t.Actors[j]);
        levels[(int)LinkField.Targets] = (int)t.Parties.Relate(t.Targets[i], t.Targets[j]);
        levels[(int)LinkField.Toll] = Toll(t.Dead[i], t.Dead[j]);
        levels[(int)LinkField.Wording] = t.Words is null ? 0 : Wording(t.Words.Cosine(i, j));
        levels[(int)LinkField.Source] = t.Source[i] < 0 || t.Source[j] < 0 ? 0 : t.Source[i] == t.Source[j] ? SameSource : OtherSource;
    }

    /// <summary>One number for a combination of levels.</summary>
    public static long Pattern(ReadOnlySpan<int> levels)
    {
        long pattern = 0;
        for (int field = 0; field < Count; field++)
        {
            pattern = (pattern * Levels[field]) + levels[field];
        }

        return pattern;
    }

    /// <summary>Takes a combination apart.</summary>
    public static void Decode(long pattern, Span<int> levels)
    {
        for (int field = Count - 1; field >= 0; field--)
        {
            levels[field] = (int)(pattern % Levels[field]);
            pattern /= Levels[field];
        }
    }

    /// <summary>Level of time of two reports whose days are at most two apart.</summary>
    public static int Time(ReportTable t, int i, int j)
    {
        if (t.First[i] != t.Last[i] || t.First[j] != t.Last[j])
        {
            return 4;
        }

        return 1 + Math.Min(2, Math.Abs(t.First[i] - t.First[j]));
    }

    /// <summary>Level of two tolls, -1 for not told.</summary>
    public static int Toll(int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return 0;
        }

        if (a == b)
        {
            return a == 0 ? 1 : a == 1 ? 2 : a <= 4 ? 3 : 4;
        }

        if (a == 0 || b == 0)
        {
            return TollApart + s_ratio.Length + 1;
        }

        float ratio = MathF.Abs(MathF.Log((a + 0.7f) / (b + 0.7f)));
        return TollApart + Level(s_ratio, ratio);
    }

    /// <summary>Level of a distance between two places of these precisions.</summary>
    public static int Distance(int vaguer, double km) => 1 + ((vaguer <= 1 ? 0 : vaguer == 2 ? 1 : 2) * s_distances) + Level(s_km, (float)km);

    /// <summary>Weights by level of place that, within each class of precision, do not rise again with the distance: few pairs lie far apart, and chance
    /// would speak for them.</summary>
    public static double[] FallingWithDistance(Func<int, double> weight)
    {
        double[] weights = new double[Levels[1]];
        for (int level = 0; level < weights.Length; level++)
        {
            int within = (level - 1) % s_distances;
            bool falls = level > 0 && level <= 3 * s_distances && within > 0;
            weights[level] = falls ? Math.Min(weights[level - 1], weight(level)) : weight(level);
        }

        return weights;
    }

    /// <summary>Level of two places of which one has no point.</summary>
    public static int ByName(int place, int other) => place < 0 || other < 0 ? 0 : 1 + (3 * s_distances) + (place == other ? 0 : 1);

    /// <summary>True when two places are told by ids of one list: two ids are then two places, however close. Between two craters at one place the distance says
    /// more, and what only names a division says little.</summary>
    public static bool IsByList(ReportTable t, int place, int precision, int other, int otherPrecision) =>
        place >= 0 && other >= 0 && t.Listed[place] && t.Listed[other] && Math.Max(precision, otherPrecision) <= 2
        && (place != other || Math.Max(precision, otherPrecision) == 2);

    /// <summary>Level of two places of one list; what is listed twice, or is a quarter of the other, lies within a kilometre.</summary>
    public static int ByList(int place, int other, double km) => 1 + (3 * s_distances) + 2 + (place == other ? 0 : km <= 1 ? 1 : km <= 5 ? 2 : 3);

    /// <summary>Level of two places by their divisions. That one source names a district where another names none tells something as well: who writes with
    /// the map at hand names it.</summary>
    public static int Division(int adm1, int otherAdm1, int adm2, int otherAdm2) =>
        adm2 >= 0 && otherAdm2 >= 0 ? (adm2 == otherAdm2 ? 1 : 2)
        : adm1 < 0 || otherAdm1 < 0 ? 0
        : adm1 != otherAdm1 ? 5
        : adm2 >= 0 || otherAdm2 >= 0 ? 3 : 4;

    /// <summary>Level of a cosine of two wordings; NaN for not told.</summary>
    public static int Wording(double cosine) => double.IsNaN(cosine) ? 0 : 1 + Level(s_cosine, (float)cosine);

    private static int Level(float[] bounds, float value)
    {
        int level = 0;
        while (level < bounds.Length && value > bounds[level])
        {
            level++;
        }

        return level;
    }
}
