using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;

namespace Hudna.Tests.Talks;

public sealed class RoundTests
{
    /// <summary>Each date as <c>day status@published</c>; <c>?</c> before it is possible, <c>!</c> denied.</summary>
    [Theory]
    [InlineData("2017-01-23 announced@2017-01-10;2017-01-23 confirmed@2017-01-15", RoundStatus.Confirmed, false, "what was said last")]
    [InlineData("2017-01-23 confirmed@2017-01-10;2017-01-23 announced@2017-01-15", RoundStatus.Announced, false, "also when it is less firm")]
    [InlineData("2017-01-23 held@2017-01-24;2017-01-23 announced@2017-01-30", RoundStatus.Held, false, "what was held stays held")]
    [InlineData("2017-01-23 announced@2017-01-15;2017-01-23 cancelled@2017-01-15", RoundStatus.Cancelled, true, "of one day the firmer, and they contradict")]
    [InlineData("2017-01-23 announced@2017-01-10;2017-01-23 cancelled@2017-01-15", RoundStatus.Cancelled, false, "a later word is no contradiction")]
    [InlineData("2017-01-23 held@2017-01-24;2017-01-23 cancelled@2017-01-20", RoundStatus.Held, true, "held and called off")]
    [InlineData("2017-01-23 held@2017-01-24;!2017-01-23 held@2017-01-25", RoundStatus.Held, true, "held and denied")]
    [InlineData("?2017-01-23 confirmed@2017-01-15", RoundStatus.Proposed, false, "what is only possible is no more than proposed")]
    [InlineData("!2017-01-23 announced@2017-01-15", null, false, "what is denied decides nothing")]
    [InlineData("2017-01-23 confirmed@none;2017-01-23 proposed@2017-01-02", RoundStatus.Proposed, false, "what has no date was said first")]
    public void Status_FollowsTheRule(string dates, RoundStatus? expected, bool differ, string reason)
    {
        Round round = Assert.Single(Rounds(dates));
        Assert.True(expected == round.Status, reason);
        Assert.True(differ == round.StatusesDiffer, reason);
        Assert.Equal(expected is null, round.StatusBy is null);
    }

    [Fact]
    public void Dates_StandInTheOrderTheyWereSaid_AndDifferWhenTheyCannotBeTheSame()
    {
        Round round = Assert.Single(Rounds("2017-01-24 announced@2017-01-12;2017-01-23 announced@2017-01-10;2017-01-23/2017-01-24 confirmed@2017-01-20"));
        Assert.Equal([Said.Day("2017-01-10"), Said.Day("2017-01-12"), Said.Day("2017-01-20")], round.Dates.Select(d => d.Said));
        Assert.True(round.DatesDiffer);
        Assert.Equal(("2017-01-23", Said.Day("2017-01-23"), Said.Day("2017-01-24")), (round.Key, round.From, round.Until));
        Assert.False(Assert.Single(Rounds("2017-01-23 announced@2017-01-10;2017-01-23/2017-01-24 held@2017-01-25")).DatesDiffer);
    }

    [Fact]
    public void PutOff_ToANewDay_IsTheSameRound()
    {
        Round round = Assert.Single(Rounds("2017-02-08 announced@2017-01-18;2017-02-20 postponed@2017-01-27"));
        Assert.Equal(("2017-02-08", RoundStatus.Postponed, Said.Day("2017-02-20"), Said.Day("2017-02-20")), (round.Key, round.Status, round.From, round.Until));
        Assert.False(round.DatesDiffer);
        Assert.False(round.IsDayOpen);
        Assert.True(round.IsCalled("2017-02-08") && round.IsCalled("2017-02-20") && !round.IsCalled("2017-02-14"));
        Round later = Assert.Single(Rounds("2017-02-08 announced@2017-01-18;2017-02-20 postponed@2017-01-27;2017-02-23 postponed@2017-02-14;2017-02-23 confirmed@2017-02-18"));
        Assert.Equal((RoundStatus.Confirmed, Said.Day("2017-02-23")), (later.Status, later.From));
    }

    [Theory]
    [InlineData("2017-01-23 held@2017-01-24;2017-02-20 postponed@2017-01-27", 2, "a round that was held is not put off")]
    [InlineData("2017-01-10 announced@2017-01-01;2017-02-20 postponed@2017-01-27", 2, "nor one whose day was over when it was said")]
    [InlineData("2016-11-10 announced@2016-11-01;2017-02-20 postponed@2016-11-05", 2, "nor one more than two months before")]
    [InlineData("2017-02-01 announced@2017-01-01;2017-02-08 announced@2017-01-01;2017-02-20 postponed@2017-01-27", 3, "of two, nobody can tell which")]
    [InlineData("2017-02-08 announced@2017-01-01;?2017-02-20 postponed@2017-01-27", 2, "what may be put off is not")]
    public void PutOff_WithoutOneRoundToMean_StandsForItself(string dates, int rounds, string reason) =>
        Assert.True(rounds == Rounds(dates).Count, reason);

    [Fact]
    public void PutOff_WithoutADay_IsOfTheOnlyRoundToCome()
    {
        Round round = Assert.Single(Rounds("2017-02-08 announced@2017-01-18;none postponed@2017-01-27"));
        Assert.Equal((RoundStatus.Postponed, true, Said.Day("2017-02-08")), (round.Status, round.IsDayOpen, round.From));
        Assert.Equal(2, Rounds("2017-01-08 announced@2017-01-01;none cancelled@2017-01-27").Count);
    }

    [Theory]
    [InlineData("2017-01-23 announced@2017-01-18;none held@2017-01-24", 1, "held, said on the day after")]
    [InlineData("2017-01-23 announced@2017-01-18;none held@2017-01-30", 1, "held, said a week after")]
    [InlineData("2017-01-23 announced@2017-01-18;none held@2017-01-31", 2, "held, said later than that")]
    [InlineData("2017-01-23 announced@2017-01-18;none held@2017-01-22", 2, "held before it began")]
    [InlineData("2017-01-17 held@2017-01-18;2017-01-23 announced@2017-01-18;none held@2017-01-24", 3, "of two, nobody can tell which")]
    [InlineData("2017-02-08 announced@2017-01-18;none announced@2017-01-27", 1, "announced, and only one to come")]
    [InlineData("2017-02-08 announced@2017-01-18;none confirmed@2017-01-08", 2, "more than thirty days before")]
    [InlineData("2017-02-08 announced@2017-01-18;none proposed@2017-01-27", 2, "a further one may be proposed")]
    public void ToldWithoutADay_JoinsTheOnlyRoundItCanBeOf(string dates, int rounds, string reason) =>
        Assert.True(rounds == Rounds(dates).Count, reason);

    [Fact]
    public void Round_KeepsWhatSourcesSayDifferently()
    {
        ReportedClaim[] claims = [Said.Round("2017-01-23", format: TalksFormat.Direct, id: "a"), Said.Round("2017-01-23", format: TalksFormat.Proximity, id: "b"), Said.Round("2017-01-23", format: TalksFormat.Direct, id: "c")];
        Round round = Assert.Single(Assert.Single(TalksView.Of(claims).Tracks).Rounds);
        Assert.Equal([(TalksFormat.Direct, "a c"), (TalksFormat.Proximity, "b")], round.Formats.Select(f => (f.Value, string.Join(' ', f.Claims))));
    }

    [Fact]
    public void Address_MeansTheRoundItsDatesGive()
    {
        Track track = Assert.Single(TalksView.Of([Said.Round("2017-01-23/2017-01-24"), Said.Round("2017-01"), Said.Round("--03-14"), Said.Round(null)]).Tracks);
        Assert.Equal(["2017-01-23", "--03-14", "undated"], track.Rounds.Select(r => r.Key));
        Assert.Equal("2017-01-23", track.RoundCalled("2017-01-24")?.Key);
        Assert.Equal("2017-01-23", track.RoundCalled("2017-01")?.Key);
        Assert.Equal("--03-14", track.RoundCalled("--03-14")?.Key);
        Assert.Equal("undated", track.RoundCalled("undated")?.Key);
        Assert.Null(track.RoundCalled("2017-01-25"));
        Assert.Null(track.RoundCalled("2017-02"));
        Assert.Null(track.RoundCalled("../x"));
    }

    private static IReadOnlyList<Round> Rounds(string dates) => Assert.Single(TalksView.Of(dates.Split(';').Select(Claim)).Tracks).Rounds;

    private static ReportedClaim Claim(string date)
    {
        Modality modality = date[0] switch { '?' => Modality.Possible, '!' => Modality.Negated, _ => Modality.Asserted };
        string[] parts = date.TrimStart('?', '!').Split(' ', '@');
        return Said.Round(
            parts[0] == "none" ? null : parts[0].Replace('~', '/'), Wire.Parse<RoundStatus>(parts[1])!.Value, parts[2] == "none" ? null : parts[2], modality: modality);
    }
}
