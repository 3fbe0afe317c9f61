using System.Globalization;
using System.Text;

namespace Hudna.Reading.Arabic;

/// <summary>Decides whether the sentence reports an act as a happening (realis, as in Rich ERE). Evidence for and against is weighed:
/// the weights of all cues seen (<c>realis_cues.tsv</c>) are added; from 0 on the act is actual. Below, it is other when a cue seen says so, else
/// generic. What is planned, possible or negated is other without weighing.</summary>
internal sealed class RealisRules(Article article)
{
    private const int ClauseReach = 14;
    private const int TogetherReach = 8;
    private const int FrontWords = 2;
    private const int NextWords = 2;
    private const int OpeningWords = 3;

    private readonly RealisTable _table = article.Language.Realis;

    public void Decide()
    {
        RealisBuild build = new(article);
        UInt128 words = 0;
        for (int e = 0; e < article.Events.Count; e++)
        {
            EventFound found = article.Events[e];
            if (found.Modality != Modality.Asserted)
            {
                (found.Realis, found.RealisRule) = (Realis.Other, Wire.Name(found.Modality));
                continue;
            }

            (int first, int last) = article.SentenceAt(found.First);
            if (build.Enter(article.SentenceOf(found.First), first, last))
            {
                words = (Words(first, last) & _table.Mask[(int)CuePlace.Sentence])
                    | (Words(first, Math.Min(last, first + OpeningWords - 1)) & _table.Mask[(int)CuePlace.Opening]);
            }

            found.RealisCues = words | Windows(found, first, last) | build.Of(found);
            Weigh(found);
        }

        for (int e = 1; e < article.Events.Count; e++)
        {
            Together(article.Events[e - 1], article.Events[e]);
        }
    }

    /// <summary>انفجرت عبوة ناسفة, شنت غارات: two words in a row for one happening have one realis, unless the one that lags points back with ال
    /// or stands in a relative clause.</summary>
    private void Together(EventFound one, EventFound next)
    {
        if (one.Type != next.Type || next.First - one.Last > TogetherReach || article.SentenceOf(one.First) != article.SentenceOf(next.First)
            || (one.Realis, next.Realis) is not ((Realis.Actual, Realis.Generic) or (Realis.Generic, Realis.Actual)))
        {
            return;
        }

        EventFound lags = one.Realis == Realis.Actual ? next : one;
        if ((lags.RealisCues & (_table.Bit(BuildCue.Definite) | _table.Bit(BuildCue.Relative))) == 0)
        {
            (lags.Realis, lags.RealisRule) = (Realis.Actual, lags.RealisRule + " together");
        }
    }

    private void Weigh(EventFound found)
    {
        int sum = 0;
        Realis below = Realis.Generic;
        StringBuilder rule = new();
        for (UInt128 left = found.RealisCues; left != 0; left &= left - 1)
        {
            RealisCue cue = _table.Cues[(int)UInt128.TrailingZeroCount(left)];
            int weight = cue.Weight(found.Type);
            if (weight == 0)
            {
                continue;
            }

            sum += weight;
            below = weight < 0 && cue.Says == Realis.Other ? Realis.Other : below;
            rule.Append(rule.Length > 0 ? " " : string.Empty).Append(cue.Name).Append(weight > 0 ? "+" : string.Empty).Append(CultureInfo.InvariantCulture, $"{weight}");
        }

        (found.Realis, found.RealisRule) = (sum >= 0 ? Realis.Actual : below, rule.ToString());
    }

    private UInt128 Words(int first, int last)
    {
        UInt128 words = 0;
        for (int j = first; j <= last; j++)
        {
            words |= article.Tokens[j].Word?.RealisCues ?? 0;
        }

        return words;
    }

    /// <summary>The tokens whose words are a cue, where they count for the act; none for a cue of the sentence's build. For explanations.</summary>
    /// <param name="found">The act.</param>
    /// <param name="cue">Index in <see cref="RealisTable.Cues"/>.</param>
    public IEnumerable<int> TokensOf(EventFound found, int cue)
    {
        (int first, int last) = article.SentenceAt(found.First);
        CuePlace where = _table.Cues[cue].Where;
        (int low, int high) = Window(found, where, first, last, ClauseOf(found, first, last));
        for (int j = low; j <= high; j++)
        {
            bool trigger = j >= found.First && j <= found.Last;
            if (!(trigger && where == CuePlace.Clause) && ((article.Tokens[j].Word?.RealisCues ?? 0) & (UInt128.One << cue)) != 0)
            {
                yield return j;
            }
        }
    }

    /// <summary>First and last token of a window; the last before the first where it is empty.</summary>
    private static (int Low, int High) Window(EventFound found, CuePlace where, int first, int last, (int From, int To) clause) => where switch
    {
        CuePlace.Trigger => (found.First, found.Last),
        CuePlace.Beside => (Math.Max(clause.From, found.First - 1), found.First - 1),
        CuePlace.Front => (Math.Max(clause.From, found.First - FrontWords), found.First - 1),
        CuePlace.Before => (clause.From, found.First - 1),
        CuePlace.Next => (found.Last + 1, Math.Min(clause.To, found.Last + NextWords)),
        CuePlace.After => (found.Last + 1, clause.To),
        CuePlace.Clause or CuePlace.Around => (clause.From, clause.To),
        CuePlace.Opening => (first, Math.Min(last, first + OpeningWords - 1)),
        CuePlace.Sentence => (first, last),
        _ => (0, -1),
    };

    private (int From, int To) ClauseOf(EventFound found, int first, int last)
    {
        int from = found.First, to = found.Last;
        while (from > first && found.First - from < ClauseReach && !EndsClause(from - 1))
        {
            from--;
        }

        while (to < last && to - found.Last < ClauseReach && !EndsClause(to + 1))
        {
            to++;
        }

        return (from, to);
    }

    private UInt128 Windows(EventFound found, int first, int last)
    {
        (int From, int To) clause = ClauseOf(found, first, last);
        UInt128 In(CuePlace where)
        {
            (int low, int high) = Window(found, where, first, last, clause);
            return Words(low, high);
        }

        UInt128 trigger = In(CuePlace.Trigger), before = In(CuePlace.Before), after = In(CuePlace.After);
        return (trigger & _table.Mask[(int)CuePlace.Trigger])
            | (In(CuePlace.Beside) & _table.Mask[(int)CuePlace.Beside])
            | (In(CuePlace.Front) & _table.Mask[(int)CuePlace.Front])
            | (before & _table.Mask[(int)CuePlace.Before])
            | (In(CuePlace.Next) & _table.Mask[(int)CuePlace.Next])
            | (after & _table.Mask[(int)CuePlace.After])
            | ((before | after) & _table.Mask[(int)CuePlace.Clause])
            | ((before | trigger | after) & _table.Mask[(int)CuePlace.Around]);
    }

    private bool EndsClause(int token) => article.Tokens[token].Mark is '،' or ',' or '؛' or ';' or ':' or '.';
}
