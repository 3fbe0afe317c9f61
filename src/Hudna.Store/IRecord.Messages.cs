using Hudna.Talks;

namespace Hudna.Store;

/// <content>Messages between desks. There is no list of all: whoever reads says for which desk.</content>
public partial interface IRecord
{
    /// <summary>The messages that a desk may see, and of each what it may see (<see cref="MessageVisibility"/>): drafts and those withheld
    /// in order of their first act, those delivered in order of delivery, latest first. Count and order tell nothing of others.</summary>
    /// <param name="deskId">The desk.</param>
    /// <param name="offset">Rows to leave out first; 0 or more.</param>
    /// <param name="limit">Rows at most; 1 to 500.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<Page<SeenMessage>> MessagesAsync(string deskId, int offset, int limit, CancellationToken cancellation);

    /// <summary>What a desk may see of one message; null when there is none such for this desk.</summary>
    Task<SeenMessage?> MessageAsync(string deskId, string id, CancellationToken cancellation);
}

/// <summary>The table of messages, within one transaction.</summary>
internal interface IMessageTables
{
    Message? Message(string id);

    /// <summary>The highest number delivered between these desks by this carrier; 0 when there is none.</summary>
    int LastMessageNumber(MessageContent between);

    void Put(Message message, Acts.Act act);
}
