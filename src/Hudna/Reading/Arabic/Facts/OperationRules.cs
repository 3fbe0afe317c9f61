namespace Hudna.Reading.Arabic.Facts;

/// <summary>Evacuations, aid convoys and exchanges of prisoners: who, how many, from where, where to, how far it is.</summary>
internal sealed class OperationRules(Scene scene)
{
    private const int PlaceReach = 16;
    private const int NumberReach = 9;
    private const int PeopleReach = 8;
    private const int PrisonersReach = 8;

    private static readonly (Cue Cue, OperationStage Stage)[] s_stages =
    [
        (Cue.Obstruct, OperationStage.Obstructed), (Cue.Suspend, OperationStage.Suspended), (Cue.Begin, OperationStage.Begun), (Cue.Continue, OperationStage.UnderWay),
        (Cue.Complete, OperationStage.Completed),
    ];

    private PlaceFound? _origin;
    private bool _originsDiffer;

    private Article Article => scene.Article;

    public void Find()
    {
        for (int i = 0; i < Article.Count; i++)
        {
            if (TypeAt(i) is { } type)
            {
                Operation(i, type);
            }
        }
    }

    private OperationType? TypeAt(int i)
    {
        if (Article.NameAt[i] >= 0)
        {
            return null;
        }

        int last = Article.SentenceAt(i).Last;
        if (scene.Is(i, Cue.Evacuate))
        {
            // خروجه من اجتماع, مغادرة الوفد: only people brought out, named right after the word.
            bool goes = Article.Form(i).Contains("خروج", StringComparison.Ordinal) || Article.Form(i).Contains("خرج", StringComparison.Ordinal) || Article.Form(i).Contains("غادر", StringComparison.Ordinal);
            return !IsGraduation(i) && People(i, last, goes ? 6 : PeopleReach).Count > 0 && !scene.Is(i + 1, Cue.Fire) && !(goes && Article.Tokens[i].Word!.Readings.Any(r => r.Suffix > 0)) ? OperationType.Evacuation : null;
        }

        // غادرت ثلاث حافلات تقل مقاتلي المعارضة حي الوعر: only what carries people brings them out.
        if (Article.Form(i).TrimStart('و') is "غادر" or "غادرت" or "تغادر" or "يغادر" or "ستغادر" && scene.Any(Cue.Carriers, i + 1, Math.Min(last, i + 3)))
        {
            return OperationType.Evacuation;
        }

        if (scene.Is(i, Cue.Exchange) && Releases(i, last))
        {
            return OperationType.PrisonerExchange;
        }

        return scene.Is(i, Cue.Convoy) && !scene.Is(i - 1, Cue.Convoy) && (Article.Form(i).Contains("قاف", StringComparison.Ordinal) || Article.Form(i).Contains("قواف", StringComparison.Ordinal))
            ? OperationType.AidConvoy : null;
    }

    // تبادل أسرى, أفرجت الجماعة عن 290 أسيرا, أطلقت الحركة سراح ثلاثة أسرى: prisoners near; to fire is اطلق too.
    private bool Releases(int i, int last)
    {
        string form = Article.Form(i);
        bool sets = form.Contains("طلق", StringComparison.Ordinal) || form.Contains("طلاق", StringComparison.Ordinal);
        return Prisoners(i, last) >= 0 && (!sets || Enumerable.Range(i + 1, 5).Any(j => j <= last && Article.Form(j) is "سراح" or "سراحهم"))
            && !IsOnlySpokenOf(i) && !scene.Is(i, Cue.Fire) && !(sets && scene.Is(i - 1, Cue.Ceasefire));
    }

    // مستعدة لتبادل الأسرى, دعا إلى الإفراج: what somebody wants or would do is no operation.
    private bool IsOnlySpokenOf(int i)
    {
        for (int j = i; j >= Math.Max(Article.SentenceAt(i).First, i - 6) && !(j < i && scene.Parts(j)); j--)
        {
            if (scene.Is(j, Cue.Demand) || scene.Is(j, Cue.Ready) || scene.Is(j, Cue.Refuse) || scene.Is(j, Cue.Discuss) || scene.Is(j, Cue.Invite))
            {
                return true;
            }
        }

        return scene.Is(i - 1, Cue.Deal);
    }

    // The word for prisoners after a token; -1 when none is near.
    private int Prisoners(int i, int last)
    {
        for (int j = i + 1; j <= Math.Min(last, i + PrisonersReach); j++)
        {
            if (PositionRules.TopicsIn(scene, j, j).Contains("prisoners", StringComparer.Ordinal) && !scene.Is(j, Cue.Exchange))
            {
                return j;
            }

            if (scene.Parts(j) || Article.Tokens[j].Mark is '،' or '؛' or '.')
            {
                break;
            }
        }

        return -1;
    }

    // تخرج الطلاب is no leaving.
    private bool IsGraduation(int i) => Article.Form(i).Contains("تخرج", StringComparison.Ordinal) && Article.Form(i + 1).Contains("طل", StringComparison.Ordinal);

    // Who exchanges or sets free: between whom, else whoever stands right after the verb.
    private List<FactParty> Releasing(int head, int last)
    {
        int between = Enumerable.Range(head + 1, 6).FirstOrDefault(i => i <= last && Article.Form(i) is "بين", -1);
        return between > 0 ? scene.PartiesFrom(between + 1, 1, Math.Min(last, between + 12))
            : (Article.Cats(head) & Cat.Masdar) == 0 && Article.Form(head)[..2] is not ("ال" or "با") ? scene.PartiesFrom(head + 1, 0, Math.Min(last, head + 8)) : [];
    }

    private List<FactParty> Freed(int head, int last) => Prisoners(head, last) is int word and >= 0 ? [scene.Party(word, word)] : [];

    private void Operation(int head, OperationType type)
    {
        (int first, int last) = Article.SentenceAt(head);
        (int from, int to) = scene.Clause(head);
        PlaceFound? origin = type == OperationType.AidConvoy ? null : Place(head, last, origin: true);
        origin = Carried(type, origin);
        PlaceFound? destination = Place(head, last, origin: false) ?? (type == OperationType.AidConvoy ? Into(head, first, last) : null);
        List<FactParty> people = type switch
        {
            OperationType.AidConvoy => [],
            OperationType.PrisonerExchange => Freed(head, last),
            _ => People(head, last),
        };
        if (origin is null && destination is null && people.Count == 0)
        {
            return;
        }

        (OperationStage stage, int at) = Stage(head, from, to);
        QuantityFound? number = Article.Within(Article.Quantities, head, Math.Min(last, head + NumberReach + 6))
            .FirstOrDefault(q => q.First - head <= NumberReach && q.Measure is not (Measure.Killed or Measure.Detained or Measure.AreaKm2 or Measure.Violations or Measure.Strikes));
        int sponsor = scene.Find(Cue.Sponsor, head, Math.Min(last, head + 40));
        List<FactParty> carriers = sponsor < 0 ? [] : scene.PartiesFrom(sponsor + 1, 2, Math.Min(last, sponsor + 12));
        if (type == OperationType.PrisonerExchange && carriers.Count == 0)
        {
            carriers = Releasing(head, last);
        }

        int end = new[] { head, origin is not null && origin.First > head && origin.Last <= last ? origin.Last : 0, destination?.Last ?? 0, number?.Last ?? 0, people.Count > 0 ? scene.TokenAt(people[^1].Span.End) : 0 }.Max();
        Modality modality = stage == OperationStage.Planned ? PlannedModality(head) : Modality.Asserted;
        scene.Add(
            Math.Min(at, head), end, new OperationDetail(type, stage, null), "fact.operation", modality, actors: carriers, recipients: people, place: origin,
            destination: destination, time: Time(head, from, to), number: number?.Span);
    }

    // One evacuation is told on over several sentences: as long as the text names only one place for it, that is where from.
    private PlaceFound? Carried(OperationType type, PlaceFound? origin)
    {
        if (origin is not null)
        {
            _originsDiffer |= _origin is not null && !string.Equals(origin.Id ?? origin.Name, _origin.Id ?? _origin.Name, StringComparison.Ordinal);
            _origin = origin;
            return origin;
        }

        return type == OperationType.Evacuation && !_originsDiffer ? _origin : null;
    }

    private Modality PlannedModality(int head) => scene.ModalityAt(head, head) is Modality.Possible ? Modality.Possible : Modality.Planned;

    private (OperationStage Stage, int At) Stage(int head, int from, int to)
    {
        // اتفاق على إخراج, اتفقت على المساهمة في إخراج.
        bool agreed = Enumerable.Range(Math.Max(Article.SentenceAt(head).First, head - 8), Math.Min(8, head - Article.SentenceAt(head).First)).Any(i => scene.Is(i, Cue.Agree) && Article.NameAt[i] < 0)
            && !Enumerable.Range(Math.Max(from, head - 4), Math.Min(4, head - from)).Any(i => scene.Is(i, Cue.Begin) || scene.Is(i, Cue.Continue));
        if (agreed)
        {
            return (OperationStage.Planned, head);
        }

        // What is only agreed on, offered or watched over has not begun.
        if (scene.ModalityAt(head, head) is Modality.Planned or Modality.Possible or Modality.Negated
            && !Enumerable.Range(Math.Max(from, head - 3), Math.Min(3, head - from)).Any(i => scene.Is(i, Cue.Begin) || scene.Is(i, Cue.Continue)))
        {
            return (OperationStage.Planned, head);
        }

        for (int i = head - 1; i >= Math.Max(from, head - 5); i--)
        {
            foreach ((Cue cue, OperationStage stage) in s_stages)
            {
                if (scene.Is(i, cue) && Article.NameAt[i] < 0 && !scene.Negated(i))
                {
                    return (stage, i);
                }
            }
        }

        for (int i = head + 1; i <= Math.Min(to, head + 12); i++)
        {
            foreach ((Cue cue, OperationStage stage) in s_stages)
            {
                if (scene.Is(i, cue) && Article.NameAt[i] < 0 && (Article.Cats(i) & (Cat.Verb | Cat.Particle)) != 0 && !scene.Negated(i))
                {
                    return (stage, head);
                }
            }
        }

        return (OperationStage.UnderWay, head);
    }

    // من حلب, من أحياء حلب الشرقية, من شرق مدينة حلب; إلى إدلب, نحو ريف حلب.
    private PlaceFound? Place(int head, int last, bool origin)
    {
        int end = Math.Min(last, head + PlaceReach);
        bool leaves = Article.Form(head).Contains("غادر", StringComparison.Ordinal);
        foreach (PlaceFound place in Article.Within(Article.Names, head + 1, end).OfType<PlaceFound>().Where(p => p.Kind != PlaceKind.Country))
        {
            // تغادر الحافلات حي الوعر: the verb's object, with no preposition.
            if (origin && leaves && (Article.OwnRoles(place.First - 1) & (Role.Motion | Role.Locative)) == 0 && Article.Tokens[place.First].Word?.Proclitic is "")
            {
                return place;
            }

            for (int i = place.First - 1; i > head && place.First - i <= 4; i--)
            {
                if (Article.Form(i) is "من")
                {
                    if (origin)
                    {
                        return place;
                    }

                    break;
                }

                if (Article.Form(i) is "الي" or "نحو" or "باتجاه" or "صوب")
                {
                    if (!origin)
                    {
                        return place;
                    }

                    break;
                }

                if (Article.NameAt[i] >= 0 && Article.Names[Article.NameAt[i]] is ActorFound)
                {
                    break;
                }
            }
        }

        // إجلاء حلب: the place itself.
        return origin && head + 1 <= last && Article.NameAt[head + 1] is int name and >= 0 && Article.Names[name] is PlaceFound { Kind: not PlaceKind.Country } own ? own : null;
    }

    private PlaceFound? Into(int head, int first, int last) =>
        Article.Within(Article.Names, Math.Max(first, head - 6), Math.Min(last, head + 10)).OfType<PlaceFound>()
            .FirstOrDefault(p => p.Kind != PlaceKind.Country && Article.Form(p.First - 1) is "الي" or "نحو" or "في" or "دخول" or "بلده" or "مدينه");

    // المدنيين والمسلحين, مقاتلي المعارضة, جرحى: named or by the words for people.
    private List<FactParty> People(int head, int last, int reach = PeopleReach)
    {
        List<FactParty> people = [];
        for (int i = head + 1; i <= Math.Min(last, head + reach); i++)
        {
            if (Article.NameAt[i] is int name and >= 0)
            {
                if (Article.Names[name] is ActorFound { Type: ActorType.ArmedGroup or ActorType.Opposition or ActorType.Other } actor && actor.First == i)
                {
                    people.Add(scene.Party(actor));
                }
                else if (people.Count > 0)
                {
                    break;
                }

                i = Article.Names[name].Last;
                continue;
            }

            if (Article.Form(i) is "عن" or "بعد" or "قبل" or "خلال" && people.Count == 0)
            {
                break;
            }

            if (Article.Form(i) is not ("اخر" or "الاخر") && (Article.Cats(i) & Cat.Measure) != 0 && Article.Single<MeasureEntry>(i).Any(m => m.Entry.Measure is null or Measure.Fighters or Measure.Injured or Measure.Evacuated)
                || scene.Is(i, Cue.Carriers) || Article.Form(i) is ['ا', 'ل', 'م', 'د', 'ن', 'ي', ..] or ['و', 'ا', 'ل', 'م', 'د', 'ن', 'ي', ..])
            {
                people.Add(scene.Party(i, i));
            }
            else if (Article.Form(i) is "مع" or "من" && people.Count == 0 && !scene.IsCounted(i) || people.Count > 0 && (Article.Form(i) is "الي" or "نحو" || (Article.Form(i) is "من" && scene.PartyAt(i + 1) is null)) || scene.Parts(i) || Article.Tokens[i].Mark is '.' or '؛')
            {
                break;
            }
        }

        return people;
    }

    private TimeFound? Time(int head, int from, int to) => scene.NearestTime(head, from, to, 10) is { } time
        && !Enumerable.Range(Math.Min(head, time.Last), Math.Abs(head - time.First)).Any(i => (Article.OwnRoles(i) & Role.Relative) != 0 && Article.Form(i) is not ("من" or "ما")) ? time : null;
}
