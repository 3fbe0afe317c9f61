using System.Reflection;
using Hudna.Acts;
using Hudna.Store;

namespace Hudna.Tests.Store;

/// <summary>A record that takes no act on one subject.</summary>
public class Refusing : DispatchProxy
{
    private IRecord? record;
    private string subject = "";

    public static IRecord Of(IRecord record, string subject)
    {
        IRecord proxy = Create<IRecord, Refusing>();
        var refusing = (Refusing)proxy;
        (refusing.record, refusing.subject) = (record, subject);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        nameof(IRecord.AppendAsync) when ((IReadOnlyList<Act>)args![0]!).Any(a => a.Subject == subject) => throw new InvalidActException($"no act on {subject} is taken"),

        // What is done together is refused the same.
        nameof(IRecord.TogetherAsync) when targetMethod.GetGenericArguments()[0] == typeof(IReadOnlyList<ReadOutcome>) =>
            record!.TogetherAsync(unit => ((Func<IRecord, Task<IReadOnlyList<ReadOutcome>>>)args![0]!)(Of(unit, subject)), (CancellationToken)args![1]!),
        nameof(IAsyncDisposable.DisposeAsync) => ValueTask.CompletedTask,
        _ => targetMethod.Invoke(record, args),
    };
}
