using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Documents;

namespace Hudna.Tests.Documents;

public sealed class TextDecodingTests
{
    private static DecodedText Decode(byte[] bytes, string? declared = null)
    {
        Assert.True(TextDecoding.TryDecode(bytes, declared, out DecodedText? text, out DocumentProblem? problem), problem?.Message);
        return text;
    }

    private static DocumentProblem Refuse(byte[] bytes)
    {
        Assert.False(TextDecoding.TryDecode(bytes, null, out DecodedText? text, out DocumentProblem? problem), text?.Text);
        return problem;
    }

    [Fact]
    public void Utf8_AnyText_RoundTrips() =>
        Prop.ForAll<NonEmptyString>(s =>
        {
            // FsCheck makes lone surrogates and controls too; they are not text.
            string text = new([.. s.Get.Where(c => !char.IsSurrogate(c) && (!char.IsControl(c) || c is '\n' or '\t') && c != '\uFEFF')]);
            return text.Length == 0 || Decode(Samples.Utf8(text)) is { Encoding: "utf-8", Notes: [] } d && d.Text.Equals(text, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyBytes_NeverThrow() =>
        Prop.ForAll<byte[]>(bytes => TextDecoding.TryDecode(bytes, null, out DecodedText? t, out DocumentProblem? p) ? t is not null : p is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void ByteOrderMark_IsNotPartOfText() => Assert.Equal("هدنة", Decode([0xEF, 0xBB, 0xBF, .. Samples.Utf8("هدنة")]).Text);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Utf8_CutInsideLastCharacter_KeepsTheRestAndNotes(int kept)
    {
        byte[] bytes = [.. Samples.Utf8(Samples.Arabic), .. Samples.Utf8("🕊")[..kept]];
        DecodedText text = Decode(bytes);
        Assert.Equal(Samples.Arabic, text.Text);
        Assert.Contains("cut off", Assert.Single(text.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Utf8_CutAnywhere_IsAPrefix()
    {
        byte[] bytes = Samples.Utf8(Samples.Arabic);
        for (int length = 2; length < bytes.Length; length++)
        {
            Assert.StartsWith(Decode(bytes[..length]).Text, Samples.Arabic, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Utf8_AFewBadBytes_AreReplacedAndNoted()
    {
        byte[] bytes = [.. Samples.Utf8(Samples.Arabic), 0xFF, .. Samples.Utf8(Samples.Arabic)];
        DecodedText text = Decode(bytes);
        Assert.Equal("utf-8", text.Encoding);
        Assert.Equal(Samples.Arabic + "\uFFFD" + Samples.Arabic, text.Text);
        Assert.Contains("1 place", Assert.Single(text.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Windows1256_Arabic_IsConvertedExactly()
    {
        DecodedText text = Decode(Samples.Windows(1256).GetBytes(Samples.Arabic));
        Assert.Equal("windows-1256", text.Encoding);
        Assert.Equal(Samples.Arabic, text.Text);
    }

    /// <summary>Each sentence of its own: short texts must be told too.</summary>
    [Theory]
    [InlineData("هدنة في حلب")]
    [InlineData("مقتل ثلاثة مدنيين بقصف على الغوطة الشرقية")]
    [InlineData("موسكو: الاتفاق يشمل 62 ألف مقاتل (Reuters)")]
    public void Windows1256_ShortArabic_IsTold(string text)
    {
        DecodedText decoded = Decode(Samples.Windows(1256).GetBytes(text));
        Assert.Equal(("windows-1256", text), (decoded.Encoding, decoded.Text));
    }

    [Fact]
    public void Windows1252_French_IsConverted()
    {
        DecodedText text = Decode(Samples.Windows(1252).GetBytes(Samples.French));
        Assert.Equal(("windows-1252", Samples.French), (text.Encoding, text.Text));
    }

    [Theory]
    [InlineData(1251, Samples.Russian)]
    [InlineData(1255, Samples.Hebrew)]
    public void OtherSingleByteEncodings_AreRefusedNotGuessed(int page, string text) =>
        Assert.Equal("unknown-encoding", Refuse(Samples.Windows(page).GetBytes(text)).Code);

    [Fact]
    public void Declared_SingleByte_IsFollowed() =>
        Assert.Equal(Samples.Russian, Decode(Samples.Windows(1251).GetBytes(Samples.Russian), "windows-1251").Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1256")]
    [InlineData("no-such-charset")]
    public void Declared_Wrongly_BytesDecide(string declared)
    {
        Assert.Equal(Samples.Arabic, Decode(Samples.Windows(1256).GetBytes(Samples.Arabic), declared).Text);
        Assert.Equal(Samples.Arabic, Decode(Samples.Utf8(Samples.Arabic), declared).Text);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public void Utf16_EitherOrder_WithAndWithoutMark(bool bigEndian, bool mark)
    {
        UnicodeEncoding encoding = new(bigEndian, mark);
        DecodedText text = Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Samples.Arabic)]);
        Assert.Equal(("utf-16", Samples.Arabic), (text.Encoding, text.Text));
    }

    [Fact]
    public void Utf16_OddLength_KeepsTheRestAndNotes() => Assert.Single(Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("هدنة"), 0x27]).Notes);

    [Fact]
    public void Empty_IsRefused() => Assert.Equal("empty", Refuse([]).Code);

    [Theory]
    [InlineData("%PDF-1.7 text follows", "PDF")]
    [InlineData("PK\u0003\u0004 and a document", "Office")]
    public void KnownBinary_IsNamed(string content, string name)
    {
        DocumentProblem problem = Refuse(Samples.Utf8(content));
        Assert.Equal("binary", problem.Code);
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomBytes_AreBinary()
    {
        byte[] bytes = [.. Enumerable.Range(0, 128).SelectMany(i => System.Security.Cryptography.SHA256.HashData([(byte)i]))];
        Assert.Equal("binary", Refuse(bytes).Code);
        Assert.Equal("binary", Refuse([.. bytes.Where(b => b != 0)]).Code);
    }
}
