using Hudna.Incidents;

namespace Hudna.Store;

/// <summary>What a person decides on a claim.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="By">Who decides: a reviewer's or desk's name.</param>
/// <param name="Reason">Why; may be empty for accepting and linking only.</param>
public abstract record Decision(string ClaimId, string By, string Reason)
{
    /// <summary>The source says this.</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why; may be empty.</param>
    /// <param name="Revision">The revision that the person saw.</param>
    public sealed record Accept(string ClaimId, string By, string Reason, int Revision) : Decision(ClaimId, By, Reason);

    /// <summary>The source says something else.</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Revision">The revision that the person saw.</param>
    /// <param name="Content">What it says.</param>
    public sealed record Edit(string ClaimId, string By, string Reason, int Revision, ClaimContent Content) : Decision(ClaimId, By, Reason);

    /// <summary>The source says nothing of the sort.</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Revision">The revision that the person saw.</param>
    public sealed record Reject(string ClaimId, string By, string Reason, int Revision) : Decision(ClaimId, By, Reason);

    /// <summary>The claim is about an incident.</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why; may be empty.</param>
    /// <param name="IncidentId">The incident; null opens one for this claim. Where it is already: the machine then leaves it there.</param>
    public sealed record Link(string ClaimId, string By, string Reason, string? IncidentId) : Decision(ClaimId, By, Reason);

    /// <summary>The claim is not about the incident it is linked to.</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IncidentId">The incident it is linked to, as the person saw it.</param>
    public sealed record Unlink(string ClaimId, string By, string Reason, string IncidentId) : Decision(ClaimId, By, Reason);

    /// <summary>The claim is not about an incident that it is not linked to: the machine never links it there.</summary>
    /// <param name="ClaimId">The claim.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IncidentId">The incident.</param>
    public sealed record Bar(string ClaimId, string By, string Reason, string IncidentId) : Decision(ClaimId, By, Reason);
}
