namespace Hudna.Measure;

/// <summary>A labelled sentence for the fit: for each asserted act of the type in it, the cues seen.</summary>
/// <param name="Document">What it is a part of; sentences of one document are never parted by a fold.</param>
/// <param name="Yes">Its label.</param>
/// <param name="Tie">Labelled no though half of its annotators or more said yes: it counts where the fit is judged and teaches nothing.</param>
/// <param name="Acts">For each act the indices of its cues.</param>
internal sealed record FitSentence(string Document, bool Yes, bool Tie, int[][] Acts);

/// <summary>Logistic regression of "the sentence reports an event" on the cues of its acts. The score of an act is the sum of its cues'
/// weights; that of a sentence in training the soft maximum of its acts' (log of the sum of exponents), in use the maximum, as the reader
/// takes one actual act for a report. A weight never goes against what its cue says, and all but the free ones are drawn to 0 by half the penalty
/// times their square. Solved by accelerated projected gradient (FISTA; Beck and Teboulle 2009); deterministic.</summary>
/// <param name="signs">For each cue 1 (never below 0), −1 (never above) or 0 (free and not drawn to 0).</param>
/// <param name="penalty">Strength of the pull to 0; ≥ 0.</param>
internal sealed class RealisFit(int[] signs, double penalty)
{
    private const int StepsMax = 400;
    private const double Tolerance = 2e-6;
    private const double NearlyBest = 0.01;

    /// <summary>The weights in logits, one a cue.</summary>
    /// <param name="known">What to fit; ties and sentences without acts tell nothing.</param>
    public double[] Weights(IEnumerable<FitSentence> known)
    {
        FitSentence[] sentences = [.. known.Where(s => !s.Tie && s.Acts.Length > 0)];
        double[] weights = new double[signs.Length], ahead = new double[signs.Length], next = new double[signs.Length], slope = new double[signs.Length];
        double lipschitz = 50, momentum = 1, cost = Cost(weights, sentences, null);
        for (int step = 0; step < StepsMax; step++)
        {
            double here = Cost(ahead, sentences, slope), there = double.MaxValue;
            for (bool fits = false; !fits; lipschitz *= fits ? 0.97 : 1.7)
            {
                double bound = here;
                for (int j = 0; j < next.Length; j++)
                {
                    double moved = ahead[j] - (slope[j] / lipschitz);
                    next[j] = signs[j] > 0 ? Math.Max(0, moved) : signs[j] < 0 ? Math.Min(0, moved) : moved;
                    double by = next[j] - ahead[j];
                    bound += (slope[j] * by) + (lipschitz / 2 * by * by);
                }

                there = Cost(next, sentences, null);
                fits = there <= bound + 1e-9;
            }

            if (there > cost)
            {
                if (momentum == 1)
                {
                    break;
                }

                (momentum, ahead) = (1, [.. weights]);
                continue;
            }

            double after = (1 + Math.Sqrt(1 + (4 * momentum * momentum))) / 2;
            for (int j = 0; j < next.Length; j++)
            {
                ahead[j] = next[j] + ((momentum - 1) / after * (next[j] - weights[j]));
            }

            bool done = cost - there < Tolerance * cost;
            (momentum, cost) = (after, there);
            (weights, next) = (next, weights);
            if (done)
            {
                break;
            }
        }

        return weights;
    }

    /// <summary>The score of a sentence in use: its best act's; negative infinity when it has none.</summary>
    public static double Score(double[] weights, FitSentence sentence) =>
        sentence.Acts.Length == 0 ? double.NegativeInfinity : sentence.Acts.Max(a => a.Sum(c => weights[c]));

    /// <summary>The score from which on "yes" gives the best F1; of scores that do nearly as well the highest, for its precision.</summary>
    /// <param name="scored">Scores and labels.</param>
    public static double Threshold(IEnumerable<(double Score, bool Yes)> scored)
    {
        (double Score, bool Yes)[] best = [.. scored.Where(s => !double.IsInfinity(s.Score)).OrderByDescending(s => s.Score)];
        int yes = scored.Count(s => s.Yes), right = 0;
        List<(double F1, double Threshold)> all = [];
        for (int i = 0; i < best.Length; i++)
        {
            right += best[i].Yes ? 1 : 0;
            bool last = i + 1 == best.Length;
            if (last || best[i + 1].Score < best[i].Score)
            {
                all.Add((2.0 * right / (i + 1 + yes), last ? best[i].Score : (best[i].Score + best[i + 1].Score) / 2));
            }
        }

        double most = all.Count == 0 ? 0 : all.Max(t => t.F1);
        return all.Find(t => t.F1 >= most - NearlyBest).Threshold;
    }

    // Logistic loss of the soft maximum, and its slope where asked for.
    private double Cost(double[] weights, FitSentence[] sentences, double[]? slope)
    {
        double cost = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            double pull = signs[j] == 0 ? 0 : penalty;
            cost += pull / 2 * weights[j] * weights[j];
            if (slope is not null)
            {
                slope[j] = pull * weights[j];
            }
        }

        Span<double> scores = stackalloc double[64];
        foreach (FitSentence sentence in sentences)
        {
            int[][] acts = sentence.Acts.Length > scores.Length ? sentence.Acts[..scores.Length] : sentence.Acts;
            double top = double.NegativeInfinity, sum = 0;
            for (int i = 0; i < acts.Length; i++)
            {
                scores[i] = 0;
                foreach (int cue in acts[i])
                {
                    scores[i] += weights[cue];
                }

                top = Math.Max(top, scores[i]);
            }

            for (int i = 0; i < acts.Length; i++)
            {
                sum += Math.Exp(scores[i] - top);
            }

            double score = top + Math.Log(sum);
            double against = score > 0 ? Math.Log(1 + Math.Exp(-score)) : Math.Log(1 + Math.Exp(score)) - score;
            cost += sentence.Yes ? against : against + score;
            if (slope is not null)
            {
                double error = (1 / (1 + Math.Exp(-score))) - (sentence.Yes ? 1 : 0);
                for (int i = 0; i < acts.Length; i++)
                {
                    double share = error * Math.Exp(scores[i] - score);
                    foreach (int cue in acts[i])
                    {
                        slope[cue] += share;
                    }
                }
            }
        }

        return cost;
    }
}
