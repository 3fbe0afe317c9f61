namespace Hudna.Linking;

/// <summary>Takes apart what is too large to be one incident. Groups are joined when this division of their reports is likelier one incident than two; where
/// two incidents of one town and day are told alike, no division is likely, and yet it may be sure that there are two: by their number of reports, by
/// middles a kilometre apart. So an incident larger than is usual where little happens is divided by each field in turn, each division
/// is bettered report by report, and the two are weighed against the one over all ways to divide them: by their log odds, less what is unsure of each report's
/// side (entropy), with how usual their sizes are (after the split moves of Jain and Neal, "A Split-Merge Markov Chain Monte Carlo Procedure for
/// the Dirichlet Process Mixture Model", JCGS 13 (2004), without chance).</summary>
/// <param name="model">Weighs.</param>
/// <param name="sizes">How usual sizes are.</param>
/// <param name="threshold">Log odds from which two are taken for one.</param>
internal sealed class Splitting(IncidentModel model, IncidentSizes sizes, double threshold)
{
    /// <summary>Natural logarithm of the odds of one size against the likeliest two that make it, below which an incident is looked at.</summary>
    private const double TooLarge = -1;

    /// <summary>Each side has at least so many.</summary>
    private const int SideMin = 2;

    private const int Rounds = 6;

    /// <summary>The incident, or the two or more that it falls into.</summary>
    /// <param name="whole">The incident.</param>
    /// <param name="reports">Profiles of its reports, in order of number.</param>
    public IEnumerable<Profile> Split(Profile whole, Profile[] reports)
    {
        if (whole.Pinned >= 0 || sizes.AgainstTwo(reports.Length) > TooLarge)
        {
            return [whole];
        }

        (Profile? a, Profile? b) = Best(reports);
        return a is null || b is null ? [whole] : [.. Split(a, Of(a, reports)), .. Split(b, Of(b, reports))];
    }

    private static Profile[] Of(Profile part, Profile[] reports) => Array.FindAll(reports, r => Array.BinarySearch(part.Members, r.Members[0]) >= 0);

    private (Profile? A, Profile? B) Best(Profile[] reports)
    {
        (Profile? A, Profile? B) best = default;
        double least = threshold;
        foreach (bool[] side in Divisions(reports))
        {
            Better(reports, side, ref best, ref least);
        }

        return best;
    }

    // Each report goes to the side that it belongs to more likely, all at once, until none goes.
    private void Better(Profile[] reports, bool[] side, ref (Profile? A, Profile? B) best, ref double least)
    {
        for (int round = 0; round < Rounds; round++)
        {
            (Profile? a, Profile? b) = Parts(reports, side);
            if (a is null || b is null)
            {
                return;
            }

            double odds = model.LogOdds(a, b) + sizes.Log(reports.Length) - sizes.Log(a.Members.Length) - sizes.Log(b.Members.Length);
            bool moved = false;
            for (int i = 0; i < reports.Length; i++)
            {
                double other = model.LogOdds(b, reports[i]) - model.LogOdds(a, reports[i]);
                odds -= Entropy(other);
                moved |= other > 0 != side[i];
                side[i] = other > 0;
            }

            if (odds < least)
            {
                (best, least) = ((a, b), odds);
            }

            if (!moved)
            {
                return;
            }
        }
    }

    // Of a choice of two by its log odds, in nats.
    private static double Entropy(double logOdds)
    {
        double odds = Math.Abs(logOdds), p = LogOdds.Probability(odds);
        return odds > 30 ? 0 : (-p * Math.Log(p)) - ((1 - p) * Math.Log(1 - p));
    }

    private (Profile? A, Profile? B) Parts(Profile[] reports, bool[] side)
    {
        int second = side.Count(s => s);
        return second < SideMin || reports.Length - second < SideMin
            ? default
            : (model.Merge(reports.Where((_, i) => !side[i])), model.Merge(reports.Where((_, i) => side[i])));
    }

    private static IEnumerable<bool[]> Divisions(Profile[] reports)
    {
        if (ByPlace(reports) is { } place)
        {
            yield return place;
        }

        foreach (int day in reports.Select(r => r.Days[0].First).Distinct().Order().Skip(1))
        {
            yield return [.. reports.Select(r => r.Days[0].First >= day)];
        }

        foreach (Func<Profile, Told[]> field in (Func<Profile, Told[]>[])[p => p.Tolls, p => p.Acts, p => p.Actors, p => p.Targets])
        {
            // The value told second most.
            int[] values = [.. reports.SelectMany(field).CountBy(t => t.Value).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)];
            if (values.Length > 1)
            {
                yield return [.. reports.Select(r => field(r) is [var told] && told.Value == values[1])];
            }
        }
    }

    // Across the direction in which the precise points lie widest; the vague ones stay on the first side.
    private static bool[]? ByPlace(Profile[] reports)
    {
        Profile[] precise = Array.FindAll(reports, r => r.Precision <= 2);
        byte finest = precise.Length == 0 ? (byte)0 : precise.Min(r => r.Precision);
        precise = Array.FindAll(precise, r => r.Precision == finest);
        if (precise.Length < 2 * SideMin)
        {
            return null;
        }

        double lat = precise.Average(r => (double)r.Lat), lon = precise.Average(r => (double)r.Lon), cos = precise[0].Cos;
        double yy = 0, xx = 0, xy = 0;
        foreach (Profile r in precise)
        {
            double y = r.Lat - lat, x = (r.Lon - lon) * cos;
            (yy, xx, xy) = (yy + (y * y), xx + (x * x), xy + (x * y));
        }

        double angle = 0.5 * Math.Atan2(2 * xy, xx - yy), east = Math.Cos(angle), north = Math.Sin(angle);
        return [.. reports.Select(r => r.Precision == finest && ((r.Lon - lon) * cos * east) + ((r.Lat - lat) * north) > 0)];
    }
}
