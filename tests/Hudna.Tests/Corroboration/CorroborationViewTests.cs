#pragma warning disable CA5394 // Seeded on purpose: a failure is the same again.
using System.Text.Json;
using Hudna.Corroboration;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Tests.Corroboration;

public sealed class CorroborationViewTests
{
    private static readonly Party Army = Told.Actor("sy:army", "الجيش");
    private static readonly Party Observatory = Told.Actor("sohr", "المرصد", ActorType.Ngo);

    [Fact]
    public void OneReport_IsASingleSource()
    {
        IncidentCorroboration whole = new Told().Says("موقع النواعير", Told.Independent, "المدفعية").Whole();
        Assert.Equal((1, 0, true, false), (whole.Asserting, whole.Denying, whole.IsSingleSource, whole.IsContested));
        Assert.Equal(new ProposedCredibility(3, "one_origin"), whole.Credibility);
        Assert.Equal([new OriginReason(OriginWhy.Own)], whole.Origins.Single().Reports.Single().Reasons);
    }

    [Fact]
    public void TwoReportsInTheirOwnWords_AreTwoOrigins()
    {
        IncidentCorroboration whole = new Told().Says("موقع النواعير", Told.Independent, "المدفعية").Says("وكالة سراج", Told.Wire).Whole();
        Assert.Equal((2, false, 1), (whole.Asserting, whole.IsSingleSource, whole.Credibility.Grade));
        Assert.All(whole.Parts, p => Assert.True(p is { Confirmed: true, First: true, Repeats: false, Repeated: false }, p.Source));
    }

    [Fact]
    public void EditedWire_GoesBackToTheAgency_AndSaysHowMuchIsTheSame()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج للأنباء", Told.Wire).Says("صحيفة المرفأ", Told.Edited, "قصف", "2017-01-15").Whole();
        Origin origin = Assert.Single(whole.Origins);
        Assert.Equal(("وكالة سراج للأنباء", OriginKind.Source, true), (origin.Name, origin.Kind, whole.IsSingleSource));
        OriginReason reason = Assert.Single(origin.Reports[1].Reasons);
        Assert.Equal((OriginWhy.SameWords, origin.Reports[0].ReportId), (reason.Why, reason.Of));
        Assert.InRange(reason.Share!.Value, 0.6, 0.99);
        Assert.Equal([("صحيفة المرفأ", true, false), ("وكالة سراج للأنباء", false, true)], whole.Parts.Select(p => (p.Source, p.Repeats, p.Repeated)));
        Assert.DoesNotContain(whole.Parts, p => p.Confirmed);
    }

    [Fact]
    public void VerySameTextOfTwoSources_IsTheOneThatItsDatelineNames()
    {
        IncidentCorroboration whole = new Told().Says("بوابة الصباح", Told.Wire, alsoFrom: ["وكالة سراج"]).Whole();
        Assert.Equal("وكالة سراج", Assert.Single(whole.Origins).Name);
        Assert.Contains(new OriginReason(OriginWhy.SameText, "بوابة الصباح", 1), whole.Origins[0].Reports[0].Reasons);
        Assert.Equal([("بوابة الصباح", true, false), ("وكالة سراج", false, true)], whole.Parts.Select(p => (p.Source, p.Repeats, p.Repeated)));
    }

    /// <summary>Who credits an agency at head or foot has it from there, in whatever words.</summary>
    [Theory]
    [InlineData("حمص (سراج) - {0}", "dateline in parentheses")]
    [InlineData("المرفأ - سراج\n{0}", "byline on its own line")]
    [InlineData("{0}\nسراج", "foot")]
    [InlineData("{0} (سراج)", "name in parentheses at the end")]
    [InlineData("بيروت، 15 يناير. سراج\n\n{0}", "dateline on its own line")]
    public void CreditedAgency_IsTheOrigin(string frame, string why)
    {
        string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, Told.Independent.Split('\n')[2].Trim());
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire).Says("المرفأ", text, "المدفعية", "2017-01-15").Whole();
        Assert.True(whole.Asserting == 1, why);
        Assert.Contains(whole.Origins[0].Reports, r => r.Reasons[0].Why == OriginWhy.Credits);
    }

    [Fact]
    public void AgencyNamedInTheMiddle_IsNotCredited()
    {
        const string Text = "وصل إلى المشفى الميداني ليلة السبت أربعة شهداء بعد أن طالت المدفعية بيوت الحارة الشرقية. وكانت سراج أعلنت قبل شهر إغلاق مكتبها في المدينة بسبب القصف. وتحدث المراسل إلى إدارة المشفى التي طلبت التبرع بالدم.";
        Assert.Equal(2, new Told().Says("وكالة سراج", Told.Wire).Says("المرفأ", Text, "المدفعية", "2017-01-15").Whole().Asserting);
    }

    /// <summary>An agency that handed in nothing itself is one origin for all who credit it, by whatever name the reader knows it.</summary>
    [Fact]
    public void AgencyKnownToTheReader_IsOneUnderAllItsNames()
    {
        const string One = "رويترز\n\nقالت فرق إنقاذ إن القصف أصاب سوقا للخضار في البلدة ظهر السبت وإن النيران امتدت إلى متاجر قريبة منه.";
        const string Other = "أحصى سكان البلدة خمس غارات في ساعة واحدة، أصابت إحداها سوق الخضار، قبل أن يعم الهدوء مع المغيب (وكالة رويترز)";
        OutletMention Named(string text, string name) => new(name, new Span(text.IndexOf(name, StringComparison.Ordinal), text.IndexOf(name, StringComparison.Ordinal) + name.Length), "reuters", "Reuters");
        IncidentCorroboration whole = new Told().Says("المرفأ", One, "القصف", outlets: [Named(One, "رويترز")]).Says("النواعير", Other, "غارات", outlets: [Named(Other, "وكالة رويترز")]).Whole();
        Assert.Equal((OriginKind.Agency, "reuters", 2), (whole.Origins.Single().Kind, whole.Origins[0].ActorId, whole.Origins[0].Reports.Count));
    }

    [Fact]
    public void TwoWhoQuoteOnePerson_AreOneOrigin_ForWhatHeSaid()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire, speaker: Observatory).Says("موقع النواعير", Told.Independent, "المدفعية", speaker: Observatory).Whole();
        Assert.Equal((OriginKind.Speaker, "sohr"), (whole.Origins.Single().Kind, whole.Origins[0].ActorId));
        Assert.All(whole.Origins[0].Reports, r => Assert.Equal(OriginWhy.Quotes, r.Reasons.Single().Why));
    }

    [Fact]
    public void OwnReportOfAQuotedSource_IsTheSameOrigin()
    {
        IncidentCorroboration whole = new Told().Says("المرصد", Told.Independent, "المدفعية").Says("وكالة سراج", Told.Wire, speaker: Observatory).Whole();
        Assert.Equal(("المرصد", 2), (whole.Origins.Single().Name, whole.Origins[0].Reports.Count));
    }

    [Fact]
    public void SpeakersWhoAreNobodyInParticular_StayTheirOutlets() => Assert.Equal(
        2, new Told().Says("وكالة سراج", Told.Wire, speaker: Told.Nobody("مصدر طبي")).Says("النواعير", Told.Independent, "المدفعية", speaker: Told.Nobody("مصدر طبي")).Whole().Asserting);

    [Fact]
    public void HeadlineInTheReportsOwnVoice_GoesBackToWhomTheTextQuotes()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire, "بقصف").Says("وكالة سراج", Told.Wire, "قصف مدفعي", speaker: Observatory).Whole();
        Assert.Equal("sohr", whole.Origins.Single().ActorId);
        Assert.Contains(whole.Origins[0].Reports[0].Reasons, r => r.Why == OriginWhy.Repeats);
    }

    /// <summary>One sentence taken over word for word, the rest its own.</summary>
    [Fact]
    public void ClaimWithTheSameSentence_GoesBackToTheEarlierReport()
    {
        string shared = Told.Wire.Split('\n')[2][22..].Trim();
        string text = "تشهد القرى الواقعة شمال المدينة تصعيدا منذ أسبوع رغم الاتفاق، ويخشى الأهالي من موجة نزوح جديدة مع اقتراب العاصفة الثلجية التي أعلنت عنها الأرصاد.\n" + shared
            + "\nوكانت لجنة المصالحة قد اجتمعت يوم الخميس بممثلين عن الطرفين واتفقت معهم على فتح الطريق أمام الطلاب والمرضى ثلاثة أيام في الأسبوع اعتبارا من الشهر المقبل، غير أن أحدا لم ينفذ ما اتفق عليه حتى الآن.";
        Told told = new Told().Says("وكالة سراج", Told.Wire, "قصف مدفعي").Says("المرفأ", text, "قصف مدفعي", "2017-01-15");
        Assert.DoesNotContain(told.Copies, c => c.Overlap.IsSame);
        IncidentCorroboration whole = told.Whole();
        Assert.Equal(1, whole.Asserting);
        Assert.Contains(whole.Origins[0].Reports[1].Reasons, r => r.Why is OriginWhy.SameSentence or OriginWhy.SameWords);
    }

    /// <summary>A round-up that has two stories in it makes neither of them the other's copy.</summary>
    [Fact]
    public void RoundUpOfTwoWires_DoesNotMakeThemOne()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire).Says("النواعير", Told.Independent, "المدفعية")
            .Says("المرفأ", Told.Wire + "\n" + Told.Independent, "قصف مدفعي", "2017-01-15").Whole();
        Assert.Equal(2, whole.Asserting);
    }

    [Fact]
    public void ArticleThatCreditsTwoAgencies_AddsNothingBesideThem_AndIsOneWithoutThem()
    {
        const string Text = "سراج - النواعير\n\nأفادت أنباء متطابقة عن سقوط ضحايا في قصف على بلدة تير معلة ليلة السبت وعن أضرار في مدرسة قريبة منها.";
        Told beside = new Told().Says("وكالة سراج", Told.Wire).Says("موقع النواعير", Told.Independent, "المدفعية").Says("المرفأ", Text, "قصف", "2017-01-15");
        Assert.Equal(2, beside.Whole().Asserting);
        OutletMention Named(string name) => new(name, new Span(Text.IndexOf(name, StringComparison.Ordinal), Text.IndexOf(name, StringComparison.Ordinal) + name.Length), name, name);
        IncidentCorroboration alone = new Told().Says("المرفأ", Text, "قصف", outlets: [Named("سراج"), Named("النواعير")]).Whole();
        Assert.Equal((1, OriginKind.Several), (alone.Asserting, alone.Origins.Single().Kind));
    }

    /// <summary>«وكالات» may be any agency: beside another origin it adds nothing, alone it is one.</summary>
    [Fact]
    public void UnnamedAgencies_CountOnlyWhereNobodyElseSaysSo()
    {
        string text = "المرفأ - وكالات\n\n" + Told.Independent.Split('\n')[2].Trim();
        Assert.Equal(1, new Told().Says("وكالة سراج", Told.Wire).Says("المرفأ", text, "المدفعية", "2017-01-15").Whole().Asserting);
        IncidentCorroboration alone = new Told().Says("المرفأ", text, "المدفعية").Says("النواعير", "النواعير - وكالات\n\n" + Told.Independent.Split('\n')[4].Trim(), "المشفى").Whole();
        Assert.Equal((1, OriginKind.Unnamed), (alone.Asserting, alone.Origins.Single().Kind));
    }

    [Fact]
    public void Denial_ByAnother_ContestsAndCountsApart()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire)
            .Says("وكالة سراج", Told.Wire, "سقطت", modality: Modality.Negated, speaker: Army).Whole();
        Assert.Equal((1, 1, true, true), (whole.Asserting, whole.Denying, whole.IsContested, whole.IsSingleSource));
        Assert.Equal(4, whole.Credibility.Grade);
        Assert.True(whole.Contradictions.Single().Between);
        Assert.Equal("occurrence", whole.Contradictions[0].Field);
    }

    [Theory]
    [InlineData("sy:army", "الجيش السوري", "ahrar-al-sham", "أحرار الشام", true, "two sides")]
    [InlineData("sy:army", "الجيش السوري", "state-sy", "سوريا", false, "an army and its state")]
    [InlineData("sy:army", "الجيش السوري", null, "مسلحون مجهولون", false, "nobody named")]
    [InlineData(null, "قوات النظام", null, "مدفعية النظام", false, "one side in two wordings")]
    [InlineData(null, "قوات النظام", null, "فصائل معارضة", true, "two sides described")]
    public void Blame_OfTwoSides_Contests(string? one, string oneText, string? other, string otherText, bool contested, string why)
    {
        IncidentCorroboration whole = new Told()
            .Says("وكالة سراج", Told.Wire, actor: new Party(oneText, null, one, null, one is null ? null : ActorType.Military))
            .Says("النواعير", Told.Independent, "المدفعية", actor: new Party(otherText, null, other, null, other is null ? null : other[0] == 's' ? ActorType.State : ActorType.ArmedGroup)).Whole();
        Assert.True(contested == whole.IsContested, why);
        Assert.Equal(contested, whole.Contradictions.Any(c => c.Field == "actors"));
    }

    [Fact]
    public void AgencyThatCorrectsItself_ContestsNothing()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire, dead: 4, actor: Army)
            .Says("وكالة سراج", Told.Independent, "المدفعية", "2017-01-16", dead: 6, actor: Told.Actor("ahrar-al-sham", "أحرار الشام", ActorType.ArmedGroup)).Whole();
        Assert.False(whole.IsContested);
        Assert.All(whole.Contradictions, c => Assert.False(c.Between));
        Assert.DoesNotContain(whole.Parts, p => p.Contradicted);
    }

    [Fact]
    public void Contradiction_SaysWhoHoldsWhat_AndSinceWhen()
    {
        IncidentCorroboration whole = new Told().Says("وكالة سراج", Told.Wire, dead: 4).Says("صحيفة المرفأ", Told.Edited, "قصف", "2017-01-15", dead: 4)
            .Says("النواعير", Told.Independent, "المدفعية", "2017-01-16", dead: 7).Whole();
        Contradiction dead = Assert.Single(whole.Contradictions);
        Assert.Equal(("dead", new DateOnly(2017, 1, 16), true), (dead.Field, dead.Since!.Value, dead.Between));
        Assert.Equal([("4", 2, 1), ("7", 1, 1)], dead.Values.Select(v => (v.Value, v.ClaimIds.Count, v.Origins.Count)));
        Assert.Equal([["7"], ["4"]], dead.Values.Select(v => v.Excludes));
        Assert.Equal([new DateOnly(2017, 1, 14), new DateOnly(2017, 1, 16)], dead.Values.Select(v => v.Since!.Value));
        Assert.All(whole.Parts, p => Assert.True(p.Contradicted));
        Assert.False(whole.IsContested);
    }

    [Theory]
    [InlineData(0, 0, 6)]
    [InlineData(0, 2, 6)]
    [InlineData(1, 0, 3)]
    [InlineData(2, 0, 1)]
    [InlineData(9, 0, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(1, 1, 4)]
    [InlineData(2, 2, 4)]
    [InlineData(1, 2, 5)]
    public void Credibility_IsByRule(int asserting, int denying, int grade) => Assert.Equal(grade, CredibilityRule.Of(asserting, denying).Grade);

    /// <summary>Who told a desk in confidence is named nowhere, neither as source nor by whom it quotes, even where a public report has its words.</summary>
    [Fact]
    public void DeskReport_IsCountedAndNotNamed()
    {
        IncidentCorroboration whole = new Told().Says("أبو سالم", Told.Wire, confidentiality: Confidentiality.Desk).Says("النواعير", Told.Edited, "قصف", "2017-01-15").Whole();
        Assert.Null(whole.Origins.Single().Name);
        Assert.DoesNotContain("سالم", JsonSerializer.Serialize(whole, Plain), StringComparison.Ordinal);
        Assert.Equal(["النواعير"], whole.Parts.Select(p => p.Source));
        whole = new Told().Says("أبو سالم", Told.Wire, confidentiality: Confidentiality.Desk, speaker: Told.Actor("samir", "سمير", ActorType.Person), alsoFrom: ["أم خالد"]).Whole();
        Assert.DoesNotContain("سمير", JsonSerializer.Serialize(whole, Plain), StringComparison.Ordinal);
        Assert.DoesNotContain("samir", JsonSerializer.Serialize(whole, Plain), StringComparison.Ordinal);
        Assert.DoesNotContain("خالد", JsonSerializer.Serialize(whole, Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_ClaimsAreLeftOut()
    {
        Told told = new Told().Says("وكالة سراج", Told.Wire).Says("النواعير", Told.Independent, "المدفعية");
        Assert.Equal(1, Told.Of([told.Claims[0], told.Claims[1] with { Status = ClaimStatus.Rejected }], told.Reports, told.Copies).Asserting);
        Assert.Equal((0, 6), (Told.Of([], [], []).Asserting, Told.Of([], [], []).Credibility.Grade));
    }

    [Fact]
    public void NoOrderOfClaimsReportsOrCopies_Matters()
    {
        Told told = new Told().Says("وكالة سراج", Told.Wire, dead: 4).Says("صحيفة المرفأ", Told.Edited, "قصف", "2017-01-15", dead: 4)
            .Says("النواعير", Told.Independent, "المدفعية", "2017-01-16", dead: 7, speaker: Observatory).Says("بوابة الشمال", Told.Wire + "\n" + Told.Independent, "قصف مدفعي", "2017-01-17", actor: Army)
            .Says("سراج بلس", "سراج\n\nنفى مصدر عسكري أن تكون المدفعية قصفت بلدة تير معلة مساء السبت وقال إن ما يتداول عار من الصحة تماما.", "قصفت", modality: Modality.Negated);
        string straight = JsonSerializer.Serialize(told.Whole(), Plain);
        var random = new Random(5);
        for (int round = 0; round < 60; round++)
        {
            Claim[] claims = [.. told.Claims];
            SourceReport[] reports = [.. told.Reports];
            TextCopy[] copies = [.. told.Copies.Select(c => random.Next(2) == 0 ? c : new TextCopy(c.OtherId, c.ReportId, c.Overlap))];
            random.Shuffle(claims);
            random.Shuffle(reports);
            random.Shuffle(copies);
            Assert.Equal(straight, JsonSerializer.Serialize(Told.Of(claims, reports, copies), Plain));
        }
    }

    /// <summary>What must hold whatever is claimed: every live claim goes back to an origin, every source that a report has is behind one, and
    /// there are never more origins than claims.</summary>
    [Fact]
    public void EveryClaim_GoesBackToAnOrigin()
    {
        var random = new Random(9);
        string[] texts = [Told.Wire, Told.Edited, Told.Independent, Told.Wire + "\n" + Told.Independent, "سراج\n\n" + Told.Independent];
        for (int round = 0; round < 200; round++)
        {
            var told = new Told();
            for (int i = 0; i < random.Next(1, 6); i++)
            {
                string text = texts[random.Next(texts.Length)];
                told.Says(
                    $"مصدر {random.Next(3)}", text, text.Contains("قصف", StringComparison.Ordinal) && random.Next(2) == 0 ? "قصف" : "تير", $"2017-01-{random.Next(14, 18)}",
                    random.Next(4) == 0 ? Modality.Negated : Modality.Asserted, random.Next(3) == 0 ? Observatory : null, via: random.Next(4) == 0 ? ["مصدر 1"] : null);
            }

            Claim[] claims = [.. told.Claims.DistinctBy(c => c.Id)];
            IncidentCorroboration whole = Told.Of(claims, told.Reports, told.Copies);
            Assert.Equal(claims.Select(c => c.Id).Order(StringComparer.Ordinal), whole.Origins.SelectMany(o => o.Reports).SelectMany(r => r.ClaimIds).Distinct().Order(StringComparer.Ordinal));
            Assert.True(whole.Asserting + whole.Denying >= 1 && whole.Origins.Count <= claims.Length);
            Assert.All(whole.Origins.SelectMany(o => o.Reports), r => Assert.NotEmpty(r.Reasons));
            Assert.Equal(whole.Origins.Count, whole.Origins.Select(o => o.Key).Distinct(StringComparer.Ordinal).Count());
        }
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
}
