using Hudna.Agreements;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;
using static Hudna.Reading.ParticipationStance;

namespace Hudna.Tests.Talks;

public sealed class AttendanceTests
{
    private static readonly DateOnly Round = new(2017, 1, 23);

    [Fact]
    public void TheLastStance_IsTheCurrentOne()
    {
        Attendance one = Of(Said.Part(Accepted, "2017-01-16", Said.Army), Said.Part(Invited, "2017-01-10", Said.Russia), Said.Part(Welcomed, null, Said.Russia));
        Assert.Equal([Welcomed, Invited, Accepted], one.Stances.Select(s => s.Stance));
        Assert.Equal((Accepted, false, false), (one.Current?.Stance, one.Changed, one.Disputed));
    }

    [Fact]
    public void OneWhoSaysOtherwise_ChangedTheirMind_AndTwoWhoDiffer_Dispute()
    {
        Attendance changed = Of(Said.Part(Refused, "2017-01-10", Said.Army), Said.Part(Accepted, "2017-01-16", Said.Army));
        Assert.Equal((Accepted, true, false), (changed.Current?.Stance, changed.Changed, changed.Disputed));
        Attendance disputed = Of(Said.Part(Welcomed, "2017-01-10", Said.Russia), Said.Part(Vetoed, "2017-01-16", Said.Turkey));
        Assert.Equal((Vetoed, false, true), (disputed.Current?.Stance, disputed.Changed, disputed.Disputed));
        Attendance twice = Of(Said.Part(Invited, "2017-01-10", Said.Russia), Said.Part(Welcomed, "2017-01-16", Said.Russia));
        Assert.False(twice.Changed);
    }

    [Theory]
    [InlineData(Modality.Negated)]
    [InlineData(Modality.Possible)]
    public void WhatIsDeniedOrPossible_IsNoStance(Modality modality)
    {
        Attendance one = Of(Said.Part(Vetoed, "2017-01-18", Said.Russia, modality: modality));
        Assert.Equal((null, 1), (one.Current, one.Stances.Count));
        Assert.Equal(Welcomed, Of(Said.Part(Welcomed, "2017-01-10"), Said.Part(Vetoed, "2017-01-18", modality: modality)).Current?.Stance);
    }

    [Fact]
    public void Register_NamesWhoseListSinceWhen_AndThroughWhom()
    {
        Agreement agreement = AgreementOf();
        var register = new Register(agreement, new Affiliations(Known));
        Assert.Equal(RegisterAnswer.NotListed, register.Of(Said.Army, Round).Answer);
        RegisterVerdict listed = register.Of(Party("front"), Round);
        Assert.Equal((RegisterAnswer.Listed, "un", new DateOnly(2016, 7, 28)), (listed.Answer, Assert.Single(listed.Entries).Lister.Id, listed.Entries[0].Since));
        RegisterVerdict through = register.Of(Party("brigade"), Round);
        Assert.Equal((RegisterAnswer.Listed, "front"), (through.Answer, Assert.Single(through.Entries).ActorId));
        Assert.Equal(RegisterAnswer.NotListed, register.Of(Party("front"), new DateOnly(2016, 7, 27)).Answer);
        Assert.Equal(RegisterAnswer.NotListed, register.Of(Party("late"), Round).Answer);
        Assert.Equal(RegisterAnswer.Listed, register.Of(Party("late"), new DateOnly(2017, 1, 24)).Answer);
        Assert.Equal(RegisterAnswer.UnknownActor, register.Of(Party(null), Round).Answer);
        Assert.Equal(RegisterAnswer.UnknownActor, register.Of(Party("sy:opposition"), Round).Answer);
        Assert.Equal(RegisterAnswer.NoAgreement, new Register(null, new Affiliations(Known)).Of(Party("front"), Round).Answer);
    }

    private static Gazetteer Known { get; } = new(
        new Dictionary<string, PlaceEntry>(StringComparer.Ordinal),
        new Dictionary<string, ActorEntry>(StringComparer.Ordinal)
        {
            ["brigade"] = new("brigade", "Brigade", ["لواء"], ActorType.ArmedGroup, "faction", "SY", ["front"], null, null, "test"),
        });

    // The lister of "late" counts from 24 January on only.
    private static Agreement AgreementOf() => Store.MechanismSamples.Agreement() with
    {
        Listers =
        [
            new Lister("un", null, new Hudna.Missions.BilingualText("UN", "الأمم المتحدة"), true, default),
            new Lister("iran", null, new Hudna.Missions.BilingualText("Iran", "إيران"), false, new Period(new DateOnly(2017, 1, 24), null)),
        ],
        Listings =
        [
            new Listing("un", "front", new Period(new DateOnly(2016, 7, 28), null), "list"), new Listing("iran", "late", new Period(new DateOnly(2016, 1, 1), null), "list"),
        ],
    };

    private static Party Party(string? id) => new("x", null, id, null, ActorType.ArmedGroup);

    private static Attendance Of(params ReportedClaim[] claims) => Assert.Single(Assert.Single(TalksView.Of(claims).Tracks).Attendance);
}
