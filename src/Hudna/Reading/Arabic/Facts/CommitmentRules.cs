namespace Hudna.Reading.Arabic.Facts;

/// <summary>Who promised what: تلتزم موسكو وأنقرة بمحاربة … وتشكيل …, اتفقت على تنظيم …, عزمه على …. Each promise of a list is one of its own.</summary>
internal sealed class CommitmentRules(Scene scene)
{
    private const int PartyReach = 3;
    private const int ItemReach = 14;
    private const int ItemLengthMax = 40;

    private Article Article => scene.Article;

    public void Find()
    {
        int promised = -1;
        for (int i = 0; i < Article.Count; i++)
        {
            bool promise = scene.Is(i, Cue.Promise) && Article.NameAt[i] < 0;
            // قررت في البيان إنشاء آلية: what a joint statement decides, its makers promise.
            promise |= scene.Is(i, Cue.Decide) && Article.NameAt[i] < 0 && scene.Any(Cue.Statement, Article.SentenceAt(i).First, i);
            bool agree = !promise && scene.Is(i, Cue.Agree) && Article.Single<VerbEntry>(i).Any(v => v.Entry.Form is VerbForm.Perfect or VerbForm.Imperfect);
            // ضمان التزام الحكومة, طالب روسيا بالالتزام: that somebody keep to something is what another promises or calls for.
            if ((promise || agree) && !(IsNoun(i) && (i <= promised || IsCalledFor(i))))
            {
                promised = Math.Max(promised, Promise(i, agree));
            }
        }
    }

    private bool IsNoun(int i) => Article.Form(i).Contains("التزام", StringComparison.Ordinal) || Article.Form(i).Contains("تعهد", StringComparison.Ordinal) && (Article.Cats(i) & Cat.Verb) == 0;

    private bool IsCalledFor(int i)
    {
        for (int at = i - 1; at >= Math.Max(Article.SentenceAt(i).First, i - 6) && !scene.Parts(at); at--)
        {
            if (scene.Is(at, Cue.Demand) || scene.Is(at, Cue.Invite) || Article.Form(at).TrimStart('و') is "حث" or "حثت" or "يحث" or "تحث" or "عدم")
            {
                return true;
            }
        }

        return false;
    }

    // The last token of what is promised; -1 when nothing is.
    private int Promise(int verb, bool agree)
    {
        (int first, int last) = Article.SentenceAt(verb);
        if (scene.Negated(verb) || (Article.Form(verb - 1) is "ان" && !agree) || Item(verb, last, agree) is not { } item)
        {
            return -1;
        }

        List<FactParty> who = [.. Who(verb, first, item).Where(p => p.Type is not ActorType.Media)];
        if (who.Count == 0)
        {
            return -1;
        }

        CommitmentBasis basis = agree ? CommitmentBasis.Agreement
            : scene.Any(Cue.Statement, first, verb) ? CommitmentBasis.JointStatement
            : scene.Any(Cue.Deal, Math.Max(first, verb - 5), item - 1) ? CommitmentBasis.Agreement : CommitmentBasis.Speech;
        bool list = Article.Tokens[item - 1].Is(':');
        int end = -1;
        foreach ((int from, int to) in Items(item, last, list))
        {
            end = Math.Max(end, to);
            string? topic = PositionRules.TopicsIn(scene, from, to).FirstOrDefault();
            scene.Add(from, to, new CommitmentDetail(basis, topic), agree ? "fact.commitment.agreed" : "fact.commitment", Modality.Planned, actors: who, time: Due(from, to),
                skip: from == item ? SkipOf(from, agree) : Article.Form(from) is ['و', ..] ? 1 : 0);
        }

        return end;
    }

    // بـ that the verb governs stands before what is promised, also where the lexicon does not know the noun.
    private int SkipOf(int item, bool agree) => scene.Skip(item) is int known and > 0 ? known
        : !agree && Article.Form(item) is ['ب', _, _, _, ..] && Article.Form(item - 1) is not "علي" && !Article.Tokens[item - 1].Is(':') && !Article.Tokens[item - 1].IsQuote && (Article.Cats(item) & Cat.Masdar) == 0 ? 1 : 0;

    // What is promised begins after the preposition that the verb governs: بـ and a noun, or على and a noun or أن.
    private int? Item(int verb, int last, bool agree)
    {
        // ثلاثة التزامات أساسية: إحداث …، ودعم ….
        int colon = Enumerable.Range(verb + 1, 4).FirstOrDefault(i => i < last && Article.Tokens[i].Is(':'), -1);
        if (colon > 0 && Article.Single<VerbEntry>(verb).FirstOrDefault().Entry?.Form is VerbForm.Masdar or null)
        {
            return colon + 1;
        }

        for (int i = verb + 1; i <= Math.Min(last, verb + ItemReach); i++)
        {
            if (scene.Is(verb, Cue.Decide) && Article.NameAt[i] < 0 && ((Article.Cats(i) & Cat.Masdar) != 0 || (Article.Form(i).Length > 4 && IsMasdarShaped("و" + Article.Form(i)))))
            {
                return i;
            }

            if (Article.NameAt[i] >= 0)
            {
                continue;
            }

            if (Article.Form(i) is "علي" && i + 1 < last && Article.Tokens[i + 1].IsQuote)
            {
                return i + 2;
            }

            if (Article.Form(i) is "علي" && i < last && Article.Tokens[i + 1].Kind == TokenKind.Word)
            {
                return Article.Form(i + 1) is "ان" or "انه" or "اهميه" or "ضروره" && !agree ? null : Article.Form(i + 1) is "ضروره" or "اهميه" ? i + 2 : i + 1;
            }

            string proclitic = Article.Tokens[i].Word?.Proclitic ?? string.Empty;
            if (!agree && proclitic.EndsWith('ب') && (Article.Cats(i) & (Cat.Masdar | Cat.EventNoun)) != 0)
            {
                return i;
            }

            // بـ before a noun that the lexicon does not know: بمحاربة is known, بإنشاء may not be.
            if (!agree && Article.Form(i) is ['ب', _, _, _, ..] && ((Article.Cats(i) & (Cat.Verb | Cat.Particle)) == 0 || IsMasdarShaped(Article.Form(i))) && i - verb <= 6 && !(Article.Form(i) is "بشكل" or "بان" or "بموجب" or "بحسب" or "بعد" or "بين" or "باسم" or "بصفه"))
            {
                return i;
            }

            if (Article.Tokens[i].Mark is '؛' or '.' || (Article.OwnRoles(i) & (Role.Subordinator | Role.Complement)) != 0)
            {
                return null;
            }
        }

        return null;
    }

    private List<FactParty> Who(int verb, int first, int item)
    {
        // عزمه: whoever the pronoun means, who speaks or acts before.
        List<FactParty> after = Article.Form(verb + 1) is "الطرفان" or "الجانبان" or "الاطراف" && scene.PartyAt(verb + 1) is null ? [scene.Party(verb + 1, verb + 1)]
            : scene.PartiesFrom(verb + 1, PartyReach, Subject(verb, item - 1));
        if (after.Count > 0)
        {
            // اتفقت روسيا مع تركيا: both.
            int with = Enumerable.Range(verb, item - verb).FirstOrDefault(i => Article.Form(i) is "مع", -1);
            if (with > 0)
            {
                after.AddRange(scene.PartiesFrom(with + 1, 0, item - 1).Where(p => !after.Contains(p)));
            }
            else if (scene.SubjectBefore(verb, scene.Clause(verb).First) is { Count: > 0 } subject && Article.Form(verb + 1) is "مع")
            {
                after.InsertRange(0, subject);
            }

            // موسكو اتفقت مع أنقرة; انه اتفق مع أردوغان: who speaks is one of them.
            List<FactParty> before = Article.Form(verb + 1) is not "مع" ? [] : scene.SubjectBefore(verb, scene.Clause(verb).First);
            before = before.Count > 0 || Article.Form(verb + 1) is not "مع" || scene.SpeakerAt(verb) is not { } self ? before : [self];
            return [.. before.Concat(after).DistinctBy(p => (p.Span, p.ActorId))];
        }

        List<FactParty> clause = scene.SubjectBefore(verb, scene.Clause(verb).First);
        return clause.Count > 0 ? clause : scene.SpeakerAt(verb) is { } speaker ? [speaker] : scene.SubjectBefore(verb, first);
    }

    // The subject ends before a phrase of place or time: التزم الطرفان في اتفاق ستوكهولم.
    private int Subject(int verb, int last)
    {
        int end = verb;
        while (end < last && Article.Form(end + 1) is not ("في" or "خلال" or "بموجب" or "ضمن" or "اثناء" or "عقب" or "بعد" or "قبل"))
        {
            end++;
        }

        return end;
    }

    private IEnumerable<(int First, int Last)> Items(int first, int last, bool list)
    {
        int end = list ? last : End(first, last);
        int from = first;
        for (int i = first + 1; i <= end + 1; i++)
        {
            bool next = i <= end && Article.NameAt[i] < 0 && Article.Form(i) is ['و', _, _, _, ..]
                && ((Article.Cats(i) & (Cat.Masdar | Cat.EventNoun)) != 0 || IsMasdarShaped(Article.Form(i))) && (list || IsCoordinated(i, first));
            next |= list && i < end && Article.Form(i) is "و" && Article.Tokens[i - 1].Mark is '،' or ',' or '؛';
            if (i <= end && !next)
            {
                continue;
            }

            int to = i - 1;
            while (to > from && Article.Tokens[to].Kind is TokenKind.Mark or TokenKind.Break)
            {
                to--;
            }

            // Against, or with, each of several named: each can be kept or broken alone.
            foreach (int part in Parts(from, to))
            {
                yield return (from, part);
            }

            from = i <= end && Article.Form(i) is "و" ? i + 1 : i;
        }
    }

    // A masdar without ال, like the first: بمحاربة … وتشكيل …; not والاستمرار after على ضرورة التطبيق.
    private bool IsCoordinated(int i, int first)
    {
        bool Definite(int t) => Article.Form(t).StartsWith("ال", StringComparison.Ordinal) || Article.Form(t).StartsWith("وال", StringComparison.Ordinal) || Article.Form(t).StartsWith("بال", StringComparison.Ordinal);
        return Definite(i) == Definite(first) || Article.Form(i).StartsWith("وب", StringComparison.Ordinal);
    }

    // Shapes of masdars that the lexicon need not know: تفعيل, إفعال, انفعال, افتعال, استفعال, مفاعلة.
    private static bool IsMasdarShaped(string form)
    {
        string stem = form[(form.StartsWith("وال", StringComparison.Ordinal) ? 3 : form.StartsWith("وب", StringComparison.Ordinal) ? 2 : 1)..];
        return (stem is ['ت', _, _, 'ي', _] or ['ت', _, _, 'ي', 'ه' or 'ن', ..]) || (stem is ['ا', _, _, 'ا', _] or ['ا', _, _, _, 'ا', _] or ['ا', 'س', 'ت', _, _, 'ا', _] or ['ا', _, 'ا', _, 'ه'])
            || stem is ['م', _, 'ا', _, _, 'ه'] or ['م', _, 'ا', _, _, _, 'ه'];
    }

    private IEnumerable<int> Parts(int from, int to)
    {
        List<ActorFound> named = [.. Article.Within(Article.Names, from, to).OfType<ActorFound>().Where(a => a.Type == ActorType.ArmedGroup)];
        for (int n = 0; n + 1 < named.Count; n++)
        {
            if (named[n + 1].First - named[n].Last <= 2 && Article.Form(named[n + 1].First) is ['و', ..] or "و")
            {
                yield return named[n].Last;
            }
        }

        yield return to;
    }

    private int End(int first, int last)
    {
        int end = first;
        while (end < last && end - first < ItemLengthMax)
        {
            int next = end + 1;
            bool relative = (Article.OwnRoles(next) & Role.Relative) != 0 && Article.Form(next) is not ("من" or "ما");
            bool comma = Article.Tokens[next].Mark is '،' or ',' && (next >= last || Article.Form(next + 1) is not ['و', ..] || scene.Parts(next + 1));
            bool reports = (Article.Cats(next) & Cat.Participle) != 0 && Article.Single<VerbEntry>(next).Any(v => v.Entry.Verb.Report != Complement.None) && Article.Form(next)[^1] is 'ا' or 'ه';
            if (relative || comma || reports || scene.Parts(next) || Article.Tokens[next].Mark is '.' or '؛' or '\n' || (Article.Tokens[next].IsQuote && Article.QuoteStart[first] >= 0))
            {
                break;
            }

            end = next;
        }

        return end;
    }

    // قبل نهاية الشهر, حتى 15 شباط, خلال أسبوع: only what such a word leads is a deadline.
    private TimeFound? Due(int first, int last) => Article.Within(Article.Times, first, last)
        .FirstOrDefault(t => t.Value is not null && (Article.Form(t.First - 1) is "قبل" or "حتي" or "بحلول" or "موعد" || Article.Form(t.First) is ['ب', 'ح', ..]));
}
