namespace Hudna.Reading.Arabic.Facts;

/// <summary>Who comes to talks and who is kept away: invited, welcomed, accepted, under a condition, refused, objected to, excluded, there.</summary>
internal sealed class ParticipationRules(Scene scene, TalksMentions talks)
{
    private const int NounReach = 5;
    private const int PartyReach = 4;

    private readonly HashSet<int> _governed = [];

    private Article Article => scene.Article;

    public void Find()
    {
        foreach ((int first, int last) in Article.Sentences)
        {
            // A headline may leave the talks out: روسيا ترحب بالجميع باستثناء ….
            bool speaks = Enumerable.Range(first, last - first + 1).Any(i => scene.Is(i, Cue.Talks) || scene.Is(i, Cue.Participate) || scene.Is(i, Cue.Meeting));
            if (talks.All.Count == 0 || (!speaks && !(scene.Any(Cue.Welcome, first, last) && scene.Any(Cue.Exclude, first, last))))
            {
                continue;
            }

            for (int i = first; i <= last; i++)
            {
                Look(i, last);
            }

            Excluded(first, last);
        }
    }

    private void Look(int i, int last)
    {
        if (scene.Is(i, Cue.Welcome) && Noun(i, last, everyone: true) is { } welcomed)
        {
            Say(i, welcomed, last, ParticipationStance.Welcomed, "fact.participation.welcome");
        }
        else if (scene.Is(i, Cue.Oppose) && Noun(i, last) is { } opposed)
        {
            // لا تعارض مشاركة X speaks for their coming.
            Say(i, opposed, last, scene.Negated(i) ? ParticipationStance.Welcomed : ParticipationStance.Vetoed, "fact.participation.oppose");
        }
        else if (scene.Is(i, Cue.Refuse) && Noun(i, last) is { } refused)
        {
            Refusal(i, refused, last);
        }
        else if (scene.Is(i, Cue.Invite) && Article.Form(i + 1) is "الي" && scene.Is(i + 2, Cue.Participate))
        {
            // دعا إلى حضور X: speaks for their coming, and invites nobody.
            Say(i, i + 2, last, ParticipationStance.Welcomed, "fact.participation.call");
        }
        else if (scene.Is(i, Cue.Invite) && InTalks(i, last) && Invitees(i, last) is { Count: > 0 } invited)
        {
            foreach (FactParty party in invited)
            {
                Add(i, End(party), ParticipationStance.Invited, party, Inviter(i), "fact.participation.invite", scene.ModalityAt(i, i));
            }
        }
        else if (scene.Is(i, Cue.Participate) && Conditional(i, last) is { } condition)
        {
            foreach (FactParty party in Named(i + 1, last))
            {
                Add(i, condition.Last, ParticipationStance.Conditional, party, Stand(i), "fact.participation.condition", Modality.Asserted, condition.Phrase);
            }
        }
        else if ((scene.Is(i, Cue.Announce) || scene.Is(i, Cue.Accept) || scene.Is(i, Cue.Confirm)) && OwnPart(i, last) is { } own)
        {
            Self(i, scene.Negated(i) ? ParticipationStance.Refused : ParticipationStance.Accepted, "fact.participation.own", own);
        }
        else if (scene.Is(i, Cue.Participate) && Article.Form(i - 1) is "لن" or "ولن" && Named(i + 1, Math.Min(last, i + 2)).Count == 0)
        {
            Self(i, ParticipationStance.Refused, "fact.participation.will-not");
        }
        else if (scene.Is(i, Cue.Attend) && !_governed.Contains(i))
        {
            Attends(i, last);
        }
        else if (scene.Is(i, Cue.Boycott) && OfTalks(i, last))
        {
            Self(i, ParticipationStance.Refused, "fact.participation.boycott");
        }
        else if (scene.Is(i, Cue.Ready) && !Article.Form(i).EndsWith("الاستعداد", StringComparison.Ordinal) && Enumerable.Range(i + 1, 3).Any(j => j <= last && scene.Is(j, Cue.Discuss)))
        {
            // إعلان بالاستعداد, left out above, says nothing of whose readiness it is.
            Self(i, ParticipationStance.Accepted, "fact.participation.ready");
        }
    }

    // أعلنت مشاركتها في المحادثات, وافق على المشاركة: the part of whoever says so.
    private int? OwnPart(int verb, int last)
    {
        int noun = scene.Find(Cue.Participate, verb + 1, Math.Min(last, verb + NounReach));
        return noun > 0 && noun == Noun(verb, last) && OfTalks(noun, last) && (Article.Form(noun) is [.., 'ه'] or [.., 'ه', 'ا'] or [.., 'ه', 'م'] && Article.Form(noun) is not ("مشاركه" or "المشاركه")
            || scene.Is(verb, Cue.Accept) && Article.Form(noun) is "المشاركه" or "الحضور" or "حضور" && Article.Form(noun - 1) is "علي") ? noun : null;
    }

    // ترفض الدور القطري السعودي; a party that refuses its own part: يرفض المشاركة.
    private void Refusal(int i, int noun, int last)
    {
        List<FactParty> named = Named(noun + 1, last);
        if (named.Count > 0)
        {
            Say(i, noun, last, ParticipationStance.Vetoed, "fact.participation.refuse");
        }
        else
        {
            Self(i, ParticipationStance.Refused, "fact.participation.refuse-own");
        }
    }

    private void Say(int cue, int noun, int last, ParticipationStance stance, string rule)
    {
        _governed.Add(noun);
        List<FactParty> parties = Named(noun + (scene.Is(noun, Cue.Participate) ? 1 : 0), last);
        foreach (FactParty party in parties)
        {
            Add(cue, End(party), stance, party, By(cue), rule, Modality.Asserted, basis: Basis(party, last));
        }
    }

    // انضمام, مشاركة, حضور within some words after a verb; or جميع right after it.
    private int? Noun(int cue, int last, bool everyone = false)
    {
        for (int i = cue + 1; i <= Math.Min(last, cue + NounReach + 6); i++)
        {
            if (scene.Is(i, Cue.Participate))
            {
                return i;
            }

            if (everyone && scene.Is(i, Cue.Everyone) && i - cue <= 2)
            {
                return i;
            }

            if (scene.Parts(i) || (Article.Cats(i) & Cat.Verb) != 0 && (Article.Cats(i) & Cat.Masdar) == 0 && Article.NameAt[i] < 0)
            {
                return null;
            }
        }

        return null;
    }

    // Whom the noun governs: named actors, or a common noun for all of a kind (الجميع, أي فصيل سوري مسلح).
    private List<FactParty> Named(int from, int last)
    {
        if (scene.Is(from, Cue.Everyone))
        {
            int end = from;
            while (end < last && end - from < 4 && Article.Tokens[end + 1].Kind == TokenKind.Word && (Article.OwnRoles(end + 1) & ~Role.Function) == 0
                && !scene.Is(end + 1, Cue.Exclude) && Article.Form(end + 1) is not ("غير" or "من" or "في" or "بما") && !scene.Is(end + 1, Cue.Participate))
            {
                end++;
            }

            return [scene.Party(from, end)];
        }

        return scene.PartiesFrom(from, PartyReach, Math.Min(last, from + 16));
    }

    // دعي إلى أستانا ممثلو الحكومة والفصائل; تتضمن إمكانية مشاركة الجميع بما في ذلك الولايات المتحدة.
    private List<FactParty> Invitees(int cue, int last)
    {
        // دعت الأمم المتحدة جماعة الحوثي إلى المشاركة: who asks stands first, whoever is asked after; دعت … إلى وقف القتال asks nobody to come.
        if (Article.Form(cue) is "دعا" or "دعت" or "ودعا" or "ودعت" or "تدعو" or "يدعو")
        {
            scene.PartiesFrom(cue + 1, 1, Math.Min(last, cue + 12), out int asker);
            List<FactParty> asked = asker > cue ? scene.PartiesFrom(asker + 1, 0, Math.Min(last, asker + 16), out asker) : [];
            return asked.Count > 0 && Article.Form(asker + 1) is "الي" or "لحضور" or "للمشاركه" && scene.Any(Cue.Participate, asker + 1, asker + 2)
                || asked.Count > 0 && Article.Form(asker + 1) is "الي" && (scene.Is(asker + 2, Cue.Talks) || talks.BeginAt(asker + 2)) ? asked : [];
        }

        int noun = scene.Find(Cue.Participate, cue + 1, Math.Min(last, cue + 8));
        List<FactParty> parties = Named((noun >= 0 ? noun : cue) + 1, Math.Min(last, cue + 24));
        if (parties.Count == 0)
        {
            for (int i = cue + 1; i <= Math.Min(last, cue + 8) && parties.Count == 0; i++)
            {
                parties = scene.PartyAt(i) is null ? [] : scene.PartiesFrom(i, 0, Math.Min(last, cue + 24));
            }
        }

        int including = Enumerable.Range(cue, Math.Max(0, Math.Min(last, cue + 14) - cue)).FirstOrDefault(i => Article.Form(i) is "بما" or "بمن" or "وبينهم" or "بينهم", -1);
        if (including >= 0)
        {
            parties.AddRange(scene.PartiesFrom(including + 1, 3, Math.Min(last, including + 14)).Where(p => !parties.Contains(p)));
        }

        return [.. parties.Where(p => p.Type is not ActorType.Media)];
    }

    private bool InTalks(int cue, int last) =>
        scene.Any(Cue.Participate, cue, Math.Min(last, cue + 10)) || scene.Any(Cue.Talks, cue, Math.Min(last, cue + 8)) || talks.AnyBegins(cue - 8, cue + 8)
        || Article.Within(Article.Names, cue, Math.Min(last, cue + 4)).OfType<PlaceFound>().Any(p => talks.IsTrack(p.Id));

    private bool OfTalks(int cue, int last) =>
        Enumerable.Range(cue + 1, 4).Any(i => i <= last && (scene.Is(i, Cue.Talks) || (scene.Is(i, Cue.Meeting) && talks.BeginAt(i)) || scene.Is(i, Cue.Participate)));

    private (Phrase Phrase, int Last)? Conditional(int noun, int last)
    {
        for (int i = noun + 1; i <= Math.Min(last, noun + 14); i++)
        {
            if (!scene.Is(i, Cue.Condition) && (scene.Parts(i) || Article.Form(i) is "ان"))
            {
                return null;
            }

            if (scene.Is(i, Cue.Condition))
            {
                int end = i;
                while (end < last && Article.Tokens[end + 1].Mark is not ('.' or '،' or ',' or '؛' or '\n'))
                {
                    end++;
                }

                return (scene.Phrase(i, end), end);
            }
        }

        return null;
    }

    // يحضرها المبعوث, بحضور X, شاركت فيها Y: who follows, else the verb's subject before it.
    private void Attends(int i, int last)
    {
        if (!(talks.Meant(i) is { } meant && Math.Abs(meant.First - i) <= 14 && Article.SentenceOf(meant.First) == Article.SentenceOf(i)) || Noun(i - 1, i) is null && !scene.Is(i, Cue.Attend))
        {
            return;
        }

        // A masdar of taking part without بـ only names it: who comes is said by others.
        bool verb = (Article.Cats(i) & Cat.Verb) != 0 && (Article.Cats(i) & Cat.Masdar) == 0 || Article.Form(i) is ['ي' or 'ت', ..];
        bool with = Article.Form(i) is "بحضور" or "بمشاركه" or "وبحضور" or "وبمشاركه";
        if (!verb && !with)
        {
            return;
        }

        List<FactParty> who = scene.PartiesFrom(i + 1, 2, Math.Min(last, i + 16));
        foreach (FactParty party in who.Where(p => p.Type is not ActorType.Media))
        {
            Modality modality = scene.Negated(i) ? Modality.Negated : scene.ModalityAt(i, i);
            Add(i, End(party), ParticipationStance.Attended, party, [], "fact.participation.attend", modality);
        }
    }

    // باستثناء داعش: whoever is left out of what the sentence offers.
    private void Excluded(int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            bool unlinked = Article.Form(i) is "غير" or "الغير" && scene.Is(i + 1, Cue.Linked);
            if (!(scene.Is(i, Cue.Exclude) || unlinked) || (unlinked && scene.Any(Cue.List, i + 2, Math.Min(last, i + 4))))
            {
                continue;
            }

            // استبعدت روسيا جبهة النصرة: who keeps out stands before whoever is kept out.
            int from = i + (unlinked ? 2 : 1);
            List<FactParty> by = [];
            if (Article.Form(i).TrimStart('و') is ['ا', 'س', 'ت', 'ب', 'ع', 'د'] or ['ا', 'س', 'ت', 'ب', 'ع', 'د', 'ت'] or "يستبعد" or "تستبعد" or "استثنت" or "استثني"
                && scene.PartiesFrom(i + 1, 0, Math.Min(last, i + 8), out int agent) is { Count: > 0 } agents && scene.PartyAt(agent + 1) is not null)
            {
                (by, from) = (agents, agent + 1);
            }

            List<FactParty> parties = Parties(from, last);
            foreach (FactParty party in parties)
            {
                Phrase? basis = unlinked ? scene.Phrase(i, i + 1) : null;
                Add(i, End(party), ParticipationStance.Excluded, party, by.Count > 0 ? by : Stand(i), "fact.participation.exclude", Modality.Asserted, basis: basis);
            }
        }
    }

    // All armed groups named after the word within its clause: تنظيم "الدولة" (داعش) و"فتح الشام".
    private List<FactParty> Parties(int from, int last)
    {
        List<FactParty> parties = [];
        for (int i = from; i <= Math.Min(last, from + 16) && !Article.Tokens[i].Is('.') && !(i > from && scene.Is(i, Cue.Talks)); i++)
        {
            if (scene.PartyAt(i) is not var (party, end))
            {
                if ((Article.OwnRoles(i) & (Role.Subordinator | Role.Complement)) != 0 && Article.Form(i) is not "ان" || Article.Tokens[i].Mark is '،' or '؛')
                {
                    break;
                }

                continue;
            }

            bool named = Article.NameAt[i] >= 0 && party.Type is ActorType.ArmedGroup or ActorType.Opposition or ActorType.State or ActorType.Other or ActorType.Government or ActorType.Military;
            if (named && !parties.Any(p => p.ActorId is not null && string.Equals(p.ActorId, party.ActorId, StringComparison.Ordinal)) && !Apposed(i))
            {
                parties.Add(party);
            }

            i = end;
        }

        // باستثناء التنظيمات الإرهابية: a kind, not a name.
        if (parties.Count == 0 && Article.Tokens[Math.Min(from, last)].Kind == TokenKind.Word && Article.Form(from).StartsWith("ال", StringComparison.Ordinal))
        {
            parties.Add(scene.Party(from, Math.Min(last, Article.Form(from + 1).StartsWith("ال", StringComparison.Ordinal) ? from + 1 : from)));
        }

        return parties;
    }

    // الفرع السوري لتنظيم القاعدة: said of the one before, not one more.
    private bool Apposed(int i) => Article.Form(i - 1) is "فرع" or "جناح" or "السوري" or "ذراع" || Article.Form(i).StartsWith("لتنظيم", StringComparison.Ordinal);

    private void Self(int cue, ParticipationStance stance, string rule, int? noun = null)
    {
        // ترفض الحركة المشاركة: whoever stands right after the verb; else whoever speaks.
        List<FactParty> after = (Article.Cats(cue) & Cat.Verb) != 0 || stance == ParticipationStance.Refused ? scene.PartiesFrom(cue + 1, 0, Math.Min(Article.SentenceAt(cue).Last, cue + 10)) : [];
        foreach (FactParty party in after.Count > 0 ? after : Stand(cue))
        {
            int said = noun ?? scene.Find(Cue.Discuss, cue + 1, cue + 3);
            Add(cue, Math.Max(cue, said), stance, party, [party], rule, stance == ParticipationStance.Refused ? Modality.Asserted : scene.ModalityAt(cue, cue));
        }
    }

    // Who takes the stance: whoever does the verb; a statement's speaker otherwise.
    private List<FactParty> By(int cue)
    {
        (int first, int last) = scene.Clause(cue);
        List<FactParty> after = (Article.Cats(cue) & Cat.Verb) != 0 ? scene.PartiesFrom(cue + 1, 0, Math.Min(last, cue + 8)) : [];
        return after.Count > 0 ? [after[0]] : scene.SubjectBefore(cue, first) is { Count: > 0 } before ? before : Stand(cue);
    }

    private List<FactParty> Inviter(int cue) => Article.Single<VerbEntry>(cue).Any() && !Article.Form(cue).EndsWith('ي') ? By(cue) : [];

    // Whoever speaks here; in the text's own voice the subject of the clause, else of the sentence.
    private List<FactParty> Stand(int cue)
    {
        if (scene.SpeakerAt(cue) is { } speaker)
        {
            return [speaker];
        }

        // Whoever follows a verb does it; a name after a noun (مشاركة قطر) need not.
        int first = Article.SentenceAt(cue).First;
        ActorFound? doer = Article.Within(Article.Names, first, cue - 1).OfType<ActorFound>().LastOrDefault(a => a.First > first && (Article.Cats(a.First - 1) & Cat.Verb) != 0 && Article.SubjectLike(a));
        List<FactParty> subject = doer is null ? scene.SubjectBefore(cue, first) : [scene.Party(doer)];
        return subject.Count > 0 ? [subject[0]] : [];
    }

    // "غير الوارد على قائمة الإرهاب الأممية" after a name: under which list.
    private Phrase? Basis(FactParty party, int last)
    {
        int from = End(party) + 1;
        int list = scene.Find(Cue.List, from, Math.Min(last, from + 6));
        if (list < 0)
        {
            return null;
        }

        int end = list;
        while (end < last && end - list < 3 && Article.Form(end + 1).StartsWith("ال", StringComparison.Ordinal))
        {
            end++;
        }

        int begin = Article.Tokens[from].IsQuote ? from + 1 : from;
        return scene.Phrase(begin, end);
    }

    private void Add(
        int cue, int end, ParticipationStance stance, FactParty whose, IReadOnlyList<FactParty> by, string rule, Modality modality, Phrase? condition = null, Phrase? basis = null)
    {
        IReadOnlyList<FactParty> who = [.. by.Where(p => p.Span != whose.Span || stance is ParticipationStance.Accepted or ParticipationStance.Refused)];
        scene.Add(
            Math.Min(cue, end), Math.Max(cue, end), new ParticipationDetail(Track(cue), stance, condition, basis), rule, modality, actors: who, recipients: [whose]);
    }

    // دعي إلى أستانا: the venue itself stands for the talks.
    private TrackRef? Track(int cue)
    {
        PlaceFound? venue = Article.Within(Article.Names, cue + 1, Math.Min(Article.SentenceAt(cue).Last, cue + 3)).OfType<PlaceFound>()
            .FirstOrDefault(p => talks.IsTrack(p.Id));
        return venue is null ? talks.Meant(cue)?.Track : new TrackRef(venue.Id!, Article.Slice(venue.Span), venue.Span);
    }

    private int End(FactParty party) => scene.TokenAt(party.Span.End);
}
