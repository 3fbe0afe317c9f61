namespace Hudna.Reading.Arabic;

/// <summary>Who acts and to whom, as named in the text.</summary>
internal sealed partial class PartyRules(Article article)
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
}
