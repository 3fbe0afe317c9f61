using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Talks;

namespace Hudna.Tests.Talks;

/// <summary>What must hold of every matrix.</summary>
public sealed class PositionLaws
{
    private static readonly Gen<(string Speaker, string Topic, PositionStance Stance, int Day, string Form, Modality Modality, ClaimStatus Status, string Source)> Words =
        from speaker in Gen.Elements("state-sy", "envoy-sy", "head", "committee", "~مصدر")
        from topic in Gen.Elements("truce", "transition", PositionLedger.Everything)
        from stance in Gen.Elements(Enum.GetValues<PositionStance>())
        from day in Gen.Choose(1, 12)
        from form in Gen.Elements("published", "published", "day", "range", "none")
        from modality in Gen.Frequency((6, Gen.Constant(Modality.Asserted)), (1, Gen.Constant(Modality.Possible)), (1, Gen.Constant(Modality.Negated)))
        from status in Gen.Elements(Enum.GetValues<ClaimStatus>())
        from source in Gen.Elements("A", "B", "C")
        select (speaker, topic, stance, day, form, modality, status, source);

    private static readonly Gen<ReportedClaim[]> Claims = Gen.Choose(0, 14).SelectMany(n => Gen.ArrayOf(Words, n)).Select(all => all.Select((w, i) => PositionSamples.Said(
        string.Create(CultureInfo.InvariantCulture, $"c{i:D3}"), w.Speaker, w.Topic, w.Stance,
        w.Form is "published" ? string.Create(CultureInfo.InvariantCulture, $"2017-01-{w.Day:D2}") : null, w.Source,
        w.Form is "day" ? string.Create(CultureInfo.InvariantCulture, $"2017-01-{w.Day:D2}")
            : w.Form is "range" ? string.Create(CultureInfo.InvariantCulture, $"2017-01-{w.Day:D2}/2017-01-{w.Day + 3:D2}") : null,
        w.Modality, w.Status, $"r{i % 3}")).ToArray());

    [Fact]
    public void OrderOfClaims_DoesNotMatter() => Check(claims =>
        string.Equals(Print(claims), Print([.. claims.Reverse()]), StringComparison.Ordinal)
        && string.Equals(Print(claims), Print([.. claims.OrderBy(c => (c.Claim.Id[^1] * 7 % 5, c.Claim.Id))]), StringComparison.Ordinal));

    [Fact]
    public void EveryLiveClaim_StandsInExactlyOneCell() => Check(claims => Of(claims).Rows().SelectMany(r => r.Cells).SelectMany(c => c.Entries)
        .Select(e => e.Claim.Id).Order(StringComparer.Ordinal)
        .SequenceEqual(claims.Where(c => c.Claim.Status != ClaimStatus.Rejected).Select(c => c.Claim.Id).Order(StringComparer.Ordinal)));

    // However many pairs are left out as farther apart, one is left wherever there are a for and an against.
    [Fact]
    public void Contradiction_IsThereExactlyWhenForAndAgainstAreSaid() => Check(claims => Of(claims).Rows().All(r =>
    {
        PositionPoint[] points = [.. r.Cells.SelectMany(c => c.Points)];
        bool told = points.Any(yes => PositionLedger.IsFor(yes.Stance) && points.Any(no => no.Stance == PositionStance.Opposes
            && (yes.Topic is PositionLedger.Everything || string.Equals(yes.Topic, no.Topic, StringComparison.Ordinal))));
        return told == r.Contradictions.Count > 0;
    }));

    [Fact]
    public void Shifts_AreOrderedAndDiffer() => Check(claims => Of(claims).Rows().SelectMany(r => r.Cells).All(c =>
        c.Shifts.All(s => s.IsOrdered && s.One.IsBefore(s.Other) && s.One.Stance != s.Other.Stance)));

    [Fact]
    public void Latest_IsEmptyExactlyWhenNothingIsAsserted() => Check(claims => Of(claims).Rows().SelectMany(r => r.Cells).All(c =>
        (c.Latest.Count == 0) == c.Entries.All(e => e.Claim.Content.Modality != Modality.Asserted)));

    private static void Check(Func<ReportedClaim[], bool> law) => Prop.ForAll(Claims.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(800));

    private static PositionMatrix Of(ReportedClaim[] claims) => PositionLedger.Of(claims, PositionSamples.Gazetteer, new PositionScope());

    private static string Print(ReportedClaim[] claims) => JsonSerializer.Serialize(Of(claims)) + JsonSerializer.Serialize(Of(claims).Rows());
}
