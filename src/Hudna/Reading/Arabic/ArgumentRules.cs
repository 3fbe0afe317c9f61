namespace Hudna.Reading.Arabic;

/// <summary>Fills each act's slots: who, to whom, where, when, how many killed and injured. Every slot keeps its characters.</summary>
internal sealed class ArgumentRules(Article article)
{
    private const int DistanceMax = 48;
    private const int PlaceReach = 22;
    private const int WordsReach = 6;
    private const int CountryPenalty = 4;
    private const int ClauseLength = 6;
    private const int ChainMax = 3;
    private const int ChainReach = 3;

    private readonly PartyRules _parties = new(article);
    private readonly DescribedRules _described = new(article);

    public void Fill()
    {
        for (int e = 0; e < article.Events.Count; e++)
        {
            EventFound found = article.Events[e];
            (int first, int last) = article.SentenceAt(found.First);
            int previous = e > 0 && article.Events[e - 1].Last >= first ? article.Events[e - 1].Last : first - 1;
            int next = e + 1 < article.Events.Count && article.Events[e + 1].First <= last ? article.Events[e + 1].First : last + 1;
            _parties.Fill(found, previous, next, first, last);
            _described.Fill(found, next, first, last);
            found.Place = Place(found, first, last);
            found.Date = Date(found, first, last);
            Casualties(found, previous, next, last);
        }
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
                || Blocked(found, place) || IsOrigin(place.First))
            {
                continue;
            }

            int distance = Distance(found, place.First, place.Last) + (place.Kind == PlaceKind.Country ? CountryPenalty : 0);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (place, distance);
            }
        }

        return best is null || talks || words ? best : Narrowest(best, first);
    }

    /// <summary>في بلدة كذا بريف كذا: of places told one within the other the first is where it happened, also for an act that is told after
    /// them and stands nearer to the last.</summary>
    private PlaceFound Narrowest(PlaceFound place, int first)
    {
        for (int steps = 0; steps < ChainMax && (place.Kind is PlaceKind.Region or PlaceKind.Country); steps++)
        {
            int at = place.First - 1;
            while (at >= first && at >= place.First - ChainReach && article.NameAt[at] < 0
                && (article.Tokens[at].IsQuote || (article.OwnRoles(at) & (Role.Locative | Role.Direction)) != 0 || (article.Cats(at) & Cat.PlaceType) != 0))
            {
                at--;
            }

            bool within = at < place.First - 1 || article.Form(place.First).StartsWith('ب');
            if (!within || at < first || article.NameAt[at] is not (int name and >= 0) || article.Names[name] is not PlaceFound { Kind: not PlaceKind.Country } inner || IsOrigin(inner.First))
            {
                return place;
            }

            place = inner;
        }

        return place;
    }

    /// <summary>من اتجاه شمال بيروت, من أهالي سراقب: where something or somebody comes from is not where the act is.</summary>
    private bool IsOrigin(int token)
    {
        int at = token - 1;
        while (at >= 0 && at >= token - ChainReach && ((article.OwnRoles(at) & Role.Direction) != 0 || (article.Cats(at) & Cat.PlaceType) != 0))
        {
            at--;
        }

        return OriginEndsAt(at, at) || OriginEndsAt(at - 1, at);
    }

    private bool OriginEndsAt(int from, int end) =>
        article.Longest(from, Cat.Particle, e => e is ParticleEntry { Role: Role.Origin }) is { } match && match.Last == end;

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
            if (((article.OwnRoles(j) & (Role.Complement | Role.Relative)) != 0 && article.Form(j) is not ("من" or "ما")) || Contrasts(j))
            {
                return true;
            }
        }

        // في آذار الماضي بعد معارك: the day is the main verb's.
        if (!after && article.Form(found.First - 1) is "بعد" or "قبل" or "عقب" or "منذ")
        {
            return true;
        }

        return Article.Within(article.Events, from, to - 1).Any(e => !ReferenceEquals(e, found) && !(after ? Extends(found, e) : Extends(e, found)));
    }

    /// <summary>في حين, فيما, بينما: a clause of its own begins.</summary>
    private bool Contrasts(int token) => article.Form(token) is "فيما" or "بينما" or "حين" or "حيث" && article.Form(token - 1) is not ("الي" or "من");

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
