using System.Text.Json.Serialization;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Reading;

namespace Hudna.Acts;

/// <summary>One change of the record: who, when, what, on which subject. Acts are appended and never changed; every view is
/// derived from them.</summary>
/// <param name="Sequence">1 for the first act, one more for each after it; 0 for an act not yet appended.</param>
/// <param name="At">When, as the host's clock had it, with offset.</param>
/// <param name="By">Who: a reviewer's or desk's name, or <c>machine:</c> and the program's part and version.</param>
/// <param name="Subject">Id of what it is about: a report's, claim's, incident's, actor's or place's.</param>
/// <param name="Body">What.</param>
public sealed record Act(long Sequence, DateTimeOffset At, string By, string Subject, ActBody Body)
{
    /// <summary>What <see cref="By"/> starts with when no person acted.</summary>
    public const string MachinePrefix = "machine:";

    /// <summary>True when no person acted.</summary>
    [JsonIgnore]
    public bool ByMachine => By.StartsWith(MachinePrefix, StringComparison.Ordinal);
}

/// <summary>What an act does. Each case says which subject it takes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(ReportFiled), "report_filed")]
[JsonDerivedType(typeof(ReportSourceNoted), "report_source_noted")]
[JsonDerivedType(typeof(ReportSuperseded), "report_superseded")]
[JsonDerivedType(typeof(ReportRemapped), "report_remapped")]
[JsonDerivedType(typeof(MappingKept), "mapping_kept")]
[JsonDerivedType(typeof(MappingWithdrawn), "mapping_withdrawn")]
[JsonDerivedType(typeof(ReportRead), "report_read")]
[JsonDerivedType(typeof(ReportLeftUnread), "report_left_unread")]
[JsonDerivedType(typeof(ClaimProposed), "claim_proposed")]
[JsonDerivedType(typeof(ClaimAccepted), "claim_accepted")]
[JsonDerivedType(typeof(ClaimEdited), "claim_edited")]
[JsonDerivedType(typeof(ClaimRejected), "claim_rejected")]
[JsonDerivedType(typeof(IncidentOpened), "incident_opened")]
[JsonDerivedType(typeof(ClaimLinked), "claim_linked")]
[JsonDerivedType(typeof(ClaimUnlinked), "claim_unlinked")]
[JsonDerivedType(typeof(ClaimBarred), "claim_barred")]
[JsonDerivedType(typeof(PossibleIncidentNoted), "possible_incident_noted")]
[JsonDerivedType(typeof(LinkWeightsAdopted), "link_weights_adopted")]
[JsonDerivedType(typeof(ActorAdded), "actor_added")]
[JsonDerivedType(typeof(PlaceAdded), "place_added")]
[JsonDerivedType(typeof(AgreementFiled), "agreement_filed")]
[JsonDerivedType(typeof(AdherenceRecorded), "adherence_recorded")]
[JsonDerivedType(typeof(ListingRecorded), "listing_recorded")]
[JsonDerivedType(typeof(DeskRecorded), "desk_recorded")]
[JsonDerivedType(typeof(IncidentAssessed), "incident_assessed")]
[JsonDerivedType(typeof(FindingRecorded), "finding_recorded")]
[JsonDerivedType(typeof(DeterminationMade), "determination_made")]
[JsonDerivedType(typeof(ComplaintLodged), "complaint_lodged")]
[JsonDerivedType(typeof(ComplaintMoved), "complaint_moved")]
[JsonDerivedType(typeof(ComplaintLinked), "complaint_linked")]
[JsonDerivedType(typeof(CoverageRecorded), "coverage_recorded")]
[JsonDerivedType(typeof(CoverageWithdrawn), "coverage_withdrawn")]
[JsonDerivedType(typeof(BulletinPublished), "bulletin_published")]
[JsonDerivedType(typeof(ImplementationRated), "implementation_rated")]
[JsonDerivedType(typeof(MessageDrafted), "message_drafted")]
[JsonDerivedType(typeof(MessageRevised), "message_revised")]
[JsonDerivedType(typeof(MessageDelivered), "message_delivered")]
[JsonDerivedType(typeof(MessageAnswered), "message_answered")]
[JsonDerivedType(typeof(MessageAnswerDelivered), "message_answer_delivered")]
[JsonDerivedType(typeof(MessageWithheld), "message_withheld")]
[JsonDerivedType(typeof(OperationPlanned), "operation_planned")]
[JsonDerivedType(typeof(OperationStageRecorded), "operation_stage_recorded")]
[JsonDerivedType(typeof(SourceGraded), "source_graded")]
[JsonDerivedType(typeof(CredibilitySet), "credibility_set")]
public abstract record ActBody;

/// <summary>A report was taken in; subject: the report. Its original bytes go to the store in the same transaction.</summary>
/// <param name="Kind">What sort of report.</param>
/// <param name="Source">Who handed it in, and when.</param>
/// <param name="Title">Headline known from outside the text (markup, a column); else null.</param>
/// <param name="Text">The decoded text.</param>
/// <param name="Confidentiality">Who may see it.</param>
/// <param name="OriginalSha256">Hash of the original bytes.</param>
/// <param name="MediaType">Media type of the original.</param>
/// <param name="Encoding">Encoding in which it was read.</param>
/// <param name="Row">What it is in the list it comes from; null for what comes from none.</param>
public sealed record ReportFiled(
    ReportKind Kind, ReportSource Source, string? Title, string Text, Confidentiality Confidentiality,
    string OriginalSha256, string MediaType, string Encoding, ListedRow? Row = null) : ActBody;

/// <summary>A further source handed in the very same text; subject: the report.</summary>
/// <param name="Source">The further source.</param>
public sealed record ReportSourceNoted(ReportSource Source) : ActBody;

/// <summary>A report was read; subject: the report. Its claims follow as acts of their own.</summary>
/// <param name="Reader">Name and version of the reader.</param>
/// <param name="Language">BCP 47 code of the language found.</param>
/// <param name="Reading">All that was found, layer by layer.</param>
public sealed record ReportRead(string Reader, string Language, DocumentReading Reading) : ActBody;

/// <summary>A report is kept but was not read; subject: the report.</summary>
/// <param name="Reason">As <see cref="Report.UnreadReason"/>.</param>
/// <param name="Language">BCP 47 code of the language found; "und" when none could be told.</param>
public sealed record ReportLeftUnread(string Reason, string Language) : ActBody;

/// <summary>A claim was proposed; subject: the claim.</summary>
/// <param name="ReportId">The report it stands in.</param>
/// <param name="Content">What it says.</param>
/// <param name="Rule">The rule that proposed it; <c>person</c> when a person did.</param>
public sealed record ClaimProposed(string ReportId, ClaimContent Content, string Rule) : ActBody;

/// <summary>A reviewer accepted a claim as it stands; subject: the claim.</summary>
/// <param name="Revision">The revision that the reviewer saw.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record ClaimAccepted(int Revision, string Reason) : ActBody;

/// <summary>A reviewer corrected a claim and so accepted it; subject: the claim.</summary>
/// <param name="Revision">The revision that the reviewer saw.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Reason">Why.</param>
public sealed record ClaimEdited(int Revision, ClaimContent Content, string Reason) : ActBody;

/// <summary>A reviewer rejected a claim; subject: the claim.</summary>
/// <param name="Revision">The revision that the reviewer saw.</param>
/// <param name="Reason">Why.</param>
public sealed record ClaimRejected(int Revision, string Reason) : ActBody;

/// <summary>An incident was opened; subject: the incident.</summary>
/// <param name="Number">What people call it by; one more than the last.</param>
public sealed record IncidentOpened(int Number) : ActBody;

/// <summary>A claim was linked to an incident, and so taken from the one it was linked to before; subject: the claim. A person who links it to where it is
/// confirms that: the machine then leaves it there.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Reasons">Why, line by line; may be empty beside evidence.</param>
/// <param name="Evidence">What was compared and what it weighed; null when a person linked it, or it opened the incident.</param>
public sealed record ClaimLinked(string IncidentId, IReadOnlyList<string> Reasons, LinkEvidence? Evidence = null) : ActBody;

/// <summary>A claim was taken from its incident; subject: the claim. The machine does not link it there again.</summary>
/// <param name="IncidentId">The incident it was linked to.</param>
/// <param name="Reason">Why.</param>
public sealed record ClaimUnlinked(string IncidentId, string Reason) : ActBody;

/// <summary>A person said that a claim is not about an incident that it is not linked to; subject: the claim. The machine never links it there.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Reason">Why.</param>
public sealed record ClaimBarred(string IncidentId, string Reason) : ActBody;

/// <summary>The machine noted that two incidents may be one, for a person to decide; subject: the one of the lower number.</summary>
/// <param name="OtherId">The other.</param>
/// <param name="Evidence">Why; null when they no longer may be.</param>
public sealed record PossibleIncidentNoted(string OtherId, LinkEvidence? Evidence) : ActBody;

/// <summary>The mission links by other weights from now on; subject: <c>linking</c>.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="Tellings">Number of tellings that they were learned from; 0 for those that Hudna ships.</param>
/// <param name="Reason">Why.</param>
public sealed record LinkWeightsAdopted(LinkWeights Weights, int Tellings, string Reason) : ActBody;

/// <summary>A user added an actor to the mission; subject: the actor. The reader knows it from then on.</summary>
/// <param name="NameEn">Usual English name.</param>
/// <param name="NamesAr">Arabic spellings, preferred first.</param>
/// <param name="Type">What sort of actor.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when to none.</param>
/// <param name="Affiliation">Ids of the actors or states it belongs to.</param>
public sealed record ActorAdded(string NameEn, IReadOnlyList<string> NamesAr, ActorType Type, string? Country, IReadOnlyList<string> Affiliation) : ActBody;

/// <summary>A user added a place to the mission; subject: the place. The reader knows it from then on.</summary>
/// <param name="NameEn">Usual English name.</param>
/// <param name="NamesAr">Arabic spellings, preferred first.</param>
/// <param name="Kind">What sort of place.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code; null when not known.</param>
/// <param name="Admin1">English name of the first-order division; null when not known.</param>
/// <param name="Lat">WGS 84 degrees north.</param>
/// <param name="Lon">WGS 84 degrees east.</param>
public sealed record PlaceAdded(string NameEn, IReadOnlyList<string> NamesAr, PlaceKind Kind, string? Country, string? Admin1, double Lat, double Lon) : ActBody;
