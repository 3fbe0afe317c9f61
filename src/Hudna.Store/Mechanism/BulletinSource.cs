using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Bulletins;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;

namespace Hudna.Store;

/// <summary>Gathers what a bulletin is built from. All of it is of one state of the record, but for the mission's own settings (name, zone,
/// month names): they are configuration and have no history.</summary>
/// <param name="present">The record: who was added when.</param>
/// <param name="record">The record as it stood.</param>
/// <param name="state">Sequence number of its last act.</param>
internal sealed class BulletinSource(IRecord present, IRecord record, long state)
{
    private const int PageSize = 5000;
    private const int ClaimsMax = 1000;

    private readonly Dictionary<string, IReadOnlyList<string>> sources = new(StringComparer.Ordinal);

    public async Task<BulletinContent> BuildAsync(Gazetteer gazetteer, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        Mission mission = await record.MissionAsync(cancellation) is { } text
            ? MissionYaml.Read(text, "the record's mission")
            : throw new InvalidActException("The record remembers no mission: serve it once with the mission's folder, so that names and zone are known.");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(mission.Zone);
        DateOnly before = from.AddDays(from.DayNumber - until.DayNumber - 1);
        List<PublishedBulletin> earlier = await EarlierAsync(cancellation);
        return BulletinBuilder.Build(new BulletinInput
        {
            Mission = mission.Name,
            Months = mission.Months,
            Zone = zone,
            From = from,
            Until = until,
            State = state,
            Agreement = (await record.AgreementAsync(cancellation))?.Agreement,
            Gazetteer = await AsOfAsync(gazetteer, cancellation),
            Desks = await record.DesksAsync(cancellation),
            Rows = await RowsAsync(earlier.Select(b => b.Content.From).Append(before).Min(), earlier.Select(b => b.Content.Until).Append(until).Max(), cancellation),
            Undated = (await record.RulingCountsAsync(new RulingFilter(), cancellation)).Incidents
                - (await record.RulingCountsAsync(new RulingFilter { From = DateOnly.MinValue }, cancellation)).Incidents,
            Coverage = await RecordReading.AllAsync(
                (offset, limit) => record.CoverageAsync(
                    new CoverageFilter
                    {
                        From = CoverageDays.Start(before, zone),
                        To = CoverageDays.Start(until.AddDays(1), zone),
                        Offset = offset,
                        Limit = limit,
                    },
                    cancellation),
                PageSize),
            Complaints = await RecordReading.AllAsync((offset, limit) => record.ComplaintsAsync(new ComplaintFilter { Offset = offset, Limit = limit }, cancellation), PageSize),
            RecordedSince = await RecordedSinceAsync(cancellation),
            Earlier = earlier,
        });
    }

    private async Task<IReadOnlySet<string>> RecordedSinceAsync(CancellationToken cancellation)
    {
        long? last = (await record.BulletinsAsync(cancellation)).Select(b => (long?)b.State).Max();
        AgreementState? agreement = await record.AgreementAsync(cancellation);
        return last is null || agreement is null ? new HashSet<string>(StringComparer.Ordinal)
            : (await record.HistoryAsync(agreement.Agreement.Id, cancellation)).Where(a => a.Sequence > last)
                .Select(a => (a.Body as AdherenceRecorded)?.Adherence.Id ?? (a.Body as ListingRecorded)?.Listing.Id).OfType<string>()
                .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<List<PublishedBulletin>> EarlierAsync(CancellationToken cancellation)
    {
        var earlier = new List<PublishedBulletin>();
        foreach (Bulletin bulletin in await record.BulletinsAsync(cancellation))
        {
            byte[] json = await record.OriginalAsync(bulletin.Sha256, cancellation)
                ?? throw new InvalidDataException($"The record has lost the JSON {bulletin.Sha256} of bulletin {bulletin.Number}; restore it from a backup.");
            earlier.Add(new PublishedBulletin(bulletin.Number, BulletinJson.Read(json)));
        }

        return earlier;
    }

    private async Task<List<BulletinRow>> RowsAsync(DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        List<RulingRow> dated = await RecordReading.AllAsync((offset, limit) => record.RulingsAsync(new RulingFilter { From = from, To = until, Offset = offset, Limit = limit }, cancellation), PageSize);
        List<RulingRow> determined = await RecordReading.AllAsync((offset, limit) => record.RulingsAsync(new RulingFilter { Determined = true, Offset = offset, Limit = limit }, cancellation), PageSize);
        var rows = new List<BulletinRow>();
        foreach (RulingRow row in dated.Concat(determined).DistinctBy(r => r.Incident.Id, StringComparer.Ordinal))
        {
            IReadOnlyList<Claim> claims = (await record.ClaimsAsync(new ClaimFilter { IncidentId = row.Incident.Id, Limit = ClaimsMax }, cancellation)).Items;
            List<Claim> told = [.. claims.Where(c => c.Status != ClaimStatus.Rejected && c.Content.Modality != Modality.Negated)];
            foreach (Claim claim in told)
            {
                await LearnSourcesAsync(claim.ReportId, cancellation);
            }

            rows.Add(new BulletinRow(
                row.Incident, row.Assessment, row.Findings, row.Determination,
                CasualtyEstimate.Of(told.Select(c => (c.Content.Dead, sources[c.ReportId]))),
                CasualtyEstimate.Of(told.Select(c => (c.Content.Injured, sources[c.ReportId])))));
        }

        return rows;
    }

    private async Task LearnSourcesAsync(string reportId, CancellationToken cancellation)
    {
        if (!sources.ContainsKey(reportId))
        {
            sources[reportId] = [.. (await record.ReportAsync(reportId, cancellation))?.Sources.Select(s => s.Name).Distinct(StringComparer.Ordinal) ?? []];
        }
    }

    // What was added later was not known then: a place added since may be nearer to a spot than any was.
    private async Task<Gazetteer> AsOfAsync(Gazetteer gazetteer, CancellationToken cancellation)
    {
        var later = (await present.AdditionsAsync(cancellation)).Where(a => a.Sequence > state).Select(a => a.Subject).ToHashSet(StringComparer.Ordinal);
        return later.Count == 0 ? gazetteer : gazetteer with
        {
            Places = gazetteer.Places.Where(p => !later.Contains(p.Key)).ToDictionary(StringComparer.Ordinal),
            Actors = gazetteer.Actors.Where(a => !later.Contains(a.Key)).ToDictionary(StringComparer.Ordinal),
        };
    }
}
