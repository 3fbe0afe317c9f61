using Hudna.Acts;
using Hudna.Assessment;
using Hudna.Missions;
using Hudna.Reading;

namespace Hudna.Store;

/// <summary>Keeps assessments up to date: weighs incidents anew whose claims, or whose agreement, have changed, and appends an act for
/// each that came out differently. Safe to use from several threads and processes at once; the work left undone by a crash is taken
/// up at the next run.</summary>
/// <param name="record">The record.</param>
/// <param name="time">The clock.</param>
public sealed class Assessing(IRecord record, TimeProvider time)
{
    /// <summary>Name and version of the assessor, as <c>By</c> of its acts.</summary>
    public const string By = Act.MachinePrefix + "assess/1";

    private const int BatchSize = 1000;

    private readonly Lock preparing = new();
    private (long Changed, Gazetteer Gazetteer, Assessor Assessor)? prepared;

    /// <summary>Assesses all that is stale.</summary>
    /// <param name="gazetteer">Known places and actors.</param>
    /// <param name="progress">Told how many were looked at, and of how many.</param>
    /// <param name="cancellation">Cancels between two batches; what was appended stays.</param>
    /// <returns>How many incidents came out differently.</returns>
    public async Task<int> RunAsync(Gazetteer gazetteer, Action<int, int>? progress, CancellationToken cancellation)
    {
        int appended = 0, looked = 0;
        while (true)
        {
            StaleIncidents stale = await record.StaleIncidentsAsync(BatchSize, cancellation);
            if (stale.Incidents.Count == 0 || await record.AgreementAsync(cancellation) is not { } agreement)
            {
                return appended;
            }

            // Changed between the two reads: what was read is looked at again in the next round.
            if (agreement.Changed <= stale.Seen)
            {
                Assessor assessor = await PrepareAsync(agreement, gazetteer, cancellation);
                var changed = new Dictionary<string, IncidentAssessment>(StringComparer.Ordinal);
                foreach (StaleIncident incident in stale.Incidents)
                {
                    IncidentAssessment after = assessor.Assess(incident.Claims);
                    if (incident.Before is not { } before || !RecordJson.IsSame(before, after))
                    {
                        changed[incident.Incident.Id] = after;
                    }
                }

                appended += await record.NoteAssessedAsync(stale.Seen, time.GetUtcNow(), By, [.. stale.Incidents.Select(i => i.Incident.Id)], changed, cancellation);
                looked += stale.Incidents.Count;
                progress?.Invoke(looked, looked + stale.Total - stale.Incidents.Count);
            }
        }
    }

    // The mission's zone is the one that the days of claims are in; a record without a mission goes by the agreement's.
    private async Task<Assessor> PrepareAsync(AgreementState agreement, Gazetteer gazetteer, CancellationToken cancellation)
    {
        lock (preparing)
        {
            if (prepared is { } known && known.Changed == agreement.Changed && ReferenceEquals(known.Gazetteer, gazetteer))
            {
                return known.Assessor;
            }
        }

        string? mission = await record.MissionAsync(cancellation);
        string zone = mission is null ? agreement.Agreement.Zone : MissionYaml.Read(mission, "the record's mission").Zone;
        var assessor = new Assessor(agreement.Agreement, gazetteer, TimeZoneInfo.FindSystemTimeZoneById(zone));
        lock (preparing)
        {
            prepared = (agreement.Changed, gazetteer, assessor);
        }

        return assessor;
    }
}
