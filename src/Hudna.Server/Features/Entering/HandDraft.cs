using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Entering;

/// <summary>A claim entered by hand, as its form holds it: texts, so that nothing typed is ever lost.</summary>
public sealed record HandDraft
{
    private const int SourceLengthMax = 300;
    private const int WordsLengthMax = 2_000;

    /// <summary>Wire name of the claim's kind; empty while none is chosen.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Outlet, team or desk whose word it is.</summary>
    public string Source { get; init; } = "";

    /// <summary>The day they said so, as 2016-12-30.</summary>
    public string Published { get; init; } = "";

    /// <summary>What they said.</summary>
    public string Words { get; init; } = "";

    public string Confidentiality { get; init; } = "public";

    /// <summary>Where to go afterwards; only paths of this site are followed.</summary>
    public string Back { get; init; } = "";

    /// <summary>The claim's own fields.</summary>
    public ClaimDraft Fields { get; init; } = new() { Modality = Wire.Name(Modality.Asserted) };

    /// <summary>The kind; null while none is chosen.</summary>
    internal ClaimKind? KnownKind => Wire.Parse<ClaimKind>(Kind);

    /// <summary>The form as it opens, with what the address presets.</summary>
    internal static HandDraft Of(IQueryCollection query)
    {
        PlaceDraft Named(string field) => new("", Text(query, field));
        string topic = Text(query, "topic");
        return new HandDraft
        {
            Kind = Text(query, "kind"),
            Source = Text(query, "source"),
            Published = Text(query, "published"),
            Back = Text(query, "back"),
            Fields = new ClaimDraft
            {
                Modality = Wire.Name(Modality.Asserted),
                Actors = Parties(query, "actor"),
                Recipients = Parties(query, "recipient"),
                Speaker = new PartyDraft("", Text(query, "speaker")),
                PlaceId = Text(query, "place"),
                TimeValue = Text(query, "time"),
                Fact = new FactDraft { Track = Named("track"), Other = Named("other"), Destination = Named("destination"), Agenda = topic.Length > 0 ? [topic] : [] }.On(topic),
            },
        };
    }

    /// <summary>The form as it was posted.</summary>
    internal static HandDraft Of(IFormCollection form) => new()
    {
        Kind = form["kind"].ToString(),
        Source = form["source"].ToString().Trim(),
        Published = form["published"].ToString().Trim(),

        // A browser sends line ends as CR LF; places in the words are counted without.
        Words = form["words"].ToString().ReplaceLineEndings("\n").Trim(),
        Confidentiality = form["confidentiality"].ToString(),
        Back = form["back"].ToString(),
        Fields = ClaimDraft.Of(form),
    };

    /// <summary>Whose word it is and what it says, or null and everything that is wrong.</summary>
    internal (HandEntry? Entry, ClaimContent? Content, IReadOnlyList<FieldProblem> Problems) Read(Gazetteer gazetteer)
    {
        DateOnly? day = DateOnly.TryParseExact(Published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) ? read : null;
        Confidentiality? confidentiality = Wire.Parse<Confidentiality>(Confidentiality);
        FieldProblem?[] own =
        [
            KnownKind is null ? new FieldProblem("kind", "entry.problem.choose", NameKey: "field.kind") : null,
            Source.Length is 0 or > SourceLengthMax ? new FieldProblem("source", "problem.no_source") : null,
            Published.Length > 0 && day is null ? new FieldProblem("published", "problem.day", Published) : null,
            Words.Length is 0 or > WordsLengthMax ? new FieldProblem("words", "entry.problem.words") : null,
            confidentiality is null ? new FieldProblem("confidentiality", "entry.problem.choose", NameKey: "file.confidentiality") : null,
        ];
        ClaimContent? content = null;
        IReadOnlyList<FieldProblem> others = [];
        if (KnownKind is { } kind)
        {
            var start = new ClaimContent { Kind = kind, Span = new Span(0, Words.Length), Text = Words };
            (content, others) = new ClaimEdit(Fields, start, Words, gazetteer, needsReason: false).Read();
        }

        List<FieldProblem> problems = [.. own.OfType<FieldProblem>(), .. others];
        return problems.Count > 0 || content is null ? (null, null, problems)
            : (new HandEntry(Source, day, Words, confidentiality!.Value), content, problems);
    }

    private static string Text(IQueryCollection query, string field) => QueryFields.Text(query[field]) ?? "";

    private static List<PartyDraft> Parties(IQueryCollection query, string field) =>
        [.. query[field].OfType<string>().Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => new PartyDraft("", id.Trim()))];
}
