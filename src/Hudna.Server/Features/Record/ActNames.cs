using System.Diagnostics;
using Hudna.Acts;

namespace Hudna.Server.Features.Record;

/// <summary>The names of acts, as the record and the interface's words carry them.</summary>
internal static class ActNames
{
    public static string Of(ActBody body) => body switch
    {
        ReportFiled => "report_filed",
        ReportSourceNoted => "report_source_noted",
        ReportSuperseded => "report_superseded",
        ReportRemapped => "report_remapped",
        MappingKept => "mapping_kept",
        MappingWithdrawn => "mapping_withdrawn",
        ReportRead => "report_read",
        ReportLeftUnread => "report_left_unread",
        ClaimProposed => "claim_proposed",
        ClaimAccepted => "claim_accepted",
        ClaimEdited => "claim_edited",
        ClaimRejected => "claim_rejected",
        IncidentOpened => "incident_opened",
        ClaimLinked => "claim_linked",
        ClaimUnlinked => "claim_unlinked",
        ClaimBarred => "claim_barred",
        PossibleIncidentNoted => "possible_incident_noted",
        LinkWeightsAdopted => "link_weights_adopted",
        ActorAdded => "actor_added",
        PlaceAdded => "place_added",
        AgreementFiled => "agreement_filed",
        AdherenceRecorded => "adherence_recorded",
        ListingRecorded => "listing_recorded",
        DeskRecorded => "desk_recorded",
        IncidentAssessed => "incident_assessed",
        FindingRecorded => "finding_recorded",
        DeterminationMade => "determination_made",
        ComplaintLodged => "complaint_lodged",
        ComplaintMoved => "complaint_moved",
        ComplaintLinked => "complaint_linked",
        CoverageRecorded => "coverage_recorded",
        CoverageWithdrawn => "coverage_withdrawn",
        BulletinPublished => "bulletin_published",
        ImplementationRated => "implementation_rated",
        MessageDrafted => "message_drafted",
        MessageRevised => "message_revised",
        MessageDelivered => "message_delivered",
        MessageAnswered => "message_answered",
        MessageAnswerDelivered => "message_answer_delivered",
        MessageWithheld => "message_withheld",
        OperationPlanned => "operation_planned",
        OperationStageRecorded => "operation_stage_recorded",
        SourceGraded => "source_graded",
        CredibilitySet => "credibility_set",
        _ => throw new UnreachableException($"An act of a sort that this program does not know: {body.GetType().Name}."),
    };
}
