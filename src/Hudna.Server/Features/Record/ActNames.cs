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
        ReportRead => "report_read",
        ReportLeftUnread => "report_left_unread",
        ClaimProposed => "claim_proposed",
        ClaimAccepted => "claim_accepted",
        ClaimEdited => "claim_edited",
        ClaimRejected => "claim_rejected",
        IncidentOpened => "incident_opened",
        ClaimLinked => "claim_linked",
        ClaimUnlinked => "claim_unlinked",
        ActorAdded => "actor_added",
        PlaceAdded => "place_added",
        _ => throw new UnreachableException($"An act of a sort that this program does not know: {body.GetType().Name}."),
    };
}
