using Hudna.Figures;
using Hudna.Server.Maps;

namespace Hudna.Server.Features.Figures;

/// <summary>A number on a chart.</summary>
/// <param name="Figure">The number.</param>
/// <param name="X">Of its sign.</param>
/// <param name="Y">Of its sign: at the lowest number that the words allow, or at the highest when there is no lowest.</param>
/// <param name="Reach">SVG path of the bar to the other bound, or of the arrow where there is none; empty for an exact number.</param>
internal sealed record ChartPoint(Figure Figure, double X, double Y, string Reach);

/// <summary>Days and numbers on a drawing.</summary>
internal sealed class ChartScale
{
    public const double Width = 1000;
    public const double Height = 340;
    public const double Left = 110;
    public const double Right = Width - 110;
    private const double Top = 44;
    private const double Bottom = Height - 40;
    private const double Arrow = 34;
    private const double Apart = 26;
    private const int ValuesWanted = 4;
    private const int DaysShownMax = 5;

    private readonly DateOnly first;
    private readonly DateOnly last;
    private readonly decimal low;
    private readonly decimal high;
    private readonly bool fromRight;

    /// <param name="figures">One or more that <see cref="IsDrawn"/>.</param>
    /// <param name="fromRight">Whether time runs from the right.</param>
    public ChartScale(IReadOnlyList<Figure> figures, bool fromRight)
    {
        this.fromRight = fromRight;
        (first, last) = (figures.Min(f => f.Said!.Value), figures.Max(f => f.Said!.Value));
        decimal[] numbers = [.. figures.SelectMany(f => new[] { f.Count.Low, f.Count.High }).OfType<decimal>()];

        // Zero is shown unless all numbers are of one size and differ; then it would flatten what differs.
        bool isCut = numbers.Min() * 2 > numbers.Max() && numbers.Min() < numbers.Max();
        decimal step = Step(numbers.Max() - (isCut ? numbers.Min() : 0));
        low = isCut ? Math.Max(0, (Math.Floor(numbers.Min() / step) - 1) * step) : 0;
        high = (Math.Floor(numbers.Max() / step) + 1) * step;
        Values = [.. Enumerable.Range(0, (int)((high - low) / step) + 1).Select(i => low + (i * step))];
        DateOnly[] days = [.. figures.Select(f => f.Said!.Value).Distinct().Order()];
        Days = days.Length <= DaysShownMax ? [.. Spread(days)] : [days[0], days[^1]];
    }

    /// <summary>Numbers that lines are drawn at.</summary>
    public IReadOnlyList<decimal> Values { get; }

    /// <summary>Days that are named below.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>True for a number with a day; what is planned, possible or denied stands in the table only.</summary>
    public static bool IsDrawn(Figure figure) => figure is { Said: not null, IsAsserted: true };

    public double X(DateOnly day)
    {
        double share = first == last ? 0.5 : (day.DayNumber - first.DayNumber) / (double)(last.DayNumber - first.DayNumber);
        return Left + 30 + ((Right - Left - 60) * (fromRight ? 1 - share : share));
    }

    public double Y(decimal value) => Bottom - ((Bottom - Top) * (double)((value - low) / (high - low)));

    /// <summary>Points in the order of the figures; one that would cover another stands beside it.</summary>
    public IReadOnlyList<ChartPoint> PointsOf(IEnumerable<Figure> figures)
    {
        var points = new List<ChartPoint>();
        foreach (Figure figure in figures)
        {
            double x = X(figure.Said!.Value), y = Y((figure.Count.Low ?? figure.Count.High)!.Value);
            while (points.Exists(p => double.Hypot(p.X - x, p.Y - y) < Apart - 1))
            {
                x += fromRight ? -Apart : Apart;
            }

            points.Add(new ChartPoint(figure, x, y, Reach(figure, x, y)));
        }

        return points;
    }

    private string Reach(Figure figure, double x, double y)
    {
        (string cx, string cy) = (N(x), N(y));
        return (figure.Count.Low, figure.Count.High) switch
        {
            ({ } l, { } h) when l == h => "",
            (not null, { } h) => $"M{cx} {cy}V{N(Y(h))}M{N(x - 7)} {N(Y(h))}H{N(x + 7)}",
            (not null, null) => $"M{cx} {cy}V{N(y - Arrow)}M{N(x - 6)} {N(y - Arrow + 8)}L{cx} {N(y - Arrow)}L{N(x + 6)} {N(y - Arrow + 8)}",
            _ => $"M{cx} {cy}V{N(y + Arrow)}M{N(x - 6)} {N(y + Arrow - 8)}L{cx} {N(y + Arrow)}L{N(x + 6)} {N(y + Arrow - 8)}",
        };
    }

    // Names of days need room: one too near to the one before is left out.
    private List<DateOnly> Spread(DateOnly[] days)
    {
        const double NameWidth = 130;
        var shown = new List<DateOnly>();
        foreach (DateOnly day in days)
        {
            if (shown.TrueForAll(s => Math.Abs(X(s) - X(day)) >= NameWidth))
            {
                shown.Add(day);
            }
        }

        return shown;
    }

    private static decimal Step(decimal range)
    {
        if (range <= 0)
        {
            return 1;
        }

        decimal rough = range / ValuesWanted, power = 1;
        while (power * 10 <= rough)
        {
            power *= 10;
        }

        return rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
    }

    private static string N(double value) => MapFrame.Number(value);
}
