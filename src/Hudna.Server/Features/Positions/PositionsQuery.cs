using System.ComponentModel;
using Hudna.Server.Hosting;
using Hudna.Talks;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Positions;

/// <summary>Which positions to show, as the address has it.</summary>
public sealed class PositionsQuery
{
    [FromQuery(Name = "from"), Description("Said on this day or later, as 2017-01-09")]
    public string? From { get; init; }

    [FromQuery(Name = "as_of"), Description("Said on this day or before")]
    public string? AsOf { get; init; }

    [FromQuery(Name = "topic"), Description("On this topic, by its id; contradictions with everything stay")]
    public string? Topic { get; init; }

    [FromQuery(Name = "group"), Description("By those who speak for this actor, by its id")]
    public string? Group { get; init; }

    /// <summary>What to show, and the fields of the address that say nothing it can use.</summary>
    /// <param name="all">All positions: their topics and groups can be asked for.</param>
    internal (PositionScope Scope, IReadOnlyList<string> Ignored) Read(PositionMatrix all)
    {
        var fields = new QueryFields();
        var scope = new PositionScope(
            fields.Day("from", From), fields.Day("as_of", AsOf), fields.OneOf("topic", Topic, all.Topics),
            fields.OneOf("group", Group, [.. all.Groups.Select(g => g.Key)]));
        return scope.From > scope.AsOf ? (scope with { From = null }, [.. fields.Ignored, $"from={From}"]) : (scope, fields.Ignored);
    }
}
