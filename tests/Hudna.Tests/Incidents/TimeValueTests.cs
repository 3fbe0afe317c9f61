using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;

namespace Hudna.Tests.Incidents;

public sealed class TimeValueTests
{
    // value, first day, last day, precision. Weeks as the ISO calendar of the year has them (checked with Python's datetime.isocalendar).
    [Theory]
    [InlineData("2016-12-22", "2016-12-22", "2016-12-22", TimePrecision.Day)]
    [InlineData("2016-12-22T14:30", "2016-12-22", "2016-12-22", TimePrecision.Day)]
    [InlineData("2016-W51", "2016-12-19", "2016-12-25", TimePrecision.Week)]
    [InlineData("2015-W53", "2015-12-28", "2016-01-03", TimePrecision.Week)]
    [InlineData("2015-W01", "2014-12-29", "2015-01-04", TimePrecision.Week)]
    [InlineData("2016-02", "2016-02-01", "2016-02-29", TimePrecision.Month)]
    [InlineData("2016", "2016-01-01", "2016-12-31", TimePrecision.Year)]
    [InlineData("2014/2016", "2014-01-01", "2016-12-31", TimePrecision.Range)]
    [InlineData("2016-12-30/2017-01-02", "2016-12-30", "2017-01-02", TimePrecision.Range)]
    [InlineData("2016-11/2016-W51", "2016-11-01", "2016-12-25", TimePrecision.Range)]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", TimePrecision.Day)]
    public void Parse_Value_GivesItsDays(string text, string first, string last, TimePrecision precision)
    {
        Assert.True(TimeValue.TryParse(text, out TimeValue value));
        Assert.Equal((first, last, precision), ($"{value.First:O}", $"{value.Last:O}", value.Precision));
        Assert.Equal(text, value.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2016-13")]
    [InlineData("2016-02-30")]
    [InlineData("2016-2-3")]
    [InlineData("0000")]
    [InlineData("16")]
    [InlineData("٢٠١٦")]
    [InlineData("2016-W54")]
    [InlineData("2016-W53")] // 2016 has 52 weeks
    [InlineData("2016-W00")]
    [InlineData("9999-W52")]
    [InlineData("2016/2014")]
    [InlineData("2016/")]
    [InlineData("/2016")]
    [InlineData("2014/2015/2016")]
    [InlineData("2016-12-22T25:00")]
    [InlineData("2016-12-22 14:30")]
    [InlineData("2016-12-22T14:30/2016-12-23")]
    [InlineData(" 2016")]
    [InlineData("2016-12-22\n")]
    public void Parse_WhatIsNone_IsRefused(string? text)
    {
        Assert.False(TimeValue.TryParse(text, out TimeValue value));
        Assert.Equal(default, value);
    }

    [Fact]
    public void Print_ThenParse_GivesTheSameValue()
    {
        Gen<string> point =
            from day in Gen.Choose(0, 3_650_000)
            from form in Gen.Choose(0, 4)
            let date = DateOnly.FromDayNumber(day)
            select form switch
            {
                0 => $"{date:yyyy}",
                1 => $"{date:yyyy-MM}",
                2 => $"{System.Globalization.ISOWeek.GetYear(date.ToDateTime(default)):D4}-W{System.Globalization.ISOWeek.GetWeekOfYear(date.ToDateTime(default)):D2}",
                3 => $"{date:yyyy-MM-dd}T{day % 24:D2}:{day % 60:D2}",
                _ => $"{date:yyyy-MM-dd}",
            };
        Gen<string> text = Gen.OneOf(point, from a in point from b in point select $"{a}/{b}");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(text.ToArbitrary(), t =>
            !TimeValue.TryParse(t, out TimeValue value)
            || (TimeValue.TryParse(value.ToString(), out TimeValue again) && again == value && string.Equals(value.ToString(), t, StringComparison.Ordinal) && value.Days >= 1)));
    }

    [Fact]
    public void Parse_AnyText_NeverThrows()
    {
        Gen<string> text = Gen.Elements("2016-W/0123456789T: ٣".ToCharArray()).ArrayOf().Select(c => new string(c));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(text.ToArbitrary(), t =>
            !TimeValue.TryParse(t, out TimeValue value) || value.First <= value.Last));
    }

    [Fact]
    public void OfDays_LastBeforeFirst_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeValue.OfDays(new DateOnly(2017, 1, 2), new DateOnly(2017, 1, 1)));

    [Fact]
    public void Default_IsTheFirstDayOfTheCalendar() => Assert.Equal("0001-01-01", default(TimeValue).ToString());
}
