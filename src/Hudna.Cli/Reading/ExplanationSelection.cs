using Hudna.Reading;

namespace Hudna.Cli.Reading;

/// <summary>Which mentions to explain: of some layers only, or only where some words stand.</summary>
/// <param name="Layers">Layers as the JSON calls them; empty for all.</param>
/// <param name="Words">Words of the text, Arabic spelling folded; null for everywhere.</param>
internal sealed record ExplanationSelection(IReadOnlyList<string> Layers, string? Words)
{
    internal static readonly string[] AllLayers = ["times", "places", "actors", "quantities", "statements", "events", "facts"];

    /// <summary>What the options ask for; null when no reasons are.</summary>
    /// <exception cref="BadInputException">A layer is none, or options that only narrow reasons stand without them.</exception>
    internal static ExplanationSelection? Of(bool explain, string? only, string? at)
    {
        if (!explain)
        {
            return only is null && at is null ? null : throw new BadInputException("--only and --at say what to explain: give --explain too.");
        }

        string[] layers = only?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return Array.Find(layers, l => !AllLayers.Contains(l, StringComparer.Ordinal)) is { } unknown
            ? throw new BadInputException($"--only {unknown}: no such layer; there are {string.Join(", ", AllLayers)}.")
            : new ExplanationSelection(layers, at);
    }

    /// <summary>Where the words stand, for one text; null when everywhere is meant.</summary>
    internal IReadOnlyList<Span>? Places(string text)
    {
        if (Words is null)
        {
            return null;
        }

        // Folding drops characters: each folded one is taken back to where it stands.
        (string folded, List<int> at) = Fold(text);
        (string sought, _) = Fold(Words.Trim());
        List<Span> places = [];
        for (int i = sought.Length == 0 ? -1 : folded.IndexOf(sought, StringComparison.Ordinal); i >= 0; i = folded.IndexOf(sought, i + 1, StringComparison.Ordinal))
        {
            places.Add(new Span(at[i], at[i + sought.Length - 1] + 1));
        }

        return places;
    }

    /// <summary>True when a mention is to be explained.</summary>
    /// <param name="layer">Its layer.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="places">Where the words stand, by <see cref="Places"/>.</param>
    internal bool Wants(string layer, IMention mention, IReadOnlyList<Span>? places) =>
        (Layers.Count == 0 || Layers.Contains(layer, StringComparer.Ordinal))
        && (places is null || places.Any(p => p.Overlaps(new Span(mention.Start, mention.End))));

    private static (string Folded, List<int> At) Fold(string text)
    {
        System.Text.StringBuilder folded = new(text.Length);
        List<int> at = [];
        for (int i = 0; i < text.Length; i++)
        {
            foreach (char c in SearchFold.Of(text[i].ToString()))
            {
                folded.Append(c);
                at.Add(i);
            }
        }

        return (folded.ToString(), at);
    }
}
