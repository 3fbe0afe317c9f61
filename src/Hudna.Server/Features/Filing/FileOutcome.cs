namespace Hudna.Server.Features.Filing;

/// <summary>What became of one thing handed in.</summary>
/// <param name="Name">The file's name, with line or document where it held several; empty for a typed text.</param>
/// <param name="Outcome"><c>filed</c>, <c>changed</c> (a row with another content than before), <c>remapped</c> (read anew by another
/// mapping), <c>older</c> (a content of a row that has a later one, whose report is named), <c>duplicate</c>, <c>duplicate_source_noted</c> or <c>refused</c>.</param>
/// <param name="ReportId">The report; null when refused.</param>
/// <param name="Code">Why it was refused; null unless it was.</param>
/// <param name="Message">What is wrong and what to do; null unless refused.</param>
public sealed record FileOutcome(string Name, string Outcome, string? ReportId, string? Code, string? Message)
{
    internal static FileOutcome Of(string name, Store.FilingOutcome outcome) => outcome switch
    {
        Store.FilingOutcome.Filed filed => new(name, "filed", filed.ReportId, null, null),
        Store.FilingOutcome.Changed changed => new(name, "changed", changed.ReportId, null, null),
        Store.FilingOutcome.Remapped remapped => new(name, "remapped", remapped.ReportId, null, null),
        Store.FilingOutcome.Older older => new(name, "older", older.Later, null, null),
        Store.FilingOutcome.Duplicate { SourceNoted: true } twice => new(name, "duplicate_source_noted", twice.ReportId, null, null),
        Store.FilingOutcome.Duplicate twice => new(name, "duplicate", twice.ReportId, null, null),
        Store.FilingOutcome.Refused refused => new(name, "refused", null, refused.Code, refused.Message),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static FileOutcome Refused(string name, string code, string message) => new(name, "refused", null, code, message);
}
