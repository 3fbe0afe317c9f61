using System.Text;

namespace Hudna.Server.Features.Complaints;

/// <summary>Lines of a calendar after RFC 5545: ended by CRLF, folded so that none is longer than 75 octets of UTF-8, texts escaped.</summary>
internal sealed class CalendarLines
{
    /// <summary>RFC 5545, 3.1: octets of a line, its end not counted.</summary>
    public const int OctetsMax = 75;

    private readonly StringBuilder lines = new();

    /// <summary>Adds a property whose value is written as it is.</summary>
    public CalendarLines Add(string name, string value)
    {
        int octets = 0;
        foreach (Rune rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsMax)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
        return this;
    }

    /// <summary>Adds a property whose value is a text.</summary>
    public CalendarLines AddText(string name, string text) => Add(name, Escape(text));

    /// <inheritdoc/>
    public override string ToString() => lines.ToString();

    /// <summary>RFC 5545, 3.3.11; control characters, which it does not allow, are left out.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(c) && c is not '\t' => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
