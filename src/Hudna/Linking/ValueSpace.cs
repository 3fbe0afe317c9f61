using System.Collections.Concurrent;

namespace Hudna.Linking;

/// <summary>The distinct values of one field, numbered from 0, and how they stand to one another. Numbers follow the ordinal order of the
/// values, so that they do not depend on the order of reports.</summary>
internal sealed class ValueSpace
{
    /// <summary>Not told.</summary>
    public const int None = -1;

    // A byte for each pair up to 16 MB; beyond that a dictionary of the pairs asked for.
    private const int MatrixMax = 4096;

    private readonly string[] values;
    private readonly Func<string, string, Relation> relate;
    private readonly byte[]? matrix;
    private readonly ConcurrentDictionary<long, Relation>? asked;

    public ValueSpace(string[] ordered, Func<string, string, Relation> relate)
    {
        values = ordered;
        this.relate = relate;
        if (values.Length <= MatrixMax)
        {
            matrix = new byte[values.Length * values.Length];
        }
        else
        {
            asked = new ConcurrentDictionary<long, Relation>();
        }
    }

    public int Count => values.Length;

    public string this[int value] => values[value];

    /// <summary>How two values stand to one another; the same value is <see cref="Relation.Same"/>.</summary>
    public Relation Relate(int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return Relation.Unknown;
        }

        if (a == b)
        {
            return Relation.Same;
        }

        (a, b) = a < b ? (a, b) : (b, a);
        if (matrix is null)
        {
            return asked!.GetOrAdd(((long)a << 32) | (uint)b, static (_, s) => s.Space.relate(s.Space.values[s.A], s.Space.values[s.B]), (Space: this, A: a, B: b));
        }

        // Two threads may fill one cell: both write the same.
        ref byte cell = ref matrix[(a * values.Length) + b];
        if (cell == 0)
        {
            cell = (byte)relate(values[a], values[b]);
        }

        return (Relation)cell;
    }
}
