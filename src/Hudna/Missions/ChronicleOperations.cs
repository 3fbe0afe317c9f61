using System.Globalization;
using Hudna.Operations;
using Hudna.Reading;

namespace Hudna.Missions;

/// <summary>Reads the list <c>operations</c> of a chronicle: plans, each with its stages.</summary>
internal static class ChronicleOperations
{
    /// <summary>Entries in the file's order, each plan before its stages; none when the list is not there.</summary>
    /// <exception cref="DataFileException">It says something that cannot be used.</exception>
    public static IEnumerable<ChronicleEntry> Read(YamlPart root) => root.ItemsOf("operations").SelectMany(Of);

    private static IEnumerable<ChronicleEntry> Of(YamlPart part)
    {
        part.Only(
            "operation", "title", "on", "by", "from", "to", "route", "who", "agreed", "first", "last", "deal", "provision", "guarantors", "observers", "stages");
        var plan = new PlanEntry(part.Line, part["on"].Day(), part["by"].Text(), Plan(part));
        string id = OperationId.Of(plan.Plan);
        return part.ItemsOf("stages").Select(s => Stage(s, id)).Prepend<ChronicleEntry>(plan);
    }

    private static OperationPlan Plan(YamlPart part)
    {
        YamlPart title = part["title"].Only("en", "ar");
        return new OperationPlan
        {
            Type = part["operation"].Value<OperationType>(),
            Title = title.TextOf("en") is null && title.TextOf("ar") is null
                ? throw title.Error("a title in English or Arabic is expected") : new OperationTitle(title.TextOf("en"), title.TextOf("ar")),
            From = Place(part["from"]),
            To = part.Find("to") is { } to ? Place(to) : null,
            Route = part.TextOf("route"),
            Who = Actors(part, "who"),
            Agreed = [.. part.ItemsOf("agreed").Select(a => new AgreedNumber(
                a.Only("category", "low", "high")["category"].Value<OperationCategory>(), Number(a, "low"), Number(a, "high")))],
            First = part["first"].Day(),
            Last = part.DayOf("last"),
            Deal = part.TextOf("deal"),
            Provision = part.TextOf("provision"),
            Guarantors = Actors(part, "guarantors"),
            Observers = Actors(part, "observers"),
        };
    }

    private static PlanStageEntry Stage(YamlPart part, string operation)
    {
        part.Only("stage", "on", "time", "recorded", "by", "note", "counts", "incident");
        OperationCount[] counts =
        [
            .. part.ItemsOf("counts").Select(c => new OperationCount(
                c.Only("category", "low", "high", "source")["category"].Value<OperationCategory>(), Number(c, "low"), Number(c, "high"), c["source"].Text())),
        ];
        DateOnly on = part["on"].Day();
        return new PlanStageEntry(
            part.Line, part.DayOf("recorded") ?? on, part["by"].Text(), operation,
            new OperationStep(part["stage"].Value<OperationStage>(), on, Time(part.Find("time")), part.TextOf("note") ?? string.Empty, counts, null), part.TextOf("incident"));
    }

    private static OperationPlace Place(YamlPart part)
    {
        part.Only("name", "place");
        return new OperationPlace(part["name"].Text(), part.TextOf("place"), null, null);
    }

    private static OperationActor[] Actors(YamlPart part, string key) =>
        [.. part.ItemsOf(key).Select(a => new OperationActor(a.Only("name", "actor")["name"].Text(), a.TextOf("actor")))];

    private static decimal? Number(YamlPart part, string key) => part.Find(key)?.Whole(0, 100_000_000);

    private static TimeOnly? Time(YamlPart? part) => part is null ? null
        : TimeOnly.TryParseExact(part.Text(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time
        : throw part.Bad("a time of day as \"14:30\"");
}
