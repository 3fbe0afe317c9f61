using System.Globalization;
using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Incidents;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Assessments;

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsValue">True for a value put into the sentence: it stands apart from the script around it.</param>
/// <param name="Href">Where it leads; null when nowhere.</param>
public readonly record struct WordPart(string Text, bool IsValue = false, string? Href = null);

/// <summary>Puts the steps of a trace into words of the reader's language.</summary>
/// <param name="words">The interface's words.</param>
/// <param name="dates">Writes days and times.</param>
/// <param name="names">The mission's names.</param>
/// <param name="url">An address of the site in the reader's language.</param>
/// <param name="agreement">The agreement; what it no longer has is shown by its number or id.</param>
/// <param name="parties">Those whom the assessment is about: a description is told in the reader's language, if the claim has it.</param>
internal sealed class TraceWords(
    Words words, Dates dates, KnownNames names, Func<string, string> url, Agreement? agreement, IEnumerable<Party>? parties = null)
{
    private const string UnknownMark = ".unknown_";

    /// <summary>The sentence for a step's reason. An argument that the step does not have leaves its place holder in the text.</summary>
    public IReadOnlyList<WordPart> Sentence(TraceStep step)
    {
        (string key, IReadOnlyList<WordPart>[] arguments) = Told(step);
        return SentenceParts.Of(words["assessment." + key], arguments);
    }

    /// <summary>A value of a trace in words.</summary>
    public WordPart Value(string read)
    {
        int colon = read.IndexOf(':', StringComparison.Ordinal);
        (string kind, string value) = colon < 0 ? ("text", read) : (read[..colon], read[(colon + 1)..]);
        return kind switch
        {
            "days" => new WordPart(Days(value), true),
            "minute" => new WordPart(Minute(value), true),
            "place" => new WordPart(Name(value), true, url("places/" + Uri.EscapeDataString(value))),
            "actor" => new WordPart(Name(value), true, url("actors/" + Uri.EscapeDataString(value))),
            "area" => new WordPart(In(agreement?.Areas.FirstOrDefault(a => Same(a.Id, value))?.Name) ?? value, true, OnAgreement("area-" + value)),
            "lister" => new WordPart(Lister(value), true, OnAgreement("lists")),
            "act" => new WordPart(Act(value), true),
            "provision" => new WordPart(Provision(value), true, OnAgreement("provision-" + value)),
            _ => new WordPart(parties?.FirstOrDefault(p => Same(p.Text, value)) is { } party ? names.Of(party, words.IsArabic) : value, true),
        };
    }

    /// <summary>The parties of outcomes, as their variants name them.</summary>
    public static IEnumerable<Party> PartiesOf(IEnumerable<ListOutcome> outcomes) => outcomes.SelectMany(o => o.Variants).SelectMany(v => v.Authors.Concat(v.Targets));

    /// <summary>What a step rests on in the agreement, as a link.</summary>
    public WordPart Clause(string clause)
    {
        int colon = clause.IndexOf(':', StringComparison.Ordinal);
        (string kind, string value) = colon < 0 ? (clause, "") : (clause[..colon], clause[(colon + 1)..]);
        string actor = value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('@')[0];
        return kind switch
        {
            "provision" => new WordPart(words.Format("assessment.clause.provision", value), true, OnAgreement("provision-" + value)),
            "scope" => new WordPart(words.Format("assessment.clause.scope", Value("area:" + value).Text), true, OnAgreement("area-" + value)),
            "adherence" => new WordPart(words.Format("assessment.clause.adherence", Name(actor)), true, OnAgreement("adherence-" + actor)),
            "listing" => new WordPart(words.Format("assessment.clause.listing", Name(actor), Lister(value.Split(':')[0])), true, OnAgreement("listing-" + actor)),
            "participant" => new WordPart(words.Format("assessment.clause.participant", Name(value)), true, OnAgreement("participants")),
            _ => new WordPart(words["assessment.clause.in_force"], true, OnAgreement("facts")),
        };
    }

    /// <summary>The name of a lister; its id when the agreement has it no more.</summary>
    public string Lister(string id) => In(agreement?.Listers.FirstOrDefault(l => Same(l.Id, id))?.Name) ?? id;

    /// <summary>Number and title of a provision.</summary>
    public string Provision(string number) => In(agreement?.Provisions.FirstOrDefault(p => Same(p.Number, number))?.Title) is { } title
        ? words.Format("assessment.provision", number, title) : words.Format("assessment.clause.provision", number);

    private (string Key, IReadOnlyList<WordPart>[] Arguments) Told(TraceStep step)
    {
        int unknown = step.Reason.IndexOf(UnknownMark, StringComparison.Ordinal);
        if (unknown >= 0)
        {
            var missing = new WordPart(words.Term("assessment.missing", step.Reason[(unknown + UnknownMark.Length)..]), true);
            return (step.Reason[..unknown] + ".unknown", [One(step, 0), step.Question == AssessmentQuestion.Permitted ? One(step, 1) : From(step, 1), [missing]]);
        }

        return step switch
        {
            { Question: AssessmentQuestion.Forbidden, Reason: "forbidden.no" } => (step.Reason, [From(step, 0)]),
            { Question: AssessmentQuestion.Forbidden } => (step.Reason, [One(step, 0), From(step, 1)]),
            { Reason: "target_excluded.no" or "target_excluded.not_all" } => (step.Reason, [From(step, 0)]),
            _ => (OfAnother(step) ? step.Reason + "_through" : step.Reason, [.. step.Read.Select(r => new[] { Value(r) })]),
        };
    }

    // Somebody who goes by the record of whom it belongs to: that is said.
    private bool OfAnother(TraceStep step) => step.Read.Count > 1 && !Same(step.Read[0], step.Read[1]) && words.Has($"assessment.{step.Reason}_through");

    private WordPart[] One(TraceStep step, int index) => index < step.Read.Count ? [Value(step.Read[index])] : [];

    private WordPart[] From(TraceStep step, int index) =>
        [.. step.Read.Skip(index).SelectMany((r, i) => i == 0 ? new[] { Value(r) } : [new WordPart(words["date.comma"]), Value(r)])];

    private string Act(string value) => string.Join(" – ", value.Split(' ', 2).Select((part, i) => words.Term(i == 0 ? "type" : "mode", part)));

    private string Days(string value)
    {
        DateOnly[] days = [.. value.Split('/').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        return dates.Days(days[0], days[^1]);
    }

    private string Minute(string value)
    {
        var at = DateTime.ParseExact(value, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return $"{dates.Day(DateOnly.FromDateTime(at))}{words["date.comma"]}{at.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private string Name(string id) => names.ById(id, words.IsArabic) ?? id;

    private string? In(BilingualText? text) => words.IsArabic ? text?.Ar : text?.En;

    private string OnAgreement(string anchor) => $"{url("agreement")}#{anchor}";

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
