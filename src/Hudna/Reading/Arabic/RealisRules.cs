using System.Globalization;
using System.Text;

namespace Hudna.Reading.Arabic;

/// <summary>Decides whether the sentence reports an act as a happening (realis, as in Rich ERE). Evidence for and against is weighed:
/// the weights of all cues seen (<c>realis_cues.tsv</c>) are added; from 0 on the act is actual. Below, it is other when a cue seen says so, else
/// generic. What is planned, possible or negated is other without weighing.</summary>
internal sealed class RealisRules(Article article)
{
    private const int ClauseReach = 14;
    private const int VictimReach = 14;
    private const int FellowReach = 18;
    private const int TogetherReach = 8;
    private const int LeadingWords = 6;
    private const int LongWords = 50;

    private readonly RealisTable _table = article.Language.Realis;

    public void Decide()
    {
        int sentence = -1;
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
            if (article.SentenceOf(found.First) != sentence)
            {
                sentence = article.SentenceOf(found.First);
                words = Words(first, last);
            }

            UInt128 cues = (words & _table.Mask[(int)CuePlace.Sentence]) | Windows(found, first, last) | Build(found, e, first, last);
            Weigh(found, cues);
        }

        for (int e = 1; e < article.Events.Count; e++)
        {
            Together(article.Events[e - 1], article.Events[e]);
        }
    }

    /// <summary>انفجرت عبوة ناسفة, شنت غارات: two words in a row for one happening have one realis, unless the one that lags points back with ال.</summary>
    private void Together(EventFound one, EventFound next)
    {
        if (one.Type != next.Type || next.First - one.Last > TogetherReach || article.SentenceOf(one.First) != article.SentenceOf(next.First)
            || (one.Realis, next.Realis) is not ((Realis.Actual, Realis.Generic) or (Realis.Generic, Realis.Actual)))
        {
            return;
        }

        EventFound lags = one.Realis == Realis.Actual ? next : one;
        if (!lags.RealisRule.Contains("definite", StringComparison.Ordinal) && !lags.RealisRule.Contains("relative", StringComparison.Ordinal))
        {
            (lags.Realis, lags.RealisRule) = (Realis.Actual, lags.RealisRule + " together");
        }
    }

    private void Weigh(EventFound found, UInt128 cues)
    {
        int sum = 0;
        Realis below = Realis.Generic;
        StringBuilder rule = new();
        for (UInt128 left = cues; left != 0; left &= left - 1)
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
        (int from, int to) = ClauseOf(found, first, last);
        CuePlace where = _table.Cues[cue].Where;
        (int low, int high) = where switch
        {
            CuePlace.Trigger => (found.First, found.Last),
            CuePlace.Front => (Math.Max(from, found.First - 2), found.First - 1),
            CuePlace.Before => (from, found.First - 1),
            CuePlace.After => (found.Last + 1, to),
            CuePlace.Clause => (from, to),
            CuePlace.Sentence => (first, last),
            _ => (0, -1),
        };
        for (int j = low; j <= high; j++)
        {
            bool trigger = j >= found.First && j <= found.Last;
            if (!(trigger && where == CuePlace.Clause) && ((article.Tokens[j].Word?.RealisCues ?? 0) & (UInt128.One << cue)) != 0)
            {
                yield return j;
            }
        }
    }

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
        (int from, int to) = ClauseOf(found, first, last);
        UInt128 before = Words(from, found.First - 1), after = Words(found.Last + 1, to), trigger = Words(found.First, found.Last);
        return (trigger & _table.Mask[(int)CuePlace.Trigger])
            | (Words(Math.Max(from, found.First - 2), found.First - 1) & _table.Mask[(int)CuePlace.Front])
            | (before & _table.Mask[(int)CuePlace.Before])
            | (after & _table.Mask[(int)CuePlace.After])
            | ((before | after) & _table.Mask[(int)CuePlace.Clause]);
    }

    private bool EndsClause(int token) => article.Tokens[token].Mark is '،' or ',' or '؛' or ';' or ':' or '.';

    private UInt128 Build(EventFound found, int index, int first, int last)
    {
        UInt128 cues = Bit(BuildCue.Always);
        cues |= Form(found);
        cues |= Slots(found, first, last);
        cues |= Before(found, first);
        cues |= If(BuildCue.Fellow, HasFellow(index, first, last));
        cues |= If(BuildCue.Quoted, article.QuoteStart[found.First] >= 0);
        cues |= If(BuildCue.Question, article.IsMark(last, '؟') || article.Form(first) is "هل" or "لماذا" or "كيف");
        cues |= If(BuildCue.Leading, found.First - first <= LeadingWords);
        cues |= If(BuildCue.Long, last - first > LongWords);
        return cues | Pairs(found, cues, index, first, last);
    }

    /// <summary>What only two cues together tell.</summary>
    private UInt128 Pairs(EventFound found, UInt128 cues, int index, int first, int last)
    {
        bool Has(BuildCue cue) => (cues & Bit(cue)) != 0;
        int near = Math.Min(last, found.Last + 4);
        bool people = false;
        for (int j = found.Last + 1; j <= near && !people; j++)
        {
            people = article.NameAt[j] >= 0 ? article.Names[article.NameAt[j]] is ActorFound
                : article.Tokens[j].Kind == TokenKind.Number || (article.Cats(j) & (Cat.Measure | Cat.Title | Cat.NumberWord)) != 0;
        }

        bool means = found.Nominal && !Has(BuildCue.Definite) && !Has(BuildCue.Possessed)
            && (Has(BuildCue.Led) || article.Form(found.First - 1) is "في" or "اثر" or "جراء" or "وفي");
        bool happening = false;
        for (int j = found.Last + 1; j <= near && Has(BuildCue.Definite) && !happening; j++)
        {
            happening = (article.OwnRoles(j) & Role.Relative) != 0 || (article.Cats(j) & Cat.Verb) != 0;
        }

        int fellows = Article.Within(article.Events, first, last).Count(e => e.Type == found.Type && e.Modality == Modality.Asserted);
        bool toll = Has(BuildCue.Toll) || Has(BuildCue.VictimsNear);
        return If(BuildCue.FiniteOnPeople, !found.Nominal && people) | If(BuildCue.NounOnPeople, found.Nominal && people && !Has(BuildCue.Definite))
            | If(BuildCue.IndefiniteMeans, means) | If(BuildCue.DefiniteAlone, Has(BuildCue.Definite) && !toll)
            | If(BuildCue.DefiniteHappening, happening) | If(BuildCue.DayAndPlace, Has(BuildCue.Day) && Has(BuildCue.Place)) | If(BuildCue.Many, fellows >= 3);
    }

    private UInt128 Form(EventFound found)
    {
        if (!found.Nominal)
        {
            bool present = false;
            foreach ((VerbEntry entry, _) in article.Single<VerbEntry>(found.First))
            {
                present |= entry.Form == VerbForm.Imperfect && (found.Lemma is null || entry.Verb.Lemma == found.Lemma);
            }

            return Bit(present ? BuildCue.Present : BuildCue.Finite);
        }

        ReadOnlySpan<char> form = article.Form(found.First);
        string proclitic = article.Tokens[found.First].Word?.Proclitic ?? string.Empty;
        ReadOnlySpan<char> bare = form[Math.Min(proclitic.Length, form.Length)..];
        bool definite = bare.StartsWith("ال") || form.StartsWith("لل") || form.StartsWith("ولل") || form.StartsWith("فلل");
        bool possessed = !definite && article.Tokens[found.First].Word is { Readings: [{ Suffix: > 0 }, ..] };
        bool plural = form.EndsWith("ات");
        bool construct = article.Form(found.Last + 1).StartsWith("ال", StringComparison.Ordinal)
            || (found.Last + 1 < article.Count && article.NameAt[found.Last + 1] >= 0 && !article.Form(found.Last + 1).StartsWith('ب'));
        return If(BuildCue.Definite, definite) | If(BuildCue.Possessed, possessed) | If(BuildCue.Plural, plural)
            | If(BuildCue.Indefinite, !definite && !possessed && !construct)
            | If(BuildCue.Purpose, proclitic.EndsWith('ل') || form.StartsWith("لل")) | If(BuildCue.Led, proclitic.EndsWith('ب'));
    }

    private UInt128 Slots(EventFound found, int first, int last)
    {
        bool near = false, far = false, counted = false;
        foreach (QuantityFound quantity in Article.Within(article.Quantities, first, last))
        {
            if (quantity.Measure is Measure.Killed or Measure.Injured)
            {
                int distance = quantity.First > found.Last ? quantity.First - found.Last : found.First - quantity.Last;
                near |= distance <= VictimReach;
                far |= distance > VictimReach;
            }

            counted |= quantity.Measure == Measure.Strikes && quantity.Last >= found.First - 1 && quantity.First <= found.Last;
        }

        counted |= found.First > first && (article.Tokens[found.First - 1].Kind == TokenKind.Number || (article.Cats(found.First - 1) & Cat.NumberWord) != 0);
        int after = found.Last + 1;
        bool people = after <= last && article.Longest(after, Cat.Measure) is { Entry: MeasureEntry { Measure: null or Measure.Fighters }, Proclitic: "" };
        return If(BuildCue.Toll, found.Dead is not null || found.Injured is not null) | If(BuildCue.VictimsNear, near) | If(BuildCue.VictimsFar, far && !near)
            | If(BuildCue.Counted, counted) | If(BuildCue.PeopleAfter, people)
            | If(BuildCue.Actor, found.Actors.Count > 0) | If(BuildCue.Recipient, found.Recipients.Count > 0)
            | If(BuildCue.Doers, found.Agent is not null) | If(BuildCue.Sufferers, found.Patient is not null)
            | If(BuildCue.Place, found.Place is not null) | If(BuildCue.Mode, found.Mode is not null) | Times(found, first, last);
    }

    private UInt128 Times(EventFound found, int first, int last)
    {
        UInt128 cues = found.Date?.Value is not { } value ? 0 : Bit(value.Length == 10 && value[4] == '-' && value[5] != 'W' ? BuildCue.Day : BuildCue.Period);
        foreach (NameFound name in Article.Within(article.Names, first, last))
        {
            cues |= If(BuildCue.PlaceInSentence, name is PlaceFound { Kind: not PlaceKind.Country });
        }

        foreach (TimeFound time in Article.Within(article.Times, first, last))
        {
            cues |= If(BuildCue.DayInSentence, time.Value is { Length: 10 } day && day[4] == '-' && day[5] != 'W');
            if (article.Published is { } published)
            {
                if (time.Value is { Length: >= 4 } when && int.TryParse(when.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year < published.Year - 1)
                {
                    cues |= Bit(BuildCue.LongAgo);
                }
            }
        }

        return cues;
    }

    private UInt128 Before(EventFound found, int first)
    {
        UInt128 cues = 0;
        int at = found.First - 1;
        if (at >= first)
        {
            cues |= If(BuildCue.Pointed, (article.OwnRoles(at) & Role.Demonstrative) != 0 || article.Form(at) is "بهذا" or "لهذا" or "بهذه" or "لهذه" or "وهذا" or "وهذه");
            cues |= If(BuildCue.Dating, found.Nominal && (article.Form(at) is "بعد" or "قبل" or "منذ" or "خلال" or "اثناء" or "عقب" or "وبعد" or "ومنذ" or "وخلال" or "قبيل"));
        }

        for (int j = at; j >= Math.Max(first, found.First - 3); j--)
        {
            cues |= If(BuildCue.Relative, (article.OwnRoles(j) & Role.Relative) != 0 && article.Form(j) is not ("من" or "ما"));
            cues |= If(BuildCue.Reported, (article.OwnRoles(j) & Role.Complement) != 0);
        }

        bool agent = false;
        (_, int last) = article.SentenceAt(found.First);
        for (int j = found.Last + 1; j <= Math.Min(last, found.Last + 6) && !agent; j++)
        {
            agent = article.Longest(j, Cat.Particle, e => e is ParticleEntry { Role: Role.Agentive }) is not null;
        }

        return cues | If(BuildCue.Agentive, agent);
    }

    private bool HasFellow(int index, int first, int last)
    {
        EventFound found = article.Events[index];
        for (int step = -1; step <= 1; step += 2)
        {
            for (int i = index + step; i >= 0 && i < article.Events.Count; i += step)
            {
                EventFound other = article.Events[i];
                if (other.First < first || other.Last > last || Math.Abs(other.First - found.First) > FellowReach)
                {
                    break;
                }

                if (other.Type == found.Type && other.Modality == Modality.Asserted)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private UInt128 Bit(BuildCue cue) => UInt128.One << _table.BuildBit[(int)cue];

    private UInt128 If(BuildCue cue, bool seen) => seen ? Bit(cue) : 0;
}
