namespace Hudna.Reading.Arabic.Speech;

/// <summary>A word that reports speech.</summary>
/// <param name="At">Its token.</param>
/// <param name="Entry">Verb and form.</param>
/// <param name="Skip">Folded letters of clitics before it.</param>
/// <param name="Suffix">Folded letters of a pronoun on it.</param>
internal sealed record Report(int At, VerbEntry Entry, int Skip, int Suffix)
{
    public Complement Takes => Entry.Verb.Report;

    public bool Finite => Entry.Form is VerbForm.Perfect or VerbForm.Imperfect or VerbForm.Future;
}

/// <summary>Which words of an article report speech: verbs, participles and masdars whose row in verbs.tsv says so.</summary>
internal sealed class Reports
{
    private readonly Article _article;
    private readonly Report?[] _at;

    public Reports(Article article)
    {
        _article = article;
        _at = new Report?[article.Count];
        for (int i = 0; i < article.Count; i++)
        {
            _at[i] = (article.Cats(i) & (Cat.Verb | Cat.Participle | Cat.Masdar)) == 0 || article.NameAt[i] >= 0 ? null : Find(i);
        }
    }

    /// <summary>The report at a token; null when it is none.</summary>
    public Report? At(int token) => token >= 0 && token < _at.Length ? _at[token] : null;

    /// <summary>What the word tells of who speaks: a verb of its subject, a masdar by the pronoun on it.</summary>
    public Concord Concord(Report report) =>
        report.Entry.Form == VerbForm.Masdar ? Agreement.OfPronoun(_article.Form(report.At)) : report.Entry.Concord;

    // Masdars of acts (اتهام, تهديد) report only with their doer on them or beside them; the act itself is an event.
    private Report? Find(int i)
    {
        Report? participle = null;
        foreach (WordReading reading in _article.Tokens[i].Word!.Readings)
        {
            foreach (Entry entry in reading.Entries)
            {
                if (entry is VerbEntry verb && verb.Verb.Report != Complement.None && Fits(i, verb, reading))
                {
                    // طالب is a perfect before it is a participle.
                    if (verb.Form is not VerbForm.Participle)
                    {
                        return new Report(i, verb, reading.Skip, reading.Suffix);
                    }

                    participle ??= new Report(i, verb, reading.Skip, reading.Suffix);
                }
            }
        }

        return participle;
    }

    private bool Fits(int i, VerbEntry verb, WordReading reading)
    {
        // نقلا عن is "quoting", neither a dual's perfect nor a masdar of its own.
        if (verb.Verb.Report.HasFlag(Complement.From) && _article.Form(i).EndsWith('ا') && _article.Form(i + 1) is "عن")
        {
            return false;
        }

        if (verb.Form == VerbForm.Masdar)
        {
            return reading.Suffix > 0 || verb.Verb.Type is null || (_article.NameAt[Math.Min(i + 1, _article.Count - 1)] is int name and >= 0 && _article.Names[name] is ActorFound && (verb.Verb.Report & (Complement.Bi | Complement.An)) != 0);
        }

        // A preposition on it or before it makes a noun of it: بكتب, في طلب; لـ before an imperfect is "in order to".
        if (verb.Form == VerbForm.Participle)
        {
            return reading.Proclitic is "" or "و" or "ف";
        }

        // التي وردت is no "and it answered".
        if (reading.Skip > 0 && (_article.OwnRoles(i - 1) & Role.Relative) != 0)
        {
            return false;
        }

        return reading.Proclitic is "" or "و" or "ف" && (_article.OwnRoles(i - 1) & (Role.Locative | Role.With)) == 0;
    }
}
