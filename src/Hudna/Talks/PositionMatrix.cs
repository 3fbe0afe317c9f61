using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Talks;

/// <summary>Who holds what on which topic, by speaker and topic.</summary>
/// <param name="Topics">Ids of the topics spoken of, in ordinal order, <see cref="PositionLedger.Everything"/> last: the columns.</param>
/// <param name="Groups">Speakers by whom they speak for.</param>
/// <param name="Undated">Claims left out because days are asked for and neither they nor their report tell one.</param>
public sealed record PositionMatrix(IReadOnlyList<string> Topics, IReadOnlyList<PositionGroup> Groups, int Undated)
{
    /// <summary>The rows of all groups, in order.</summary>
    public IEnumerable<PositionRow> Rows() => Groups.SelectMany(g => g.Rows);
}

/// <summary>A state or party, and those who speak for it.</summary>
/// <param name="Key">The actor's id, or a speaker's key when nothing tells whom it speaks for.</param>
/// <param name="ActorId">The actor's id; null when not recognised.</param>
/// <param name="Rows">The actor itself first, when it speaks; then the others by key.</param>
public sealed record PositionGroup(string Key, string? ActorId, IReadOnlyList<PositionRow> Rows);

/// <summary>What one speaker holds.</summary>
/// <param name="Key">The actor's id; for one not recognised, <c>~</c> and the folded words that name it.</param>
/// <param name="Speaker">The speaker, in the wording that sources use most.</param>
/// <param name="Cells">One for each topic that it speaks of, in the matrix's order.</param>
/// <param name="Contradictions">On one topic, or between everything and a topic; in order of the later day, those without order last.</param>
public sealed record PositionRow(string Key, Party Speaker, IReadOnlyList<PositionCell> Cells, IReadOnlyList<PositionPair> Contradictions);

/// <summary>What one speaker says of one topic.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Entries">Every claim, in order of the day said, those without a day last.</param>
/// <param name="Points">The asserted ones, put together by stance and day; in the same order.</param>
/// <param name="Latest">The stances of the last day; several when sources differ. Those without a day count only when none has one, and
/// speaking without taking sides only when nothing else was said. Empty when nothing is asserted.</param>
/// <param name="Sources">How many sources tell of it.</param>
/// <param name="Shifts">Each stance with the next and different one.</param>
/// <param name="Contradictions">Pairs of which one part at least is on this topic.</param>
public sealed record PositionCell(
    string Topic, IReadOnlyList<ReportedClaim> Entries, IReadOnlyList<PositionPoint> Points, IReadOnlyList<PositionStance> Latest, int Sources,
    IReadOnlyList<PositionPair> Shifts, IReadOnlyList<PositionPair> Contradictions);

/// <summary>A stance on a topic on a day, with all who report it.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Stance">The stance.</param>
/// <param name="First">First day on which it can have been said; null when not known.</param>
/// <param name="Last">Last such day, inclusive; null when not known.</param>
/// <param name="Said">The claims; never empty.</param>
public sealed record PositionPoint(string Topic, PositionStance Stance, DateOnly? First, DateOnly? Last, IReadOnlyList<ReportedClaim> Said)
{
    /// <summary>True when this was said on an earlier day than the other, whatever day of each is the right one.</summary>
    public bool IsBefore(PositionPoint other) => Last < other.First;
}

/// <summary>Two things that one speaker said and that do not go together, or of which the second came in the first one's place.</summary>
/// <param name="One">The earlier one; when no order is known, the one that is for it.</param>
/// <param name="Other">The later one, or the one that is against it.</param>
/// <param name="IsOrdered">Whether the first was said before the other for certain.</param>
public sealed record PositionPair(PositionPoint One, PositionPoint Other, bool IsOrdered);

/// <summary>What of the positions to show; null leaves a field open.</summary>
/// <param name="From">Said on this day or later.</param>
/// <param name="AsOf">Said on this day or before.</param>
/// <param name="Topic">On this topic; contradictions with <see cref="PositionLedger.Everything"/> stay.</param>
/// <param name="Group">By the speakers of this group.</param>
public sealed record PositionScope(DateOnly? From = null, DateOnly? AsOf = null, string? Topic = null, string? Group = null);
