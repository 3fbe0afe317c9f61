using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Hudna.Reading;

/// <summary>How sure a round's date is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RoundStatus>))]
public enum RoundStatus
{
    /// <summary>Somebody suggests it.</summary>
    Proposed,

    /// <summary>Those who hold it made it known.</summary>
    Announced,

    /// <summary>Those who are to come agreed.</summary>
    Confirmed,

    /// <summary>It is put off; the time is the new one, when one is told.</summary>
    Postponed,

    /// <summary>It is called off.</summary>
    Cancelled,

    /// <summary>It took place or is taking place.</summary>
    Held,
}

/// <summary>How parties meet.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<TalksFormat>))]
public enum TalksFormat
{
    /// <summary>Face to face.</summary>
    Direct,

    /// <summary>Through mediators, who carry messages.</summary>
    Proximity,

    /// <summary>Experts only.</summary>
    Technical,
}

/// <summary>Who comes to talks, and who is kept away.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ParticipationStance>))]
public enum ParticipationStance
{
    /// <summary>Asked to come.</summary>
    Invited,

    /// <summary>Somebody speaks for their coming.</summary>
    Welcomed,

    /// <summary>They say that they come.</summary>
    Accepted,

    /// <summary>They come, or may come, under a condition.</summary>
    Conditional,

    /// <summary>They say that they do not come.</summary>
    Refused,

    /// <summary>Somebody else objects to their coming.</summary>
    Vetoed,

    /// <summary>Kept out under a rule or list.</summary>
    Excluded,

    /// <summary>They are there, or were.</summary>
    Attended,
}

/// <summary>What a person is in a delegation.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DelegationRole>))]
public enum DelegationRole
{
    /// <summary>Heads it.</summary>
    Head,

    /// <summary>Its chief negotiator.</summary>
    ChiefNegotiator,

    /// <summary>Speaks for it.</summary>
    Spokesperson,

    /// <summary>Belongs to it.</summary>
    Member,
}

/// <summary>How one track stands to another.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<TrackRelation>))]
public enum TrackRelation
{
    /// <summary>It goes along with it.</summary>
    Complements,

    /// <summary>It prepares the ground for it.</summary>
    Prepares,

    /// <summary>It takes its place.</summary>
    Replaces,

    /// <summary>It rivals it.</summary>
    Competes,
}

/// <summary>Who carries talks.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<TalksRole>))]
public enum TalksRole
{
    /// <summary>Lends them its weight.</summary>
    Sponsor,

    /// <summary>They are held there.</summary>
    Host,

    /// <summary>Goes between the parties.</summary>
    Mediator,

    /// <summary>Looks on.</summary>
    Observer,
}

/// <summary>What somebody holds on a topic.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PositionStance>))]
public enum PositionStance
{
    /// <summary>Is for it.</summary>
    Supports,

    /// <summary>Is ready to talk about it.</summary>
    Open,

    /// <summary>Is for it, or ready, under a condition.</summary>
    Conditional,

    /// <summary>Calls for it.</summary>
    Demands,

    /// <summary>Rejects it or rules it out.</summary>
    Opposes,

    /// <summary>Speaks of it without taking sides.</summary>
    Neutral,
}

/// <summary>What sort of deal.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DealType>))]
public enum DealType
{
    /// <summary>A truce, ceasefire or cessation of hostilities.</summary>
    Truce,

    /// <summary>On bringing people out.</summary>
    Evacuation,

    /// <summary>A joint statement.</summary>
    JointStatement,

    /// <summary>On watching over a truce.</summary>
    Monitoring,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>What happened to a deal.</summary>
[SuppressMessage("Naming", "CA1720:Identifiers should not contain type names", Justification = "Signed is the field's word, not a number's sign.")]
[JsonConverter(typeof(SnakeCaseEnumConverter<DealStep>))]
public enum DealStep
{
    /// <summary>Suggested or sought.</summary>
    Proposed,

    /// <summary>Reached or concluded.</summary>
    Reached,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>Made known.</summary>
    Announced,

    /// <summary>Came into force.</summary>
    InForce,

    /// <summary>Prolonged.</summary>
    Extended,

    /// <summary>Broken.</summary>
    Breached,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>Where something was promised.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CommitmentBasis>))]
public enum CommitmentBasis
{
    /// <summary>In an agreement.</summary>
    Agreement,

    /// <summary>In a joint statement.</summary>
    JointStatement,

    /// <summary>In a speech or talk to the press.</summary>
    Speech,
}

/// <summary>What sort of operation.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OperationType>))]
public enum OperationType
{
    /// <summary>People are brought out.</summary>
    Evacuation,

    /// <summary>Aid is brought in.</summary>
    AidConvoy,

    /// <summary>Prisoners are exchanged or released.</summary>
    PrisonerExchange,
}

/// <summary>How far an operation is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OperationStage>))]
public enum OperationStage
{
    /// <summary>Agreed on or announced.</summary>
    Planned,

    /// <summary>It began.</summary>
    Begun,

    /// <summary>It goes on.</summary>
    UnderWay,

    /// <summary>It stopped for now.</summary>
    Suspended,

    /// <summary>Somebody keeps it from going on.</summary>
    Obstructed,

    /// <summary>It took place; no more is expected of it.</summary>
    Completed,
}

/// <summary>What is said of who holds a place.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ControlStatus>))]
public enum ControlStatus
{
    /// <summary>Holds it.</summary>
    Holds,

    /// <summary>Took it, for the first time or again.</summary>
    Took,

    /// <summary>Got into it, or is taking it.</summary>
    Advances,

    /// <summary>Lost it.</summary>
    Lost,

    /// <summary>Surrounds it and keeps others from going in or out.</summary>
    Besieges,

    /// <summary>Left it.</summary>
    Left,
}

/// <summary>What many depend on.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Infrastructure>))]
public enum Infrastructure
{
    /// <summary>Springs, pumps, treatment, dams for drinking water.</summary>
    Water,

    /// <summary>A border crossing, or one between areas of control.</summary>
    Crossing,

    /// <summary>An airport or air base.</summary>
    Airport,

    /// <summary>A power station or line, a dam for power.</summary>
    Power,

    /// <summary>An oil or gas field, or a line.</summary>
    Oil,

    /// <summary>A main road.</summary>
    Road,

    /// <summary>A hospital.</summary>
    Hospital,
}
