using Hudna.Acts;
using Hudna.Operations;
using Hudna.Talks;

namespace Hudna.Store;

/// <content>Messages and operations.</content>
public sealed partial class Mechanism
{
    /// <summary>Writes a message, for its from-desk or its carrier.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RecordConflictException">The very same was written at the same time by the same person.</exception>
    /// <exception cref="InvalidActException">It is refused; the message says what, where and what to do.</exception>
    public async Task<string> DraftMessageAsync(string deskId, MessageContent content, DateTimeOffset at, string by, CancellationToken cancellation)
    {
        string id = MessageId.Of(content, by, at);
        await record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, new MessageDrafted(deskId, content, at))], [], cancellation);
        return id;
    }

    /// <summary>Hands a message over, under the next number between its desks.</summary>
    /// <param name="carrierDesk">The desk that carries it.</param>
    /// <param name="id">The message.</param>
    /// <param name="revision">The revision that is handed over.</param>
    /// <param name="at">When, with offset.</param>
    /// <param name="by">A member of the carrier.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <exception cref="RecordConflictException">It has changed since, or is no draft any more.</exception>
    /// <exception cref="InvalidActException">It is refused; who may not see it is told that there is none.</exception>
    public async Task DeliverMessageAsync(string carrierDesk, string id, int revision, DateTimeOffset at, string by, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            int number = await NextNumberAsync(carrierDesk, id, cancellation);
            try
            {
                await record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, new MessageDelivered(revision, number, at))], [], cancellation);
                return;
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another message took the number, or this one has changed: only the first is tried again.
                if (await NextNumberAsync(carrierDesk, id, cancellation) == number)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Records the plan of an operation.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RecordConflictException">A plan of the same type, place, first day and title is there already.</exception>
    /// <exception cref="InvalidActException">It is refused; the message says what, where and what to do.</exception>
    public async Task<string> PlanOperationAsync(OperationPlan plan, string by, CancellationToken cancellation)
    {
        string id = OperationId.Of(plan);
        await record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, new OperationPlanned(0, plan))], [], cancellation);
        return id;
    }

    private async Task<int> NextNumberAsync(string carrierDesk, string id, CancellationToken cancellation)
    {
        if (await record.MessageAsync(carrierDesk, id, cancellation) is not { } message)
        {
            return 1;
        }

        List<SeenMessage> all = await RecordReading.AllAsync((offset, limit) => record.MessagesAsync(carrierDesk, offset, limit, cancellation), 500);
        return all.Where(m => m.Content.FromDesk == message.Content.FromDesk && m.Content.ToDesk == message.Content.ToDesk && m.Content.CarrierDesk == carrierDesk)
            .Max(m => m.Number ?? 0) + 1;
    }
}
