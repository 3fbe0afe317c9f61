namespace Hudna.Reading.Arabic;

/// <summary>Whether an act is asserted, planned, possible or negated, from the words before it in its clause.</summary>
internal sealed class ModalityRules(Article article)
{
    private const int Reach = 6;
    private const int DenialReach = 15;
    private const int UndergoingReach = 10;

    public Modality Of(int first, int last, VerbForm form)
    {
        int sentence = article.SentenceOf(first);
        if (Negated(first, form) || Denied(first, sentence))
        {
            return Modality.Negated;
        }

        if (form == VerbForm.Future)
        {
            return Modality.Planned;
        }

        bool planned = Agreed(first, form);
        for (int j = first - 1; j >= Math.Max(0, first - Reach) && article.SentenceOf(j) == sentence; j--)
        {
            if (article.Tokens[j].Mark is '،' or ',' or ';' or '؛' or ':')
            {
                break;
            }

            if (article.NameAt[j] >= 0 || article.Tokens[j].Kind != TokenKind.Word)
            {
                continue;
            }

            Role roles = article.Roles(j);

            // What may be does not reach into a relative clause: حل للنزاع الذي أدى إلى مقتل.
            if (((roles & Role.Relative) != 0 && article.Form(j) is not ("من" or "ما")) || article.Form(j) is "عندما" or "حيث" or "بينما")
            {
                break;
            }

            if ((roles & Role.Possible) != 0 && !(article.Form(j) is "قد" or "وقد" or "فقد" && form != VerbForm.Imperfect && !(article.Single<VerbEntry>(j + 1).Any(v => v.Entry.Form == VerbForm.Imperfect))))
            {
                article.Trace?.Note(first, PartRole.Modality, j);
                return Modality.Possible;
            }

            if (Asks(j))
            {
                article.Trace?.Note(first, PartRole.Modality, j);
                return Modality.Possible;
            }

            planned |= ((roles & Role.Planned) != 0 || IsFuture(j)) && Because(PartRole.Modality, first, j);
        }

        if (planned || PlannedAfter(last, sentence))
        {
            return Modality.Planned;
        }

        // A masdar led by لـ of purpose: لإيجاد حل, لوقف القتال; not where the verb takes لـ: تعرض لقصف.
        return form == VerbForm.Masdar && !Undergoes(first, sentence) && article.Tokens[first].Word is { } word && word.Proclitic.EndsWith('ل') && !word.Form.StartsWith("لل", StringComparison.Ordinal)
            ? Modality.Possible
            : Modality.Asserted;
    }

    /// <summary>تعرضت القاعدة لهجوم: لـ leads what was undergone.</summary>
    private bool Undergoes(int first, int sentence)
    {
        for (int j = first - 1; j >= Math.Max(0, first - UndergoingReach) && article.SentenceOf(j) == sentence; j--)
        {
            if ((article.OwnRoles(j) & Role.AuxPassive) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was agreed on is still to come: اتفقتا على تنظيم, اتفاق بشأن خروج, عزمه على.</summary>
    private bool Agreed(int first, VerbForm form)
    {
        if (form != VerbForm.Masdar)
        {
            return false;
        }

        for (int j = first - 1; j >= Math.Max(0, first - 2); j--)
        {
            if (article.Form(j) is "علي" or "بشان" or "بشأن")
            {
                EventFound? before = article.Events.Count > 0 ? article.Events[^1] : null;
                bool agreement = before is { Type: EventType.Agree } || (before is { Type: EventType.Support } && article.Form(before.Last).Contains("اتفاق", StringComparison.Ordinal));
                return agreement && j - before!.Last <= 4 && article.SentenceOf(before.Last) == article.SentenceOf(first);
            }
        }

        return false;
    }

    /// <summary>Inside what somebody denies: نفى … استهداف المدنيين, لا صحة لما قيل عن قصف. A comma, a new report or "but" ends the denial.</summary>
    private bool Denied(int first, int sentence)
    {
        for (int j = first - 1; j >= Math.Max(0, first - DenialReach) && article.SentenceOf(j) == sentence; j--)
        {
            if (article.Tokens[j].Mark is '،' or ',' or ';' or '؛' || article.Form(j) is "لكن" or "ولكن" or "بل" or "غير" or "انما")
            {
                return false;
            }

            if (article.Form(j) is "صحه" && article.Form(j - 1) is "لا" or "عدم")
            {
                return Because(PartRole.Negation, first, j);
            }

            foreach ((VerbEntry entry, _) in article.Single<VerbEntry>(j))
            {
                if (entry.Verb.Lemma is "نفى" or "فند")
                {
                    return Because(PartRole.Negation, first, j);
                }

                if (entry.Cat == Cat.Verb && entry.Verb.Report != Complement.None && entry.Verb.Type is null)
                {
                    return false;
                }
            }
        }

        return false;
    }

    private bool Negated(int first, VerbForm form)
    {
        for (int j = first - 1; j >= Math.Max(0, first - 2); j--)
        {
            if (article.Tokens[j].Kind != TokenKind.Word || article.SentenceOf(j) != article.SentenceOf(first))
            {
                return false;
            }

            Role roles = article.Roles(j);
            if ((roles & Role.Negator) != 0)
            {
                return (j == first - 1 || form != VerbForm.Masdar) && Because(PartRole.Negation, first, j);
            }

            if ((roles & Role.NegNoun) != 0 && (j == first - 1 || article.Form(first - 1) is "وجود" or "توفر" or "حدوث" or "حصول"))
            {
                return Because(PartRole.Negation, first, j);
            }
        }

        return false;
    }

    private bool Because(PartRole role, int at, int decided)
    {
        article.Trace?.Note(at, role, decided);
        return true;
    }

    private bool Asks(int j) =>
        article.Single<VerbEntry>(j).Any(v => v.Entry.Verb.Type is EventType.Request or EventType.Threaten && v.Entry.Verb.With.Length == 0);

    private bool IsFuture(int j) => article.Single<VerbEntry>(j).Any(v => v.Entry.Form == VerbForm.Future)
        || (article.Form(j) is { Length: > 4 } form && form[0] == 'س' && form[1] is 'ي' or 'ت' && article.Cats(j) == Cat.None);

    private bool PlannedAfter(int last, int sentence)
    {
        for (int j = last + 1; j < Math.Min(article.Count, last + 3) && article.SentenceOf(j) == sentence; j++)
        {
            if ((article.OwnRoles(j) & Role.Planned) != 0 && article.Form(j).StartsWith("ال", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return IsFuture(last + 1) && article.SentenceOf(Math.Min(last + 1, article.Count - 1)) == sentence;
    }
}
