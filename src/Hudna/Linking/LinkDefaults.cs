namespace Hudna.Linking;

/// <summary>What linking takes for likely before it has seen a mission's own reports: shares of the levels of <see cref="PairFields"/> among pairs that
/// are one and pairs that are not; level 0 is not counted. Rounded from what was learned on synthetic reports at UCDP GED's places of Syria and on
/// curated datasets of two countries (docs/quality.md); wide on purpose.</summary>
internal static class LinkDefaults
{
    /// <summary>Reports of one incident on average.</summary>
    public const double ReportsPerIncident = 2.0;

    public static readonly double[][] M =
    [
        [0, 0.74, 0.20, 0.04, 0.02],
        Place([0.17, 0.20, 0.22, 0.20, 0.12, 0.06, 0.02, 0.006, 0.003, 0.001, 0.0005, 0.0002, 0.0001], [0.06, 0.07, 0.09, 0.13, 0.15, 0.18, 0.15, 0.10, 0.05, 0.015, 0.004, 0.001, 0.0005], [0.12, 0.04, 0.05, 0.06, 0.07, 0.09, 0.11, 0.12, 0.13, 0.10, 0.07, 0.03, 0.01], [0.8, 0.2]),
        [0, 0.80, 0.04, 0.08, 0.08, 0.01],
        [0, 0.75, 0.18, 0.07],
        [0, 0.85, 0.12, 0.03],
        [0, 0.85, 0.12, 0.03],
        [0, 0.12, 0.17, 0.18, 0.19, 0.06, 0.08, 0.08, 0.06, 0.04, 0.02],
        [0, 0.06, 0.14, 0.25, 0.30, 0.15, 0.10],
        [0, 0.95, 0.05],
    ];

    public static readonly double[][] U =
    [
        [0, 0.20, 0.40, 0.40, 0.10],
        Place([0.02, 0.04, 0.06, 0.08, 0.10, 0.20, 0.20, 0.15, 0.10, 0.05, 0.03, 0.02, 0.01], [0.02, 0.02, 0.03, 0.05, 0.06, 0.11, 0.14, 0.15, 0.19, 0.15, 0.06, 0.02, 0.01], [0.08, 0.03, 0.04, 0.05, 0.06, 0.08, 0.10, 0.12, 0.15, 0.13, 0.09, 0.05, 0.02], [0.3, 0.7]),
        [0, 0.65, 0.10, 0.12, 0.10, 0.03],
        [0, 0.35, 0.35, 0.30],
        [0, 0.45, 0.20, 0.35],
        [0, 0.45, 0.20, 0.35],
        [0, 0.10, 0.10, 0.09, 0.04, 0.05, 0.08, 0.12, 0.14, 0.18, 0.20],
        [0, 0.45, 0.30, 0.17, 0.06, 0.015, 0.005],
        [0, 0.90, 0.10],
    ];

    private static double[] Place(double[] exact, double[] near, double[] vague, double[] named) => [0, .. exact, .. near, .. vague, .. named];
}
