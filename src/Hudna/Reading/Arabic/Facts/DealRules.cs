namespace Hudna.Reading.Arabic.Facts;

/// <summary>Truces and other deals: reached, signed, in force, broken; on which day, under whose guarantee.</summary>
internal sealed class DealRules(Scene scene)
{
    private const int StepReach = 9;
    private const int TimeReach = 7;
    private const int GoverningReach = 14;

    private static readonly (Cue Cue, DealStep Step)[] s_steps =
    [
        (Cue.Force, DealStep.InForce), (Cue.Sign, DealStep.Signed), (Cue.Breach, DealStep.Breached), (Cue.Extend, DealStep.Extended), (Cue.End, DealStep.Ended),
        (Cue.Reach, DealStep.Reached), (Cue.Announce, DealStep.Announced), (Cue.Agree, DealStep.Reached), (Cue.Propose, DealStep.Proposed),
    ];

    private static readonly string[] s_accusing = ["اتهام", "اتهم", "متهم", "تهم"];

    private Article Article => scene.Article;

    public void Find()
    {
        for (int i = 0; i < Article.Count; i++)
        {
            if (Head(i) is var (type, last))
            {
                Deal(i, last, type);
                i = last;
            }
        }
    }

    // هدنة, وقف إطلاق النار, اتفاق …: what it is on is told by the words right after it.
    private (DealType Type, int Last)? Head(int i)
    {
        if (Article.NameAt[i] >= 0)
        {
            return null;
        }

        if (scene.Is(i, Cue.Ceasefire) && scene.Is(i + 1, Cue.Fire) || scene.Is(i, Cue.Ceasefire) && scene.Is(i + 2, Cue.Fire))
        {
            int last = i + 1;
            while (last < Article.Count && scene.Is(last + 1, Cue.Fire) && last - i < 3)
            {
                last++;
            }

            return (DealType.Truce, scene.Is(i + 1, Cue.Fire) ? last : i + 2);
        }

        if (scene.Is(i, Cue.Truce))
        {
            return (DealType.Truce, i);
        }

        if (scene.Is(i, Cue.Statement) && (Article.Form(i + 1) is "مشترك" or "المشترك" or "ختامي" or "الختامي" or "ثلاثي" or "الثلاثي" or "مشتركا" or "ختاميا" or "ثلاثيا" || scene.Is(i - 1, Cue.Announce) && Pledges(i)))
        {
            return (DealType.JointStatement, Article.Form(i + 1) is ['ا', 'ل', ..] or "مشترك" or "ختامي" or "ثلاثي" or "مشتركا" or "ختاميا" or "ثلاثيا" ? i + 1 : i);
        }

        if (!scene.Is(i, Cue.Deal) || (Article.Cats(i) & Cat.Verb) != 0 && (Article.Cats(i) & (Cat.EventNoun | Cat.Masdar)) == 0)
        {
            return null;
        }

        for (int j = i + 1; j <= Math.Min(Article.SentenceAt(i).Last, i + 4); j++)
        {
            if (scene.Is(j, Cue.Ceasefire) && scene.Is(j + 1, Cue.Fire) || scene.Is(j, Cue.Truce))
            {
                return (DealType.Truce, scene.Is(j, Cue.Truce) ? j : scene.Is(j + 2, Cue.Fire) ? j + 2 : j + 1);
            }

            if (scene.Is(j, Cue.Evacuate))
            {
                return (DealType.Evacuation, j);
            }
        }

        // اتفاق الصخيرات, اتفاق ستوكهولم: called by where it was made.
        if (Article.NameAt[Math.Min(i + 1, Article.Count - 1)] is int name and >= 0 && Article.Names[name] is PlaceFound { Kind: PlaceKind.Settlement } made && made.First == i + 1
            && Article.Tokens[made.First].Word?.Proclitic is "")
        {
            return (DealType.Other, made.Last);
        }

        // بموجب اتفاق after an evacuation: what was told before is what it is on.
        return Enumerable.Range(Math.Max(Article.SentenceAt(i).First, i - 14), Math.Min(14, i - Article.SentenceAt(i).First)).Any(j => scene.Is(j, Cue.Evacuate))
            && Article.Form(i - 1) is "بموجب" or "وفق" or "ضمن" or "عقب" or "بعد" ? (DealType.Evacuation, i) : null;
    }

    // Several commit themselves in it: a joint one though the text does not call it so.
    private bool Pledges(int i) => scene.Any(Cue.Promise, i + 1, Math.Min(Article.SentenceAt(i).Last, i + 4));

    private void Deal(int first, int last, DealType type)
    {
        (int from, int to) = Article.SentenceAt(first);
        if (Step(type, first, last, from, to) is not var (step, at))
        {
            return;
        }

        TimeFound? time = Time(Math.Max(last, at), to) ?? (at < first ? Time(at, first) : null);
        List<FactParty> guarantors = Guarantors(first, to);
        int end = Math.Max(Math.Max(last, at), Math.Max(time?.Last ?? 0, guarantors.Count > 0 ? scene.TokenAt(guarantors[^1].Span.End) : 0));
        scene.Add(
            Math.Min(first, at), end, new DealDetail(type, step), "fact.deal", Modality(at, step), actors: guarantors, recipients: Parties(last, to),
            time: time);
        int breach = step == DealStep.Breached ? -1 : scene.Find(Cue.Breach, last + 1, Math.Min(to, last + 18));
        if (breach >= 0 && !Enumerable.Range(last + 1, breach - last - 1).Any(i => Head(i) is not null || scene.Parts(i)))
        {
            scene.Add(first, breach, new DealDetail(type, DealStep.Breached), "fact.deal.breach", scene.Negated(breach) ? Reading.Modality.Negated : Reading.Modality.Asserted);
        }
    }

    private Modality Modality(int at, DealStep step) => scene.Negated(at) ? Reading.Modality.Negated
        : step == DealStep.Proposed || IsAlleged(at) ? Reading.Modality.Possible
        : step is DealStep.InForce or DealStep.Breached or DealStep.Signed && Article.Single<VerbEntry>(at).FirstOrDefault().Entry?.Form is VerbForm.Perfect or null ? Reading.Modality.Asserted
        : scene.ModalityAt(at, at);

    // تبادل الطرفان الاتهامات بخرق الهدنة: an accusation asserts nothing.
    private bool IsAlleged(int at) => Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => Article.HasStem(i, s_accusing));

    // The word that tells the step: nearest after the noun, else right before it.
    private (DealStep Step, int At)? Step(DealType type, int first, int last, int from, int to)
    {
        // انهارت الهدنة بعد ساعات من سريانها: the verb right before it tells, whatever follows.
        foreach ((Cue cue, DealStep step) in s_steps)
        {
            if (cue is Cue.Breach or Cue.End or Cue.Extend && first > from && scene.Is(first - 1, cue) && !IsName(first - 1) && IsPerfect(first - 1))
            {
                return (step, first - 1);
            }
        }

        for (int i = last + 1; i <= Math.Min(to, last + StepReach); i++)
        {
            if (Head(i) is not null || Article.Tokens[i].Is('؛'))
            {
                break;
            }

            foreach ((Cue cue, DealStep step) in s_steps)
            {
                if (cue is not (Cue.Agree or Cue.Propose) && (cue != Cue.Announce || type == DealType.JointStatement) && scene.Is(i, cue) && !IsName(i) && !Article.Tokens[i - 1].Is('،'))
                {
                    return (step, i);
                }
            }
        }

        for (int i = first - 1; i >= Math.Max(from, first - 4); i--)
        {
            foreach ((Cue cue, DealStep step) in s_steps)
            {
                if (scene.Is(i, cue) && !IsName(i) && cue != Cue.End && (cue != Cue.Agree || (Article.Cats(i) & Cat.Verb) != 0) && !(cue == Cue.Agree && Enumerable.Range(i, first - i).Any(j => Article.Form(j) is "ان")))
                {
                    return (step, i);
                }
            }
        }

        // تم الاتفاق على إجلاء.
        if (first > from && Article.Form(first - 1) is "تم" or "وتم" or "جري" or "يتم" && scene.Is(first, Cue.Deal))
        {
            return (DealStep.Reached, first - 1);
        }

        if (Governing(first, from) is { } verb)
        {
            return verb;
        }

        // دخلت البلاد في هدنة.
        int entered = Article.Form(first - 1) is "في" ? Enumerable.Range(Math.Max(from, first - 10), Math.Min(9, Math.Max(0, first - 1 - from))).FirstOrDefault(
            i => Article.Form(i).TrimStart('و').StartsWith("دخل", StringComparison.Ordinal), -1) : -1;
        return entered >= 0 ? (DealStep.InForce, entered) : null;
    }

    // توصل الجيش وقوات الدعم السريع إلى هدنة, وقع طرفا النزاع في 23 أكتوبر اتفاقا: the verb, its subject, perhaps a day, then the deal.
    private (DealStep Step, int At)? Governing(int first, int from)
    {
        for (int i = first - 1; i >= Math.Max(from, first - GoverningReach); i--)
        {
            if (scene.Parts(i) || Head(i) is not null || Article.Tokens[i].Mark is '،' or ',' or '؛' or ':' || Article.Form(i) is "بعد" or "قبل" or "منذ" or "عقب")
            {
                return null;
            }

            foreach ((Cue cue, DealStep step) in s_steps)
            {
                if (cue is Cue.Sign or Cue.Reach or Cue.Announce or Cue.Propose or Cue.Breach && scene.Is(i, cue) && !IsName(i) && IsPerfect(i))
                {
                    return (step, i);
                }
            }
        }

        return null;
    }

    private bool IsPerfect(int i) => Article.Form(i) is not (['ا', 'ل', ..] or ['ب' or 'ل', 'ا', 'ل', ..])
        && !Article.Form(i).StartsWith("توق", StringComparison.Ordinal) && Article.Form(i) is not (['ا', 'ع', 'ل', 'ا', 'ن', ..] or ['ا', 'ن', 'ت', 'ه', 'ا', ..] or ['ا', 'ن', 'ه', 'ا', 'ء', ..] or ['ا', 'ب', 'ر', 'ا', 'م', ..]
            or ['ا', 'ق', 'ت', 'ر', 'ا', 'ح', ..] or ['ا', 'ن', 'ه', 'ي', 'ا', 'ر', ..] or ['خ', 'ر', 'و', ..] or ['ا', 'ن', 'ت', 'ه', 'ا', 'ك', ..] or ['ت', 'م', 'د', 'ي', 'د', ..]);

    private bool IsName(int i) => Article.NameAt[i] >= 0;

    private TimeFound? Time(int after, int to)
    {
        TimeFound? next = Article.Within(Article.Times, after + 1, Math.Min(to, after + TimeReach + 6))
            .FirstOrDefault(t => t.Value is not { Length: 4 } && (t.Value is not null || scene.Time(t)?.MonthDay is not null));
        return next is null || next.First - after > TimeReach + 4
            || Enumerable.Range(after + 1, next.First - after - 1).Any(i => scene.Parts(i) || Head(i) is not null || (Article.Tokens[i].Mark is '،' or ',' && Article.Form(i + 1) is ['و', ..]) || (Article.OwnRoles(i) & Role.Relative) != 0 && Article.Form(i) is not ("من" or "ما"))
            ? null : next;
    }

    // برعاية تركيا وروسيا after the noun in its clause.
    private List<FactParty> Guarantors(int first, int to)
    {
        int sponsor = scene.Find(Cue.Sponsor, first, Math.Min(to, first + 16));
        return sponsor < 0 || Enumerable.Range(first + 1, Math.Max(0, sponsor - first - 1)).Any(i => scene.Is(i, Cue.Talks)) ? [] : scene.PartiesFrom(sponsor + 1, 2, Math.Min(to, sponsor + 12));
    }

    // مع المعارضة المسلحة, بين X وY: with whom.
    private List<FactParty> Parties(int last, int to)
    {
        for (int i = last + 1; i <= Math.Min(to, last + 10); i++)
        {
            if (Article.Form(i) is "مع" or "بين")
            {
                return scene.PartiesFrom(i + 1, 1, Math.Min(to, i + 12));
            }
        }

        return [];
    }
}
