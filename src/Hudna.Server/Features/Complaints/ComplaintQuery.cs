using System.ComponentModel;
using Hudna.Rulings;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Complaints;

/// <summary>Which complaints to list, as the address has it.</summary>
public sealed class ComplaintQuery
{
    internal const int PageSize = 50;

    [FromQuery(Name = "stage"), Description("At this stage, as investigated")]
    public string? Stage { get; init; }

    [FromQuery(Name = "desk"), Description("Lodged by this desk")]
    public string? Desk { get; init; }

    [FromQuery(Name = "overdue"), Description("1 for those whose next stage is overdue")]
    public string? Overdue { get; init; }

    [FromQuery(Name = "open"), Description("1 leaves out those closed")]
    public string? Open { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    /// <summary>The choice, and the fields of the address that say nothing it can use.</summary>
    internal (ComplaintChoice Choice, IReadOnlyList<string> Ignored) ToChoice(IReadOnlyList<Desk> desks)
    {
        var fields = new QueryFields();
        var choice = new ComplaintChoice(
            fields.Vocabulary<ComplaintStage>("stage", Stage), fields.OneOf("desk", Desk, [.. desks.Select(d => d.Id)]),
            fields.Flag("overdue", Overdue), fields.Flag("open", Open), fields.Offset(Page, PageSize));
        return (choice, fields.Ignored);
    }
}

/// <summary>Which complaints to list; null leaves a field open.</summary>
public sealed record ComplaintChoice(ComplaintStage? Stage, string? DeskId, bool Overdue, bool Open, int Offset)
{
    internal ComplaintFilter Filter => new() { Stage = Stage, DeskId = DeskId, Open = Open || Overdue };
}
