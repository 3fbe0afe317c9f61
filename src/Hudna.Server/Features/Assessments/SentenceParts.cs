using System.Globalization;
using System.Text.RegularExpressions;

namespace Hudna.Server.Features.Assessments;

/// <summary>Cuts a sentence at its place holders, so that what is put in can be a link.</summary>
internal static partial class SentenceParts
{
    /// <summary>The sentence's pieces with the arguments in their places; a place holder without an argument stays as it is.</summary>
    public static IReadOnlyList<WordPart> Of(string sentence, IReadOnlyList<WordPart>[] arguments)
    {
        var parts = new List<WordPart>();
        int from = 0;
        foreach (Match match in Holder().Matches(sentence))
        {
            parts.Add(new WordPart(sentence[from..match.Index]));
            int index = int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
            parts.AddRange(index < arguments.Length ? arguments[index] : [new WordPart(match.Value)]);
            from = match.Index + match.Length;
        }

        parts.Add(new WordPart(sentence[from..]));
        return [.. parts.Where(p => p.Text.Length > 0)];
    }

    [GeneratedRegex("\\{(?<index>[0-9])\\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Holder();
}
