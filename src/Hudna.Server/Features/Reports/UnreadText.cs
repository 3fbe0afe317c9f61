using Hudna.Server.Languages;

namespace Hudna.Server.Features.Reports;

/// <summary>Why a report was not read, in words.</summary>
internal static class UnreadText
{
    public static string Of(Words words, string? reason) => reason switch
    {
        null => words["unread.other"],
        _ when reason.StartsWith("language:", StringComparison.Ordinal) =>
            words.Format("unread.language", words.Term("language", reason["language:".Length..])),
        _ when words.Has($"unread.{reason}") => words[$"unread.{reason}"],
        _ => words.Format("unread.reason", reason),
    };
}
