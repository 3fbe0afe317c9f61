using FsCheck;
using FsCheck.Fluent;
using Hudna.Agreements;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Tests.Incidents;

namespace Hudna.Tests.Missions;

public sealed class DesksTests
{
    public const string Good =
        """
        desks:
          - id: damascus
            name: { en: Liaison, ar: ارتباط }
            role: liaison
            actor: state-sy
            members:
              - { name: Issam Test, from: 2017-01-02, until: 2017-01-04 }
              - { name: Rima Test }
          - id: secretariat
            name: { en: Secretariat, ar: الأمانة }
            role: secretariat
            members: [{ name: Marta Test, from: 2016-12-30 }]
        """;

    [Fact]
    public void Read_GoodFile_GivesAllOfIt()
    {
        IReadOnlyList<Desk> desks = Read(Good);
        Assert.Equal(["damascus", "secretariat"], desks.Select(d => d.Id));
        Assert.Equal((DeskRole.Liaison, "state-sy", new BilingualText("Liaison", "ارتباط")), (desks[0].Role, desks[0].ActorId, desks[0].Name));
        Assert.Equal(
            [new DeskMember("Issam Test", new Period(new DateOnly(2017, 1, 2), new DateOnly(2017, 1, 4))), new DeskMember("Rima Test", default)],
            desks[0].Members);
        Assert.Null(desks[1].ActorId);
    }

    // what stands there, what instead, line of the error, what it says
    [Theory]
    [InlineData("id: damascus", "id: Damascus Desk", 2, "desks[1].id: \"Damascus Desk\" cannot be used; lower-case")]
    [InlineData("id: secretariat", "id: damascus", 9, "desks[2].id: \"damascus\" cannot be used; an id that no desk above has")]
    [InlineData("role: liaison", "role: spy", 4, "desks[1].role: \"spy\" cannot be used; one of guarantor, envoy")]
    [InlineData("actor: state-sy", "actor: syria", 5, "desks[1].actor: \"syria\" cannot be used; the id of an actor")]
    [InlineData("actor: state-sy", "actors: state-sy", 5, "actors: is no key here")]
    [InlineData("    actor: state-sy\n", "", 2, "desks[1].actor is missing")]
    [InlineData("role: secretariat", "role: secretariat\n    actor: state-sy", 12, "speaks for nobody")]
    [InlineData("until: 2017-01-04", "until: 2017-01-01", 7, "desks[1].members[1].until: \"2017-01-01\" cannot be used; the day of from")]
    [InlineData("from: 2016-12-30", "from: 30/12/2016", 12, "a day as 2016-12-30")]
    [InlineData("[{ name: Marta Test, from: 2016-12-30 }]", "[]", 12, "desks[2].members: at least one member")]
    [InlineData("[{ name: Marta Test, from: 2016-12-30 }]", "Marta", 12, "a list is expected")]
    [InlineData("desks:", "desk:", 2, "desk: is no key here; expected: desks")]
    public void Read_BadFile_NamesLinePathAndWhatIsExpected(string good, string bad, int line, string expected)
    {
        DataFileException e = Assert.Throws<DataFileException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Equal(("desks.yaml", line), (e.File, e.Line));
    }

    [Fact]
    public void Read_DamagedFile_NeverThrowsAnythingElse() => Damaged.Check(Good, text => Read(text));

    // A body of a state that grammar names is known when the state is.
    [Theory]
    [InlineData("sy:army", true)]
    [InlineData("xx:army", false)]
    [InlineData("sy:", false)]
    [InlineData("sy:Army", false)]
    public void Actor_MayBeABodyOfAState(string id, bool isKnown)
    {
        string text = Good.Replace("actor: state-sy", $"actor: \"{id}\"", StringComparison.Ordinal);
        Assert.Equal(isKnown, Record.Exception(() => Read(text)) is null);
    }

    internal static IReadOnlyList<Desk> Read(string text) => DesksYaml.Read(text, "desks.yaml", Readings.Gazetteer);
}

/// <summary>Damages a good text at a random spot: reading it must give something or a <see cref="DataFileException"/>.</summary>
internal static class Damaged
{
    public static void Check(string good, Action<string> read)
    {
        Gen<string> damaged =
            from at in Gen.Choose(0, good.Length - 1)
            from length in Gen.Choose(0, 8)
            from sign in Gen.Elements("[", "]", "{", "}", ":", "\n", "\t", "&", "*", "!", "-", "'", "\"", "#", "|", ">", "%", "9", ",", "")
            select good[..at] + sign + good[Math.Min(good.Length, at + length)..];
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(damaged.ToArbitrary(), text =>
        {
            try
            {
                read(text);
            }
            catch (DataFileException)
            {
                // What is expected of a bad file.
            }
        }));
    }
}
