namespace Hudna.Agreements;

/// <summary>Nothing leads back to itself: no area consists of itself, no document amends itself, no permission is an exception to itself.</summary>
internal static class AgreementCycles
{
    public static IEnumerable<AgreementProblem> Problems(Agreement agreement) =>
    [
        .. Cycle(
            "an area cannot include itself", agreement.Areas.With("areas").Select(a => (a.Path, a.Value.Id)),
            agreement.Areas.ToLookup(a => a.Id, a => a.Include.Concat(a.Exclude).Select(p => p.AreaId), StringComparer.Ordinal)),
        .. Cycle(
            "a document cannot amend itself", agreement.Documents.With("documents").Select(d => (d.Path + ".amends", d.Value.Id)),
            agreement.Documents.ToLookup(d => d.Id, d => Enumerable.Repeat(d.Amends, 1), StringComparer.Ordinal)),
        .. Cycle(
            "a permission cannot be an exception to itself", agreement.Provisions.With("provisions").Select(p => (p.Path + ".exception_to", p.Value.Number)),
            agreement.Provisions.ToLookup(p => p.Number, p => p.ExceptionTo.Select(n => (string?)n), StringComparer.Ordinal)),
    ];

    // Each round is told once, at the entry of the file that comes first in it.
    private static IEnumerable<AgreementProblem> Cycle(
        string rule, IEnumerable<(string Path, string Id)> entries, ILookup<string, IEnumerable<string?>> next)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, string id) in entries)
        {
            if (!done.Contains(id) && RoundFrom(id, next, done) is { } round)
            {
                done.UnionWith(round);
                yield return new AgreementProblem(path, $"{string.Join(" → ", round)}: {rule}");
            }
        }
    }

    // The shortest way from an id back to itself; null when there is none. By breadth, not by recursion: files may be long.
    private static List<string>? RoundFrom(string start, ILookup<string, IEnumerable<string?>> next, HashSet<string> done)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var ahead = new Queue<string>([start]);
        while (ahead.TryDequeue(out string? at))
        {
            foreach (string to in next[at].SelectMany(n => n).OfType<string>().Where(n => !done.Contains(n)))
            {
                if (!cameFrom.TryAdd(to, at))
                {
                    continue;
                }

                if (string.Equals(to, start, StringComparison.Ordinal))
                {
                    return WayBack(start, cameFrom);
                }

                ahead.Enqueue(to);
            }
        }

        return null;
    }

    private static List<string> WayBack(string start, Dictionary<string, string> cameFrom)
    {
        List<string> way = [start];
        do
        {
            way.Add(cameFrom[way[^1]]);
        }
        while (!string.Equals(way[^1], start, StringComparison.Ordinal));
        way.Reverse();
        return way;
    }
}
