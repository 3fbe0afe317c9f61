using Hudna.Linking;

namespace Hudna.Tests.Linking;

public sealed class ComparisonTests
{
    /// <summary>Event types as their schemes write them.</summary>
    [Theory]
    [InlineData("air/drone strike", "ASSAULT drone", "Same")]
    [InlineData("Bombing/Explosion", "Explosions/Remote violence", "Same")]
    [InlineData("Battle", "state-based", "Same")]
    [InlineData("Battles", "Armed Assault", "Same")]
    [InlineData("Violence against civilians", "one-sided", "Same")]
    [InlineData("Violence against civilians", "Battle", "Related")]
    [InlineData("Shelling/artillery/missile attack", "Bombing/Explosion", "Related")]
    [InlineData("Hostage Taking (Kidnapping)", "Abduction/forced disappearance", "Same")]
    [InlineData("Hostage Taking (Kidnapping)", "Shelling/artillery/missile attack", "Different")]
    [InlineData("Organized Demonstration", "Peaceful protest", "Same")]
    [InlineData("Spontaneous Violent Riot", "Mob violence", "Same")]
    [InlineData("Peaceful protest", "Battle", "Different")]
    [InlineData("ASSAULT", "ASSAULT aerial", "Related")]
    [InlineData("Arrests", "Abduction/forced disappearance", "Related")]
    [InlineData("17", "18", "Different")]
    [InlineData("17", "Battle", "Unknown")]
    public void Acts_OfTwoSchemes_AreCompared(string a, string b, string relation)
    {
        Assert.Equal(relation, ActKinds.Relate(a.ToLowerInvariant(), b.ToLowerInvariant()).ToString());
        Assert.Equal(relation, ActKinds.Relate(b.ToLowerInvariant(), a.ToLowerInvariant()).ToString());
    }

    [Theory]
    [InlineData("military forces of libya (2011-)", "military forces of libya (2014-)", "Same")]
    [InlineData("ansar al-sharia", "ansar al sharia", "Same")]
    [InlineData("ansar al-sharia (benghazi)", "ansar al-sharia", "Related")]
    [InlineData("ansar al-sharia", "zintan brigade", "Different")]
    public void Parties_ByName_AreCompared(string a, string b, string relation)
    {
        PartyNames names = new([a, b, "misrata brigade", "tripoli brigade", "police", "zuwara militia", "military council"]);
        Assert.Equal(relation, names.Relate(a, b).ToString());
        Assert.Equal(relation, names.Relate(b, a).ToString());
    }

    [Fact]
    public void Parties_ThatTheSourceDoesNotKnow_AreNotTold() => Assert.Null(PartyNames.Set(["Unidentified Armed Group", " "]));

    [Fact]
    public void Distances_BeyondTheWeightiest_NeverWeighMoreAgain()
    {
        double[] weights = PairFields.FallingWithDistance(level => level % 3);
        int falls = 0;
        for (int km = 1; km < 200; km++)
        {
            Assert.True(weights[PairFields.Distance(1, km)] <= weights[PairFields.Distance(1, km - 1)]);
            falls++;
        }

        Assert.Equal(199, falls);
    }

    [Theory]
    [InlineData(-1, 4, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(4, 4, 3)]
    [InlineData(5, 5, 4)]
    [InlineData(0, 9, 10)]
    [InlineData(10, 11, 5)]
    [InlineData(1, 40, 9)]
    public void Tolls_FallOnALevel(int a, int b, int level)
    {
        Assert.Equal(level, PairFields.Toll(a, b));
        Assert.Equal(level, PairFields.Toll(b, a));
    }
}
