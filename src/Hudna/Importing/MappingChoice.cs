namespace Hudna.Importing;

/// <summary>Which mapping a table is read by.</summary>
public static class MappingChoice
{
    /// <summary>True when a header is one that a kept mapping or a layout knows.</summary>
    public static bool IsKnown(IReadOnlyList<string> header, IReadOnlyList<Mapping> own) => own.Any(m => Fits(m, header)) || Layouts.Of(header) is not null;

    /// <summary>The mapping for a header: the last one kept by people that fits, else the layout that it is recognised as, else one proposed by
    /// the names of its columns.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="own">Mappings kept by people, latest last.</param>
    /// <param name="layout">The layout asked for; null to recognise it.</param>
    /// <param name="name">What to call a proposed one: the file's name.</param>
    /// <param name="form">The form of an export; null when there is none.</param>
    public static Mapping Of(IReadOnlyList<string> header, IReadOnlyList<Mapping> own, string? layout, string name, FormQuestions? form) =>
        own.LastOrDefault(m => Fits(m, header) && (layout is null || string.Equals(m.Layout, layout, StringComparison.Ordinal)))
        ?? (layout is null ? form is null ? Layouts.Of(header) : null : Layouts.Named(layout)) ?? MappingProposal.Of(header, name, form);

    // One made from a layout fits what the layout fits; one proposed for a header fits that header, with more columns or without.
    private static bool Fits(Mapping mapping, IReadOnlyList<string> header) => Layouts.Fits(mapping, header);
}
