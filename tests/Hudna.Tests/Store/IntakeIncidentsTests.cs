using Hudna.Acts;
using Hudna.Incidents;
using Hudna.Store;

namespace Hudna.Tests.Store;

/// <summary>People merge, split and keep apart; the machine leaves it so.</summary>
public sealed partial class IntakeTests
{
    [Fact]
    public async Task Merge_LinksEveryClaim_AndTellsWhereTheyWent()
    {
        (Incident one, Incident two) = await TwoIncidentsAsync();
        Assert.Equal(1, await Intake().MergeAsync(two.Id, one.Id, "Desk A", "one and the same", Cancellation));
        Assert.Equal((2, 0), ((await Record.IncidentAsync(one.Id, Cancellation))!.Claims, (await Record.IncidentAsync(two.Id, Cancellation))!.Claims));
        (Incident heir, int claims) = Assert.Single(await Record.HeirsAsync(two.Id, Cancellation));
        Assert.Equal((one.Id, 1), (heir.Id, claims));

        // What a person put together stays together, whatever comes.
        await ReadAsync("وقال مصدر: قصفت بسيمة أمس", "Third");
        Assert.Equal(2, (await Record.IncidentAsync(one.Id, Cancellation))!.Claims);
        await Assert.ThrowsAsync<InvalidActException>(() => Intake().MergeAsync(two.Id, one.Id, "Desk A", "again", Cancellation));
        await SameAfterRebuildAsync();
    }

    [Fact]
    public async Task Merge_OfAnIncidentThatWasRuledOn_IsRefused()
    {
        (Incident one, Incident two) = await TwoIncidentsAsync();
        await Record.AppendAsync([.. MechanismSamples.Desks(), MechanismSamples.Complaint(1), Samples.Act("k0000000000000001", new ComplaintLinked(two.Id, "that one"), MechanismSamples.Ayse)], [], Cancellation);
        InvalidActException e = await Assert.ThrowsAsync<InvalidActException>(() => Intake().MergeAsync(two.Id, one.Id, "Desk A", "one and the same", Cancellation));
        Assert.Contains("merge 1 into it instead", e.Message, StringComparison.Ordinal);
        await Intake().MergeAsync(one.Id, two.Id, "Desk A", "one and the same", Cancellation);
        Assert.Equal(2, (await Record.IncidentAsync(two.Id, Cancellation))!.Claims);
    }

    [Fact]
    public async Task Split_OpensAnIncident_AndTheOthersStay()
    {
        for (int n = 0; n < 4; n++)
        {
            await ReadAsync($"خبر {n}: قصفت تفتناز أمس", $"Source {n}");
        }

        Incident one = (await Record.IncidentByNumberAsync(1, Cancellation))!;
        string[] claims = [.. (await Record.ClaimsAsync(new ClaimFilter { IncidentId = one.Id }, Cancellation)).Items.Select(c => c.Id)];
        Incident two = await Intake().SplitAsync(one.Id, claims[..2], "Desk A", "morning and evening", Cancellation);
        Assert.Equal((2, 2, 2), (two.Number, two.Claims, (await Record.IncidentAsync(one.Id, Cancellation))!.Claims));
        await ReadAsync("خبر 9: قصفت تفتناز أمس", "Source 9");
        Assert.Equal(2, (await Record.CountsAsync(Cancellation)).Incidents);
        Assert.All(claims[..2], c => Assert.Equal(two.Id, Record.ClaimAsync(c, Cancellation).Result!.IncidentId));
        Assert.All(claims[2..], c => Assert.Equal(one.Id, Record.ClaimAsync(c, Cancellation).Result!.IncidentId));
        string[] all = [.. (await Record.ClaimsAsync(new ClaimFilter { IncidentId = one.Id }, Cancellation)).Items.Select(c => c.Id)];
        foreach (string[] bad in new[] { [], all, ["c0000000000000000"], claims[..1] })
        {
            await Assert.ThrowsAsync<InvalidActException>(() => Intake().SplitAsync(one.Id, bad, "Desk A", "x", Cancellation));
        }

        await SameAfterRebuildAsync();
    }

    [Fact]
    public async Task Possible_IsAskedUntilSomebodySaysNo()
    {
        await ReadAsync("قصفت تفتناز أمس");
        await ReadAsync("وفي اليوم التالي: قصفت تفتناز أمس", "Halab Today", new DateOnly(2017, 1, 3));
        PossiblePair pair = Assert.Single((await Record.PossiblePairsAsync(null, 0, 10, Cancellation)).Items);
        Assert.Equal((1, 2), (pair.Incident.Number, pair.Other.Number));
        Assert.InRange(pair.Evidence.Probability, 0.2, 0.5);
        await Intake().KeepApartAsync(pair.Other.Id, pair.Incident.Id, "Desk A", "two shellings", Cancellation);
        Assert.Empty((await Record.PossiblePairsAsync(null, 0, 10, Cancellation)).Items);
        await Assert.ThrowsAsync<RecordConflictException>(() => Intake().KeepApartAsync(pair.Incident.Id, pair.Other.Id, "Desk A", "two shellings", Cancellation));
        await SameAfterRebuildAsync();
    }

    [Fact]
    public async Task LearnWeights_LinksAllAgain_AndGoesBack()
    {
        InvalidActException few = await Assert.ThrowsAsync<InvalidActException>(() => Intake().LearnWeightsAsync("Desk A", "enough by now", null, Cancellation));
        Assert.Contains("at least 200", few.Message, StringComparison.Ordinal);
        for (int n = 0; n < 200; n++)
        {
            string town = n % 2 == 0 ? "تفتناز" : "بسيمة";
            await FileAsync($"خبر {n}: قصفت {town} أمس", $"Source {n % 7}", new DateOnly(2017, 1, 2).AddDays(n / 3));
        }

        await Intake().ReadQueuedAsync(null, Cancellation);
        Assert.Null(await Record.LinkWeightsAsync(Cancellation));
        var shares = new List<double>();
        (AdoptedWeights adopted, _) = await Intake().LearnWeightsAsync("Desk A", "enough by now", new Heard(shares.Add), Cancellation);
        Assert.Equal(("Desk A", 200, 1.0), (adopted.By, adopted.Tellings, shares[^1]));
        Assert.Equal(200, (await Record.ClaimsAsync(new ClaimFilter { Limit = 1000 }, Cancellation)).Items.Count(c => c.IncidentId is not null));

        // Once more by the same weights: all stands as it should.
        (_, int moved) = await Intake().LearnWeightsAsync("Desk A", "once more", null, Cancellation);
        Assert.Equal(0, moved);
        await Intake().ShipWeightsAsync("Desk A", "back", null, Cancellation);
        Assert.Equal(0, (await Record.LinkWeightsAsync(Cancellation))!.Tellings);
        await SameAfterRebuildAsync();
    }

    private sealed class Heard(Action<double> hear) : IProgress<double>
    {
        public void Report(double value) => hear(value);
    }

    private async Task<(Incident One, Incident Two)> TwoIncidentsAsync()
    {
        await ReadAsync("قصفت تفتناز أمس");
        await ReadAsync("قصفت بسيمة أمس", "Third");
        return ((await Record.IncidentByNumberAsync(1, Cancellation))!, (await Record.IncidentByNumberAsync(2, Cancellation))!);
    }

    private async Task SameAfterRebuildAsync()
    {
        string before = await Record.DumpViewsAsync(Cancellation);
        await Record.RebuildAsync(null, Cancellation);
        Assert.Equal(before, await Record.DumpViewsAsync(Cancellation));
    }
}
