using Hudna.Agreements;

namespace Hudna.Acts;

/// <summary>The agreement as the fold of the acts on it.</summary>
/// <param name="Agreement">The last file with all that was recorded beside it.</param>
/// <param name="Filed">The last file alone.</param>
/// <param name="Version">1 for the first file, one more for each after it.</param>
/// <param name="Changed">Sequence number of the last act on it.</param>
/// <param name="OriginalSha256">Hash of the last file's bytes.</param>
/// <param name="Adherences">What was recorded beside the file, in order of the acts.</param>
/// <param name="Listings">What was recorded beside the file, in order of the acts.</param>
public sealed record AgreementState(
    Agreement Agreement, Agreement Filed, int Version, long Changed, string OriginalSha256, IReadOnlyList<Adherence> Adherences,
    IReadOnlyList<Listing> Listings)
{
    /// <summary>True when such an act is about the agreement.</summary>
    public static bool Takes(ActBody body) => body is AgreementFiled or AdherenceRecorded or ListingRecorded;

    /// <summary>The agreement after an act.</summary>
    /// <param name="before">The agreement before it; null before the first file.</param>
    /// <param name="act">An act whose subject is the agreement.</param>
    /// <exception cref="InvalidActException">The act cannot follow on that state.</exception>
    public static AgreementState Apply(AgreementState? before, Act act) => (before, act.Body) switch
    {
        (_, AgreementFiled filed) => new AgreementState(
            filed.Agreement, filed.Agreement, (before?.Version ?? 0) + 1, act.Sequence, filed.OriginalSha256, before?.Adherences ?? [],
            before?.Listings ?? []).Folded(),
        ({ } state, AdherenceRecorded recorded) => (state with
        {
            Adherences = [.. state.Adherences.Where(a => !Same(a.Id, recorded.Adherence.Id)), recorded.Adherence],
            Changed = act.Sequence,
        }).Folded(),
        ({ } state, ListingRecorded recorded) => (state with
        {
            Listings = [.. state.Listings.Where(l => !Same(l.Id, recorded.Listing.Id)), recorded.Listing],
            Changed = act.Sequence,
        }).Folded(),
        _ => throw InvalidActException.OutOfOrder(act, before is not null),
    };

    // What was recorded takes the place of what the file says of the same actor from the same day on.
    private AgreementState Folded() => this with
    {
        Agreement = Filed with
        {
            Adherences =
            [
                .. Filed.Adherences.Where(a => !Adherences.Any(r => Same(r.Id, a.Id))).Concat(Adherences)
                    .OrderBy(a => a.ActorId, StringComparer.Ordinal).ThenBy(a => a.Period.From),
            ],
            Listings =
            [
                .. Filed.Listings.Where(l => !Listings.Any(r => Same(r.Id, l.Id))).Concat(Listings)
                    .OrderBy(l => l.ListerId, StringComparer.Ordinal).ThenBy(l => l.ActorId, StringComparer.Ordinal).ThenBy(l => l.Period.From),
            ],
        },
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
