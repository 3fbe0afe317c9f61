namespace Hudna.Reading.Arabic.Speech;

/// <summary>Where what is reported begins.</summary>
/// <param name="At">The token that opens it (أن, a colon, a quotation mark, a preposition).</param>
/// <param name="Start">The first token of what is reported.</param>
/// <param name="Kind">What opens it, for the rule's name.</param>
/// <param name="Quoted">The words stand in quotation marks, the opening one right before <paramref name="Start"/>.</param>
internal sealed record Marker(int At, int Start, string Kind, bool Quoted = false);

/// <summary>Finds what opens reported words after a report: أن and its sisters, a colon, a quotation, an indirect question, or the complement that the verb takes.</summary>
internal sealed class Markers(Article article, Reports reports)
{
    private const int Reach = 45;
    private const int ShortQuote = 3;
    private const int NounReach = 12;

    /// <summary>The marker after a report whose own subject, if any, ends at <paramref name="from"/> - 1; null when nothing is reported.</summary>
    public Marker? Find(Report report, int from, bool hasSubject, int sentenceLast)
    {
        Complement takes = report.Takes;
        for (int j = from; j <= Math.Min(sentenceLast, report.At + Reach); j++)
        {
            if (article.NameAt[j] is int name and >= 0)
            {
                NameFound found = article.Names[name];
                if (takes.HasFlag(Complement.Bi) && article.Tokens[found.First].Word is { } headed && headed.Proclitic.EndsWith('ب') && found.Span.Start > article.Tokens[j].Start)
                {
                    return new Marker(j, j, "bi");
                }

                if (takes.HasFlag(Complement.As) && j == from && (hasSubject || found is PlaceFound))
                {
                    return new Marker(j, j, "as");
                }

                j = found.Last;
                continue;
            }

            Token token = article.Tokens[j];
            if (token.Mark == ':')
            {
                return Colon(j, sentenceLast);
            }

            if (token.IsQuote && (article.QuoteEnd[j] > 0 ? article.QuoteEnd[j] - j > ShortQuote || j == report.At + 1 : j == from && !Closes(j) && (takes & Complement.An) != 0))
            {
                return report.Finite && (takes & (Complement.An | Complement.Np)) == 0 ? null : new Marker(j, j + 1, "quote", true);
            }

            if (token.IsQuote && article.QuoteEnd[j] > 0)
            {
                j = article.QuoteEnd[j];
                continue;
            }

            if (token.Kind != TokenKind.Word || (article.Taken[j] && article.NameAt[j] < 0))
            {
                continue;
            }

            if (Word(j, from, report, hasSubject) is { } marker)
            {
                return marker;
            }

            // Another finite report before any marker: nothing is reported here, except after عن, which names who says it.
            if (reports.At(j) is { Finite: true } && j > report.At + 1 && (token.Cats & Cat.Participle) == 0 && article.OwnRoles(j) == Role.None)
            {
                return null;
            }
        }

        return null;
    }

    private bool Closes(int mark) => mark > 0 && article.QuoteStart[mark - 1] is int open and >= 0 && article.QuoteEnd[open] == mark;

    private Marker Colon(int j, int sentenceLast)
    {
        int next = j + 1;
        while (next <= sentenceLast && article.Tokens[next].Kind is TokenKind.Mark or TokenKind.Break && !article.Tokens[next].IsQuote)
        {
            next++;
        }

        return next < article.Count && article.Tokens[next].IsQuote ? new Marker(j, next + 1, "quote", true) : new Marker(j, next, "colon");
    }

    private Marker? Word(int j, int from, Report report, bool hasSubject)
    {
        Token token = article.Tokens[j];
        Complement takes = report.Takes;
        string form = token.Word!.Form;
        if ((token.Word.OwnRoles & Role.Complement) != 0 || ((article.Roles(j) & Role.Complement) != 0 && token.Word.Proclitic is "ب" or "ل" or "ف"))
        {
            return new Marker(j, form.EndsWith("ان", StringComparison.Ordinal) ? j + 1 : j, "an");
        }

        if (form is "الي" or "علي" or "عن" or "من" && article.Roles(j + 1).HasFlag(Role.Complement) && (takes & (Complement.Ala | Complement.Ila | Complement.Min | Complement.An | Complement.An3)) != 0)
        {
            return null;
        }

        if ((form == "علي" && takes.HasFlag(Complement.Ala) && article.Form(j + 1) is not "لسان") || (form == "عن" && takes.HasFlag(Complement.An3)) || (form == "الي" && takes.HasFlag(Complement.Ila))
            || (form == "من" && takes.HasFlag(Complement.Min)))
        {
            return (article.Speech(j + 1) & SpeechRole.Question) != 0 ? null : new Marker(j, j + 1, "preposition");
        }

        if (takes.HasFlag(Complement.An) && (j == from || (article.Tokens[j - 1].Mark is '،' or ',')) && article.Longest(j, Cat.Speech, e => e is SpeechEntry { Role: SpeechRole.Question }) is { Proclitic: "" } && report.Entry.Verb.Type is null)
        {
            return new Marker(j, j, "question");
        }

        // بـ"التدخل": the preposition alone before a quotation.
        if (form == "ب" && takes.HasFlag(Complement.Bi))
        {
            return new Marker(j, j + 1, "bi");
        }

        // A verbal noun that no list holds shows its preposition by the alif after it: باتخاذ, بانتهاج.
        bool led = token.Word.Proclitic.EndsWith('ب') || (token.Word.Cats == Cat.None && token.Word.OwnRoles == Role.None && form.Length > 4 && form[0] == 'ب' && (hasSubject || form[1] == 'ا'));
        if (takes.HasFlag(Complement.Bi) && led && (token.Cats & Cat.Time) == 0 && (article.Speech(j) & (SpeechRole.Manner | SpeechRole.Document)) == 0)
        {
            return new Marker(j, j, "bi");
        }

        return takes.HasFlag(Complement.As) ? As(j, from, report, hasSubject) : takes.HasFlag(Complement.Np) ? Np(j, from, report, hasSubject) : null;
    }

    /// <summary>وصف الهدنة بأنها هشة is reported from the object on; with a pronoun (وصفها بأنها, واصفا إياها بـ), from what follows بـ.</summary>
    private Marker? As(int j, int from, Report report, bool hasSubject)
    {
        Token token = article.Tokens[j];
        bool pronoun = report.Suffix > 0 || article.Form(report.At + 1) is "اياه" or "اياها" or "اياهم";
        if (pronoun)
        {
            return token.Word!.Proclitic.EndsWith('ب') || token.Word.Form == "ب" ? new Marker(j, token.Word.Form == "ب" ? j + 1 : j, "bi") : null;
        }

        bool noun = token.Word!.Proclitic is "" && (token.Word.OwnRoles & ~(Role.Function | Role.Demonstrative)) == Role.None && (token.Cats & (Cat.Verb | Cat.Time)) == 0;
        return noun && j == from && (hasSubject || report.At + 1 == j) ? new Marker(j, j, "as") : null;
    }

    /// <summary>أكدت موسكو دعمها, أعلن الجيش تحرير المدينة, أبدى استعداده: a verbal noun, or after the subject any noun that opens what can be held.</summary>
    private Marker? Np(int j, int from, Report report, bool hasSubject)
    {
        Token token = article.Tokens[j];
        if (token.Word!.Proclitic.Length > 0 || token.Word.OwnRoles != Role.None && (token.Word.Speech & SpeechRole.Content) == 0 || (token.Cats & Cat.Verb) != 0 && (token.Cats & (Cat.Masdar | Cat.EventNoun)) == 0)
        {
            return null;
        }

        if (reports.At(j) is { Entry.Form: VerbForm.Participle })
        {
            return null;
        }

        bool content = (token.Cats & (Cat.Masdar | Cat.EventNoun)) != 0 || (token.Word.Speech & SpeechRole.Content) != 0;
        return content && (hasSubject || j > report.At + 1 || report.Entry.Form == VerbForm.Participle || j == report.At + 1) && j <= from + NounReach ? new Marker(j, j, "np") : null;
    }
}
