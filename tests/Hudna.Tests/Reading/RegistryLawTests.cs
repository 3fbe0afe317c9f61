using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>Laws of the registries (actors.tsv, offices.tsv): ids, links, spellings and breadth by country.</summary>
public sealed class RegistryLawTests
{
    private static readonly LanguageFiles s_files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
    private static readonly List<string[]> s_actors = Rows("actors.tsv");
    private static readonly List<string[]> s_offices = Rows("offices.tsv");
    private static readonly HashSet<string> s_states = [.. Rows("states.tsv").Select(r => r[0])];

    [Fact]
    public void Ids_StandOnce() => Assert.Empty(s_actors.GroupBy(r => r[0]).Where(g => g.Count() > 1).Select(g => g.Key));

    /// <summary>Hong Kong has a code of ISO 3166 and no row among the states.</summary>
    [Fact]
    public void Countries_AreStates() => Assert.Empty(s_actors.Where(r => r[5] is not ("" or "HK") && !s_states.Contains(r[5])).Select(r => r[0] + ": " + r[5]));

    [Fact]
    public void Affiliations_AreRowsOrStates()
    {
        HashSet<string> ids = [.. s_actors.Select(r => r[0])];
        Assert.DoesNotContain(s_actors.SelectMany(r => r[6].Split('|', StringSplitOptions.RemoveEmptyEntries), (r, a) => (r[0], Of: a)), p => !ids.Contains(p.Of) && !s_states.Contains(p.Of));
    }

    /// <summary>A spelling that named two rows would be decided by their order in the file.</summary>
    [Fact]
    public void Spellings_NameOneRow() => Assert.Empty(
        s_actors.SelectMany(r => r[2].Split('|'), (r, n) => (Name: Folding.Fold(n), Id: r[0]))
            .GroupBy(p => p.Name).Where(g => g.Select(p => p.Id).Distinct().Count() > 1)
            .Select(g => g.Key + ": " + string.Join(", ", g.Select(p => p.Id))));

    /// <summary>No empty name, no name of one or two letters, no space at an edge.</summary>
    [Fact]
    public void Spellings_AreWhole() => Assert.DoesNotContain(
        s_actors.SelectMany(r => r[2].Split('|'), (r, n) => (Id: r[0], Name: n)), p => p.Name.Length < 3 || p.Name != p.Name.Trim() || p.Name.Contains("  ", StringComparison.Ordinal));

    /// <summary>A class says what kind of thing a row is and judges nobody.</summary>
    [Fact]
    public void ClassesAndNames_JudgeNobody() => Assert.Empty(
        s_actors.Where(r => r[1].Contains("terror", StringComparison.OrdinalIgnoreCase) && r[3] is not ("government" or "igo" or "military")).Select(r => r[0])
            .Concat(s_actors.Where(r => r[4].Contains("terror", StringComparison.OrdinalIgnoreCase) || r[4].Contains("regime", StringComparison.OrdinalIgnoreCase)).Select(r => r[0])));

    [Fact]
    public void OfficeHolders_ArePersons()
    {
        HashSet<string> persons = [.. s_actors.Where(r => r[3] == "person").Select(r => r[0])];
        Assert.DoesNotContain(s_offices.Select(r => r[2]), p => !persons.Contains(p));
    }

    [Fact]
    public void OfficeTerms_EndAfterTheyBegin() =>
        Assert.Empty(s_offices.Where(r => r[3].Length > 0 && r[4].Length > 0 && string.CompareOrdinal(r[4][..Math.Min(r[3].Length, r[4].Length)], r[3][..Math.Min(r[3].Length, r[4].Length)]) < 0).Select(r => string.Join(' ', r)));

    /// <summary>Least number of rows: armed groups and forces, other bodies without media, persons.</summary>
    [Theory]
    [InlineData("SY", 190, 80, 220)]
    [InlineData("IQ", 75, 70, 130)]
    [InlineData("YE", 30, 40, 95)]
    [InlineData("LY", 60, 40, 100)]
    [InlineData("SD", 30, 50, 75)]
    [InlineData("SS", 6, 1, 15)]
    [InlineData("LB", 15, 35, 110)]
    [InlineData("PS", 30, 60, 120)]
    [InlineData("IL", 18, 60, 110)]
    [InlineData("DZ", 10, 30, 55)]
    [InlineData("TN", 4, 55, 100)]
    [InlineData("MA", 1, 22, 38)]
    [InlineData("EH", 2, 14, 20)]
    [InlineData("ML", 24, 4, 25)]
    [InlineData("NG", 10, 0, 17)]
    [InlineData("TD", 5, 0, 12)]
    [InlineData("SO", 13, 11, 30)]
    [InlineData("ET", 8, 4, 18)]
    [InlineData("EG", 10, 40, 70)]
    [InlineData("AF", 7, 7, 32)]
    [InlineData("PK", 10, 10, 34)]
    [InlineData("IR", 18, 12, 80)]
    [InlineData("TR", 6, 20, 70)]
    [InlineData("UA", 6, 9, 45)]
    [InlineData("RU", 10, 15, 78)]
    [InlineData("", 9, 290, 170)] // bodies of the world and people of none of these states
    public void Country_HasItsActors(string country, int forces, int bodies, int persons)
    {
        List<string> types = [.. s_actors.Where(r => r[5] == country).Select(r => r[3])];
        int armed = types.Count(t => t is "armed_group" or "military"), people = types.Count(t => t == "person");
        int others = types.Count(t => t is not ("armed_group" or "military" or "person" or "media"));
        Assert.True(armed >= forces && others >= bodies && people >= persons, $"{country}: {armed} forces, {others} bodies, {people} persons");
    }

    private static List<string[]> Rows(string file) =>
        [.. s_files.Texts[file].Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.TrimEnd('\r').Split('\t'))];
}
