using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>A report as corroboration looks at it.</summary>
/// <param name="Id">The report.</param>
/// <param name="Sources">Every source that handed in this very text, first one first.</param>
/// <param name="Published">Its date; null when not known.</param>
/// <param name="Confidentiality">Who may see it.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsRow">Whether it is a row of a table.</param>
/// <param name="Outlets">Outlets that the reader found named in it, in order of position.</param>
public sealed record SourceReport(
    string Id, IReadOnlyList<ReportSource> Sources, DateOnly? Published, Confidentiality Confidentiality, string Text, bool IsRow,
    IReadOnlyList<OutletMention> Outlets);

/// <summary>An outlet that a report names.</summary>
/// <param name="Text">The report's words.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="ActorId">Id in the mission's actors; null when not recognised.</param>
/// <param name="Name">Usual English name; null when not recognised.</param>
public sealed record OutletMention(string Text, Span Span, string? ActorId, string? Name)
{
    /// <summary>The outlets of a reading: its mentions of media, each at its place.</summary>
    public static IReadOnlyList<OutletMention> Of(DocumentReading reading) =>
    [
        .. reading.Actors.Where(a => a.Type == ActorType.Media).OrderBy(a => a.Start).ThenBy(a => a.End)
            .Select(a => new OutletMention(a.Text, new Span(a.Start, a.End), a.ActorId, a.Name)),
    ];
}
