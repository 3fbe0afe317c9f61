#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.
using Hudna.Corroboration;

namespace Hudna.Tests.Corroboration;

public sealed class TextSignatureTests
{
    [Fact]
    public void Fingerprints_DependOnTheWordsAlone() => Assert.Equal(
        TextSignature.Of(Words(1, 40)), TextSignature.Of(string.Join("\n\n", Words(1, 40).Split(' ')).ToUpperInvariant()));

    [Fact]
    public void Runs_OfKnownWords_HaveKnownHashes() =>
        Assert.Equal(
            [Reference("a b c d"), Reference("b c d e")],
            TextWords.Runs(["a", "b", "c", "d", "e"], 4));

    /// <summary>What an editor changes without changing the words.</summary>
    [Theory]
    [InlineData("قُتِلَ أربعةُ أشخاص", "قتل اربعه اشخاص", "vowel signs, hamza, teh marbuta")]
    [InlineData("قال: «نعمل ليلا»", "قال \"نعمل ليلا\"", "quotation marks")]
    [InlineData("يوم ١٤ / ١", "يوم 14/1", "digits")]
    [InlineData("مجـــزرة في السوق", "مجزرة في السوق", "tatweel")]
    [InlineData("Eight killed, officials say", "EIGHT KILLED OFFICIALS SAY", "case and comma")]
    public void Words_FoldSpelling(string one, string other, string why) => Assert.True(TextWords.Of(one).SequenceEqual(TextWords.Of(other)), why);

    [Theory]
    [InlineData(Told.Wire, Told.Edited, true)]
    [InlineData(Told.Wire, Told.Independent, false)]
    [InlineData(Told.Edited, Told.Independent, false)]
    public void Overlap_TellsACopyFromAnotherReport(string one, string other, bool isCopy)
    {
        Assert.Equal(isCopy, TextOverlap.Of(one, other).IsCopy);
        Assert.Equal(isCopy, TextSignature.Of(one).Intersect(TextSignature.Of(other)).Any());
        Assert.Equal(TextOverlap.Of(one, other), TextOverlap.Of(other, one));
    }

    /// <summary>The promise of winnowing: so many words in a row in common give a common fingerprint, wherever they stand.</summary>
    [Fact]
    public void PassageOfTheFoundLength_IsAlwaysFound()
    {
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            string passage = Words(round * 1000, TextSignature.FoundLength);
            string one = $"{Words((round * 1000) + 100, random.Next(60))} {passage} {Words((round * 1000) + 200, random.Next(60))}";
            string other = $"{Words((round * 1000) + 300, random.Next(60))} {passage} {Words((round * 1000) + 400, random.Next(60))}";
            Assert.NotEmpty(TextSignature.Of(one).Intersect(TextSignature.Of(other)));
        }
    }

    [Fact]
    public void ShortWireInsideALongArticle_IsContainedThoughTheTwoHardlyResembleOneAnother()
    {
        string wire = Words(1, 45), article = $"{Words(100, 300)} {wire} {Words(600, 300)}";
        var overlap = TextOverlap.Of(wire, article);
        Assert.True(overlap is { IsCopy: true, IsSame: false, Containment: 1, Resemblance: < 0.1 });
    }

    /// <summary>A few words changed leave two texts one; texts of other words have nothing in common.</summary>
    [Fact]
    public void SmallEdits_StayNear_AndUnrelatedTextsAreFar()
    {
        var random = new Random(11);
        for (int round = 0; round < 100; round++)
        {
            string[] words = Words(round * 1000, 120).Split(' ');
            string[] edited = [.. words];
            for (int edit = 0; edit < 6; edit++)
            {
                edited[random.Next(edited.Length)] = $"changed{edit}";
            }

            Assert.True(TextOverlap.Of(string.Join(' ', words), string.Join(' ', edited)).IsSame);
            Assert.Equal(0, TextOverlap.Of(string.Join(' ', words), Words((round * 1000) + 500, 120)).Shared);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("قصف")]
    [InlineData("  \n  ")]
    [InlineData("\ud83d\ude00 \ud83d\ude00")]
    public void TextTooShort_HasNoFingerprint(string text) => Assert.Empty(TextSignature.Of(text));

    /// <summary>No text makes it fail, and nothing depends on where a text is cut into lines.</summary>
    [Fact]
    public void AnyText_HasFingerprintsInOrder()
    {
        var random = new Random(3);
        for (int round = 0; round < 300; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(900)).Select(_ => random.Next(4) == 0 ? ' ' : (char)random.Next(0x20, 0xFFFF))]);
            IReadOnlyList<ulong> prints = TextSignature.Of(text);
            Assert.Equal(prints.Distinct().Order(), prints);
        }
    }

    private static string Words(int first, int count) => string.Join(' ', Enumerable.Range(first, count).Select(n => $"w{n}"));

    // FNV-1a and the finalizer of SplitMix64, written down once more from their definitions.
    private static ulong Reference(string words)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (char c in words + " ")
        {
            hash = unchecked((hash ^ c) * 0x100000001b3);
        }

        hash = unchecked((hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94d049bb133111eb);
        return hash ^ (hash >> 31);
    }
}
