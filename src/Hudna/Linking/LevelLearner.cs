namespace Hudna.Linking;

/// <summary>Learns the probabilities of <see cref="FellegiSunter"/> from the reports themselves. u is counted from pairs that cannot be one, since
/// they are dated about a week apart, at the same places; m and the share of matches are learned by expectation maximisation (Winkler 1988) from the pairs
/// there are. Counts of few pairs are drawn to the defaults, so that little data changes little.</summary>
internal static class LevelLearner
{
    private const int Rounds = 80;

    /// <summary>As many pairs as the defaults weigh.</summary>
    private const double DefaultPairs = 50;

    /// <summary>Share of matches before any pair is seen.</summary>
    private const double ShareDefault = 0.2;

    /// <summary>As many pairs as the product of the fields weighs against what was counted of a whole pattern.</summary>
    private const double ProductPairs = 500;

    /// <summary>Learns from counts.</summary>
    /// <param name="near">Pairs that may be one, by pattern of levels.</param>
    /// <param name="shifted">Pairs about a week apart, by pattern with the time of <see cref="PairFields.Time"/> set to the same day.</param>
    /// <param name="beforehand">What is taken for likely before any pair is seen; null for <see cref="LinkDefaults"/>.</param>
    public static FellegiSunter Learn(IReadOnlyDictionary<long, long> near, IReadOnlyDictionary<long, long> shifted, LinkWeights? beforehand = null)
    {
        (double[][] mBefore, double[][] uBefore) = beforehand is null ? (LinkDefaults.M, LinkDefaults.U) : (Rows(beforehand.M), Rows(beforehand.U));
        double[][] counts = Defaults(uBefore);
        Span<int> levels = stackalloc int[PairFields.Count];
        foreach ((long pattern, long pairs) in shifted)
        {
            PairFields.Decode(pattern, levels);
            for (int field = 1; field < PairFields.Count; field++)
            {
                counts[field][levels[field]] += pairs;
            }
        }

        double[][] u = [.. counts.Select((row, field) => field == 0 ? Shares(uBefore[0]) : Shares(row))];
        Pattern[] all = Patterns(near, shifted, u);

        // A curated source lists an incident once, and its other records of the day look much like it: they would teach what one incident is not.
        Pattern[] patterns = [.. all.Where(p => p.Levels[(int)LinkField.Source] != PairFields.SameSource)];
        double total = patterns.Sum(p => p.Pairs), share = ShareDefault;
        double[][] m = [.. mBefore.Select(Shares)];
        for (int round = 0; round < Rounds && total > 0; round++)
        {
            counts = Defaults(mBefore);
            double matches = Expect(patterns, m, share, counts);
            m = [.. counts.Select(Shares)];
            share = Share1(matches, total);
        }

        OneSource([.. all.Where(p => p.Levels[(int)LinkField.Source] == PairFields.SameSource)], m, u, share);
        return new FellegiSunter(m, u, share);
    }

    // Expected matches; the levels they fall on are added to the counts.
    private static double Expect(Pattern[] patterns, double[][] m, double share, double[][] counts)
    {
        double matches = 0;
        foreach (Pattern pattern in patterns)
        {
            double yes = share, no = (1 - share) * pattern.ByChance;
            for (int field = 0; field < PairFields.Count; field++)
            {
                yes *= field == (int)LinkField.Source ? 1 : m[field][pattern.Levels[field]];
            }

            double expected = pattern.Pairs * yes / (yes + no);
            matches += expected;
            for (int field = 0; field < PairFields.Count; field++)
            {
                counts[field][pattern.Levels[field]] += expected;
            }
        }

        return matches;
    }

    private static double Share1(double matches, double total) =>
        Math.Clamp((matches + (ShareDefault * DefaultPairs)) / (total + DefaultPairs), 1e-4, 0.95);

    // How much rarer matches are among pairs of one source than among pairs of two: what is learned of two, held against those of one.
    private static void OneSource(Pattern[] patterns, double[][] m, double[][] u, double share)
    {
        double total = patterns.Sum(p => p.Pairs), own = share;
        double[][] unused = [.. m.Select(row => new double[row.Length])];
        for (int round = 0; round < Rounds && total > 0; round++)
        {
            own = Share1(Expect(patterns, m, own, unused), total);
        }

        // Never more than two sources: a source that repeats itself adds nothing.
        double weight = Math.Min(0, LogOdds.Of(own) - LogOdds.Of(share));
        m[(int)LinkField.Source] = [1, 0.5, 0.5 * Math.Exp(weight)];
        u[(int)LinkField.Source] = [1, 0.5, 0.5];
    }

    // What chance makes of a pattern is counted, not multiplied from its fields: where one side shells one town every day, pairs of different days
    // agree on place, sides and act at once. Patterns counted too seldom lean on the product.
    private static Pattern[] Patterns(IReadOnlyDictionary<long, long> near, IReadOnlyDictionary<long, long> shifted, double[][] u)
    {
        Dictionary<long, double> told = [];
        Span<int> levels = stackalloc int[PairFields.Count];
        foreach ((long pattern, long pairs) in shifted)
        {
            long which = Told(pattern, levels);
            told[which] = told.GetValueOrDefault(which) + pairs;
        }

        List<Pattern> patterns = [];
        foreach ((long pattern, long pairs) in near.OrderBy(p => p.Key))
        {
            long which = Told(pattern, levels);
            int[] own = new int[PairFields.Count];
            PairFields.Decode(pattern, own);
            double product = 1;
            for (int field = 1; field < (int)LinkField.Source; field++)
            {
                product *= u[field][own[field]];
            }

            int time = own[0];
            own[0] = 1;
            double counted = shifted.GetValueOrDefault(PairFields.Pattern(own)), like = told.GetValueOrDefault(which);
            own[0] = time;
            patterns.Add(new Pattern(own, pairs, u[0][time] * ((counted + (ProductPairs * product)) / (like + ProductPairs))));
        }

        return [.. patterns];

        // Among pairs that tell the same fields, since what is told does not depend on what it says.
        static long Told(long pattern, Span<int> levels)
        {
            PairFields.Decode(pattern, levels);
            long which = 0;
            for (int field = 1; field < PairFields.Count; field++)
            {
                which = (which << 1) | (levels[field] == 0 ? 0L : 1L);
            }

            return which;
        }
    }

    private static double[][] Rows(IReadOnlyList<IReadOnlyList<double>> rows) => [.. rows.Select(r => r.ToArray())];

    private static double[][] Defaults(double[][] shares) => [.. shares.Select(row => Shares(row).Select(s => s * DefaultPairs).ToArray())];

    // Among the levels that are told: level 0 says nothing.
    private static double[] Shares(double[] counts)
    {
        double sum = counts.Skip(1).Sum();
        return [1, .. counts.Skip(1).Select(c => Math.Max(c / sum, 1e-7))];
    }

    /// <summary>One combination of levels.</summary>
    /// <param name="Levels">By field.</param>
    /// <param name="Pairs">Pairs that may be one and fall on it.</param>
    /// <param name="ByChance">Probability of it among pairs that are not one and tell the same fields.</param>
    private sealed record Pattern(int[] Levels, long Pairs, double ByChance);
}
