using Hudna.Operations;

namespace Hudna.Acts;

/// <summary>The plan of an operation was recorded or corrected; subject: the operation.</summary>
/// <param name="Revision">The operation's revision that was seen; 0 when there was none.</param>
/// <param name="Plan">What was agreed.</param>
public sealed record OperationPlanned(int Revision, OperationPlan Plan) : ActBody;

/// <summary>A stage of an operation was recorded or corrected; subject: the operation.</summary>
/// <param name="Revision">The operation's revision that was seen.</param>
/// <param name="Number">The stage's number: one more than the last for a new one, else the one that is corrected.</param>
/// <param name="Step">What happened.</param>
public sealed record OperationStageRecorded(int Revision, int Number, OperationStep Step) : ActBody;
