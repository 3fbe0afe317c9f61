namespace Hudna.Corroboration;

/// <summary>Which earlier texts a new one is compared with word by word: those that hold its fingerprints. A fingerprint that
/// <see cref="HoldersMax"/> earlier texts hold is a frame's (a site's footer, a table's stock sentence, a story that everybody printed): nobody is noted
/// as its holder any more, so that what a text costs does not grow with the number of texts, and texts that share only frames do not crowd out one
/// that shares a passage of its own.</summary>
public sealed class CopyCandidates
{
    /// <summary>Holders of one fingerprint that are noted: the earliest.</summary>
    public const int HoldersMax = 50;

    /// <summary>Texts that share fingerprints which are no frame's, compared at most: those that share most.</summary>
    public const int OwnMax = 40;

    /// <summary>Texts that share nothing but frames, compared at most. A story printed more than <see cref="HoldersMax"/> times is told
    /// by few of its earliest prints.</summary>
    public const int FrameMax = 5;

    private readonly Dictionary<long, (int Own, int Frame)> shared = [];

    /// <summary>Adds the earlier holders of one of the text's fingerprints.</summary>
    /// <param name="holders">All that are noted.</param>
    /// <returns>True when the new text is to be noted as a holder too.</returns>
    public bool Add(IReadOnlyCollection<long> holders)
    {
        bool isFrame = holders.Count >= HoldersMax;
        foreach (long holder in holders)
        {
            (int own, int frame) = shared.GetValueOrDefault(holder);
            shared[holder] = isFrame ? (own, frame + 1) : (own + 1, frame);
        }

        return !isFrame;
    }

    /// <summary>The texts to compare with, in order of their numbers; whatever order the fingerprints were added in.</summary>
    public IReadOnlyList<long> Chosen() =>
    [
        .. shared.Where(s => s.Value.Own > 0).OrderByDescending(s => s.Value.Own).ThenByDescending(s => s.Value.Frame).ThenBy(s => s.Key).Take(OwnMax)
            .Concat(shared.Where(s => s.Value.Own == 0).OrderByDescending(s => s.Value.Frame).ThenBy(s => s.Key).Take(FrameMax))
            .Select(s => s.Key).Order(),
    ];
}
