using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Documents;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Store;
using Hudna.Store.Sqlite;
using Hudna.Tests.Assessment;

namespace Hudna.Tests.Store;

/// <summary>Incidents are weighed anew whenever what they rest on changes, and only what came out differently is appended.</summary>
public sealed class AssessingTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hudna-assessing-").FullName;
    private SqliteRecord record = null!;
    private Intake intake = null!;
    private Mechanism mechanism = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        record = await SqliteRecord.OpenAsync(folder, create: true);
        Assessing assessing = new(record, TimeProvider.System);
        intake = new Intake(record, Load, LanguageGuess.Of, assessing, TimeProvider.System);
        mechanism = new Mechanism(record, intake, assessing, TimeProvider.System);
        byte[] file = [1];
        Agreement agreement = Treaty.Agreement with { Listings = [Treaty.Agreement.Listings[0]] };
        await record.AppendAsync([Samples.Act("test", new AgreementFiled(agreement, ContentId.Sha256(file), ""))], [file], Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await record.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task LateAdherence_TurnsOutsideScopeIntoAViolation_AndSaysWhy()
    {
        string incident = await OpenAsync("قصف", Treaty.Parties("ahrar")[0]);
        Assert.Equal(AssessmentOutcome.OutsideScope, (await OutcomesAsync(incident)).Single().Outcome);
        await mechanism.RecordAsync(
            "test", new AdherenceRecorded(Treaty.Adheres("ahrar", AdherenceStatus.Adheres, "2017-01-03")), "A. Secretary", Cancellation);
        Assert.Equal(AssessmentOutcome.ApparentViolation, (await OutcomesAsync(incident)).Single().Outcome);
        IncidentAssessed[] history = [.. (await record.HistoryAsync(incident, Cancellation)).Select(a => a.Body).OfType<IncidentAssessed>()];
        AssessmentChange change = Assert.Single(AssessmentChange.Of(history[^2].Assessment, history[^1].Assessment));
        Assert.Contains(change.Because, s => s.Clauses.Contains("adherence:ahrar@2017-01-03", StringComparer.Ordinal));
    }

    [Fact]
    public async Task OneGuarantorsListing_SplitsTheOutcome()
    {
        string incident = await OpenAsync("قصف", Treaty.Parties("state-sy")[0], Treaty.Parties("zenki")[0]);
        Assert.Single(await OutcomesAsync(incident));
        await mechanism.RecordAsync("test", new ListingRecorded(Treaty.Listed(Treaty.Russia, "zenki", "2017-01-01")), "A. Secretary", Cancellation);
        Assert.Equal(["russia: outside_scope group", "turkiye: apparent_violation 1"], (await OutcomesAsync(incident)).Select(AssessorTests.Told));
    }

    [Fact]
    public async Task RejectedClaim_ChangesTheOutcome()
    {
        string incident = await OpenAsync("قصف", Treaty.Parties("state-sy")[0]);
        Claim claim = (await record.ClaimsAsync(new ClaimFilter { IncidentId = incident }, Cancellation)).Items.Single();
        await intake.DecideAsync(new Decision.Reject(claim.Id, "A. Reviewer", "not what it says", claim.Revision), Cancellation);
        Assert.Equal(MissingFact.Occurrence, (await OutcomesAsync(incident)).Single().Missing.Single());
    }

    [Fact]
    public async Task PlaceAddedLater_IsTakenIntoAccount()
    {
        string incident = await OpenAsync("قصف", Treaty.Parties("state-sy")[0], place: new ClaimPlace("x", null, null, null, PlaceKind.Feature, null, 33.0, 40.0, 1));
        Assert.Equal(MissingFact.Place, (await OutcomesAsync(incident)).Single().Missing.Single());
        await intake.AddPlaceAsync(new PlaceAdded("Outpost", ["مخفر"], PlaceKind.Settlement, "SY", "Homs", 33.01, 40.0), "A. Reviewer", Cancellation);
        Assert.Equal(AssessmentOutcome.ApparentViolation, (await OutcomesAsync(incident)).Single().Outcome);
    }

    [Fact]
    public async Task NothingChanged_AppendsNothing()
    {
        await OpenAsync("قصف", Treaty.Parties("state-sy")[0]);
        long before = await record.StateAsync(Cancellation);
        Assert.Equal(0, await intake.AssessAsync(Cancellation));
        await record.RebuildAsync(null, Cancellation);
        Assert.NotEqual(0, (await record.StaleIncidentsAsync(10, Cancellation)).Total);
        Assert.Equal(0, await intake.AssessAsync(Cancellation));
        Assert.Equal((before, 0), (await record.StateAsync(Cancellation), (await record.StaleIncidentsAsync(10, Cancellation)).Total));
    }

    [Fact]
    public async Task BadFileAndUnknownActor_AreRefused()
    {
        await Assert.ThrowsAsync<DataFileException>(() => mechanism.FileAgreementAsync("id: x"u8.ToArray(), "bad.yaml", "", "A. Secretary", Cancellation));
        await Assert.ThrowsAsync<InvalidActException>(() => mechanism.RecordAsync(
            "test", new AdherenceRecorded(Treaty.Adheres("nobody-knows", AdherenceStatus.Adheres, "2017-01-03")), "A. Secretary", Cancellation));
    }

    private async Task<IReadOnlyList<ListOutcome>> OutcomesAsync(string incident) => (await record.AssessmentAsync(incident, Cancellation))!.Outcomes;

    // One report with one claim that opens one incident, on 5 January 2017 at Taftanaz.
    private async Task<string> OpenAsync(string word, Party author, Party? target = null, ClaimPlace? place = null)
    {
        string text = $"{word} {author.Text} {target?.Text}";
        (Act filed, ReadOnlyMemory<byte> original) = Samples.Filed(text);
        ClaimContent content = Samples.Event(text, word, place: place ?? Samples.Place(), day: "2017-01-05", actor: author, recipient: target);
        Act proposed = Samples.Proposed(filed.Subject, content);
        string incident = ContentId.Incident(proposed.Subject, 1);
        await record.AppendAsync(
            [filed, Samples.Read(filed.Subject), proposed, Samples.Opened(incident, 1), Samples.Linked(proposed.Subject, incident)], [original], Cancellation);
        await intake.AssessAsync(Cancellation);
        return incident;
    }

    private static Readers Load(Additions additions) => new([], Treaty.Gazetteer with
    {
        Places = Treaty.Gazetteer.Places.Values.Concat(additions.Places).ToDictionary(p => p.Id, StringComparer.Ordinal),
    });
}
