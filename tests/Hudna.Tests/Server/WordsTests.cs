using System.Text.RegularExpressions;
using Hudna.Acts;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Commitments;
using Hudna.Coverage;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Features.Commitments;
using Hudna.Server.Languages;
using Hudna.Store;
using Hudna.Talks;

namespace Hudna.Tests.Server;

public sealed partial class WordsTests
{
    /// <summary>Sentences that are rightly the same in both languages.</summary>
    private static readonly string[] SameInBoth = ["report.untitled", "entry.of_claim", "bulletin.toll_exact", "bulletin.change", "bulletin.semicolon", "talks.round_title", "talks.event", "links.percent", "links.semicolon"];

    private static readonly string[] Vocabularies =
    [
        .. Names<EventType>("type"), .. Names<Modality>("modality"), .. Names<Measure>("measure"), .. Names<ActorType>("actor_type"),
        .. Names<PlaceKind>("place_kind"), .. Names<ReportKind>("report_kind"), .. Names<ReportStatus>("report_status"),
        .. Names<Confidentiality>("confidentiality"), .. Names<ClaimKind>("claim_kind"), .. Names<ClaimStatus>("claim_status"),
        .. Names<Ruling>("ruling"), .. Names<OccurrenceFinding>("finding.occurrence"), .. Names<AttributionFinding>("finding.attribution"),
        .. Names<ScopeFinding>("finding.scope"), .. Names<RulingReason>("finding.reason"), .. Names<Confidence>("finding.confidence"),
        .. Names<AssessmentOutcome>("assessment.outcome"), .. Names<Agreeing>("rulings.agreeing"), .. Names<ComplaintStage>("complaint.stage"),
        .. Names<DecisionRule>("determination.rule"), .. Names<DecisionRule>("determination.how"), .. Names<DecisionRule>("determination.problem"),
        .. Enum.GetValues<EventType>().SelectMany(EventModes.Of).Distinct(StringComparer.Ordinal).Select(m => $"mode.{m}"),
        .. Names<CoverageKind>("coverage.kind"), .. Names<CoverageAccess>("coverage.access"), .. Names<CoverageState>("coverage.state"),
        .. Names<AssessmentOutcome>("bulletin.outcome"), .. Names<ScopeGround>("bulletin.outcome.outside").Select(n => n.Replace("outside.", "outside_", StringComparison.Ordinal)),
        .. Names<AdherenceStatus>("bulletin.adherence"),
        .. Enumerable.Range(1, 7).Select(i => $"precision.{i}"),
        .. Names<AgreementClass>("agreement.class"), .. Names<ParticipantRole>("agreement.role"), .. Names<AdherenceStatus>("agreement.status"),
        .. Names<ProvisionType>("agreement.type"), .. Names<PartyClass>("agreement.party").Except(["agreement.party.actor"]), .. Names<DecisionRule>("agreement.rule"),
        .. Names<DeskRole>("desk.role"),
        .. Names<Hudna.Talks.MessageStatus>("message_status"), .. Names<Hudna.Talks.MessageAction>("message_action"),
        .. Names<Hudna.Operations.OperationCategory>("operation_category"),
        .. Names<RoundStatus>("round_status"), .. Names<TalksFormat>("talks_format"), .. Names<ParticipationStance>("participation"),
        .. Names<DelegationRole>("delegation_role"), .. Names<TrackRelation>("track_relation"), .. Names<TalksRole>("talks_role"),
        .. Names<PositionStance>("position"), .. Names<DealType>("deal_type"), .. Names<DealStep>("deal_step"),
        .. Names<CommitmentBasis>("commitment_basis"), .. Names<OperationType>("operation_type"), .. Names<OperationStage>("operation_stage"),
        .. Names<ClaimKind>("entry.about_kind"), .. Hudna.Server.Features.Reports.ClaimGroups.All.Select(g => $"entry.group.{g}"),
        .. Names<ControlStatus>("control_status"), .. Names<Infrastructure>("infrastructure"),
        .. Names<RoundStatus>("talks.note"), .. Names<TalksRole>("talks.note_role"), .. Names<TrackRelation>("talks.relation"),
        .. Names<TrackRelation>("talks.relation_not"), .. Names<RegisterAnswer>("talks.register"),
        .. Names<EvidenceKind>("commitments.evidence_kind"), .. CommitmentsQuery.Levels.Select(l => $"pam.{l}"),
        .. Names<PartRole>("explain.role"), .. Names<Realis>("explain.realis"), .. Names<ExplanationState>("explain.state").Except(["explain.state.explained"]),
        .. Names<Hudna.Corroboration.OriginKind>("origin_kind"), .. Names<Hudna.Corroboration.Reliability>("reliability"),
        .. Names<SourceRole>("source_role"), .. Names<SourceRole>("source_role_what"), .. Enumerable.Range(1, 6).Select(g => $"credibility.{g}"),
        .. from asserting in Enumerable.Range(0, 3) from denying in Enumerable.Range(0, 4) select $"credibility_rule.{Hudna.Corroboration.CredibilityRule.Of(asserting, denying).Rule}",
        .. Names<Hudna.Linking.LinkField>("link_field"), .. Names<Hudna.Linking.LinkField>("links.field_what"),
        .. Hudna.Linking.LinkLevel.Of(Hudna.Linking.LinkWeights.Shipped).Where(l => l.From is null && l.To is null).Select(l => $"links.level.{Wire.Name(l.Field)}.{l.Name}"),
        .. from strength in new[] { "slight", "some", "strong", "very", "never" } from side in new[] { "for", "against" } select $"links.weight.{side}_{strength}",
        .. from bounded in new[] { "km", "ratio", "cosine" } from bound in new[] { "to", "between", "from" } select $"links.level.{bounded}_{bound}",
        .. new[] { "exact", "near", "vague" }.Select(p => $"links.part.km_{p}"),
        .. Names<ScopeGround>("assessment.ground"), .. Names<MissingFact>("assessment.missing"), .. Names<AssessmentQuestion>("assessment.question"),
        .. Names<Answer>("assessment.answer"), .. Names<OccurrenceState>("assessment.occurrence"), .. Names<AttributionState>("assessment.attribution"),
    ];

    /// <summary>Keys put together from what others name: an open list, a case's name, a month's number.</summary>
    private static readonly string[] OpenPrefixes =
    [
        "month.levantine.", "month.egyptian.", "month.maghrebi.", "language.", "unread.", "refused.", "outcome.", "act.", "field.", "differ.", "layer.", "theme.", "wrong.",
        "assessment.scope.", "assessment.occurred.", "assessment.in_force.", "assessment.in_area.", "assessment.author_", "assessment.target_", "assessment.forbidden.", "assessment.permitted.",
        "finding.problem.choose_", "topic.",
        "explain.kind.", "explain.feature.", "explain.state.",
        "messages.who_sees_", "messages.action_",
        "import.field.", "import.layout.", "import.date_order.",
    ];

    [Fact]
    public void Keys_AreEqualInBothLanguages() => Assert.Equal(Words.English.Keys.Order(StringComparer.Ordinal), Words.Arabic.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Keys_AreAllUsed()
    {
        string source = SourceText();
        string[] unused = [.. Words.English.Keys.Where(k => !source.Contains($"\"{k}\"", StringComparison.Ordinal)
            && !Vocabularies.Contains(k) && !Array.Exists(OpenPrefixes, p => k.StartsWith(p, StringComparison.Ordinal)))];
        Assert.Empty(unused);
    }

    [Fact]
    public void KeysInTheSource_AreAllThere()
    {
        string[] missing = [.. KeyInSource().Matches(SourceText()).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal)
            .Where(k => !Words.English.Has(k))];
        Assert.Empty(missing);
    }

    [Fact]
    public void Vocabularies_AreAllNamed() => Assert.All(Vocabularies, k => Assert.True(Words.English.Has(k) && Words.Arabic.Has(k), k));

    [Fact]
    public void Acts_AreAllNamed() => Assert.All(
        typeof(ActBody)
        .GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
        .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(a => $"act.{a.TypeDiscriminator}"),
        k => Assert.True(Words.English.Has(k), k));

    [Fact]
    public void Sentences_AreTranslated()
    {
        string[] untranslated = [.. Words.Arabic.Keys.Where(k => !SameInBoth.Contains(k) && k is not "site.other_language"
            && Words.Arabic.TextsOf(k).Any(t => t.Length > 0 && t is not "، " && !t.Any(c => c is >= '\u0620' and <= '\u06FF')))];
        Assert.Empty(untranslated);
    }

    [Fact]
    public void EnglishSentences_HoldNoArabic() => Assert.DoesNotContain(
        Words.English.Keys.Where(k => k is not "site.other_language").SelectMany(Words.English.TextsOf),
        t => t.Any(c => c is >= '\u0600' and <= '\u06FF'));

    /// <summary>The same arguments in both languages; a form for one or two may leave the number to the word.</summary>
    [Fact]
    public void Sentences_TakeTheSameArguments()
    {
        string[] unequal = [.. Words.English.Keys.Where(k => !Words.English.FormsOf(k).Any()
            && !Arguments(Words.English, k).SetEquals(Arguments(Words.Arabic, k)))];
        Assert.Empty(unequal);
    }

    [Fact]
    public void Plurals_HaveEveryFormOfTheLanguage()
    {
        string[] counted = [.. Words.English.Keys.Where(k => Words.English.FormsOf(k).Any())];
        Assert.NotEmpty(counted);
        Assert.All(counted, k => Assert.Equal(["few", "many", "one", "other", "two", "zero"], Words.Arabic.FormsOf(k).Order(StringComparer.Ordinal)));
    }

    /// <summary>CLDR's categories for Arabic: 3 to 10 few, 11 to 99 many, 100 other, 103 few again.</summary>
    [Theory]
    [InlineData(0, "لا ادعاءات")]
    [InlineData(1, "ادعاء واحد")]
    [InlineData(2, "ادعاءان")]
    [InlineData(3, "3 ادعاءات")]
    [InlineData(11, "11 ادعاءً")]
    [InlineData(100, "100 ادعاء")]
    [InlineData(103, "103 ادعاءات")]
    [InlineData(1111, "1,111 ادعاءً")]
    public void Count_FollowsArabicPlurals(int number, string expected) => Assert.Equal(expected, Words.Arabic.Count("count.claims", number));

    /// <summary>A Latin name in an Arabic sentence stands between isolates, so that what follows it does not change places.</summary>
    [Fact]
    public void Format_IsolatesTexts() => Assert.Contains("\u2068reader-ar/1\u2069", Words.Arabic.Format("act.machine", "reader-ar/1"), StringComparison.Ordinal);

    private static IEnumerable<string> Names<T>(string vocabulary)
        where T : struct, Enum => Wire.All<T>().Select(n => $"{vocabulary}.{n}");

    private static HashSet<string> Arguments(Words words, string key) =>
        [.. words.TextsOf(key).SelectMany(t => Argument().Matches(t).Select(m => m.Value))];

    private static string SourceText()
    {
        string server = Path.Combine(Repository.Root, "src", "Hudna.Server");
        return string.Join('\n', Directory.EnumerateFiles(server, "*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
                && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(File.ReadAllText));
    }

    [GeneratedRegex("[Ww]ords(?:\\.(?:Format|Count)\\(|\\[)\"(?<key>[a-z_.]+[a-z0-9])\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyInSource();

    [GeneratedRegex("\\{[0-9]\\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argument();
}
