using Hudna.Acts;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Rulings;

namespace Hudna.Store;

/// <summary>The part of the projection that is about the mechanism. Its states are small and written at once; the agreement and the
/// desks are kept for the length of a transaction, because almost every act asks for them.</summary>
/// <param name="views">The tables.</param>
/// <param name="factsOf">An incident as the acts so far make it; null when there is none such.</param>
/// <param name="hasReport">Whether there is such a report.</param>
/// <param name="claimOf">A claim as the acts so far make it; null when there is none such.</param>
/// <param name="hasIncident">Whether there is an incident of such a number.</param>
/// <param name="hasSource">Whether there is a source of such an id.</param>
internal sealed class MechanismProjection(
    IMechanismTables views, Func<string, IncidentFacts?> factsOf, Func<string, bool> hasReport, Func<string, Claim?> claimOf, Func<int, bool> hasIncident,
    Func<string, bool> hasSource)
{
    private AgreementState? agreement;
    private bool isAgreementRead;
    private IReadOnlyList<Desk>? desks;

    private IReadOnlyList<Desk> Desks => desks ??= views.Desks();

    public static bool Takes(ActBody body) =>
        AgreementState.Takes(body) || DeskState.Takes(body) || RulingState.Takes(body) || ComplaintState.Takes(body)
        || CoverageRecordState.Takes(body) || ImplementationState.Takes(body) || MessageState.Takes(body) || OperationState.Takes(body)
        || GradingState.Takes(body)
        || body is IncidentAssessed or BulletinPublished;

    /// <summary>What forbids an act now; null when nothing does.</summary>
    public ActProblem? Problem(Act act) => act.Body switch
    {
        AgreementFiled filed => AgreementActCheck.Problem(Agreement(), views.HasOriginal(filed.OriginalSha256), act),
        AdherenceRecorded or ListingRecorded => AgreementActCheck.Problem(Agreement(), hasOriginal: true, act),
        DeskRecorded => DeskCheck.Problem(Desks, act),
        IncidentAssessed => AssessmentCheck.Problem(Agreement(), factsOf(act.Subject)?.Changed, act),
        FindingRecorded => RulingCheck.Finding(Ground(act.Subject), act),
        DeterminationMade => RulingCheck.Determination(Ground(act.Subject), act),
        var body when ComplaintState.Takes(body) => OnComplaint(act),
        var body when CoverageRecordState.Takes(body) => CoverageCheck.Problem(views.Coverage(act.Subject), act),
        ImplementationRated => ImplementationCheck.Problem(
            new ImplementationGround(views.Implementation(act.Subject), claimOf(act.Subject), Agreement()?.Agreement, Has), act),
        BulletinPublished published => BulletinCheck.Problem(
            views.LastBulletinNumber(), views.IsBulletin(act.Subject), views.HasOriginal(published.Sha256), act),
        var body when MessageState.Takes(body) => OnMessage(act),
        var body when OperationState.Takes(body) => OperationCheck.Problem(views.Operation(act.Subject), hasIncident, act),
        SourceGraded => GradingCheck.Problem(views.Grades(act.Subject), hasSource(act.Subject), act),
        CredibilitySet => GradingCheck.Problem(views.Grades(act.Subject), factsOf(act.Subject) is not null, act),
        _ => null,
    };

    /// <summary>Applies an act that was checked.</summary>
    public void Apply(Act act)
    {
        switch (act.Body)
        {
            case var body when AgreementState.Takes(body):
                agreement = AgreementState.Apply(Agreement(), act);
                views.Put(agreement);
                break;
            case DeskRecorded:
                views.Put(DeskState.Apply(DeskOf(act.Subject), act), act.Sequence);
                desks = null;
                break;
            case IncidentAssessed assessed:
                views.Put(act.Subject, assessed.Assessment, act.Sequence);
                break;
            case FindingRecorded recorded:
                PutFinding(act, recorded);
                break;
            case DeterminationMade made:
                views.Put(RulingState.Apply(
                    views.Determination(act.Subject), act, Agreement()?.Agreement.CommissionOn(made.Content.On), Desks, views.Findings(act.Subject)));
                break;
            case var body when ComplaintState.Takes(body):
                views.Put(ComplaintState.Apply(views.Complaint(act.Subject), act));
                break;
            case var body when CoverageRecordState.Takes(body):
                views.Put(CoverageRecordState.Apply(views.Coverage(act.Subject), act));
                break;
            case ImplementationRated:
                views.Put(ImplementationState.Apply(views.Implementation(act.Subject), act));
                break;
            case var body when MessageState.Takes(body):
                views.Put(MessageState.Apply(views.Message(act.Subject), act), act);
                break;
            case var body when OperationState.Takes(body):
                views.Put(OperationState.Apply(views.Operation(act.Subject), act));
                break;
            case var body when GradingState.Takes(body):
                views.Put(GradingState.Apply(views.Grades(act.Subject), act));
                break;
            case BulletinPublished p:
                views.Put(new Bulletin(act.Subject, p.Number, p.From, p.Until, p.State, p.Sha256, act.At, act.By));
                break;
        }
    }

    private void PutFinding(Act act, FindingRecorded recorded)
    {
        IReadOnlyList<Finding> before = views.Findings(act.Subject);
        Finding? own = before.FirstOrDefault(f => string.Equals(f.DeskId, recorded.DeskId, StringComparison.Ordinal));
        Finding finding = RulingState.Apply(own, act);
        views.Put(finding, AgreeingOf(before.Where(f => f != own).Append(finding)));
    }

    private static Agreeing AgreeingOf(IEnumerable<Finding> findings)
    {
        List<Ruling> rulings = [.. findings.Select(f => f.Content.Ruling).Where(r => r != Ruling.Pending)];
        return rulings.Count switch
        {
            0 => Agreeing.None,
            1 => Agreeing.Single,
            _ => rulings.TrueForAll(r => r == rulings[0]) ? Agreeing.Agreed : Agreeing.Diverging,
        };
    }

    private RulingGround Ground(string incidentId)
    {
        IncidentFacts? facts = factsOf(incidentId);
        return new RulingGround(
            facts is not null, facts?.First, Agreement()?.Agreement, Desks, views.Findings(incidentId), views.Determination(incidentId));
    }

    private ActProblem? OnComplaint(Act act)
    {
        Complaint? before = views.Complaint(act.Subject);
        string? incidentId = act.Body switch
        {
            ComplaintLodged lodged => lodged.Content.IncidentId,
            ComplaintLinked linked => linked.IncidentId,
            _ => before?.Content.IncidentId,
        };
        return ComplaintCheck.Problem(
            before,
            new ComplaintGround(
                views.LastComplaintNumber(), Agreement()?.Agreement, Desks, incidentId is not null && factsOf(incidentId) is not null,
                act.Body is ComplaintLodged { Content.ReportId: { } reportId } && hasReport(reportId),
                incidentId is null ? null : views.Determination(incidentId)),
            act);
    }

    private bool Has(EvidenceRef evidence) => evidence.Kind switch
    {
        EvidenceKind.Claim => claimOf(evidence.Id) is not null,
        EvidenceKind.Incident => factsOf(evidence.Id) is not null,
        EvidenceKind.Report => hasReport(evidence.Id),
        _ => false,
    };

    private ActProblem? OnMessage(Act act)
    {
        Talks.Message? before = views.Message(act.Subject);
        return MessageCheck.Problem(
            before, new MessageGround(before is null ? 0 : views.LastMessageNumber(before.Content), Agreement()?.Agreement, Desks), act);
    }

    private Desk? DeskOf(string id) => Desks.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal));

    private AgreementState? Agreement()
    {
        if (!isAgreementRead)
        {
            agreement = views.Agreement();
            isAgreementRead = true;
        }

        return agreement;
    }
}
