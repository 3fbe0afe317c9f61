using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Tests.Talks;

namespace Hudna.Tests.Commitments;

/// <summary>Promises and ratings; all made up.</summary>
internal static class CommitmentSamples
{
    public static ReportedClaim Promise(
        string id, string by = "state-ru", string? due = null, string words = "open the road to the valley for aid within ten days", string? published = "2017-01-02",
        Modality modality = Modality.Asserted, ClaimStatus status = ClaimStatus.Proposed, CommitmentBasis basis = CommitmentBasis.Speech)
    {
        Assert.True(TimeValue.TryParse(due ?? "2017", out TimeValue value));
        return PositionSamples.Reported(id, published, "Sham Post", "r1", status, new ClaimContent
        {
            Kind = ClaimKind.Commitment,
            Span = new Span(0, words.Length),
            Text = words,
            Modality = modality,
            Actors = [.. by.Split('+').Select(PositionSamples.Party)],
            Time = due is null ? null : new ClaimTime(due, null, due, value.First, value.Last),
            Detail = new CommitmentDetail(basis, "access"),
        });
    }

    public static ImplementationRecord Rated(string subject, params (string On, int Level)[] ratings) => new(
        subject, [.. ratings.Select(r => new ImplementationRating(r.Level, PositionSamples.Day(r.On), [], "seen", "Lina", default))], ratings.Length);
}
