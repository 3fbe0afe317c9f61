using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>An operation that claims tell of and nobody has recorded.</summary>
/// <param name="Id"><c>p-</c> and the smallest id of its claims; each of its claims' ids after <c>p-</c> finds it too.</param>
/// <param name="Type">What sort.</param>
/// <param name="First">First day that its claims mean; null when none is known.</param>
/// <param name="Last">Last day that its claims mean; null when none is known.</param>
/// <param name="Claims">Its claims, in order of day and id.</param>
public sealed record ProposedOperation(
    string Id, OperationType Type, DateOnly? First, DateOnly? Last, IReadOnlyList<ReportedClaim> Claims)
{
    /// <summary>Claims of one type at one place, this many days apart or fewer, are one operation; so are those that others between
    /// them join.</summary>
    public const int DaysApart = 30;

    /// <summary>The place that most of its claims name as the one it starts from; null when none names one.</summary>
    public ClaimPlace? From => Commonest(Claims.Select(c => c.Claim.Content.Place));

    /// <summary>The place that most of its claims name as the one it leads to; null when none names one.</summary>
    public ClaimPlace? To => Commonest(Claims.Select(c => c.Claim.Content.Destination));

    /// <summary>True for its own id, and for one made of any of its claims.</summary>
    public bool IsCalled(string id) => id.StartsWith(OperationId.ProposedPrefix, StringComparison.Ordinal)
        && Claims.Any(c => id.AsSpan(OperationId.ProposedPrefix.Length).SequenceEqual(c.Claim.Id));

    /// <summary>Groups claims by type, place (where from, else where to) and days.</summary>
    internal static IReadOnlyList<ProposedOperation> Of(IEnumerable<ReportedClaim> claims, OperationGround ground)
    {
        var groups = new List<ProposedOperation>();
        foreach (IGrouping<OperationType, ReportedClaim> type in claims.GroupBy(c => ((OperationDetail)c.Claim.Content.Detail!).Type))
        {
            // Many claims share place and day: what is joined is these, not each claim.
            IGrouping<Node, ReportedClaim>[] nodes = [.. type.GroupBy(c => NodeOf(c.Claim.Content, OperationDays.Of(c), ground))];
            int[] joined = [.. Enumerable.Range(0, nodes.Length)];
            for (int i = 0; i < nodes.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (Root(joined, i) != Root(joined, j) && AreOne(nodes[i].Key, nodes[j].Key))
                    {
                        joined[Root(joined, i)] = Root(joined, j);
                    }
                }
            }

            groups.AddRange(nodes.Select((n, i) => (n, Root: Root(joined, i))).GroupBy(n => n.Root, n => n.n).Select(g => Of(type.Key, g.SelectMany(n => n))));
        }

        return [.. groups.OrderByDescending(g => g.Last ?? DateOnly.MinValue).ThenBy(g => g.Id, StringComparer.Ordinal)];
    }

    private static ProposedOperation Of(OperationType type, IEnumerable<ReportedClaim> claims)
    {
        ReportedClaim[] inOrder = OperationMatches.InOrder(claims);
        OperationDays[] days = [.. inOrder.Select(OperationDays.Of).OfType<OperationDays>()];
        string id = OperationId.ProposedPrefix + inOrder.Select(c => c.Claim.Id).Min(StringComparer.Ordinal);
        return new ProposedOperation(
            id, type, days.Length == 0 ? null : days.Min(d => d.First), days.Length == 0 ? null : days.Max(d => d.Last), inOrder);
    }

    private static Node NodeOf(ClaimContent content, OperationDays? days, OperationGround ground) =>
        new((content.Place ?? content.Destination) is { } place ? ground.Of(place) : null, days?.First, days?.Last);

    private static bool AreOne(Node a, Node b) =>
        (a.Spot, b.Spot) switch
        {
            ({ } one, { } other) => OperationGround.Apart(one, other, withParts: false) is not null,
            (null, null) => true,
            _ => false,
        }
        && (a, b) switch
        {
            ({ First: { } aFirst, Last: { } aLast }, { First: { } bFirst, Last: { } bLast }) =>
                new OperationDays(aFirst, aLast, true).GapTo(bFirst, bLast) <= DaysApart,
            ({ First: null }, { First: null }) => true,
            _ => false,
        };

    private static int Root(int[] joined, int i)
    {
        while (joined[i] != i)
        {
            i = joined[i];
        }

        return i;
    }

    private static ClaimPlace? Commonest(IEnumerable<ClaimPlace?> places) => places.OfType<ClaimPlace>()
        .GroupBy(p => p.PlaceId ?? p.Text, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.OrderBy(p => p.Text, StringComparer.Ordinal).First()).FirstOrDefault();

    private readonly record struct Node(Spot? Spot, DateOnly? First, DateOnly? Last);
}
