using System.Globalization;
using Hudna.Acts;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Talks;

namespace Hudna.Tests.Store;

/// <summary>Acts on messages and operations. Russia writes to Turkey; the envoy carries.</summary>
internal static class OperationSamples
{
    public const string From = "russia", To = "turkiye", Carrier = "un-envoy", Other = "iran";

    public static readonly DateTimeOffset Written = new(2017, 1, 23, 10, 0, 0, TimeSpan.FromHours(2));

    public static MessageContent Content(string subject = "Lists", string text = "Names first", string from = From, string to = To) =>
        new(from, to, Carrier, new MessageRound("kz-capital", new DateOnly(2017, 1, 23)), subject, text);

    public static Act Drafted(string id, MessageContent? content = null, string desk = From, string by = MechanismSamples.Ivan) =>
        Samples.Act(id, new MessageDrafted(desk, content ?? Content(), Written), by);

    public static Act Revised(string id, int revision, string text = "Names later", string desk = From, string by = MechanismSamples.Ivan, double hours = 1) =>
        Samples.Act(id, new MessageRevised(desk, revision, null, "Lists", text, Written.AddHours(hours)), by);

    public static Act Delivered(string id, int revision, int number, string by = MechanismSamples.Envoy, double hours = 2) =>
        Samples.Act(id, new MessageDelivered(revision, number, Written.AddHours(hours)), by);

    public static Act Answered(string id, int revision = 0, string text = "Agreed", string by = MechanismSamples.Ayse, double hours = 3) =>
        Samples.Act(id, new MessageAnswered(revision, text, Written.AddHours(hours)), by);

    public static Act Carried(string id, int revision = 1, string by = MechanismSamples.Envoy, double hours = 4) =>
        Samples.Act(id, new MessageAnswerDelivered(revision, Written.AddHours(hours)), by);

    public static Act Withheld(string id, int revision = 1, string reason = "overtaken", string desk = Carrier, string by = MechanismSamples.Envoy, double hours = 2) =>
        Samples.Act(id, new MessageWithheld(desk, revision, reason, Written.AddHours(hours)), by);

    /// <summary>One act of every sort on messages.</summary>
    public static Act[] Messages() =>
    [
        Drafted("m0000000000000001"), Revised("m0000000000000001", 1), Delivered("m0000000000000001", 2, 1), Answered("m0000000000000001"),
        Carried("m0000000000000001"), Drafted("m0000000000000002"), Withheld("m0000000000000002"),
    ];

    public static OperationPlan Plan(
        OperationType type = OperationType.Evacuation, string from = "sy-aleppo", string? to = null, string first = "2016-12-15", string? last = "2016-12-22") => new()
        {
            Type = type,
            Title = new OperationTitle("Evacuation", "إجلاء"),
            From = new OperationPlace(from, from, null, null),
            To = to is null ? null : new OperationPlace(to, to, null, null),
            Who = [new OperationActor("civilians", null)],
            Agreed = [new AgreedNumber(OperationCategory.People, 100, 200)],
            First = Day(first),
            Last = last is null ? null : Day(last),
            Guarantors = [new OperationActor("Russia", "state-ru")],
        };

    public static OperationStep Step(OperationStage stage = OperationStage.Begun, string on = "2016-12-15", int? incident = null, params OperationCount[] counts) =>
        new(stage, Day(on), new TimeOnly(9, 30), "note", counts, incident);

    public static Act Planned(string id, OperationPlan? plan = null, int revision = 0) => Samples.Act(id, new OperationPlanned(revision, plan ?? Plan()));

    public static Act Staged(string id, int revision, int number, OperationStep? step = null) =>
        Samples.Act(id, new OperationStageRecorded(revision, number, step ?? Step(counts: [new OperationCount(OperationCategory.People, 90, null, "ICRC")])));

    /// <summary>One act of every sort on operations.</summary>
    public static Act[] OperationActs() =>
    [
        Planned("o0000000000000001"), Staged("o0000000000000001", 1, 1), Staged("o0000000000000001", 2, 2, Step(OperationStage.Obstructed, "2016-12-16", 1)),
        Planned("o0000000000000001", Plan() with { Pinned = ["c1"] }, 3),
    ];

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
