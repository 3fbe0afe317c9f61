#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.
using System.Reflection;
using System.Text.Json;
using Hudna.Reading;
using Xunit.v3;

namespace Hudna.Tests.Reading.Facts;

/// <summary>What must hold of the facts of every text: own sentences shuffled and cut, from a fixed seed.</summary>
public sealed class FactRulesLawTests
{
    private const int Texts = 500;
    private const int Seed = 20170120;

    private static readonly string[] s_sentences = [.. typeof(FactRulesTableTests).GetMethods()
        .SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>()).Select(a => (string)a.Data[0]!)];

    [Fact]
    public void ShuffledAndCutSentences_SpansAreSlicesInOrder_AndTheSameTwice()
    {
        Random random = new(Seed);
        for (int n = 0; n < Texts; n++)
        {
            string text = Cut(random, string.Join(random.Next(2) == 0 ? " " : "\n", random.GetItems(s_sentences, random.Next(1, 12))));
            DocumentReading reading = Reader.Read(text, "2017-01-20");
            Assert.Equal(reading.Facts.OrderBy(f => f.Start).ThenBy(f => f.End), reading.Facts);
            Assert.All(reading.Facts, f => Keeps(f, text));
            Assert.Equal(Json(reading), Json(Reader.Read(text, "2017-01-20")));
        }
    }

    // Words swapped, a piece taken out: sentences that nobody wrote.
    private static string Cut(Random random, string text)
    {
        string[] words = text.Split(' ');
        for (int n = random.Next(4); n > 0; n--)
        {
            int one = random.Next(words.Length), other = random.Next(words.Length);
            (words[one], words[other]) = (words[other], words[one]);
        }

        string joined = string.Join(' ', words);
        int from = random.Next(joined.Length), length = random.Next(Math.Min(20, joined.Length - from));
        return joined.Remove(from, length);
    }

    private static void Keeps(FactMention fact, string text)
    {
        Assert.True(fact.Start >= 0 && fact.Start < fact.End && fact.End <= text.Length);
        Assert.Equal(text[fact.Start..fact.End], fact.Text);
        Assert.NotEmpty(fact.Rule);
        Span?[] spans = [fact.PlaceSpan, fact.DestinationSpan, fact.NumberSpan, fact.Time?.Span, fact.Speaker?.Span, .. fact.Actors.Concat(fact.Recipients).Select(p => (Span?)p.Span)];
        Assert.All(spans.OfType<Span>(), s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= text.Length));
        Phrase?[] phrases = fact.Detail switch
        {
            ParticipationDetail p => [p.Condition, p.Basis],
            ControlDetail c => [c.Part],
            OperationDetail o => [o.Route],
            _ => [],
        };
        Assert.All(phrases.OfType<Phrase>(), p => Assert.Equal(p.Span!.Value.Of(text), p.Text));
    }

    private static string Json(DocumentReading reading) => JsonSerializer.Serialize(reading.Facts);
}
