using System.Globalization;
using Hudna.Reading;
using Hudna.Store;

namespace Hudna.Server.Hosting;

/// <summary>Reads the fields of an address; what it cannot use is noted, so that the page can say so and the API refuse.</summary>
internal sealed class QueryFields
{
    private const int PageMax = 1_000_000;
    private readonly List<string> ignored = [];

    /// <summary>Fields as <c>name=value</c> that could not be used.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    public static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    public T? Vocabulary<T>(string field, string? value)
        where T : struct, Enum => Read(field, value, static v => Wire.Parse<T>(v));

    public DateOnly? Day(string field, string? value) => Read(field, value, static v =>
        DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : (DateOnly?)null);

    public bool Flag(string field, string? value) => YesOrNo(field, value) ?? false;

    /// <summary>True, false, or null when the field is empty or says nothing that can be used.</summary>
    public bool? YesOrNo(string field, string? value) => Read(field, value, static v => v switch
    {
        "1" or "true" or "on" => true,
        "0" or "false" => false,
        _ => (bool?)null,
    });

    /// <summary>One of some names.</summary>
    public string? OneOf(string field, string? value, IReadOnlyList<string> names)
    {
        string? text = Text(value);
        if (text is null || names.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        ignored.Add($"{field}={text}");
        return null;
    }

    public int Offset(string? page, int size) => ((Read("page", page, static v =>
        int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= PageMax ? number : (int?)null) ?? 1) - 1) * size;

    /// <summary>A box as <c>west,south,east,north</c> in WGS 84 degrees.</summary>
    public GeoBox? Box(string field, string? value)
    {
        if (Text(value) is not { } text)
        {
            return null;
        }

        double[] sides = [.. text.Split(',').Select(s =>
            double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out double side) ? side : double.NaN)];
        if (sides is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] && sides[0] < sides[2] && sides[1] < sides[3])
        {
            return new GeoBox(sides[0], sides[1], sides[2], sides[3]);
        }

        ignored.Add($"{field}={text}");
        return null;
    }

    private T? Read<T>(string field, string? value, Func<string, T?> read)
        where T : struct
    {
        if (Text(value) is not { } text)
        {
            return null;
        }

        T? found = read(text);
        if (found is null)
        {
            ignored.Add($"{field}={text}");
        }

        return found;
    }
}
