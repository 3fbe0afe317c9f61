using System.ComponentModel;
using Hudna.Rulings;
using Hudna.Server.Features.Rulings;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Messages;

/// <summary>Who reads messages, for which desk. Until there are accounts the name is taken on trust; that somebody of that name is at the
/// desk on the mission's day is looked up.</summary>
public sealed class MessageReader
{
    [FromQuery(Name = "desk"), Description("Id of the desk that reads: only what it may see is given")]
    public string? Desk { get; init; }

    [FromQuery(Name = "by"), Description("Who reads: a member of the desk on the mission's day")]
    public string? By { get; init; }

    /// <summary>The member meant; null when no desk has such a member on that day.</summary>
    internal Acting? On(DateOnly day, IReadOnlyList<Desk> desks) => Of(Desk, By, day, desks);

    /// <summary>The member meant; null when no desk has such a member on that day.</summary>
    internal static Acting? Of(string? desk, string? by, DateOnly day, IReadOnlyList<Desk> desks) =>
        Visit.CleanReviewer(by) is { } name && desks.FirstOrDefault(d => string.Equals(d.Id, desk, StringComparison.Ordinal)) is { } found && found.HasMember(name, day)
            ? new Acting(found, name) : null;
}
