using Hudna.Corroboration;

namespace Hudna.Acts;

/// <summary>A person graded how far a source can be relied on; subject: the source (<see cref="Incidents.ContentId.Source"/>).</summary>
/// <param name="Revision">The number of grades that was seen; 0 when there was none.</param>
/// <param name="Grade">Letter of the Admiralty code.</param>
/// <param name="Reason">Why.</param>
public sealed record SourceGraded(int Revision, Reliability Grade, string Reason) : ActBody;

/// <summary>A person set the credibility of what is said of an incident, or took that back; subject: the incident.</summary>
/// <param name="Revision">The number of settings that was seen; 0 when there was none.</param>
/// <param name="Grade">1 to 6 of the Admiralty code; null lets the rule's proposal hold again.</param>
/// <param name="Reason">Why.</param>
public sealed record CredibilitySet(int Revision, int? Grade, string Reason) : ActBody;
