using Hudna.Reading;

namespace Hudna.Importing;

/// <summary>The layouts that Hudna knows, each a mapping by the published names of its columns. Data: <c>Layouts/*.json</c>.</summary>
public static class Layouts
{
    /// <summary>Hudna's own table of observations and complaints.</summary>
    public const string Observations = "observations";

    /// <summary>A table of no layout that is known: its mapping is proposed by the names of its columns.</summary>
    public const string Plain = "plain";

    /// <summary>An export of KoboToolbox or ODK.</summary>
    public const string Kobo = "kobo";

    /// <summary>The mappings that come with the program, in the order in which a header is tried.</summary>
    public static IReadOnlyList<Mapping> BuiltIn { get; } = [.. new[] { Observations, "acled", "ucdp-ged", "osce-smm" }.Select(Load)];

    /// <summary>The names of all layouts.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. BuiltIn.Select(m => m.Layout), Kobo, Plain];

    /// <summary>Hudna's own table of observations: the mapping of rows filed before mappings were kept.</summary>
    public static Mapping OfObservations => BuiltIn[0];

    /// <summary>The layout of that name; null for those whose mapping is proposed.</summary>
    public static Mapping? Named(string name) => BuiltIn.FirstOrDefault(m => string.Equals(m.Layout, name, StringComparison.Ordinal));

    /// <summary>The built-in layout of a header; null when it is none of them.</summary>
    public static Mapping? Of(IReadOnlyList<string> header) => BuiltIn.FirstOrDefault(m => Fits(m, header));

    /// <summary>True when a header has the columns by which a mapping is recognised.</summary>
    public static bool Fits(Mapping mapping, IReadOnlyList<string> header) =>
        (mapping.Signature.Count > 0 ? mapping.Signature : mapping.AllColumns).All(c => ColumnNames.IndexOf(header, c) >= 0);

    private static Mapping Load(string name)
    {
        using Stream stream = typeof(Layouts).Assembly.GetManifestResourceStream($"Hudna.Importing.{name}.json") ?? throw new DataFileException(name + ".json", 0, "is not built into the program");
        using var reader = new StreamReader(stream);
        return MappingJson.Parse(reader.ReadToEnd()) ?? throw new DataFileException(name + ".json", 0, "is no mapping");
    }
}
