using Hudna.Agreements;
using Hudna.Rulings;
using Hudna.Server.Features.Settings;
using Hudna.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Rulings;

/// <summary>Who acts for which desk, as one choice of a form: <c>russia:Ivan</c>. There are no accounts yet: nobody checks it.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="Name">The member; stands as <c>By</c> on the act.</param>
public sealed record Acting(Desk Desk, string Name)
{
    internal const string Field = "as";

    /// <summary>What the form sends.</summary>
    public string Value => $"{Desk.Id}:{Name}";

    /// <summary>The choice that a form sent; null when no desk has such a member.</summary>
    internal static Acting? Of(string value, IReadOnlyList<Desk> desks) =>
        All(desks).FirstOrDefault(a => string.Equals(a.Value, value, StringComparison.Ordinal));

    /// <summary>Every member of every desk.</summary>
    internal static IEnumerable<Acting> All(IReadOnlyList<Desk> desks) =>
        desks.SelectMany(d => d.Members.Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Acting(d, name)));

    /// <summary>Those who are at a desk on a day.</summary>
    internal static IReadOnlyList<Acting> On(DateOnly day, IReadOnlyList<Desk> desks) => [.. All(desks).Where(a => a.Desk.HasMember(a.Name, day))];

    /// <summary>Those who record findings on a day: the people of the desks that speak for a member of the commission.</summary>
    internal static IReadOnlyList<Acting> Ruling(DateOnly day, Agreement? agreement, IReadOnlyList<Desk> desks)
    {
        HashSet<string> ruling = agreement?.CommissionOn(day) is { } commission
            ? [.. Decisions.Voices(commission, day, desks, []).Select(v => v.Desk?.Id).OfType<string>()] : [];
        return [.. On(day, desks).Where(a => ruling.Contains(a.Desk.Id))];
    }

    /// <summary>Keeps the name for the next form.</summary>
    internal void Remember(HttpContext http)
    {
        if (Visit.CleanReviewer(Name) is { } name)
        {
            SettingsEndpoint.RememberReviewer(http.Response, name);
        }
    }
}
