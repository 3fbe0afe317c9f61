using Hudna.Incidents;

namespace Hudna.Linking;

/// <summary>What one report tells of one happening: the claims of it that are one act, at one place and time. Linking puts tellings into incidents.</summary>
/// <param name="Report">What is compared; its id is that of the first of the claims.</param>
/// <param name="ReportId">The report it stands in.</param>
/// <param name="Opens">True when it may open an incident: it asserts an act and says where and when. A denial only joins.</param>
/// <param name="Claims">The claims; those that people moved apart are in tellings of their own.</param>
public sealed record Telling(LinkReport Report, string ReportId, bool Opens, IReadOnlyList<TellingClaim> Claims)
{
    /// <summary>The first claim's id.</summary>
    public string Id => Report.Id;

    /// <summary>The incident that its first claim is linked to; null when to none.</summary>
    public string? IncidentId => Claims[0].IncidentId;

    /// <summary>The incident that a person put it into; null when nobody did.</summary>
    public string? Pinned => Claims[0].ByPerson ? Claims[0].IncidentId : null;
}

/// <summary>A claim of a telling.</summary>
/// <param name="Id">The claim.</param>
/// <param name="IncidentId">The incident it is linked to; null when to none.</param>
/// <param name="ByPerson">True when a person linked it there.</param>
public sealed record TellingClaim(string Id, string? IncidentId, bool ByPerson);

/// <summary>Finds the tellings of a report: which of its claims are one happening told in several words. Deterministic.</summary>
public static class Tellings
{
    /// <summary>True when a claim may be linked at all: an act on the ground that is said to have happened or is denied.</summary>
    public static bool IsLinkable(Claim claim) => claim.Status != ClaimStatus.Rejected
        && claim.Content is { Kind: ClaimKind.Event, Type: { } type, Modality: Reading.Modality.Asserted or Reading.Modality.Negated }
        && ActPairs.IsOnTheGround(type);

    /// <summary>True when a claim may open an incident: it asserts the act, not as feared, tried or called for (<see cref="Reading.Realis.Other"/>), and
    /// tells where, finer than a country, and when. An act told as of a kind passes when its own words place and date it: what the weighing of
    /// cues takes for a topic is often a bare report, and an incident that is not opened is lost, one too many is merged or rejected by a person.</summary>
    public static bool CanOpen(Claim claim) => IsLinkable(claim)
        && claim.Content is { Modality: Reading.Modality.Asserted, Realis: not Reading.Realis.Other } && ClaimPair.IsPlacedAndTimed(claim.Content);

    /// <summary>A report's tellings, in order of their first claims. A claim that tells neither where nor when goes with another of its sentence, when nothing that
    /// both tell speaks against it; else it is in none.</summary>
    /// <param name="report">The report.</param>
    /// <param name="claims">Its claims, in any order.</param>
    public static IReadOnlyList<Telling> Of(Report report, IEnumerable<Claim> claims)
    {
        List<Claim> linkable = [.. claims.Where(IsLinkable)];
        List<List<Claim>> groups = [];

        // What is asserted comes first: a denial goes with what it denies.
        foreach (Claim claim in linkable.Where(c => ClaimPair.IsPlacedAndTimed(c.Content)).OrderBy(c => c.Content.Modality == Reading.Modality.Negated).ThenBy(c => c.Content.Span).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            List<Claim>? best = groups.Where(g => g.TrueForAll(o => Pair(report, claim, o) is not null)).MaxBy(g => g.Max(o => Pair(report, claim, o)!.Value));
            if (best is null)
            {
                groups.Add([claim]);
            }
            else
            {
                best.Add(claim);
            }
        }

        List<Claim[]> placed = [.. groups.Select(g => g.ToArray())];
        foreach (Claim claim in linkable.Where(c => !ClaimPair.IsPlacedAndTimed(c.Content)).OrderBy(c => c.Content.Span).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            int best = Enumerable.Range(0, placed.Count)
                .SelectMany(g => placed[g].Where(o => InOneSentence(report.Text, claim.Content.Span, o.Content.Span)).Select(o => (Group: g, Other: o, Score: Pair(report, claim, o))))
                .Where(p => p.Score is not null)
                .OrderByDescending(p => p.Score).ThenBy(p => Math.Abs(p.Other.Content.Span.Start - claim.Content.Span.Start)).ThenBy(p => p.Group)
                .Select(p => (int?)p.Group).FirstOrDefault() ?? -1;
            if (best >= 0)
            {
                groups[best].Add(claim);
            }
        }

        return [.. groups.Select((g, i) => Telling(report, [.. g], placed[i])).OrderBy(t => t.Id, StringComparer.Ordinal)];
    }

    /// <summary>Claims that the machine linked and that are in no telling; those rejected left out: they stay where they were, to be seen.</summary>
    public static IReadOnlyList<TellingClaim> StraysOf(IEnumerable<Claim> claims, IReadOnlySet<string> told) =>
    [
        .. claims.Where(c => c is { IncidentId: not null, LinkedByPerson: false, Status: not ClaimStatus.Rejected } && !told.Contains(c.Id))
            .Select(c => new TellingClaim(c.Id, c.IncidentId, false)),
    ];

    /// <summary>True when no full stop, question or exclamation mark or line end stands between two spans; a point inside a number ends
    /// no sentence.</summary>
    public static bool InOneSentence(string text, Reading.Span a, Reading.Span b)
    {
        int from = Math.Min(a.End, b.End), to = Math.Max(a.Start, b.Start);
        for (int i = from; i < to; i++)
        {
            bool ends = text[i] is '!' or '?' or '؟' or '\n' or '\r'
                || (text[i] == '.' && !(i + 1 < text.Length && char.IsDigit(text[i + 1]) && i > 0 && char.IsDigit(text[i - 1])));
            if (ends)
            {
                return false;
            }
        }

        return true;
    }

    // What people decided keeps claims apart, whatever they say.
    private static int? Pair(Report report, Claim a, Claim b) =>
        Pin(a) == Pin(b) && a.UnlinkedFrom.SequenceEqual(b.UnlinkedFrom, StringComparer.Ordinal)
            ? ClaimPair.Score(a.Content, b.Content, InOneSentence(report.Text, a.Content.Span, b.Content.Span)) : null;

    private static string? Pin(Claim claim) => claim.LinkedByPerson ? claim.IncidentId : null;

    private static Telling Telling(Report report, List<Claim> claims, Claim[] placed)
    {
        // Asserted before denied: the act that is told most closely stands for the happening, with a mode, and first. A telling without any is a denial.
        Claim main = placed.OrderBy(c => !CanOpen(c)).ThenBy(c => c.Content.Mode is null).ThenBy(c => c.Content.Span).ThenBy(c => c.Id, StringComparer.Ordinal).First();
        ClaimPlace place = placed.Select(c => c.Content.Place!).OrderBy(p => p.Precision).First();
        ClaimTime time = placed.Select(c => c.Content.Time!).OrderBy(t => t.Last.DayNumber - t.First.DayNumber).First();
        Count? dead = claims.Select(c => c.Content.Dead).Where(d => d is not null).OrderByDescending(d => d!.Low ?? d.High).FirstOrDefault();
        Claim first = claims.OrderBy(c => c.Id, StringComparer.Ordinal).First();
        var link = new LinkReport
        {
            Id = first.Id,
            Source = report.Sources.Count > 0 ? report.Sources[0].Name : null,
            First = time.First,
            Last = time.Last,
            Lat = place.Lat,
            Lon = place.Lon,
            Precision = place.Precision,
            Place = IncidentView.PlaceKey(place),
            IsPlaceListed = place.PlaceId is not null,
            Act = ActPairs.Print(main.Content),
            Actors = Sides(claims.SelectMany(c => c.Content.Actors)),
            Targets = Sides(claims.SelectMany(c => c.Content.Recipients)),
            DeadLow = Whole(dead?.Low),
            DeadHigh = Whole(dead?.High),
            Pinned = Pin(first),
            Forbidden = first.UnlinkedFrom,
        };
        return new Telling(
            link, report.Id, claims.Exists(CanOpen),
            [.. claims.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => new TellingClaim(c.Id, c.IncidentId, c.LinkedByPerson))]);
    }

    private static int? Whole(decimal? number) => number is { } n ? (int)Math.Clamp(n, 0, int.MaxValue) : null;

    private static string[] Sides(IEnumerable<Party> parties) =>
        [.. parties.Select(IncidentView.PartyKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
