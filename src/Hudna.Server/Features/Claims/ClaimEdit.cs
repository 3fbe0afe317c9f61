using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Server.Features.Claims;

/// <summary>Turns an edit form into a claim's content, or says what is wrong with it. What the reviewer left alone keeps the span it rests
/// on; what was typed anew is looked for in the text, and has no span when it is not there.</summary>
internal sealed class ClaimEdit(ClaimDraft draft, ClaimContent before, string text, Gazetteer gazetteer, bool needsReason = true)
{
    private readonly List<FieldProblem> problems = [];

    /// <summary>The content, or null and what is wrong.</summary>
    public (ClaimContent? Content, IReadOnlyList<FieldProblem> Problems) Read()
    {
        bool isEvent = before.Kind == ClaimKind.Event;
        (ClaimTime? time, YearlessDay? yearless) = When();
        ClaimContent content = before with
        {
            Type = isEvent ? Chosen<EventType>("type", draft.Type) : null,
            Mode = isEvent && draft.Mode.Length > 0 ? draft.Mode : null,
            Modality = Chosen<Modality>("modality", draft.Modality) ?? before.Modality,
            Actors = Parties("actor_id", draft.Actors, before.Actors),
            Recipients = Parties("recipient_id", draft.Recipients, before.Recipients),
            Speaker = Parties("speaker_id", [draft.Speaker], before.Speaker is { } speaker ? [speaker] : []).FirstOrDefault(),
            Via = FormLines.Of(draft.Via),
            Place = Place("place_id", new PlaceDraft(draft.PlaceText, draft.PlaceId, draft.PlacePrecision), before.Place),
            Destination = before.Kind == ClaimKind.Operation ? Place("destination_id", draft.Fact.Destination, before.Destination) : null,
            Time = time,
            Yearless = yearless,
            Dead = isEvent ? Number("dead", draft.DeadLow, draft.DeadHigh, before.Dead) : null,
            Injured = isEvent ? Number("injured", draft.InjuredLow, draft.InjuredHigh, before.Injured) : null,
            Measure = before.Kind == ClaimKind.Figure ? Chosen<Measure>("measure", draft.Measure) : null,
            Number = before.Kind is ClaimKind.Figure or ClaimKind.Operation ? Number("number", draft.NumberLow, draft.NumberHigh, before.Number) : null,
            Weapon = !isEvent ? before.Weapon : draft.Weapon.Length > 0 ? draft.Weapon : null,
            Detail = new FactEdit(draft.Fact, before, Find, gazetteer, problems).Read(),
        };
        problems.AddRange(FactNeeds.Of(content).Where(n => !problems.Exists(p => string.Equals(p.Field, n.Field, StringComparison.Ordinal))).ToArray());
        if (content.Type is { } type && !EventModes.Allows(type, content.Mode))
        {
            problems.Add(new FieldProblem("mode", "problem.mode"));
        }

        if (needsReason && draft.Reason.Length == 0)
        {
            problems.Add(new FieldProblem("reason", "problem.reason"));
        }

        if (problems.Count == 0 && ClaimCheck.Problem(content, text) is { } other)
        {
            problems.Add(new FieldProblem("", "problem.other", other));
        }

        return (problems.Count == 0 ? content : null, problems);
    }

    private T? Chosen<T>(string field, string value)
        where T : struct, Enum
    {
        T? chosen = Wire.Parse<T>(value);
        if (chosen is null)
        {
            problems.Add(new FieldProblem(field, "problem.choose"));
        }

        return chosen;
    }

    // Somebody may speak of themselves: the same words as actor and as recipient, at two places of the text.
    private List<Party> Parties(string field, IReadOnlyList<PartyDraft> typed, IReadOnlyList<Party> old)
    {
        var left = old.ToList();
        var parties = new List<Party>(typed.Count);
        foreach (PartyDraft entered in typed)
        {
            Party? same = left.Find(p => PartyDraft.Of(p) == entered);
            if (same is not null)
            {
                left.Remove(same);
            }

            if ((same ?? Party(field, entered)) is { } party)
            {
                parties.Add(party);
            }
        }

        return parties;
    }

    private Party? Party(string field, PartyDraft typed)
    {
        if (typed.Text.Length == 0 && typed.Id.Length == 0)
        {
            return null;
        }

        Party[] earlier = [.. before.Actors.Concat(before.Recipients).Concat(new[] { before.Speaker }.OfType<Party>())];
        Party? same = Array.Find(earlier, p => string.Equals(p.Text, typed.Text, StringComparison.Ordinal));
        Span? span = same?.Span ?? Find(typed.Text);
        if (typed.Id.Length == 0)
        {
            return new Party(typed.Text, span, null, null, same?.Type);
        }

        if (gazetteer.Actors.TryGetValue(typed.Id, out ActorEntry? entry))
        {
            return new Party(typed.Text.Length > 0 ? typed.Text : KnownWords.First(entry.NamesAr, entry.NameEn), span, entry.Id, entry.NameEn, entry.Type);
        }

        // Actors that grammar builds ("sy:army") are in no list; the claim itself knows them.
        if (Array.Find(earlier, p => string.Equals(p.ActorId, typed.Id, StringComparison.Ordinal)) is { } known)
        {
            return known with { Text = typed.Text.Length > 0 ? typed.Text : known.Text, Span = span };
        }

        problems.Add(new FieldProblem(field, "problem.no_actor", typed.Id));
        return null;
    }

    private ClaimPlace? Place(string field, PlaceDraft typed, ClaimPlace? old)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        int? precision = int.TryParse(typed.Precision, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;
        Span? span = string.Equals(old?.Text, typed.Text, StringComparison.Ordinal) ? old?.Span : Find(typed.Text);
        if (old is not null && string.Equals(old.PlaceId ?? "", typed.Id, StringComparison.Ordinal)
            && (typed.Id.Length > 0 || string.Equals(old.Text, typed.Text, StringComparison.Ordinal)))
        {
            return old with { Text = typed.Text.Length > 0 ? typed.Text : old.Text, Span = span, Precision = precision ?? old.Precision };
        }

        if (typed.Id.Length == 0)
        {
            return new ClaimPlace(typed.Text, span, null, null, PlaceKind.Settlement, null, null, null, precision ?? PlaceUnknown);
        }

        if (!gazetteer.Places.TryGetValue(typed.Id, out PlaceEntry? entry))
        {
            problems.Add(new FieldProblem(field, "problem.no_place", typed.Id));
            return null;
        }

        string words = typed.Text.Length > 0 ? typed.Text : KnownWords.First(entry.NamesAr, entry.NameEn);
        return new ClaimPlace(
            words, span, entry.Id, entry.NameEn, entry.Kind, entry.Country, entry.Lat, entry.Lon, precision ?? PlacePrecision.Of(entry.Kind, entry.Class));
    }

    private (ClaimTime? Time, YearlessDay? Yearless) When()
    {
        if (draft.TimeValue.Length == 0)
        {
            if (draft.TimeText.Length > 0)
            {
                problems.Add(new FieldProblem("time_value", "problem.time_missing"));
            }

            return (null, null);
        }

        bool same = string.Equals(before.Time?.Text ?? before.Yearless?.Text, draft.TimeText, StringComparison.Ordinal);
        Span? span = same ? before.Time?.Span ?? before.Yearless?.Span : Find(draft.TimeText);
        string words = draft.TimeText.Length > 0 ? draft.TimeText : draft.TimeValue;
        bool isFact = FactForm.Kinds.Contains(before.Kind);
        if (isFact && MonthDay.TryParse(draft.TimeValue, out _, out _))
        {
            return (null, new YearlessDay(words, span, draft.TimeValue));
        }

        if (TimeValue.TryParse(draft.TimeValue, out TimeValue value))
        {
            return (new ClaimTime(words, span, draft.TimeValue, value.First, value.Last), null);
        }

        problems.Add(new FieldProblem("time_value", isFact ? "entry.problem.time" : "problem.time", draft.TimeValue));
        return (null, null);
    }

    private Count? Number(string field, string low, string high, Count? earlier)
    {
        decimal? from = Figure($"{field}_low", low);
        decimal? to = Figure($"{field}_high", high);
        if (from > to)
        {
            problems.Add(new FieldProblem($"{field}_high", "problem.low_above_high"));
        }

        return from is null && to is null ? null
            : new Count(from, to, earlier?.Low == from && earlier?.High == to ? earlier?.Span : null);
    }

    private decimal? Figure(string field, string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        string western = new([.. typed.Select(c => c is >= '٠' and <= '٩' ? (char)('0' + (c - '٠')) : c)]);
        if (decimal.TryParse(western, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal figure) && figure >= 0)
        {
            return figure;
        }

        problems.Add(new FieldProblem(field, "problem.number", typed));
        return null;
    }

    /// <summary>Where words stand in the text, nearest to the claim's own.</summary>
    private Span? Find(string words)
    {
        IReadOnlyList<Span> all = Occurrences.Of(text, words);
        return all.Count == 0 ? null : all.MinBy(s => Math.Abs(s.Start - before.Span.Start));
    }

    /// <summary>UCDP's "larger or fuzzy": a place that the mission does not know.</summary>
    private const int PlaceUnknown = 5;
}
