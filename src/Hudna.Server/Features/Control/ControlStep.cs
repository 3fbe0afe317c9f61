using System.Globalization;
using Hudna.Places;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Control;

/// <summary>How a place looks from a day on, in words of the page: what the page draws for its day, and the slider's script for any other.</summary>
/// <param name="From">First day; the place looks so until the next step.</param>
/// <param name="Look">Class of its sign.</param>
/// <param name="Mark">What is written in the sign.</param>
/// <param name="Groups">Ids of the groups concerned, for the filter.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Since">Since when, and how well that is known.</param>
/// <param name="Siege">By whom it is besieged; empty when by nobody.</param>
/// <param name="Parts">Its parts; empty when none.</param>
internal sealed record ControlStep(
    string From, string Look, string Mark, IReadOnlyList<string> Groups, string Holder, string Since, string Siege, string Parts)
{
    private const string Beginning = "0001-01-01";

    /// <summary>All steps of a place in order; the first begins before all days.</summary>
    public static IReadOnlyList<ControlStep> Of(ControlPlace place, ControlText text) =>
    [
        On(place, text, DateOnly.MinValue) with { From = Beginning },
        .. place.Changes.Where(d => d > DateOnly.MinValue).Select(d => On(place, text, d)),
    ];

    /// <summary>The step that a day lies in.</summary>
    public static ControlStep At(IReadOnlyList<ControlStep> steps, DateOnly day) =>
        steps.Last(s => string.CompareOrdinal(s.From, Dates.Iso(day)) <= 0);

    private static ControlStep On(ControlPlace place, ControlText text, DateOnly day)
    {
        ControlOnDay on = place.On(day);
        IReadOnlyList<HolderGroup> holders = on.Whole?.Holders ?? [];
        (string look, string mark) = text.Sign(on.State, holders);
        return new ControlStep(
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), look, mark, [.. on.Groups.Select(g => g.Id)], text.State(on.State, holders),
            on.Whole is { } whole ? text.Since(whole) : "", on.Siege is { } siege ? text.Siege(siege) : "", text.Parts(on.Parts));
    }
}
