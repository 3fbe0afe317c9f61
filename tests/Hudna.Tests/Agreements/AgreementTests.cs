using FsCheck;
using FsCheck.Fluent;
using Hudna.Agreements;
using Hudna.Store;

namespace Hudna.Tests.Agreements;

public sealed class AgreementTests
{
    private static readonly DateOnly Start = new(2016, 12, 30);

    private static Agreement Mission(string id)
    {
        string file = Path.Combine(DataFolders.Find($"missions/{id}"), "agreement.yaml");
        return AgreementYaml.Read(File.ReadAllText(file), file);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Period Of(string from, string until) => new(from.Length == 0 ? null : Day(from), until.Length == 0 ? null : Day(until));

    [Theory]
    [InlineData("", "", "2016-12-30", true)]
    [InlineData("2016-12-30", "", "2016-12-29", false)]
    [InlineData("2016-12-30", "", "2016-12-30", true)]
    [InlineData("", "2016-12-30", "2016-12-30", true)]
    [InlineData("", "2016-12-30", "2016-12-31", false)]
    [InlineData("2016-12-30", "2016-12-30", "2016-12-30", true)]
    public void PeriodHolds_BothDaysAreInside(string from, string until, string day, bool holds) => Assert.Equal(holds, Of(from, until).Holds(Day(day)));

    [Theory]
    [InlineData("", "", "", "", true)]
    [InlineData("", "2017-01-23", "2017-01-24", "", false)]
    [InlineData("", "2017-01-24", "2017-01-24", "", true)]
    [InlineData("2017-01-01", "2017-01-31", "2017-01-10", "2017-01-11", true)]
    [InlineData("2017-01-01", "2017-01-31", "2017-02-01", "2017-02-02", false)]
    public void PeriodMeets_OneDayInCommonIsEnough(string from, string until, string otherFrom, string otherUntil, bool meets)
    {
        Assert.Equal(meets, Of(from, until).Meets(Of(otherFrom, otherUntil)));
        Assert.Equal(meets, Of(otherFrom, otherUntil).Meets(Of(from, until)));
    }

    /// <summary>Two periods meet exactly when some day is in both; days count over a span that holds every bound and one day more each side.</summary>
    [Fact]
    public void PeriodMeets_IsThatADayIsInBoth()
    {
        Gen<DateOnly?> bound = from has in Gen.Choose(0, 3) from day in Gen.Choose(0, 20) select has == 0 ? null : (DateOnly?)Start.AddDays(day);
        Gen<Period> period = from a in bound from b in bound select a > b ? new Period(b, a) : new Period(a, b);
        Gen<(Period A, Period B)> two = from a in period from b in period select (a, b);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(two.ToArbitrary(), p =>
            p.A.Meets(p.B) == Enumerable.Range(-1, 23).Select(Start.AddDays).Any(d => p.A.Holds(d) && p.B.Holds(d))));
    }

    // Russia and Turkey until 23 January 2017, with Iran from the day of the joint statement.
    [Theory]
    [InlineData("2016-12-29", null)]
    [InlineData("2016-12-30", "state-ru state-tr")]
    [InlineData("2017-01-23", "state-ru state-tr")]
    [InlineData("2017-01-24", "state-ru state-tr state-ir")]
    public void CommissionOn_Day_IsTheOneInOffice(string day, string? members)
    {
        Commission? commission = Mission("astana").CommissionOn(Day(day));
        Assert.Equal(members, commission is null ? null : string.Join(' ', commission.Members.Select(m => m.ActorId)));
    }

    [Theory]
    [InlineData("2016-12-30", "russia turkiye")]
    [InlineData("2017-01-23", "russia turkiye")]
    [InlineData("2017-01-24", "russia turkiye iran")]
    public void ListersWithOutcome_OwnLists_AreThoseOfTheDay(string day, string listers) =>
        Assert.Equal(listers, string.Join(' ', Mission("astana").ListersWithOutcome(Day(day)).Select(l => l.Id)));

    [Fact]
    public void ListersWithOutcome_CommonListsOnly_IsOneOfThem()
    {
        Agreement astana = Mission("astana");
        Agreement common = astana with { Listers = [.. astana.Listers.Where(l => l.IsCommon), astana.Listers[0] with { Id = "second" }] };
        Assert.Equal("un-security-council", Assert.Single(common.ListersWithOutcome(Start)).Id);
    }

    [Fact]
    public void ListersWithOutcome_NobodyExcluded_IsEmpty() => Assert.Empty(Mission("hodeidah").ListersWithOutcome(new DateOnly(2019, 1, 1)));

    /// <summary>The chair decides in Hodeidah, agreement of all in Astana: by data, not by code.</summary>
    [Fact]
    public void Commission_Rule_IsTheAgreements()
    {
        Commission hodeidah = Assert.Single(Mission("hodeidah").Commissions);
        Assert.Equal((DecisionRule.Chair, "united-nations"), (hodeidah.Rule, hodeidah.ChairId));
        Assert.All(Mission("astana").Commissions, c => Assert.Equal((DecisionRule.Consensus, null), (c.Rule, c.ChairId)));
    }
}
