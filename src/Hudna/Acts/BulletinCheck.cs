namespace Hudna.Acts;

/// <summary>Whether a bulletin may be published. Pure; every store asks it before it appends.</summary>
public static class BulletinCheck
{
    /// <summary>What is wrong with a bulletin; null when nothing is.</summary>
    /// <param name="lastNumber">The highest number that a bulletin has; 0 when there is none.</param>
    /// <param name="exists">True when a bulletin was published under that id.</param>
    /// <param name="hasOriginal">True when its JSON was handed in.</param>
    /// <param name="act">An act of the kind <see cref="BulletinPublished"/>, with its sequence number.</param>
    public static ActProblem? Problem(int lastNumber, bool exists, bool hasOriginal, Act act)
    {
        var published = (BulletinPublished)act.Body;
        return exists ? ActProblem.Conflict($"Bulletin {act.Subject} is already published.")
            : published.Number != lastNumber + 1 ? ActProblem.Conflict($"The next bulletin's number is {lastNumber + 1}, not {published.Number}: look again.")
            : published.Until < published.From ? ActProblem.Invalid("until: a day not before from is expected")
            : published.State < 1 || published.State >= act.Sequence
                ? ActProblem.Invalid($"state: an act that is there, 1 to {act.Sequence - 1}, is expected, not {published.State}")
            : !hasOriginal ? ActProblem.Invalid($"The JSON {published.Sha256} of bulletin {act.Subject} was not handed in.")
            : null;
    }
}
