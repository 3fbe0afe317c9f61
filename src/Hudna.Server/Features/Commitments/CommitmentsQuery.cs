using System.ComponentModel;
using Hudna.Reading;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Commitments;

/// <summary>Which commitments to show, as the address has it.</summary>
public sealed class CommitmentsQuery
{
    internal const int PageSize = 50;

    /// <summary>Stands in the address for commitments that nobody rated.</summary>
    internal const string NotRated = "none";

    internal static readonly IReadOnlyList<string> Levels = ["0", "1", "2", "3", NotRated];

    [FromQuery(Name = "actor"), Description("Id of an actor who promised, or its name when only one has it")]
    public string? Actor { get; init; }

    [FromQuery(Name = "basis"), Description("Where it was promised: agreement, joint_statement or speech")]
    public string? Basis { get; init; }

    [FromQuery(Name = "level"), Description("How far it was carried out: 0 not initiated, 1 minimal, 2 intermediate, 3 full, none for not rated")]
    public string? Level { get; init; }

    [FromQuery(Name = "overdue"), Description("1 for those overdue")]
    public string? Overdue { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    /// <summary>What was asked for, and the fields of the address that say nothing it can use.</summary>
    /// <param name="actor">What the field for the actor means.</param>
    internal (CommitmentChoice Choice, IReadOnlyList<string> Ignored) ToChoice(NameField actor)
    {
        var fields = new QueryFields();
        var choice = new CommitmentChoice(
            actor, fields.Vocabulary<CommitmentBasis>("basis", Basis), fields.OneOf("level", Level, Levels), fields.Flag("overdue", Overdue),
            fields.Offset(Page, PageSize));
        return (choice, actor.Problem is null ? fields.Ignored : [.. fields.Ignored, $"actor={Actor}"]);
    }
}

/// <summary>What was asked for; null leaves a field open.</summary>
/// <param name="Actor">What the field for the actor means.</param>
/// <param name="Basis">Where it was promised.</param>
/// <param name="Level">0 to 3, or <c>none</c> for those not rated.</param>
/// <param name="Overdue">Only those overdue.</param>
/// <param name="Offset">Rows to leave out first.</param>
public sealed record CommitmentChoice(NameField Actor, CommitmentBasis? Basis, string? Level, bool Overdue, int Offset);
