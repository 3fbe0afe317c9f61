using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Store;

/// <summary>How far a claim can be explained.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ExplanationState>))]
public enum ExplanationState
{
    /// <summary>Today's reader finds it by the same rule.</summary>
    Explained,

    /// <summary>Today's reader finds it by another rule.</summary>
    OtherRule,

    /// <summary>Today's reader does not find it.</summary>
    NotFound,

    /// <summary>A person entered it: there is no rule behind it.</summary>
    Person,

    /// <summary>It is a row of a table, taken over column by column.</summary>
    Row,

    /// <summary>The reader of its language cannot say why, or there is none.</summary>
    NoReasons,
}

/// <summary>Why the machine proposed a claim, worked out anew from the report's text.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="State">How far it can be explained.</param>
/// <param name="Rule">The rule that proposed it.</param>
/// <param name="ReadWith">The reader that proposed it, with its version; null when none did.</param>
/// <param name="ExplainedWith">The reader that explains it, with its version; null when none does.</param>
/// <param name="Explanation">Why; null when it cannot be explained.</param>
public sealed record ClaimExplanation(
    string ClaimId, ExplanationState State, string Rule, string? ReadWith, string? ExplainedWith, Explanation? Explanation);
