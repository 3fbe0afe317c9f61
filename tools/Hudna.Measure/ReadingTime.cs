using System.Diagnostics;
using System.Globalization;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>How long the slowest text of a corpus takes, once the reader is warm. A guard against rules whose cost grows faster than
/// the text.</summary>
internal sealed class ReadingTime : IMeasure
{
    private const int Shown = 5;
    private const int Runs = 3;

    public string Name => "time";

    public string Usage => "FILE…  slowest texts of " + Corpus.Usage;

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments.Length == 0)
        {
            throw new MeasureException("time needs at least one file");
        }

        List<(string Id, string Text)> texts = [.. arguments.SelectMany(Corpus.Texts)];
        foreach ((string id, string text) in texts)
        {
            reader.Read(id, text, new DateOnly(2017, 1, 19));
        }

        List<(double Milliseconds, string Id, int Length)> times = [];
        foreach ((string id, string text) in texts)
        {
            double best = double.MaxValue;
            for (int i = 0; i < Runs; i++)
            {
                long start = Stopwatch.GetTimestamp();
                reader.Read(id, text, new DateOnly(2017, 1, 19));
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Add((best, id, text.Length));
        }

        times.Sort((a, b) => b.Milliseconds.CompareTo(a.Milliseconds));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} texts, {texts.Sum(t => (long)t.Text.Length)} characters, slowest (best of {Runs}, warm):"));
        foreach ((double milliseconds, string id, int length) in times.Take(Shown))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds,9:0.00} ms  {length,8} characters  {id}"));
        }
    }
}
