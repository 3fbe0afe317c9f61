namespace Hudna.Reading.Arabic;

/// <summary>Fills each act's slots: who, to whom, where, when, how many killed and injured. Every slot keeps its characters.</summary>
internal sealed class ArgumentRules(Article article)
{
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
            (int first, int last) = article.Sentences[Math.Min(article.SentenceOf(found.First), article.Sentences.Count - 1)];
            int previous = e > 0 && article.Events[e - 1].Last >= first ? article.Events[e - 1].Last : first - 1;
            int next = e + 1 < article.Events.Count && article.Events[e + 1].First <= last ? article.Events[e + 1].First : last + 1;
            Parties(found, previous, next, first, last);
            found.Place = Place(found, first, last);
            found.Date = Date(found, first, last);
            Casualties(found, previous, next);
        }
    }

    private void Parties(EventFound found, int previous, int next, int first, int last)
    {
        int agent = Agent(found.Last + 1, Math.Min(last, found.Last + ObjectReach));
        if (agent >= 0)
        {
            Collect(found.Actors, agent);
        }
        else if (!found.Nominal && found.First > first && article.NameAt[found.First - 1] is int before and >= 0 && article.Names[before] is ActorFound)
        {
            CollectBack(found.Actors, before);
        }

        int at = found.Last + 1;
        while (at <= Math.Min(last, found.Last + ObjectReach))
        {
            if (article.NameAt[at] is int name and >= 0)
            {
                if (article.Names[name] is ActorFound actor)
                {
                    bool oblique = Oblique(actor);
                    if (found.Actors.Count == 0 && !oblique && at <= found.Last + SubjectReach && at < next && !found.Passive && !SubjectBefore(found, first))
                    {
                        Collect(found.Actors, name);
                    }
                    else if (found.Recipients.Count == 0 && !found.Actors.Contains(actor) && actor.First != (agent >= 0 ? article.Names[agent].First : -1))
                    {
                        Collect(found.Recipients, name);
                    }
                }

                at = article.Names[name].Last + 1;
                continue;
            }

            if (at >= next && found.Actors.Count > 0)
            {
                break;
            }

            if (article.Tokens[at].Kind == TokenKind.Word && (article.OwnRoles(at) & (Role.Relative | Role.Subordinator)) != 0 && found.Actors.Count > 0)
            {
                break;
            }

            at++;
        }

        if (found.Actors.Count == 0 && !found.Passive)
        {
            for (int j = found.First - 1; j > previous && j >= first; j--)
            {
                if (article.NameAt[j] is int name and >= 0 && article.Names[name] is ActorFound actor)
                {
                    if (!Oblique(actor))
                    {
                        CollectBack(found.Actors, name);
                    }

                    break;
                }
            }
        }
    }

    /// <summary>A plain noun right before a verb is its subject, so the name after it is what it acts on: عملياتنا تستهدف X.</summary>
    private bool SubjectBefore(EventFound found, int first)
    {
        int before = found.First - 1;
        return !found.Nominal && before >= first && article.Tokens[before].Kind == TokenKind.Word && article.Tokens[found.First].Word!.Proclitic.Length == 0
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
        foreach (NameFound name in article.Names)
        {
            if (name is not PlaceFound place || place.First < first || place.Last > last || (!talks && NamesTalks(place)) || (words && place.First < found.First)
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
        return article.Events.Exists(e => e != found && e.First > from && e.Last < to && !(place.First > found.Last && Extends(found, e)));
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
        foreach (TimeFound time in article.Times)
        {
            if (time.First < first || time.Last > last || time.Value is null || OfAnotherClause(found, time))
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

        return after && article.Events.Exists(e => e != found && e.First > found.Last && e.Last < time.First && !Extends(found, e));
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

    private void Casualties(EventFound found, int previous, int next)
    {
        if (found.Type is not EventType.Assault)
        {
            return;
        }

        foreach (QuantityFound quantity in article.Quantities)
        {
            bool after = quantity.First > found.Last && quantity.First < next;
            bool before = quantity.Last < found.First && quantity.First > previous && article.SentenceOf(quantity.First) == article.SentenceOf(found.First) && found.First - quantity.Last <= 3;
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
