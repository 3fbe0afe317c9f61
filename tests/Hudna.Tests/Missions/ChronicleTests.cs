using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Tests.Incidents;

namespace Hudna.Tests.Missions;

public sealed class ChronicleTests
{
    private const string Good =
        """
        entries:
          - { adherence: jaysh-al-islam, on: 2017-01-02, by: Rima Test, status: adheres, from: 2016-12-30, source: letter }
          - { complaint: K-01, at: 2017-01-02T10:00+02:00, by: Issam Test, desk: damascus, against: nusra, incident: T-O-1, summary: shelling }
          - { complaint_stage: K-01, at: 2017-01-02T12:00+02:00, by: Marta Test, stage: preliminary_inquiry, note: seen }
          - { finding: T-O-1, on: 2017-01-03, desk: damascus, by: issam test, occurrence: confirmed, attribution: attributed, actor: nusra,
              scope: inside, ruling: violation, reason: provision_breached, confidence: high, note: n }
          - { determination: T-O-1, on: 2017-01-04, by: Marta Test, ruling: violation, actor: nusra, provisions: ["1", "2.a"], note: d }
          - { complaint_stage: K-01, at: 2017-01-04T09:00+02:00, by: Marta Test, stage: closed, note: withdrawn }
          - { listing: russia, on: 2017-01-05, by: Rima Test, actor: nusra, from: 2017-01-01, until: 2017-02-01, source: note }
          - { bulletin: 2017-01-04, on: 2017-01-06, by: Marta Test, days: 2 }
        """;

    [Fact]
    public void Read_GoodFile_GivesAllOfIt()
    {
        IReadOnlyList<ChronicleEntry> entries = Read(Good);
        Assert.Equal(
            [
                new AdherenceEntry(2, Day(2), "Rima Test", new Adherence("jaysh-al-islam", AdherenceStatus.Adheres, new Period(new DateOnly(2016, 12, 30), null), "letter")),
                new ComplaintEntry(3, "Issam Test", "K-01", "T-O-1", "damascus", "nusra", "shelling", At(2, 10)),
                new ComplaintStageEntry(4, "Marta Test", "K-01", ComplaintStage.PreliminaryInquiry, At(2, 12), "seen"),
                new FindingEntry(5, "issam test", "T-O-1", "damascus", new FindingContent(
                    OccurrenceFinding.Confirmed, AttributionFinding.Attributed, "nusra", ScopeFinding.Inside, Ruling.Violation, RulingReason.ProvisionBreached,
                    Confidence.High, Day(3), "n")),
            ],
            entries.Take(4));
        var determination = Assert.IsType<DeterminationEntry>(entries[4]);
        Assert.Equal(("T-O-1", Ruling.Violation, "nusra", "d", Day(4)), (determination.Row, determination.Ruling, determination.ActorId, determination.Note, determination.On));
        Assert.Equal(["1", "2.a"], determination.Provisions);
        Assert.Equal(new ListingEntry(9, Day(5), "Rima Test", new Listing("russia", "nusra", new Period(Day(1), new DateOnly(2017, 2, 1)), "note")), entries[6]);
        Assert.Equal(new BulletinEntry(10, Day(6), "Marta Test", Day(4), Day(5)), entries[7]);
        ChronicleCheck.Check(entries, "chronicle.yaml", DesksTests.Read(DesksTests.Good), Readings.Gazetteer);
    }

    /// <summary>Operations and messages follow the entries, each before its own steps, whose ids follow from it.</summary>
    [Fact]
    public void Read_OperationsAndMessages_FollowTheEntries()
    {
        IReadOnlyList<ChronicleEntry> entries = Read(Good + """

            operations:
              - { operation: evacuation, title: { en: Out }, on: 2017-01-07, by: Marta Test, from: { name: Town, place: t }, first: 2017-01-01,
                  agreed: [{ category: people, low: 5 }], guarantors: [{ name: N, actor: nusra }],
                  stages: [{ stage: obstructed, on: 2017-01-02, time: "09:30", by: Marta Test, incident: T-O-1, counts: [{ category: people, high: 3, source: S }] }] }
            messages:
              - { message: Lists, from: damascus, to: russia, carrier: envoy, by: Issam Test, at: 2017-01-08T10:00+02:00, text: T, track: kz-capital, round: 2017-01-23,
                  delivered: { at: 2017-01-08T11:00+02:00, by: E }, answered: { at: 2017-01-08T12:00+02:00, by: R, text: A }, answer_delivered: { at: 2017-01-08T13:00+02:00, by: E } }
              - { message: Late, from: damascus, to: russia, carrier: envoy, desk: envoy, by: E, at: 2017-01-08T10:00+02:00, text: T, withheld: { at: 2017-01-08T11:00+02:00, by: E, reason: R } }
            """);
        var plan = Assert.IsType<PlanEntry>(entries[8]);
        var stage = Assert.IsType<PlanStageEntry>(entries[9]);
        Assert.Equal((Hudna.Operations.OperationId.Of(plan.Plan), "T-O-1", new TimeOnly(9, 30), 3m), (stage.OperationId, stage.Row, stage.Step.Time, stage.Step.Counts.Single().High));
        var message = Assert.IsType<MessageEntry>(entries[10]);
        MessageStepEntry[] steps = [.. entries.Skip(11).OfType<MessageStepEntry>()];
        Assert.Equal(["envoy", "russia", "envoy", "envoy"], steps.Select(s => s.DeskId));
        Assert.All(steps[..3], s => Assert.Equal(Hudna.Talks.MessageId.Of(message.Content, "Issam Test", message.At), s.MessageId));
        Assert.Equal("R", Assert.IsType<Hudna.Acts.MessageWithheld>(steps[3].Body).Reason);
        Assert.Equal("envoy", ((MessageEntry)entries[14]).DeskId);
    }

    // what stands there, what instead, line of the error, what it says
    [Theory]
    [InlineData("{ adherence: jaysh-al-islam,", "{", 2, "entries[1]: exactly one of finding, determination, complaint")]
    [InlineData("{ adherence: jaysh-al-islam,", "{ listing: russia, adherence: jaysh-al-islam,", 2, "entries[1]: exactly one of finding")]
    [InlineData("status: adheres", "state: adheres", 2, "entries[1].state: is no key here")]
    [InlineData("from: 2016-12-30, source: letter", "source: letter", 2, "entries[1].from is missing")]
    [InlineData("by: Rima Test, status", "by: '', status", 2, "entries[1].by: a text is expected")]
    [InlineData("at: 2017-01-02T10:00+02:00", "at: 2017-01-02T10:00", 3, "entries[2].at: \"2017-01-02T10:00\" cannot be used; a moment with offset")]
    [InlineData("desk: damascus, against", "desk: Damascus, against", 3, "entries[2].desk: \"Damascus\" cannot be used; lower-case")]
    [InlineData("stage: preliminary_inquiry", "stage: tasked", 4, "entries[3].stage: \"tasked\" cannot be used; preliminary_inquiry, the stage after lodged")]
    [InlineData("complaint_stage: K-01, at: 2017-01-02", "complaint_stage: K-02, at: 2017-01-02", 4, "a complaint lodged above")]
    [InlineData("T12:00+02:00", "T09:59+02:00", 4, "entries[3].at: \"2017-01-02T09:59+02:00\" cannot be used; 2017-01-02T10:00+02:00, as above, or later")]
    [InlineData("attribution: attributed, actor: nusra", "attribution: attributed", 5, "entries[4].actor is missing")]
    [InlineData("attribution: attributed", "attribution: not_attributed", 5, "entries[4].actor: \"nusra\" cannot be used; nothing")]
    [InlineData("ruling: violation, reason", "ruling: breach, reason", 6, "one of violation, no_violation, outside_scope")]
    [InlineData("reason: provision_breached", "reason: because", 6, "entries[4].reason: \"because\"")]
    [InlineData("on: 2017-01-03", "on: 2017-01-01", 5, "entries[4].on: \"2017-01-01\" cannot be used; 2017-01-02, as above, or a later day")]
    [InlineData("provisions: [\"1\", \"2.a\"], ", "", 7, "entries[5]: provisions: at least one is expected")]
    [InlineData("ruling: violation, actor", "ruling: no_violation, actor", 7, "entries[5].provisions: none is expected")]
    [InlineData("ruling: violation, actor", "ruling: pending, actor", 7, "a ruling other than pending")]
    [InlineData("stage: closed, note: withdrawn", "stage: closed", 8, "entries[6]: note: the reason is expected")]
    [InlineData("stage: closed", "stage: lodged", 8, "tasked, the stage after preliminary_inquiry, or closed")]
    [InlineData("until: 2017-02-01", "until: 2016-02-01", 9, "entries[7].until: \"2016-02-01\" cannot be used; the day of from or a later one")]
    [InlineData("days: 2", "days: 0", 10, "entries[8].days: \"0\" cannot be used; a whole number from 1")]
    [InlineData("days: 2", "days: 4", 10, "entries[8].on: \"2017-01-06\" cannot be used; the last day that it covers")]
    [InlineData("entries:", "entry:", 2, "entry: is no key here; expected: entries")]
    public void Read_BadFile_NamesLinePathAndWhatIsExpected(string good, string bad, int line, string expected)
    {
        DataFileException e = Assert.Throws<DataFileException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Equal(("chronicle.yaml", line), (e.File, e.Line));
    }

    [Theory]
    [InlineData("- { complaint: K-01, at: 2017-01-04T10:00+02:00, by: a, desk: damascus, summary: b }", "an id that no complaint above has")]
    [InlineData("- { complaint_stage: K-01, at: 2017-01-06T10:00+02:00, by: a, stage: tasked }", "nothing, as the complaint is closed")]
    [InlineData("- { bulletin: 2017-12-31, on: 9999-12-31, by: a, days: 366 }\n  - { bulletin: 9999-12-31, on: 9999-12-31, by: a, days: 366 }", "the last day that it covers")]
    public void Read_EntryThatDoesNotFollow_IsRefused(string more, string expected)
    {
        string text = Good.Replace("2017-01-06", "2017-01-05", StringComparison.Ordinal) + "\n  " + more;
        Assert.Contains(expected, Assert.Throws<DataFileException>(() => Read(text.Replace("2017-01-04T10", "2017-01-06T10", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedFile_NeverThrowsAnythingElse() => Damaged.Check(Good, text => Read(text));

    // what stands there, what instead, line of the error, what it says
    [Theory]
    [InlineData("desk: damascus, by: issam", "desk: moscow, by: issam", 5, "desk: \"moscow\" cannot be used; one of damascus, secretariat is expected")]
    [InlineData("by: issam test", "by: Marta Test", 5, "by: \"Marta Test\" cannot be used; a member of damascus on 2017-01-03")]
    [InlineData("on: 2017-01-04, by: Marta Test", "on: 2017-01-04, by: Rima Test", 7, "a member of the secretariat on 2017-01-04")]
    [InlineData("by: Rima Test, actor", "by: Issam Test, actor", 9, "by: \"Issam Test\" cannot be used; a member of a desk on 2017-01-05")]
    [InlineData("by: Marta Test, days", "by: Rima Test, days", 10, "a member of the secretariat on 2017-01-06")]
    [InlineData("adherence: jaysh-al-islam", "adherence: jaysh", 2, "adherence: \"jaysh\" cannot be used; the id of an actor")]
    [InlineData("against: nusra", "against: somebody", 3, "against: \"somebody\"")]
    [InlineData("actor: nusra,\n", "actor: somebody,\n", 5, "actor: \"somebody\"")]
    [InlineData("actor: nusra, from", "actor: somebody, from", 9, "actor: \"somebody\"")]
    [InlineData("actor: nusra, provisions", "actor: somebody, provisions", 7, "actor: \"somebody\"")]
    public void Check_WhatDesksAndGazetteerDoNotHave_IsNamed(string good, string bad, int line, string expected)
    {
        IReadOnlyList<ChronicleEntry> entries = Read(Good.Replace(good, bad, StringComparison.Ordinal));
        DataFileException e = Assert.Throws<DataFileException>(
            () => ChronicleCheck.Check(entries, "chronicle.yaml", DesksTests.Read(DesksTests.Good), Readings.Gazetteer));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Equal(line, e.Line);
    }

    private static IReadOnlyList<ChronicleEntry> Read(string text) => ChronicleYaml.Read(text, "chronicle.yaml");

    private static DateOnly Day(int day) => new(2017, 1, day);

    private static DateTimeOffset At(int day, int hour) => new(2017, 1, day, hour, 0, 0, TimeSpan.FromHours(2));
}
