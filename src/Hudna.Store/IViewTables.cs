using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Commitments;
using Hudna.Corroboration;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Linking;
using Hudna.Rulings;

namespace Hudna.Store;

/// <summary>What a store offers the projection: states by id, and where to put them. All within one transaction.</summary>
internal interface IViewTables : IMechanismTables, ICorroborationTables, ILinkTables
{
    Report? Report(string id);

    Claim? Claim(string id);

    (string Id, int Number)? Incident(string id);

    bool IsAdded(string subject);

    IReadOnlyList<Claim> ClaimsOf(string incidentId);

    IReadOnlyList<string> IncidentsOf(string reportId);

    IncidentFacts? Facts(string incidentId);

    KeptMapping? Mapping(string id);

    /// <summary>Id of the report with the latest content of a row; null when none is of that row.</summary>
    string? LatestOfRow(string register, string id);

    void Put(KeptMapping mapping);

    void Put(Report report, long? readAct);

    void Put(Claim claim, long? proposedAct);

    /// <param name="incident">The incident.</param>
    /// <param name="changed">Sequence number of the last act that changed it; a later one that is already there stays.</param>
    void Put(Incident incident, long changed);

    /// <summary>Notes that an incident is to be assessed again.</summary>
    void MarkStale(string incidentId);

    /// <summary>Notes that all incidents are to be assessed again.</summary>
    void MarkAllStale();
}

/// <summary>The tables of the mechanism.</summary>
internal interface IMechanismTables : IMessageTables, IOperationTables, IGradeTables
{
    bool HasOriginal(string sha256);

    AgreementState? Agreement();

    IReadOnlyList<Desk> Desks();

    /// <summary>Findings on an incident, in order of the desks' first acts.</summary>
    IReadOnlyList<Finding> Findings(string incidentId);

    Determination? Determination(string incidentId);

    Complaint? Complaint(string id);

    int LastComplaintNumber();

    CoverageRecord? Coverage(string id);

    ImplementationRecord? Implementation(string subject);

    bool IsBulletin(string id);

    int LastBulletinNumber();

    void Put(AgreementState agreement);

    void Put(Desk desk, long act);

    void Put(string incidentId, IncidentAssessment assessment, long act);

    void Put(Finding finding, Agreeing agreeing);

    void Put(Determination determination);

    void Put(Complaint complaint);

    void Put(CoverageRecord record);

    void Put(Bulletin bulletin);

    void Put(ImplementationRecord record);
}

/// <summary>What of an incident decides whether an act on it may be appended.</summary>
/// <param name="First">First day that it can mean; null when not known.</param>
/// <param name="Changed">Sequence number of the last act that changed its claims or their sources.</param>
internal sealed record IncidentFacts(DateOnly? First, long Changed);

/// <summary>The tables of corroboration.</summary>
internal interface ICorroborationTables
{
    /// <summary>True when there is such a source that is free to be shown.</summary>
    bool HasSource(string id);

    /// <summary>A report as corroboration looks at it; null when there is none such.</summary>
    SourceReport? SourceReport(string id);

    /// <summary>Pairs of reports that share their words, one of the two being this one.</summary>
    IReadOnlyList<TextCopy> CopiesOf(string reportId);

    /// <summary>Keeps the outlets that a reading found named in a report.</summary>
    void PutOutlets(string reportId, IReadOnlyList<OutletMention> outlets);

    /// <summary>Keeps an incident's corroboration, and brings the tallies of its sources up to date.</summary>
    void Put(string incidentId, IncidentCorroboration corroboration);
}

/// <summary>The table of grades.</summary>
internal interface IGradeTables
{
    GradeHistory? Grades(string subject);

    void Put(GradeHistory grades);
}

/// <summary>The tables of linking.</summary>
internal interface ILinkTables : ITellings
{
    /// <summary>All claims that stand in a report.</summary>
    IReadOnlyList<Claim> ClaimsIn(string reportId);

    /// <summary>Keeps the tellings of a report in place of those it had.</summary>
    void PutTellings(string reportId, IReadOnlyList<Telling> tellings);

    /// <summary>Notes that two incidents may be one; without evidence, that they no longer may.</summary>
    void PutPossible(string incidentId, string otherId, LinkEvidence? evidence);

    /// <summary>Counts a claim that went from one incident to another.</summary>
    void PutHeir(string incidentId, string heirId);

    /// <summary>Adopts weights.</summary>
    void Put(AdoptedWeights weights);

    /// <summary>Sequence number of the act that adopted the weights in force; 0 when none did.</summary>
    long WeightsAct();

    /// <summary>The weights in force.</summary>
    LinkWeights Weights();
}
