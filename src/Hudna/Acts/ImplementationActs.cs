using Hudna.Commitments;

namespace Hudna.Acts;

/// <summary>A person rated how far a commitment was carried out; subject: the claim, or a provision as <see cref="ProvisionId"/>.</summary>
/// <param name="Revision">The revision of its ratings that was seen; 0 when there was none.</param>
/// <param name="Level">0 not initiated, 1 minimal, 2 intermediate, 3 full (Peace Accords Matrix).</param>
/// <param name="On">The day on which it stood so.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Note">In words; may be empty when there is evidence.</param>
public sealed record ImplementationRated(int Revision, int Level, DateOnly On, IReadOnlyList<EvidenceRef> Evidence, string Note) : ActBody;
