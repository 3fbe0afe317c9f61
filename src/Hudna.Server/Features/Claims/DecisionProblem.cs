using Hudna.Acts;

namespace Hudna.Server.Features.Claims;

/// <summary>Why a decision on a claim was not taken, with everything that was typed.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Draft">What was typed; null unless it was an edit.</param>
/// <param name="Reason">The reason typed.</param>
/// <param name="Messages">What is wrong, as keys of the interface's words with arguments.</param>
/// <param name="Since">What others did since the revision that was seen; empty unless it is a conflict.</param>
/// <param name="Incident">The incident's number as typed; null unless it was a link.</param>
public sealed record DecisionProblem(
    string ClaimId, ClaimDraft? Draft, string Reason, IReadOnlyList<FieldProblem> Messages, IReadOnlyList<Act> Since,
    string? Incident = null);

/// <summary>One thing wrong with a form.</summary>
/// <param name="Field">The form's field; empty for the whole.</param>
/// <param name="Key">Key of the sentence in the interface's words.</param>
/// <param name="Argument">What was typed; null when the sentence needs none.</param>
/// <param name="NameKey">Key of the field's label, for a sentence that names the field; null when it does not.</param>
public sealed record FieldProblem(string Field, string Key, string? Argument = null, string? NameKey = null);
