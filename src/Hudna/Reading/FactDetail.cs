using System.Text.Json.Serialization;

namespace Hudna.Reading;

/// <summary>What a fact around the truce says beside who, whom, where and when. Each case says what actors and recipients are in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(RoundDetail), "round")]
[JsonDerivedType(typeof(ParticipationDetail), "participation")]
[JsonDerivedType(typeof(DelegationDetail), "delegation")]
[JsonDerivedType(typeof(TrackRelationDetail), "track_relation")]
[JsonDerivedType(typeof(RoleDetail), "role")]
[JsonDerivedType(typeof(PositionDetail), "position")]
[JsonDerivedType(typeof(DealDetail), "deal")]
[JsonDerivedType(typeof(CommitmentDetail), "commitment")]
[JsonDerivedType(typeof(OperationDetail), "operation")]
[JsonDerivedType(typeof(ControlDetail), "control")]
public abstract record FactDetail;

/// <summary>A track of talks as a text names it: by its venue, as the press does.</summary>
/// <param name="Id">Id of the venue's place in the gazetteer, which is the track's id: <c>kz-capital</c>, <c>ch-geneva</c>.</param>
/// <param name="Text">The source's words.</param>
/// <param name="Span">Where they stand; null when a person entered it.</param>
public sealed record TrackRef(string Id, string Text, Span? Span);

/// <summary>Words of the source that a code alone would lose.</summary>
/// <param name="Text">The source's words.</param>
/// <param name="Span">Where they stand; null when a person entered them.</param>
public sealed record Phrase(string Text, Span? Span);

/// <summary>A round of talks takes place, or is to. Place: the venue. Time: its day, or first to last day. Actors: who leads or holds it;
/// recipients: none.</summary>
/// <param name="Track">The track it belongs to.</param>
/// <param name="Status">How sure its date is.</param>
/// <param name="Format">How the parties meet; null when not told.</param>
/// <param name="Agenda">Ids of topics that it is to deal with.</param>
public sealed record RoundDetail(
    [property: JsonRequired] TrackRef Track, [property: JsonRequired] RoundStatus Status, TalksFormat? Format,
    [property: JsonRequired] IReadOnlyList<string> Agenda) : FactDetail;

/// <summary>Whether somebody takes part in talks. Recipients: whose part it is (one); actors: who takes that stance, the very same when
/// they speak of themselves; empty when not told. Time: when the stance was taken.</summary>
/// <param name="Track">The track; null when not told.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Condition">Under which condition; null when under none.</param>
/// <param name="Basis">Under which rule or list; null when not told.</param>
public sealed record ParticipationDetail(
    TrackRef? Track, [property: JsonRequired] ParticipationStance Stance, Phrase? Condition, Phrase? Basis) : FactDetail;

/// <summary>Somebody belongs to a delegation. Actors: the person; recipients: the party whose delegation it is.</summary>
/// <param name="Track">The track; null when not told.</param>
/// <param name="Role">As what.</param>
public sealed record DelegationDetail(TrackRef? Track, [property: JsonRequired] DelegationRole Role) : FactDetail;

/// <summary>How one track stands to another. Negated modality: it does not. Actors: who sees it so is the claim's speaker; none here.</summary>
/// <param name="Track">The track spoken of.</param>
/// <param name="Other">The track it stands to.</param>
/// <param name="Relation">How.</param>
public sealed record TrackRelationDetail(
    [property: JsonRequired] TrackRef Track, [property: JsonRequired] TrackRef Other, [property: JsonRequired] TrackRelation Relation) : FactDetail;

/// <summary>Somebody carries talks without being a party. Actors: who.</summary>
/// <param name="Track">The track; null when not told.</param>
/// <param name="Role">As what.</param>
public sealed record RoleDetail(TrackRef? Track, [property: JsonRequired] TalksRole Role) : FactDetail;

/// <summary>What somebody holds on a topic. Its speaker holds it; recipients: whom it is said to.</summary>
/// <param name="Topic">Id of the topic: a row of <c>topics.tsv</c>, or <c>everything</c>.</param>
/// <param name="Stance">The stance.</param>
public sealed record PositionDetail([property: JsonRequired] string Topic, [property: JsonRequired] PositionStance Stance) : FactDetail;

/// <summary>A truce or other deal came about, or is to. Actors: its guarantors or sponsors; recipients: its parties; place: where it
/// holds; time: the day of the step.</summary>
/// <param name="Type">What sort of deal.</param>
/// <param name="Step">What happened to it.</param>
public sealed record DealDetail([property: JsonRequired] DealType Type, [property: JsonRequired] DealStep Step) : FactDetail;

/// <summary>Somebody promised something. The claim's words are what is promised. Actors: who; recipients: to whom; time: by when.</summary>
/// <param name="Basis">Where it was promised.</param>
/// <param name="Topic">Id of the topic; null when of none.</param>
public sealed record CommitmentDetail([property: JsonRequired] CommitmentBasis Basis, string? Topic) : FactDetail;

/// <summary>People are brought out, or aid in. Recipients: who is brought out or helped; actors: who carries it out or guarantees it;
/// place: where from; destination: where to; number: how many.</summary>
/// <param name="Type">What sort of operation.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Route">The route in the source's words; null when not told.</param>
public sealed record OperationDetail(
    [property: JsonRequired] OperationType Type, [property: JsonRequired] OperationStage Stage, Phrase? Route) : FactDetail;

/// <summary>Who holds a place. Actors: who holds, took, lost, besieges or left it; recipients: from whom, or against whom.</summary>
/// <param name="Status">What is said of it.</param>
/// <param name="Part">Which part of the place, in the source's words (half of it, the eastern districts); null for all of it.</param>
/// <param name="Infrastructure">Water, a crossing, an airport there; null when not spoken of.</param>
public sealed record ControlDetail([property: JsonRequired] ControlStatus Status, Phrase? Part, Infrastructure? Infrastructure) : FactDetail;
