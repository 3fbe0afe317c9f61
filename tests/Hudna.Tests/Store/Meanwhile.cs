using System.Reflection;
using Hudna.Store;

namespace Hudna.Tests.Store;

/// <summary>A record at which somebody else does something, once, right before a named method is called: a race made certain.</summary>
public class Meanwhile : DispatchProxy
{
    private IRecord? record;
    private string method = "";
    private Func<Task>? act;

    public static IRecord Of(IRecord record, string method, Func<Task> act)
    {
        IRecord proxy = Create<IRecord, Meanwhile>();
        var meanwhile = (Meanwhile)proxy;
        (meanwhile.record, meanwhile.method, meanwhile.act) = (record, method, act);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == method && Interlocked.Exchange(ref act, null) is { } first)
        {
            first().GetAwaiter().GetResult();
        }

        // The record is its owner's to close.
        return targetMethod.Name == nameof(IAsyncDisposable.DisposeAsync) ? ValueTask.CompletedTask : targetMethod.Invoke(record, args);
    }
}
