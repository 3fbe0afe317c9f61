namespace Hudna.Reading.Arabic.Facts;

/// <summary>Who holds, took, lost, besieges or left a place, or a part of it.</summary>
internal sealed class ControlRules(Scene scene)
{
    private const int PlaceReach = 9;
    private const int HolderReach = 3;

    // Without one of these a word tells of no control.
    private static readonly UInt128 s_told = Scene.Bits(Cue.Take, Cue.Lose, Cue.Hold, Cue.Besiege, Cue.Leave, Cue.Advance);

    private static readonly (Cue Cue, Infrastructure Infrastructure)[] s_infrastructure =
    [
        (Cue.Water, Infrastructure.Water), (Cue.Crossing, Infrastructure.Crossing), (Cue.Airport, Infrastructure.Airport), (Cue.Oil, Infrastructure.Oil),
        (Cue.Hospital, Infrastructure.Hospital), (Cue.Power, Infrastructure.Power), (Cue.Road, Infrastructure.Road),
    ];

    private readonly Dictionary<string, List<PlaceFound>> _called = new(StringComparer.Ordinal);

    private Article Article => scene.Article;

    public void Find()
    {
        for (int i = 0; i < Article.Count; i++)
        {
            if (scene.IsAny(i, s_told) && Article.NameAt[i] < 0 && StatusAt(i) is var (status, last) && Where(i, last, status) is { } where && !IsOfPeople(last, where))
            {
                Control(i, last, status, where);
                i = last;
            }
        }
    }

    // استعاد … السيطرة is one; سيطرة alone tells who holds, unless somebody got it.
    private (ControlStatus Status, int Last)? StatusAt(int i)
    {
        bool verb = Article.Single<VerbEntry>(i).Any(v => v.Entry.Form is VerbForm.Perfect or VerbForm.Future) && !(Article.Form(i) is ['ي' or 'ت', ..] && scene.Is(i, Cue.Hold));
        if (scene.Is(i, Cue.Take) && !scene.Is(i, Cue.Hold))
        {
            int seized = Enumerable.Range(i + 1, 6).FirstOrDefault(j => Article.SentenceOf(Math.Min(j, Article.Count - 1)) == Article.SentenceOf(i) && scene.Is(j, Cue.Hold), -1);
            bool enters = Article.Form(i).Contains("دخ", StringComparison.Ordinal) || Article.Form(i).Contains("قتحم", StringComparison.Ordinal);
            return enters ? EntersPlace(i) ? (ControlStatus.Advances, i) : null : (ControlStatus.Took, seized > 0 && !Article.Within(Article.Names, i + 1, seized - 1).OfType<PlaceFound>().Any() ? seized : i);
        }

        // فقد الجيش السيطرة على المطار: one loss, no hold.
        if (scene.Is(i, Cue.Lose) && !IsFalling(i))
        {
            int lost = scene.Find(Cue.Hold, i + 1, Math.Min(Article.SentenceAt(i).Last, i + 6));
            return (ControlStatus.Lost, lost > 0 && !Article.Within(Article.Names, i + 1, lost - 1).OfType<PlaceFound>().Any() ? lost : i);
        }

        if (scene.Is(i, Cue.Hold))
        {
            bool got = verb || Gets(i) || Enumerable.Range(Math.Max(0, i - 3), Math.Min(3, i)).Any(j => Article.Form(j) is "تمكن" or "تمكنت" or "تمكنوا" or "من" && Article.Form(j - 1).StartsWith("تمكن", StringComparison.Ordinal));
            return (got ? ControlStatus.Took : ControlStatus.Holds, i);
        }

        return scene.Is(i, Cue.Lose) ? Falls(i) ? (ControlStatus.Lost, i) : null
            : scene.Is(i, Cue.Besiege) ? (ControlStatus.Besieges, i)
            : scene.Is(i, Cue.Leave) && !scene.Is(i + 1, Cue.Talks) ? (ControlStatus.Left, i)
            : scene.Is(i, Cue.Advance) && Enumerable.Range(i + 1, 5).Any(j => Article.Form(j) is "في" or "داخل" or "نحو") ? (ControlStatus.Advances, i)
            : null;
    }

    // سقوط المدينة, سقطت حلب: a place falls; سقطت قذائف على حلب: shells do.
    private bool Falls(int i) => !IsFalling(i) || TakenUp(i + 1) is not null || TakenUp(i + 2) is not null
        || Enumerable.Range(i + 1, 2).Any(j => j < Article.Count && Article.NameAt[j] is int n and >= 0 && Article.Names[n] is PlaceFound { Kind: not PlaceKind.Country }
            && Article.Form(j - 1) is not ("علي" or "في" or "قرب"));

    private bool IsFalling(int i) => Article.Form(i).Contains("سقط", StringComparison.Ordinal) || Article.Form(i).Contains("سقوط", StringComparison.Ordinal);

    // تمكنت القوات من السيطرة, أحكم قبضتهم, فرض سيطرته: they got it.
    private bool Gets(int hold)
    {
        for (int i = hold - 1; i >= Math.Max(Article.SentenceAt(hold).First, hold - 10) && !scene.Parts(i) && Article.Tokens[i].Mark is not ('،' or ',' or '؛'); i--)
        {
            string form = Article.Form(i).TrimStart('و');
            bool reached = Article.Form(hold - 1) is "من" or "في" && (form.StartsWith("تمكن", StringComparison.Ordinal) || form.StartsWith("نجح", StringComparison.Ordinal));
            if (reached || form is "احكم" or "احكمت" or "احكموا" or "فرض" or "فرضت" or "فرضوا" or "بسط" or "بسطت" or "بسطوا")
            {
                return true;
            }
        }

        return false;
    }

    // المدينة, البلدة: the one that the text has called so (مدينة تدمر), when it has called only one so. A wrong place is worse than none.
    private PlaceFound? TakenUp(int token)
    {
        if (token >= Article.Count || Article.NameAt[token] >= 0 || Article.Form(token) is not ("المدينه" or "البلده" or "القريه"))
        {
            return null;
        }

        string noun = Article.Form(token)[2..];
        if (!_called.TryGetValue(noun, out List<PlaceFound>? called))
        {
            _called.Add(noun, called = Called(noun));
        }

        PlaceFound? first = called.Count > 0 && called[0].Last < token ? called[0] : null;
        PlaceFound? other = called.Count > 1 && called[1].Last < token ? called[1] : null;
        return other is null ? first : null;
    }

    // The places that the text calls by a noun: the first, and the first that is another one.
    private List<PlaceFound> Called(string noun)
    {
        List<PlaceFound> called = [];
        foreach (PlaceFound place in Article.Names.OfType<PlaceFound>().Where(p => p.Id is not null))
        {
            bool so = Article.Form(place.First)[scene.Skip(place.First)..].StartsWith(noun, StringComparison.Ordinal) || string.Equals(Article.Form(place.First - 1), noun, StringComparison.Ordinal);
            if (so && called.Count < 2 && (called.Count == 0 || !string.Equals(called[0].Id, place.Id, StringComparison.Ordinal)))
            {
                called.Add(place);
            }
        }

        return called;
    }

    private bool EntersPlace(int i) => Article.Single<VerbEntry>(i).Any() || HasPronoun(i) || Enumerable.Range(i + 1, 8).TakeWhile(j => j < Article.Count && Article.Form(j) is not ("في" or "مع" or "بعد")).Any(j => Article.NameAt[j] is int n and >= 0 && Article.Names[n] is PlaceFound { Kind: not PlaceKind.Country });

    // خروج المسلحين, دخول المساعدات, تحرير الرهائن: people and goods are brought, no place is taken.
    private bool IsOfPeople(int last, Whereabouts where) =>
        IsKeptOut(last) || where.Place.First > last && Enumerable.Range(last + 1, Math.Max(0, Math.Min(3, where.Place.First - last - 1)))
            .Any(j => scene.Is(j, Cue.Convoy) || Article.Form(j).Contains("رهاين", StringComparison.Ordinal) || Article.Form(j).Contains("رهائن", StringComparison.Ordinal)
                || Article.Form(j).Contains("مختطف", StringComparison.Ordinal) || Article.Form(j) is "حيز");

    // منعت القافلة من الدخول: who is kept from going in takes nothing.
    private bool IsKeptOut(int last) => Article.Form(last - 1) is "من" && Article.Form(last).Contains("دخول", StringComparison.Ordinal) && scene.Any(Cue.Obstruct, Math.Max(0, last - 9), last - 1);

    private sealed record Whereabouts(PlaceFound Place, Phrase? Part);

    private void Control(int first, int last, ControlStatus status, Whereabouts where)
    {
        (int from, int to) = Article.SentenceAt(first);
        bool past = status == ControlStatus.Holds && Enumerable.Range(Math.Max(from, first - 3), Math.Min(3, first - from)).Any(j => Article.Form(j) is "كان" or "كانت" or "كانوا");
        TimeFound? time = Time(first, last, where, from, to, past);

        // كان يسيطر: who held it once does not hold it now; without a time it tells no day.
        if (past && time is null)
        {
            return;
        }

        // سقطت المدينة بيد X: X took it; the one that lost it is not told.
        List<FactParty> holders;
        if (status == ControlStatus.Lost && IsFalling(first))
        {
            holders = FallsTo(last, to);
            status = holders.Count > 0 ? ControlStatus.Took : status;
        }
        else
        {
            holders = Holders(first, last, status, where, from, to);
        }

        if (status == ControlStatus.Advances && first == last && holders.Count == 0 && Article.Form(first).Contains("دخل", StringComparison.Ordinal))
        {
            return;
        }

        // Buses leave a place too: only who held it can leave it to others.
        if (status == ControlStatus.Left && holders.Count == 0)
        {
            return;
        }

        List<FactParty> others = status == ControlStatus.Took ? From(last, to, holders) : [];
        int end = Math.Max(last, Math.Max(where.Place.First > first ? where.Place.Last : last, time is { } t && t.First > last && t.First - last < 10 ? t.Last : last));
        scene.Add(
            where.Place.First < first && first - where.Place.Last <= 8 ? where.Place.First : first, Math.Max(end, holders.Count > 0 ? scene.TokenAt(holders[^1].Span.End) : end),
            new ControlDetail(status, where.Part, InfrastructureAt(where, from, to)), "fact.control." + Wire.Name(status), Modality(first, last, status), actors: holders,
            recipients: others, place: where.Place, time: time);
    }

    private List<FactParty> FallsTo(int last, int to)
    {
        for (int i = last + 1; i <= Math.Min(to, last + 10) && !scene.Parts(i); i++)
        {
            if (Article.Form(i) is "بيد" or "بايدي" || (Article.Form(i) is "يد" or "ايدي" or "قبضه" or "سيطره" && Article.Form(i - 1) is "في" or "علي" or "تحت"))
            {
                return [.. scene.PartiesFrom(i + 1, 1, Math.Min(to, i + 12)).Where(IsArmed)];
            }
        }

        return [];
    }

    private Modality Modality(int first, int last, ControlStatus status)
    {
        if (scene.Negated(first))
        {
            return Reading.Modality.Negated;
        }

        // What is held is held, whatever the sentence hopes for.
        Modality told = status == ControlStatus.Holds ? Reading.Modality.Asserted : scene.ModalityAt(first, last);
        return Article.Form(first - 1) is "علي" && scene.Is(first - 2, Cue.Promise) ? Reading.Modality.Planned : told;
    }

    private bool HasPronoun(int token) => Article.Tokens[token].Word is { } word && Article.Form(token) is [.., 'ه'] or [.., 'ه', 'ا'] or [.., 'ه', 'م'] or [.., 'ه', 'م', 'ا'] && word.Readings.Any(r => r.Suffix > 0 && r.Entries.Length > 0)
        || (scene.Is(token, Cue.Take) || scene.Is(token, Cue.Besiege)) && Article.Form(token).EndsWith("ها", StringComparison.Ordinal);

    private Whereabouts? Where(int first, int last, ControlStatus status)
    {
        (int from, int to) = Article.SentenceAt(first);
        // تحت سيطرة الجيش, تخضع المدينة لسيطرة التنظيم: the place stands before.
        if (status == ControlStatus.Holds && (Article.Form(last - 1) is "تحت" || Article.Form(last) is "لسيطره"))
        {
            return Antecedent(first, from);
        }

        // سيطرته على الحي, قبضتهم على المدينة: the pronoun is whoever holds.
        bool possessor = scene.Is(last, Cue.Hold) && Enumerable.Range(last + 1, 2).Any(j => Article.Form(j) is "علي");
        if (status is ControlStatus.Holds or ControlStatus.Took && scene.Is(last, Cue.Hold) && !IsOfPlace(last, to))
        {
            return null;
        }

        bool resumes = (!possessor && (HasPronoun(last) || HasPronoun(first))) || Enumerable.Range(last + 1, 3).Any(j => Article.Form(j) is "عليها" or "عليه" or "منها" or "منه" or "فيها" or "اليها");
        // حي الوعر المحاصر.
        bool adjective = status == ControlStatus.Besieges && Article.Form(first).Contains("محاصر", StringComparison.Ordinal) && Article.NameAt[first - 1 < 0 ? 0 : first - 1] >= 0;
        if (resumes || adjective)
        {
            return Antecedent(first, from);
        }

        for (int i = last + 1; i <= Math.Min(to, last + PlaceReach + 4); i++)
        {
            if (i - last <= 4 && TakenUp(i) is { } named)
            {
                return new Whereabouts(named, null);
            }

            if (Article.NameAt[i] is int name and >= 0)
            {
                if (Article.Names[name] is PlaceFound { Kind: not PlaceKind.Country } place)
                {
                    bool governed = status switch
                    {
                        ControlStatus.Left => LedBy(place, "من") || i - last <= 2,
                        ControlStatus.Holds => LedBy(place, "علي") || LedBy(place, "في"),
                        _ => true,
                    };
                    // حي المثنى is a quarter, not the governorate of that name.
                    bool namesake = place.Kind == PlaceKind.Region && Article.Form(place.First - 1) is "حي" or "قريه" or "بلده";
                    return i - last > PlaceReach || !governed || namesake ? null : new Whereabouts(place, Part(place, last));
                }

                i = Article.Names[name].Last;
                continue;
            }

            // على تلال حاكمة: a part of what was named before.
            if (Article.Form(i - 1) is "علي" && scene.Is(i, Cue.Part) && Article.Form(i) is not ("شرق" or "غرب" or "شمال" or "جنوب"))
            {
                int end = i;
                while (end < to && end - i < 3 && (Article.Tokens[end + 1].IsQuote || Article.Form(end + 1).StartsWith("ال", StringComparison.Ordinal)) && Article.NameAt[end + 1] < 0)
                {
                    end++;
                }

                PlaceFound? inside = Article.Within(Article.Names, i, Math.Min(to, end + 3)).OfType<PlaceFound>().FirstOrDefault(p => p.Kind != PlaceKind.Country);
                return inside is not null ? new Whereabouts(inside, Part(inside, last)) : Antecedent(first, from) is { } near ? near with { Part = scene.Phrase(i, Article.Tokens[end].IsQuote ? end - 1 : end) } : null;
            }

            if (scene.Parts(i) || Article.Tokens[i].Mark is '.' or '؛' || ((Article.OwnRoles(i) & Role.Relative) != 0 && Article.Form(i) is not ("من" or "ما"))
                || Article.Within(Article.Events, i, i).Any(e => e.Type is EventType.Assault or EventType.Consult && !e.Nominal))
            {
                break;
            }
        }

        return null;
    }

    // السيطرة على حريق, على الوضع: what is held must be a place, a part of one or something that stands there.
    private bool IsOfPlace(int hold, int to)
    {
        int on = Enumerable.Range(hold + 1, 6).FirstOrDefault(i => i <= to && Article.Form(i) is "علي", -1);
        int what = on + 1;
        return on < 0 || what > to || Article.Tokens[what].Kind != TokenKind.Word || Article.NameAt[what] >= 0 || (what < to && Article.NameAt[what + 1] >= 0) || TakenUp(what) is not null || (Article.Cats(what) & (Cat.PlaceType | Cat.Particle)) != 0
            || scene.Is(what, Cue.Half) || scene.Is(what, Cue.Part) || s_infrastructure.Any(s => scene.Is(what, s.Cue))
            || Article.Form(what) is "كامل" or "كل" or "جميع" or "عدد" or "عده" or "كامله" or "مواقع" or "نقاط" or "مقر" or "قاعده" or "مبني" or "ميناء" or "قلعه" or "جبل" or "اجزاء" or "مساحات" or "مزارع" or "حاجز" or "حواجز" or "جسر" or "مدينتي" or "بلدتي" or "قريتي" or "حيي" or "المدينه" or "البلده" or "القريه";
    }

    private bool LedBy(PlaceFound place, string preposition) =>
        Enumerable.Range(Math.Max(0, place.First - 3), Math.Min(3, place.First)).Any(j => string.Equals(Article.Form(j), preposition, StringComparison.Ordinal));

    // The place that a pronoun or relative takes up: the last named before it; a part of it when a word for one stands between.
    private Whereabouts? Antecedent(int first, int from)
    {
        PlaceFound? place = Article.Within(Article.Names, from, first).OfType<PlaceFound>().LastOrDefault(p => p.Kind is PlaceKind.Settlement or PlaceKind.Feature)
            ?? Article.Within(Article.Names, from, first).OfType<PlaceFound>().LastOrDefault(p => p.Kind == PlaceKind.Region);
        if (place is null)
        {
            return null;
        }

        for (int i = first - 1; i > place.Last; i--)
        {
            if (scene.Is(i, Cue.Part) && Article.Form(i).StartsWith("ال", StringComparison.Ordinal) && first - i <= 6)
            {
                int begin = i - 1 > place.Last && (scene.Is(i - 1, Cue.Part) || Article.Form(i - 1).StartsWith("ال", StringComparison.Ordinal)) ? i - 1 : i;
                int end = i;
                while (end + 1 < first && end - i < 2 && Article.Form(end + 1).StartsWith("ال", StringComparison.Ordinal) && (Article.OwnRoles(end + 1) & Role.Relative) == 0)
                {
                    end++;
                }

                return new Whereabouts(place, scene.Phrase(begin, end));
            }
        }

        return new Whereabouts(place, Part(place, from - 1));
    }

    // نصف مدينة حلب, شرق حلب, أحياء حلب الشرقية.
    private Phrase? Part(PlaceFound place, int after)
    {
        int begin = place.First;
        for (int i = place.First - 1; i > after && place.First - i <= 3; i--)
        {
            if (scene.Is(i, Cue.Half) || scene.Is(i, Cue.Part))
            {
                begin = i;
            }
            else if (Article.Form(i) is not ("مدينه" or "بلده" or "من" or "في") && (Article.Cats(i) & Cat.PlaceType) == 0)
            {
                break;
            }
        }

        return begin < place.First && Article.NameAt[begin] < 0 ? scene.Phrase(begin, place.First - 1 > begin ? place.First - 1 : begin) : null;
    }

    private List<FactParty> Holders(int first, int last, ControlStatus status, Whereabouts where, int from, int to)
    {
        // عليها المسلحون, استعادت القوات الحكومية السيطرة: who stands right after, or between.
        for (int i = first + 1; i <= Math.Min(to, last + HolderReach + 1); i++)
        {
            if (scene.PartyAt(i) is var (party, _) && IsArmed(party) && Article.NameAt[i] >= 0 && !Governed(i, last))
            {
                return scene.PartiesFrom(i, 0, to);
            }

            if (Article.Single<MeasureEntry>(i).Any(m => m.Entry.Armed) && Article.NameAt[i] < 0 && Article.Form(i - 1) is "عليها" or "عليه" or "سيطره" or "لسيطره")
            {
                return [scene.Party(i, i)];
            }
        }

        // من قبل, من جانب القوات السورية.
        int agent = Enumerable.Range(last + 1, Math.Max(0, Math.Min(to, last + 14) - last)).FirstOrDefault(i => Article.Longest(i, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive }) is not null, -1);
        if (agent >= 0 && scene.PartiesFrom(agent + 1, 2, Math.Min(to, agent + 8)) is { Count: > 0 } agents)
        {
            return agents;
        }

        EventFound? coded = Article.Within(Article.Events, first, last).FirstOrDefault(e => e.Actors.Count > 0);
        List<FactParty> told = [.. (coded?.Actors ?? []).OfType<ActorFound>().Select(scene.Party).Where(IsArmed)];
        if (told.Count > 0)
        {
            return told;
        }

        List<FactParty> subject = scene.SubjectBefore(first, status == ControlStatus.Holds && where.Place.First < first ? where.Place.Last : scene.Clause(first).First);
        return [.. subject.Where(IsArmed)];
    }

    // على X, من X: not the one who acts.
    private bool Governed(int token, int last) => Article.Form(token - 1) is "علي" or "من" or "مع" or "ضد" or "الي" && token > last;

    private static bool IsArmed(FactParty party) =>
        party.Type is ActorType.Military or ActorType.ArmedGroup or ActorType.Government or ActorType.State or ActorType.Opposition or ActorType.Other;

    private List<FactParty> From(int last, int to, List<FactParty> holders)
    {
        for (int i = last + 1; i <= Math.Min(to, last + 8); i++)
        {
            if (Article.Form(i) is "من" && scene.PartyAt(i + 1) is var (party, _) && IsArmed(party))
            {
                return [.. scene.PartiesFrom(i + 1, 0, to).Where(p => !holders.Contains(p))];
            }
        }

        return [];
    }

    private TimeFound? Time(int first, int last, Whereabouts where, int from, int to, bool past)
    {
        if (past)
        {
            return Article.Within(Article.Times, last + 1, Math.Min(to, last + 6)).FirstOrDefault(t => t.Value is not null && Article.Form(t.First - 1) is "منذ");
        }

        int end = Math.Max(last, where.Place.Last);
        TimeFound? after = Article.Within(Article.Times, end + 1, Math.Min(to, end + 7)).FirstOrDefault(t => scene.Time(t) is { Value: not null and not { Length: 4 } } or { MonthDay: not null });
        if (after is not null && !Parted(end + 1, after.First))
        {
            return after;
        }

        TimeFound? before = Article.Within(Article.Times, Math.Max(from, first - 8), first - 1).LastOrDefault(t => scene.Time(t) is { Value: not null and not { Length: 4 } } or { MonthDay: not null });
        return before is not null && !Parted(before.Last + 1, first) ? before : null;
    }

    private bool Parted(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(i => scene.Parts(i) || Article.Tokens[i].Is('؛')
        || (Article.OwnRoles(i) & Role.Relative) != 0 && Article.Form(i) is not ("من" or "ما") || Article.Within(Article.Events, i, i).Any());

    private Infrastructure? InfrastructureAt(Whereabouts where, int from, int to)
    {
        foreach ((Cue cue, Infrastructure infrastructure) in s_infrastructure)
        {
            int at = scene.Find(cue, Math.Max(from, where.Place.First - 3), Math.Min(to, where.Place.Last + 14));
            if (at >= 0 && (Article.NameAt[at] < 0 || Article.NameAt[at] == Article.NameAt[where.Place.First]))
            {
                return infrastructure;
            }
        }

        return null;
    }
}
