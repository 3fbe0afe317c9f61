using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Reading.Arabic.Explaining;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>The language data that people edit: all of it loads, and a slip of the pen is named with file and line.</summary>
public sealed class LanguageDataTests
{
    private static readonly LanguageFiles Files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));

    public static TheoryData<string> Names() => new(Files.Texts.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Load_AllFiles_Works() => Assert.NotEmpty(ArabicReader.Load(Files, [], []).Gazetteer.Places);

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_WithoutAFile_NamesIt(string name)
    {
        Dictionary<string, string> others = Files.Texts.Where(f => !f.Key.Equals(name, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        DataFileException e = Assert.Throws<DataFileException>(() => Load(name, others));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
    }

    /// <summary>A line that lost its tabs, as editors do it: first, middle and last of each file.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Load_LineWithoutTabs_NamesFileAndLine(string name)
    {
        string[] lines = Files.Texts[name].Split('\n');
        int header = Array.FindIndex(lines, IsData);
        int[] data = [.. Enumerable.Range(header + 1, lines.Length - header - 1).Where(i => IsData(lines[i]) && lines[i].Contains('\t', StringComparison.Ordinal))];
        foreach (int index in (int[])[data[0], data[data.Length / 2], data[^1]])
        {
            string[] changed = [.. lines];
            changed[index] = changed[index].Replace('\t', ' ');
            Dictionary<string, string> texts = new(Files.Texts, StringComparer.Ordinal) { [name] = string.Join('\n', changed) };
            DataFileException e = Assert.Throws<DataFileException>(() => Load(name, texts));
            Assert.EndsWith(name, e.File, StringComparison.Ordinal);
            Assert.Equal(index + 1, e.Line);
        }
    }

    /// <summary>What the reader looks into only when asked why is loaded then.</summary>
    private static void Load(string name, Dictionary<string, string> texts)
    {
        LanguageFiles files = Files with { Texts = texts };
        if (name == ExplainingTables.Rules)
        {
            _ = new ExplainingTables(files);
        }
        else
        {
            ArabicReader.Load(files, [], []);
        }
    }

    private static bool IsData(string line) => !string.IsNullOrWhiteSpace(line) && line[0] != '#';
}
