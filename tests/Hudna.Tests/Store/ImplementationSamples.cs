using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Store;

/// <summary>Promises and ratings for the store's tests.</summary>
internal static class ImplementationSamples
{
    /// <summary>A promise at the first occurrence of a word.</summary>
    public static ClaimContent Promise(string text, string word)
    {
        int start = text.IndexOf(word, StringComparison.Ordinal);
        return new ClaimContent
        {
            Kind = ClaimKind.Commitment,
            Span = new Span(start, start + word.Length),
            Text = word,
            Actors = [Samples.Party("state-ru", "Russia", "روسيا")],
            Detail = new CommitmentDetail(CommitmentBasis.Speech, "access"),
        };
    }

    public static Act Rated(
        string subject, int level, string on, int revision = 0, string note = "seen", string by = "Lina", params EvidenceRef[] evidence) =>
        Samples.Act(subject, new ImplementationRated(revision, level, MechanismSamples.Day(on), evidence, note), by);
}
