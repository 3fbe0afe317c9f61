using System.Globalization;
using Hudna.Linking;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Links;

/// <summary>Why two tellings are taken for one, in words.</summary>
internal sealed class EvidenceWords(Words words, KnownNames names, Dates dates)
{
    /// <summary>Probabilities from which a word holds; below the last, the unlikeliest.</summary>
    private static readonly (double From, string Key)[] Chances =
        [(0.95, "links.chance.almost"), (0.8, "links.chance.very"), (0.6, "links.chance.likely"), (0.4, "links.chance.even"), (0.2, "links.chance.possible"), (0, "links.chance.unlikely")];

    // About twice, five and twenty times as likely under one happening as under two; beyond the last nothing else can outweigh it.
    private static readonly (double Below, string Key)[] Strengths = [(0.2, "none"), (0.7, "slight"), (1.6, "some"), (3, "strong"), (20, "very"), (double.PositiveInfinity, "never")];

    /// <summary>True when a weight hardly says anything.</summary>
    public static bool IsNothing(double weight) => Math.Abs(weight) < Strengths[0].Below;

    /// <summary>How likely, in a word.</summary>
    public string Chance(double probability) => words[Array.Find(Chances, c => probability >= c.From).Key ?? Chances[^1].Key];

    /// <summary>How likely, as a percentage that never says 0 or 100.</summary>
    public string Percent(double probability) => probability switch
    {
        > 0.99 => words.Format("links.percent_over", 99),
        < 0.01 => words.Format("links.percent_under", 1),
        _ => words.Format("links.percent", (int)Math.Round(probability * 100)),
    };

    /// <summary>What a weight says, in words.</summary>
    public string Weight(double weight)
    {
        string strength = Array.Find(Strengths, s => Math.Abs(weight) < s.Below).Key;
        return words[strength == "none" ? "links.weight.none" : $"links.weight.{(weight > 0 ? "for" : "against")}_{strength}"];
    }

    /// <summary>The weight as a signed number, a natural logarithm.</summary>
    public static string Logarithm(double weight) => weight.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>The weight as a ratio, for who hovers: how many times likelier if both are one, or if they are two.</summary>
    public string Ratio(double weight) => words.Format(
        weight >= 0 ? "links.times_one" : "links.times_two", Math.Exp(Math.Min(Math.Abs(weight), 20)).ToString("#,##0.#", CultureInfo.InvariantCulture), Logarithm(weight));

    /// <summary>What one side tells on a field, in the page's language.</summary>
    public string Side(LinkField field, string? told)
    {
        if (told is null)
        {
            return words["unknown"];
        }

        IEnumerable<string> values = WithoutDistance(field, told).Split("; ").Select(v => $"\u2068{Value(field, v)}\u2069");
        return string.Join(words["links.semicolon"], values);
    }

    /// <summary>How far apart the sides lie; null when that is not told, and for one place.</summary>
    public string? Distance(FieldWeight weight) =>
        weight.Field == LinkField.Place && (DistanceOf(weight.Other) ?? DistanceOf(weight.Own)) is { } km and not "0.0" ? words.Format("links.km_apart", km) : null;

    private string Value(LinkField field, string value) => field switch
    {
        LinkField.Time => Days(value),
        LinkField.Place => names.ById(value, words.IsArabic) ?? value,
        LinkField.Act => string.Join(" – ", value.Split(' ', 2).Select((part, i) => words.Term(i == 0 ? "type" : "mode", part))),
        LinkField.Actors or LinkField.Targets => string.Join(words["date.comma"], value.Split(", ").Select(id => names.ById(id, words.IsArabic) ?? id)),
        LinkField.Toll => Toll(value),
        _ => value,
    };

    private string Days(string value)
    {
        string[] days = value.Split('/');
        return Day(days[0]) is { } first && Day(days[^1]) is { } last ? dates.Days(first, last) : value;
    }

    // "4", "4–7", "4–" and "–7".
    private string Toll(string value)
    {
        string[] bounds = value.Split('–');
        return bounds switch
        {
            ["", { } high] => words.Format("count.at_most", high),
            [{ } low, ""] => words.Format("count.at_least", low),
            [{ } low, { } high] => words.Format("count.range", low, high),
            _ => value,
        };
    }

    private static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    // A distance stands behind the place of one side: "sy-homs (0.4 km)".
    private static string WithoutDistance(LinkField field, string told) =>
        field == LinkField.Place && DistanceOf(told) is not null ? told[..told.LastIndexOf(" (", StringComparison.Ordinal)] : told;

    private static string? DistanceOf(string? told)
    {
        const string End = " km)";
        int from = told?.LastIndexOf(" (", StringComparison.Ordinal) ?? -1;
        return from >= 0 && told!.EndsWith(End, StringComparison.Ordinal) && from + 2 < told.Length - End.Length ? told[(from + 2)..^End.Length] : null;
    }
}
