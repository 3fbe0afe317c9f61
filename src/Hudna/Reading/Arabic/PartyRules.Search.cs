namespace Hudna.Reading.Arabic;

/// <summary>Where parties are looked for: after the trigger, before it, in adjectives, behind prepositions.</summary>
internal sealed partial class PartyRules
{
    private void Forward(EventFound found, int agent, int next, int last)
    {
        bool oblique = false;
        int end = Math.Min(last, found.Last + ObjectReach);
        for (int at = found.Last + 1; at <= end;)
        {
            if (article.NameAt[at] is int name and >= 0)
            {
                if (article.Names[name] is ActorFound actor && name != agent)
                {
                    int gap = at - found.Last - 1;
                    bool subject = found.Nominal ? gap <= 1 && !found.GovernsObject : gap <= SubjectReach && at < next && !SubjectBefore(found);
                    if (found.Actors.Count == 0 && subject && !oblique && !Oblique(actor) && !found.Passive)
                    {
                        Collect(found.Actors, name);
                    }
                    else if (found.Recipients.Count == 0 && !found.Actors.Contains(actor) && at < next + 1 && Receives(found, actor, gap))
                    {
                        Collect(found.Recipients, name);
                    }
                }

                oblique &= article.Names[name] is ActorFound;
                at = article.Names[name].Last + 1;
                continue;
            }

            Role roles = article.OwnRoles(at);
            if ((roles & (Role.Relative | Role.Subordinator | Role.Complement)) != 0 && article.Form(at) is not ("من" or "ما"))
            {
                break;
            }

            oblique |= (roles & (Role.With | Role.About | Role.Motion | Role.Between | Role.Preposition)) != 0;
            oblique &= article.Form(at) is not "من" || article.Form(at - 1) is not ("كل" or "كلا");
            at++;
        }
    }

    /// <summary>A name can be to whom an act is done when it stands right after a noun, or after على, ضد, مع, ل and their like; after a verb
    /// unless another noun owns it (استهدف مطار الملك …), people's nouns aside (قتل عناصر تنظيم …).</summary>
    private bool Receives(EventFound found, ActorFound actor, int gap)
    {
        int before = actor.First - 1;
        if (!found.Nominal)
        {
            return !Genitive(actor) || (article.Cats(before) & (Cat.People | Cat.Measure | Cat.Group | Cat.Title | Cat.Masdar | Cat.EventNoun)) != 0;
        }

        return gap <= 1 || (gap <= SubjectReach && ((article.Roles(before) & (Role.With | Role.Against)) != 0 || article.Form(actor.First) is ['ل', 'ل', ..]
            || article.Tokens[actor.First].Word?.Proclitic is "ل" || ((article.Cats(before) & (Cat.People | Cat.Measure)) != 0 && (article.Roles(before - 1) & Role.Against) != 0)));
    }

    /// <summary>The subject of the clause's verb before the trigger: واصل الجيش قصفه, قامت المعارضة بقتل.</summary>
    private void Backward(EventFound found, int from)
    {
        for (int j = found.First - 1; j >= from; j--)
        {
            if ((article.OwnRoles(j) & (Role.Complement | Role.Relative)) != 0 && article.Form(j) is not ("من" or "ما")
                || (article.Tokens[j].IsQuote && j < found.First - 1) || article.Tokens[j].Mark is ':' or '،' or ',' or '؛')
            {
                return;
            }

            if (article.NameAt[j] is not (int name and >= 0))
            {
                continue;
            }

            if (article.Names[name] is ActorFound actor)
            {
                if ((IsVerbal(actor.First - 1) || (IsVerbal(actor.Last + 1) && !Genitive(actor))) && !Oblique(actor))
                {
                    CollectBack(found.Actors, name);
                }

                return;
            }

            j = article.Names[name].First;
        }
    }

    /// <summary>برعاية روسيا, وزارة X: a noun right before makes the name its own, so it is no subject of the verb after.</summary>
    private bool Genitive(ActorFound actor)
    {
        int first = actor.First;
        for (int name = article.NameAt[first]; name > 0 && article.Names[name - 1] is ActorFound earlier && first - earlier.Last <= 2; name--)
        {
            first = earlier.First;
        }

        int before = first - 1;
        bool led = article.Tokens[first].Word is { } word && (word.Proclitic.EndsWith('ل') || word.Proclitic.EndsWith('ب') || word.Form.StartsWith("لل", StringComparison.Ordinal));
        return !led && before >= 0 && article.Tokens[before].Kind == TokenKind.Word && article.OwnRoles(before) == Role.None && article.Roles(before) == Role.None
            && article.NameAt[before] < 0 && !article.Taken[before] && !IsVerbal(before);
    }

    /// <summary>A verb of the lexicon, an auxiliary, or a word of a verb's shape (يعقد, تجري, عقدت).</summary>
    private bool IsVerbal(int token)
    {
        string form = article.Form(token);
        return (article.Cats(token) & Cat.Verb) != 0 || (article.OwnRoles(token) & (Role.Aux | Role.AuxPassive)) != 0 || form is "كان" or "وكان" or "كانت" or "وكانت" or "قد"
            || article.IsVerbShaped(token);
    }

    /// <summary>برعاية روسية تركية, دعم جوي روسي: the adjective names who acts.</summary>
    private void ByAdjective(EventFound found)
    {
        for (int at = found.Last + 1, steps = 0; at < article.Count && steps < 3; steps++)
        {
            if (article.Longest(at, Cat.Nisba) is { Entry: StateEntry state, Proclitic: "" or "و" } nisba && article.NameAt[at] < 0)
            {
                found.Actors.Add(new ActorFound(at, nisba.Last, article.SpanOf(nisba), "actor.nisba", state.State.NameEn, ActorType.State, state.State.ActorId));
                at = nisba.Last + 1;
            }
            else if (found.Actors.Count == 0 && (article.Cats(at) & Cat.GroupAdjective) != 0)
            {
                at++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>نجري, نطالب, اتفقنا inside reported words: whoever speaks them acts.</summary>
    private ActorFound? SpeaksForItself(EventFound found)
    {
        string form = Folding.Fold(article.Slice(found.Span));
        if (found.Nominal || !(form.StartsWith('ن') && article.Single<VerbEntry>(found.First).Any(v => v.Entry.Form == VerbForm.Imperfect)) && !(form.EndsWith("نا", StringComparison.Ordinal) && found.Lemma is { } lemma && lemma[^1] != 'ن'))
        {
            return null;
        }

        return Speaker(found);
    }

    /// <summary>أكد الوزير أنه مستعد للتفاوض, قال التحالف إنه استهدف: the pronoun of أن takes up whoever speaks.</summary>
    private ActorFound? SpeaksOfItself(EventFound found)
    {
        int at = found.First - 1;
        while (at > 0 && (article.Tokens[at].IsQuote || article.Form(at) is "قد" || (article.OwnRoles(at) & Role.Negator) != 0))
        {
            at--;
        }

        bool pronoun = at >= 0 && (article.Roles(at) & Role.Complement) != 0 && article.Form(at)[^1] is 'ه' or 'ا' && article.Form(at) is not ("اننا" or "باننا") && article.Form(at).Length > 2;
        return pronoun && (!found.Nominal || found.Type == EventType.Agree) && !SubjectFollows(found) ? Speaker(found) : null;
    }

    private ActorFound? Speaker(EventFound found) => article.StatementAround(found.Span)?.SpeakerSpan is { } span ? article.ActorAt(span) : null;

    /// <summary>A plain noun right before a verb is its subject, so the name after it is what it acts on: عملياتنا تستهدف X.</summary>
    private bool SubjectBefore(EventFound found)
    {
        int before = found.First - 1;
        while (before > 0 && (article.OwnRoles(before) & Role.Negator) != 0)
        {
            before--;
        }

        return !found.Nominal && !HasPronoun(found) && (article.Roles(found.Last + 1) & Role.Pronoun) == 0 && before >= 0 && article.SentenceOf(before) == article.SentenceOf(found.First) && article.Tokens[before].Kind == TokenKind.Word && article.Tokens[found.First].Word!.Proclitic.Length == 0
            && article.Tokens[before].Word!.Proclitic.Length == 0 && !article.Form(before).StartsWith("لل", StringComparison.Ordinal)
            && (article.Roles(before - 1) & (Role.Locative | Role.Motion | Role.About | Role.With | Role.Function)) == 0
            && article.OwnRoles(before) == Role.None && article.Roles(before) == Role.None && (article.Cats(before) & (Cat.Time | Cat.Verb)) == 0;
    }

    /// <summary>The actor after من قبل, من طرف, على يد: the agent, wherever it stands.</summary>
    private int Agent(int from, int to)
    {
        for (int j = from; j <= to; j++)
        {
            if (article.Longest(j, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive }) is not { } by)
            {
                continue;
            }

            // من قبل المحققين والجيش: a described doer may stand first.
            int at = by.Last + 1;
            at = at + 1 < article.Count && article.NameAt[at] < 0 && article.Tokens[at + 1].Word?.Proclitic is "و" ? at + 1 : at;
            if (at < article.Count && article.NameAt[at] is int name and >= 0 && article.Names[name] is ActorFound)
            {
                return name;
            }
        }

        return -1;
    }

    private bool Oblique(ActorFound actor)
    {
        Token token = article.Tokens[actor.First];
        if (token.Word is { } word && word.Proclitic.EndsWith('ل') | word.Proclitic.EndsWith('ب') && actor.Span.Start >= token.Start && word.Proclitic.Length > 0 && word.Readings[0].Skip > 0)
        {
            return true;
        }

        if (article.Form(actor.First - 1) is "من" && article.Form(actor.First - 2) is "كل" or "كلا" or "وكل" or "لكل")
        {
            return article.Form(actor.First - 2) is "لكل";
        }

        if (article.Form(actor.First).StartsWith("لل", StringComparison.Ordinal) || article.Form(actor.First).StartsWith("ولل", StringComparison.Ordinal))
        {
            return true;
        }

        Role before = article.Tokens[Math.Max(0, actor.First - 1)].Word?.Proclitic is "" or "و" or null ? article.Roles(actor.First - 1) : Role.None;
        return (before & (Role.With | Role.About | Role.Locative | Role.Motion | Role.Between)) != 0 || (before & Role.Preposition) != 0;
    }

    /// <summary>An actor and those coordinated with it.</summary>
    private void Collect(List<NameFound> into, int name)
    {
        NameFound actor = article.Names[name];
        into.Add(actor);
        for (int i = name + 1; i < article.Names.Count && article.Names[i] is ActorFound follow; i++)
        {
            int gap = follow.First - actor.Last - 1;
            bool joined = (gap == 0 && article.Tokens[follow.First].Word?.Proclitic.StartsWith('و') == true)
                || (gap == 1 && (article.Form(follow.First - 1) is "و" || article.Tokens[follow.First - 1].Mark is '،' or ','));
            if (!joined)
            {
                break;
            }

            into.Add(follow);
            actor = follow;
        }
    }

    private void CollectBack(List<NameFound> into, int name)
    {
        int first = name;
        while (first > 0 && article.Names[first - 1] is ActorFound earlier && article.Names[first].First - earlier.Last <= 2
            && (article.Tokens[article.Names[first].First].Word?.Proclitic.StartsWith('و') == true || article.Form(article.Names[first].First - 1) is "و"))
        {
            first--;
        }

        Collect(into, first);
    }
}
