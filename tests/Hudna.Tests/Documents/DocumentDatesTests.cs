using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class DocumentDatesTests
{
    [Theory]
    [InlineData("2016-12-16", "2016-12-16")]
    [InlineData("2016-12-16T23:30:00+03:00", "2016-12-16")]
    [InlineData("2016-12-16T23:30:00Z", "2016-12-16")]
    [InlineData("2016-12-16 08:15:00", "2016-12-16")]
    [InlineData("2016/12/16", "2016-12-16")]
    [InlineData("20161216T101500Z", "2016-12-16")]
    [InlineData("Fri, 16 Dec 2016 10:15:00 GMT", "2016-12-16")]
    [InlineData("December 16, 2016", "2016-12-16")]
    [InlineData("16 Dec 2016 10:15", "2016-12-16")]
    [InlineData("03/04/2017", null)]
    [InlineData("2016-02-30", null)]
    [InlineData("yesterday", null)]
    [InlineData("T", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Parse_Value_GivesTheDayWrittenOrNone(string? value, string? day) =>
        Assert.Equal(day, DocumentDates.Parse(value)?.ToString("O", null));
}
