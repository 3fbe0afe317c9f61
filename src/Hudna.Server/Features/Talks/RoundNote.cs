using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Assessments;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;
using Hudna.Talks;

namespace Hudna.Server.Features.Talks;

/// <summary>One sentence of a note with what it rests on.</summary>
/// <param name="Parts">Its pieces.</param>
/// <param name="Claims">Ids of the claims behind it.</param>
public sealed record NoteSentence(IReadOnlyList<WordPart> Parts, IReadOnlyList<string> Claims);

/// <summary>The first paragraph of a round's page: what is known of it, in sentences put together from its facts.</summary>
internal sealed class RoundNote(Words words, Dates dates, KnownNames names, Func<string, string> url)
{
    private readonly TalksText say = new(words, dates, names);

    /// <summary>The sentences; facts that no source tells are left out.</summary>
    public IReadOnlyList<NoteSentence> Of(RoundPage page)
    {
        Round round = page.Round;
        var note = new List<NoteSentence> { When(page) };
        if (round.Venues.Count > 0)
        {
            note.Add(Sentence("talks.note_venue", Joined(round.Venues.Select(v => new WordPart(names.Of(v.Value, words.IsArabic), true))), round.Venues.SelectMany(v => v.Claims)));
        }

        if (round.Leads.Count > 0)
        {
            note.Add(Sentence("talks.note_leads", Joined(round.Leads.Select(l => Part(l.Value))), round.Leads.SelectMany(l => l.Claims)));
        }

        foreach (IGrouping<TalksRole, RoleHeld> role in round.Roles.Where(r => r.IsFirm).GroupBy(r => r.Role))
        {
            note.Add(Sentence("talks.note_role." + Wire.Name(role.Key), Joined(role.Select(r => Part(r.Actor))), role.SelectMany(r => r.Claims)));
        }

        if (round.Formats.Count > 0)
        {
            note.Add(Sentence(
                round.Formats.Count == 1 ? "talks.note_format" : "talks.note_formats",
                Joined(round.Formats.Select(f => new WordPart(words.Term("talks_format", Wire.Name(f.Value)), true))), round.Formats.SelectMany(f => f.Claims)));
        }

        note.AddRange(page.Track.Links.Where(l => l.Modality is not Modality.Possible).Select(l => Link(l, page)));
        note.AddRange(page.Next.Select(n => new NoteSentence(
            SentenceParts.Of(words["talks.note_next"], [[TrackPart(n.TrackId, page)], [new WordPart(say.Day(n), true, url(TalksText.Path(n.TrackId, n.Key)))]]), n.Claims)));
        return note;
    }

    /// <summary>How one track stands to another, in a sentence.</summary>
    public NoteSentence Link(TrackLink link, RoundPage page) => Link(link, id => TrackPart(id, page));

    internal NoteSentence Link(TrackLink link, Func<string, WordPart> track) => new(
        SentenceParts.Of(
            words[(link.Modality == Modality.Negated ? "talks.relation_not." : "talks.relation.") + Wire.Name(link.Relation)],
            [[track(link.TrackId)], [track(link.OtherId)]]),
        link.Claims);

    private NoteSentence When(RoundPage page)
    {
        Round round = page.Round;
        string key = round switch { { Status: null } => "talks.note_denied", { IsDayOpen: true } => "talks.note_put_off", { Status: { } status } => "talks.note." + Wire.Name(status) };
        return new NoteSentence(SentenceParts.Of(words[key], [[TrackPart(round.TrackId, page)], [new WordPart(say.Day(round), true)]]), round.Claims);
    }

    private NoteSentence Sentence(string key, IReadOnlyList<WordPart> parts, IEnumerable<string> claims) =>
        new(SentenceParts.Of(words[key], [parts]), [.. claims.Distinct(StringComparer.Ordinal)]);

    private WordPart TrackPart(string id, RoundPage page) => new(say.Track(id, page.Tracks.GetValueOrDefault(id, id)), true, url(TalksText.Path(id)));

    private WordPart Part(Party party) => new(
        names.Of(party, words.IsArabic), true, party.ActorId is { } id ? url($"actors/{Uri.EscapeDataString(id)}") : null);

    private WordPart[] Joined(IEnumerable<WordPart> parts) => [.. parts.SelectMany((p, i) => i == 0 ? [p] : new[] { new WordPart(words["talks.list_comma"]), p })];
}
