using System.Globalization;
using Hudna.Commitments;

namespace Hudna.Server.Features.Commitments;

/// <summary>The shape of a chart of levels over time, in a box of <see cref="Width"/> by <see cref="Height"/> units: a line that steps at
/// each change. Before the first rating nothing is drawn, as nothing is known.</summary>
/// <param name="Line">The line as the path of an SVG.</param>
/// <param name="Dots">Each rating: across, down.</param>
/// <param name="Due">Where the due day stands across; null when there is none.</param>
/// <param name="First">Day at the begin.</param>
/// <param name="Last">Day at the end.</param>
internal sealed record LevelSteps(string Line, IReadOnlyList<(string X, string Y)> Dots, string? Due, DateOnly First, DateOnly Last)
{
    public const int Width = 240;
    public const int Height = 48;
    private const double Edge = 6;

    /// <summary>The chart of a promise up to a day; null when nobody rated it by then.</summary>
    /// <param name="commitment">The promise.</param>
    /// <param name="day">The last day that is known.</param>
    /// <param name="mirrored">True when time runs from right to left.</param>
    public static LevelSteps? Of(Commitment commitment, DateOnly day, bool mirrored)
    {
        IReadOnlyList<ImplementationRating> steps = commitment.Implementation?.Steps(day) ?? [];
        if (steps.Count == 0)
        {
            return null;
        }

        DateOnly[] days = [.. new[] { commitment.MadeOn, commitment.Due, day }.OfType<DateOnly>(), .. steps.Select(s => s.On)];
        DateOnly first = days.Min(), last = days.Max();
        var line = new System.Text.StringBuilder();
        foreach (ImplementationRating step in steps)
        {
            line.Append(line.Length == 0 ? $"M{X(step.On)} {Y(step.Level)}" : $"H{X(step.On)}V{Y(step.Level)}");
        }

        line.Append(CultureInfo.InvariantCulture, $"H{X(day)}");
        return new LevelSteps(
            line.ToString(), [.. steps.Select(s => (X(s.On), Y(s.Level)))], commitment.Due is { } due ? X(due) : null, first, last);

        string X(DateOnly on)
        {
            double across = first == last ? 0 : (Width - (2 * Edge)) * (on.DayNumber - first.DayNumber) / (last.DayNumber - first.DayNumber);
            return N(mirrored ? Width - Edge - across : Edge + across);
        }
    }

    /// <summary>How far down a level stands.</summary>
    public static string Y(int level) => N(Height - Edge - ((Height - (2 * Edge)) * level / ImplementationRecord.Full));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
