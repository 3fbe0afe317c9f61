using Hudna.Server.Languages;

namespace Hudna.Server.Features.Incidents;

/// <summary>The linker's reasons, <c>field: finding</c>, in words.</summary>
internal static class LinkReason
{
    public static string InWords(Words words, string reason)
    {
        int colon = reason.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? reason : $"{words.Term("field", reason[..colon])}: {reason[(colon + 2)..]}";
    }
}
