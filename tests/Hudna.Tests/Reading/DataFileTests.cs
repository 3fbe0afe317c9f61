using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>Bad language data is refused with file and line.</summary>
public sealed class DataFileTests
{
    [Theory]
    [InlineData("months.tsv", "13\tegyptian\tيناير", "13 is no month")]
    [InlineData("months.tsv", "1\tegyptian", "2 cells where the header has 3 columns")]
    [InlineData("places.tsv", "x-1\tX\tخ\tvillage\tvillage\tSY\t\t35\t36\t4\t\town", "\"village\" is none of country, region, settlement, feature")]
    [InlineData("places.tsv", "x-1\tX\tخ\tsettlement\tvillage\tSY\t\t135\t36\t4\t\town", "is not a number of degrees")]
    [InlineData("verbs.tsv", "فعل\tيفعل\t\t\t\t\tASSAULT\tteleport\t\t\t", "\"teleport\" is no mode of ASSAULT")]
    [InlineData("offices.tsv", "رئيس\tXX\tnobody-known\t\t", "\"nobody-known\" is not in actors.tsv")]
    public void BadLine_NamesFileLineAndWhatIsExpected(string file, string line, string problem)
    {
        LanguageFiles files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        Dictionary<string, string> texts = new(files.Texts, StringComparer.Ordinal) { [file] = files.Texts[file].TrimEnd('\n') + "\n" + line + "\n" };
        int number = texts[file].Split('\n').Length - 1;
        DataFileException error = Assert.Throws<DataFileException>(() => ArabicReader.Load(new LanguageFiles("lang/ar", texts), [], []));
        Assert.StartsWith($"lang/ar/{file}:{number}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsNamed()
    {
        LanguageFiles files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        Dictionary<string, string> texts = new(files.Texts, StringComparer.Ordinal);
        texts.Remove("titles.tsv");
        DataFileException error = Assert.Throws<DataFileException>(() => ArabicReader.Load(new LanguageFiles("lang/ar", texts), [], []));
        Assert.Equal("lang/ar/titles.tsv: the file is missing", error.Message);
    }

    /// <summary>The breadth that the lists must have: several hundred places of Syria and its neighbours, every state with its capital.</summary>
    [Fact]
    public void Lists_AreBroad()
    {
        Gazetteer gazetteer = Reader.Arabic.Gazetteer;
        Assert.True(gazetteer.Places.Values.Count(p => p.Country == "SY") > 700);
        Assert.True(gazetteer.Places.Values.Count(p => p.Country is "IQ" or "LB" or "JO" or "TR" or "PS" or "IL") > 400);
        Assert.True(gazetteer.Actors.Values.Count(a => a.Type == ActorType.State) >= 193);
        Assert.True(gazetteer.Places.Values.Count(p => p.Class == "capital") >= 185);
        Assert.True(gazetteer.Actors.Values.Count(a => a.Type == ActorType.ArmedGroup) > 200);
        Assert.All(gazetteer.Actors.Values.Where(a => a.Type != ActorType.State), a => Assert.NotEmpty(a.NamesAr));
    }
}
