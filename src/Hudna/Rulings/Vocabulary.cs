using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Rulings;

/// <summary>What a desk is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DeskRole>))]
public enum DeskRole
{
    /// <summary>A guarantor's.</summary>
    Guarantor,

    /// <summary>A mediator's or envoy's office.</summary>
    Envoy,

    /// <summary>A party's liaison.</summary>
    Liaison,

    /// <summary>The mechanism's own.</summary>
    Secretariat,

    /// <summary>An observer's.</summary>
    Observer,
}

/// <summary>A ruling, of one desk or of the commission.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Ruling>))]
public enum Ruling
{
    /// <summary>It is a violation.</summary>
    Violation,

    /// <summary>It is none.</summary>
    NoViolation,

    /// <summary>The agreement does not hold for it.</summary>
    OutsideScope,

    /// <summary>It can be neither confirmed nor ruled out.</summary>
    CannotConfirm,

    /// <summary>What there is does not suffice.</summary>
    InsufficientEvidence,

    /// <summary>Not ruled yet.</summary>
    Pending,
}

/// <summary>Whether it happened, in a desk's judgement.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<OccurrenceFinding>))]
public enum OccurrenceFinding
{
    /// <summary>It happened.</summary>
    Confirmed,

    /// <summary>Not known.</summary>
    NotConfirmed,

    /// <summary>It did not happen.</summary>
    Refuted,
}

/// <summary>Who did it, in a desk's judgement.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AttributionFinding>))]
public enum AttributionFinding
{
    /// <summary>The actor named did it.</summary>
    Attributed,

    /// <summary>Not known.</summary>
    NotAttributed,
}

/// <summary>Whether the agreement holds for it, in a desk's judgement.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ScopeFinding>))]
public enum ScopeFinding
{
    /// <summary>It does.</summary>
    Inside,

    /// <summary>Not for the group.</summary>
    OutsideGroup,

    /// <summary>Not in that area.</summary>
    OutsideArea,

    /// <summary>Not on that day.</summary>
    OutsideDate,

    /// <summary>Not known.</summary>
    Undetermined,
}

/// <summary>How sure a desk is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<Confidence>))]
public enum Confidence
{
    /// <summary>High.</summary>
    High,

    /// <summary>Moderate.</summary>
    Moderate,

    /// <summary>Low.</summary>
    Low,
}

/// <summary>Why a desk rules so. One code a finding, so that divergences can be counted.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RulingReason>))]
public enum RulingReason
{
    /// <summary>A provision forbids the act.</summary>
    ProvisionBreached,

    /// <summary>The act was in answer to fire and in proportion.</summary>
    SelfDefence,

    /// <summary>A provision permits the act.</summary>
    Permitted,

    /// <summary>The author is on the exclusion list.</summary>
    AuthorListed,

    /// <summary>The target is on the exclusion list.</summary>
    TargetListed,

    /// <summary>The author has not joined the agreement.</summary>
    AuthorNotBound,

    /// <summary>The place is outside the area.</summary>
    OutsideArea,

    /// <summary>The day is before the entry into force or after the end.</summary>
    OutsideDate,

    /// <summary>Access to the site was denied.</summary>
    AccessDenied,

    /// <summary>Sources contradict each other on what happened.</summary>
    SourcesConflict,

    /// <summary>Only one side's word.</summary>
    SingleSource,

    /// <summary>It is not known who did it.</summary>
    AuthorUnknown,

    /// <summary>It did not happen.</summary>
    DidNotOccur,

    /// <summary>An accident or a crime without a party's part in it.</summary>
    NoPartyInvolved,

    /// <summary>The inquiry goes on.</summary>
    InquiryOpen,
}

/// <summary>Stage of a complaint (after the CTSAMVM's chain), in order.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ComplaintStage>))]
public enum ComplaintStage
{
    /// <summary>Taken in.</summary>
    Lodged,

    /// <summary>A preliminary inquiry found whether there is something to look into.</summary>
    PreliminaryInquiry,

    /// <summary>A team was tasked.</summary>
    Tasked,

    /// <summary>The team's report is in.</summary>
    Investigated,

    /// <summary>The commission ruled.</summary>
    Ruled,

    /// <summary>The party was asked what it did.</summary>
    PartyAsked,

    /// <summary>The party answered.</summary>
    Answered,

    /// <summary>Closed.</summary>
    Closed,
}
