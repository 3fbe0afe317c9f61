using System.Text;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Bulletins;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Store;

/// <summary>What people of the mechanism do: file the agreement, record who adheres and who is listed, find, determine, complain, record
/// coverage, publish bulletins. Each is one act, durable when the task completes; incidents that it touches are assessed anew. Safe to use from several
/// threads and processes at once.</summary>
/// <param name="record">The record.</param>
/// <param name="intake">Knows the places and actors.</param>
/// <param name="assessing">Keeps assessments up to date.</param>
/// <param name="time">The clock.</param>
public sealed partial class Mechanism(IRecord record, Intake intake, Assessing assessing, TimeProvider time)
{
    /// <summary>How often something is tried again when another writer was faster. Each time somebody got on.</summary>
    private const int AttemptsMax = 20;

    /// <summary>The longest period that one bulletin covers, in days: a year.</summary>
    public const int BulletinDaysMax = 366;

    /// <summary>Files an agreement, or a new version of it.</summary>
    /// <param name="file">The file's bytes, UTF-8.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="reason">Why this version; may be empty for the first.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="cancellation">Cancels before anything is in the record.</param>
    /// <returns>The agreement; and false when that very file is the record's last already, so that nothing was appended.</returns>
    /// <exception cref="DataFileException">The file cannot be used, or names an actor or place that nobody knows.</exception>
    /// <exception cref="InvalidActException">The record holds another agreement, or what was recorded beside contradicts the file.</exception>
    public async Task<(Agreement Agreement, bool IsNew)> FileAgreementAsync(
        ReadOnlyMemory<byte> file, string name, string reason, string by, CancellationToken cancellation)
    {
        string text = Encoding.UTF8.GetString(file.Span);
        Agreement agreement = AgreementYaml.Read(text, name);
        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        if (AgreementCheck.Names(agreement, gazetteer) is { Count: > 0 } unknown)
        {
            throw AgreementYaml.Locate(text, name, unknown[0]);
        }

        string hash = ContentId.Sha256(file.Span);
        AgreementState? before = await record.AgreementAsync(cancellation);
        if (string.Equals(before?.OriginalSha256, hash, StringComparison.Ordinal))
        {
            return (agreement, false);
        }

        if (before is not null && string.Equals(before.Agreement.Id, agreement.Id, StringComparison.Ordinal) && string.IsNullOrWhiteSpace(reason))
        {
            throw new InvalidActException("reason: why there is a new version is expected, so that others can follow.");
        }

        await record.AppendAsync([new Act(0, time.GetUtcNow(), by, agreement.Id, new AgreementFiled(agreement, hash, reason))], [file], cancellation);
        await assessing.RunAsync(gazetteer, null, cancellation);
        return (agreement, true);
    }

    /// <summary>Records one act of a person on a subject that the caller names: adherence and listings (subject: the agreement), desks,
    /// findings and determinations (subject: the incident), a complaint's stage or link, coverage.</summary>
    /// <returns>The act with its sequence number.</returns>
    /// <exception cref="RecordConflictException">Somebody was faster: show what stands there now.</exception>
    /// <exception cref="InvalidActException">It is refused; the message says what, where and what to do.</exception>
    public async Task<Act> RecordAsync(string subject, ActBody body, string by, CancellationToken cancellation)
    {
        if (body is AdherenceRecorded or ListingRecorded)
        {
            await CheckNamesAsync(body, cancellation);
        }

        IReadOnlyList<Act> appended = await record.AppendAsync([new Act(0, time.GetUtcNow(), by, subject, body)], [], cancellation);
        if (AgreementState.Takes(body))
        {
            await assessing.RunAsync(await intake.GazetteerAsync(cancellation), null, cancellation);
        }

        return appended[0];
    }

    /// <summary>Lodges a complaint under the next number.</summary>
    /// <returns>The complaint.</returns>
    /// <exception cref="InvalidActException">It is refused; the message says what, where and what to do.</exception>
    public async Task<Complaint> LodgeAsync(ComplaintContent content, string by, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            int number = await record.LastComplaintNumberAsync(cancellation) + 1;
            string id = ContentId.Complaint(content, number);
            try
            {
                await record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, new ComplaintLodged(number, content))], [], cancellation);
                return (await record.ComplaintAsync(id, cancellation))!;
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another complaint took the number: take the next.
            }
        }
    }

    /// <summary>Records coverage; the very same content twice is one record.</summary>
    /// <returns>Its id, and false when it stood there already.</returns>
    /// <exception cref="InvalidActException">It is refused; the message says what, where and what to do.</exception>
    public async Task<(string Id, bool IsNew)> RecordCoverageAsync(CoverageContent content, string by, CancellationToken cancellation)
    {
        string id = ContentId.Coverage(content);
        if (await record.CoverageRecordAsync(id, cancellation) is not null)
        {
            return (id, false);
        }

        try
        {
            await record.AppendAsync([new Act(0, time.GetUtcNow(), by, id, new CoverageRecorded(0, content))], [], cancellation);
            return (id, true);
        }
        catch (RecordConflictException)
        {
            return (id, false);
        }
    }

    /// <summary>The bulletin of a period as the record was at a state.</summary>
    /// <param name="from">First day, in the mission's zone.</param>
    /// <param name="until">Last day, inclusive.</param>
    /// <param name="state">Sequence number of the last act to take into account; null for the present one.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    /// <exception cref="InvalidActException">The period ends before it begins, is longer than a bulletin's may be, or there is no mission.</exception>
    public async Task<BulletinContent> BulletinAsync(DateOnly from, DateOnly until, long? state, CancellationToken cancellation)
    {
        if (until < from || until.DayNumber - from.DayNumber >= BulletinDaysMax)
        {
            throw new InvalidActException($"until: a day from {from:yyyy-MM-dd} on, at most {BulletinDaysMax} days in all, is expected, not {until:yyyy-MM-dd}.");
        }

        long at = state ?? await record.StateAsync(cancellation);
        ArgumentOutOfRangeException.ThrowIfLessThan(at, 1, nameof(state));
        Gazetteer gazetteer = await intake.GazetteerAsync(cancellation);
        await using IRecord then = await record.AsOfAsync(at, cancellation);
        return await new BulletinSource(record, then, at).BuildAsync(gazetteer, from, until, cancellation);
    }

    /// <summary>Publishes the bulletin of a period, built from the present state, under the next number.</summary>
    /// <param name="from">First day, in the mission's zone.</param>
    /// <param name="until">Last day, inclusive.</param>
    /// <param name="by">Who publishes it.</param>
    /// <param name="cancellation">Cancels before it is in the record.</param>
    /// <returns>The bulletin; its JSON is an original of the record, under its hash.</returns>
    /// <exception cref="InvalidActException">It is refused; the message says what, where and what to do.</exception>
    public async Task<Bulletin> PublishBulletinAsync(DateOnly from, DateOnly until, string by, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            long state = await record.StateAsync(cancellation);
            if (state == 0)
            {
                throw new InvalidActException("There is nothing to publish: the record holds no act.");
            }

            byte[] json = BulletinJson.Write(await BulletinAsync(from, until, state, cancellation));
            int number = (await record.BulletinsAsync(cancellation)).Select(b => b.Number).DefaultIfEmpty(0).Max() + 1;
            var published = new BulletinPublished(number, from, until, state, ContentId.Sha256(json));
            try
            {
                await record.AppendAsync([new Act(0, time.GetUtcNow(), by, ContentId.Bulletin(json), published)], [json], cancellation);
                return (await record.BulletinsAsync(cancellation)).First(b => b.Number == number);
            }
            catch (RecordConflictException) when (attempt < AttemptsMax)
            {
                // Another bulletin took the number, or told the same: build anew, as it may have corrected something.
            }
        }
    }

    private async Task CheckNamesAsync(ActBody body, CancellationToken cancellation)
    {
        string actorId = body is AdherenceRecorded adherence ? adherence.Adherence.ActorId : ((ListingRecorded)body).Listing.ActorId;
        if (!ActorIds.IsKnown(await intake.GazetteerAsync(cancellation), actorId))
        {
            throw new InvalidActException($"actor: \"{actorId}\" cannot be used; {ActorIds.Expected} is expected.");
        }
    }
}
