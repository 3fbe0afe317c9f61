using Hudna.Reading.Arabic;

namespace Hudna.Measuring;

/// <summary>What `./hudna link` wrote against pairs of records that a person judged to be of the same incident or not.</summary>
/// <remarks>A pair is said to be the same when both records stand in one incident. Pairs judged unclear are counted and left out. Every
/// judged pair lies within some window (50 km and a day), so calling all of them the same is the baseline.</remarks>
internal sealed class LinkPairs : IMeasure
{
    private static readonly string[] s_yes = ["yes", "1", "true", "same"];
    private static readonly string[] s_no = ["no", "0", "false", "different"];

    public string Name => "link-pairs";

    public string Usage => "[--errors] OUT.csv JUDGED.csv   incidents linked (id,incident) against judged pairs (id_a,id_b,same: yes, no, unclear; stratum apart when given)";

    public void Run(ArabicReader reader, string[] arguments, TextWriter output)
    {
        string[] files = [.. arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        if (files is not [string outFile, string judgedFile])
        {
            throw new MeasureException("link-pairs: name what was linked (id,incident) and the judged pairs (id_a,id_b,same), two CSV files");
        }

        Measure(Mention.Read(outFile), JudgedPair.Read(judgedFile), arguments.Contains("--errors", StringComparer.Ordinal), output);
    }

    /// <summary>Scores and writes.</summary>
    public static void Measure(IReadOnlyList<Mention> linked, IReadOnlyList<JudgedPair> judged, bool errors, TextWriter output)
    {
        Dictionary<string, int> items = new(StringComparer.Ordinal);
        foreach (string id in linked.Select(m => m.Id).Concat(judged.SelectMany(p => new[] { p.A, p.B })))
        {
            items.TryAdd(id, items.Count);
        }

        Grouping found = new(items.Count, linked.Select(m => (items[m.Id], m.Incident)));
        HashSet<string> given = linked.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"judged    {judged.Count} pairs, {judged.Count(p => p.Same is null)} of them unclear and left out; {judged.Count(p => !given.Contains(p.A) || !given.Contains(p.B))} with a record that was not linked at all");
        foreach (string? stratum in judged.Select(p => p.Stratum).Distinct(StringComparer.Ordinal).Where(s => s.Length > 0).Order(StringComparer.Ordinal).Prepend(null))
        {
            JudgedPair[] pairs = [.. judged.Where(p => p.Same is not null && (stratum is null || p.Stratum == stratum))];
            Score score = default, all = default;
            foreach (JudgedPair pair in pairs)
            {
                score += Count(pair.Same == true, found.Together(items[pair.A], items[pair.B]));
                all += Count(pair.Same == true, true);
            }

            output.WriteLine($"{stratum ?? "all",-10}linked            {score}");
            output.WriteLine($"{string.Empty,-10}calling all same  {all}");
        }

        if (errors)
        {
            foreach (JudgedPair pair in judged.Where(p => p.Same is { } same && same != found.Together(items[p.A], items[p.B])))
            {
                output.WriteLine($"{(pair.Same == true ? "missed" : "wrong")}\t{pair.A}\t{pair.B}\t{pair.Why}");
            }
        }
    }

    private static Score Count(bool same, bool said) => new(same && said ? 1 : 0, !same && said ? 1 : 0, same && !said ? 1 : 0);

    /// <summary>Two records and what a person says of them.</summary>
    /// <param name="A">Id of the one.</param>
    /// <param name="B">Id of the other.</param>
    /// <param name="Same">Whether they tell of one incident; null when that is unclear.</param>
    /// <param name="Stratum">The part of the sample it was drawn for; empty when there is but one.</param>
    /// <param name="Why">The judge's reason; may be empty.</param>
    internal sealed record JudgedPair(string A, string B, bool? Same, string Stratum, string Why)
    {
        /// <summary>The rows of a CSV file with the columns id_a, id_b, same and perhaps stratum, why.</summary>
        /// <exception cref="MeasureException">No such file, no such columns, or a judgement of another form.</exception>
        public static List<JudgedPair> Read(string file) =>
        [
            .. Table.Read(file, ["id_a", "id_b", "same"], ["stratum", "why"])
                .Select(r => new JudgedPair(r["id_a"], r["id_b"], Judgement(file, r), r.GetValueOrDefault("stratum", string.Empty), r.GetValueOrDefault("why", string.Empty))),
        ];

        private static bool? Judgement(string file, Dictionary<string, string> row)
        {
            string said = row["same"].ToLowerInvariant();
            return s_yes.Contains(said) ? true
                : s_no.Contains(said) ? false
                : said is "unclear" or "" ? null
                : throw new MeasureException($"{file}: {row["id_a"]} and {row["id_b"]} are judged \"{row["same"]}\"; yes, no or unclear is expected");
        }
    }
}
