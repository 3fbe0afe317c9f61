using System.Buffers;
using System.Text;

namespace Hudna.Documents;

/// <summary>What the bytes themselves tell of their encoding.</summary>
internal static class ByteSigns
{
    // Of a sample this large; text has next to none, compressed or compiled data about one byte in nine.
    private const int SampleLength = 64 * 1024;
    private const double ControlsAtMost = 0.01;

    internal readonly record struct Utf16Order(bool BigEndian, int MarkLength);

    /// <summary>The byte order when the bytes are UTF-16; null when they are not.</summary>
    internal static Utf16Order? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return new(false, 2);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new(true, 2);
        }

        // Without a mark: nearly every second byte is the high byte of a Latin, Arabic or punctuation character.
        ReadOnlySpan<byte> sample = bytes[..(Math.Min(bytes.Length, SampleLength) & ~1)];
        if (sample.Length < 8 || !sample.Contains((byte)0))
        {
            return null;
        }

        int even = 0, odd = 0;
        for (int i = 0; i < sample.Length; i += 2)
        {
            even += IsHighByte(sample[i], sample[i + 1]) ? 1 : 0;
            odd += IsHighByte(sample[i + 1], sample[i]) ? 1 : 0;
        }

        int enough = sample.Length / 2 * 95 / 100;
        return odd >= enough && odd > even ? new(false, 0) : even >= enough && even > odd ? new(true, 0) : null;
    }

    /// <summary>What sort of binary the bytes are, in words; null when they may be text.</summary>
    internal static string? Binary(ReadOnlySpan<byte> bytes)
    {
        foreach ((byte[] signature, string name) in Signatures)
        {
            if (bytes.StartsWith(signature))
            {
                return name;
            }
        }

        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        if (sample.Contains((byte)0))
        {
            return "holds NUL bytes: binary data";
        }

        int controls = 0;
        foreach (byte b in sample)
        {
            controls += b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F ? 1 : 0;
        }

        return controls > Math.Max(1, sample.Length * ControlsAtMost) ? "holds many control characters: binary data" : null;
    }

    /// <summary>Length of a UTF-8 sequence that the end of the bytes cuts off, 0 to 3.</summary>
    internal static int UnfinishedTail(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            ReadOnlySpan<byte> tail = bytes[^back..];
            if ((tail[0] & 0xC0) != 0x80)
            {
                return Rune.DecodeFromUtf8(tail, out _, out _) == OperationStatus.NeedMoreData ? back : 0;
            }
        }

        return 0;
    }

    /// <summary>Counts well-formed UTF-8 sequences of two bytes or more, and places that are not UTF-8.</summary>
    internal static (int Whole, int Bad) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int consumed);
            (whole, bad) = status == OperationStatus.Done ? (whole + 1, bad) : (whole, bad + 1);
            bytes = bytes[consumed..];
        }

        return (whole, bad);
    }

    private static readonly (byte[] Signature, string Name)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an Office document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
    ];

    // Latin, Arabic, general punctuation, Arabic presentation forms; a NUL is never the low byte of a character in text.
    private static bool IsHighByte(byte high, byte low) => low != 0 && high is 0x00 or 0x06 or 0x20 or 0xFB or 0xFE;
}
