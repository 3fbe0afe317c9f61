namespace Hudna.Acts;

/// <summary>An act that no record may hold: it names what is not there, or its content contradicts itself. Nothing was appended.</summary>
/// <param name="message">What is wrong and what is expected.</param>
public sealed class InvalidActException(string message) : Exception(message)
{
    internal static InvalidActException OutOfOrder(Act act, bool exists) => new(
        $"{act.Body.GetType().Name} on {act.Subject} cannot be applied: the subject {(exists ? "is already there" : "is not there")}.");
}

/// <summary>What is wrong with an act that is about to be appended.</summary>
/// <param name="IsConflict">True when the record has moved on since the caller looked: reading again and deciding anew may help.
/// False when the act can never be right.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record ActProblem(bool IsConflict, string Message)
{
    internal static ActProblem Conflict(string message) => new(true, message);

    internal static ActProblem Invalid(string message) => new(false, message);
}
