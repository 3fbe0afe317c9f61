using FsCheck;
using FsCheck.Fluent;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Assessment;

/// <summary>What must hold of every incident.</summary>
public sealed class AssessmentLaws
{
    private static readonly Assessor Assessor = Treaty.Assessor();

    private static readonly Gen<string?> Parties = Gen.Elements(
        null, "state-sy", "sy:army", "state-ru", "army-of-islam", "ahrar", "nusra", "zenki", "leavers", "state-us", "gunmen", "sy:opposition", "nusra+ahrar");

    private static readonly Gen<Claim> Claims =
        from id in Gen.Choose(1, 1_000_000)
        from act in Gen.Elements(null, "ASSAULT", "ASSAULT:aerial", "COERCE", "COERCE:seize", "COERCE:withhold", "MOBILIZE:police", "MOBILIZE", "PROTEST", "RETREAT", "AGREE")
        from author in Parties
        from target in Parties
        from place in Gen.Elements(null, "sy-taftanaz", "sy-idlib-gov", "sy", "sy-raqqa", "sy-palmyra", "tr-reyhanli", "36.0,36.8", "35.95,38.4")
        from month in Gen.Choose(0, 80)
        from form in Gen.Elements("yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyy-MM-dd'T'HH:mm", "")
        from modality in Gen.Frequency((6, Gen.Constant(Modality.Asserted)), (1, Gen.Constant(Modality.Negated)), (1, Gen.Constant(Modality.Possible)))
        let day = new DateTime(2016, 12, 1, 12, 0, 0).AddDays(month)
        select Treaty.Claim("c" + id.ToString("D7", System.Globalization.CultureInfo.InvariantCulture), act, author, target, place, form.Length == 0 ? null : day.ToString(form, System.Globalization.CultureInfo.InvariantCulture), modality);

    private static readonly Gen<Claim[]> Incidents = Gen.Choose(1, 5).SelectMany(n => Gen.ArrayOf(Claims, n));

    [Fact]
    public void OrderOfClaims_DoesNotMatter() => Check(Incidents, claims =>
    {
        string one = Print(Assessor.Assess(claims));
        return string.Equals(one, Print(Assessor.Assess([.. claims.Reverse()])), StringComparison.Ordinal)
            && string.Equals(one, Print(Assessor.Assess([.. claims.OrderBy(c => c.Content.Text.Length + (c.Id[^1] * 7 % 5))])), StringComparison.Ordinal);
    });

    // An assessor keeps what it learnt of places and actors; that must never show.
    [Fact]
    public void OtherIncidents_ChangeNothing() => Check(Gen.Zip(Incidents, Incidents), pair =>
    {
        string alone = Print(Treaty.Assessor().Assess(pair.Item1));
        Assessor shared = Treaty.Assessor();
        shared.Assess(pair.Item2);
        return string.Equals(alone, Print(shared.Assess(pair.Item1)), StringComparison.Ordinal);
    });

    [Fact]
    public void BeforeEntryIntoForce_IsNeverAViolation() => Check(Incidents, claims =>
    {
        Claim[] before = [.. claims.Select((c, i) => Treaty.Claim(
            c.Id, "ASSAULT", c.Content.Actors.Count > 0 ? c.Content.Actors[0].Text : null, null, "sy-taftanaz", $"2016-12-{20 + (i % 10):D2}", c.Content.Modality))];
        return Assessor.Assess(before).Outcomes.All(o => o.Outcome != AssessmentOutcome.ApparentViolation);
    });

    [Fact]
    public void EveryOutcome_SaysWhy() => Check(Incidents, claims => Assessor.Assess(claims).Outcomes.All(o => o.Outcome switch
    {
        AssessmentOutcome.ApparentViolation => o.Provisions.Count > 0 && o.Missing.Count == 0 && o.OutsideBy is null,
        AssessmentOutcome.OutsideScope => o.OutsideBy is not null && o.Provisions.Count == 0,
        AssessmentOutcome.CannotBeAssessed => o.Missing.Count > 0 && o.Provisions.Count == 0,
        _ => o.Provisions.Count == 0 && o.Missing.Count == 0,
    }));

    [Fact]
    public void EveryLister_HasExactlyOneOutcome() => Check(Incidents, claims =>
    {
        IReadOnlyList<ListOutcome> outcomes = Assessor.Assess(claims).Outcomes;
        string[] listers = [.. outcomes.SelectMany(o => o.Listers)];
        return listers.Length == 0 ? outcomes.Count == 1 : listers.Order(StringComparer.Ordinal).SequenceEqual(["russia", "turkiye"]);
    });

    // A list can only take from what the agreement protects and from whom it binds.
    [Fact]
    public void LongerList_NeverMakesAViolation() => Check(Gen.Zip(Incidents, Gen.Elements("zenki", "army-of-islam", "ahrar", "state-us")), pair =>
    {
        Agreement longer = Treaty.Agreement with { Listings = [.. Treaty.Agreement.Listings, Treaty.Listed(Treaty.Un, pair.Item2, "2016-01-01")] };
        bool Violates(Agreement agreement, Claim[] claims) => Treaty.Assessor(agreement).Assess(claims).Outcomes.Any(o => o.Outcome == AssessmentOutcome.ApparentViolation);

        // With contested authors or targets, one more entry can settle what it turned on; single claims cannot.
        Claim[] one = pair.Item1[..1];
        return Violates(Treaty.Agreement, one) || !Violates(longer, one);
    });

    [Fact]
    public void Trace_NamesOnlyClaimsOfTheIncident() => Check(Incidents, claims =>
    {
        HashSet<string> ids = [.. claims.Select(c => c.Id)];
        IncidentAssessment found = Assessor.Assess(claims);
        return found.Steps.Concat(found.Outcomes.SelectMany(o => o.Variants).SelectMany(v => v.Steps)).SelectMany(s => s.ClaimIds).All(ids.Contains);
    });

    [Fact]
    public void Change_FromAnAssessmentToItself_IsNone() => Check(Incidents, claims =>
        AssessmentChange.Of(Assessor.Assess(claims), Treaty.Assessor().Assess(claims)).Count == 0);

    private static void Check<T>(Gen<T> gen, Func<T, bool> law) =>
        FsCheck.Fluent.Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    private static string Print(IncidentAssessment assessment) => System.Text.Json.JsonSerializer.Serialize(assessment);
}
