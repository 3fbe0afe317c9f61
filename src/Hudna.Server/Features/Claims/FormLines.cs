namespace Hudna.Server.Features.Claims;

/// <summary>The lines of a text box, empty ones left out.</summary>
internal static class FormLines
{
    public static string[] Of(string text) => text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What the forms for new actors and places have in common.</summary>
internal static class AddedNames
{
    private const int NameLengthMax = 200;
    private const int NamesMax = 30;

    public static void Check(string english, string[] arabic, string country, List<FieldProblem> problems)
    {
        if (english.Length is 0 or > NameLengthMax)
        {
            problems.Add(new FieldProblem("name_en", "problem.name"));
        }

        if (arabic.Length is 0 or > NamesMax || Array.Exists(arabic, a => a.Length > NameLengthMax || !a.Any(IsArabicLetter)))
        {
            problems.Add(new FieldProblem("names_ar", "problem.names_ar"));
        }

        if (country.Length > 0 && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
        {
            problems.Add(new FieldProblem("country", "problem.country", country));
        }
    }

    private static bool IsArabicLetter(char c) => c is >= '\u0620' and <= '\u06FF';
}
