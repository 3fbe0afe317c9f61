using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Agreements;

/// <summary>A version of the agreement to be filed, as uploaded or typed.</summary>
/// <param name="Text">The file's text, so that a refused one is not lost.</param>
/// <param name="Name">The file's name, for errors.</param>
/// <param name="Reason">Why this version.</param>
public sealed record FileDraft(string Text, string Name, string Reason)
{
    internal const string DefaultName = "agreement.yaml";

    internal ReadOnlyMemory<byte> Bytes { get; init; }

    internal static FileDraft Empty { get; } = new("", DefaultName, "");

    /// <summary>An uploaded file goes before typed text.</summary>
    internal static async Task<FileDraft> OfAsync(IFormCollection form, CancellationToken cancellation)
    {
        string reason = form["reason"].ToString().Trim();
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            return Of(bytes.ToArray(), Path.GetFileName(file.FileName) is { Length: > 0 } name ? name : DefaultName, reason);
        }

        // A browser ends the lines of a text box as Windows does.
        return Of(Encoding.UTF8.GetBytes(form["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal)), DefaultName, reason);
    }

    internal static FileDraft Of(byte[] bytes, string name, string reason)
    {
        // What a Windows editor puts first is no part of the text.
        ReadOnlyMemory<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
        return new FileDraft(Encoding.UTF8.GetString(text.Span), name, reason) { Bytes = text };
    }
}
