namespace Hudna.Reading.Arabic;

/// <summary>Actors that a group word builds: الجيش السوري, القوات الحكومية السورية, تنظيم "X", فصائل المعارضة المسلحة, وزارة الخارجية الروسية.</summary>
internal sealed class GroupRules(Article article, UnknownNames unknown)
{
    private const int DepthMax = 3;
    private const int QuotedWordsMax = 6;
    private const int ChainWordsMax = 4;
    private static readonly string[] s_representatives = ["ممثل", "وفد", "مفاوض", "مبعوث", "مندوب", "فريق", "شخصيات", "قيادي"];
    private static readonly string[] s_fighters = ["مقاتل", "مسلح", "فصائل", "فصيل", "عناصر", "عنصر", "كتائب", "مجموعات", "مجموعة", "جماعات", "جماعة", "قوات", "وحدات", "ميليشيا", "ميليشيات", "تشكيلات"];

    public ActorFound? At(int i)
    {
        // من طرف, من جانب: "by", not a party.
        if (article.Longest(i - 1, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive }) is { } by && by.Last == i)
        {
            return null;
        }

        if (article.Longest(i, Cat.Group) is not { Entry: GroupEntry } match || Body(match, 0) is not { } group)
        {
            return null;
        }

        return new ActorFound(i, group.Last, article.SpanOf(i, group.Last, match.Skip), group.Rule, group.Name, group.Type, group.Id)
        {
            Core = group.Core,
            Inside = group.Inside,
        };
    }

    private Built? Body(Match match, int depth)
    {
        GroupEntry head = (GroupEntry)match.Entry;
        int at = match.Last + 1, last = match.Last;
        ActorType type = head.Type;
        bool qualified = false;
        string rule = "actor.group";
        string? name = null, id = null;
        (int First, int Last)? core = null;
        IReadOnlyList<NameFound> inside = [];

        if (Quoted(at) is { } quoted)
        {
            (int close, ActorEntry? known) = quoted;
            core = (at + 1, close - 1);
            last = close;
            at = close + 1;
            qualified = true;
            type = known is null ? type : Combine(head, known.Type);
            (name, id) = (known?.NameEn, known?.Id);
            rule = "actor.group.quoted";
        }
        else if (article.Longest(at, Cat.Actor) is { Entry: ActorNameEntry { Actor.Type: not ActorType.Person } named, Proclitic: "" } actor)
        {
            core = (actor.First, actor.Last);
            last = actor.Last;
            at = last + 1;
            qualified = true;
            type = Combine(head, named.Actor.Type);
            (name, id) = (named.Actor.NameEn, named.Actor.Id);
            rule = "actor.group.list";
        }
        else if (depth < DepthMax && article.Longest(at, Cat.Group) is { Proclitic: "" or "ل" } inner && (inner.Proclitic.Length == 0 || IsRepresentative(head)))
        {
            Built? body = Body(inner, depth + 1) ?? Alone(inner);
            if (body is not null)
            {
                return body with { Type = Combine(head, body.Type, (GroupEntry)inner.Entry), Rule = "actor.group.nested" };
            }
        }

        State? state = null;
        List<string> adjectives = [];
        for (int step = 0; step < 4 && at < article.Count && !article.Taken[at]; step++)
        {
            if (article.Longest(at, Cat.Nisba) is { Entry: StateEntry nisba, Proclitic: "" } nation && Agrees(at, head))
            {
                state ??= nisba.State;
                qualified = true;
                last = nation.Last;
                at = last + 1;
            }
            else if (article.Longest(at, Cat.GroupAdjective) is { Entry: GroupAdjectiveEntry adjective, Proclitic: "" } tail && Agrees(at, head))
            {
                type = adjective.Type is { } given && CanTurn(head, given) ? given : type;
                qualified |= adjective.Qualifies && (head.Definite || article.Form(at).StartsWith("ال", StringComparison.Ordinal));
                adjectives.Add(article.Form(at));
                last = tail.Last;
                at = last + 1;
            }
            else if (step == 0 && !qualified && article.Longest(at, Cat.State) is { Entry: StateEntry of, Proclitic: "" or "ل" } country && !head.Definite)
            {
                state = of.State;
                inside = [new ActorFound(at, country.Last, article.SpanOf(country), "actor.state", of.State.NameEn, ActorType.State, of.State.ActorId)];
                qualified = true;
                last = country.Last;
                at = last + 1;
            }
            else if (head.Type == ActorType.Government && head.Lemma is "وزارة" && DomainWord(at))
            {
                qualified = true;
                last = at++;
            }
            else
            {
                break;
            }
        }

        if (!qualified && Chain(head, match, at) is { } chainEnd)
        {
            return new Built(chainEnd, type, "actor.group.chain", null, null) { Core = (at, chainEnd) };
        }

        if (!qualified && Names(head, match, at))
        {
            int end = unknown.ExtendProper(at, 3);
            if (end >= at)
            {
                return new Built(end, type, "actor.group.unknown-name", null, null) { Core = (at, end) };
            }
        }

        if (!qualified)
        {
            return Alone(match);
        }

        // One of many (فصيل سوري مسلح) is no actor that could be named.
        if (state is not null && name is null && type == ActorType.ArmedGroup && !head.Definite && last == at - 1 && adjectives.Count + 1 >= last - match.Last && depth == 0
            && !article.Form(match.Last + 1).StartsWith("ال", StringComparison.Ordinal))
        {
            return null;
        }

        if (name is null && state is not null)
        {
            name = NameOf(state, head);
            id = IdOf(state, head) + (type == head.Type ? string.Empty : ":" + Wire.Name(type));
            rule = adjectives.Count > 0 ? "actor.group.nisba-adjective" : "actor.group.nisba";
        }

        return new Built(last, type, rule, name, id) { Core = core, Inside = inside };
    }

    /// <summary>The id of a state's body: <c>sy:army</c>.</summary>
    public static string IdOf(State state, GroupEntry head) => IdOf(state.Code.ToLowerInvariant(), head);

    /// <summary>The same by the state's code in lower case.</summary>
    public static string IdOf(string code, GroupEntry head) => $"{code}:{Slug(Words(head))}";

    /// <summary>The English name of a state's body: Syria: army.</summary>
    public static string NameOf(State state, GroupEntry head) => NameOf(state.NameEn, head);

    /// <summary>The same by the state's name.</summary>
    public static string NameOf(string state, GroupEntry head) => $"{state}: {Words(head)}";

    private static string Words(GroupEntry head) => head.NameEn.Length > 0 ? head.NameEn : head.Lemma;

    /// <summary>Whether an unknown name may follow the head: one group in the singular (لواء, كتائب), and a word that looks a name.</summary>
    private bool Names(GroupEntry head, Match match, int at)
    {
        bool one = match.Count > 1 || article.Form(match.First).EndsWith(Folding.Fold(head.Lemma), StringComparison.Ordinal) || head.Lemma is "كتيبة" or "لواء";
        NameShape shape = unknown.Shape(at);
        bool named = (shape & (NameShape.Given | NameShape.Family | NameShape.Unknown | NameShape.Definite)) != 0 && article.OwnRoles(at) == Role.None;
        bool proper = article.Form(at).StartsWith("ال", StringComparison.Ordinal) || named;
        return one && !head.Definite && (head.Type is ActorType.ArmedGroup ? head.Needs == "name" || proper : named && (head.Needs is "name" or "chain") && head.Type is not ActorType.Military);
    }

    /// <summary>منظمة الأقطار المصدرة للنفط, مجلة الثقافة الجديدة: after a head in construct the definite noun, its adjectives and what لل adds are its
    /// name. The last token; null when there is none.</summary>
    private int? Chain(GroupEntry head, Match match, int at)
    {
        if (head.Needs != "chain" || head.Definite || match.Skip > 1 || !article.Form(match.Last).EndsWith(Folding.Fold(head.Lemma), StringComparison.Ordinal))
        {
            return null;
        }

        int last = at - 1;
        for (int next = at; next < Math.Min(article.Count, at + ChainWordsMax) && !article.Taken[next]; next++)
        {
            string form = article.Form(next);
            bool joins = next > at && (form.StartsWith("لل", StringComparison.Ordinal) || form.StartsWith("وال", StringComparison.Ordinal));
            if (!(joins || form.StartsWith("ال", StringComparison.Ordinal)) || form.Length < 5 || (article.Cats(next) & (Cat.Verb | Cat.Time | Cat.Nisba)) != 0
                || (article.OwnRoles(next) != Role.None))
            {
                break;
            }

            last = next;
        }

        return last >= at ? last : null;
    }

    /// <summary>A definite group word that by itself can only be one side here: المعارضة, النظام.</summary>
    private Built? Alone(Match match)
    {
        GroupEntry head = (GroupEntry)match.Entry;
        bool definite = article.Form(match.First)[match.Skip..].StartsWith("ال", StringComparison.Ordinal) || head.Definite
            || (match.Count > 1 && article.Form(match.Last).StartsWith("ال", StringComparison.Ordinal));
        bool one = match.Count > 1 || article.Form(match.First).EndsWith(Folding.Fold(head.Lemma), StringComparison.Ordinal);
        return definite && one && head.Needs == "alone" ? new Built(match.Last, head.Type, "actor.group.alone", null, null) : null;
    }

    private (int Close, ActorEntry? Known)? Quoted(int at)
    {
        if (at >= article.Count || !(article.Tokens[at].IsQuote || article.IsMark(at, '(')))
        {
            return null;
        }

        int close = article.Tokens[at].IsQuote ? article.QuoteEnd[at] : Find(')', at);
        if (close < 0 || close - at - 1 > QuotedWordsMax || close - at < 2)
        {
            return null;
        }

        ActorEntry? known = article.Longest(at + 1, Cat.Actor) is { Entry: ActorNameEntry actor } match && match.Last == close - 1 ? actor.Actor : null;
        return article.Tokens[at].IsQuote || known is not null ? (close, known) : null;
    }

    private int Find(char mark, int from)
    {
        for (int i = from; i < Math.Min(article.Count, from + QuotedWordsMax + 2); i++)
        {
            if (article.IsMark(i, mark))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>An adjective agrees in definiteness with what stands before it; after a construct's head it may be definite alone.</summary>
    private bool Agrees(int at, GroupEntry head) =>
        (!head.Definite && !article.Form(at - 1).StartsWith("ال", StringComparison.Ordinal)) || article.Form(at).StartsWith("ال", StringComparison.Ordinal);

    private bool DomainWord(int at)
    {
        string form = article.Form(at);
        return (form.StartsWith("ال", StringComparison.Ordinal) || form.StartsWith("وال", StringComparison.Ordinal) || form is "شؤون" or "شوون")
            && (article.Cats(at) & (Cat.Verb | Cat.Time | Cat.Nisba)) == 0 && (article.Roles(at) & ~Role.Function) == 0;
    }

    private static bool IsRepresentative(GroupEntry head) => s_representatives.Contains(head.Lemma);

    private static bool CanTurn(GroupEntry head, ActorType type) =>
        type != ActorType.Military || head.Type is ActorType.Military or ActorType.ArmedGroup or ActorType.Other;

    private static ActorType Combine(GroupEntry head, ActorType tail, GroupEntry? inner = null)
    {
        if (IsRepresentative(head))
        {
            return tail;
        }

        if (head.Type is ActorType.Government && inner is not null)
        {
            return ActorType.Government;
        }

        if (s_fighters.Contains(head.Lemma))
        {
            return tail is ActorType.Opposition || inner?.Lemma is "معارضة" ? ActorType.ArmedGroup : tail is ActorType.Government or ActorType.State ? ActorType.Military : tail;
        }

        return tail is ActorType.ArmedGroup or ActorType.Military or ActorType.Media or ActorType.Igo or ActorType.Ngo || head.Type == ActorType.Other ? tail : head.Type;
    }

    internal static string Slug(string words) => words.ToLowerInvariant().Replace(' ', '-');

    private sealed record Built(int Last, ActorType Type, string Rule, string? Name, string? Id)
    {
        public (int First, int Last)? Core { get; init; }

        public IReadOnlyList<NameFound> Inside { get; init; } = [];
    }
}
