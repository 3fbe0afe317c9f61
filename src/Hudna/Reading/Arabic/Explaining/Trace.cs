namespace Hudna.Reading.Arabic.Explaining;

/// <summary>The words around that decided, as rules note them while they look. Kept only when reasons are asked for: rules write
/// <c>article.Trace?.Note(…)</c>. What is noted for a candidate that came to nothing is never shown.</summary>
internal sealed class Trace
{
    private readonly HashSet<Evidence> _notes = [];

    /// <summary>Notes that tokens decided on something.</summary>
    /// <param name="at">First token of what they decided on: the trigger, the number, the statement.</param>
    /// <param name="role">What they did.</param>
    /// <param name="first">First token that decided.</param>
    /// <param name="last">Last one; the first when left out.</param>
    public void Note(int at, PartRole role, int first, int last = -1) => _notes.Add(new Evidence(at, role, first, last < 0 ? first : last));

    /// <summary>What was noted on something that stands at the tokens, in order of position.</summary>
    public IEnumerable<Evidence> Of(int first, int last) => _notes.Where(e => e.At >= first && e.At <= last).OrderBy(e => e.First).ThenBy(e => e.Role);
}

/// <param name="At">First token of what it decided on.</param>
/// <param name="Role">What it did.</param>
/// <param name="First">First token that decided.</param>
/// <param name="Last">Last token.</param>
internal readonly record struct Evidence(int At, PartRole Role, int First, int Last);
