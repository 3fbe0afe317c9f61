namespace Hudna.Incidents;

/// <summary>A claim with who reported it and when.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Title">The report's headline; null when it has none.</param>
/// <param name="Kind">What sort of report.</param>
/// <param name="Sources">Who handed in the report, first one first.</param>
/// <param name="Published">The report's date; null when not known.</param>
/// <param name="Confidentiality">Who may see the report.</param>
public sealed record ReportedClaim(
    Claim Claim, string? Title, ReportKind Kind, IReadOnlyList<ReportSource> Sources, DateOnly? Published, Confidentiality Confidentiality);
