using System.Globalization;
using Hudna.Importing;

namespace Hudna.Tests.Importing;

public sealed class RowDatesTests
{
    // cell, order, day of the report, what is read
    [Theory]
    [InlineData("2017-01-31", null, null, "2017-01-31")]
    [InlineData("2017/1/31", null, null, "2017-01-31")]
    [InlineData("2017-01-31T14:30:05.000+02:00", null, null, "2017-01-31 14:30")]
    [InlineData("2017-01-31 00:00:00.000", null, null, "2017-01-31 00:00")]
    [InlineData("31 January 2017", null, null, "2017-01-31")]
    [InlineData("31-Jan-2017", null, null, "2017-01-31")]
    [InlineData("January 31, 2017", null, null, "2017-01-31")]
    [InlineData("5th of January 2017", null, null, "2017-01-05")]
    [InlineData("5 كانون", null, null, null)] // half a name
    [InlineData("5 نيسان 2017", null, null, "2017-04-05")]
    [InlineData("٣١/٠١/٢٠١٧", null, null, "2017-01-31")] // only day first can be
    [InlineData("31/01/2017", null, null, "2017-01-31")]
    [InlineData("01/31/2017", null, null, "2017-01-31")]
    [InlineData("04/04/2017", null, null, "2017-04-04")] // the same either way
    [InlineData("03/04/2017", null, null, "ambiguous")]
    [InlineData("03/04/2017", "dmy", null, "2017-04-03")]
    [InlineData("03/04/2017", "mdy", null, "2017-03-04")]
    [InlineData("31/01/2017", "mdy", null, null)] // the order told does not fit
    [InlineData("03.04.2017 2:05 PM", "dmy", null, "2017-04-03 14:05")]
    [InlineData("2017-01-05 12:10 AM", null, null, "2017-01-05 00:10")]
    [InlineData("2017-01-05 13:10 PM", null, null, null)]
    [InlineData("03/04/17", "dmy", null, null)] // two digits of a year
    [InlineData("2017-02-30", null, null, null)]
    [InlineData("2-Feb, 20:45", null, "2017-02-03", "2017-02-02 20:45")]
    [InlineData("31-Dec", null, "2017-01-02", "2016-12-31")]
    [InlineData("29 Feb", null, "2019-03-01", "2016-02-29")]
    [InlineData("2-Feb", null, null, "no year")]
    [InlineData("45 Feb", null, "2017-02-03", null)]
    [InlineData("", null, null, null)]
    [InlineData("soon", null, null, null)]
    [InlineData("20170131", null, null, null)]
    [InlineData("99999999999/1/2", "dmy", null, null)]
    public void Read(string cell, string? order, string? reported, string? expected)
    {
        CellDate date = RowDates.Read(
            cell, order switch { "dmy" => DateOrder.Dmy, "mdy" => DateOrder.Mdy, _ => null }, reported is null ? null : DateOnly.ParseExact(reported, "O", CultureInfo.InvariantCulture));
        string? told = date.Ambiguous ? "ambiguous" : date.NoYear ? "no year" : date.Day is { } day
            ? day.ToString("O", CultureInfo.InvariantCulture) + (date.Clock is { } clock ? clock.ToString(" HH:mm", CultureInfo.InvariantCulture) : "") : null;
        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData("14:30", "14:30")]
    [InlineData("9:05", "09:05")]
    [InlineData("20:45-21:00", "20:45")]
    [InlineData("14:30:59", "14:30")]
    [InlineData("2:05 pm", "14:05")]
    [InlineData("24:10", null)]
    [InlineData("noon", null)]
    [InlineData("14:3", null)]
    [InlineData("2-Feb 14:30", null)] // a day too
    public void Clock(string cell, string? expected) => Assert.Equal(expected, RowDates.ClockOf(cell)?.ToString("HH:mm", CultureInfo.InvariantCulture));
}
