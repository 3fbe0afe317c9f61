using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Store;

namespace Hudna.Server.Features.Agreements;

/// <summary>The agreement with all that was recorded on it.</summary>
/// <param name="Agreement">The agreement: its last file, with the adherence and the listings recorded since.</param>
/// <param name="Version">1 for the first file, one more for each after it.</param>
/// <param name="Changed">Sequence number of the last act on it; a form may say that it has seen this one.</param>
/// <param name="FileSha256">Hash of the last file, which <c>/api/agreement/file</c> gives.</param>
/// <param name="On">What holds on the day asked for, or on the mission's own day.</param>
/// <param name="History">Who did what to it, latest first; files without their content.</param>
public sealed record AgreementPage(
    Agreement Agreement, int Version, long Changed, string FileSha256, AgreementDay On, IReadOnlyList<AgreementAct> History)
{
    internal static async Task<AgreementPage?> FindAsync(IRecord record, DateOnly day, CancellationToken cancellation)
    {
        if (await record.AgreementAsync(cancellation) is not { } state)
        {
            return null;
        }

        IReadOnlyList<Act> acts = await record.HistoryAsync(state.Agreement.Id, cancellation);
        return new AgreementPage(
            state.Agreement, state.Version, state.Changed, state.OriginalSha256, AgreementDay.Of(state.Agreement, day),
            [.. acts.Where(a => AgreementState.Takes(a.Body)).Reverse().Select(AgreementAct.Of)]);
    }

    /// <summary>The act that recorded an entry beside the file; null when it stands in the file.</summary>
    internal AgreementAct? ActOf(string entryId) => History.FirstOrDefault(a => string.Equals(a.EntryId, entryId, StringComparison.Ordinal));
}

/// <summary>An act on the agreement.</summary>
/// <param name="Sequence">Its number in the record.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act"><c>agreement_filed</c>, <c>adherence_recorded</c> or <c>listing_recorded</c>.</param>
/// <param name="Reason">Why a version was filed; null for other acts.</param>
/// <param name="Adherence">The adherence recorded; null for other acts.</param>
/// <param name="Listing">The entry recorded; null for other acts.</param>
public sealed record AgreementAct(long Sequence, DateTimeOffset At, string By, string Act, string? Reason, Adherence? Adherence, Listing? Listing)
{
    internal string? EntryId => Adherence?.Id ?? Listing?.Id;

    internal static AgreementAct Of(Act act) => new(
        act.Sequence, act.At, act.By, Record.ActNames.Of(act.Body), (act.Body as AgreementFiled)?.Reason,
        (act.Body as AdherenceRecorded)?.Adherence, (act.Body as ListingRecorded)?.Listing);
}
