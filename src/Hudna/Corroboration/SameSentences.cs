using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>The sentences that make an incident's claims, so that a claim finds an earlier report with the same words for it even when the
/// rest of the two differs. Takes time in proportion to the words, not to the pairs.</summary>
internal sealed class SameSentences
{
    private const int RunLength = 3;

    /// <summary>Shorter sentences are formulas: "two were killed in the shelling".</summary>
    private const int WordsMin = 9;

    /// <summary>Share of the shorter sentence from which two are one.</summary>
    private const double ShareMin = 0.6;

    private readonly Dictionary<ulong, List<int>> holders = [];
    private readonly List<(Claim Claim, int Runs)> known = [];
    private readonly Dictionary<(string Report, Span Sentence), HashSet<ulong>> seen = [];

    /// <summary>The claim of a report added before that has the same sentence, and how much of the shorter is the same; the most alike,
    /// then the first added. It asserts or denies as this one does. Null when there is none.</summary>
    public (string ClaimId, string ReportId, double Share)? Before(Claim claim, SourceReport report)
    {
        HashSet<ulong> runs = RunsOf(claim, report);
        if (runs.Count == 0)
        {
            return null;
        }

        var shared = new SortedDictionary<int, int>();
        foreach (int holder in runs.SelectMany(r => holders.GetValueOrDefault(r, [])))
        {
            shared[holder] = shared.GetValueOrDefault(holder) + 1;
        }

        return shared.Select(s => (known[s.Key].Claim, Share: s.Value / (double)Math.Min(runs.Count, known[s.Key].Runs)))
            .Where(s => s.Share >= ShareMin && s.Claim.Content.Modality == claim.Content.Modality)
            .OrderByDescending(s => s.Share).Select(s => ((string, string, double)?)(s.Claim.Id, s.Claim.ReportId, s.Share)).FirstOrDefault();
    }

    /// <summary>Adds a report's claims for those of later ones to be compared with.</summary>
    public void Add(SourceReport report, IReadOnlyList<Claim> claims)
    {
        foreach (Claim claim in claims)
        {
            HashSet<ulong> runs = RunsOf(claim, report);
            foreach (ulong run in runs)
            {
                (holders.TryGetValue(run, out List<int>? list) ? list : holders[run] = []).Add(known.Count);
            }

            known.Add((claim, runs.Count));
        }
    }

    // A row of a table has labels and codes in place of sentences.
    private HashSet<ulong> RunsOf(Claim claim, SourceReport report)
    {
        if (report.IsRow)
        {
            return [];
        }

        Span sentence = Sentences.Around(report.Text, claim.Content.Span);
        if (!seen.TryGetValue((report.Id, sentence), out HashSet<ulong>? runs))
        {
            List<string> words = TextWords.Of(sentence.Of(report.Text));
            seen[(report.Id, sentence)] = runs = words.Count < WordsMin ? [] : [.. TextWords.Runs(words, RunLength)];
        }

        return runs;
    }
}
