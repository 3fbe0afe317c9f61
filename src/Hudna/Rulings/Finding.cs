namespace Hudna.Rulings;

/// <summary>What a desk says of an incident: occurrence, attribution and scope judged apart, and the ruling that follows.</summary>
/// <param name="Occurrence">Whether it happened.</param>
/// <param name="Attribution">Whether it is known who did it.</param>
/// <param name="ActorId">Who did it, when attributed; else null.</param>
/// <param name="Scope">Whether the agreement holds for it.</param>
/// <param name="Ruling">The ruling.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">How sure the desk is.</param>
/// <param name="On">Day of the finding, in the mission's zone.</param>
/// <param name="Note">What else to say; may be empty.</param>
public sealed record FindingContent(
    OccurrenceFinding Occurrence, AttributionFinding Attribution, string? ActorId, ScopeFinding Scope, Ruling Ruling, RulingReason Reason,
    Confidence Confidence, DateOnly On, string Note);

/// <summary>A desk's finding on an incident as it stands.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="DeskId">The desk.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Revision">1 when first recorded, one more at each revision; earlier ones stay in the incident's history.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Act">Sequence number of the act that recorded this revision.</param>
public sealed record Finding(string IncidentId, string DeskId, FindingContent Content, int Revision, string By, long Act);

/// <summary>What the commission decided.</summary>
/// <param name="Ruling">The ruling; never pending.</param>
/// <param name="ActorId">Who did it; null when not attributed.</param>
/// <param name="Provisions">Numbers of the provisions violated; at least one when it is a violation, else none.</param>
/// <param name="On">Day of the decision, in the mission's zone.</param>
/// <param name="Note">Reasons in words; may be empty.</param>
/// <param name="Rests">The findings it rests on, each at the revision seen: one for each member that has one.</param>
public sealed record DeterminationContent(
    Ruling Ruling, string? ActorId, IReadOnlyList<string> Provisions, DateOnly On, string Note, IReadOnlyList<FindingSeen> Rests);

/// <summary>A finding at a revision.</summary>
/// <param name="DeskId">Whose.</param>
/// <param name="Revision">Which.</param>
public sealed record FindingSeen(string DeskId, int Revision);

/// <summary>The commission's determination on an incident as it stands.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Rule">The rule that carried it.</param>
/// <param name="Dissent">Desks of members whose finding differed, in the commission's order.</param>
/// <param name="Silent">Actors of members without a finding, in the commission's order.</param>
/// <param name="Revision">1 when first made, one more each time the commission decides anew.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Act">Sequence number of its act.</param>
public sealed record Determination(
    string IncidentId, DeterminationContent Content, Agreements.DecisionRule Rule, IReadOnlyList<string> Dissent, IReadOnlyList<string> Silent,
    int Revision, string By, long Act);
