using System.Diagnostics;
using System.Globalization;
using Hudna.Fuzzing;
using Hudna.Store;

#pragma warning disable CA5394 // Seeded on purpose: a failure must repeat.

namespace Hudna.Tests.Reading;

/// <summary>The reader against mutated reports and hostile text: nothing throws, the laws hold, every run says the same bytes, and time
/// grows with the text's length only. HUDNA_FUZZ_SECONDS sets how long (60 in CI, where CI=true; else 20), HUDNA_FUZZ_SEED where it starts
/// (1), HUDNA_FUZZ_TEXTS a folder of further texts. A failure names its seed. <c>./measure fuzz</c> is the same by hand, on any files.</summary>
public sealed class ReaderFuzzTests
{
    private const int SecondsDefault = 20;
    private const int SecondsInCi = 60;
    private const int LongFactor = 16;
    private static readonly DateOnly s_published = new(2017, 1, 19);

    public static TheoryData<string, string> Repeats() => [.. HostileTexts.Repeats.Select(r => new TheoryDataRow<string, string>(r.Family, r.Unit))];

    [Fact]
    public void MutatedReports_KeepTheLaws_AndSayTheSameEverywhere()
    {
        string[] texts = [.. Seeds()];
        int seconds = Setting("HUDNA_FUZZ_SECONDS", Environment.GetEnvironmentVariable("CI") is "true" ? SecondsInCi : SecondsDefault);
        int seed = Setting("HUDNA_FUZZ_SEED", 1);
        long start = Stopwatch.GetTimestamp();
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; seed++)
        {
            string text = HostileTexts.Mutated(texts, new Random(seed));
            try
            {
                Assert.Null(ReadingLaws.Broken(Reader.Arabic, text, s_published) ?? ReadingLaws.Differing(Reader.Arabic, text, s_published, seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"HUDNA_FUZZ_SEED={seed}: {e.Message}", e);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Repeats))]
    public void HostileRepeats_TakeTimeInProportion(string family, string unit)
    {
        string? slow = Growth.OutOfProportion(Reader.Arabic, unit, s_published, LongFactor);
        Assert.True(slow is null, $"{family}: {slow}");
    }

    [Fact]
    public void OneLineOfAMillion_KeepsTheLaws() =>
        Assert.Null(ReadingLaws.Broken(Reader.Arabic, HostileTexts.Line([.. HostileTexts.Repeats.Select(r => r.Unit)], new Random(7), 1 << 20), s_published));

    /// <summary>The laws tell a reading that is not of the text.</summary>
    [Fact]
    public void ReadingOfAnotherText_BreaksTheLaws()
    {
        const string text = "قال وزير الخارجية الروسي أمس إن الهدنة في حلب صامدة.";
        Assert.Null(ReadingLaws.Broken(Reader.Read(text, "2017-01-19"), text));
        Assert.NotNull(ReadingLaws.Broken(Reader.Read(text, "2017-01-19"), " " + text));
        Assert.NotNull(ReadingLaws.Broken(Reader.Read(text, "2017-01-19"), text[..^12]));
    }

    [Fact]
    public void SameSeed_SameText()
    {
        string[] texts = [.. Seeds()];
        Assert.Equal(HostileTexts.Mutated(texts, new Random(11)), HostileTexts.Mutated(texts, new Random(11)));
        Assert.NotEqual(HostileTexts.Mutated(texts, new Random(11)), HostileTexts.Mutated(texts, new Random(12)));
    }

    private static IEnumerable<string> Seeds()
    {
        string? more = Environment.GetEnvironmentVariable("HUDNA_FUZZ_TEXTS");
        return Directory.EnumerateFiles(Path.Combine(DataFolders.Find("missions/astana"), "reports"), "*.txt")
            .Concat(more is null ? [] : Directory.EnumerateFiles(more, "*.txt")).Order(StringComparer.Ordinal).Select(File.ReadAllText);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
