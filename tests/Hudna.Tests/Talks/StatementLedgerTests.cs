using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;

namespace Hudna.Tests.Talks;

public sealed class StatementLedgerTests
{
    [Fact]
    public void Positions_BelongToTheStatementsWhoseWordsTheyOverlap()
    {
        IReadOnlyList<Statement> statements = StatementLedger.Of([
            Position("c4", "truce", new Span(30, 40)), Position("c3", "everything", new Span(5, 12)), Position("c5", "transition", new Span(0, 6)),
            Spoken("c1", new Span(0, 10)), Spoken("c2", new Span(10, 30)),
        ]);
        Assert.Equal(["c1: transition everything", "c2: everything"], statements.Select(s => $"{s.Said.Claim.Id}: {string.Join(' ', s.Topics.Select(t => t.Topic))}"));
        Assert.Equal(("state-sy", "c5"), (statements[0].Topics[0].Holder, statements[0].Topics[0].ClaimId));
    }

    [Fact]
    public void Positions_OfAnotherReport_BelongToNone() => Assert.Empty(
        StatementLedger.Of([Spoken("c1", new Span(0, 10)), Position("c2", "truce", new Span(0, 10), "r2")])[0].Topics);

    [Fact]
    public void Rejected_IsLeftOut_AndLatestComesFirst()
    {
        Assert.Equal(["c2", "c1", "c3"], StatementLedger.Of([
            Spoken("c3", new Span(20, 30), null), Spoken("c1", new Span(0, 10)), Spoken("c2", new Span(0, 10), "2017-01-06"),
            Spoken("c4", new Span(0, 10), status: ClaimStatus.Rejected),
        ]).Select(s => s.Said.Claim.Id));
        Assert.Empty(StatementLedger.Of([
            Spoken("c1", new Span(0, 10)),
            PositionSamples.Said("c2", "state-sy", "truce", PositionStance.Open, "2017-01-05", status: ClaimStatus.Rejected),
        ])[0].Topics);
    }

    private static ReportedClaim Position(string id, string topic, Span span, string report = "r1") =>
        PositionSamples.Said(id, "state-sy", topic, PositionStance.Open, "2017-01-05", span: span, report: report);

    private static ReportedClaim Spoken(string id, Span span, string? published = "2017-01-05", ClaimStatus status = ClaimStatus.Proposed) =>
        PositionSamples.Reported(id, published, "Sham Post", "r1", status, new ClaimContent
        {
            Kind = ClaimKind.Statement,
            Span = span,
            Text = id,
            Speaker = PositionSamples.Party("state-sy"),
        });
}
