using Hudna.Importing;

namespace Hudna.Acts;

/// <summary>A mapping was kept, before the first row that is read by it; subject: the mapping, by <see cref="MappingJson.IdOf"/>.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Own">True when a person made or changed it: later tables of its header are read by it too.</param>
public sealed record MappingKept(Mapping Mapping, bool Own) : ActBody;

/// <summary>A mapping is no longer to be used for later tables; what was read by it stays; subject: the mapping.</summary>
/// <param name="Reason">Why.</param>
public sealed record MappingWithdrawn(string Reason) : ActBody;

/// <summary>A row was handed in with another content; this earlier one is not read any more; subject: the earlier report.</summary>
/// <param name="ByReportId">The report with the row's new content.</param>
public sealed record ReportSuperseded(string ByReportId) : ActBody;

/// <summary>A row is to be read anew by another mapping; subject: the report.</summary>
/// <param name="MappingId">The mapping.</param>
public sealed record ReportRemapped(string MappingId) : ActBody;
