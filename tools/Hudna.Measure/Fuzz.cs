using System.Diagnostics;
using System.Globalization;
using Hudna.Fuzzing;
using Hudna.Reading.Arabic;

#pragma warning disable CA5394 // Seeded on purpose: a failure must repeat.

namespace Hudna.Measure;

/// <summary>Reads hostile text made from real text, for as long as wanted: nothing may throw or hang, spans must be slices, every run must say
/// the same bytes, and time may grow with the length only. Each text follows from its seed and the files, so a failure repeats.</summary>
internal sealed class Fuzz : IMeasure
{
    // Texts that are read before any is timed.
    private const int WarmUp = 500;
    private const int RepeatsEvery = 50;
    private const int LineEvery = 400;
    private const int LineLength = 1 << 20;
    private const int GrowthMax = 16;

    // A shorter text counts as one of so many characters, so that what a reading costs at least does not tell.
    private const int LengthTimed = 200;
    private const int AgainSlow = 3;
    private static readonly DateOnly s_published = new(2017, 1, 19);
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(2);

    private readonly List<string> _failures = [];

    // Milliseconds a thousand characters.
    private (double Rate, int Length, int Seed) _slowest;

    public string Name => "fuzz";

    public string Usage => "[--seconds N] [--seed N] FILE…  hostile texts made from " + Corpus.Usage;

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        (int seconds, int seed, List<string> files) = Arguments(arguments);
        string[] texts = [.. files.SelectMany(Corpus.Texts).Select(t => t.Text).Where(t => t.Length > 0)];
        if (texts.Length == 0)
        {
            throw new MeasureException("fuzz: the files hold no text");
        }

        Array.ForEach(texts[..Math.Min(WarmUp, texts.Length)], t => reader.Read("t", t, s_published));
        int first = seed;
        long start = Stopwatch.GetTimestamp(), begun = start;
        using Timer watchdog = new(_ => StopWhenHanging(Volatile.Read(ref begun), Volatile.Read(ref seed)), null, s_hangs, s_hangs);
        for (; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; seed++)
        {
            Volatile.Write(ref begun, Stopwatch.GetTimestamp());
            if (Try(reader, texts, seed) is { } failure)
            {
                _failures.Add($"seed {seed}: {failure}");
                output.WriteLine(_failures[^1]);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed - first} texts (seeds {first} to {seed - 1}) made from {texts.Length}, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {_failures.Count} failures"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest mutated text: {_slowest.Rate:0.00} ms a thousand characters ({_slowest.Length} characters, seed {_slowest.Seed})"));
        if (_failures.Count > 0)
        {
            throw new MeasureException($"fuzz: {_failures.Count} texts fail; --seed N --seconds 1 with the same files repeats one");
        }
    }

    // What is wrong with the reading of a seed's text; null when nothing is.
    private string? Try(ArabicReader reader, string[] texts, int seed)
    {
        Random random = new(seed);
        try
        {
            if (seed % LineEvery == 0)
            {
                return ReadingLaws.Broken(reader, HostileTexts.Line([.. Enumerable.Range(0, 50).Select(_ => HostileTexts.Mutated(texts, random))], random, LineLength), s_published);
            }

            if (seed % RepeatsEvery == 0)
            {
                string unit = HostileTexts.Unit(texts, random);
                return ReadingLaws.Broken(reader, HostileTexts.Repeated(unit, Growth.Short), s_published)
                    ?? (Growth.OutOfProportion(reader, unit, s_published, GrowthMax) is { } slow ? $"{slow}: {unit}" : null);
            }

            string text = HostileTexts.Mutated(texts, random);
            return ReadingLaws.Broken(reader, text, s_published) ?? ReadingLaws.Differing(reader, text, s_published, seed) ?? Timed(reader, text, seed);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    // Keeps the slowest text; no bound here, since a short time on a busy machine says little.
    private string? Timed(ArabicReader reader, string text, int seed)
    {
        double Rate(int runs) => Growth.Seconds(reader, text, s_published, runs) * 1e6 / Math.Max(text.Length, LengthTimed);

        // A text that seems slow is read again: a collection of garbage may have fallen into the first time.
        double rate = Rate(1);
        rate = rate > _slowest.Rate ? Math.Min(rate, Rate(AgainSlow)) : rate;
        _slowest = rate > _slowest.Rate ? (rate, text.Length, seed) : _slowest;
        return null;
    }

    // A rule without end cannot be stopped from outside; the process says which text it was and goes.
    private static void StopWhenHanging(long begun, int seed)
    {
        if (Stopwatch.GetElapsedTime(begun) > s_hangs)
        {
            Console.Error.WriteLine($"measure: fuzz: seed {seed} has been read for more than {s_hangs.TotalSeconds:0} s");
            Environment.Exit(1);
        }
    }

    private static (int Seconds, int Seed, List<string> Files) Arguments(string[] arguments)
    {
        int seconds = 60, seed = 1;
        List<string> files = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not ("--seconds" or "--seed"))
            {
                files.Add(arguments[i]);
                continue;
            }

            if (i + 1 == arguments.Length || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                throw new MeasureException($"fuzz: {arguments[i]} needs a whole number, 0 or more");
            }

            (seconds, seed) = arguments[i] == "--seconds" ? (value, seed) : (seconds, value);
            i++;
        }

        return files.Count > 0 ? (seconds, seed, files) : throw new MeasureException("fuzz: name at least one file to make texts from");
    }
}
