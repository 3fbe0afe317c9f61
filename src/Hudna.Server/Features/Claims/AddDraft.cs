using System.Globalization;
using Hudna.Incidents;
using Hudna.Reading;
using Microsoft.AspNetCore.Http;

namespace Hudna.Server.Features.Claims;

/// <summary>A claim that the reader missed, as the form to add it holds it: every field a text, so that nothing typed is ever lost.</summary>
/// <param name="Kind">Wire name of the claim's kind.</param>
/// <param name="Words">The words that say it.</param>
/// <param name="Occurrence">Which of the places where the words stand, from 1; empty when they stand once.</param>
/// <param name="Fields">The fields that the edit form has too.</param>
public sealed record AddDraft(string Kind, string Words, string Occurrence, ClaimDraft Fields)
{
    /// <summary>The form as it opens: empty, or with the words at a span.</summary>
    public static AddDraft Of(string text, Span? chosen)
    {
        var empty = new ClaimDraft { Modality = Wire.Name(Modality.Asserted) };
        if (chosen is not { } span || Inside(text, span) is not { Length: > 0 } trimmed)
        {
            return new AddDraft(Wire.Name(ClaimKind.Event), "", "", empty);
        }

        string words = trimmed.Of(text);
        int place = Occurrences.Of(text, words).TakeWhile(s => s.Start < trimmed.Start).Count() + 1;
        return new AddDraft(Wire.Name(ClaimKind.Event), words, place.ToString(CultureInfo.InvariantCulture), empty);
    }

    /// <summary>The form as it was posted.</summary>
    public static AddDraft Of(IFormCollection form) =>
        new(form["kind"].ToString(), form["words"].ToString().Trim(), form["occurrence"].ToString().Trim(), ClaimDraft.Of(form));

    /// <summary>The content, or null and what is wrong.</summary>
    internal (ClaimContent? Content, IReadOnlyList<FieldProblem> Problems) Read(string text, Gazetteer gazetteer)
    {
        ClaimKind? kind = Wire.Parse<ClaimKind>(Kind);
        (Span? span, FieldProblem? problem) = Find(text);

        // The other fields are read even so: one answer names all that is wrong.
        Span at = span ?? default;
        var start = new ClaimContent { Kind = kind ?? ClaimKind.Statement, Span = at, Text = at.Of(text) };
        (ClaimContent? content, IReadOnlyList<FieldProblem> problems) = new ClaimEdit(Fields.For(start.Kind), start, text, gazetteer, needsReason: false).Read();
        FieldProblem[] before = [.. kind is null ? [new FieldProblem("kind", "problem.choose")] : Array.Empty<FieldProblem>(), .. problem is null ? Array.Empty<FieldProblem>() : [problem]];
        return before.Length == 0 ? (content, problems) : (null, [.. before, .. problems]);
    }

    private (Span? Span, FieldProblem? Problem) Find(string text)
    {
        // A browser sends line ends as CR LF, whatever the text has.
        IReadOnlyList<Span> all = Occurrences.Of(text, Words);
        all = all.Count > 0 ? all : Occurrences.Of(text, Words.ReplaceLineEndings("\n"));
        if (all.Count == 0)
        {
            return (null, Words.Length == 0 ? new FieldProblem("words", "problem.no_words") : new FieldProblem("words", "problem.words_not_there", Words));
        }

        bool told = int.TryParse(Western(Occurrence), NumberStyles.None, CultureInfo.InvariantCulture, out int place);
        return told && place >= 1 && place <= all.Count ? (all[place - 1], null)
            : Occurrence.Length == 0 && all.Count == 1 ? (all[0], null)
            : (null, new FieldProblem("occurrence", "problem.which_occurrence", all.Count.ToString(CultureInfo.InvariantCulture)));
    }

    // A selection takes blanks and line ends along.
    private static Span Inside(string text, Span span)
    {
        int start = Math.Clamp(span.Start, 0, text.Length), end = Math.Clamp(span.End, start, text.Length);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Span(start, end);
    }

    /// <summary>Arabic-Indic digits as Western ones.</summary>
    internal static string Western(string digits) => new([.. digits.Select(c => c is >= '٠' and <= '٩' ? (char)('0' + (c - '٠')) : c)]);
}

/// <summary>The form to add a claim, open on a report's page.</summary>
/// <param name="Draft">What it holds.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="ClaimId">The claim that says it already; null when there is none.</param>
public sealed record AddAttempt(AddDraft Draft, IReadOnlyList<FieldProblem> Problems, string? ClaimId = null);
