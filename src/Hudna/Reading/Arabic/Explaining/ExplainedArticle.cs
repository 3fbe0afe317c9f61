namespace Hudna.Reading.Arabic.Explaining;

/// <summary>An article as read, with what it takes to say why. Not safe for several threads at once.</summary>
/// <param name="article">The article, read with a trace.</param>
/// <param name="reading">What was found in it.</param>
/// <param name="dateGiven">The publication date was handed in, not found in the text.</param>
/// <param name="tables">The catalogue of rules and the tables of cues.</param>
internal sealed class ExplainedArticle(Article article, DocumentReading reading, bool dateGiven, ExplainingTables tables) : IExplainedReading
{
    private readonly PartBuilder _parts = new(article, tables);
    private readonly RealisRules _realis = new(article);

    public DocumentReading Reading => reading;

    public Explanation Of(IMention mention)
    {
        List<ExplainedPart> parts = mention switch
        {
            TimeMention time => Time(time),
            PlaceMention place => Place(place),
            ActorMention actor => Actor(actor),
            QuantityMention quantity => [_parts.Of(PartRole.Words, quantity), .. _parts.Noted(quantity)],
            StatementMention statement => Statement(statement),
            EventMention e => Event(e),
            FactMention fact => Fact(fact),
            _ => throw new ArgumentException("a mention of a layer is expected", nameof(mention)),
        };
        return new Explanation(tables.Catalogue.Of(mention.Rule), parts);
    }

    private List<ExplainedPart> Time(TimeMention time)
    {
        List<ExplainedPart> parts = [_parts.Of(PartRole.Words, time), .. _parts.Noted(time)];
        // What is not told in full hangs on the publication date; "the same day" and its like on the date told last before it.
        if (HangsOnLast(time.Rule) && reading.Times.LastOrDefault(t => t.End <= time.Start) is { Value: not null } last)
        {
            parts.Add(_parts.Of(PartRole.Anchor, last));
        }

        if (time.Value is not null && IsRelative(time) && !parts.Exists(p => p.Role == PartRole.Anchor) && article.Published is { } published)
        {
            parts.Add(_parts.Published(published, dateGiven ? null : reading.Times.FirstOrDefault(t => t.Value == Times.TimeResolver.Iso(published) && !IsRelative(t))));
        }

        return parts;
    }

    private static bool HangsOnLast(string rule) =>
        rule.Contains(".same", StringComparison.Ordinal) || rule.Contains(".following", StringComparison.Ordinal) || rule.Contains(".preceding", StringComparison.Ordinal);

    private static bool IsRelative(TimeMention time) => !HasYear(time.Text)
        && !(time.Rule is "time.numeric" or "time.numeric.month" or "time.numeric.short" or "time.decade" or "time.century")
        && !time.Rule.StartsWith("time.year", StringComparison.Ordinal) && !time.Rule.StartsWith("time.range.years", StringComparison.Ordinal);

    private static bool HasYear(string text)
    {
        int run = 0;
        foreach (char c in text)
        {
            run = Folding.Fold(c) is >= '0' and <= '9' ? run + 1 : 0;
            if (run == 4)
            {
                return true;
            }
        }

        return false;
    }

    private List<ExplainedPart> Place(PlaceMention place)
    {
        List<ExplainedPart> parts = [_parts.Of(PartRole.Words, place), .. _parts.Noted(place)];
        if (place.Rule.StartsWith("place.type", StringComparison.Ordinal) && _parts.Before(place, PartRole.PlaceType, i => article.Cats(i).HasFlag(Cat.PlaceType)) is { } type)
        {
            parts.Add(type);
        }

        return parts;
    }

    private List<ExplainedPart> Actor(ActorMention actor)
    {
        List<ExplainedPart> parts = [_parts.Of(PartRole.Words, actor), .. _parts.Noted(actor)];
        if (actor.Rule.EndsWith("office-holder", StringComparison.Ordinal) && actor.ActorId is { } holder)
        {
            parts.Add(new ExplainedPart(PartRole.Holder, null, actor.Name ?? holder, null, [], [.. tables.HeldBy(holder, article.Published)]));
        }

        parts.AddRange(actor.Within.Select(m => _parts.Of(PartRole.Within, m)));

        return parts;
    }

    private List<ExplainedPart> Statement(StatementMention statement)
    {
        List<ExplainedPart> parts = [.. _parts.Noted(statement)];
        if (!parts.Exists(p => p.Role is PartRole.Report))
        {
            parts.AddRange(_parts.Reporting(statement));
        }

        if (statement.SpeakerSpan is { } speaker)
        {
            parts.Add(Slot(PartRole.Speaker, speaker));
        }

        Add(parts, PartRole.Antecedent, statement.SpeakerAntecedent);
        // Who relays is kept as words; where a name of the list bears them, the nearest before the statement's end is meant.
        foreach (string via in statement.Via)
        {
            ActorMention? named = reading.Actors.Where(a => a.Text == via).MinBy(a => Math.Abs(a.Start - statement.Start));
            parts.Add(named is null ? new ExplainedPart(PartRole.Via, null, via, null, [], []) : Slot(PartRole.Via, new Span(named.Start, named.End)));
        }

        return parts;
    }

    private List<ExplainedPart> Event(EventMention e)
    {
        List<ExplainedPart> parts = [_parts.Of(PartRole.Words, e), .. _parts.Noted(e)];
        // An adjective in a slot is no mention of its own, so its rule is known here only.
        EventFound? found = article.Events.Find(f => f.Span.Start == e.Start && f.Span.End == e.End);
        if (found is { Passive: true } && _parts.Before(e, PartRole.Passive, i => article.OwnRoles(i).HasFlag(Role.AuxPassive)) is { } passive)
        {
            parts.Add(passive);
        }

        parts.AddRange(e.ActorSpans.Select((s, i) => Named(Slot(PartRole.Actor, s), found?.Actors, i)));
        parts.AddRange(e.RecipientSpans.Select((s, i) => Named(Slot(PartRole.Recipient, s), found?.Recipients, i)));
        AddPhrase(parts, PartRole.AgentPhrase, found?.Agent);
        AddPhrase(parts, PartRole.PatientPhrase, found?.Patient);
        Add(parts, PartRole.Place, e.PlaceSpan);
        Add(parts, PartRole.Date, e.DateSpan);
        Add(parts, PartRole.Dead, e.DeadSpan);
        Add(parts, PartRole.Injured, e.InjuredSpan);
        if (found is not null)
        {
            parts.Add(Realis(e, found));
        }

        AddSpeaker(parts, new Span(e.Start, e.End));
        return parts;
    }

    /// <summary>Whether the sentence reports the act as a happening: the cues that spoke for or against, each with its weight and row; words
    /// that are cues stand with theirs, what the rules see in the sentence's build stands alone.</summary>
    private ExplainedPart Realis(EventMention e, EventFound found)
    {
        string rule = "realis.modality";
        List<ExplainedEntry> build = [];
        SortedDictionary<int, List<ExplainedEntry>> words = [];
        foreach (string said in e.RealisRule.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int sign = said.IndexOfAny(['+', '-']);
            if (sign < 0 || !tables.Realis.TryGetValue(said[..sign], out TsvRow? row))
            {
                rule = said == "together" ? "realis.together" : rule;
                continue;
            }

            rule = "realis.weighed";
            ExplainedEntry entry = new("realis_cue", said[..sign], null, null, null, true, [new EntryFeature("weight", said[sign..]), new EntryFeature("says", row["says"])], row.Line);
            int[] at = [.. _realis.TokensOf(found, article.Language.Realis.IndexOf(said[..sign]))];
            foreach (int token in at)
            {
                if (!words.TryAdd(token, [entry]))
                {
                    words[token].Add(entry);
                }
            }

            if (at.Length == 0)
            {
                build.Add(entry);
            }
        }

        List<ExplainedToken> tokens = [.. words.Select(w => _parts.Token(w.Key, _ => false, w.Value))];
        return new ExplainedPart(PartRole.Realis, null, Wire.Name(e.Realis), tables.Catalogue.Of(rule), tokens, build);
    }

    private void AddPhrase(List<ExplainedPart> parts, PartRole role, (int First, int Last)? tokens)
    {
        if (tokens is var (first, last))
        {
            parts.Add(_parts.Of(role, article.SpanOf(first, last), null));
        }
    }

    private ExplainedPart Named(ExplainedPart part, List<NameFound>? names, int index) =>
        part.Rule is null && names is not null && index < names.Count ? part with { Rule = tables.Catalogue.Of(names[index].Rule) } : part;

    private List<ExplainedPart> Fact(FactMention fact)
    {
        List<ExplainedPart> parts = [_parts.Cues(fact)];
        parts.AddRange(fact.Actors.Select(a => Slot(PartRole.Actor, a.Span)));
        parts.AddRange(fact.Recipients.Select(a => Slot(PartRole.Recipient, a.Span)));
        Add(parts, PartRole.Place, fact.PlaceSpan);
        Add(parts, PartRole.Destination, fact.DestinationSpan);
        Add(parts, PartRole.Date, fact.Time?.Span);
        Add(parts, PartRole.Number, fact.NumberSpan);
        if (fact.Speaker is { } speaker)
        {
            parts.Add(Slot(PartRole.Speaker, speaker.Span));
        }
        else
        {
            AddSpeaker(parts, new Span(fact.Start, fact.End));
        }

        return parts;
    }

    private void Add(List<ExplainedPart> parts, PartRole role, Span? span)
    {
        if (span is { } s)
        {
            parts.Add(Slot(role, s));
        }
    }

    /// <summary>Whoever says it, when it stands within reported speech: the innermost speaker.</summary>
    private void AddSpeaker(List<ExplainedPart> parts, Span span)
    {
        StatementMention? innermost = reading.Statements.Where(s => s.Start <= span.Start && span.End <= s.End).MinBy(s => s.End - s.Start);
        if (innermost?.SpeakerSpan is { } speaker)
        {
            parts.Add(Slot(PartRole.Speaker, speaker) with { Rule = tables.Catalogue.Of(innermost.Rule) });
        }
    }

    /// <summary>A slot of a mention, with the mention that fills it where there is one.</summary>
    private ExplainedPart Slot(PartRole role, Span span)
    {
        IMention? filling = role switch
        {
            PartRole.Place or PartRole.Destination => Best(reading.Places, span),
            PartRole.Date => Best(reading.Times, span),
            PartRole.Dead or PartRole.Injured or PartRole.Number => Best(reading.Quantities, span),
            _ => Best(reading.Actors, span),
        };
        return _parts.Of(role, span, filling);
    }

    private static T? Best<T>(IReadOnlyList<T> mentions, Span span)
        where T : class, IMention =>
        mentions.Where(m => m.Start < span.End && span.Start < m.End).MaxBy(m => Math.Min(m.End, span.End) - Math.Max(m.Start, span.Start));
}
