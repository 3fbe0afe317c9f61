using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Server.Features.Assessments;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;
using Hudna.Tests.Assessment;

namespace Hudna.Tests.Server;

/// <summary>Assessments in words, and on the page of an incident.</summary>
public sealed partial class AssessmentPanelTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    /// <summary>Every reason that stands in the assessor's source, with its argument places filled as the assessor fills them.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public void Reasons_AllHaveASentence_ThatTakesNoMoreThanTheStepHas(string lang)
    {
        string folder = Path.Combine(Repository.Root, "src", "Hudna", "Assessment");
        string[] codes =
        [
            .. Directory.EnumerateFiles(folder, "*.cs").SelectMany(f => ReasonCode().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value))
                .SelectMany(c => c.EndsWith("unknown_", StringComparison.Ordinal) ? Wire.All<MissingFact>().Select(m => c + m) : [c])
                .Distinct(StringComparer.Ordinal),
        ];
        Assert.True(codes.Length > 40, $"only {codes.Length} found");
        Assert.All(codes, c => Whole(TraceWordsIn(lang).Sentence(Step(c))));
    }

    /// <summary>What the assessor really gives for incidents of all sorts.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public void Traces_OfIncidentsOfAllSorts_AreToldWhole(string lang)
    {
        Assessor assessor = Treaty.Assessor();
        TraceWords told = TraceWordsIn(lang);
        string?[] authors = ["state-sy", "air-force", "russian-air-force", "nusra", "nusra-unit", "ahrar", "ahrar-unit", "leavers", "zenki", "sy:opposition", "gunmen", "local-council", null];
        string?[] targets = ["nusra", "zenki+ahrar", null];
        string?[] times = ["2016-12-29", "2016-12-30T00:00", "2017-01", "2017-01-05", "2017-01-25", "2017-02-03", null];
        string?[] places = ["sy-taftanaz", "sy-raqqa", "tr-reyhanli", "sy-palmyra", "sy", null];
        string?[] acts = ["ASSAULT:aerial", "ASSAULT", "COERCE", "COERCE:withhold", "MOBILIZE", "MOBILIZE:police", "RETREAT", "PROTEST"];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int count = 0;
        foreach (string? author in authors)
        {
            foreach (string? target in targets)
            {
                foreach (string? when in times)
                {
                    IncidentAssessment assessment = assessor.Assess([Treaty.Claim("c1", acts[count % acts.Length], author, target, places[count++ % places.Length], when)]);
                    foreach (TraceStep step in assessment.Steps.Concat(assessment.Outcomes.SelectMany(o => o.Variants).SelectMany(v => v.Steps)))
                    {
                        Whole(told.Sentence(step));
                        Assert.All(step.Clauses, c => Assert.False(string.IsNullOrWhiteSpace(told.Clause(c).Text)));
                        seen.Add(step.Reason);
                    }
                }
            }
        }

        Assert.True(seen.Count > 25, string.Join(' ', seen));
    }

    [Theory]
    [InlineData("en", "nusra-unit belongs to nusra, which is on the exclusion list of: UN, since 30 May 2013.")]
    [InlineData("ar", "nusra-unit من nusra؛ وnusra على قائمة الاستثناء لدى UN منذ 30 أيار 2013.")]
    public void Sentence_OfAnEntry_NamesTheLister(string lang, string expected)
    {
        var step = new TraceStep(
            AssessmentQuestion.AuthorExcluded, Answer.Yes, "author_excluded.yes", ["actor:nusra-unit", "actor:nusra", "lister:un", "days:2013-05-30"], [], []);
        Assert.Equal(expected, string.Concat(TraceWordsIn(lang).Sentence(step).Select(p => p.Text)));
    }

    [Theory]
    [InlineData("en", "apparent violation", "adheres since", "Shelling")]
    [InlineData("ar", "انتهاك ظاهر", "التزام منذ", "القصف")]
    public async Task Incident_ShowsOutcomeAndTrace_WithItsLinks(string lang, params string[] said)
    {
        await using Site site = await Site.StartAsync();
        Claim claim = await AssessedAsync(site);
        string html = await site.PageAsync($"/{lang}/incidents/1");
        Assert.All(said, s => Assert.Contains(s, html, StringComparison.Ordinal));
        Assert.Contains($"href=\"/{lang}/agreement#provision-1\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{claim.Id}\"", html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{claim.Id}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incident_WithoutAgreement_HasNoPanel()
    {
        await using Site site = await Site.StartAsync();
        await site.FileAsync();
        Assert.DoesNotContain("id=\"assessment\"", await site.PageAsync("/en/incidents/1"), StringComparison.Ordinal);
        JsonElement model = await site.Client.GetFromJsonAsync<JsonElement>("/api/incidents/1", Cancellation);
        Assert.Equal((JsonValueKind.Null, 0), (model.GetProperty("assessment").ValueKind, model.GetProperty("assessment_history").GetArrayLength()));
    }

    /// <summary>A record of adherence changes the outcome; the page says from what to what, and why.</summary>
    [Fact]
    public async Task History_SaysWhatChangedAndWhy()
    {
        await using Site site = await Site.StartAsync();
        await AssessedAsync(site);
        await Valley.AdhereAsync(site, "declined", "2016-12-30");
        string html = await site.PageAsync("/en/incidents/1");
        string changes = html[html.IndexOf("class=\"changes\"", StringComparison.Ordinal)..];
        changes = changes[..changes.IndexOf("</ol>", StringComparison.Ordinal)];
        Assert.True(
            changes.IndexOf("is-apparent_violation", StringComparison.Ordinal) < changes.IndexOf("is-outside_scope", StringComparison.Ordinal), changes);
        Assert.Contains("because:", changes, StringComparison.Ordinal);
        Assert.Contains("declined on", changes, StringComparison.Ordinal);
        JsonElement model = await site.Client.GetFromJsonAsync<JsonElement>("/api/incidents/1", Cancellation);
        Assert.Equal("outside_scope", model.GetProperty("assessment").GetProperty("outcomes")[0].GetProperty("outcome").GetString());
        Assert.Equal(2, model.GetProperty("assessment_history").GetArrayLength());
        Assert.True(model.GetProperty("assessment_history")[1].GetProperty("is_first").GetBoolean());
    }

    [Fact]
    public async Task Incidents_CanBeFilteredByOutcome()
    {
        await using Site site = await Site.StartAsync();
        await AssessedAsync(site);
        string html = await site.PageAsync("/en/incidents?outcome=apparent_violation");
        Assert.Contains("incident-row", html, StringComparison.Ordinal);
        Assert.Contains("is-apparent_violation", html, StringComparison.Ordinal);
        Assert.DoesNotContain("incident-row", await site.PageAsync("/en/incidents?outcome=outside_scope"), StringComparison.Ordinal);
        Assert.Contains("outcome=guilty", await site.PageAsync("/en/incidents?outcome=guilty"), StringComparison.Ordinal);
        JsonElement model = await site.Client.GetFromJsonAsync<JsonElement>("/api/incidents?outcome=apparent_violation", Cancellation);
        Assert.Equal("apparent_violation", model.GetProperty("outcomes").EnumerateObject().Single().Value[0].GetString());
    }

    private static async Task<Claim> AssessedAsync(Site site)
    {
        Report report = await site.FileAsync();
        await Valley.FileAsync(site);
        return await site.ClaimAsync(report);
    }

    private static TraceWords TraceWordsIn(string lang)
    {
        Words words = Words.For(lang);
        return new TraceWords(words, new Dates(words, Treaty.Zone, MonthNames.Levantine), new KnownNames(), path => $"/{lang}/{path}", Treaty.Agreement);
    }

    // The least that the assessor reads for a reason: what it may leave out is left out.
    private static TraceStep Step(string code)
    {
        (AssessmentQuestion question, string[] read) = code switch
        {
            "occurred.asserted" => (AssessmentQuestion.Occurred, new[] { "number:2" }),
            "occurred.disputed" => (AssessmentQuestion.Occurred, ["number:2", "number:1"]),
            "in_force.no_time" or "in_area.no_place" or "occurred.not_asserted" or "author_bound.not_named" or "target_excluded.not_named" => (AssessmentQuestion.Occurred, []),
            ['i', 'n', '_', 'f', ..] => (AssessmentQuestion.InForce, ["days:2017-01-03/2017-01-05", "minute:2016-12-30T00:00"]),
            "in_area.no" => (AssessmentQuestion.InArea, ["place:sy-idlib"]),
            ['i', 'n', '_', 'a', ..] => (AssessmentQuestion.InArea, ["place:sy-idlib", "area:land"]),
            "target_excluded.no" or "target_excluded.not_all" => (AssessmentQuestion.TargetExcluded, ["actor:nusra", "text:men"]),
            "author_bound.no_time" or "author_bound.unrecognised" or "author_bound.description" or "author_bound.no_record" or "author_bound.changes" =>
                (AssessmentQuestion.AuthorBound, ["actor:ahrar"]),
            "author_bound.party" or "author_bound.guarantor" => (AssessmentQuestion.AuthorBound, ["actor:ahrar", "actor:ahrar"]),
            _ when code.StartsWith("author_bound", StringComparison.Ordinal) => (AssessmentQuestion.AuthorBound, ["actor:ahrar-unit", "actor:ahrar", "days:2017-01-10"]),
            _ when code.Contains("_excluded", StringComparison.Ordinal) => (AssessmentQuestion.AuthorExcluded, ["actor:nusra", "actor:nusra", "lister:un", "days:2013-05-30"]),
            "forbidden.no" => (AssessmentQuestion.Forbidden, ["act:PROTEST"]),
            _ when code.StartsWith("forbidden", StringComparison.Ordinal) => (AssessmentQuestion.Forbidden, ["provision:1", "act:ASSAULT aerial"]),
            _ => (AssessmentQuestion.Permitted, ["provision:5", "provision:1"]),
        };
        return new TraceStep(question, Answer.Yes, code, read, [], []);
    }

    private static void Whole(IReadOnlyList<WordPart> sentence)
    {
        string text = string.Concat(sentence.Select(p => p.Text));
        Assert.True(text.Length > 5 && !text.Contains('{', StringComparison.Ordinal), text);
    }

    [GeneratedRegex("\"(?<code>(occurred|in_force|in_area|author_excluded|author_bound|target_excluded|forbidden|permitted)\\.[a-z_]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ReasonCode();
}
