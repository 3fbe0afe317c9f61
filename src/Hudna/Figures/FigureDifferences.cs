using Hudna.Reading;

namespace Hudna.Figures;

/// <summary>Which figures of one series cannot be true together. Two are compared when different counters said them within
/// <see cref="DaysMax"/> days of one another. What only grows (killed, injured, evacuated, breaches, strikes) contradicts when the later
/// one's upper bound is below the earlier one's lower bound; on one day, when their bounds do not meet. What can fall as well as
/// rise (displaced, detained, fighters …) contradicts only on one day. A later, higher number is growth and no contradiction; a
/// counter's own later number corrects its earlier one.</summary>
public static class FigureDifferences
{
    /// <summary>Days that two numbers can lie apart and still be compared.</summary>
    public const int DaysMax = 31;

    /// <summary>True for what only grows.</summary>
    public static bool IsCumulative(Measure measure) =>
        measure is Measure.Killed or Measure.Injured or Measure.Evacuated or Measure.Violations or Measure.Strikes;

    internal static IReadOnlyList<string> Of(Figure figure, IEnumerable<Figure> series) =>
        [.. series.Where(other => Contradict(figure, other)).Select(other => other.ClaimId).Order(StringComparer.Ordinal)];

    /// <summary>True when two figures of one series cannot be true together; which comes first does not matter.</summary>
    public static bool Contradict(Figure one, Figure two)
    {
        if (!one.IsAsserted || !two.IsAsserted || one.Said is not { } said || two.Said is not { } saidToo
            || string.Equals(one.Counter.Id, two.Counter.Id, StringComparison.Ordinal))
        {
            return false;
        }

        int days = saidToo.DayNumber - said.DayNumber;
        return days switch
        {
            0 => IsBelow(one, two) || IsBelow(two, one),
            > 0 and <= DaysMax => IsCumulative(one.Measure) && IsBelow(two, one),
            < 0 and >= -DaysMax => IsCumulative(one.Measure) && IsBelow(one, two),
            _ => false,
        };
    }

    private static bool IsBelow(Figure lower, Figure higher) => lower.Count.High < higher.Count.Low;
}
