using Hudna.Server.Languages;
using Hudna.Store;

namespace Hudna.Server.Features.Sources;

/// <summary>A source's tallies by what it did.</summary>
internal static class SourceCounts
{
    public static int Of(SourceSummary source, SourceRole role) => role switch
    {
        SourceRole.Confirmed => source.Confirmed,
        SourceRole.Contradicted => source.Contradicted,
        SourceRole.First => source.First,
        SourceRole.Repeats => source.Repeats,
        SourceRole.Repeated => source.Repeated,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "a known role is expected"),
    };

    public static string Text(SourceSummary source, SourceRole role) => Words.Number(Of(source, role));
}
