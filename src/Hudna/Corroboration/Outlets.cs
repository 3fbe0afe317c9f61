using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Corroboration;

/// <summary>The outlets of an incident's reports: finds the one that a name means, so that «سنابل الشرق» in a dateline is the source «وكالة سنابل
/// الشرق للأنباء» that handed in a report of its own.</summary>
/// <param name="reports">The incident's reports.</param>
internal sealed class Outlets(IReadOnlyList<SourceReport> reports)
{
    private readonly Dictionary<string, ReportSource> byKey = reports.SelectMany(r => r.Sources)
        .GroupBy(s => OutletNames.KeyOf(s.Name), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.MinBy(s => s.Name, StringComparer.Ordinal)!, StringComparer.Ordinal);

    // What the reader recognised under some words, so that a relay's bare words are recognised too.
    private readonly Dictionary<string, OutletMention> mentioned = reports.SelectMany(r => r.Outlets)
        .GroupBy(m => OutletNames.KeyOf(m.Text), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderBy(m => m.ActorId is null).ThenBy(m => m.ActorId, StringComparer.Ordinal).ThenBy(m => m.Text, StringComparer.Ordinal).First(), StringComparer.Ordinal);

    /// <summary>The origin that an outlet's name means.</summary>
    public Root Of(OutletMention mention) => Source(mention.Text) ?? Source(mention.Name)
        ?? new Root("agency:" + (mention.ActorId ?? OutletNames.KeyOf(mention.Text)), OriginKind.Agency, mention.Text, mention.ActorId);

    /// <summary>The origin that some words name; null when they name no outlet that is known here.</summary>
    public Root? Named(string words) =>
        Source(words) ?? (mentioned.TryGetValue(OutletNames.KeyOf(words), out OutletMention? mention) ? Of(mention) : null);

    /// <summary>The origin that a claim's speaker is; null when the speaker is nobody in particular.</summary>
    public Root? Speaker(Party speaker)
    {
        if (Source(speaker.Text) is { } source)
        {
            return source;
        }

        if (speaker.ActorId is null)
        {
            return Named(speaker.Text) ?? (IsPerson(speaker) ? new Root("speaker:" + SearchFold.Of(speaker.Name ?? speaker.Text), OriginKind.Speaker, speaker.Text, null) : null);
        }

        bool isOne = !Affiliations.IsDescription(speaker.ActorId) || speaker.Type is ActorType.Military or ActorType.Government or ActorType.State;
        return Source(speaker.Name) ?? (!isOne ? null : speaker.Type == ActorType.Media
            ? new Root("agency:" + speaker.ActorId, OriginKind.Agency, speaker.Text, speaker.ActorId)
            : new Root("speaker:" + speaker.ActorId, OriginKind.Speaker, speaker.Text, speaker.ActorId));
    }

    /// <summary>The outlets that a report credits at its head or foot, its own sources left out.</summary>
    public IReadOnlyList<Trace> Credits(SourceReport report)
    {
        if (report.IsRow)
        {
            return [];
        }

        HashSet<string> own = [.. report.Sources.Select(s => Root.Of(s).Key)];
        var found = new List<Trace>();
        foreach (Span line in CreditLines.Of(report.Text))
        {
            foreach (OutletMention mention in report.Outlets.Where(m => line.Contains(m.Span)))
            {
                found.Add(new Trace(Of(mention), new OriginReason(OriginWhy.Credits, mention.Text, At: mention.Span)));
            }

            IReadOnlyList<string> words = OutletNames.BareWordsOf(line.Of(report.Text));
            found.AddRange(byKey.Values.Where(s => OutletNames.Names(words, OutletNames.WordsOf(s.Name))).OrderBy(s => s.Name, StringComparer.Ordinal)
                .Select(s => new Trace(Root.Of(s), new OriginReason(OriginWhy.Credits, s.Name, At: line))));
        }

        return [.. found.Where(t => !own.Contains(t.Root.Key)).DistinctBy(t => t.Root.Key, StringComparer.Ordinal)];
    }

    /// <summary>What a report says of agencies that it does not name, at its head or foot; null when it says nothing.</summary>
    public static Trace? Unnamed(SourceReport report) => report.IsRow ? null : CreditLines.Of(report.Text)
        .Where(l => OutletNames.NamesNoAgency(OutletNames.BareWordsOf(l.Of(report.Text))))
        .Select(l => new Trace(new Root("agencies", OriginKind.Unnamed, l.Of(report.Text).Trim(), null), new OriginReason(OriginWhy.Credits, l.Of(report.Text).Trim(), At: l)))
        .FirstOrDefault();

    /// <summary>Of several sources of one text the one that it names at its head or foot; else the earliest; else the first that was noted.</summary>
    public static ReportSource First(SourceReport report)
    {
        if (report.Sources.Count == 1 || report.IsRow)
        {
            return report.Sources[0];
        }

        List<IReadOnlyList<string>> lines = [.. CreditLines.Of(report.Text).Select(l => OutletNames.BareWordsOf(l.Of(report.Text)))];
        return report.Sources.FirstOrDefault(s => lines.Exists(l => OutletNames.Names(l, OutletNames.WordsOf(s.Name))))
            ?? report.Sources.OrderBy(s => s.Published ?? DateOnly.MaxValue).First();
    }

    private Root? Source(string? name) => name is not null && byKey.TryGetValue(OutletNames.KeyOf(name), out ReportSource? source) ? Root.Of(source) : null;

    // A person known by two names or more; a given name alone is too little to go by.
    private static bool IsPerson(Party speaker) => speaker.Type == ActorType.Person && TextWords.Of(speaker.Name ?? speaker.Text).Count > 1;
}
