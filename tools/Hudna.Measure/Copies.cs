using System.Globalization;
using System.Text.Json;
using Hudna.Corroboration;
using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>Finds texts of a corpus that share their words, as the record does when reports are filed, and prints them group by group, so
/// that somebody who reads the texts can judge each group. Prints ids and shares, never a text.</summary>
internal sealed class Copies : IMeasure
{
    public string Name => "copies";

    public string Usage => "FILE.jsonl [least share of the shorter text]: groups of articles (id, text) with the same words; ids and shares, the first of a group is the longest";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        if (arguments.Length is < 1 or > 2 || !File.Exists(arguments[0]))
        {
            throw new MeasureException("copies needs a file of JSON Lines with id and text on each line; unpack it first.");
        }

        double least = arguments.Length == 2 ? double.Parse(arguments[1], CultureInfo.InvariantCulture) : TextOverlap.CopyMin;
        List<(string Id, string Text)> articles = [.. File.ReadLines(arguments[0]).Select((line, i) => Article(line, i + 1))];
        var holders = new Dictionary<ulong, List<long>>();
        var pairs = new List<(int Later, int Earlier, TextOverlap Overlap)>();
        for (int i = 0; i < articles.Count; i++)
        {
            var candidates = new CopyCandidates();
            foreach (ulong print in TextSignature.Of(articles[i].Text))
            {
                List<long> known = holders.TryGetValue(print, out List<long>? there) ? there : holders[print] = [];
                if (candidates.Add(known))
                {
                    known.Add(i);
                }
            }

            foreach (int other in candidates.Chosen().Select(c => (int)c))
            {
                var overlap = TextOverlap.Of(articles[i].Text, articles[other].Text);
                if (overlap.Shared >= TextOverlap.SharedMin && overlap.Containment >= least)
                {
                    pairs.Add((i, other, overlap));
                }
            }
        }

        foreach ((int later, int earlier, TextOverlap overlap) in pairs.OrderByDescending(p => p.Overlap.Containment).ThenByDescending(p => p.Overlap.Resemblance))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{articles[earlier].Id}\t{articles[later].Id}\tshared {overlap.Shared}\tof the shorter {overlap.Containment:0.00}\tof both {overlap.Resemblance:0.00}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"articles {articles.Count}, fingerprints {holders.Sum(h => (long)h.Value.Count)}, pairs {pairs.Count} ({pairs.Count(p => p.Overlap.IsSame)} one text as wholes), groups {Groups(articles.Count, pairs)}"));
    }

    private static int Groups(int count, List<(int Later, int Earlier, TextOverlap Overlap)> pairs)
    {
        int[] root = [.. Enumerable.Range(0, count)];
        int Find(int i) => root[i] == i ? i : root[i] = Find(root[i]);
        foreach ((int later, int earlier, _) in pairs)
        {
            root[Find(later)] = Find(earlier);
        }

        return Enumerable.Range(0, count).GroupBy(Find).Count(g => g.Count() > 1);
    }

    private static (string Id, string Text) Article(string line, int number)
    {
        try
        {
            using var article = JsonDocument.Parse(line);
            return (article.RootElement.GetProperty("id").GetString()!, article.RootElement.GetProperty("text").GetString()!);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new MeasureException($"line {number}: an object with id and text is expected ({e.Message})");
        }
    }
}
