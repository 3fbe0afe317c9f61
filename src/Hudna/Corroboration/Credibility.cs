using System.Text.Json.Serialization;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>How far a source can be relied on: the letters of the Admiralty code (NATO AJP-2.1, STANAG 2511). A person's judgement, never computed.</summary>
[JsonConverter(typeof(UpperCaseEnumConverter<Reliability>))]
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    A,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Reliability cannot be judged: the grade of a source that nobody graded.</summary>
    F,
}

/// <summary>What the credibility of an incident comes to by rule, in the figures of the Admiralty code.</summary>
/// <param name="Grade">1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.</param>
/// <param name="Rule">Which rule gave it: a line of <see cref="CredibilityRule"/>.</param>
public sealed record ProposedCredibility(int Grade, string Rule);

/// <summary>The rules by which a credibility is proposed, from counts of independent origins alone. Reliability of sources plays no part:
/// the code grades the two apart, and nothing is averaged.</summary>
/// <remarks>
/// AJP-2.1 asks for 1 that the information comes "from another source than the already existing information"; for 2 that independence or
/// agreement is not complete but likely; for 3 that there is nothing to compare it with; for 4 and 5 that other information speaks against
/// it; for 6 that there is no basis.
/// </remarks>
public static class CredibilityRule
{
    /// <summary>The lowest grade.</summary>
    public const int CannotBeJudged = 6;

    /// <summary>The grade for so many independent origins that assert and that deny.</summary>
    public static ProposedCredibility Of(int asserting, int denying) => (asserting, denying) switch
    {
        (0, _) => new(CannotBeJudged, "nobody_asserts"),
        (1, 0) => new(3, "one_origin"),
        (_, 0) => new(1, "independent_origins"),
        _ when asserting > denying => new(2, "more_assert_than_deny"),
        _ when asserting == denying => new(4, "as_many_deny"),
        _ => new(5, "more_deny_than_assert"),
    };
}
