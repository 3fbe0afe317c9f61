using Hudna.Incidents;

namespace Hudna.Server.Features.Claims;

/// <summary>What a claim needs by its kind, told at the form's fields and in the reviewer's language. The record checks the same again.</summary>
internal static class FactNeeds
{
    public static IEnumerable<FieldProblem> Of(ClaimContent content)
    {
        if (Actors(content.Kind) is { } actors && content.Actors.Count == 0)
        {
            yield return new FieldProblem("actor_id", actors);
        }

        if (Recipient(content.Kind) is { } recipient && content.Recipients.Count != 1)
        {
            yield return new FieldProblem("recipient_id", recipient);
        }

        if (content is { Kind: ClaimKind.Position, Speaker: null })
        {
            yield return new FieldProblem("speaker_id", "entry.problem.speaker_position");
        }

        if (content is { Kind: ClaimKind.Control, Place: null })
        {
            yield return new FieldProblem("place_id", "entry.problem.place_control");
        }

        if (content is { Kind: ClaimKind.Operation, Place: null, Destination: null, Recipients.Count: 0 })
        {
            yield return new FieldProblem("place_id", "entry.problem.operation");
        }

        if (content is { Kind: ClaimKind.Figure, Number: null })
        {
            yield return new FieldProblem("number_low", "entry.problem.number");
        }
    }

    private static string? Actors(ClaimKind kind) => kind switch
    {
        ClaimKind.Delegation => "entry.problem.actors_delegation",
        ClaimKind.Role => "entry.problem.actors_role",
        ClaimKind.Commitment => "entry.problem.actors_commitment",
        _ => null,
    };

    private static string? Recipient(ClaimKind kind) => kind switch
    {
        ClaimKind.Participation => "entry.problem.recipients_participation",
        ClaimKind.Delegation => "entry.problem.recipients_delegation",
        _ => null,
    };
}
