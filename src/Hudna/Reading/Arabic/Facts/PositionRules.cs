namespace Hudna.Reading.Arabic.Facts;

/// <summary>What speakers hold on the topics of talks: each statement coded by the words in it.</summary>
internal sealed class PositionRules(Scene scene)
{
    private const int StanceReach = 7;
    private const int SequenceReach = 4;
    private const int NeutralReach = 8;

    private Article Article => scene.Article;

    public void Find()
    {
        foreach (StatementFound statement in Article.Statements)
        {
            if (statement.SpeakerSpan is not { } speaker || statement.Last < statement.First || !IsSomebody(speaker))
            {
                continue;
            }

            foreach ((string topic, int at) in Topics(scene, statement.First, statement.Last).Where(t => IsOwn(statement, t.At)))
            {
                PositionStance stance = Stance(statement, at);

                // What is only mentioned on the way is no position; talks are mentioned in most that is said of talks.
                if (stance == PositionStance.Neutral && (at - statement.First > NeutralReach || topic is "talks"))
                {
                    continue;
                }

                scene.Add(
                    statement.First, statement.Last, new PositionDetail(topic, stance), "fact.position",
                    skip: SkipOf(statement));
            }
        }
    }

    // A word that the rules of statements took for a speaker may be none: a position needs somebody known, a title or a body.
    private bool IsSomebody(Span speaker)
    {
        int first = scene.TokenAt(speaker.Start + 1);
        return Enumerable.Range(first, scene.TokenAt(speaker.End) - first + 1).Any(i => Article.NameAt[i] is int name and >= 0 && Article.Names[name] is ActorFound)
            || Article.Longest(first, Cat.Title | Cat.Group) is not null || Article.Form(first) is "مصدر" or "مصادر" or "مسؤول" or "متحدث" or "ناطق" or "ديبلوماسي" or "دبلوماسي";
    }

    /// <summary>Ids of the topics that the words between two tokens speak of, in the order of the data.</summary>
    public static IEnumerable<string> TopicsIn(Scene scene, int first, int last) => Topics(scene, first, last).Select(t => t.Topic);

    private static IEnumerable<(string Topic, int At)> Topics(Scene scene, int first, int last)
    {
        UInt128 stems = 0;
        for (int i = first; i <= last; i++)
        {
            stems |= Stems(scene.Article, i);
        }

        foreach (TopicCue topic in scene.Article.Language.Topics)
        {
            if ((stems & topic.Opening) != 0 && FirstAt(scene.Article, topic, first, last) is >= 0 and int at)
            {
                yield return (topic.Topic, at);
            }
        }
    }

    private static int FirstAt(Article article, TopicCue topic, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if ((Stems(article, i) & topic.Opening) == 0)
            {
                continue;
            }

            foreach (int[] words in topic.Words)
            {
                if (Speaks(article, words, i, last))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static bool Speaks(Article article, int[] words, int at, int last)
    {
        if (!Has(article, at, words[0]))
        {
            return false;
        }

        int from = at;
        for (int w = 1; w < words.Length; w++)
        {
            int next = from + 1;
            while (next <= Math.Min(last, from + SequenceReach) && !Has(article, next, words[w]))
            {
                next++;
            }

            if (next > Math.Min(last, from + SequenceReach))
            {
                return false;
            }

            from = next;
        }

        return true;
    }

    private static bool Has(Article article, int token, int stem) => (Stems(article, token) & (UInt128.One << stem)) != 0;

    private static UInt128 Stems(Article article, int token) =>
        token >= 0 && token < article.Count && article.Tokens[token].Word is { } word ? word.TopicStems : 0;

    // What a statement within the statement says is that one's.
    private bool IsOwn(StatementFound statement, int at) => ReferenceEquals(scene.StatementAt(at), statement);

    private int SkipOf(StatementFound statement)
    {
        int start = Article.Tokens[statement.First].Start;
        return statement.Span.Start > start ? statement.Span.Start - start : 0;
    }

    // The words nearest before the topic tell: rejects, demands, is ready, under a condition; the reporting verb tells when none does.
    private PositionStance Stance(StatementFound statement, int at)
    {
        for (int i = at; i >= Math.Max(statement.First, at - StanceReach); i--)
        {
            // ترفض الانتخابات قبل خروج الميليشيات: what is only a time or a condition for something else is not what the stance is on.
            if (i < at && Article.Form(i) is "قبل" or "بعد" or "عقب" or "منذ")
            {
                return PositionStance.Neutral;
            }

            if (StanceAt(i, i == at) is { } stance)
            {
                // عندما يتوقف الدعم نناقش, مستعد إذا: a condition before or after makes readiness and consent conditional.
                bool conditional = scene.Any(Cue.Condition, at, Math.Min(statement.Last, at + 12)) || scene.Any(Cue.Condition, statement.First, at);
                return stance is PositionStance.Open or PositionStance.Supports && conditional ? PositionStance.Conditional : stance;
            }
        }

        if (scene.Any(Cue.Condition, statement.First, statement.Last))
        {
            return PositionStance.Conditional;
        }

        for (int i = at + 1; i <= Math.Min(statement.Last, at + 4); i++)
        {
            if (scene.Is(i, Cue.Demand))
            {
                return PositionStance.Demands;
            }
        }

        for (int i = statement.First - 1; i >= Math.Max(Article.SentenceAt(statement.First).First, statement.First - 10); i--)
        {
            if (StanceAt(i, false) is { } stance)
            {
                return stance;
            }
        }

        return PositionStance.Neutral;
    }

    private PositionStance? StanceAt(int i, bool isTopic)
    {
        bool negated = scene.Negated(i);
        // لن تتفاوض حول الدستور.
        bool refuses = Article.Form(i - 1) is "لن" or "ولن" && scene.Is(i, Cue.Discuss);
        if (refuses && Enumerable.Range(i + 1, 6).Any(j => Article.Form(j) is "قبل" or "الا"))
        {
            return PositionStance.Conditional;
        }

        return refuses || scene.Is(i, Cue.Oppose) || (scene.Is(i, Cue.Refuse) && !isTopic) ? negated && !refuses ? PositionStance.Supports : PositionStance.Opposes
            : scene.Is(i, Cue.Ready) ? negated ? PositionStance.Opposes : PositionStance.Open
            : scene.Is(i, Cue.Welcome) ? negated ? PositionStance.Opposes : PositionStance.Supports
            : scene.Is(i, Cue.Demand) ? negated ? PositionStance.Opposes : PositionStance.Demands
            : !isTopic && !negated && scene.Is(i, Cue.Reject) && !scene.Is(i, Cue.Refuse) && Article.Form(i) is not ("لن" or "ولن") ? PositionStance.Opposes
            : scene.Is(i, Cue.Accept) ? negated ? PositionStance.Opposes : PositionStance.Supports
            : null;
    }
}
