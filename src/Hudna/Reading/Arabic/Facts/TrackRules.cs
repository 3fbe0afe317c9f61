namespace Hudna.Reading.Arabic.Facts;

/// <summary>How tracks stand to one another, and who sponsors, hosts, mediates or observes talks.</summary>
internal sealed class TrackRules(Scene scene, TalksMentions talks)
{
    private const int RoleReach = 6;
    private const int HeadReach = 20;

    private static readonly (Cue Cue, TrackRelation Relation)[] s_relations =
    [
        (Cue.Replace, TrackRelation.Replaces), (Cue.Prepare, TrackRelation.Prepares), (Cue.Complement, TrackRelation.Complements), (Cue.Compete, TrackRelation.Competes),
    ];

    private Article Article => scene.Article;

    public void Find()
    {
        foreach ((int first, int last) in Article.Sentences)
        {
            Relations(first, last);
            for (int i = first; i <= last; i++)
            {
                Role(i, first, last);
            }
        }
    }

    private void Relations(int first, int last)
    {
        List<TalksMention> named = [.. talks.Within(first, last)];
        for (int i = first; i <= last; i++)
        {
            foreach ((Cue cue, TrackRelation relation) in s_relations)
            {
                // تهيئ الأرضية: one relation told by two words.
                if (scene.Is(i, cue) && !scene.Is(i - 1, cue) && Pair(i, named) is var (track, other))
                {
                    scene.Add(
                        Math.Max(first, Math.Min(i, Negation(i))), Math.Max(i, other.Last), new TrackRelationDetail(track.Track, other.Track, relation), "fact.track.relation",
                        (scene.Negated(i) || Denied(first, i)) && !AfterBut(i) ? Modality.Negated : RelationModality(i));
                }
            }

            // جولة في أستانا إلى جانب مفاوضات جنيف.
            if (Article.Form(i) is "جانب" && Article.Form(i - 1) is "الي" && Pair(i, named) is var (one, beside) && beside.First > i && beside.First - i <= 3)
            {
                scene.Add(i - 1, beside.Last, new TrackRelationDetail(one.Track, beside.Track, TrackRelation.Complements), "fact.track.beside", scene.ModalityAt(one.First, one.First));
            }
        }
    }

    // لا يمكن لمفاوضات سوتشي أن تحل محل, لن تكون محادثات مسقط بديلا: the negation stands before the talks that it is said of.
    private bool Denied(int first, int cue)
    {
        for (int i = cue - 1; i >= Math.Max(first, cue - 9); i--)
        {
            if (Article.Form(i) is "بل" or "لكن" or "ولكن" or "انما" or "وانما" || Article.Tokens[i].Mark is '،' or ',' or '؛' || (scene.Parts(i) && Article.Form(i) is not ("ان" or "بان")))
            {
                return false;
            }

            if (Article.Form(i) is "لا" or "لن" or "لم" or "ليست" or "ليس" or "ولا" or "ولن" or "ولم")
            {
                return Article.Form(i + 1) is "يمكن" or "تكون" or "يكون" or "تشكل" or "يشكل" or "تعد" or "تعتبر" or "يمكنها" || scene.Is(i + 1, Cue.Talks);
            }
        }

        return false;
    }

    // The tracks that a word between or after them relates: the one named before it (or meant by هذه المحادثات) to the one named after it, or, when
    // a pronoun takes the other up (أرضية له), to the last one named before it that is not the subject.
    private (TalksMention Track, TalksMention Other)? Pair(int cue, List<TalksMention> named)
    {
        TalksMention? after = named.FirstOrDefault(t => t.First > cue && t.First - cue <= 8);
        List<TalksMention> before = [.. named.Where(t => t.Last < cue)];

        // تمهد محادثات أستانا الطريق أمام مفاوضات جنيف: the verb's subject stands right after it.
        if (after is not null && before.Count == 0 && after.First == cue + 1 && Article.Form(cue) is ['ي' or 'ت' or 'س', ..]
            && named.FirstOrDefault(t => t.First > after.Last && t.First - after.Last <= 6 && !Same(t, after)) is { } other)
        {
            return (after, other);
        }

        if (after is not null)
        {
            TalksMention? subject = before.FirstOrDefault(t => !Same(t, after)) ?? talks.Meant(cue, after.Track.Id);
            return subject is null || Same(subject, after) || (before.Count == 0 && !HasNoun(cue)) ? null : (subject, after);
        }

        return before.Count >= 2 && !Same(before[0], before[^1]) && Resumes(cue) ? (before[0], before[^1]) : null;
    }

    // Talks without a venue stand before the word: هذه المحادثات لن تكون منافسة لمحادثات جنيف.
    private bool HasNoun(int cue) => Enumerable.Range(Math.Max(0, cue - 12), 12).Any(i => scene.Is(i, Cue.Talks) || scene.Is(i, Cue.Meeting));

    private bool Resumes(int cue) => Article.Form(cue + 1) is "له" or "لها" or "لهما" || Article.Form(cue) is [.., 'ه', 'ا'] or [.., 'ه'];

    private Modality RelationModality(int token) => scene.Article.Form(token) is ['س', ..] ? Modality.Planned
        : (Article.Roles(token - 1) & Arabic.Role.Planned) != 0 || Article.Form(token - 1) is "سيكون" or "ستكون" ? Modality.Planned : Modality.Asserted;

    private int Negation(int token) =>
        Enumerable.Range(Math.Max(0, token - 3), Math.Min(3, token)).FirstOrDefault(i => (Article.OwnRoles(i) & Arabic.Role.Negator) != 0, token);

    private bool AfterBut(int token) => Enumerable.Range(Math.Max(0, token - 3), Math.Min(3, token)).Any(i => Article.Form(i) is "بل" or "لكن" or "ولكن");

    private static bool Same(TalksMention a, TalksMention b) => string.Equals(a.Track.Id, b.Track.Id, StringComparison.Ordinal);

    private void Role(int token, int first, int last)
    {
        TalksRole? role = scene.Is(token, Cue.Sponsor) ? TalksRole.Sponsor
            : scene.Is(token, Cue.Host) ? TalksRole.Host
            : scene.Is(token, Cue.Mediate) ? TalksRole.Mediator
            : scene.Is(token, Cue.Observe) && Article.Form(token) is ['ب' or 'ك', ..] ? TalksRole.Observer
            : null;
        if (role is null || Article.Form(token) is "الراعيه" or "الضامنه" or "الراعي" or "الضامن" || !OfTalks(token, first, last))
        {
            return;
        }

        List<FactParty> who = role == TalksRole.Observer ? scene.SubjectBefore(token, Math.Max(first, token - HeadReach)) : Carriers(token, last);
        if (who.Count == 0 && role != TalksRole.Observer)
        {
            who = scene.SubjectBefore(token, Math.Max(first, token - 4));
        }

        TalksMention? meant = Led(token, first) ? null : talks.Meant(token);
        foreach (FactParty party in who.Where(p => p.Type is not ActorType.Media))
        {
            scene.Add(
                token, Math.Max(token, scene.TokenAt(party.Span.End)), new RoleDetail(meant?.Track, role.Value), "fact.role",
                scene.Negated(token) ? Modality.Negated : Modality.Asserted, actors: [party]);
        }

        if (role == TalksRole.Host && who.Count == 0)
        {
            Host(token, first, last, meant);
        }
    }

    // مفاوضات تقودها الأمم المتحدة: which, only a venue of their own tells; they are often set against those of which the text speaks.
    private bool Led(int token, int first) => Article.Form(token).Contains("قود", StringComparison.Ordinal)
        && !talks.Within(first, token - 1).Any(t => token - t.Last <= 3) && !talks.AnyBegins(token + 1, Math.Min(Article.SentenceAt(token).Last, token + RoleReach));

    // تحتضنه عاصمة كازاخستان: the place that hosts stands for its state.
    private void Host(int token, int first, int last, TalksMention? meant)
    {
        PlaceFound? place = Article.Within(Article.Names, token + 1, Math.Min(last, token + 4)).OfType<PlaceFound>().FirstOrDefault()
            ?? Article.Within(Article.Names, Math.Max(first, token - 3), token - 1).OfType<PlaceFound>().LastOrDefault();
        if (place?.Country is { } country && Article.Language.Gazetteer.Actors.GetValueOrDefault("state-" + country.ToLowerInvariant()) is { } state)
        {
            scene.Add(
                token, Math.Max(token, place.Last), new RoleDetail(meant?.Track, TalksRole.Host), "fact.role.place",
                actors: [new FactParty(place.Span, state.Id, state.NameEn, ActorType.State)]);
        }
    }

    private List<FactParty> Carriers(int token, int last)
    {
        int at = token + 1;
        while (at <= last && Article.Form(at) is "كل" or "من" or "مشتركه" or "مباشره")
        {
            at++;
        }

        return scene.PartiesFrom(at, 1, Math.Min(last, token + RoleReach + 6));
    }

    // The word governs talks, not a truce or deal: the nearest head noun before it (or after it, for a verb) tells.
    private bool OfTalks(int token, int first, int last)
    {
        for (int i = token - 1; i >= Math.Max(first, token - HeadReach); i--)
        {
            if (scene.Is(i, Cue.Talks) || (scene.Is(i, Cue.Meeting) && !scene.Is(i + 1, Cue.Press)))
            {
                return true;
            }

            if (scene.Is(i, Cue.Truce) || scene.Is(i, Cue.Deal) || scene.Is(i, Cue.Ceasefire) || scene.Is(i, Cue.Evacuate))
            {
                return false;
            }
        }

        return Enumerable.Range(token + 1, Math.Max(0, Math.Min(last, token + 8) - token))
            .Any(i => scene.Is(i, Cue.Talks) || (scene.Is(i, Cue.Meeting) && talks.BeginAt(i)));
    }
}
