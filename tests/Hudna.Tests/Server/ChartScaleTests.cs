using FsCheck;
using FsCheck.Fluent;
using Hudna.Figures;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Figures;
using Hudna.Tests.Talks;

namespace Hudna.Tests.Server;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(new[] { 300_000 })]
    [InlineData(new[] { 300_000, 300_000 })]
    [InlineData(new[] { 300_000, 310_000 })]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 1, 2_000_000_000 })]
    public void Lines_AreFew_AndHoldAllNumbers(int[] numbers) => Check(numbers);

    [Fact]
    public void Lines_AreFew_ForAnyNumbers() => Prop.ForAll<NonEmptyArray<NonNegativeInt>>(numbers => Check([.. numbers.Get.Select(n => n.Get)])).QuickCheckThrowOnFailure();

    private static void Check(int[] numbers)
    {
        var scale = new ChartScale([.. numbers.Select((n, i) => Of(n, i))], fromRight: false);
        Assert.InRange(scale.Values.Count, 2, 12);
        Assert.True(scale.Values[0] <= numbers.Min() && numbers.Max() <= scale.Values[^1]);
    }

    private static Figure Of(int number, int day)
    {
        var content = new ClaimContent { Kind = ClaimKind.Figure, Span = default, Text = "x", Measure = Measure.Killed, Number = new Count(number, number, null) };
        ReportedClaim claim = Said.Of($"c{day}", content, published: $"2017-01-{(day % 28) + 1:D2}");
        return new Figure(claim, Measure.Killed, content.Number!, Counter.Of(claim), []);
    }
}
