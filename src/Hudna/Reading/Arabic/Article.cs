namespace Hudna.Reading.Arabic;

/// <summary>A lexicon entry found at a run of tokens.</summary>
/// <param name="Entry">What was found.</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Proclitic">Letters taken off the first token.</param>
/// <param name="Skip">How many folded letters of it.</param>
/// <param name="Suffix">Folded letters of a pronoun on the last token.</param>
internal readonly record struct Match(Entry Entry, int First, int Last, string Proclitic, int Skip, int Suffix)
{
    public int Count => Last - First + 1;
}

/// <summary>A text on its way through the rules: tokens, sentences, quotations, and what has been found so far.</summary>
internal sealed class Article
{
    private const int QuoteLengthMax = 2500;
    private const int StatementLengthMax = 8192;

    // What rules may look through for one mention; running text without a full stop is cut so that no search grows with the text.
    private const int SentenceTokensMax = 512;
    private readonly int[] _sentenceOf;
    private readonly List<(int First, int Last)> _sentences = [];

    public Article(string text, ArabicLanguage language, DateOnly? published)
    {
        Text = text;
        Language = language;
        Tokens = Tokenizer.Tokenize(text, language.Lexicon);
        Published = published;
        _sentenceOf = new int[Tokens.Length];
        QuoteEnd = new int[Tokens.Length];
        QuoteStart = new int[Tokens.Length];
        Taken = new bool[Tokens.Length];
        NameAt = new int[Tokens.Length];
        Array.Fill(NameAt, -1);
        Array.Fill(QuoteEnd, -1);
        Array.Fill(QuoteStart, -1);
        FindSentences();
        FindQuotes();
    }

    public string Text { get; }

    /// <summary>Where rules note which words decided; null unless reasons are asked for.</summary>
    public Explaining.Trace? Trace { get; init; }

    public ArabicLanguage Language { get; }

    public Token[] Tokens { get; }

    /// <summary>The date that relative dates hang on: handed in, else the text's own.</summary>
    public DateOnly? Published { get; set; }

    /// <summary>Sentences as first and last token, in order.</summary>
    public IReadOnlyList<(int First, int Last)> Sentences => _sentences;

    /// <summary>For a token that opens a quotation, the token that closes it; -1 otherwise.</summary>
    public int[] QuoteEnd { get; }

    /// <summary>For a token inside a quotation, the token that opens it; -1 otherwise.</summary>
    public int[] QuoteStart { get; }

    /// <summary>Tokens that an expression of time or a name holds.</summary>
    public bool[] Taken { get; }

    /// <summary>For a token of a named actor or place, its index in <see cref="Names"/>; -1 otherwise.</summary>
    public int[] NameAt { get; }

    public List<TimeFound> Times { get; } = [];

    public List<NameFound> Names { get; } = [];

    public List<QuantityFound> Quantities { get; } = [];

    public List<StatementFound> Statements { get; } = [];

    public List<EventFound> Events { get; } = [];

    /// <summary>Who is meant by definite descriptions; set once names are found.</summary>
    public Coreference? Coreference { get; set; }

    public int Count => Tokens.Length;

    /// <summary>The named actor, earlier in the text, whom a definite noun at a token means (الوزير, الحركة); null when none is known or several can be meant.</summary>
    public ActorFound? Antecedent(int token) => Coreference?.Antecedent(token);

    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>First and last token of the sentence that a token stands in.</summary>
    public (int First, int Last) SentenceAt(int token) => _sentences[Math.Min(_sentenceOf[token], _sentences.Count - 1)];

    /// <summary>What was found wholly between two tokens, of a list in order of position.</summary>
    public static IEnumerable<T> Within<T>(List<T> found, int first, int last)
        where T : IFound
    {
        for (int i = Bisect.First(found, static f => f.First, first); i < found.Count && found[i].First <= last; i++)
        {
            if (found[i].Last <= last)
            {
                yield return found[i];
            }
        }
    }

    /// <summary>The slice from one token to another.</summary>
    public string Slice(Span span) => span.Of(Text);

    /// <summary>The range of a match: clitics left out, pronouns left in.</summary>
    public Span SpanOf(Match match) => SpanOf(match.First, match.Last, match.Skip);

    public Span SpanOf(int first, int last, int skip = 0)
    {
        int start = skip == 0 ? Tokens[first].Start : Tokenizer.Skip(Text, Tokens[first].Start, skip);
        return new Span(start, Tokens[last].End);
    }

    /// <summary>The folded form at a token; empty for marks and numbers.</summary>
    public string Form(int token) => token >= 0 && token < Count ? Tokens[token].Word?.Form ?? string.Empty : string.Empty;

    public Role Roles(int token) => token >= 0 && token < Count ? Tokens[token].Word?.Roles ?? Role.None : Role.None;

    public Role OwnRoles(int token) => token >= 0 && token < Count ? Tokens[token].Word?.OwnRoles ?? Role.None : Role.None;

    /// <summary>What a token does around reported speech, as a word by itself.</summary>
    public SpeechRole Speech(int token) => token >= 0 && token < Count ? Tokens[token].Word?.Speech ?? SpeechRole.None : SpeechRole.None;

    /// <summary>What a token, or a phrase that it begins, does around reported speech.</summary>
    public bool Leads(int token, SpeechRole role) => token >= 0 && token < Count && Tokens[token].Word is { } word && (word.Leads & role) != 0;

    public Cat Cats(int token) => token >= 0 && token < Count ? Tokens[token].Cats : Cat.None;

    public bool IsMark(int token, char mark) => token >= 0 && token < Count && Tokens[token].Mark == mark;

    /// <summary>Whether a token is a word of another script.</summary>
    public bool IsForeign(int token) => token >= 0 && token < Count && Tokens[token].Kind == TokenKind.Foreign;

    public bool IsBreak(int token) => token < 0 || token >= Count || Tokens[token].Kind == TokenKind.Break;

    /// <summary>Whether a token, or a phrase that its word can begin, can be of the categories: a cheap test before <see cref="Longest(int, Cat, Func{Entry, bool}?)"/>.</summary>
    public bool Begins(int token, Cat cats) => token >= 0 && token < Count && Tokens[token].Word is { } word && (word.Begins & cats) != 0;

    /// <summary>The longest entry of the categories that begins at a token; null when there is none. At equal length the reading
    /// with fewer clitics wins, then the entry named first in the data.</summary>
    public Match? Longest(int token, Cat cats, Func<Entry, bool>? accept = null) => Longest(token, cats, null, accept);

    /// <summary>The longest word of time of the categories and the tag that begins at a token.</summary>
    public Match? LongestTime(int token, Cat cats, string tag) => Longest(token, cats, tag, null);

    private Match? Longest(int token, Cat cats, string? tag, Func<Entry, bool>? accept)
    {
        if (!Begins(token, cats))
        {
            return null;
        }

        Match? best = null;
        foreach (WordReading reading in Tokens[token].Word!.Readings)
        {
            if (best is null && First(reading.Entries, cats, tag, accept) is { } single)
            {
                best = new Match(single, token, token, reading.Proclitic, reading.Skip, reading.Suffix);
            }

            int node = reading.Node, at = token;
            while (node > 0 && (Language.Lexicon.Beyond(node) & cats) != 0 && ++at < Count && Tokens[at].Word is { } next)
            {
                node = Language.Lexicon.Next(node, next.Id);
                if (node > 0 && (best is null || at > best.Value.Last) && First(Language.Lexicon.At(node), cats, tag, accept) is { } phrase)
                {
                    best = new Match(phrase, token, at, reading.Proclitic, reading.Skip, 0);
                }
            }
        }

        return best;
    }

    // The entry named first in the data, of those of the categories that have the tag and are accepted.
    private static Entry? First(Entry[]? entries, Cat cats, string? tag, Func<Entry, bool>? accept)
    {
        foreach (Entry entry in entries ?? [])
        {
            if ((entry.Cat & cats) != 0 && (tag is null || (entry is TimeEntry time && time.Tag == tag)) && (accept is null || accept(entry)))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Every entry that a match's words are, read with the same clitics: the homonyms of what was matched.</summary>
    public IEnumerable<Entry> Same(Match match)
    {
        foreach (WordReading reading in Tokens[match.First].Word!.Readings)
        {
            if (reading.Skip != match.Skip || reading.Suffix != match.Suffix || reading.Proclitic != match.Proclitic)
            {
                continue;
            }

            if (match.Count == 1)
            {
                foreach (Entry entry in reading.Entries)
                {
                    yield return entry;
                }

                continue;
            }

            int node = reading.Node;
            for (int at = match.First + 1; at <= match.Last && node > 0; at++)
            {
                node = Language.Lexicon.Next(node, Tokens[at].Word!.Id);
            }

            if (node > 0 && Language.Lexicon.At(node) is { } entries)
            {
                foreach (Entry entry in entries)
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>Every entry of the categories that a token is by itself.</summary>
    public Senses<T> Single<T>(int token)
        where T : Entry => new(token < 0 || token >= Count ? null : Tokens[token].Word);

    /// <summary>The lemma of the verb at a token; empty when it is none.</summary>
    public string Lemma(int token) => Single<VerbEntry>(token).FirstOrDefault().Entry?.Verb.Lemma is { } lemma ? Folding.Fold(lemma) : string.Empty;

    /// <summary>True when no preposition leads the actor: it can be a subject.</summary>
    public bool SubjectLike(ActorFound actor) =>
        Tokens[actor.First].Word?.Proclitic is "" or "و" or null
        && (OwnRoles(actor.First - 1) & (Role.With | Role.About | Role.Locative | Role.Motion | Role.Between | Role.Agentive)) == 0;

    /// <summary>The first statement that holds a span; statements stand in order and are no longer than a few sentences.</summary>
    public StatementFound? StatementAround(Span span)
    {
        for (int i = Bisect.First(Statements, static s => s.Span.Start, span.Start - StatementLengthMax); i < Statements.Count && Statements[i].Span.Start <= span.Start; i++)
        {
            if (Statements[i].Span.Contains(span))
            {
                return Statements[i];
            }
        }

        return null;
    }

    /// <summary>The actor whose name is exactly a span; null when there is none.</summary>
    public ActorFound? ActorAt(Span span)
    {
        for (int i = Bisect.First(Names, static n => n.Span.Start, span.Start); i < Names.Count && Names[i].Span.Start == span.Start; i++)
        {
            if (Names[i] is ActorFound actor && actor.Span == span)
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>Marks the tokens of a name found with its index in <see cref="Names"/>.</summary>
    public void MarkName(int index)
    {
        for (int j = Names[index].First; j <= Names[index].Last; j++)
        {
            NameAt[j] = index;
        }
    }

    /// <summary>A word that the lexicon does not know and that has a verb's shape: تجريها, أعادت.</summary>
    /// <param name="token">The token.</param>
    /// <param name="pastAnd">Whether a leading و or ف is passed over to see the letter of the imperfect.</param>
    public bool IsVerbShaped(int token, bool pastAnd = false) =>
        Form(token) is { Length: >= 4 } form && OwnRoles(token) == Role.None && Cats(token) == Cat.None
        && ((pastAnd && form[0] is ('و' or 'ف') ? form[1] : form[0]) is 'ي' or 'ت' || form[^1] == 'ت');

    public void Take(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            Taken[i] = true;
        }
    }

    /// <summary>True when the folded form at a token, clitics and ال aside, begins with one of the stems, or is one that ends in a full stop
    /// (<c>عن.</c> is not met by عناصر).</summary>
    public bool HasStem(int token, string[] stems)
    {
        string form = Form(token);
        if (form.Length == 0)
        {
            return false;
        }

        foreach (string stem in stems)
        {
            bool whole = stem[^1] == '.';
            ReadOnlySpan<char> letters = whole ? stem.AsSpan(0, stem.Length - 1) : stem;
            int at = form.AsSpan().IndexOf(letters, StringComparison.Ordinal);
            if (at >= 0 && IsClitic(form.AsSpan(0, at)) && (!whole || at + letters.Length == form.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClitic(ReadOnlySpan<char> front) =>
        front is "" or "ال" or "و" or "ف" or "ب" or "ل" or "ك" or "وال" or "بال" or "كال" or "لل" or "فال" or "وب" or "ول" or "وبال" or "ولل" or "ا" or "ت" or "ي" or "م";

    private void FindSentences()
    {
        int first = 0, before = -1;
        for (int i = 0; i < Count; i++)
        {
            _sentenceOf[i] = _sentences.Count;
            Token token = Tokens[i];
            before = token.Kind == TokenKind.Break ? before : i;
            bool ends = (token.Kind == TokenKind.Break && !GoesOn(before)) || token.Mark is '؟' or '!' or '…' || (token.Mark == '.' && EndsHere(i));
            ends |= i - first >= SentenceTokensMax;
            if (ends && i > first)
            {
                _sentences.Add((first, i));
                first = i + 1;
            }
            else if (ends)
            {
                first = i + 1;
            }
        }

        if (first < Count)
        {
            _sentences.Add((first, Count - 1));
        }
    }

    /// <summary>A line that breaks off after a word that cannot end a sentence (في, التي, تم) goes on in the next: pages cut them so.</summary>
    /// <param name="before">The last token before that is no break; -1 when there is none.</param>
    private bool GoesOn(int before) =>
        before >= 0 && (OwnRoles(before) & (Role.Locative | Role.Motion | Role.Relative | Role.AuxPassive | Role.Complement | Role.Between)) != 0
            && Form(before) is not ("حدود" or "ضواحي" or "محيط");

    /// <summary>A full stop ends a sentence unless it stands inside a run of dots or after a single letter.</summary>
    private bool EndsHere(int i)
    {
        if (IsMark(i + 1, '.') || IsMark(i - 1, '.'))
        {
            return false;
        }

        return i == 0 || Tokens[i - 1].Kind != TokenKind.Word || Tokens[i - 1].End - Tokens[i - 1].Start > 1;
    }

    /// <summary>Pairs quotation marks. A mark opens or closes by its neighbours where they tell (a space before and a letter after
    /// opens); where they do not, in turn, since Arabic pages mix the directions of curly marks. A mark without partner within
    /// the limit opens nothing.</summary>
    private void FindQuotes()
    {
        int open = -1;
        for (int i = 0; i < Count; i++)
        {
            if (!Tokens[i].IsQuote)
            {
                continue;
            }

            if (open >= 0 && Tokens[i].Start - Tokens[open].Start > QuoteLengthMax)
            {
                open = -1;
            }

            bool? opens = Opens(i);
            if (open < 0 || opens == true)
            {
                open = opens == false ? -1 : i;
                continue;
            }

            QuoteEnd[open] = i;
            for (int j = open + 1; j < i; j++)
            {
                QuoteStart[j] = open;
            }

            open = -1;
        }
    }

    private bool Reports(int token)
    {
        if ((Cats(token) & (Cat.Verb | Cat.Participle)) == 0)
        {
            return false;
        }

        foreach (WordReading reading in Tokens[token].Word!.Readings)
        {
            foreach (Entry entry in reading.Entries)
            {
                if (entry is VerbEntry { Form: not VerbForm.Masdar } verb && (verb.Verb.Report & Complement.An) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True when a mark can only open, false when it can only close, null when its neighbours do not tell.</summary>
    private bool? Opens(int i)
    {
        if (Tokens[i].Mark is '«' or '»')
        {
            return Tokens[i].Mark == '«';
        }

        char before = Tokens[i].Start > 0 ? Text[Tokens[i].Start - 1] : ' ';
        char after = Tokens[i].End < Text.Length ? Text[Tokens[i].End] : ' ';
        if (before == ':' || (i > 0 && Tokens[i - 1].Mark == ':'))
        {
            return true;
        }

        bool spaceBefore = char.IsWhiteSpace(before) || before is '(' or '[';
        // متابعا " اذا تحقق: after a word that reports, a mark with a space in front opens.
        if (spaceBefore && i > 0 && Reports(i - 1))
        {
            return true;
        }

        bool spaceAfter = char.IsWhiteSpace(after) || after is '.' or '،' or ',' or '؛' or ')' or ']' or ':' or '؟' or '!';
        return (spaceBefore, spaceAfter) switch
        {
            (true, false) => true,
            (false, true) => i > 0 && Tokens[i - 1] is { Kind: TokenKind.Word } clitic && clitic.End == Tokens[i].Start && clitic.End - clitic.Start <= 2 ? null : false,
            _ => null,
        };
    }
}
