using System.Text;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Store;

/// <summary>What people of the mechanism do: file the agreement, record who adheres and who is listed, find, determine, complain, record
/// coverage. Each is one act, durable when the task completes; incidents that it touches are assessed anew. Safe to use from several
/// threads and processes at once.</summary>
/// <param name="record">The record.</param>
/// <param name="intake">Knows the places and actors.</param>
/// <param name="assessing">Keeps assessments up to date.</param>
/// <param name="time">The clock.</param>
public sealed class Mechanism(IRecord record, Intake intake, Assessing assessing, TimeProvider time)
{
    /// <summary>How often something is tried again when another writer was faster. Each time somebody got on.</summary>
    private const int AttemptsMax = 20;

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

    private async Task CheckNamesAsync(ActBody body, CancellationToken cancellation)
    {
        string actorId = body is AdherenceRecorded adherence ? adherence.Adherence.ActorId : ((ListingRecorded)body).Listing.ActorId;
        if (!ActorIds.IsKnown(await intake.GazetteerAsync(cancellation), actorId))
        {
            throw new InvalidActException($"actor: \"{actorId}\" cannot be used; {ActorIds.Expected} is expected.");
        }
    }
}
