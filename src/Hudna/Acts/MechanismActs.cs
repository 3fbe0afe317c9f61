using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Coverage;
using Hudna.Missions;
using Hudna.Rulings;

namespace Hudna.Acts;

/// <summary>An agreement, or a new version of it, was filed; subject: the agreement. The file's bytes go to the store in the same
/// transaction. A record holds one agreement; what was recorded beside the file (adherence, listings) stays.</summary>
/// <param name="Agreement">What the file says.</param>
/// <param name="OriginalSha256">Hash of the file's bytes.</param>
/// <param name="Reason">Why this version; may be empty for the first.</param>
public sealed record AgreementFiled(Agreement Agreement, string OriginalSha256, string Reason) : ActBody;

/// <summary>Whether an actor is bound was recorded; subject: the agreement. One with the same actor and first day is replaced.</summary>
/// <param name="Adherence">What was recorded.</param>
public sealed record AdherenceRecorded(Adherence Adherence) : ActBody;

/// <summary>An entry of an exclusion list was recorded, or ended by giving it a last day; subject: the agreement. One of the same
/// lister, actor and first day is replaced.</summary>
/// <param name="Listing">What was recorded.</param>
public sealed record ListingRecorded(Listing Listing) : ActBody;

/// <summary>A desk was recorded, or changed; subject: the desk.</summary>
/// <param name="Revision">The revision seen; 0 when there was none.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Role">What it is.</param>
/// <param name="ActorId">Actor or state it speaks for; null for the secretariat.</param>
/// <param name="Members">Its people.</param>
public sealed record DeskRecorded(int Revision, BilingualText Name, DeskRole Role, string? ActorId, IReadOnlyList<DeskMember> Members) : ActBody;

/// <summary>The machine weighed an incident against the agreement, with another result than before; subject: the incident.</summary>
/// <param name="Seen">Sequence number of the last act that it knew of: an incident, or agreement, that has changed since is not
/// assessed by it.</param>
/// <param name="Assessment">The result with its trace.</param>
public sealed record IncidentAssessed(long Seen, IncidentAssessment Assessment) : ActBody;

/// <summary>A desk recorded or revised its finding; subject: the incident.</summary>
/// <param name="DeskId">The desk.</param>
/// <param name="Revision">The revision of its finding that it saw; 0 when it had none.</param>
/// <param name="Content">What it finds.</param>
public sealed record FindingRecorded(string DeskId, int Revision, FindingContent Content) : ActBody;

/// <summary>The commission decided, or decided anew; subject: the incident.</summary>
/// <param name="Revision">The revision of its determination that was seen; 0 when there was none.</param>
/// <param name="Content">What it decided.</param>
public sealed record DeterminationMade(int Revision, DeterminationContent Content) : ActBody;

/// <summary>A complaint was lodged; subject: the complaint.</summary>
/// <param name="Number">What people call it by; one more than the last.</param>
/// <param name="Content">What was lodged.</param>
public sealed record ComplaintLodged(int Number, ComplaintContent Content) : ActBody;

/// <summary>A complaint reached a further stage; subject: the complaint.</summary>
/// <param name="Revision">The revision that was seen.</param>
/// <param name="Stage">The stage reached.</param>
/// <param name="At">When, with offset.</param>
/// <param name="Note">What was found, asked or answered.</param>
public sealed record ComplaintMoved(int Revision, ComplaintStage Stage, DateTimeOffset At, string Note) : ActBody;

/// <summary>A complaint was linked to the incident that it is about; subject: the complaint.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Reason">Why.</param>
public sealed record ComplaintLinked(string IncidentId, string Reason) : ActBody;

/// <summary>Coverage was recorded or corrected; subject: the record of coverage.</summary>
/// <param name="Revision">The revision that was seen; 0 when there was none.</param>
/// <param name="Content">Where and when somebody looked.</param>
public sealed record CoverageRecorded(int Revision, CoverageContent Content) : ActBody;

/// <summary>A record of coverage was withdrawn; subject: the record of coverage.</summary>
/// <param name="Revision">The revision that was seen.</param>
/// <param name="Reason">Why.</param>
public sealed record CoverageWithdrawn(int Revision, string Reason) : ActBody;

/// <summary>A bulletin was published; subject: the bulletin. Its JSON goes to the store in the same transaction.</summary>
/// <param name="Number">What people call it by; one more than the last.</param>
/// <param name="From">First day that it covers, in the mission's zone.</param>
/// <param name="Until">Last day that it covers, inclusive.</param>
/// <param name="State">Sequence number of the last act that it takes into account.</param>
/// <param name="Sha256">Hash of its JSON.</param>
public sealed record BulletinPublished(int Number, DateOnly From, DateOnly Until, long State, string Sha256) : ActBody;
