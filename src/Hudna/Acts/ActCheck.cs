using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Acts;

/// <summary>Whether an act may be appended, given the state of its subject. Pure; every store asks it before it appends.</summary>
public static class ActCheck
{
    private const int NameLengthMax = 300;

    /// <summary>What is wrong with the act's own header; null when nothing is.</summary>
    public static ActProblem? Header(Act act) =>
        string.IsNullOrWhiteSpace(act.By) || act.By.Length > NameLengthMax ? Invalid($"by: a name of 1 to {NameLengthMax} characters is expected")
        : string.IsNullOrWhiteSpace(act.Subject) || act.Subject.Length > NameLengthMax ? Invalid($"subject: an id of 1 to {NameLengthMax} characters is expected")
        : act.At == default ? Invalid("at: a time is expected")
        : null;

    /// <summary>What is wrong with an act on a report; null when nothing is.</summary>
    /// <param name="before">The report; null when there is none such.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? OnReport(Report? before, Act act) => (before, act.Body) switch
    {
        (not null, ReportFiled) => Conflict($"Report {act.Subject} is already filed."),
        (null, ReportFiled filed) => Filed(act.Subject, filed),
        (null, _) => Invalid($"There is no report {act.Subject}."),
        (_, ReportSourceNoted noted) =>
            before.Sources.Any(s => s.IsSameAs(noted.Source)) ? Conflict($"{noted.Source.Name} is already noted on report {act.Subject}.")
            : Source(noted.Source),
        (_, ReportSuperseded) when before.SupersededBy is { } by => Conflict($"Report {act.Subject} is superseded by {by} already."),
        (_, ReportSuperseded) when before.Row?.Id is null => Invalid($"Report {act.Subject} is no row with an id of its own: nothing supersedes it."),
        (_, ReportRemapped) when before.SupersededBy is { } by => Conflict($"Report {act.Subject} is superseded by {by}: it is not read any more."),
        (_, ReportRemapped remapped) when Same(before.Row?.MappingId, remapped.MappingId) => Conflict($"Report {act.Subject} is read by mapping {remapped.MappingId} already."),
        (_, ReportRead or ReportLeftUnread) when before.SupersededBy is { } by => Conflict($"Report {act.Subject} is superseded by {by}: it is not read any more."),
        (_, ReportRead or ReportLeftUnread) when before.Status == ReportStatus.Read => Conflict($"Report {act.Subject} is already read."),
        (_, ReportRead read) => Spans(read.Reading, before.Text),
        _ => null,
    };

    /// <summary>What is wrong with an act on a claim; null when nothing is.</summary>
    /// <param name="before">The claim; null when there is none such.</param>
    /// <param name="text">Text of the report it stands in; null when there is no such report.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? OnClaim(Claim? before, string? text, Act act) => (before, act.Body) switch
    {
        (_, ClaimProposed proposed) when text is null => Invalid($"Claim {act.Subject} stands in report {proposed.ReportId}, which is not there."),
        (not null, ClaimProposed) => Conflict($"Claim {act.Subject} is already proposed."),
        (null, ClaimProposed proposed) => Content(act.Subject, proposed.Content, text!),
        (null, _) => Invalid($"There is no claim {act.Subject}."),
        (_, var body) when ClaimState.SeenRevision(body) is { } seen && seen != before.Revision => Conflict(
            $"Claim {act.Subject} is at revision {before.Revision} and the decision was taken on revision {seen}: look at it again."),
        (_, ClaimEdited edited) => Content(act.Subject, edited.Content, text!),
        (_, ClaimLinked linked) when Same(before.IncidentId, linked.IncidentId) && (act.ByMachine || before.LinkedByPerson) => Conflict(
            $"Claim {act.Subject} is already linked to incident {linked.IncidentId}."),
        (_, ClaimLinked linked) when act.ByMachine && (before.LinkedByPerson || before.UnlinkedFrom.Contains(linked.IncidentId, StringComparer.Ordinal)) =>
            Conflict($"A person decided where claim {act.Subject} belongs; the machine does not link it to {linked.IncidentId}."),
        (_, ClaimLinked { Reasons.Count: 0, Evidence: null }) => Invalid("reasons: at least one line, or evidence, is expected"),
        (_, ClaimBarred) when act.ByMachine => Invalid("by: a person or desk is expected; the machine bars nothing"),
        (_, ClaimBarred barred) when Same(before.IncidentId, barred.IncidentId) => Conflict(
            $"Claim {act.Subject} is linked to incident {barred.IncidentId}: take it from there."),
        (_, ClaimBarred barred) when before.UnlinkedFrom.Contains(barred.IncidentId, StringComparer.Ordinal) => Conflict(
            $"Claim {act.Subject} is barred from incident {barred.IncidentId} already."),
        (_, ClaimUnlinked) when act.ByMachine && before.LinkedByPerson => Conflict(
            $"A person linked claim {act.Subject}; the machine leaves it there."),
        (_, ClaimUnlinked unlinked) when !Same(before.IncidentId, unlinked.IncidentId) => Conflict(
            $"Claim {act.Subject} is not linked to incident {unlinked.IncidentId}."),
        _ => null,
    };

    /// <summary>What is wrong with an addition to the mission's actors and places; null when nothing is.</summary>
    /// <param name="exists">True when something was already added under that id.</param>
    /// <param name="act">The act.</param>
    public static ActProblem? OnAddition(bool exists, Act act) =>
        exists ? Conflict($"{act.Subject} is already added.") : act.Body switch
        {
            ActorAdded actor => Names(actor.NameEn, actor.NamesAr) ?? Country(actor.Country),
            PlaceAdded place => Names(place.NameEn, place.NamesAr) ?? Country(place.Country)
                ?? (place.Lat is >= -90 and <= 90 ? null : Invalid("lat: -90 to 90 degrees are expected"))
                ?? (place.Lon is >= -180 and <= 180 ? null : Invalid("lon: -180 to 180 degrees are expected")),
            _ => null,
        };

    private static ActProblem? Filed(string subject, ReportFiled filed)
    {
        string id = ContentId.Report(filed.Text, filed.OriginalSha256);
        return !Same(subject, id) ? Invalid($"subject: the text's id is {id}, not {subject}")
            : filed.Row is { } row && (row.Register is null != row.Id is null || row.Register?.Length > NameLengthMax || row.Id?.Length > NameLengthMax)
                ? Invalid($"row: a register and an id together, each of at most {NameLengthMax} characters, or neither, are expected")
            : Source(filed.Source);
    }

    private static ActProblem? Source(ReportSource source) =>
        string.IsNullOrWhiteSpace(source.Name) || source.Name.Length > NameLengthMax
            ? Invalid($"source: a name of 1 to {NameLengthMax} characters is expected") : null;

    private static ActProblem? Content(string id, ClaimContent content, string text) =>
        ClaimCheck.Problem(content, text) is { } problem ? Invalid($"Claim {id}: {problem}.") : null;

    private static ActProblem? Spans(DocumentReading reading, string text)
    {
        IEnumerable<IMention> mentions = [.. reading.Times, .. reading.Places, .. reading.Actors, .. reading.Quantities, .. reading.Statements, .. reading.Events];
        IMention? bad = mentions.FirstOrDefault(m => m.Start < 0 || m.End < m.Start || m.End > text.Length
            || !text.AsSpan(m.Start, m.End - m.Start).SequenceEqual(m.Text));
        return bad is null ? null : Invalid($"The reading's {bad.GetType().Name} at {bad.Start} to {bad.End} ({bad.Rule}) is not a slice of the text.");
    }

    private static ActProblem? Names(string english, IReadOnlyList<string> arabic) =>
        arabic.Append(english).Any(n => string.IsNullOrWhiteSpace(n) || n.Length > NameLengthMax)
            ? Invalid($"names: each of 1 to {NameLengthMax} characters, the English one always, are expected") : null;

    private static ActProblem? Country(string? code) =>
        code is null || (code.Length == 2 && code.All(char.IsAsciiLetterUpper))
            ? null : Invalid($"country: an ISO 3166-1 alpha-2 code such as SY is expected, not {code}");

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private static ActProblem Conflict(string message) => new(true, message);

    private static ActProblem Invalid(string message) => new(false, message);
}
