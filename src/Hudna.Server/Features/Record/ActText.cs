using Hudna.Acts;
using Hudna.Linking;
using Hudna.Missions;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Features.Links;
using Hudna.Server.Features.Reports;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Record;

/// <summary>An act in words.</summary>
internal static class ActText
{
    public static string Who(Words words, Act act) => act.ByMachine ? words.Format("act.machine", act.By[Act.MachinePrefix.Length..]) : act.By;

    public static string What(Words words, Act act) => words[$"act.{ActNames.Of(act.Body)}"];

    public static string? Detail(Words words, KnownNames names, Dates dates, Act act) => act.Body switch
    {
        ReportFiled { Title: { } title } filed => $"{filed.Source.Name} – {title}",
        ReportFiled filed => filed.Source.Name,
        ReportSourceNoted noted => noted.Source.Name,
        ReportRead read => words.Term("language", read.Language),
        ReportLeftUnread left => UnreadText.Of(words, left.Reason),
        ReportSuperseded superseded => superseded.ByReportId,
        ReportRemapped remapped => remapped.MappingId,
        MappingKept kept => kept.Mapping.Name,
        MappingWithdrawn withdrawn => withdrawn.Reason,
        ClaimProposed proposed => proposed.Content.Text,
        ClaimAccepted accepted => accepted.Reason,
        ClaimEdited edited => edited.Reason,
        ClaimRejected rejected => rejected.Reason,
        IncidentOpened opened => words.Format("incident.number", opened.Number),
        ClaimLinked { Evidence: { } evidence } => Evidence(words, names, dates, evidence),
        ClaimLinked linked => string.Join(" · ", linked.Reasons.Select(r => LinkReason.InWords(words, names, dates, r))),
        ClaimUnlinked unlinked => act.ByMachine ? LinkReason.InWords(words, names, dates, unlinked.Reason) : unlinked.Reason,
        ClaimBarred barred => barred.Reason,
        PossibleIncidentNoted { Evidence: { } evidence } => Evidence(words, names, dates, evidence),
        PossibleIncidentNoted => words["links.no_longer"],
        LinkWeightsAdopted adopted => Join(adopted.Tellings == 0 ? words["links.shipped"] : words.Count("links.learned_from", adopted.Tellings), adopted.Reason),
        ActorAdded actor => actor.NameEn,
        PlaceAdded place => place.NameEn,
        AgreementFiled filed => Join(Named(words, filed.Agreement.Name), filed.Reason),
        AdherenceRecorded recorded => Actor(words, names, recorded.Adherence.ActorId),
        ListingRecorded recorded => Actor(words, names, recorded.Listing.ActorId),
        DeskRecorded desk => Named(words, desk.Name),
        FindingRecorded finding => Join(finding.DeskId, finding.Content.Note),
        DeterminationMade made => made.Content.Note,
        ComplaintLodged lodged => lodged.Content.Summary,
        ComplaintMoved moved => moved.Note,
        ComplaintLinked linked => linked.Reason,
        CoverageRecorded coverage => Join(coverage.Content.Team, coverage.Content.Place.Name),
        CoverageWithdrawn withdrawn => withdrawn.Reason,
        BulletinPublished bulletin => dates.Days(bulletin.From, bulletin.Until),
        ImplementationRated rated => Join($"{rated.Level} – {dates.Day(rated.On)}", rated.Note),
        OperationPlanned planned => (words.IsArabic ? planned.Plan.Title.Ar : planned.Plan.Title.En) ?? planned.Plan.Title.En ?? planned.Plan.Title.Ar,
        SourceGraded graded => Join(Reading.Wire.Name(graded.Grade), graded.Reason),
        CredibilitySet set => Join(set.Grade is { } grade ? Words.Number(grade) : words["corroboration.taken_back"], set.Reason),
        OperationStageRecorded stage => Join(words.Term("operation_stage", Reading.Wire.Name(stage.Step.Stage)), stage.Step.Note),
        _ => null,
    };

    // How likely, and the fields that say most for and against.
    private static string Evidence(Words words, KnownNames names, Dates dates, LinkEvidence evidence)
    {
        const int NamedMax = 3;
        const double NamedFrom = 0.2;
        var say = new EvidenceWords(words, names, dates);
        string Named(IEnumerable<FieldWeight> fields) => string.Join(
            words["date.comma"], fields.OrderByDescending(f => Math.Abs(f.Weight)).Take(NamedMax).Select(f => words.Term("link_field", Reading.Wire.Name(f.Field))));
        string speaksFor = Named(evidence.Fields.Where(f => f.Weight >= NamedFrom)), against = Named(evidence.Fields.Where(f => f.Weight <= -NamedFrom));
        IEnumerable<string?> parts =
        [
            $"{say.Percent(evidence.Probability)} ({say.Chance(evidence.Probability)})",
            speaksFor.Length > 0 ? words.Format("links.act_for", speaksFor) : null, against.Length > 0 ? words.Format("links.act_against", against) : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>The other incident or the incident that an act names beside its subject; null when it names none.</summary>
    public static string? Incident(Act act) => act.Body switch
    {
        ClaimLinked linked => linked.IncidentId,
        ClaimUnlinked unlinked => unlinked.IncidentId,
        ClaimBarred barred => barred.IncidentId,
        PossibleIncidentNoted noted => noted.OtherId,
        _ => null,
    };

    private static string Actor(Words words, KnownNames names, string id) => names.ById(id, words.IsArabic) ?? id;

    private static string Named(Words words, BilingualText name) => words.IsArabic ? name.Ar : name.En;

    private static string Join(string what, string more) => more.Length == 0 ? what : $"{what} – {more}";
}
