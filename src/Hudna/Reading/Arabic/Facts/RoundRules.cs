namespace Hudna.Reading.Arabic.Facts;

/// <summary>Rounds of talks: where, when, how sure, in which format.</summary>
internal sealed class RoundRules(Scene scene, TalksMentions talks)
{
    private const int TimeReach = 14;
    private const int StatusReach = 8;
    private const int FormatReach = 6;

    private Article Article => scene.Article;

    public void Find()
    {
        foreach (TalksMention mention in talks.All)
        {
            (int first, int last) = Article.SentenceAt(mention.First);
            TimeFound? time = Time(mention, first, last);
            (RoundStatus Status, int At)? told = Status(mention, first, last, time);
            TalksFormat? format = Format(mention.First, mention.Last, first, last);
            if (time is null && told is null && format is null)
            {
                continue;
            }

            RoundStatus status = told?.Status ?? ByTime(time, mention);
            scene.Add(
                Math.Min(mention.First, Math.Min(told?.At ?? mention.First, time?.First ?? mention.First)), Math.Max(mention.Last, time?.Last ?? mention.Last),
                new RoundDetail(mention.Track, status, format, []), told is null ? "fact.round.date" : "fact.round.status",
                status == RoundStatus.Proposed ? Modality.Possible : status is RoundStatus.Announced or RoundStatus.Confirmed ? Modality.Planned : Modality.Asserted,
                place: mention.Venue, time: time);
        }

        Unnamed();
    }

    // A format told of talks that the sentence does not name: يفكرون في التفاوض عبر وسطاء.
    private void Unnamed()
    {
        foreach ((int first, int last) in Article.Sentences)
        {
            if (talks.Within(first, last).Any())
            {
                continue;
            }

            int noun = scene.Find(Cue.Talks, first, last);
            if (noun >= 0 && !IsOver(first, last) && Format(noun, noun, first, last, reach: 10) is { } format && talks.Meant(noun) is { } meant)
            {
                int end = Math.Min(last, FormatEnd(noun, last));
                scene.Add(
                    noun, end, new RoundDetail(meant.Track, scene.ModalityAt(noun, noun) == Modality.Possible ? RoundStatus.Proposed : RoundStatus.Announced, format, []), "fact.round.format",
                    scene.ModalityAt(noun, noun));
            }
        }
    }

    // آخر جولة, في نيسان الماضي: earlier talks, not those of which the text speaks.
    private bool IsOver(int first, int last) => Enumerable.Range(first, last - first + 1).Any(i => Article.Form(i) is "اخر" or "السابقه" or "سابقه")
        || Article.Within(Article.Times, first, last).Any(t => t.Value is { } value && Article.Published is { } published && string.CompareOrdinal(value, published.ToString("yyyy-MM", null)) < 0);

    private int FormatEnd(int noun, int last)
    {
        int end = noun;
        for (int i = noun; i <= Math.Min(last, noun + 10); i++)
        {
            if (scene.Is(i, Cue.Indirect) || scene.Is(i, Cue.Direct))
            {
                end = i;
                break;
            }
        }

        return end;
    }

    // The nearest day or month with no other talks and no act of war or of making a truce between.
    private TimeFound? Time(TalksMention mention, int first, int last)
    {
        TimeFound? best = null;
        int bestDistance = TimeReach + 1;
        foreach (TimeFound time in Article.Within(Article.Times, first, last))
        {
            bool after = time.First > mention.Last;
            (int from, int to) = after ? (mention.Last + 1, time.First - 1) : (time.Last + 1, mention.First - 1);
            int distance = after ? time.First - mention.Last : mention.First - time.Last + 2;
            bool parted = talks.Within(from, to).Any(t => t != mention)
                || Article.Within(Article.Events, from, to).Any(e => e.Type is not (EventType.Consult or EventType.Agree))
                || scene.Any(Cue.Replace, from, to) || scene.Any(Cue.Prepare, from, to) || scene.Any(Cue.Complement, from, to) || scene.Any(Cue.Compete, from, to)
                || scene.Any(Cue.Truce, from, to) || scene.Any(Cue.Ceasefire, from, to)
                || Enumerable.Range(from, Math.Max(0, to - from + 1)).Any(i => scene.Parts(i) && Article.Form(i) is not ("ان" or "أن"));
            bool weekdayOnly = time.Value is null && scene.Time(time)?.MonthDay is null;
            if (!parted && !weekdayOnly && distance < bestDistance && time.Value is not { Length: 4 })
            {
                (best, bestDistance) = (time, distance);
            }
        }

        return best;
    }

    private (RoundStatus Status, int At)? Status(TalksMention mention, int first, int last, TimeFound? time)
    {
        (RoundStatus Status, int At)? best = null;
        int bestDistance = StatusReach + 1;
        for (int i = Math.Max(first, mention.First - StatusReach); i <= Math.Min(last, mention.Last + StatusReach); i++)
        {
            if (i >= mention.First && i <= mention.Last && !scene.Is(i, Cue.Schedule) && !scene.Is(i, Cue.Propose))
            {
                continue;
            }

            // Whatever is said beyond another clause or of other talks is not of these.
            RoundStatus? status = scene.Is(i, Cue.Cancel) ? RoundStatus.Cancelled
                : scene.Is(i, Cue.Held) && i < mention.First && Article.Form(i - 1) is "لم" or "ولم" ? RoundStatus.Cancelled
                : scene.Is(i, Cue.Postpone) && !scene.Negated(i) ? RoundStatus.Postponed
                : scene.Is(i, Cue.Propose) ? RoundStatus.Proposed
                : scene.Is(i, Cue.Schedule) || (Article.Roles(i) & Role.Planned) != 0 || (scene.Is(i, Cue.Held) && IsToCome(i)) ? RoundStatus.Announced
                : scene.Is(i, Cue.Held) && !scene.Negated(i) && !IsToCome(i) ? RoundStatus.Held
                : null;
            int distance = i > mention.Last ? i - mention.Last : i < mention.First ? mention.First - i : 0;
            if (status is not null && distance < bestDistance && !Between(i, mention))
            {
                (best, bestDistance) = ((status.Value, i), distance);
            }
        }

        // What is over before the text was published has been held, whatever was planned; what is to come has not.
        return best is { Status: RoundStatus.Held } && time?.Value is { Length: 10 } day && Article.Published is { } published
            && string.CompareOrdinal(day, published.ToString("O", null)) > 0 ? (RoundStatus.Announced, best.Value.At) : best;
    }

    // تُعقد بعد شهر, تنطلق غدا: the imperfect of a single act is to come; تجري and تتواصل go on.
    private bool IsToCome(int i) => Article.Form(i - 1) is "علي" || Article.Form(i) is ['ي' or 'ت' or 'س', ..] && Article.Form(i) is not ("تدور" or "تتواصل" or "تجري" or "يجري" or "تستمر" or "تواصلت");

    private bool Between(int at, TalksMention mention)
    {
        (int from, int to) = at > mention.Last ? (mention.Last + 1, at) : (at, mention.First - 1);
        return Enumerable.Range(from, Math.Max(0, to - from + 1)).Any(i => scene.Parts(i) || Article.Tokens[i].Is('؛'))
            || talks.Within(from, to).Any(t => t != mention)
            || Article.Within(Article.Events, from, to).Any(e => e.Type is EventType.Assault or EventType.Coerce or EventType.Retreat);
    }

    private RoundStatus ByTime(TimeFound? time, TalksMention mention) =>
        time?.Value is { Length: 10 } day && Article.Published is { } published
            ? string.CompareOrdinal(day, published.ToString("O", null)) < 0 ? RoundStatus.Held : RoundStatus.Announced
            : scene.ModalityAt(mention.First, mention.First) switch
            {
                Modality.Possible => RoundStatus.Proposed,
                Modality.Negated => RoundStatus.Cancelled,
                _ => RoundStatus.Announced,
            };

    private TalksFormat? Format(int from, int to, int first, int last, int reach = FormatReach)
    {
        for (int i = Math.Max(first, from - 2); i <= Math.Min(last, to + reach); i++)
        {
            if (i > to + 1 && (scene.Is(i, Cue.Talks) || Article.Form(i) is "الي"))
            {
                return null;
            }

            if (scene.Is(i, Cue.Direct))
            {
                return scene.Negated(i) || Article.Form(i - 1) is "غير" or "الغير" ? TalksFormat.Proximity : TalksFormat.Direct;
            }

            if (scene.Is(i, Cue.Indirect) && Article.Form(i - 1) is "عبر" or "بواسطه" or "خلال")
            {
                return TalksFormat.Proximity;
            }

            if (scene.Is(i, Cue.Technical))
            {
                return TalksFormat.Technical;
            }
        }

        return null;
    }
}
