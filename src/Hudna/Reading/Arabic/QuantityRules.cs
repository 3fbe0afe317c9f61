namespace Hudna.Reading.Arabic;

/// <summary>Finds numbers said of people or things that monitoring counts, with their bounds.</summary>
internal sealed partial class QuantityRules(Article article)
{
    private const int CueReach = 9;
    private const int PartReach = 14;
    private const int RiseReach = 6;

    // A number of twelve digits in words has no more; lists of number words go on without end.
    private const int NumberWordsMax = 16;

    // Longer figures are no counts, and would not fit a decimal when a scale word multiplies them.
    private const decimal FigureMax = 1_000_000_000_000_000;

    public void Find()
    {
        for (int i = 0; i < article.Count;)
        {
            QuantityFound? found = article.Taken[i] ? null : At(i);
            if (found is null)
            {
                i++;
                continue;
            }

            article.Quantities.Add(found);
            i = found.Last + 1;
        }
    }

    private QuantityFound? At(int i)
    {
        if (article.Tokens[i].Kind == TokenKind.Word && article.Longest(i, Cat.Measure) is { Entry: MeasureEntry { Dual: true } dual } pair)
        {
            return Make(i, pair.Last, pair.Skip, Resolve(dual, i, pair.Last), 2, 2, "quantity.dual");
        }

        int at = i, skip = 0;
        string bound = "exact";
        if (article.Longest(i, Cat.Approximator, e => e is ApproximatorEntry { After: false }) is { Entry: ApproximatorEntry approximator } match)
        {
            bound = approximator.Bound;
            at = match.Last + 1;
            skip = match.Skip;
        }

        if (Number(at) is not { } number)
        {
            return null;
        }

        if (bound == "exact")
        {
            skip = number.Skip;
        }

        (decimal? low, decimal? high, int last) = Bounds(bound, number);
        return Counted(i, last, skip, low, high, number.IsFigure, bound) is { } found ? BoundAfter(found) : null;
    }

    /// <summary>سبعة أشخاص على الأقل: a bound that follows what is counted.</summary>
    private QuantityFound BoundAfter(QuantityFound found)
    {
        if (article.Longest(found.Last + 1, Cat.Approximator, e => e is ApproximatorEntry { After: true }) is not { Entry: ApproximatorEntry after } match)
        {
            return found;
        }

        return found with
        {
            Last = match.Last,
            Span = new Span(found.Span.Start, article.SpanOf(match).End),
            Low = after.Bound == "below" ? null : found.Low,
            High = after.Bound == "above" ? null : found.High,
            Rule = "quantity." + after.Bound + ".after",
        };
    }

    private (decimal? Low, decimal? High, int Last) Bounds(string bound, NumberRun number)
    {
        if (bound == "between")
        {
            int next = article.Form(number.Last + 1) is "و" ? number.Last + 2 : number.Last + 1;
            if (Number(next) is { } upper && upper.Low >= number.Low)
            {
                return (number.Low, upper.High, upper.Last);
            }
        }
        else if (bound == "above")
        {
            return (number.Low, null, number.Last);
        }
        else if (bound == "below")
        {
            return (null, number.High, number.Last);
        }

        // 5-7, 5 إلى 7 after figures.
        if (number.IsFigure && article.IsMark(number.Last + 1, '-') && Number(number.Last + 2) is { IsFigure: true } to && to.Low > number.Low)
        {
            return (number.Low, to.High, to.Last);
        }

        // 10 إلى 15 قتيلا, خمسة أو ستة جنود: two numbers before one noun.
        if (bound == "exact" && article.Form(number.Last + 1) is "الي" or "او" && Number(number.Last + 2) is { } second && second.Low > number.Low
            && article.Longest(second.Last + 1, Cat.Measure) is { Proclitic: "" })
        {
            return (number.Low, second.High, second.Last);
        }

        return (number.Low, number.High, number.Last);
    }

    /// <summary>What is counted: the noun after the number, or, without one, the masdar right before it (مقتل 12 وإصابة 20).</summary>
    private QuantityFound? Counted(int first, int last, int skip, decimal? low, decimal? high, bool figure, string bound)
    {
        int at = last + 1;
        if (article.Form(at) is "من")
        {
            at++;
        }

        string rule = "quantity." + bound;
        if (article.Longest(at, Cat.Measure) is { Entry: MeasureEntry noun, Proclitic: "" } counted)
        {
            return Make(first, counted.Last, skip, Resolve(noun, first, counted.Last), low, high, rule);
        }

        // ألف فلسطيني: an adjective of nationality counts people.
        if (at == last + 1 && article.Longest(at, Cat.Nisba) is { Proclitic: "" } people && !article.Form(at).StartsWith("ال", StringComparison.Ordinal))
        {
            return Make(first, people.Last, skip, Cue(first, people.Last, CueReach) ?? Inherited(first) ?? Measure.Other, low, high, rule + ".nationals");
        }

        if (article.Cats(at).HasFlag(Cat.Unit) || article.IsMark(at, '%') || article.Form(at) is "بالمئه" or "بالمائه" || (article.Form(at) is "في" && article.Form(at + 1) is "المئه" or "المائه"))
        {
            return null;
        }

        if (at < article.Count && article.NameAt[at] is int name and >= 0 && article.Names[name] is ActorFound && at > last + 1)
        {
            // آلاف من مقاتلي المعارضة: the counted are the actor's people.
            return Cue(first, last, 6) is { } of ? Make(first, article.Names[name].Last, skip, of, low, high, rule + ".actor") : null;
        }

        if (at < article.Count && article.Tokens[at].Kind == TokenKind.Word && !figure && at == last + 1 && article.Cats(at) == Cat.None)
        {
            return null;
        }

        // January 11, reactions: 40, 40w: a figure of the frame around a post.
        if (figure && (article.IsForeign(first - 1) || article.IsForeign(last + 1) || (article.IsMark(first - 1, ':') && article.IsForeign(first - 2))))
        {
            return null;
        }

        if (article.Tokens[last].End - article.Tokens[last].Start == 4 && low is >= 1900 and <= 2100 && bound == "exact")
        {
            return null;
        }

        return DirectCue(first) is { } measure ? Make(first, last, skip, measure, low, high, rule + ".elliptic") : null;
    }

    private Measure Resolve(MeasureEntry noun, int first, int last)
    {
        if (noun.Measure is { } measure && !noun.Armed)
        {
            return measure;
        }

        return Cue(first, last, CueReach) ?? noun.Measure ?? Inherited(first) ?? Measure.Other;
    }

    /// <summary>A part is of what the whole is: 7000 أسير بينهم 70 امرأة وأكثر من 400 طفل. Null when no word of a part stands before.</summary>
    private Measure? Inherited(int first)
    {
        int sentence = article.SentenceOf(first);
        for (int j = first - 1; j >= Math.Max(0, first - PartReach) && article.SentenceOf(j) == sentence; j--)
        {
            if ((article.OwnRoles(j) & Role.Subset) == 0)
            {
                continue;
            }

            for (int q = article.Quantities.Count - 1; q >= 0 && article.SentenceOf(article.Quantities[q].First) == sentence; q--)
            {
                if (article.Quantities[q].Last < j)
                {
                    return article.Quantities[q].Measure;
                }
            }
        }

        return null;
    }

    /// <summary>The measure that the clause's words give: the nearest before, else the nearest after.</summary>
    private Measure? Cue(int first, int last, int reach)
    {
        int sentence = article.SentenceOf(first);
        for (int j = first - 1; j >= Math.Max(0, first - reach) && article.SentenceOf(j) == sentence; j--)
        {
            if (CueAt(j) is { } measure)
            {
                article.Trace?.Note(first, PartRole.Counted, j);
                return measure;
            }
        }

        for (int j = last + 1; j < Math.Min(article.Count, last + 6) && article.SentenceOf(j) == sentence; j++)
        {
            if (article.Tokens[j].Mark is '،' or ',' || article.Tokens[j].Kind == TokenKind.Number)
            {
                break;
            }

            if (CueAt(j) is { } measure)
            {
                article.Trace?.Note(first, PartRole.Counted, j);
                return measure;
            }
        }

        return null;
    }

    private Measure? DirectCue(int first)
    {
        // ارتفاع حصيلة ضحايا القصف إلى 25: what rose stands further off.
        int reach = article.Form(first - 1) is "الي" ? RiseReach : 2;
        for (int j = first - 1; j >= Math.Max(0, first - reach) && article.SentenceOf(j) == article.SentenceOf(first); j--)
        {
            if (CueAt(j) is { } measure)
            {
                article.Trace?.Note(first, PartRole.Counted, j);
                return measure;
            }
        }

        return null;
    }

    private Measure? CueAt(int j)
    {
        if (article.Tokens[j].Kind != TokenKind.Word || article.NameAt[j] >= 0)
        {
            return null;
        }

        foreach ((Measure measure, string[] stems) in article.Language.MeasureCues)
        {
            if (article.HasStem(j, stems))
            {
                return measure;
            }
        }

        return null;
    }

    /// <summary>A number in figures or words, with a scale word after it: 12, 11 مليون, مئة وعشرين, عشرات الآلاف.</summary>
    private NumberRun? Number(int i)
    {
        if (i >= article.Count || article.Taken[i])
        {
            return null;
        }

        if (article.Tokens[i] is { Kind: TokenKind.Number, Number: { } figure })
        {
            if (article.IsMark(i + 1, '/') || article.IsMark(i - 1, '/') || article.IsMark(i + 1, ':') || article.IsMark(i - 1, ':') && i >= 2 && article.Tokens[i - 2].Kind == TokenKind.Number)
            {
                return null;
            }

            return figure < FigureMax && article.Longest(i + 1, Cat.NumberWord, e => e is NumberEntry { Class: "scale" or "hundred" }) is { Entry: NumberEntry scale, Proclitic: "" } match
                ? new NumberRun(figure * scale.Low, figure * scale.Low, match.Last, 0, true)
                : new NumberRun(figure, figure, i, 0, true);
        }

        if (article.Longest(i, Cat.NumberWord) is not { Entry: NumberEntry first } word)
        {
            return null;
        }

        if (article.Longest(i, Cat.NumberWord, e => e is NumberEntry { Class: "vague" }) is { Entry: NumberEntry vague } loose && loose.Last >= word.Last)
        {
            return new NumberRun(vague.Low, vague.High, loose.Last, loose.Skip, false);
        }

        return Words(first, word);
    }

    private NumberRun? Words(NumberEntry first, Match word)
    {
        decimal total = 0, current = 0, scale = 0;
        int last = word.Last;
        bool half = false;
        int words = 0;
        for ((NumberEntry entry, Match match) = (first, word); ;)
        {
            switch (entry.Class)
            {
                case "scale":
                    total += (current == 0 ? 1 : current) * entry.Low;
                    (current, scale) = (0, entry.Low);
                    break;
                case "scaledual":
                    total += entry.Low;
                    scale = entry.Low / 2;
                    break;
                case "half":
                    current += entry.Low;
                    half = true;
                    break;
                default:
                    current += entry.Low;
                    break;
            }

            half &= entry.Class == "half";

            last = match.Last;
            if (++words < NumberWordsMax && article.Longest(last + 1, Cat.NumberWord, e => e is NumberEntry { Class: not "vague" }) is { Entry: NumberEntry next } follow
                && ((follow.Proclitic == "و" && Joins(entry, next)) || (follow.Proclitic.Length == 0 && next.Class is "scale" or "hundred" or "teen")))
            {
                (entry, match) = (next, follow);
                continue;
            }

            break;
        }

        // مليون ونصف: half of the scale just named.
        decimal value = total + (half && scale > 0 ? current * scale : current);
        value = value == decimal.Truncate(value) ? decimal.Truncate(value) : value;
        return value <= 1 ? null : new NumberRun(value, value, last, word.Skip, false);
    }

    /// <summary>Whether و joins two number words to one number: خمسة وعشرون, مئة وخمسة; not عشرين وثلاثين, which are two.</summary>
    private static bool Joins(NumberEntry one, NumberEntry next) => one.Class switch
    {
        "unit" => next.Class == "ten" && one.Low < 10,
        "hundred" => next.Class is "unit" or "teen" or "ten",
        "scale" or "scaledual" => next.Class is not "scale" || next.Low < one.Low,
        _ => false,
    };

    private QuantityFound Make(int first, int last, int skip, Measure measure, decimal? low, decimal? high, string rule) =>
        new(first, last, article.SpanOf(first, last, skip), rule, IsMixed(measure, first, last) ? Measure.Other : measure, low, high);

    private sealed record NumberRun(decimal Low, decimal High, int Last, int Skip, bool IsFigure);
}
