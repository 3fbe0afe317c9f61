using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Commitments;

/// <summary>Claims that seem to tell of the same promise, so that a reader can look at them together. They are never merged: each is
/// counted and rated by itself.</summary>
/// <remarks>Two claims belong together when the very same actors promise, both are due at times that overlap or neither is due at a
/// known time, they are put forward alike, and their words are nearly the same: of all words of the two, at least <see cref="SharedMin"/>
/// stand in both (Jaccard index over folded words). It goes for pairs alone: when A is like B and B like C, A need not be like C.</remarks>
public static class Repetitions
{
    /// <summary>The least part of their words that two claims share, 0 to 1.</summary>
    public const double SharedMin = 0.6;

    /// <summary>For each claim the ids of those like it, in ordinal order; claims without any are not there.</summary>
    /// <param name="commitments">Claims of kind commitment, in any order.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IReadOnlyList<Claim> commitments)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (IGrouping<string, Told> group in commitments.Select(c => new Told(c)).GroupBy(t => t.Promisers, StringComparer.Ordinal))
        {
            Told[] told = [.. group];
            for (int i = 0; i < told.Length; i++)
            {
                for (int j = i + 1; j < told.Length; j++)
                {
                    if (told[i].IsLike(told[j]))
                    {
                        Add(told[i].Id, told[j].Id);
                        Add(told[j].Id, told[i].Id);
                    }
                }
            }
        }

        return found.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Order(StringComparer.Ordinal)], StringComparer.Ordinal);

        void Add(string to, string id)
        {
            if (!found.TryGetValue(to, out List<string>? list))
            {
                found[to] = list = [];
            }

            list.Add(id);
        }
    }

    private sealed class Told(Claim claim)
    {
        private readonly ClaimContent content = claim.Content;
        private readonly HashSet<string> words = Words(claim.Content.Text);

        public string Id => claim.Id;

        public string Promisers { get; } =
            string.Join('\n', claim.Content.Actors.Select(CommitmentList.KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        public bool IsLike(Told other) => content.Modality == other.content.Modality && IsDueWith(other.content)
            && words.Count > 0 && (double)words.Count(other.words.Contains) / words.Union(other.words, StringComparer.Ordinal).Count() >= SharedMin;

        private bool IsDueWith(ClaimContent other) => (content.Time, other.Time) switch
        {
            ({ } mine, { } theirs) => mine.First <= theirs.Last && theirs.First <= mine.Last,
            (null, null) => string.Equals(content.Yearless?.Value, other.Yearless?.Value, StringComparison.Ordinal),
            _ => false,
        };

        private static HashSet<string> Words(string text) =>
            [.. new string([.. SearchFold.Of(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
