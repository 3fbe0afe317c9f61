namespace Hudna.Reading.Arabic;

/// <summary>Who acts and to whom, as named in the text.</summary>
internal sealed class PartyRules(Article article)
{
    private const int SubjectReach = 12;
    private const int ObjectReach = 16;
    private const int CarrierReach = 6;
    private const int CauseReach = 30;
    private const int ResultReach = 5;

    /// <summary>Who acts and to whom. Blame needs evidence: by whom (من قبل), the noun right before or after a verb, the noun that a
    /// masdar stands with, the noun that الذي takes up, or the subject of the clause's own verb; whoever speaks outside the quotation does not act
    /// in it.</summary>
    public void Fill(EventFound found, int previous, int next, int first, int last)
    {
        int agent = Agent(found.Last + 1, Math.Min(last, found.Last + ObjectReach));
        bool undergone = found.Nominal && Undergone(found, first, last);
        if (undergone && agent < 0)
        {
            return;
        }

        if (agent >= 0)
        {
            Collect(found.Actors, agent);
        }
        else if ((SpeaksForItself(found) ?? SpeaksOfItself(found)) is { } speaker)
        {
            found.Actors.Add(speaker);
        }
        else if (!found.Nominal)
        {
            BeforeVerb(found, first);
        }

        if (found.Nominal && found.Actors.Count == 0 && found.Type is EventType.Consult or EventType.Aid or EventType.Cooperate or EventType.Assault or EventType.Support)
        {
            ByAdjective(found);
        }

        if (found.Nominal && found.Actors.Count == 0)
        {
            CarriedOut(found, last);
        }

        if (!Between(found, last))
        {
            Forward(found, agent, next, last);
        }

        if (found.Actors.Count == 0 && !found.Passive)
        {
            Backward(found, Math.Max(previous + 1, first));
        }

        if (found.Actors.Count == 0 && found.Nominal && found.Type == EventType.Assault)
        {
            FromCause(found, first);
        }

        if (found.Actors.Count == 0 && !found.Nominal && !found.Passive)
        {
            Coordinated(found, first);
        }

        if (found.VoiceOpen)
        {
            Suffered(found, agent, last);
        }
    }

    /// <summary>تعرضت القافلة لهجوم, القوات التي تعرضت لقصف: the subject is whom the act was done to.</summary>
    private bool Undergone(EventFound found, int first, int last)
    {
        if (article.Tokens[found.First].Word is not { } word || !(word.Proclitic.EndsWith('ل') || word.Form.StartsWith("لل", StringComparison.Ordinal)))
        {
            return false;
        }

        for (int j = found.First - 1; j >= Math.Max(first, found.First - SubjectReach); j--)
        {
            if ((article.OwnRoles(j) & Role.AuxPassive) == 0)
            {
                continue;
            }

            int subject = j + 1 < found.First && article.NameAt[j + 1] >= 0 ? article.NameAt[j + 1] : -1;
            int before = j - 1;
            while (subject < 0 && before > first && ((article.Roles(before) & Role.Relative) != 0 || article.Form(before) is "قد" || article.Tokens[before].Mark is '،' or ','))
            {
                before--;
            }

            subject = subject < 0 && before >= first ? article.NameAt[before] : subject;
            if (subject >= 0 && article.Names[subject] is ActorFound)
            {
                CollectBack(found.Recipients, subject);
            }

            return true;
        }

        return false;
    }

    /// <summary>The subject before its verb: the noun that الذي takes up, the name right before (قد and negations aside).</summary>
    private void BeforeVerb(EventFound found, int first)
    {

        int at = found.First - 1;
        while (at > first && ((article.OwnRoles(at) & (Role.Negator | Role.Planned)) != 0 || article.Form(at) is "قد" or "كان" or "كانت" or "كانوا"))
        {
            at--;
        }

        if (at < first)
        {
            return;
        }

        bool relative = (article.Roles(at) & Role.Relative) != 0 && article.Form(at) is not ("من" or "ما" or "ومن" or "وما");
        for (int steps = 0; relative && at > first && steps < 3 && (steps == 0 || article.Tokens[at].Kind == TokenKind.Mark); steps++)
        {
            at--;
        }

        if (article.NameAt[at] is not (int name and >= 0) || article.Names[name] is not ActorFound)
        {
            return;
        }

        if (!relative && article.Names[name] is ActorFound before && Oblique(before))
        {
            return;
        }

        // التي قصفها: the noun is what was hit; التي استولى عليها تنظيم: it is neither.
        if (relative && (HasPronoun(found) || SubjectFollows(found)))
        {
            if (HasPronoun(found))
            {
                CollectBack(found.Recipients, name);
            }

            return;
        }

        CollectBack(found.Actors, name);
    }

    private bool HasPronoun(EventFound found) => article.Tokens[found.Last].Word is { Readings: [{ Suffix: > 0 }, ..] };

    private bool SubjectFollows(EventFound found)
    {
        int at = found.Last + 1;
        at += (article.Roles(at) & Role.Pronoun) != 0 ? 1 : 0;
        return at < article.Count && article.NameAt[at] is int name and >= 0 && article.Names[name] is ActorFound actor && article.SubjectLike(actor);
    }

    /// <summary>هجوم نفذه تنظيم, معركة خاضتها القوات: who carried the act out, after a verb that takes the act up.</summary>
    private void CarriedOut(EventFound found, int last)
    {
        for (int at = found.Last + 1; at < Math.Min(last, found.Last + CarrierReach); at++)
        {
            if (article.Tokens[at].Kind != TokenKind.Word && article.Tokens[at].Mark is not ('،' or ','))
            {
                return;
            }

            if ((article.Roles(at) & Role.Carrier) != 0)
            {
                if (article.NameAt[at + 1] is int name and >= 0 && article.Names[name] is ActorFound)
                {
                    Collect(found.Actors, name);
                }

                return;
            }
        }
    }

    /// <summary>محادثات بين أ وب: both sides of talks, the first named as who acts; all of those who cooperate.</summary>
    private bool Between(EventFound found, int last)
    {
        int at = found.Last + 1;
        for (int steps = 0; at <= last && steps < 4 && article.Form(at) is not "بين"; steps++)
        {
            if (article.NameAt[at] >= 0 || article.Tokens[at].Kind != TokenKind.Word)
            {
                return false;
            }

            at++;
        }

        if (!found.Nominal || article.Form(at) is not "بين" || at + 1 > last || article.NameAt[at + 1] is not (int name and >= 0) || article.Names[name] is not ActorFound)
        {
            return false;
        }

        List<NameFound> sides = [];
        Collect(sides, name);
        if (found.Actors.Count == 0)
        {
            bool all = found.Type == EventType.Cooperate;
            found.Actors.AddRange(all ? sides : sides.Take(1));
            found.Recipients.AddRange(all ? [] : sides.Skip(1));
        }
        else
        {
            found.Recipients.AddRange(sides);
        }

        return true;
    }

    /// <summary>أسفر القصف عن مقتل ثلاثة: who bombed also killed, when the words between say that the one led to the other.</summary>
    private void FromCause(EventFound found, int first)
    {
        EventFound? cause = null;
        foreach (EventFound earlier in Article.Within(article.Events, first, found.First - 1))
        {
            cause = earlier.Type == EventType.Assault && earlier.Actors.Count > 0 && found.First - earlier.Last <= CauseReach ? earlier : cause;
        }

        if (cause is null)
        {
            return;
        }

        for (int j = found.First - 1; j > cause.Last && j >= found.First - ResultReach; j--)
        {
            if (article.Language.Realis.IsResult(article.Tokens[j].Word))
            {
                found.Actors.AddRange(cause.Actors);
                return;
            }
        }
    }

    /// <summary>هاجم التنظيم الحاجز وقتل: a verb joined by و to another act's verb, with no subject of its own, has that one's.</summary>
    private void Coordinated(EventFound found, int first)
    {
        if (article.Tokens[found.First].Word?.Proclitic is not ("و" or "ف") || found.VoiceOpen && article.Form(found.Last)[^1] is not ('ا' or 'ه'))
        {
            return;
        }

        EventFound? before = null;
        foreach (EventFound earlier in Article.Within(article.Events, first, found.First - 1))
        {
            before = earlier;
        }

        if (before is { Nominal: false, Passive: false, Actors.Count: > 0 } && found.First - before.Last <= CauseReach / 2)
        {
            found.Actors.AddRange(before.Actors);
        }
    }

    /// <summary>قتل القائد فلان في غارة: one person and nobody else after a verb of harm suffered it. قتل الجيش ثلاثة, where an object follows, stays.</summary>
    private void Suffered(EventFound found, int agent, int last)
    {
        if (agent >= 0 || found.Recipients.Count > 0 || found.Actors is not [ActorFound { Type: ActorType.Person } only, ..] || only.First != found.Last + 1)
        {
            return;
        }

        int at = found.Actors[^1].Last + 1;
        bool objectFollows = at <= last && (article.Tokens[at].Kind == TokenKind.Number || (article.Cats(at) & (Cat.Measure | Cat.People | Cat.NumberWord | Cat.Title)) != 0);
        if (!objectFollows)
        {
            found.Recipients.AddRange(found.Actors);
            found.Actors.Clear();
        }
    }

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
            return !Genitive(actor) || (article.Cats(before) & (Cat.People | Cat.Measure | Cat.Group | Cat.Title)) != 0;
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
            || (form.Length >= 4 && article.OwnRoles(token) == Role.None && article.Cats(token) == Cat.None && (form[0] is 'ي' or 'ت' || form[^1] == 'ت'));
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

    private ActorFound? Speaker(EventFound found)
    {
        return article.StatementAround(found.Span)?.SpeakerSpan is { } span ? article.ActorAt(span) : null;
    }

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
