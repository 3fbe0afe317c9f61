using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hudna.Reading;

/// <summary>Writes an enum as its snake_case name (<c>armed_group</c>) and reads only such names.</summary>
public sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>Writes an enum as its upper-case name (<c>ASSAULT</c>), PLOVER's way, and reads only such names.</summary>
public sealed class UpperCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The name under which a vocabulary's value stands in files, output and addresses.</summary>
public static class Wire
{
    /// <summary>The value's name as JSON carries it: <c>armed_group</c>, <c>ASSAULT</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    /// <summary>The value that a name stands for, or null when the vocabulary has no such name.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum =>
        name is not null && Names<T>.By.TryGetValue(name, out T value) ? value : null;

    /// <summary>All names of a vocabulary, in the order it is declared.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Name);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(v => v, v => JsonSerializer.SerializeToElement(v).GetString()!);

        public static readonly Dictionary<string, T> By = Of.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
