using System.Text.Json.Serialization;

namespace Hudna.Linking;

/// <summary>All that decides, beside the reports themselves, which of them are one: what a record links by until other weights are learned. Two missions
/// with the same weights, reports and decisions of people have the same incidents, whatever the order of arrival.</summary>
/// <param name="M">By field and level (see <see cref="LinkField"/>): probability of the level among pairs of reports that are one; level 0, "not told by both", is 1.</param>
/// <param name="U">The same among pairs that are not.</param>
/// <param name="Share">Share of matches among the pairs compared, 0 to 1, both excluded.</param>
/// <param name="LogDensity">Natural logarithm of the incidents a day in a block, by where_prec: 7 numbers, from 1 to 7.</param>
/// <param name="ActShares">Share of each act among the reports that tell one, as <c>ASSAULT aerial</c>; others are as rare as half the rarest.</param>
/// <param name="PartyShares">Share of each side among those told; others are as rare as half the rarest.</param>
/// <param name="TollShares">Share of each number of killed, from 0; larger ones are as rare as the last.</param>
public sealed record LinkWeights(
    IReadOnlyList<IReadOnlyList<double>> M, IReadOnlyList<IReadOnlyList<double>> U, double Share, IReadOnlyList<double> LogDensity,
    IReadOnlyDictionary<string, double> ActShares, IReadOnlyDictionary<string, double> PartyShares, IReadOnlyList<double> TollShares)
{
    /// <summary>Incidents by day and block at which a mission is taken to begin: what names only a province may be any of many.</summary>
    private static readonly double[] s_density = [3, 3, 6, 30, 50, 100, 20];

    private const double ActShare = 0.15, BareActShare = 0.4, PartyShare = 0.25;

    private float[]? logTolls;
    private double rarestAct, rarestSide;

    /// <summary>What a mission begins with: the levels of <see cref="LinkDefaults"/>, but those of acts as of one scheme, whose types are seldom taken for one another,
    /// those of sides as of names that a list knows (who is recognised and
    /// belongs nowhere near the other is somebody else far oftener than two spellings are), days as of papers that date by the day of telling, and shares of which none speaks for much.</summary>
    public static LinkWeights Shipped { get; } = Default();

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public string? Problem() =>
        M.Count != PairFields.Count || U.Count != PairFields.Count ? $"m, u: {PairFields.Count} fields are expected"
        : Enumerable.Range(0, PairFields.Count).Any(f => M[f].Count != PairFields.Levels[f] || U[f].Count != PairFields.Levels[f]) ? "m, u: the levels of each field are expected"
        : M.Concat(U).SelectMany(r => r).Any(p => p is not (> 0 and <= 1)) ? "m, u: probabilities above 0 and not above 1 are expected"
        : Share is not (> 0 and < 1) ? "share: more than 0 and less than 1 is expected"
        : LogDensity.Count != 7 || LogDensity.Any(d => !double.IsFinite(d)) ? "log_density: 7 numbers are expected"
        : ActShares.Values.Concat(PartyShares.Values).Concat(TollShares).Any(s => s is not (> 0 and <= 1)) || TollShares.Count == 0 ? "shares: above 0 and not above 1 are expected"
        : null;

    internal FellegiSunter Levels() => new([.. M.Select(r => r.ToArray())], [.. U.Select(r => r.ToArray())], Share);

    internal double LogDensityOf(int precision) => LogDensity[Math.Clamp(precision, 1, 7) - 1];

    internal float LogActShare(string act) =>
        ActShares.Count == 0 ? (float)Math.Log(act.Contains(' ', StringComparison.Ordinal) ? ActShare : BareActShare) : LogShare(ActShares, act, ref rarestAct);

    internal float LogPartyShare(string side) => PartyShares.Count == 0 ? (float)Math.Log(PartyShare) : LogShare(PartyShares, side, ref rarestSide);

    [JsonIgnore]
    internal float[] LogTollShares => logTolls ??= [.. TollShares.Select(share => (float)Math.Log(share))];

    private static float LogShare(IReadOnlyDictionary<string, double> shares, string value, ref double rarest)
    {
        if (rarest == 0)
        {
            rarest = shares.Values.Min() / 2;
        }

        return (float)Math.Log(shares.TryGetValue(value, out double share) ? share : rarest);
    }

    private static LinkWeights Default()
    {
        double[][] m = [.. LinkDefaults.M], u = [.. LinkDefaults.U];
        m[(int)LinkField.Time] = [0, 0.82, 0.10, 0.03, 0.05];
        m[(int)LinkField.Act] = [0, 0.62, 0.35, 0.03];
        u[(int)LinkField.Act] = [0, 0.30, 0.38, 0.32];
        m[(int)LinkField.Actors] = m[(int)LinkField.Targets] = [0, 0.76, 0.15, 0.09];
        u[(int)LinkField.Actors] = u[(int)LinkField.Targets] = [0, 0.28, 0.17, 0.55];

        // Most are told to have killed nobody or few; a number as such is the rarer the larger it is.
        double[] tolls = [.. Enumerable.Range(0, 1001).Select(n => Math.Pow(n + 1, -1.6))];
        double all = tolls.Sum();
        return new LinkWeights(
            Shares(m), Shares(u), 0.2, [.. s_density.Select(d => Math.Log(d))], new Dictionary<string, double>(), new Dictionary<string, double>(),
            [.. tolls.Select(t => t / all)]);

        static double[][] Shares(double[][] rows) => [.. rows.Select(r => r.Select((p, level) => level == 0 ? 1 : Math.Max(1e-7, p / r.Sum())).ToArray())];
    }
}
