using System.Globalization;
using Hudna.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hudna.Missions;

/// <summary>A node of a YAML file with the file's name and the path to it, so that every error says where and what is expected:
/// <c>agreement.yaml:12: provisions[3].type: "forbids" cannot be used; prohibits, obliges or permits is expected</c>.</summary>
internal sealed class YamlPart
{
    private readonly YamlNode node;

    private YamlPart(string file, string path, YamlNode node) => (File, Path, this.node) = (file, path, node);

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Path from the root, as <c>provisions[3].acts[0]</c>, counted from 1; empty for the root.</summary>
    public string Path { get; }

    /// <summary>1-based line.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>True for a list.</summary>
    public bool IsList => node is YamlSequenceNode;

    /// <summary>True for a single value.</summary>
    public bool IsScalar => node is YamlScalarNode;

    /// <summary>True for keys with values.</summary>
    public bool IsMapping => node is YamlMappingNode;

    /// <summary>The root of a file that consists of one mapping.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="expected">What such a file begins with, as <c>id: …, name: …</c>.</param>
    /// <exception cref="DataFileException">It is no YAML, or not one mapping.</exception>
    public static YamlPart Root(string text, string file, string expected)
    {
        try
        {
            var stream = new YamlStream();
            using var lines = new StringReader(text);
            stream.Load(lines);
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
                ? new YamlPart(file, string.Empty, root) : throw new DataFileException(file, 0, $"one mapping is expected ({expected})");
        }
        catch (YamlException e)
        {
            throw new DataFileException(file, (int)e.Start.Line, "is no YAML: " + e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // YamlDotNet 16.3 throws such on some broken flow sequences ("[" before a key) and tells no line.
            throw new DataFileException(file, 0, "is no YAML: " + e.Message);
        }
    }

    /// <summary>The value of a key.</summary>
    /// <exception cref="DataFileException">The key is missing, or this is no mapping.</exception>
    public YamlPart this[string key] => Find(key) ?? throw new DataFileException(File, Line, At(key) + " is missing");

    /// <summary>The value of a key; null when there is none such.</summary>
    public YamlPart? Find(string key) =>
        Mapping().Children.FirstOrDefault(c => c.Key is YamlScalarNode name && string.Equals(name.Value, key, StringComparison.Ordinal)).Value is { } value
            ? new YamlPart(File, At(key), value) : null;

    /// <summary>The keys with their values, in the file's order.</summary>
    public IEnumerable<(string Key, YamlPart Value)> Entries() =>
        Mapping().Children.Select(c => (KeyOf(c.Key), new YamlPart(File, At(KeyOf(c.Key)), c.Value)));

    /// <summary>The entries of a list, in order.</summary>
    public IReadOnlyList<YamlPart> Items() => node is YamlSequenceNode list
        ? [.. list.Children.Select((n, i) => new YamlPart(File, string.Create(CultureInfo.InvariantCulture, $"{Path}[{i + 1}]"), n))]
        : throw Error("a list is expected");

    /// <summary>The entries of the list at a key; none when the key is not there.</summary>
    public IReadOnlyList<YamlPart> ItemsOf(string key) => Find(key)?.Items() ?? [];

    /// <summary>Refuses keys other than these.</summary>
    public YamlPart Only(params ReadOnlySpan<string> known)
    {
        foreach ((string key, YamlPart value) in Entries())
        {
            if (!known.Contains(key))
            {
                throw value.Error($"is no key here; expected: {string.Join(", ", known.ToArray())}");
            }
        }

        return this;
    }

    /// <summary>The single value, trimmed; never empty.</summary>
    public string Text() => node is YamlScalarNode { Value: { } text } && text.Trim() is { Length: > 0 } trimmed
        ? trimmed : throw Error(node is YamlScalarNode ? "a text is expected" : "a single value is expected");

    /// <summary>The single value, if it is good.</summary>
    public string Text(Func<string, bool> isGood, string expected) => isGood(Text()) ? Text() : throw Bad(expected);

    /// <summary>The single value at a key; null when the key is not there.</summary>
    public string? TextOf(string key) => Find(key)?.Text();

    /// <summary>A value of a vocabulary, by its wire name.</summary>
    public T Value<T>()
        where T : struct, Enum => Wire.Parse<T>(Text()) ?? throw Bad(OneOf(Wire.All<T>()));

    /// <summary>A day as <c>2016-12-30</c>.</summary>
    public DateOnly Day() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        ? day : throw Bad("a day as 2016-12-30");

    /// <summary>A day at a key; null when the key is not there.</summary>
    public DateOnly? DayOf(string key) => Find(key)?.Day();

    /// <summary>A local time as <c>2016-12-30T00:00</c>.</summary>
    public DateTime LocalTime() =>
        DateTime.TryParseExact(Text(), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? time : throw Bad("a local time as 2016-12-30T00:00");

    /// <summary>A moment with offset, as <c>2016-12-30T00:00+02:00</c>.</summary>
    public DateTimeOffset Moment() =>
        DateTimeOffset.TryParseExact(Text(), "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at)
            ? at : throw Bad("a moment with offset as 2016-12-30T00:00+02:00");

    /// <summary>A number within bounds.</summary>
    public double Number(double min, double max) =>
        double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= min && number <= max
            ? number : throw Bad(string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));

    /// <summary>A whole number within bounds.</summary>
    public int Whole(int min, int max) =>
        int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number : throw Bad(string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag() => Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw Bad("true or false"),
    };

    /// <summary>A text in both languages of the pages.</summary>
    public BilingualText Bilingual()
    {
        Only("en", "ar");
        return new BilingualText(this["en"].Text(), this["ar"].Text());
    }

    /// <summary>An id of lower-case letters, digits and hyphens.</summary>
    public string Id() => Text(
        id => id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'), "lower-case letters, digits and hyphens");

    /// <summary>An error at this node.</summary>
    public DataFileException Error(string problem) => new(File, Line, Path.Length == 0 ? problem : $"{Path}: {problem}");

    /// <summary>An error that quotes the value.</summary>
    public DataFileException Bad(string expected) => Error($"\"{(node as YamlScalarNode)?.Value}\" cannot be used; {expected} is expected");

    /// <summary>Names as a sentence lists them.</summary>
    public static string OneOf(IEnumerable<string> names) => "one of " + string.Join(", ", names);

    private YamlMappingNode Mapping() => node as YamlMappingNode ?? throw Error("keys with values are expected");

    private string KeyOf(YamlNode key) =>
        (key as YamlScalarNode)?.Value ?? throw new DataFileException(File, (int)key.Start.Line, $"{Path}: a key is a single value");

    private string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
