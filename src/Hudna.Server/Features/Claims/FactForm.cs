using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Server.Features.Claims;

/// <summary>A field of a fact that is chosen from a vocabulary.</summary>
/// <param name="Name">The form's field and the vocabulary's name in the interface's words: <c>control_status</c>.</param>
/// <param name="Label">Key of its label.</param>
/// <param name="Values">Wire names.</param>
/// <param name="IsRequired">False when it may stay open.</param>
public sealed record CodeField(string Name, string Label, IReadOnlyList<string> Values, bool IsRequired);

/// <summary>Which fields each kind of claim has, and what they are called in it: actors are the guarantors of a deal and the besiegers
/// of a town.</summary>
internal static class FactForm
{
    /// <summary>The kinds that have a detail.</summary>
    public static IReadOnlyList<ClaimKind> Kinds { get; } =
        [.. Enum.GetValues<ClaimKind>().Where(k => k is not (ClaimKind.Event or ClaimKind.Figure or ClaimKind.Statement))];

    /// <summary>The kind's vocabularies, the most telling one first.</summary>
    public static IReadOnlyList<CodeField> Codes(ClaimKind kind) => kind switch
    {
        ClaimKind.Round => [Of<RoundStatus>("round_status", "entry.round_status"), Of<TalksFormat>("talks_format", "entry.talks_format", false)],
        ClaimKind.Participation => [Of<ParticipationStance>("participation", "entry.participation")],
        ClaimKind.Delegation => [Of<DelegationRole>("delegation_role", "entry.delegation_role")],
        ClaimKind.TrackRelation => [Of<TrackRelation>("track_relation", "entry.track_relation")],
        ClaimKind.Role => [Of<TalksRole>("talks_role", "entry.talks_role")],
        ClaimKind.Position => [Of<PositionStance>("position", "entry.position")],
        ClaimKind.Deal => [Of<DealType>("deal_type", "entry.deal_type"), Of<DealStep>("deal_step", "entry.deal_step")],
        ClaimKind.Commitment => [Of<CommitmentBasis>("commitment_basis", "entry.commitment_basis")],
        ClaimKind.Operation =>
            [Of<OperationType>("operation_type", "entry.operation_type"), Of<OperationStage>("operation_stage", "entry.operation_stage")],
        ClaimKind.Control => [Of<ControlStatus>("control_status", "entry.control_status"), Of<Infrastructure>("infrastructure", "entry.infrastructure", false)],
        _ => [],
    };

    public static bool HasTrack(ClaimKind kind) =>
        kind is ClaimKind.Round or ClaimKind.Participation or ClaimKind.Delegation or ClaimKind.TrackRelation or ClaimKind.Role;

    public static bool HasTopic(ClaimKind kind) => kind is ClaimKind.Position or ClaimKind.Commitment;

    /// <summary>The words that the kind quotes, each a field of the form with its label.</summary>
    public static IReadOnlyList<(string Name, string Label)> Phrases(ClaimKind kind) => kind switch
    {
        ClaimKind.Participation => [("condition", "entry.condition"), ("basis", "entry.basis")],
        ClaimKind.Operation => [("route", "entry.route")],
        ClaimKind.Control => [("part", "entry.part")],
        _ => [],
    };

    /// <summary>What actors are called; null when the kind has none.</summary>
    public static string? Actors(ClaimKind kind) => kind switch
    {
        ClaimKind.Round => "entry.actors_round",
        ClaimKind.Participation => "entry.actors_participation",
        ClaimKind.Delegation => "entry.actors_delegation",
        ClaimKind.Role => "entry.actors_role",
        ClaimKind.Deal => "entry.actors_deal",
        ClaimKind.Commitment => "entry.actors_commitment",
        ClaimKind.Operation => "entry.actors_operation",
        ClaimKind.Control => "entry.actors_control",
        ClaimKind.TrackRelation or ClaimKind.Position => null,
        _ => "field.actors",
    };

    /// <summary>What recipients are called; null when the kind has none.</summary>
    public static string? Recipients(ClaimKind kind) => kind switch
    {
        ClaimKind.Participation => "entry.recipients_participation",
        ClaimKind.Delegation => "entry.recipients_delegation",
        ClaimKind.Position => "entry.recipients_position",
        ClaimKind.Deal => "entry.recipients_deal",
        ClaimKind.Commitment => "entry.recipients_commitment",
        ClaimKind.Operation => "entry.recipients_operation",
        ClaimKind.Control => "entry.recipients_control",
        ClaimKind.Round or ClaimKind.TrackRelation or ClaimKind.Role => null,
        _ => "field.recipients",
    };

    /// <summary>What the speaker is called.</summary>
    public static string Speaker(ClaimKind kind) => kind is ClaimKind.Position ? "entry.speaker_position" : "field.speaker";

    /// <summary>What the place is called; null when the kind has none.</summary>
    public static string? Place(ClaimKind kind) => kind switch
    {
        ClaimKind.Round => "entry.place_round",
        ClaimKind.Deal => "entry.place_deal",
        ClaimKind.Operation => "entry.place_operation",
        ClaimKind.Control => "entry.place_control",
        ClaimKind.Event or ClaimKind.Figure or ClaimKind.Statement => "field.place",
        _ => null,
    };

    /// <summary>What the time is called.</summary>
    public static string Time(ClaimKind kind) => kind switch
    {
        ClaimKind.Participation => "entry.time_participation",
        ClaimKind.Deal => "entry.time_deal",
        ClaimKind.Commitment => "entry.time_commitment",
        _ => "field.time",
    };

    /// <summary>Classes of an element that only some kinds have: the stylesheet shows those of the kind chosen.</summary>
    public static string Class(Func<ClaimKind, bool> has) =>
        string.Join(' ', Enum.GetValues<ClaimKind>().Where(has).Select(k => "of-" + Wire.Name(k)).Prepend("of"));

    private static CodeField Of<T>(string name, string label, bool isRequired = true)
        where T : struct, Enum => new(name, label, [.. Wire.All<T>()], isRequired);
}
