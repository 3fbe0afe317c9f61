using Hudna.Reading.Arabic.Speech;

namespace Hudna.Reading.Arabic;

/// <summary>Finds reported speech: what is said, without the reporting verb, who says it and who relays it.</summary>
internal sealed class StatementRules
{
    private const int MinTokens = 2;
    private const int DocumentReach = 14;
    private const int NearMax = 60;
    private readonly Article _article;
    private readonly Reports _reports;
    private readonly NounPhrases _nouns;
    private readonly Subjects _subjects;
    private readonly Markers _markers;
    private readonly Extents _extents;
    private readonly Relays _relays;
    private readonly Attributions _attributions;
    private readonly CarriedSpeakers _carried;
    private readonly List<Said> _said = [];
    private readonly HashSet<int> _starts = [];

    public StatementRules(Article article)
    {
        _article = article;
        _reports = new Reports(article);
        _nouns = new NounPhrases(article);
        _subjects = new Subjects(article, _reports, _nouns);
        _markers = new Markers(article, _reports);
        _extents = new Extents(article, _reports);
        _relays = new Relays(article, _nouns);
        _attributions = new Attributions(article, _reports, _subjects, _nouns, _relays);
        _carried = new CarriedSpeakers(article, _reports, _said);
    }

    public void Find()
    {
        foreach ((int first, int last) in _article.Sentences)
        {
            Headline(first, last);
            for (int i = first; i <= last; i++)
            {
                // ورد في التقرير أن: the phrase goes before the verb that its first word also is.
                if (_article.Leads(i, SpeechRole.Bearer) && _article.NameAt[i] < 0
                    && _article.Longest(i, Cat.Speech, e => e is SpeechEntry { Role: SpeechRole.Bearer }) is { } bearer)
                {
                    Document(i, bearer.Last + 1, last);
                    i = bearer.Last;
                }
                else if (_reports.At(i) is { } report)
                {
                    Report(report, first, last);
                }
            }

            Attribute(first, last);
        }

        string? byline = _relays.Byline() is { } agency ? _article.Slice(agency.Span) : null;
        _article.Statements.AddRange(Nesting.Innermost(_article, _said, byline));
    }

    /// <summary>«بوتين: محادثات …», «مصدر أمني: …»: somebody and a colon at the head of a line.</summary>
    private void Headline(int first, int last)
    {
        while (first < last && _article.Tokens[first].Kind is TokenKind.Break)
        {
            first++;
        }

        Speaker? speaker = _article.NameAt[first] is int name and >= 0
            ? _article.Names[name] is ActorFound actor ? new Speaker(actor.First, actor.Last, actor.Span, actor, "headline") : null
            : _nouns.At(first, last, anyNoun: false, "headline");
        if (speaker is not null && _article.IsMark(speaker.Last + 1, ':') && speaker.Last + 2 + MinTokens <= last)
        {
            int start = speaker.Last + 2;
            bool quoted = _article.Tokens[start].IsQuote;
            Marker marker = quoted ? new Marker(start, start + 1, "quote", true) : new Marker(start - 1, start, "colon");
            Add(speaker.First, marker, _extents.End(marker, last), speaker, [], "statement.headline");
        }
    }

    private void Report(Report report, int first, int last)
    {
        int i = report.At;
        if (Silent(report, first))
        {
            return;
        }

        (Speaker? before, bool leads) = report.Finite ? _subjects.Before(report, first) : default;
        Speaker? after = report.Entry.Form is VerbForm.Participle || (report.Entry.Form is VerbForm.Masdar && report.Suffix > 0) ? null : _subjects.After(report, last);
        Speaker? subject = leads || (before is not null && report.Entry.Verb.Type is not null) ? before : after ?? before;
        int from = subject is not null && subject == after ? after.Last + 1 : i + 1;
        if (_markers.Find(report, from, subject is not null, last) is not { } marker || marker.Start >= _article.Count || (marker.Start > last && !marker.Quoted))
        {
            Trailing(report, subject ?? before, first, last);
            return;
        }

        bool relative = (_article.OwnRoles(i - 1) & Role.Relative) != 0;
        if ((relative && (subject is null || subject != after) && (marker.Kind is "bi" or "as" || report.Takes.HasFlag(Complement.As) || (marker.Kind == "quote" && marker.At == i + 1))) || (report.Entry.Form == VerbForm.Masdar && !Spoken(report, subject, marker)))
        {
            return;
        }

        if (subject is null && report.Entry.Form is VerbForm.Imperfect && (Bare(report, marker, first) || _carried.IsInert(report, first)))
        {
            if (marker.At == i + 1 && (_article.Speech(i) & SpeechRole.Impersonal) != 0)
            {
                Add(i, marker, _extents.End(marker, last), null, [], "statement.impersonal");
            }

            return;
        }

        // Inside words already quoted, a report without a subject of its own is theirs (قلت مرارا إنه).
        if (subject is null && _article.QuoteStart[i] is int open and >= 0 && _starts.Contains(open + 1))
        {
            return;
        }

        List<string> via = [];
        Speaker? speaker = _relays.Source(report, marker.At) is { } source && source.Span != subject?.Span ? source : subject;
        if (speaker != subject && subject is not null)
        {
            Relays.Add(via, _article.Slice(subject.Span));
        }

        if (speaker is null && marker.Kind == "an" && report.Finite && _subjects.IsThing(report))
        {
            return;
        }

        bool passive = report.Entry.Voice == Voice.Passive && speaker is null && marker.At == i + 1;
        speaker ??= passive ? null : _carried.For(report, first);
        int end = _extents.End(marker, last);
        if (end - marker.Start + 1 < MinTokens && !marker.Quoted)
        {
            return;
        }

        _relays.Opening(via, first, i, speaker);
        _relays.Outlets(via, i + 1, marker.At, speaker);
        _relays.Closing(via, end, last, speaker);
        Add(i, marker, end, speaker, via, $"statement.{marker.Kind}.{speaker?.Rule ?? "no-speaker"}");
    }

    /// <summary>جاء في بيان للجيش أن …, ورد في الرسالة: «…»: the document speaks.</summary>
    private void Document(int at, int noun, int last)
    {
        if (noun > last || _nouns.At(noun, last, anyNoun: false, "document") is not { } document)
        {
            return;
        }

        for (int j = document.Last + 1; j <= Math.Min(last, document.Last + DocumentReach); j++)
        {
            bool complement = (_article.Roles(j) & Role.Complement) != 0;
            Marker? marker = complement ? new Marker(j, _article.Form(j).EndsWith("ان", StringComparison.Ordinal) ? j + 1 : j, "an")
                : _article.Tokens[j].IsQuote && _article.QuoteEnd[j] - j > 3 ? new Marker(j, j + 1, "quote", true)
                : _article.Tokens[j].Mark == ':' ? new Marker(j, j + 1, "colon") : null;
            if (marker is not null)
            {
                List<string> via = [];
                _relays.Outlets(via, document.Last + 1, j, document);
                if (marker.Start <= last && !(marker.Kind == "colon" && _article.Tokens[marker.Start].IsQuote))
                {
                    Add(at, marker, _extents.End(marker, last), document, via, "statement.document");
                    return;
                }
            }
        }
    }

    // What somebody did not say is no statement (لم يوضح), nor a speaker's own "we say" inside the quotation, nor what a "what" stands before
    // (ما يقوله هؤلاء); حسبما ذكرت is an attribution. A participle goes on from something: at the head of a line it is another word.
    private bool Silent(Report report, int first)
    {
        int i = report.At;
        Role before = _article.OwnRoles(i - 1);
        if ((before & Role.Negator) != 0 || ((before & Role.Attribution) != 0 && _article.Form(i - 1) is not "كما") || _article.Form(i - 1) is "ما" or "مما" or "لما" or "وما" or "فيما ")
        {
            return true;
        }

        // بين, كتب, عرض are prepositions and nouns more often than verbs.
        if ((_article.OwnRoles(i) & ~(Role.Possible | Role.Planned | Role.NegNoun)) != Role.None && (_article.OwnRoles(i + 1) & Role.Complement) == 0 && report.Entry.Form is VerbForm.Perfect)
        {
            return true;
        }

        // مشروع قرار يطالب إسرائيل بـ: what demands without speaking.
        if (report.Entry.Form is VerbForm.Imperfect && report.Skip == 0 && (_article.Speech(i - 1) & SpeechRole.Inert) != 0)
        {
            return true;
        }

        return (report.Entry.Form is VerbForm.Participle && (i == first || _article.IsBreak(i - 1))) || report.Entry.Concord.Person == 1;
    }

    /// <summary>يذكر أن, يشار إلى أن: the writer's own formula; any imperfect that opens the sentence without subject or و is nobody's report either.</summary>
    private bool Bare(Report report, Marker marker, int first)
    {
        if ((_article.Speech(report.At) & (SpeechRole.Formula | SpeechRole.Impersonal)) != 0 && marker.At <= report.At + 2)
        {
            return true;
        }

        return report.Skip == 0 && marker.At <= report.At + 2 && (report.At == first || _article.Tokens[report.At - 1].Kind != TokenKind.Word) && _article.Form(report.At)[0] == 'ي';
    }

    /// <summary>A masdar reports when its doer stands with it (تأكيد موسكو أن, قوله إن) or when the sentence does so by the way (مع التأكيد على).</summary>
    private bool Spoken(Report report, Speaker? subject, Marker marker)
    {
        if (report.Suffix > 0 || (subject is not null && subject.First <= report.At + 2))
        {
            return marker.Kind is not "np" || report.Suffix == 0;
        }

        return _article.Form(report.At).StartsWith("ال", StringComparison.Ordinal) && (_article.Form(report.At - 1) is "مع" || _reports.At(report.At - 1) is { Finite: true } || _reports.At(report.At - 2) is { Finite: true });
    }

    /// <summary>«…»، قال فلان; الهدنة صامدة، كما يقول فلان: the words stand before the verb.</summary>
    private void Trailing(Report report, Speaker? speaker, int first, int last)
    {
        int at = report.At - 1;
        if (!report.Finite || (report.Takes & Complement.An) == 0 || report.Entry.Verb.Type is not null || at <= first)
        {
            return;
        }

        bool comma = _article.Tokens[at].Mark is '،' or ',' or '-' or '–';
        int close = comma ? at - 1 : at;
        if (close < 1 || !_article.Tokens[close].IsQuote || _article.QuoteStart[close - 1] is not (int open and >= 0) || _article.QuoteEnd[open] != close || _starts.Contains(open + 1) || close - open < 4)
        {
            return;
        }

        speaker ??= _carried.For(report, first);
        List<string> via = [];
        _relays.Outlets(via, report.At, Math.Min(last, (speaker?.Last ?? report.At) + 8), speaker);
        Add(report.At, new Marker(open, open + 1, "quote", true), close - 1, speaker, via, "statement.quote-first");
    }

    /// <summary>… بحسب رويترز: relays what somebody else in the sentence says, or speaks the sentence itself.</summary>
    private void Attribute(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (_attributions.At(i, last) is not { } source)
            {
                continue;
            }

            bool opens = i <= first + 1;
            (Said? told, bool within) = Near(source, opens, first, last);

            // قالت فلانة نقلا عن فلان إن: between verb and words it is the chain of that statement already.
            if (within)
            {
                i = source.Last;
                continue;
            }

            if (told is not null)
            {
                if (told.Speaker?.Span != source.Speaker.Span && told.At < source.First | opens)
                {
                    Relay(told, source);
                }

                i = source.Last;
                continue;
            }

            Span(source, opens, first, last);
            i = source.Last;
        }
    }

    private void Relay(Said told, Attributed source)
    {
        told.Via.Insert(0, _article.Slice(source.Speaker.Span));
        told.Via.InsertRange(0, source.Via.Where(v => !told.Via.Contains(v)));
    }

    /// <summary>The statement of the sentence that an attribution relays: right before it, around it, or after one that opens the sentence.</summary>
    private (Said? Told, bool Within) Near(Attributed source, bool opens, int first, int last)
    {
        Said? told = null;
        for (int k = _said.Count - 1, oldest = Math.Max(0, _said.Count - NearMax); k >= oldest; k--)
        {
            Said s = _said[k];
            if (s.At >= first && s.At < source.First && source.First < s.First)
            {
                return (s, true);
            }

            bool related = opens ? s.At > source.First : (s.Last < source.First && source.First - s.Last <= 4) || (s.First <= source.First && s.Last >= source.First);
            told ??= related && s.First >= first && s.First <= last ? s : null;
        }

        return (told, false);
    }

    private void Span(Attributed source, bool opens, int first, int last)
    {
        int from = opens ? source.Last + 1 : first, to = opens ? last : source.First - 1;
        if (opens)
        {
            while (from < last && _article.Tokens[from].Mark is not ('،' or ',' or ':') && (_article.Roles(from) & Role.Complement) == 0 && from - source.Last < 12)
            {
                from++;
            }

            while (from < last && (_article.Tokens[from].Kind == TokenKind.Mark || _article.Form(from) is "فان" or "فقد" or "قد" or "ان"))
            {
                from++;
            }
        }

        to = opens ? _extents.End(from, to) : _extents.Trim(first, to);
        if (to - from >= MinTokens)
        {
            Add(source.First, new Marker(from, from, "attribution"), to, source.Speaker, source.Via, "statement.attribution");
        }
    }

    private void Add(int at, Marker marker, int last, Speaker? speaker, List<string> via, string rule)
    {
        int first = marker.Start;
        while (first < last && _article.Tokens[first].Kind is TokenKind.Break or TokenKind.Mark && !(_article.Tokens[first].IsQuote && _article.QuoteEnd[first] >= 0))
        {
            first++;
        }

        last = Math.Max(first, last);
        if (first >= _article.Count || !_starts.Add(first))
        {
            return;
        }

        if (rule != "statement.headline")
        {
            _article.Trace?.Note(first, PartRole.Report, at);
        }

        if (marker.At < first)
        {
            _article.Trace?.Note(first, PartRole.Opening, marker.At);
        }

        int skip = marker.Kind == "bi" && _article.Tokens[first].Word is { } word && word.Form[0] == 'ب' && (word.Readings.Length == 0 || word.Proclitic == "ب") ? 1 : 0;
        _said.Add(new Said(at, first, last, _article.SpanOf(first, last, skip), speaker, via, rule));
    }
}
