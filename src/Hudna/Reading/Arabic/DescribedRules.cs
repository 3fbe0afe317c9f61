namespace Hudna.Reading.Arabic;

/// <summary>Who acts and to whom where no name tells it but a noun for people does: أطلق مسلحون مجهولون النار, إجلاء المدنيين. Such phrases are
/// kept apart from the named parties: مسلحون here and مسلحون there are not one party.</summary>
internal sealed class DescribedRules(Article article)
{
    private const int SubjectReach = 3;
    private const int ObjectReach = 4;
    private const int AdjectivesMax = 2;
    private const int CrowdReach = 5;
    private const int DirectedReach = 6;

    public void Fill(EventFound found, int next, int first, int last)
    {
        if (found.Type is not (EventType.Assault or EventType.Protest or EventType.Coerce or EventType.Retreat or EventType.Mobilize or EventType.Aid))
        {
            return;
        }

        (int First, int Last)? after = found.Nominal ? At(found.Last + 1, last) : Near(found.Last + 1, Math.Min(last, found.Last + SubjectReach), next);
        bool counted = after is null && Counted(found.Last + 1, last);
        if (after is null && found.Type == EventType.Protest && CrowdFrom(found.Last + 1, last) is { } crowd)
        {
            (after, counted) = (crowd, false);
        }

        (int First, int Last)? by = By(found.Last + 1, Math.Min(last, found.Last + 14));
        if (found.Actors.Count == 0)
        {
            by ??= found.Nominal ? CarriedOut(found, last) : Coordinated(found, first);
            found.Agent = by ?? (found.Nominal || found.Passive ? null : Preceding(found, first));
        }

        if (found.Nominal)
        {
            Nominal(found, after, last);
            return;
        }

        if (after is not { } phrase)
        {
            return;
        }

        if (found.Type == EventType.Protest && found.Actors.Count == 0)
        {
            found.Agent ??= phrase;
            return;
        }

        (int First, int Last)? second = Near(phrase.Last + 1, Math.Min(last, phrase.Last + ObjectReach), next);
        bool objectFollows = second is not null || Counted(phrase.Last + 1, last) || (phrase.Last < last && article.NameAt[phrase.Last + 1] >= 0);
        bool suffers = found.Passive || by is not null || counted || found.Actors.Count > 0 || found.Agent is not null
            || (found.VoiceOpen && !objectFollows && !Armed(phrase));
        if (suffers)
        {
            found.Patient = found.Recipients.Count == 0 ? phrase : null;
        }
        else
        {
            found.Agent = phrase;
            found.Patient = found.Recipients.Count == 0 ? second : null;
        }
    }

    /// <summary>اغتيال ضابط: the noun after is whom it was done to; تظاهرة طلاب, هجوم مسلحين: it is who did it.</summary>
    private void Nominal(EventFound found, (int First, int Last)? after, int last)
    {
        if (found.GovernsObject)
        {
            found.Patient = found.Recipients.Count == 0 ? after : null;
        }
        else if (found.Recipients.Count == 0 && Directed(found, last) is { } target)
        {
            found.Patient = target;
        }

        if (!found.GovernsObject && found.Actors.Count == 0 && found.Type is EventType.Assault or EventType.Protest)
        {
            found.Agent ??= after;
        }
    }

    /// <summary>تظاهر مئات من الطلاب, اعتصم نحو 500 متظاهر: those who protest, counted or not.</summary>
    private (int First, int Last)? CrowdFrom(int from, int last)
    {
        bool number = false;
        for (int j = from; j <= Math.Min(last, from + CrowdReach); j++)
        {
            bool counts = Counted(j, last) || (article.Cats(j) & Cat.NumberWord) != 0 || article.Form(j) is "عدد" or "مجموعه" or "مجموعات";
            if (number && At(j, last) is { } phrase)
            {
                return (from, phrase.Last);
            }

            if (!counts && !(number && article.Form(j) is "من"))
            {
                return null;
            }

            number |= counts;
        }

        return null;
    }

    /// <summary>اعتداء على متظاهرين, حملة ضد الناشطين: the phrase after على, ضد.</summary>
    private (int First, int Last)? Directed(EventFound found, int last)
    {
        for (int at = found.Last + 1; at < Math.Min(last, found.Last + DirectedReach) && article.Tokens[at].Kind == TokenKind.Word; at++)
        {
            if ((article.OwnRoles(at) & Role.Against) != 0 && (article.OwnRoles(at) & Role.Motion) == 0)
            {
                return At(at + 1, last);
            }
        }

        return null;
    }

    /// <summary>هجوم نفذه مجهولون.</summary>
    private (int First, int Last)? CarriedOut(EventFound found, int last)
    {
        for (int at = found.Last + 1; at < Math.Min(last, found.Last + 6) && article.Tokens[at].Kind == TokenKind.Word; at++)
        {
            if ((article.Roles(at) & Role.Carrier) != 0)
            {
                return At(at + 1, last);
            }
        }

        return null;
    }

    /// <summary>اقتحم مسلحون المبنى وخطفوا: a plural verb joined by و has the subject, in the plural, of the verb before it.</summary>
    private (int First, int Last)? Coordinated(EventFound found, int first)
    {
        if (article.Tokens[found.First].Word is not { Proclitic: "و" or "ف" } word || !word.Form.EndsWith("وا", StringComparison.Ordinal))
        {
            return null;
        }

        for (int j = found.First - 2; j > Math.Max(first, found.First - 24); j--)
        {
            if (article.Form(j).EndsWith("ون", StringComparison.Ordinal) && At(j, found.First - 1) is { } phrase)
            {
                return phrase;
            }
        }

        return null;
    }

    private bool Armed((int First, int Last) phrase) =>
        article.Longest(phrase.First, Cat.People) is { Entry: PeopleEntry { Sort: "armed" or "forces" } };

    /// <summary>A phrase of people in reach, nothing but times, pronouns and adverbs between, no preposition.</summary>
    private (int First, int Last)? Near(int from, int to, int next)
    {
        for (int j = from; j <= to && j < next; j++)
        {
            if (At(j, article.Count - 1) is { } found)
            {
                return found;
            }

            if (article.NameAt[j] >= 0 || article.Tokens[j].Kind != TokenKind.Word || Counted(j, to)
                || (article.Roles(j) & (Role.Locative | Role.Motion | Role.About | Role.With | Role.Between | Role.Relative | Role.Complement | Role.Subordinator)) != 0
                || article.Form(j) is "علي" or "ضد" or "عن" or "بعد" or "قبل" || article.Tokens[j].Word!.Proclitic.Length > 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The phrase that begins at a token: a noun for people, without preposition, and the adjectives that agree with it.</summary>
    private (int First, int Last)? At(int token, int last)
    {
        if (token > last || article.NameAt[token] >= 0 || article.Longest(token, Cat.People) is not { Proclitic: "" } head)
        {
            return null;
        }

        bool definite = article.Form(head.Last).StartsWith("ال", StringComparison.Ordinal);
        string form = article.Form(head.Last);
        int end = head.Last;
        for (int i = 0; i < AdjectivesMax && end < last && Agrees(end + 1, form, definite); i++)
        {
            end++;
        }

        return (head.First, end);
    }

    /// <summary>An adjective of the noun: both with ال or both without, and a plural's ending or a nisba's.</summary>
    private bool Agrees(int token, string noun, bool definite)
    {
        string form = article.Form(token);
        if (form.Length < 4 || article.NameAt[token] >= 0 || article.Roles(token) != Role.None || (article.Cats(token) & (Cat.Verb | Cat.Time | Cat.Masdar)) != 0
            || form.StartsWith("ال", StringComparison.Ordinal) != definite || form[0] is 'و')
        {
            return false;
        }

        return (article.Cats(token) & (Cat.Nisba | Cat.GroupAdjective)) != 0
            || (noun.EndsWith("ون", StringComparison.Ordinal) && form.EndsWith("ون", StringComparison.Ordinal))
            || (noun.EndsWith("ين", StringComparison.Ordinal) && form.EndsWith("ين", StringComparison.Ordinal));
    }

    /// <summary>ثلاثة جنود, 12 شخصا: people who are counted are a toll, with a mention of their own.</summary>
    private bool Counted(int token, int last) => token <= last && (article.Tokens[token].Kind == TokenKind.Number || (article.Cats(token) & (Cat.NumberWord | Cat.Approximator)) != 0);

    /// <summary>The phrase after من قبل, على يد, برصاص.</summary>
    private (int First, int Last)? By(int from, int to)
    {
        for (int j = from; j < to; j++)
        {
            if (article.Tokens[j].Mark is '،' or ',' or '.')
            {
                return null;
            }

            if (article.Longest(j, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive }) is { } by)
            {
                return At(Counted(by.Last + 1, to) ? by.Last + 2 : by.Last + 1, article.Count - 1);
            }
        }

        return null;
    }

    /// <summary>أن مسلحين مجهولين اغتالوا: the phrase right before the verb, at its clause's beginning.</summary>
    private (int First, int Last)? Preceding(EventFound found, int first)
    {
        int end = found.First - 1;
        while (end > first && (article.OwnRoles(end) & Role.Negator) != 0 || article.Form(end) is "قد")
        {
            end--;
        }

        for (int start = Math.Max(first, end - AdjectivesMax); start <= end; start++)
        {
            if (At(start, end) is { } phrase && phrase.Last == end)
            {
                int before = start - 1;
                bool opens = before < first || article.Tokens[before].Kind != TokenKind.Word || (article.Roles(before) & (Role.Complement | Role.Coordinator | Role.Subordinator)) != 0
                    || article.Form(before) is "كان" or "وكان" or "كانت" or "وكانت";
                if (opens)
                {
                    return phrase;
                }
            }
        }

        return null;
    }
}
