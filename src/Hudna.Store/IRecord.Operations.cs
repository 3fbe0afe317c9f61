using Hudna.Operations;
using Hudna.Reading;

namespace Hudna.Store;

/// <content>Operations under a deal, as people recorded them.</content>
public partial interface IRecord
{
    /// <summary>Operations, the latest first day first.</summary>
    Task<Page<Operation>> OperationsAsync(OperationFilter filter, CancellationToken cancellation);

    /// <summary>One operation; null when there is none such.</summary>
    Task<Operation?> OperationAsync(string id, CancellationToken cancellation);
}

/// <summary>Which operations to list; null leaves a field open.</summary>
public sealed record OperationFilter
{
    /// <summary>Of this sort.</summary>
    public OperationType? Type { get; init; }

    /// <summary>Rows to leave out first; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Rows at most; 1 to 5000.</summary>
    public int Limit { get; init; } = 500;
}

/// <summary>The table of operations, within one transaction.</summary>
internal interface IOperationTables
{
    Operation? Operation(string id);

    void Put(Operation operation);
}
