namespace Hudna.Reading.Arabic;

/// <summary>Finds reported speech: what is said, without the reporting verb, and who says it.</summary>
internal sealed class StatementRules(Article article)
{
    private const int MarkerReach = 45;
    private const int MinTokens = 2;

    private readonly bool[] _asked = new bool[article.Count];
    private readonly VerbEntry?[] _reports = new VerbEntry?[article.Count];
    private StatementFound? _last;

    public void Find()
    {
        foreach ((int first, int last) in article.Sentences)
        {
            Headline(first, last);
            for (int i = first; i <= last; i++)
            {
                if (article.NameAt[i] < 0 && ReportAt(i) is { } report && Statement(i, report, last) is { } found)
                {
                    Add(found);
                }
            }

            Attributed(first, last);
        }

        KeepInnermost();
    }

    /// <summary>The reporting verb at a token; each token is asked once, since every report looks for the next.</summary>
    private VerbEntry? ReportAt(int i)
    {
        if ((article.Cats(i) & (Cat.Verb | Cat.Participle | Cat.Masdar)) == 0)
        {
            return null;
        }

        if (!_asked[i])
        {
            _asked[i] = true;
            _reports[i] = article.Single<VerbEntry>(i).FirstOrDefault(v => v.Entry.Verb.Report != Complement.None && (v.Entry.Form != VerbForm.Masdar || v.Reading.Suffix > 0 || v.Entry.Verb.Type is null)).Entry;
        }

        return _reports[i];
    }

    private void Add(StatementFound found)
    {
        article.Statements.Add(found);
        _last = found;
    }

    /// <summary>«بوتين: محادثات …»: a name and a colon at the head of a line.</summary>
    private void Headline(int first, int last)
    {
        if (article.NameAt[first] is int name and >= 0 && article.Names[name] is ActorFound actor && article.IsMark(actor.Last + 1, ':') && actor.Last + 2 + MinTokens <= last)
        {
            Add(Make(actor.Last + 2, End(actor.Last + 2, last), actor.Span, "statement.headline"));
        }
    }

    private StatementFound? Statement(int i, VerbEntry report, int sentenceLast)
    {
        // What somebody did not say is no statement (لم يوضح), nor is what nobody in particular says (يذكر أن, التي يتهم بها), nor a
        // speaker's own "we say" inside the quotation; حسبما ذكرت is an attribution.
        if ((article.OwnRoles(i - 1) & (Role.Negator | Role.Attribution)) != 0 || Impersonal(i, report) || Marker(i, report, sentenceLast) is not { } marker)
        {
            return null;
        }

        int start = marker.Start;
        int end = End(start, sentenceLast);
        if (end - start + 1 < MinTokens && !marker.Quoted)
        {
            return null;
        }

        (Span? speaker, string rule) = Speaker(i, marker.At, report);
        return Make(start, end, speaker, $"statement.{marker.Kind}.{rule}");
    }

    private bool Impersonal(int i, VerbEntry report)
    {
        // A participle goes on from something: at the head of a line it is another word (معربة, a village).
        if (report.Form is VerbForm.Participle && (i == 0 || article.SentenceOf(i - 1) != article.SentenceOf(i)))
        {
            return true;
        }

        if (report.Form is not (VerbForm.Imperfect or VerbForm.Future))
        {
            return false;
        }

        string form = article.Form(i);
        bool firstPerson = form[0] == 'ن' || form.EndsWith("لت", StringComparison.Ordinal);
        bool bare = article.NameAt[Math.Min(i + 1, article.Count - 1)] < 0 && (article.OwnRoles(i + 1) & (Role.Complement | Role.Motion)) != 0
            && (article.SentenceOf(i - 1 < 0 ? 0 : i - 1) != article.SentenceOf(i) || i == 0 || article.Tokens[i - 1].Kind != TokenKind.Word) && form[0] == 'ي';
        return firstPerson || bare || (article.OwnRoles(i - 1) & Role.Relative) != 0;
    }

    /// <summary>Where what is reported begins: after أن, a colon, an opening quotation, or the preposition that the verb takes.</summary>
    private (int At, int Start, string Kind, bool Quoted)? Marker(int i, VerbEntry report, int sentenceLast)
    {
        Complement takes = report.Verb.Report;
        bool subjectSeen = false;
        for (int j = i + 1; j <= Math.Min(sentenceLast, i + MarkerReach); j++)
        {
            if (article.NameAt[j] is int name and >= 0)
            {
                if (takes.HasFlag(Complement.Bi) && article.Tokens[article.Names[name].First].Word is { } headed && headed.Proclitic.EndsWith('ب') && article.Names[name].Span.Start > article.Tokens[j].Start)
                {
                    return (j, j, "bi", false);
                }

                subjectSeen = true;
                j = article.Names[name].Last;
                continue;
            }

            Token token = article.Tokens[j];
            if (token.Mark == ':')
            {
                int next = j + 1;
                while (next <= sentenceLast && article.Tokens[next].Kind == TokenKind.Mark && !article.Tokens[next].IsQuote)
                {
                    next++;
                }

                return next < article.Count && article.Tokens[next].IsQuote && article.QuoteEnd[next] > 0 ? (j, next + 1, "quote", true) : (j, next, "colon", false);
            }

            if (token.IsQuote && article.QuoteEnd[j] is int close and > 0)
            {
                if (close - j > 3 || j == i + 1)
                {
                    return (j, j + 1, "quote", true);
                }

                j = close;
                continue;
            }

            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            string form = token.Word!.Form;
            if ((token.Word.OwnRoles & Role.Complement) != 0 || (article.Roles(j) & Role.Complement) != 0 && token.Word.Proclitic is "ب" or "ل")
            {
                int start = form.EndsWith("ان", StringComparison.Ordinal) ? j + 1 : j;
                return (j, start, "an", false);
            }

            if (form is "الي" or "علي" && article.Roles(j + 1).HasFlag(Role.Complement))
            {
                continue;
            }

            if ((form == "علي" && takes.HasFlag(Complement.Ala)) || (form == "عن" && takes.HasFlag(Complement.An3)) || (form == "الي" && takes.HasFlag(Complement.Ila))
                || (form == "من" && takes.HasFlag(Complement.Min)))
            {
                return article.Lemma(i) == "نقل" ? null : (j, j + 1, "preposition", false);
            }

            bool led = token.Word.Proclitic.EndsWith('ب') || (subjectSeen && token.Word.Cats == Cat.None && form.Length > 4 && form[0] == 'ب');
            if (takes.HasFlag(Complement.Bi) && led && (token.Cats & Cat.Time) == 0)
            {
                return (j, j, "bi", false);
            }

            if (takes.HasFlag(Complement.Np) && (subjectSeen || j > i + 1 || report.Form == VerbForm.Participle || (token.Cats & (Cat.Masdar | Cat.EventNoun)) != 0)
                && (token.Cats & (Cat.Masdar | Cat.EventNoun)) != 0 && token.Word.Proclitic.Length == 0)
            {
                return (j, j, "np", false);
            }

            // Another finite report, or a relative clause, before any marker: nothing is reported here.
            if (ReportAt(j) is { Form: not VerbForm.Masdar } && j > i + 1 && token.Cats.HasFlag(Cat.Verb) && (token.Cats & Cat.Participle) == 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Where the reported words end: the quotation's close, the next report of the same sentence, an attribution, or the sentence's end.</summary>
    private int End(int start, int sentenceLast)
    {
        int quote = start > 0 && article.Tokens[start - 1].IsQuote ? article.QuoteEnd[start - 1] : -1;
        if (quote > 0)
        {
            return quote - 1;
        }

        int last = sentenceLast;
        for (int j = start + 1; j <= last; j++)
        {
            if (article.NameAt[j] >= 0)
            {
                continue;
            }

            if (article.QuoteEnd[j] > last)
            {
                last = article.QuoteEnd[j];
                j = last;
                continue;
            }

            if (article.QuoteEnd[j] > 0)
            {
                j = article.QuoteEnd[j];
                continue;
            }

            if (Breaks(j, start))
            {
                return Trim(start, j - 1);
            }
        }

        return Trim(start, last);
    }

    private bool Breaks(int j, int start)
    {
        if ((article.OwnRoles(j) & Role.Attribution) != 0 && article.Form(j) is not "كما" && j > start + 3)
        {
            return true;
        }

        VerbEntry? report = ReportAt(j);
        if (report is null || j <= start + 1)
        {
            return false;
        }

        // A participle goes on with the same speaker; a finite verb after a comma or و opens the next report.
        bool comma = article.Tokens[j - 1].Mark is '،' or ',' or '؛' || article.Tokens[j - 1].IsQuote;
        return report.Form switch
        {
            VerbForm.Participle => article.Form(j).EndsWith('ا') || (comma && article.Form(j).EndsWith('ه')),
            VerbForm.Perfect => comma || (article.Tokens[j].Word!.Proclitic is "و" && report.Verb.Type is null),
            _ => false,
        };
    }

    private int Trim(int start, int last)
    {
        while (last > start && (article.Tokens[last].Kind is TokenKind.Break || article.Tokens[last].Mark is '.' or '،' or ',' or '؛' or ':' or '-' or '–' or '(' or '؟' or '!'
            || article.Form(last) is "و" or "كما" || (article.Tokens[last].IsQuote && article.QuoteEnd[last] < 0 && !Closes(last, start))))
        {
            last--;
        }

        return last;
    }

    private bool Closes(int mark, int start)
    {
        for (int j = start; j < mark; j++)
        {
            if (article.QuoteEnd[j] == mark)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who speaks: the actor right after the verb, or right before it, else the noun phrase there, else the actor anywhere
    /// before the words; for a participle or a verb without subject, whoever spoke last.</summary>
    private (Span? Span, string Rule) Speaker(int verb, int marker, VerbEntry report)
    {
        bool finite = report.Form is not VerbForm.Participle and not VerbForm.Masdar;
        int sentenceFirst = article.SentenceAt(verb).First;
        if (finite || report.Form == VerbForm.Masdar)
        {
            if (ActorBetween(verb + 1, Math.Min(marker, verb + 4)) is { } near)
            {
                return (near.Span, "after-verb");
            }
        }

        if (finite)
        {
            int before = verb - 1;
            while (before > sentenceFirst && article.Form(before) is "قد" or "لم" or "لا" or "لن")
            {
                before--;
            }

            if (before >= sentenceFirst && article.NameAt[before] is int subject and >= 0 && article.Names[subject] is ActorFound actor && article.SubjectLike(actor))
            {
                return (actor.Span, "before-verb");
            }

            if (NounPhrase(verb + 1, marker) is { } phrase)
            {
                return (phrase, "noun-phrase");
            }

            if (ActorBetween(verb + 1, marker) is { } farther)
            {
                return (farther.Span, "after-verb");
            }

            if (article.Tokens[verb].Word!.Proclitic is not "و" && NounPhraseBefore(before, sentenceFirst) is { } earlier)
            {
                return (earlier, "noun-phrase-before");
            }

            if (article.Tokens[verb].Word!.Proclitic is "و" && _last?.SpeakerSpan is { } same)
            {
                return (same, "same-speaker");
            }
        }

        if (report.Form is VerbForm.Participle && _last is { SpeakerSpan: not null } running && running.First >= sentenceFirst)
        {
            return (running.SpeakerSpan, "same-speaker");
        }

        for (int j = verb - 1; j >= sentenceFirst; j--)
        {
            if (article.NameAt[j] is int name and >= 0)
            {
                if (article.Names[name] is ActorFound { Type: not ActorType.Media } actor && (report.Form is VerbForm.Masdar || actor.Type is ActorType.Person || article.SubjectLike(actor)))
                {
                    return (actor.Span, "earlier-in-sentence");
                }

                j = article.Names[name].First;
            }
        }

        return _last?.SpeakerSpan is { } last ? (last, "last-speaker") : (null, "no-speaker");
    }

    private ActorFound? ActorBetween(int from, int to)
    {
        for (int j = from; j < to; j++)
        {
            if (article.NameAt[j] is int name and >= 0)
            {
                if (article.Names[name] is ActorFound actor && (article.OwnRoles(actor.First - 1) & (Role.With | Role.About | Role.Locative)) == 0
                    && article.Tokens[actor.First].Word?.Proclitic is "" or "و" or null)
                {
                    return actor;
                }

                j = article.Names[name].Last;
            }
        }

        return null;
    }

    /// <summary>مصدر عسكري, تقارير صحفية, شهود عيان: plain nouns right after the verb.</summary>
    private Span? NounPhrase(int from, int marker)
    {
        int end = from - 1;
        for (int j = from; j < marker && j < from + 6 && IsNounPhrasePart(j); j++)
        {
            end = j;
        }

        return end >= from && !article.Form(from).EndsWith('ا') ? article.SpanOf(from, end) : null;
    }

    /// <summary>الطرفان أكدا, بعض المحللين قد اعتبروا: plain nouns right before the verb.</summary>
    private Span? NounPhraseBefore(int last, int first)
    {
        int start = last + 1;
        for (int j = last; j >= first && j > last - 4 && article.NameAt[j] < 0 && IsNounPhrasePart(j); j--)
        {
            start = j;
        }

        return start <= last && (article.Form(start).StartsWith("ال", StringComparison.Ordinal) || start < last) ? article.SpanOf(start, last) : null;
    }

    private bool IsNounPhrasePart(int j)
    {
        Token token = article.Tokens[j];
        string form = article.Form(j);
        return token.Kind == TokenKind.Word && (token.Cats & (Cat.Time | Cat.Verb | Cat.Masdar)) == 0 && token.Word!.Proclitic is not ("ل" or "ب" or "ف")
            && ((article.OwnRoles(j) == Role.None && article.Roles(j) == Role.None) || form is "بعض" or "كل" or "جميع" or "عدد" or "احد" or "عده" or "معظم" or "نفس");
    }

    /// <summary>… بحسب رويترز: the sentence is hers when nobody else in it speaks.</summary>
    private void Attributed(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (article.Longest(i, Cat.Particle, e => e is ParticleEntry { Role: Role.Attribution }) is not { } match || article.Form(i) is "كما" || article.NameAt[i] >= 0)
            {
                continue;
            }

            ActorFound? actor = null;
            for (int j = match.Last + 1; j <= Math.Min(last, match.Last + 6) && actor is null; j++)
            {
                actor = article.NameAt[j] >= 0 ? article.Names[article.NameAt[j]] as ActorFound : null;
            }

            if (actor is null || SaidSince(first))
            {
                continue;
            }

            bool opens = i <= first + 1;
            int from = opens ? actor.Last + 1 : first;
            while (from < last && article.Tokens[from].Kind == TokenKind.Mark && !article.Tokens[from].IsQuote)
            {
                from++;
            }

            int to = opens ? Trim(from, last) : Trim(first, i - 1);
            if (to - from >= MinTokens)
            {
                Add(Make(from, to, actor.Span, "statement.attribution"));
            }

            return;
        }
    }

    /// <summary>True when a statement of the sentence that begins at a token was found; sentences are read in order.</summary>
    private bool SaidSince(int first)
    {
        for (int i = article.Statements.Count - 1; i >= 0 && article.Statements[i].Last >= first; i--)
        {
            if (article.Statements[i].First >= first)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A report inside a report: the innermost speaker's words are the statement.</summary>
    private void KeepInnermost()
    {
        List<StatementFound> all = article.Statements;
        all.Sort((a, b) => a.Span.CompareTo(b.Span));
        bool[] holdsAnother = new bool[all.Count];
        for (int i = 0; i < all.Count; i++)
        {
            for (int j = i - 1; j >= 0 && all[j].Span.Start == all[i].Span.Start; j--)
            {
                holdsAnother[i] |= IsMostOf(all[i].Span, all[j].Span);
            }

            for (int j = i + 1; j < all.Count && all[j].Span.Start < all[i].Span.End; j++)
            {
                holdsAnother[i] |= IsMostOf(all[i].Span, all[j].Span);
            }
        }

        StatementFound[] kept = [.. all.Where((_, i) => !holdsAnother[i])];
        all.Clear();
        all.AddRange(kept);
    }

    private static bool IsMostOf(Span outer, Span inner) => outer.Contains(inner) && inner.Length * 10 > outer.Length * 6;

    private StatementFound Make(int first, int last, Span? speaker, string rule)
    {
        while (first < last && article.Tokens[first].Kind is TokenKind.Break or TokenKind.Mark && !(article.Tokens[first].IsQuote && article.QuoteEnd[first] >= 0))
        {
            first++;
        }

        last = Math.Max(first, last);
        int skip = article.Tokens[first].Word is { } word && word.Form[0] == 'ب' && rule.StartsWith("statement.bi", StringComparison.Ordinal) ? 1 : 0;
        return new StatementFound(first, last, article.SpanOf(first, last, skip), rule, speaker is { } s ? article.Slice(s) : null, speaker, []);
    }
}
