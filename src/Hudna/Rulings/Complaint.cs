namespace Hudna.Rulings;

/// <summary>A party's complaint and how far it has come.</summary>
public sealed record Complaint
{
    /// <summary><c>k</c> and 16 hex digits over what was lodged.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the mission's first complaint, one more for each after it.</summary>
    public required int Number { get; init; }

    /// <summary>What was lodged.</summary>
    public required ComplaintContent Content { get; init; }

    /// <summary>The stages reached, in order; the first is lodging.</summary>
    public required IReadOnlyList<ComplaintStep> Steps { get; init; }

    /// <summary>1 when lodged, one more at each step.</summary>
    public int Revision => Steps.Count;

    /// <summary>Where it stands.</summary>
    public ComplaintStage Stage => Steps[^1].Stage;
}

/// <summary>What was lodged.</summary>
/// <param name="DeskId">Desk that lodges it.</param>
/// <param name="Against">Actor complained of; null when not named.</param>
/// <param name="IncidentId">The incident; null while it is not known which.</param>
/// <param name="ReportId">Report that holds the complaint's text; null when it came without one.</param>
/// <param name="Summary">In a few words.</param>
/// <param name="At">When, with offset.</param>
public sealed record ComplaintContent(string DeskId, string? Against, string? IncidentId, string? ReportId, string Summary, DateTimeOffset At);

/// <summary>A stage reached.</summary>
/// <param name="Stage">Which.</param>
/// <param name="At">When, with offset.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Note">What was found, asked or answered; may be empty.</param>
public sealed record ComplaintStep(ComplaintStage Stage, DateTimeOffset At, string By, string Note);
