using Hudna.Acts;
using Hudna.Reading;
using Hudna.Talks;

namespace Hudna.Missions;

/// <summary>Reads the list <c>messages</c> of a chronicle: messages between desks, each with what was done with it.</summary>
internal static class ChronicleMessages
{
    /// <summary>Entries in the file's order, each message before its steps; none when the list is not there.</summary>
    /// <exception cref="DataFileException">It says something that cannot be used.</exception>
    public static IEnumerable<ChronicleEntry> Read(YamlPart root) => root.ItemsOf("messages").SelectMany(Of);

    private static IEnumerable<ChronicleEntry> Of(YamlPart part)
    {
        part.Only("message", "from", "to", "carrier", "desk", "by", "at", "track", "round", "text", "delivered", "answered", "answer_delivered", "withheld");
        MessageRound? round = part.TextOf("track") is { } track ? new MessageRound(track, part["round"].Day()) : null;
        var content = new MessageContent(part["from"].Id(), part["to"].Id(), part["carrier"].Id(), round, part["message"].Text(), part["text"].Text());
        var written = new MessageEntry(part.Line, part["by"].Text(), part.Find("desk")?.Id() ?? content.FromDesk, content, part["at"].Moment());
        string id = MessageId.Of(content, written.By, written.At);
        return Steps(part, content, id).Prepend<ChronicleEntry>(written);
    }

    private static IEnumerable<MessageStepEntry> Steps(YamlPart part, MessageContent content, string id)
    {
        if (part.Find("delivered") is { } delivered)
        {
            yield return Step(delivered, content.CarrierDesk, id, at => new MessageDelivered(1, 0, at));
        }

        if (part.Find("answered") is { } answered)
        {
            yield return Step(answered, content.ToDesk, id, at => new MessageAnswered(0, answered["text"].Text(), at), "text");
        }

        if (part.Find("answer_delivered") is { } carried)
        {
            yield return Step(carried, content.CarrierDesk, id, at => new MessageAnswerDelivered(1, at));
        }

        if (part.Find("withheld") is { } withheld)
        {
            string desk = withheld.Find("desk")?.Id() ?? content.CarrierDesk;
            yield return Step(withheld, desk, id, at => new MessageWithheld(desk, 1, withheld["reason"].Text(), at), "desk", "reason");
        }
    }

    private static MessageStepEntry Step(YamlPart part, string desk, string id, Func<DateTimeOffset, ActBody> body, params string[] more)
    {
        part.Only([.. more, "at", "by"]);
        DateTimeOffset at = part["at"].Moment();
        return new MessageStepEntry(part.Line, part["by"].Text(), desk, id, at, body(at));
    }
}
