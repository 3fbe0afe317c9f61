namespace Hudna.Reading.Arabic;

/// <summary>Finds the words that say an act, and codes them.</summary>
internal sealed class EventRules(Article article)
{
    private const int WithReach = 5;
    private const int BeforeReach = 4;

    private readonly ModalityRules _modality = new(article);

    /// <summary>Words that complete another trigger (استعاد السيطرة, جولة المفاوضات) and so are none themselves.</summary>
    private readonly HashSet<int> _spent = [];

    public void Find()
    {
        for (int i = 0; i < article.Count;)
        {
            EventFound? found = At(i);
            if (found is null)
            {
                i++;
                continue;
            }

            article.Events.Add(found);
            i = found.Last + 1;
        }
    }

    private EventFound? At(int i)
    {
        if (_spent.Contains(i) || article.NameAt[i] >= 0 || article.Taken[i] || article.Tokens[i].Kind != TokenKind.Word)
        {
            return null;
        }

        Match? noun = article.Begins(i, Cat.EventNoun) ? Noun(i) : null;
        if (noun is { } phrase && phrase.Count == 1 && (article.Tokens[i].Cats & (Cat.Verb | Cat.Masdar)) != 0 && Verb(i) is { } better && better.Verb.With.Length > 0)
        {
            noun = null;
        }

        if (noun is { Entry: EventNounEntry entry } match)
        {
            if (Names(match, entry.Type))
            {
                return null;
            }

            Spend(match.Last, entry.Type, entry.With);
            Modality modality = entry.Modality ?? _modality.Of(match.First, match.Last, VerbForm.Masdar);
            string? mode = entry.Mode ?? ModeFrom(entry.Type, match.First, match.Last);
            return new EventFound(i, match.Last, article.SpanOf(match), match.Count > 1 ? "event.phrase" : "event.noun", entry.Type, mode, modality, Nominal: true, Passive: false);
        }

        if (Verb(i) is not { } verb)
        {
            return null;
        }

        VerbForm form = verb.Form;
        if (form == VerbForm.Masdar && IsCognate(i, verb.Verb.Lemma))
        {
            return null;
        }

        Spend(i, verb.Verb.Type!.Value, verb.Verb.With);
        bool passive = verb.Voice == Voice.Passive || (article.OwnRoles(i - 1) & Role.AuxPassive) != 0;
        Span span = article.SpanOf(i, i, verb.Skip);
        string? lemmaMode = verb.Verb.Mode ?? ModeFrom(verb.Verb.Type!.Value, i, i);
        return new EventFound(
            i, i, span, form == VerbForm.Masdar ? "event.masdar" : "event.verb", verb.Verb.Type!.Value, lemmaMode,
            _modality.Of(i, i, form), form is VerbForm.Masdar or VerbForm.Participle, passive)
        { Lemma = verb.Verb.Lemma, GovernsObject = form == VerbForm.Masdar && verb.Verb.GovernsObject, VoiceOpen = form == VerbForm.Perfect && verb is { Voice: Voice.Unmarked, Verb.GovernsObject: true } };
    }

    private Match? Noun(int i) => article.Longest(i, Cat.EventNoun, e => e is EventNounEntry noun && Fits(noun, i));

    /// <summary>نفى نفيا قاطعا: the verbal noun only strengthens its own verb.</summary>
    private bool IsCognate(int i, string lemma) =>
        article.Events.Count > 0 && article.Events[^1] is { Nominal: false } before && before.Lemma == lemma && i - before.Last <= 5
        && article.SentenceOf(i) == article.SentenceOf(before.Last) && article.Form(i).EndsWith('ا');

    /// <summary>True when the noun only names what the word before it says: اجتماعات التشاور, اتفاق وقف إطلاق النار.</summary>
    private bool Names(Match match, EventType type)
    {
        if (match.Skip > 0 || article.Events.Count == 0 || article.Events[^1] is not { Nominal: true } before || before.Last != match.First - 1)
        {
            return article.Form(match.First - 1) is "اتفاق" or "اتفاقيه" or "الاتفاق" && type == EventType.Retreat && match.Skip == 0;
        }

        return before.Type == type && before.Type is EventType.Consult or EventType.Assault && before.Span.Length > 0 && article.Form(match.First).StartsWith("ال", StringComparison.Ordinal);
    }

    /// <summary>Marks the words of the trigger's company, and what readiness is for (مستعد للتفاوض), as spent.</summary>
    private void Spend(int last, EventType type, string[] with)
    {
        bool readiness = type == EventType.Agree && article.HasStem(last, ["مستعد", "استعداد"]);
        int reach = readiness ? 3 : WithReach;
        for (int j = last + 1; j < Math.Min(article.Count, last + 1 + reach) && article.SentenceOf(j) == article.SentenceOf(last); j++)
        {
            if (readiness ? (article.Cats(j) & (Cat.Masdar | Cat.EventNoun)) != 0 : with.Length > 0 && article.HasStem(j, with))
            {
                bool same = readiness || article.Single<EventNounEntry>(j).Any(e => e.Entry.Type == type) || article.Single<VerbEntry>(j).Any(v => v.Entry.Verb.Type == type && v.Entry.Form == VerbForm.Masdar)
                    || (type == EventType.Support && article.Single<EventNounEntry>(j).Any());
                if (same)
                {
                    _spent.Add(j);
                }

                break;
            }
        }
    }

    /// <summary>The act that a verb form says here: a row whose company is there wins over one that needs none.</summary>
    private (Verb Verb, VerbForm Form, int Skip, Voice Voice)? Verb(int i)
    {
        (Verb Verb, VerbForm Form, int Skip, Voice Voice)? best = null;
        foreach ((VerbEntry entry, WordReading reading) in article.Single<VerbEntry>(i))
        {
            Verb verb = entry.Verb;
            if (verb.Type is null || !verb.ActForms.Contains(entry.Form) || (verb.With.Length > 0 && !HasCompany(i, verb.With)))
            {
                continue;
            }

            if (best is null || (best.Value.Verb.With.Length == 0 && verb.With.Length > 0 && reading.Skip <= best.Value.Skip))
            {
                best = (verb, entry.Form, reading.Skip, entry.Voice);
            }
        }

        return best;
    }

    private bool HasCompany(int i, string[] stems)
    {
        int sentence = article.SentenceOf(i);
        for (int j = i + 1; j < Math.Min(article.Count, i + 1 + WithReach) && article.SentenceOf(j) == sentence; j++)
        {
            if (article.HasStem(j, stems))
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(EventNounEntry noun, int i)
    {
        if (noun.With.Length > 0 && HasCompany(i, noun.With))
        {
            return true;
        }

        if (noun.Before.Length > 0)
        {
            for (int j = i - 1; j >= Math.Max(0, i - BeforeReach) && article.SentenceOf(j) == article.SentenceOf(i); j--)
            {
                if (article.HasStem(j, noun.Before))
                {
                    return true;
                }
            }

            return article.Form(i) is { } form && noun.Before.Any(b => form.StartsWith(b, StringComparison.Ordinal));
        }

        return noun.With.Length == 0;
    }

    private string? ModeFrom(EventType type, int first, int last)
    {
        if (type != EventType.Assault)
        {
            return null;
        }

        int sentence = article.SentenceOf(first);
        int from = Math.Max(0, first - 4), to = Math.Min(article.Count - 1, last + 7);
        foreach (ModeCue cue in article.Language.ModeCues)
        {
            for (int j = from; j <= to; j++)
            {
                if (cue.Type == type && article.SentenceOf(j) == sentence && article.HasStem(j, cue.Stems))
                {
                    article.Trace?.Note(first, PartRole.Mode, j);
                    return cue.Mode;
                }
            }
        }

        return null;
    }
}
