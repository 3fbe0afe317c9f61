using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Hudna.Server.Languages;

/// <summary>The interface's sentences in one language. A missing key throws: a test walks every key that the source names.</summary>
public sealed class Words
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private readonly FrozenDictionary<string, string> sentences;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> plurals;

    private Words(string language, List<JsonProperty> all)
    {
        Language = language;
        sentences = all.Where(p => p.Value.ValueKind == JsonValueKind.String)
            .ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
        plurals = all.Where(p => p.Value.ValueKind == JsonValueKind.Object)
            .ToFrozenDictionary(
                p => p.Name,
                p => p.Value.EnumerateObject().ToFrozenDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    /// <summary>English.</summary>
    public static Words English { get; } = Load("en");

    /// <summary>Arabic.</summary>
    public static Words Arabic { get; } = Load("ar");

    /// <summary>BCP 47 code.</summary>
    public string Language { get; }

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => IsArabic ? "rtl" : "ltr";

    /// <summary>True for Arabic.</summary>
    public bool IsArabic => Language is "ar";

    /// <summary>The other language's code, for the switch.</summary>
    public string Other => IsArabic ? "en" : "ar";

    internal IEnumerable<string> Keys => sentences.Keys.Concat(plurals.Keys);

    /// <summary>The sentence under a key.</summary>
    public string this[string key] =>
        sentences.TryGetValue(key, out string? text) ? text : throw new KeyNotFoundException($"{Language}.json has no \"{key}\".");

    /// <summary>The words for a language, English for any but Arabic.</summary>
    public static Words For(string? language) => language is "ar" ? Arabic : English;

    /// <summary>The sentence under a key, with arguments put in for {0}, {1} …; texts are isolated, so that scripts do not mix.</summary>
    public string Format(string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, this[key], [.. arguments.Select(Isolated)]);

    /// <summary>What is wrong with a form.</summary>
    public string Sentence(Features.Claims.FieldProblem problem) =>
        (problem.Argument ?? (problem.NameKey is { } name ? this[name] : null)) is { } argument ? Format(problem.Key, argument) : this[problem.Key];

    /// <summary>The sentence for a number, by the language's plural rules; {0} is the number.</summary>
    public string Count(string key, long number)
    {
        FrozenDictionary<string, string> forms =
            plurals.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"{Language}.json has no \"{key}\".");
        string text = forms.TryGetValue(PluralCategory(number), out string? form) ? form : forms["other"];
        return string.Format(CultureInfo.InvariantCulture, text, Number(number));
    }

    /// <summary>A whole number with thousands apart.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>The name of a vocabulary's value (<c>type.ASSAULT</c>); the value itself when the vocabulary is open.</summary>
    public string Term(string vocabulary, string value) =>
        sentences.TryGetValue($"{vocabulary}.{value}", out string? text) ? text : value;

    internal bool Has(string key) => sentences.ContainsKey(key) || plurals.ContainsKey(key);

    internal IEnumerable<string> TextsOf(string key) => sentences.TryGetValue(key, out string? one) ? [one] : plurals[key].Values;

    internal IEnumerable<string> FormsOf(string key) => plurals.TryGetValue(key, out var forms) ? forms.Keys : [];

    private static object Isolated(object argument) => argument switch
    {
        string text => $"{FirstStrongIsolate}{text}{PopIsolate}",
        int number => Number(number),
        long number => Number(number),
        decimal number => Number(number),
        _ => argument,
    };

    /// <summary>Unicode CLDR's cardinal plural rules for English and Arabic, whole numbers only.</summary>
    private string PluralCategory(long number)
    {
        if (!IsArabic)
        {
            return number == 1 ? "one" : "other";
        }

        return number switch
        {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ => (number % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" },
        };
    }

    // One file for the whole site, <c>en.json</c>, and one for each larger part of it, <c>en.talks.json</c>.
    private static Words Load(string language)
    {
        System.Reflection.Assembly program = typeof(Words).Assembly;
        List<JsonProperty> all = [];
        foreach (string name in program.GetManifestResourceNames().Where(n => n.StartsWith(language + ".", StringComparison.Ordinal)
            && n.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = program.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            all.AddRange(document.RootElement.Clone().EnumerateObject());
        }

        return all.Count > 0 ? new Words(language, all)
            : throw new InvalidOperationException($"The program was built without its words in {language}.");
    }
}
