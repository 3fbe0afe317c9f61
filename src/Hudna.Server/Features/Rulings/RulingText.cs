using Hudna.Agreements;
using Hudna.Assessment;
using Hudna.Missions;
using Hudna.Reading;
using Hudna.Rulings;
using Hudna.Server.Hosting;
using Hudna.Server.Languages;

namespace Hudna.Server.Features.Rulings;

/// <summary>Desks, listers, provinces and votes in a page's words.</summary>
internal static class RulingText
{
    public static string Of(Words words, BilingualText text) => words.IsArabic ? text.Ar : text.En;

    /// <summary>A desk by id; the id itself when there is none such.</summary>
    public static string Desk(Words words, IReadOnlyList<Desk> desks, string id) =>
        desks.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal)) is { } desk ? Of(words, desk.Name) : id;

    /// <summary>An actor's desk by its name, else the actor.</summary>
    public static string Member(Words words, KnownNames names, string actorId, Desk? desk) =>
        desk is not null ? Of(words, desk.Name) : names.ById(actorId, words.IsArabic) ?? actorId;

    public static string Lister(Words words, Agreement? agreement, string id) =>
        agreement?.Listers.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal)) is { } lister ? Of(words, lister.Name) : id;

    /// <summary>A first-order division, <c>SY/Idlib</c>, as the gazetteer names it; empty is one not known.</summary>
    public static string Province(Words words, Provinces provinces, string? province) =>
        string.IsNullOrEmpty(province) ? words["rulings.province_unknown"] : Of(words, provinces.NameOf(province));

    /// <summary>Who stands how: <c>Russia: violation · Iran: no finding</c>.</summary>
    public static string Votes(Words words, KnownNames names, IReadOnlyList<Voice> voices) => string.Join(
        " · ",
        voices.Select(v => $"\u2068{Member(words, names, v.ActorId, v.Desk)}\u2069: {(v.Finding is { } f ? words.Term("ruling", Wire.Name(f.Content.Ruling)) : words["determination.no_finding"])}"));
}
