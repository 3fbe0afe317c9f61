using Hudna.Reading;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Claims;

/// <summary>A fact's codes in words.</summary>
internal static class FactText
{
    /// <summary>The most telling one first; none for claims without a detail.</summary>
    public static IReadOnlyList<string> Codes(Words words, FactDetail? detail)
    {
        return detail switch
        {
            RoundDetail d => [Name("round_status", d.Status), .. d.Format is { } format ? [Name("talks_format", format)] : Array.Empty<string>()],
            ParticipationDetail d => [Name("participation", d.Stance)],
            DelegationDetail d => [Name("delegation_role", d.Role)],
            TrackRelationDetail d => [Name("track_relation", d.Relation)],
            RoleDetail d => [Name("talks_role", d.Role)],
            PositionDetail d => [Name("position", d.Stance)],
            DealDetail d => [Name("deal_type", d.Type), Name("deal_step", d.Step)],
            CommitmentDetail d => [Name("commitment_basis", d.Basis)],
            OperationDetail d => [Name("operation_type", d.Type), Name("operation_stage", d.Stage)],
            ControlDetail d =>
                [Name("control_status", d.Status), .. d.Infrastructure is { } what ? [Name("infrastructure", what)] : Array.Empty<string>()],
            _ => [],
        };

        string Name<T>(string vocabulary, T value)
            where T : struct, Enum => words.Term(vocabulary, Wire.Name(value));
    }
}
