using System.Globalization;
using System.Text.Json;
using Hudna.Reading;
using Hudna.Reading.Arabic;

namespace Hudna.Fuzzing;

/// <summary>What must hold of every reading, whatever the text. Compiled into the tests and into <c>./measure fuzz</c>.</summary>
internal static class ReadingLaws
{
    private const int Threads = 4;
    private static readonly string[] s_cultures = ["ar-SA", "fa-IR", "tr-TR", "en-US", ""];

    /// <summary>Reads a text and tells the first law of spans that the reading breaks; null when it keeps them all.</summary>
    public static string? Broken(ArabicReader reader, string text, DateOnly? published) => Broken(reader.Read("t", text, published), text);

    /// <summary>Tells the first law of spans that a reading of a text breaks; null when it keeps them all.</summary>
    public static string? Broken(DocumentReading reading, string text)
    {
        IEnumerable<IMention>[] layers = [reading.Times, reading.Places, reading.Actors, reading.Quantities, reading.Statements, reading.Events, reading.Facts];
        foreach (IEnumerable<IMention> layer in layers)
        {
            int start = 0;
            foreach (IMention mention in layer)
            {
                bool slice = mention.Start >= 0 && mention.End <= text.Length && mention.Start < mention.End && text[mention.Start..mention.End] == mention.Text;
                if (!slice || mention.Start < start || mention.Rule.Length == 0)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"{mention.GetType().Name} of {mention.Start} to {mention.End} ({mention.Rule}) is no slice of the text, out of order or without a rule");
                }

                start = mention.Start;
            }
        }

        return !reading.Events.All(e => e.ActorSpans.Select(s => s.Of(text)).SequenceEqual(e.Actors, StringComparer.Ordinal) && e.RecipientSpans.Select(s => s.Of(text)).SequenceEqual(e.Recipients, StringComparer.Ordinal))
            ? "an event's actors or recipients are not the slices that their spans name"
            : !reading.Statements.All(s => s.Speaker is null || s.SpeakerSpan!.Value.Of(text) == s.Speaker)
            ? "a statement's speaker is not the slice that its span names"
            : reading.Facts.SelectMany(Spans).Any(s => s.Start < 0 || s.End > text.Length || s.Start > s.End)
            ? "a fact names a span outside the text" : null;
    }

    /// <summary>Tells where a second reading of a text says other bytes than the first: again, in another culture, on several threads at
    /// once; null when all say the same.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="text">The text.</param>
    /// <param name="published">When it was published.</param>
    /// <param name="turn">Chooses the culture, one after another; the threads' turn comes every sixteenth time.</param>
    public static string? Differing(ArabicReader reader, string text, DateOnly? published, int turn)
    {
        string first = Json(reader, text, published), culture = s_cultures[turn % s_cultures.Length];
        if (Json(reader, text, published) != first)
        {
            return "read twice, it says other bytes";
        }

        if (InCulture(culture, () => Json(reader, text, published)) != first)
        {
            return $"read under the culture \"{culture}\", it says other bytes";
        }

        if (turn % 16 != 0)
        {
            return null;
        }

        string[] readings = new string[Threads];
        Parallel.For(0, Threads, i => readings[i] = Json(reader, text, published));
        return Array.TrueForAll(readings, r => r == first) ? null : "read on several threads at once, it says other bytes";
    }

    private static IEnumerable<Span> Spans(FactMention fact) =>
        fact.Actors.Concat(fact.Recipients).Append(fact.Speaker).OfType<FactParty>().Select(p => p.Span)
            .Concat(new[] { fact.PlaceSpan, fact.DestinationSpan, fact.Time?.Span, fact.NumberSpan }.OfType<Span>());

    private static T InCulture<T>(string name, Func<T> work)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Json(ArabicReader reader, string text, DateOnly? published) => JsonSerializer.Serialize(reader.Read("t", text, published));
}
