using System.ComponentModel;
using Hudna.Places;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Control;

/// <summary>Which places to show on which day, as the address has it.</summary>
public sealed class ControlQuery
{
    [FromQuery(Name = "on"), Description("The day, as 2016-12-22; without it, the mission's own day")]
    public string? On { get; init; }

    [FromQuery(Name = "holder"), Description("Only places that this group holds, besieges or is said by some to hold on that day: an id as the answer's groups have it")]
    public string? Holder { get; init; }

    [FromQuery(Name = "infrastructure"), Description("Only places where claims speak of it: water, crossing, airport, power, oil, road or hospital")]
    public string? Infrastructure { get; init; }

    internal (ControlFilter Filter, IReadOnlyList<string> Ignored) Read(DateOnly today, IReadOnlyList<HolderSign> groups)
    {
        var fields = new QueryFields();
        var filter = new ControlFilter(
            fields.Day("on", On) ?? today, fields.OneOf("holder", Holder, [.. groups.Select(g => g.Group.Id)]),
            fields.Vocabulary<Infrastructure>("infrastructure", Infrastructure));
        return (filter, fields.Ignored);
    }
}

/// <summary>Which places, on which day.</summary>
/// <param name="On">The day.</param>
/// <param name="Holder">Id of a group; null for any.</param>
/// <param name="Infrastructure">What is spoken of there; null for any.</param>
public sealed record ControlFilter(DateOnly On, string? Holder, Infrastructure? Infrastructure)
{
    internal bool HasInfrastructure(ControlPlace place) => Infrastructure is not { } kind || place.Infrastructure.Contains(kind);

    internal bool HasHolder(ControlOnDay day) => Holder is null || day.Groups.Any(g => string.Equals(g.Id, Holder, StringComparison.Ordinal));
}
