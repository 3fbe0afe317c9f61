namespace Hudna.Reading.Arabic.Facts;

/// <summary>Who heads or belongs to a delegation: بشار الجعفري، رئيس الوفد; محمد علوش كبير مفاوضي المعارضة.</summary>
internal sealed class DelegationRules(Scene scene, TalksMentions talks)
{
    private Article Article => scene.Article;

    public void Find()
    {
        for (int i = 0; i < Article.Count - 1; i++)
        {
            DelegationRole? role = scene.Is(i, Cue.Headed) && scene.Is(i + 1, Cue.Delegation) || (scene.Is(i, Cue.Headed) && Committee(i))
                    ? scene.Is(i, Cue.Chief) ? DelegationRole.ChiefNegotiator : DelegationRole.Head
                : scene.Is(i, Cue.Spokes) && Enumerable.Range(i + 1, 2).Any(j => scene.Is(j, Cue.Delegation)) ? DelegationRole.Spokesperson
                : scene.Is(i, Cue.Member) && scene.Is(i + 1, Cue.Delegation) ? DelegationRole.Member
                : null;
            if (role is null && scene.Is(i, Cue.Lead))
            {
                Led(i);
            }

            if (role is not { } found || Person(i) is not { } person || Party(i, person) is not { } party)
            {
                continue;
            }

            int end = scene.TokenAt(Math.Max(party.Span.End, person.Span.End));
            scene.Add(
                Math.Min(i, person.First), end, new DelegationDetail(Track(i, end), found), "fact.delegation",
                actors: [new FactParty(person.Span, person.Id, person.Name, person.Type)], recipients: [party]);
        }
    }

    // وفد المعارضة الذي يقوده محمد علوش, وفد الحكومة برئاسة الجعفري.
    private void Led(int lead)
    {
        (int first, int last) = Article.SentenceAt(lead);
        // يقود فلان وفد المعارضة: the person right after the verb, the delegation right after the person, and not joined to it by و.
        if (Article.Within(Article.Names, lead + 1, Math.Min(last, lead + 8)).OfType<ActorFound>().FirstOrDefault() is { Type: ActorType.Person } head && head.First - lead <= 3
            && scene.Find(Cue.Delegation, head.Last + 1, Math.Min(last, head.Last + 2)) is int own and > 0 && Article.NameAt[lead] < 0
            && !Article.Form(own).StartsWith("وو", StringComparison.Ordinal))
        {
            FactParty whose = Whose(own);
            int end = Math.Max(own, scene.TokenAt(whose.Span.End));
            scene.Add(
                lead, end, new DelegationDetail(Track(own, end), DelegationRole.Head), "fact.delegation.leads",
                actors: [new FactParty(head.Span, head.Id, head.Name, head.Type)], recipients: [whose]);
            return;
        }

        int noun = Enumerable.Range(Math.Max(first, lead - 8), Math.Min(8, lead - first)).LastOrDefault(i => scene.Is(i, Cue.Delegation), -1);
        ActorFound? person = Article.Within(Article.Names, lead + 1, Math.Min(Article.Count - 1, lead + 8)).OfType<ActorFound>().FirstOrDefault(a => a.Type == ActorType.Person);
        if (noun < 0 || person is null || person.First - lead > 2)
        {
            return;
        }

        FactParty party = Whose(noun);
        scene.Add(
            noun, person.Last, new DelegationDetail(Track(noun, person.Last), DelegationRole.Head), "fact.delegation.led",
            actors: [new FactParty(person.Span, person.Id, person.Name, person.Type)], recipients: [party]);
    }

    // وفد المعارضة, وفد الحكومة اليمنية: whose the delegation is.
    private FactParty Whose(int noun) => Article.NameAt[noun] is int name and >= 0 && Article.Names[name] is ActorFound known
        ? known.Id is null && known.Last > noun ? scene.Party(noun + 1, known.Last) : scene.Party(known)
        : scene.PartyAt(noun + 1) is var (next, _) ? next : scene.Party(noun, noun);

    // كبير مفاوضي المعارضة في مفاوضات جنيف السابقة: the talks of which the title speaks.
    private TrackRef? Track(int i, int end) => (talks.FirstBeginning(end + 1, end + 2) ?? talks.Meant(i))?.Track;

    // رئيس الهيئة العليا للمفاوضات: the body that negotiates is the delegation's.
    private bool Committee(int i) =>
        Article.Form(i + 1) is "الهييه" or "الهيئه" or "هيئه" or "لجنه" or "اللجنه" && Enumerable.Range(i + 2, 3).Any(j => scene.Is(j, Cue.Delegation) || scene.Is(j, Cue.Talks));

    // The person whose title it is: the mention that holds it, else the one right before or after.
    private ActorFound? Person(int i)
    {
        (int first, int last) = Article.SentenceAt(i);
        return Article.Within(Article.Names, first, last).OfType<ActorFound>().Where(a => a.Type == ActorType.Person)
            .Where(a => (a.First <= i && i <= a.Last) || (a.Last < i && i - a.Last <= 2) || (a.First > i && a.First - i <= 9 && !Parted(i, a.First)))
            .MinBy(a => a.First <= i && i <= a.Last ? 0 : a.Last < i ? i - a.Last : a.First - i + 2);
    }

    // رئيس وفد الحكومة السورية، السفير بشار الجعفري: a comma right before the name parts nothing.
    private bool Parted(int from, int to) => Enumerable.Range(from, to - from).Any(j => scene.Parts(j) || (Article.Tokens[j].Mark is '،' or ',' && j < to - 1) || Article.Tokens[j].Mark is '؛' or '.' or ':');

    // الوفد الحكومي السوداني: the adjectives after the word, at most two.
    private int Adjectives(int noun)
    {
        int end = noun;
        while (end - noun < 2 && Article.Form(end + 1).StartsWith("ال", StringComparison.Ordinal) && Article.Form(end + 1).EndsWith('ي')
            && (Article.NameAt[end + 1] < 0 || Article.NameAt[end + 1] == Article.NameAt[noun]))
        {
            end++;
        }

        return end;
    }

    // Whose delegation: what the title names after the word for it (وفد المعارضة السورية, الوفد الممثل لرئيس النظام).
    private FactParty? Party(int i, ActorFound person)
    {
        int at = i + 1;
        int last = Article.SentenceAt(i).Last;
        while (at < last && at - i < 6 && (scene.Is(at, Cue.Delegation) || scene.Is(at, Cue.Talks) || Article.Form(at) is "الممثل" or "الممثله" or "العليا" or "التفاوضيه" or "الهيئه" or "الهييه" or "من" or "الى" or "الي" or "باسم"))
        {
            at++;
        }

        // وفد الهيئة العليا للمفاوضات: a body by its name, though its words are those of talks.
        if (Article.Longest(i + 2, Cat.Actor, e => e is ActorNameEntry { Actor.Type: not ActorType.Person }) is { Entry: ActorNameEntry body } named)
        {
            return new FactParty(Article.SpanOf(named), body.Actor.Id, body.Actor.NameEn, body.Actor.Type);
        }

        // وفد دمشق.
        if (Article.Longest(i + 2, Cat.Capital | Cat.State) is { Entry: StateEntry ruled, Proclitic: "" } capital)
        {
            return new FactParty(Article.SpanOf(capital), ruled.State.ActorId, ruled.State.NameEn, ActorType.State);
        }

        if (scene.PartyAt(at) is var (known, _) && known.Span != person.Span)
        {
            return known;
        }

        // A title swallowed what it names: the group word in it, with its adjective.
        if (Article.Tokens[at].Kind != TokenKind.Word || Article.Longest(at, Cat.Group | Cat.Title) is not { } group)
        {
            // رئيس الوفد الحكومي, رئيس الوفد: the word for it, with its adjective.
            return !scene.Is(i + 1, Cue.Delegation) ? null
                : scene.Party(i + 1, Adjectives(i + 1));
        }

        if ((group.Entry.Cat & Cat.Title) != 0 && group.Last + 1 <= last && Article.Longest(group.Last + 1, Cat.Group) is { } inner)
        {
            group = inner;
        }

        int end = group.Last;
        while (end < last && end - group.First < 3 && Article.Longest(end + 1, Cat.Nisba | Cat.GroupAdjective) is { Proclitic: "" } adjective)
        {
            end = adjective.Last;
        }

        FactParty party = scene.Party(group.First, end);
        return party.ActorId is null && group.Entry is GroupEntry head && Article.Longest(end, Cat.Nisba) is { Entry: StateEntry of }
            ? party with { ActorId = GroupRules.IdOf(of.State, head), Name = GroupRules.NameOf(of.State, head), Type = head.Type } : party;
    }
}
