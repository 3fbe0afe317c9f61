using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Commitments;
using Hudna.Incidents;
using Hudna.Reading;
using static Hudna.Tests.Commitments.CommitmentSamples;

namespace Hudna.Tests.Commitments;

public sealed class RepetitionsTests
{
    private const string Words = "فتح الطريق إلى الوادي أمام المساعدات خلال عشرة أيام";

    public static TheoryData<string, string, string?, string, string?, bool> Pairs => new()
    {
        // words, other promisers, due, other words, other due, like?
        { "the very same", "state-ru", null, Words, null, true },
        { "vowel signs and hamza", "state-ru", null, "فتح الطريقِ الى الوادي امام المساعدات خلال عشرة ايام", null, true },
        { "two words more", "state-ru", null, Words + " من اليوم", null, true },
        { "half of them", "state-ru", null, "فتح الطريق إلى الوادي غدا صباحا بلا شروط مسبقة", null, false },
        { "other promisers", "state-sy", null, Words, null, false },
        { "one promiser more", "state-ru+state-sy", null, Words, null, false },
        { "due days overlap", "state-ru", "2017-01-10/2017-01-15", Words, "2017-01-15", true },
        { "due days apart", "state-ru", "2017-01-10", Words, "2017-01-11", false },
        { "one without a due day", "state-ru", "2017-01-10", Words, null, false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Claims_ThatTellOfTheSamePromise(string why, string by, string? due, string words, string? otherDue, bool expected)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> found = Repetitions.Of(
            [Promise("c1", due: due, words: Words).Claim, Promise("c2", by, otherDue, words).Claim]);
        Assert.True(expected == found.ContainsKey("c1"), why);
        Assert.Equal(expected ? ["c2"] : [], found.GetValueOrDefault("c1") ?? []);
        Assert.Equal(expected ? ["c1"] : [], found.GetValueOrDefault("c2") ?? []);
    }

    [Fact]
    public void OrderOfPromisers_DoesNotMatter_ModalityDoes()
    {
        Assert.Equal(2, Repetitions.Of([Promise("c1", "state-ru+state-sy").Claim, Promise("c2", "state-sy+state-ru").Claim]).Count);
        Assert.Empty(Repetitions.Of([Promise("c1").Claim, Promise("c2", modality: Modality.Negated).Claim]));
    }

    // Nothing is grown into a cluster: each pair stands for itself.
    [Fact]
    public void LikeTheSame_NeedNotBeLikeOneAnother()
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> found = Repetitions.Of(
            [Promise("c1", words: "a b c d").Claim, Promise("c2", words: "b c d e").Claim, Promise("c3", words: "c d e f").Claim]);
        Assert.Equal(["c1", "c3"], found["c2"]);
        Assert.Equal(["c2"], found["c1"]);
        Assert.Equal(["c2"], found["c3"]);
    }

    private static readonly Gen<ReportedClaim[]> Claims = Gen.Choose(0, 9).SelectMany(n => Gen.ArrayOf(
        from words in Gen.Elements("a b c d", "b c d e", "a b c d e", "x y z", "", "d c b a")
        from promisers in Gen.Elements("state-ru", "state-sy", "state-sy+state-ru", "state-ru+state-sy")
        from due in Gen.Elements(null, "2017-01-10", "2017-01-10/2017-01-12", "2017-01-12")
        from modality in Gen.Elements(Modality.Asserted, Modality.Possible)
        select (words, promisers, due, modality), n)).Select(all => all.Select((p, i) =>
            Promise(string.Create(CultureInfo.InvariantCulture, $"c{i}"), p.promisers, p.due, p.words, modality: p.modality)).ToArray());

    [Fact]
    public void Likeness_IsMutual_AndWithoutOrder() => Prop.ForAll(Claims.ToArbitrary(), claims =>
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> found = Repetitions.Of([.. claims.Select(c => c.Claim)]);
        return found.All(f => f.Value.All(id => found[id].Contains(f.Key, StringComparer.Ordinal) && id != f.Key))
            && string.Equals(Print(claims), Print([.. claims.Reverse()]), StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static string Print(ReportedClaim[] claims) => JsonSerializer.Serialize(CommitmentList.Of(claims, null, [], new DateOnly(2017, 1, 11)));
}
