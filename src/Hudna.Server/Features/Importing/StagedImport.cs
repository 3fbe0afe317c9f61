using Hudna.Importing;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Server.Features.Importing;

/// <summary>How far a table handed in at the site is.</summary>
public enum ImportStage
{
    /// <summary>Looked at: nothing is in the record.</summary>
    Looked,

    /// <summary>Its rows are being taken in.</summary>
    Running,

    /// <summary>Taken in.</summary>
    Done,
}

/// <summary>A table handed in at the site, until it is confirmed and a while after. Its bytes are on the disk (<see cref="ImportShelf"/>).</summary>
/// <param name="id">Its part of the address.</param>
/// <param name="file">How it is to be read, without its bytes.</param>
public sealed class StagedImport(string id, TableFile file)
{
    /// <summary>Rows whose outcome is kept to be shown.</summary>
    private const int ShownMax = 500;

    private readonly Lock changing = new();
    private readonly Dictionary<string, int> tally = new(StringComparer.Ordinal);
    private readonly List<RowOutcome> shown = [];

    public string Id => id;

    public TableFile File { get; set; } = file;

    public ImportStage Stage { get; private set; }

    public int Total { get; private set; }

    public int Done { get; private set; }

    /// <summary>Why it stopped before the end; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>When it began, by the clock's timestamps.</summary>
    public long Began { get; private set; }

    /// <summary>How many rows came to what, by <see cref="FileOutcomeName"/>.</summary>
    public IReadOnlyDictionary<string, int> Tally
    {
        get
        {
            lock (changing)
            {
                return new SortedDictionary<string, int>(tally, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Rows that were not simply filed, the first of them.</summary>
    public IReadOnlyList<RowOutcome> Shown
    {
        get
        {
            lock (changing)
            {
                return [.. shown];
            }
        }
    }

    /// <summary>False when it runs or ran already.</summary>
    public bool Begin(int total, long now)
    {
        lock (changing)
        {
            if (Stage != ImportStage.Looked)
            {
                return false;
            }

            (Stage, Total, Began) = (ImportStage.Running, total, now);
            return true;
        }
    }

    public void Tell(IReadOnlyList<RowOutcome> outcomes)
    {
        lock (changing)
        {
            Done += outcomes.Count;
            foreach (RowOutcome outcome in outcomes)
            {
                string name = FileOutcomeName(outcome.Outcome);
                tally[name] = tally.GetValueOrDefault(name) + 1;
                if (shown.Count < ShownMax && (outcome.Problems.Count > 0 || outcome.Outcome is not (FilingOutcome.Filed or FilingOutcome.Duplicate)))
                {
                    shown.Add(outcome);
                }
            }
        }
    }

    public void End(string? failure)
    {
        lock (changing)
        {
            (Stage, Failure) = (ImportStage.Done, failure);
        }
    }

    /// <summary>The outcome's name, as <c>outcome.*</c> of the interface's words.</summary>
    internal static string FileOutcomeName(FilingOutcome? outcome) => outcome is null ? "refused" : Filing.FileOutcome.Of("", outcome).Outcome;
}
