using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Hudna.Documents;

/// <summary>Decoded text.</summary>
/// <param name="Text">The text; a leading byte order mark is not part of it.</param>
/// <param name="Encoding">Web name of the encoding it was in; <c>utf-16</c> for either byte order.</param>
/// <param name="Notes">What was odd and how it was dealt with.</param>
public sealed record DecodedText(string Text, string Encoding, IReadOnlyList<string> Notes);

/// <summary>Turns bytes of unknown encoding into text. Order: byte order mark, UTF-16 without one, strict UTF-8 (cut off at the end: tolerated
/// with a note), the encoding declared, damaged UTF-8 (replaced characters are noted), windows-1256 and windows-1252 by the statistics of
/// their letters. What is none of these is refused, never guessed.</summary>
public static class TextDecoding
{
    // U+FFFD is what the reader of a note sees; more damage than one byte in this many multi-byte characters is another encoding.
    private const int DamageTolerance = 8;

    private static readonly UTF8Encoding Utf8Strict = new(false, true);
    private static readonly UTF8Encoding Utf8Replacing = new(false, false);

    /// <summary>Decodes bytes.</summary>
    /// <param name="bytes">All bytes of the text.</param>
    /// <param name="declared">Encoding that markup or a header declares; followed only where the bytes allow it. Null when none is.</param>
    /// <param name="text">The text; null when refused.</param>
    /// <param name="problem">Why not: <c>empty</c>, <c>binary</c> or <c>unknown-encoding</c>; null when decoded.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes, string? declared, [NotNullWhen(true)] out DecodedText? text, [NotNullWhen(false)] out DocumentProblem? problem)
    {
        (text, problem) = bytes.IsEmpty
            ? (null, new DocumentProblem("empty", "holds no bytes at all.", null))
            : Decode(bytes, declared);
        return text is not null;
    }

    private static (DecodedText? Text, DocumentProblem? Problem) Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return DecodeUtf8(bytes[3..]) ?? Accept(Replaced(bytes[3..]));
        }

        if (ByteSigns.Utf16(bytes) is { } order)
        {
            return Accept(DecodeUtf16(bytes, order));
        }

        if (ByteSigns.Binary(bytes) is { } kind)
        {
            return (null, new("binary", $"{kind}, not text. Save its text as .txt, .html or .jsonl first.", null));
        }

        if (DecodeUtf8(bytes) is { } strict)
        {
            return strict;
        }

        if (declared is not null && Declared(bytes, declared) is { } asDeclared)
        {
            return Accept(asDeclared);
        }

        if (ByteSigns.Utf8Sequences(bytes) is var (whole, bad) && whole > (long)bad * DamageTolerance)
        {
            return Accept(Replaced(bytes));
        }

        return SingleByte.Decode(bytes) is { } legacy
            ? Accept(legacy)
            : (null, new("unknown-encoding", "neither UTF-8 nor an Arabic or Western Windows encoding. Convert it to UTF-8 first.", null));
    }

    private static (DecodedText? Text, DocumentProblem? Problem) Accept(DecodedText text) => (text, null);

    // Null when the bytes are not UTF-8. Bytes that only break off inside the last character are.
    private static (DecodedText? Text, DocumentProblem? Problem)? DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        int cut = ByteSigns.UnfinishedTail(bytes);
        if (!System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
        {
            return null;
        }

        if (cut > 0 && ByteSigns.Utf8Sequences(bytes[..^cut]).Whole == 0)
        {
            return null; // ASCII and one high byte: more likely an accented letter of a single-byte encoding.
        }

        string[] notes = cut == 0
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"cut off inside the last character: {cut} byte(s) at the end left out")];
        return (new(Utf8Strict.GetString(bytes[..^cut]), "utf-8", notes), null);
    }

    private static DecodedText Replaced(ReadOnlySpan<byte> bytes)
    {
        string text = Utf8Replacing.GetString(bytes);
        int count = text.AsSpan().Count('\uFFFD');
        return new(text, "utf-8", [string.Create(CultureInfo.InvariantCulture, $"damaged UTF-8: {count} place(s) could not be decoded and stand as U+FFFD")]);
    }

    private static DecodedText DecodeUtf16(ReadOnlySpan<byte> bytes, ByteSigns.Utf16Order order)
    {
        ReadOnlySpan<byte> body = bytes[order.MarkLength..];
        int odd = body.Length % 2;
        string text = new UnicodeEncoding(order.BigEndian, false, false).GetString(body[..^odd]);
        return new(text, "utf-16", odd == 0 ? [] : ["cut off inside the last character: 1 byte at the end left out"]);
    }

    private static DecodedText? Declared(ReadOnlySpan<byte> bytes, string name)
    {
        if (SingleByte.Named(name) is not { } encoding)
        {
            return null;
        }

        try
        {
            return new(encoding.GetString(bytes), encoding.WebName, []);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
