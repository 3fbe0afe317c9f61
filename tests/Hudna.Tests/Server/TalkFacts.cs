using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Tests.Talks;

namespace Hudna.Tests.Server;

/// <summary>Positions and promises entered by hand into a site's record; all made up.</summary>
internal static class TalkFacts
{
    public static Task<Claim> SayAsync(
        Site site, string speaker, string topic, PositionStance stance, string? day, string words, string source = "Sham Post", Modality modality = Modality.Asserted) =>
        EnterAsync(site, source, day, words, new ClaimContent
        {
            Kind = ClaimKind.Position,
            Span = default,
            Text = words,
            Speaker = PositionSamples.Party(speaker),
            Modality = modality,
            Detail = new PositionDetail(topic, stance),
        });

    public static Task<Claim> PromiseAsync(
        Site site, string by, string words, string? due = null, string? day = "2017-01-24", string source = "Sham Post", CommitmentBasis basis = CommitmentBasis.JointStatement)
    {
        Assert.True(TimeValue.TryParse(due ?? "2017", out TimeValue value));
        return EnterAsync(site, source, day, words, new ClaimContent
        {
            Kind = ClaimKind.Commitment,
            Span = default,
            Text = words,
            Actors = [.. by.Split('+').Select(PositionSamples.Party)],
            Recipients = [PositionSamples.Party("~أهالي الوادي")],
            Time = due is null ? null : new ClaimTime(due, null, due, value.First, value.Last),
            Detail = new CommitmentDetail(basis, "access"),
        });
    }

    /// <summary>A statement whose words hold the position at its begin.</summary>
    public static Task<Claim> StateAsync(Site site, string speaker, string day, string words, string source = "Sham Post") => EnterAsync(site, source, day, words, new ClaimContent
    {
        Kind = ClaimKind.Statement,
        Span = default,
        Text = words,
        Speaker = PositionSamples.Party(speaker),
        Recipients = [PositionSamples.Party("~الصحفيين")],
    });

    private static Task<Claim> EnterAsync(Site site, string source, string? day, string words, ClaimContent content) => site.Intake.EnterAsync(
        new HandEntry(source, day is null ? null : PositionSamples.Day(day), words, Confidentiality.Public), content, "Lina", "", TestContext.Current.CancellationToken);
}
