namespace Hudna.Reading.Arabic.Explaining;

/// <summary>Lays out the words of a part: tokens, what the lexicon knows of each, and entries of several words.</summary>
internal sealed class PartBuilder(Article article, ExplainingTables tables)
{
    private const Cat Names = Cat.State | Cat.Capital | Cat.Nisba | Cat.Actor | Cat.Title | Cat.Group | Cat.GroupAdjective | Cat.GivenName;

    /// <summary>A mention's own words, or those of the mention that fills a slot.</summary>
    public ExplainedPart Of(PartRole role, IMention mention) => Of(role, new Span(mention.Start, mention.End), mention);

    /// <summary>A slot with the mention that fills it; null when none stands there.</summary>
    public ExplainedPart Of(PartRole role, Span span, IMention? filling)
    {
        (int first, int last) = TokensOf(span);
        RuleText? rule = role == PartRole.Words || filling is null ? null : tables.Catalogue.Of(filling.Rule);
        bool Fits(Entry entry) => filling is null ? (entry.Cat & (role is PartRole.AgentPhrase or PartRole.PatientPhrase ? Names | Cat.Measure : Names)) != 0 : Says(entry, filling);
        return new ExplainedPart(role, span, article.Slice(span), rule, Tokens(first, last, Fits), Phrases(first, last, Fits));
    }

    /// <summary>The date that relative dates are counted from: words of the text, or handed in.</summary>
    public ExplainedPart Published(DateOnly day, TimeMention? words) => words is null
        ? new ExplainedPart(PartRole.Anchor, null, Times.TimeResolver.Iso(day), null, [], [])
        : Of(PartRole.Anchor, words);

    /// <summary>The words around a mention that rules noted as decisive.</summary>
    public IEnumerable<ExplainedPart> Noted(IMention mention)
    {
        (int first, int last) = mention is StatementMention ? (FirstOf(mention.Start), FirstOf(mention.Start)) : TokensOf(new Span(mention.Start, mention.End));
        foreach (Evidence note in article.Trace?.Of(first, last) ?? [])
        {
            if (!IsOf(note.Role, mention))
            {
                continue;
            }

            bool Fits(Entry entry) => SuitsNote(entry, note.Role);
            List<ExplainedToken> tokens = Tokens(note.First, note.Last, Fits);
            if (Stems(note.Role) is { } rows)
            {
                tokens = [.. tokens.Select((t, i) => t with { Entries = [.. rows.Where(r => r.IsStemAt(article, note.First + i)).Take(1).Select(r => r.Entry("cue")), .. t.Entries] })];
            }

            Span span = article.SpanOf(note.First, note.Last);
            yield return new ExplainedPart(note.Role, span, article.Slice(span), null, tokens, Phrases(note.First, note.Last, Fits));
        }
    }

    /// <summary>The word that a trigger, place or statement follows, where it has the role it must have: an auxiliary of the passive, a type
    /// word.</summary>
    public ExplainedPart? Before(IMention mention, PartRole role, Func<int, bool> has)
    {
        int at = FirstOf(mention.Start) - 1;
        return at >= 0 && has(at) ? Around(role, at) : null;
    }

    /// <summary>The reporting word before a statement and the word with which it opens, worked out backwards: the nearest verb that reports in
    /// the statement's sentence, no name between. Only for rules that note neither.</summary>
    public IEnumerable<ExplainedPart> Reporting(StatementMention statement)
    {
        int start = FirstOf(statement.Start), sentence = article.SentenceAt(start).First;
        for (int i = start - 1; i >= sentence; i--)
        {
            if (article.NameAt[i] < 0 && article.Single<VerbEntry>(i).Any(v => v.Entry.Verb.Report != Complement.None))
            {
                yield return Around(PartRole.Report, i);
                break;
            }
        }

        if (start > sentence && (article.Roles(start - 1).HasFlag(Role.Complement) || article.IsMark(start - 1, ':') || article.Tokens[start - 1].IsQuote))
        {
            yield return Around(PartRole.Opening, start - 1);
        }
    }

    private ExplainedPart Around(PartRole role, int at)
    {
        Span span = article.SpanOf(at, at);
        return new ExplainedPart(role, span, article.Slice(span), null, Tokens(at, at, e => SuitsNote(e, role)), []);
    }

    /// <summary>The words of a fact that are cues of it; the rest of a long clause says nothing of why.</summary>
    public ExplainedPart Cues(FactMention fact)
    {
        Span span = new(fact.Start, fact.End);
        (int first, int last) = TokensOf(span);
        List<ExplainedToken> tokens = [];
        for (int i = first; i <= last; i++)
        {
            string form = article.Form(i);
            List<ExplainedEntry> entries = [.. tables.Cues.Where(c => c.IsCue(form)).Select(c => c.Entry("cue"))];
            entries.AddRange(tables.Topics.Where(t => fact.Detail is PositionDetail or CommitmentDetail && t.IsCue(form)).Select(t => t.Entry("topic")));
            if (entries.Count > 0 || (article.OwnRoles(i) & (Role.Negator | Role.NegNoun)) != 0)
            {
                tokens.Add(Token(i, e => e is ParticleEntry { Role: Role.Negator or Role.NegNoun }, entries));
            }
        }

        return new ExplainedPart(PartRole.Words, span, article.Slice(span), null, tokens, []);
    }

    private IReadOnlyList<StemRow>? Stems(PartRole role) => role switch
    {
        PartRole.Counted => tables.Measures,
        PartRole.Mode => tables.Modes,
        _ => null,
    };

    /// <summary>Notes are kept by place; a statement and an act that begin at one word have each their own.</summary>
    private static bool IsOf(PartRole role, IMention mention) => role switch
    {
        PartRole.Report or PartRole.Opening => mention is StatementMention,
        PartRole.Negation or PartRole.Modality or PartRole.Mode or PartRole.Passive => mention is EventMention,
        PartRole.Counted => mention is QuantityMention,
        PartRole.Anchor => mention is TimeMention,
        PartRole.PlaceType => mention is PlaceMention,
        _ => true,
    };

    private static bool SuitsNote(Entry entry, PartRole role) => role switch
    {
        PartRole.Report => entry is VerbEntry { Verb.Report: not Complement.None } or ParticleEntry { Role: Role.Attribution },
        PartRole.PlaceType => entry.Cat == Cat.PlaceType,
        PartRole.Anchor => (entry.Cat & (Cat.Time | Cat.NumberWord)) != 0,
        PartRole.Negation => entry is ParticleEntry { Role: Role.Negator or Role.NegNoun } or VerbEntry,
        PartRole.Modality => entry is ParticleEntry { Role: Role.Possible or Role.Planned } or VerbEntry,
        PartRole.Passive => entry is ParticleEntry { Role: Role.AuxPassive or Role.Aux },
        PartRole.Opening => entry is ParticleEntry,
        _ => false,
    };

    /// <summary>True when an entry is what a mention was found by.</summary>
    private static bool Says(Entry entry, IMention mention) => mention switch
    {
        TimeMention => (entry.Cat & (Cat.Time | Cat.NumberWord)) != 0,
        PlaceMention place => entry switch
        {
            PlaceNameEntry name => place.PlaceId is null || place.PlaceId.StartsWith(name.Place.Id, StringComparison.Ordinal),
            StateEntry state => place.Country == state.State.Code,
            _ => entry.Cat == Cat.PlaceType,
        },
        ActorMention actor => entry switch
        {
            ActorNameEntry name => name.Actor.Id == actor.ActorId,
            _ => (entry.Cat & Names) != 0,
        },
        QuantityMention => (entry.Cat & (Cat.NumberWord | Cat.Approximator | Cat.Measure)) != 0,
        EventMention e => entry switch
        {
            VerbEntry verb => verb.Verb.Type == e.Type && verb.Verb.ActForms.Contains(verb.Form),
            EventNounEntry noun => noun.Type == e.Type,
            _ => false,
        },
        _ => false,
    };

    private List<ExplainedToken> Tokens(int first, int last, Func<Entry, bool> fits)
    {
        List<ExplainedToken> tokens = [];
        for (int i = first; i <= last; i++)
        {
            if (article.Tokens[i].Kind != TokenKind.Break)
            {
                tokens.Add(Token(i, fits, []));
            }
        }

        return tokens;
    }

    /// <summary>One word with the rows given before those of the lexicon.</summary>
    public ExplainedToken Token(int at, Func<Entry, bool> fits, List<ExplainedEntry> cues)
    {
        Token token = article.Tokens[at];
        List<ExplainedEntry> entries = [];
        foreach (WordReading reading in token.Word?.Readings ?? [])
        {
            foreach (Entry entry in reading.Entries)
            {
                entries.Add(Explained(entry, reading, token.Word!.Form, null, fits(entry)));
            }
        }

        Span span = new(token.Start, token.End);
        return new ExplainedToken(span, article.Slice(span), article.Form(at), [.. cues, .. entries.OrderByDescending(e => e.Fits)]);
    }

    /// <summary>Entries of two words or more that stand between two tokens.</summary>
    private List<ExplainedEntry> Phrases(int first, int last, Func<Entry, bool> fits)
    {
        List<ExplainedEntry> found = [];
        for (int i = first; i < last; i++)
        {
            foreach (WordReading reading in article.Tokens[i].Word?.Readings ?? [])
            {
                int node = reading.Node;
                for (int j = i + 1; j <= last && node > 0 && article.Tokens[j].Word is { } next && (node = article.Language.Lexicon.Next(node, next.Id)) > 0; j++)
                {
                    string text = article.Slice(article.SpanOf(i, j, reading.Skip));
                    found.AddRange((article.Language.Lexicon.At(node) ?? []).Select(e => Explained(e, reading with { Suffix = 0 }, string.Empty, text, fits(e))));
                }
            }
        }

        return [.. found.OrderByDescending(e => e.Fits)];
    }

    private static ExplainedEntry Explained(Entry entry, WordReading reading, string form, string? text, bool fits)
    {
        (string kind, string lemma, List<EntryFeature> features) = EntryText.Of(entry);
        return new ExplainedEntry(
            kind, lemma, text, reading.Proclitic.Length == 0 ? null : reading.Proclitic, reading.Suffix == 0 ? null : form[^reading.Suffix..],
            fits, features, entry.Line);
    }

    private (int First, int Last) TokensOf(Span span)
    {
        int first = FirstOf(span.Start), last = first;
        while (last + 1 < article.Count && article.Tokens[last + 1].Start < span.End)
        {
            last++;
        }

        return (first, last);
    }

    /// <summary>The first token that ends after a character.</summary>
    private int FirstOf(int start) => Math.Max(0, Math.Min(Bisect.First(article.Tokens, static t => t.End, start + 1), article.Count - 1));
}
