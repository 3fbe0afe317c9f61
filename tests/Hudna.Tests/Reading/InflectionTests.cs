using Hudna.Reading;
using Hudna.Reading.Arabic;
using Hudna.Store;

namespace Hudna.Tests.Reading;

/// <summary>Forms by the rows of inflection.tsv and passives.tsv.</summary>
public sealed class InflectionTests
{
    private static readonly ArabicLanguage s_language = new LexiconBuilder(DataFolders.ReadLanguage(DataFolders.Find("lang/ar"))).Build([], []);

    public static TheoryData<string, string, string, string, string> Forms => new()
    {
        // form, lemma, verb form, person-gender-number ("-" where it does not tell), voice
        { "قالت", "قال", "Perfect", "3fs", "Active" },
        { "قالوا", "قال", "Perfect", "3mp", "Active" },
        { "قيل", "قال", "Perfect", "3ms", "Passive" },
        { "يقال", "قال", "Imperfect", "3ms", "Passive" },
        { "تقول", "قال", "Imperfect", "3fs", "Active" },
        { "يقل", "قال", "Imperfect", "3ms", "Active" },
        { "يقولون", "قال", "Imperfect", "3mp", "Active" },
        { "ستقول", "قال", "Future", "3fs", "Active" },
        { "حوصرت", "حاصر", "Perfect", "3fs", "Passive" },
        { "حاصرت", "حاصر", "Perfect", "3fs", "Active" },
        { "يحاصر", "حاصر", "Imperfect", "3ms", "Unmarked" },
        { "اغتيلت", "اغتال", "Perfect", "3fs", "Passive" },
        { "أجلت", "أجلى", "Perfect", "3fs", "Active" },
        { "أجلوا", "أجلى", "Perfect", "3mp", "Active" },
        { "التقيا", "التقى", "Perfect", "3md", "Unmarked" },
        { "اتفقنا", "اتفق", "Perfect", "1-p", "Unmarked" },
        { "نطالب", "طالب", "Imperfect", "1-p", "Unmarked" },
        { "قصفتا", "قصف", "Perfect", "3fd", "Unmarked" },
        { "يقصفان", "قصف", "Imperfect", "3md", "Unmarked" },
        { "القصف", "قصف", "Masdar", "---", "Unmarked" },
        { "مؤكدة", "أكد", "Participle", "-fs", "Unmarked" },
        { "مؤكدين", "أكد", "Participle", "-mp", "Unmarked" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_IsItsLemmas(string form, string lemma, string verbForm, string agreement, string voice)
    {
        IEnumerable<VerbEntry> entries = s_language.Lexicon.Word(Folding.Fold(form)).Readings.SelectMany(r => r.Entries).OfType<VerbEntry>();
        Assert.Contains(
            (lemma, verbForm, agreement, voice),
            entries.Select(e => (e.Verb.Lemma, e.Form.ToString(), Written(e.Concord), e.Voice.ToString())));
    }

    [Fact]
    public void PassiveOfARequest_ReportsNothing()
    {
        IEnumerable<VerbEntry> entries = s_language.Lexicon.Word(Folding.Fold("دعي")).Readings.SelectMany(r => r.Entries).OfType<VerbEntry>();
        Assert.All(entries.Where(e => e.Voice == Voice.Passive), e => Assert.Equal(Complement.None, e.Verb.Report));
    }

    [Theory]
    [InlineData("3fs", "-f-", true)]
    [InlineData("3fs", "3ms", false)]
    [InlineData("3ms", "3mp", true)]
    [InlineData("1-p", "3mp", false)]
    [InlineData("---", "3fd", true)]
    public void Fits_ComparesPersonAndGenderAlone(string a, string b, bool fits)
    {
        Assert.Equal(fits, Read(a).Fits(Read(b)));
        Assert.Equal(fits, Read(b).Fits(Read(a)));
    }

    [Theory]
    [InlineData("passives.tsv", "lemma\tperfect\timperfect\nتزلج\t\tيتزلج\n", "\"تزلج\" is no verb of verbs.tsv")]
    [InlineData("inflection.tsv", "class\tstem\tcut\tbefore\tafter\tperson\tgender\tnumber\nnoun\tlong\t\t\t\t\t\t\n", "\"long\" is none of")]
    [InlineData("inflection.tsv", "class\tstem\tcut\tbefore\tafter\tperson\tgender\tnumber\nnoun\tany\t\t\t\t4\t\t\n", "\"4\" is none of")]
    public void BadRow_IsRefusedWithItsPlace(string file, string text, string message)
    {
        var files = DataFolders.ReadLanguage(DataFolders.Find("lang/ar"));
        files = files with { Texts = files.Texts.ToDictionary(f => f.Key, f => f.Key == file ? text : f.Value, StringComparer.Ordinal) };
        DataFileException e = Assert.Throws<DataFileException>(() => new LexiconBuilder(files).Build([], []));
        Assert.Contains(file, e.Message, StringComparison.Ordinal);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    private static string Written(Concord a) => $"{(a.Person == 0 ? "-" : a.Person)}{(a.Gender == '\0' ? '-' : a.Gender)}{(a.Number == '\0' ? '-' : a.Number)}";

    private static Concord Read(string written) => new(
        (byte)(written[0] == '-' ? 0 : written[0] - '0'), written[1] == '-' ? '\0' : written[1], written[2] == '-' ? '\0' : written[2]);
}
