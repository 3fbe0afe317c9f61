namespace Hudna.Reading.Arabic;

/// <summary>Fills each act's slots: who, to whom, where, when, how many killed and injured. Every slot keeps its characters.</summary>
internal sealed class ArgumentRules(Article article)
{
    private const int StatementLengthMax = 8192;
    private const int SubjectReach = 12;
    private const int ObjectReach = 16;
    private const int DistanceMax = 48;
    private const int PlaceReach = 22;
    private const int WordsReach = 6;
    private const int CountryPenalty = 4;
    private const int ClauseLength = 6;

    public void Fill()
    {
        for (int e = 0; e < article.Events.Count; e++)
        {
            EventFound found = article.Events[e];
            (int first, int last) = article.SentenceAt(found.First);
            int previous = e > 0 && article.Events[e - 1].Last >= first ? article.Events[e - 1].Last : first - 1;
            int next = e + 1 < article.Events.Count && article.Events[e + 1].First <= last ? article.Events[e + 1].First : last + 1;
            Parties(found, previous, next, first, last);
            found.Place = Place(found, first, last);
            found.Date = Date(found, first, last);
            Casualties(found, previous, next, last);
        }
    }

    /// <summary>Who acts and to whom. Blame needs evidence: by whom (من قبل), the noun right before or after a verb, the noun that a
    /// masdar stands with, or the subject of the clause's own verb; whoever speaks outside the quotation does not act in it.</summary>
    private void Parties(EventFound found, int previous, int next, int first, int last)
    {
        int agent = Agent(found.Last + 1, Math.Min(last, found.Last + ObjectReach));
        if (agent >= 0)
        {
            Collect(found.Actors, agent);
        }
        else if (!found.Nominal && SpeaksForItself(found) is { } speaker)
        {
            found.Actors.Add(speaker);
        }
        else if (!found.Nominal && found.First > first && article.NameAt[found.First - 1] is int before and >= 0 && article.Names[before] is ActorFound)
        {
            CollectBack(found.Actors, before);
        }

        if (found.Nominal && found.Actors.Count == 0 && found.Type is EventType.Consult or EventType.Aid or EventType.Cooperate or EventType.Assault or EventType.Support)
        {
            ByAdjective(found);
        }

        Forward(found, agent, next, last);
        if (found.Actors.Count == 0 && !found.Passive)
        {
            Backward(found, Math.Max(previous + 1, first));
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
                    else if (found.Recipients.Count == 0 && !found.Actors.Contains(actor) && (!found.Nominal || gap <= SubjectReach) && at < next + 1)
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

            oblique |= (roles & (Role.With | Role.About | Role.Motion | Role.Between)) != 0 || article.Form(at) is "علي" or "ضد" or "عن";
            oblique &= article.Form(at) is not "من" || article.Form(at - 1) is not ("كل" or "كلا");
            at++;
        }
    }

    /// <summary>The subject of the clause's verb before the trigger: واصل الجيش قصفه, قامت المعارضة بقتل.</summary>
    private void Backward(EventFound found, int from)
    {
        for (int j = found.First - 1; j >= from; j--)
        {
            if ((article.OwnRoles(j) & (Role.Complement | Role.Relative)) != 0 && article.Form(j) is not ("من" or "ما")
                || article.Tokens[j].IsQuote || article.Tokens[j].Mark is ':' or '،' or ',' or '؛')
            {
                return;
            }

            if (article.NameAt[j] is not (int name and >= 0))
            {
                continue;
            }

            if (article.Names[name] is ActorFound actor)
            {
                if ((IsVerbal(actor.First - 1) || IsVerbal(actor.Last + 1)) && !Oblique(actor))
                {
                    CollectBack(found.Actors, name);
                }

                return;
            }

            j = article.Names[name].First;
        }
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
        if (!(form.StartsWith('ن') && article.Single<VerbEntry>(found.First).Any(v => v.Entry.Form == VerbForm.Imperfect)) && !(form.EndsWith("نا", StringComparison.Ordinal) && found.Lemma is { } lemma && lemma[^1] != 'ن'))
        {
            return null;
        }

        return StatementAround(found.Span)?.SpeakerSpan is { } span ? ActorAt(span) : null;
    }

    /// <summary>The first statement that holds a span; statements stand in order and are no longer than a few sentences.</summary>
    private StatementFound? StatementAround(Span span)
    {
        List<StatementFound> all = article.Statements;
        int low = 0, high = all.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = all[middle].Span.Start < span.Start - StatementLengthMax ? (middle + 1, high) : (low, middle);
        }

        for (int i = low; i < all.Count && all[i].Span.Start <= span.Start; i++)
        {
            if (all[i].Span.Contains(span))
            {
                return all[i];
            }
        }

        return null;
    }

    private ActorFound? ActorAt(Span span)
    {
        List<NameFound> all = article.Names;
        int low = 0, high = all.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = all[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < all.Count && all[low].Span.Start == span.Start; low++)
        {
            if (all[low] is ActorFound actor && actor.Span == span)
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>A plain noun right before a verb is its subject, so the name after it is what it acts on: عملياتنا تستهدف X.</summary>
    private bool SubjectBefore(EventFound found)
    {
        int before = found.First - 1;
        return !found.Nominal && before >= 0 && article.SentenceOf(before) == article.SentenceOf(found.First) && article.Tokens[before].Kind == TokenKind.Word && article.Tokens[found.First].Word!.Proclitic.Length == 0
            && article.Tokens[before].Word!.Proclitic.Length == 0 && !article.Form(before).StartsWith("لل", StringComparison.Ordinal)
            && (article.OwnRoles(before - 1) & (Role.Locative | Role.Motion | Role.About | Role.With | Role.Function)) == 0
            && article.OwnRoles(before) == Role.None && article.Roles(before) == Role.None && (article.Cats(before) & (Cat.Time | Cat.Verb)) == 0;
    }

    /// <summary>The actor after من قبل, من طرف, على يد: the agent, wherever it stands.</summary>
    private int Agent(int from, int to)
    {
        for (int j = from; j <= to; j++)
        {
            if (article.Longest(j, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive }) is { } by && by.Last + 1 < article.Count && article.NameAt[by.Last + 1] is int name and >= 0
                && article.Names[name] is ActorFound)
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

        Role before = article.OwnRoles(actor.First - 1);
        return (before & (Role.With | Role.About | Role.Locative | Role.Motion | Role.Between)) != 0 || article.Form(actor.First - 1) is "علي" or "ضد" or "عن" or "مع" or "الي";
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

    /// <summary>The place that stands with the trigger: nearest in its clause, with no other act between that it could belong to. An act
    /// of diplomacy takes one only right after it: where two sides agreed is not what they agreed about. The place that names
    /// talks (مفاوضات جنيف) is where the talks are, not where shots fall. A wrong place is worse than none.</summary>
    private PlaceFound? Place(EventFound found, int first, int last)
    {
        bool talks = found.Type is EventType.Consult && found.Mode is not "third-party";
        bool words = found.Type is EventType.Agree or EventType.Support or EventType.Request or EventType.Reject or EventType.Accuse or EventType.Threaten
            or EventType.Cooperate or EventType.Sanction || found.Mode is "third-party";
        PlaceFound? best = null;
        int bestDistance = words ? WordsReach : PlaceReach;
        foreach (NameFound name in Article.Within(article.Names, first, last))
        {
            if (name is not PlaceFound place || (!talks && NamesTalks(place)) || (words && place.First < found.First)
                || Blocked(found, place))
            {
                continue;
            }

            int distance = Distance(found, place.First, place.Last) + (place.Kind == PlaceKind.Country ? CountryPenalty : 0);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (place, distance);
            }
        }

        return best;
    }

    /// <summary>True when another act stands between trigger and place.</summary>
    private bool Blocked(EventFound found, PlaceFound place)
    {
        (int from, int to) = place.First > found.Last ? (found.Last, place.First) : (place.Last, found.First);
        return Article.Within(article.Events, from + 1, to - 1).Any(e => !ReferenceEquals(e, found) && !(place.First > found.Last && Extends(found, e)));
    }

    /// <summary>An act told by several words in a row (شنت غارات, استعادة السيطرة): the second does not part the first from its place.</summary>
    private static bool Extends(EventFound found, EventFound next) => next.Type == found.Type && next.First - found.Last <= 4;

    private bool NamesTalks(PlaceFound place)
    {
        int before = place.First - 1;
        while (before >= 0 && article.Tokens[before].IsQuote)
        {
            before--;
        }

        return article.Single<EventNounEntry>(before).Any(e => e.Entry.Type == EventType.Consult);
    }

    private TimeFound? Date(EventFound found, int first, int last)
    {
        TimeFound? best = null;
        int bestDistance = DistanceMax;
        foreach (TimeFound time in Article.Within(article.Times, first, last))
        {
            if (time.Value is null || OfAnotherClause(found, time))
            {
                continue;
            }

            int distance = Distance(found, time.First, time.Last);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (time, distance);
            }
        }

        return best;
    }

    /// <summary>True when reported speech or a relative clause begins between act and date, or another act stands before a date that
    /// follows: the date is that one's (قال الجمعة إن …; الهدنة التي بدأت الخميس).</summary>
    private bool OfAnotherClause(EventFound found, TimeFound time)
    {
        bool after = time.First > found.Last;
        (int from, int to) = after ? (found.Last + 1, time.First) : (time.Last + 1, found.First);
        for (int j = from; j < to; j++)
        {
            if ((article.OwnRoles(j) & (Role.Complement | Role.Relative)) != 0 && article.Form(j) is not ("من" or "ما"))
            {
                return true;
            }
        }

        return after && Article.Within(article.Events, found.Last + 1, time.First - 1).Any(e => !Extends(found, e));
    }

    /// <summary>Tokens between trigger and slot; what stands before counts double, and each comma between counts as a clause's length.</summary>
    private int Distance(EventFound found, int first, int last)
    {
        int from = first > found.Last ? found.Last + 1 : last + 1;
        int to = first > found.Last ? first : found.First;
        int distance = 0;
        for (int j = from; j < to; j++)
        {
            distance += article.Tokens[j].Mark is '،' or ',' or '؛' ? ClauseLength : 1;
        }

        return first > found.Last ? distance + 1 : (distance + 1) * 2;
    }

    /// <summary>بينهم طفلان, منهم ثلاثة: a part of a number already given, never added to it and never a toll of its own.</summary>
    private bool IsSubset(QuantityFound quantity) => article.Form(quantity.First - 1) is "بينهم" or "منهم" or "بينها" or "منها" or "وبينهم" or "ومنهم"
        || article.Form(quantity.Last + 1) is "منهم" or "منها";

    private void Casualties(EventFound found, int previous, int next, int last)
    {
        if (found.Type is not EventType.Assault)
        {
            return;
        }

        foreach (QuantityFound quantity in Article.Within(article.Quantities, previous + 1, last))
        {
            bool after = quantity.First > found.Last && quantity.First < next;
            bool before = quantity.Last < found.First && found.First - quantity.Last <= 3;
            if ((!after && !before) || IsSubset(quantity))
            {
                continue;
            }

            if (quantity.Measure == Measure.Killed)
            {
                found.Dead ??= quantity;
            }
            else if (quantity.Measure == Measure.Injured)
            {
                found.Injured ??= quantity;
            }
        }
    }
}
