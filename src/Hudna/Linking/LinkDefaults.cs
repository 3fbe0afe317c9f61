namespace Hudna.Linking;

/// <summary>What linking takes for likely before it has seen a mission's own reports: shares of the levels of <see cref="PairFields"/> among pairs that
/// are one and pairs that are not; level 0 is not counted. Rounded from what was learned on synthetic reports at UCDP GED's places of Syria and on
/// curated datasets of two countries (docs/quality.md); wide on purpose.</summary>
internal static class LinkDefaults
{
    public static readonly double[][] M =
    [
        [0, 0.80, 0.12, 0.04, 0.04],
        Place([0.17, 0.18, 0.20, 0.18, 0.10, 0.06, 0.04, 0.03, 0.015, 0.004, 0.001, 0.0004, 0.0002], [0.08, 0.07, 0.09, 0.12, 0.14, 0.16, 0.14, 0.10, 0.06, 0.025, 0.008, 0.002, 0.001], [0.12, 0.04, 0.05, 0.06, 0.07, 0.09, 0.11, 0.12, 0.13, 0.10, 0.07, 0.03, 0.01], [0.8, 0.2], [0.90, 0.05, 0.02, 0.03]),
        [0, 0.62, 0.06, 0.09, 0.08, 0.15],
        [0, 0.55, 0.34, 0.11],
        [0, 0.50, 0.22, 0.28],
        [0, 0.50, 0.22, 0.28],
        [0, 0.26, 0.11, 0.12, 0.10, 0.04, 0.05, 0.05, 0.05, 0.08, 0.14],
        [0, 0.30, 0.25, 0.22, 0.15, 0.05, 0.03],
        [0, 0.95, 0.05],
    ];

    public static readonly double[][] U =
    [
        [0, 0.20, 0.40, 0.40, 0.10],
        Place([0.03, 0.05, 0.06, 0.08, 0.10, 0.19, 0.19, 0.14, 0.09, 0.04, 0.02, 0.007, 0.003], [0.02, 0.02, 0.03, 0.05, 0.06, 0.11, 0.14, 0.15, 0.19, 0.15, 0.06, 0.015, 0.005], [0.08, 0.03, 0.04, 0.05, 0.06, 0.08, 0.10, 0.12, 0.15, 0.13, 0.09, 0.05, 0.02], [0.3, 0.7], [0.12, 0.01, 0.10, 0.77]),
        [0, 0.42, 0.10, 0.12, 0.10, 0.26],
        [0, 0.30, 0.42, 0.28],
        [0, 0.26, 0.20, 0.54],
        [0, 0.26, 0.20, 0.54],
        [0, 0.20, 0.10, 0.06, 0.03, 0.03, 0.05, 0.08, 0.08, 0.16, 0.21],
        [0, 0.55, 0.27, 0.13, 0.04, 0.008, 0.002],
        [0, 0.90, 0.10],
    ];

    private static double[] Place(double[] exact, double[] near, double[] vague, double[] named, double[] listed) =>
        [0, .. exact, .. near, .. vague, .. named, .. listed];
}
