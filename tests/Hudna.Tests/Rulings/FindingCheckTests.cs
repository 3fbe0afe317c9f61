using Hudna.Rulings;
using Hudna.Tests.Store;

namespace Hudna.Tests.Rulings;

public sealed class FindingCheckTests
{
    public static TheoryData<OccurrenceFinding, ScopeFinding, Ruling, RulingReason, string?> Table => new()
    {
        { OccurrenceFinding.Confirmed, ScopeFinding.Inside, Ruling.Violation, RulingReason.ProvisionBreached, null },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Inside, Ruling.Violation, RulingReason.ProvisionBreached, "occurrence:" },
        { OccurrenceFinding.Refuted, ScopeFinding.Inside, Ruling.Violation, RulingReason.ProvisionBreached, "occurrence:" },
        { OccurrenceFinding.Confirmed, ScopeFinding.Undetermined, Ruling.Violation, RulingReason.ProvisionBreached, "scope:" },
        { OccurrenceFinding.Confirmed, ScopeFinding.Inside, Ruling.Violation, RulingReason.Permitted, "reason:" },
        { OccurrenceFinding.Confirmed, ScopeFinding.Inside, Ruling.NoViolation, RulingReason.SelfDefence, null },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Inside, Ruling.NoViolation, RulingReason.NoPartyInvolved, null },
        { OccurrenceFinding.Confirmed, ScopeFinding.Inside, Ruling.NoViolation, RulingReason.OutsideDate, "reason:" },
        { OccurrenceFinding.Refuted, ScopeFinding.Undetermined, Ruling.NoViolation, RulingReason.DidNotOccur, null },
        { OccurrenceFinding.Refuted, ScopeFinding.Undetermined, Ruling.NoViolation, RulingReason.Permitted, "occurrence:" },
        { OccurrenceFinding.Refuted, ScopeFinding.Inside, Ruling.CannotConfirm, RulingReason.SingleSource, "occurrence:" },
        { OccurrenceFinding.Confirmed, ScopeFinding.Inside, Ruling.NoViolation, RulingReason.DidNotOccur, "occurrence:" },
        { OccurrenceFinding.Confirmed, ScopeFinding.OutsideGroup, Ruling.OutsideScope, RulingReason.AuthorListed, null },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.OutsideGroup, Ruling.OutsideScope, RulingReason.TargetListed, null },
        { OccurrenceFinding.Confirmed, ScopeFinding.OutsideGroup, Ruling.OutsideScope, RulingReason.AuthorNotBound, null },
        { OccurrenceFinding.Confirmed, ScopeFinding.OutsideGroup, Ruling.OutsideScope, RulingReason.OutsideArea, "reason: outside_area does not go with outside_scope by outside_group" },
        { OccurrenceFinding.Confirmed, ScopeFinding.OutsideArea, Ruling.OutsideScope, RulingReason.OutsideArea, null },
        { OccurrenceFinding.Confirmed, ScopeFinding.OutsideDate, Ruling.OutsideScope, RulingReason.OutsideDate, null },
        { OccurrenceFinding.Confirmed, ScopeFinding.OutsideDate, Ruling.OutsideScope, RulingReason.AuthorListed, "reason:" },
        { OccurrenceFinding.Confirmed, ScopeFinding.Inside, Ruling.OutsideScope, RulingReason.AuthorListed, "scope:" },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Inside, Ruling.CannotConfirm, RulingReason.AccessDenied, null },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Undetermined, Ruling.InsufficientEvidence, RulingReason.AuthorUnknown, null },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Undetermined, Ruling.InsufficientEvidence, RulingReason.InquiryOpen, "reason:" },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Undetermined, Ruling.Pending, RulingReason.InquiryOpen, null },
        { OccurrenceFinding.NotConfirmed, ScopeFinding.Undetermined, Ruling.Pending, RulingReason.AccessDenied, "expected is inquiry_open" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Problem_OfPartsThatDoNotFit_NamesThePart(OccurrenceFinding occurrence, ScopeFinding scope, Ruling ruling, RulingReason reason, string? problem)
    {
        FindingContent content = MechanismSamples.Content() with { Occurrence = occurrence, Scope = scope, Ruling = ruling, Reason = reason };
        string? found = FindingCheck.Problem(content);
        Assert.True(problem is null ? found is null : found?.Contains(problem, StringComparison.Ordinal) ?? false, found ?? "no problem");
    }

    [Fact]
    public void Problem_OfAttribution_NeedsAnActorAndOnlyThen()
    {
        FindingContent content = MechanismSamples.Content();
        Assert.Null(FindingCheck.Problem(content with { Attribution = AttributionFinding.Attributed, ActorId = "gov-sy" }));
        Assert.Contains("actor_id: who", FindingCheck.Problem(content with { Attribution = AttributionFinding.Attributed }), StringComparison.Ordinal);
        Assert.Contains("actor_id: nobody", FindingCheck.Problem(content with { ActorId = "gov-sy" }), StringComparison.Ordinal);
    }

    /// <summary>A form that offers only these reasons offers none that is refused, and every reason belongs to some ruling.</summary>
    [Fact]
    public void Reasons_OfARuling_AreThoseThatPass() => Assert.Equal(
        Enum.GetValues<RulingReason>().Order(),
        Enum.GetValues<Ruling>().SelectMany(r => Enum.GetValues<ScopeFinding>().SelectMany(s => FindingCheck.Reasons(r, s))).Distinct().Order());
}
