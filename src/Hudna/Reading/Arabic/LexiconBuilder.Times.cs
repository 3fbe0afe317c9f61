using System.Globalization;

namespace Hudna.Reading.Arabic;

/// <summary>The words of time.</summary>
internal sealed partial class LexiconBuilder
{
    private static readonly HashSet<string> s_timeClasses = new(StringComparer.Ordinal)
    {
        "age", "before", "both", "brand", "cardinal", "century", "dated", "decadename", "feast-gregorian", "feast-hijri", "first", "fraction", "friday", "general",
        "homonym", "manylead", "moves", "nameday", "night", "notoday", "numbered", "opens", "ordinal", "ordinalten", "september", "until", "was",
    };

    private void Months()
    {
        foreach (TsvRow row in File("months.tsv", "number", "set", "names").Rows)
        {
            int number = row.Integer("number");
            if (number is < 1 or > 12)
            {
                throw row.Bad("number", $"{number} is no month");
            }

            foreach (string name in row.List("names"))
            {
                _lexicon.Add(name, new TimeEntry(Cat.Month, number, row.Required("set")));
            }
        }
    }

    private void TimeWords()
    {
        foreach (TsvRow row in File("time_words.tsv", "class", "value", "forms").Rows)
        {
            (Cat cat, int value, string tag) = row.Required("class") switch
            {
                "weekday" => (Cat.Weekday, row.Integer("value"), string.Empty),
                "day" => (Cat.Day, row.Integer("value"), string.Empty),
                "period" => (Cat.Period, int.Parse(row["value"].Split(':')[^1], CultureInfo.InvariantCulture), row["value"].Split(':')[0]),
                "unit" => (Cat.Unit, 1, row["value"]),
                "unitdual" => (Cat.Unit, 2, row["value"]),
                "unitplural" => (Cat.Unit, 3, row["value"]),
                "past" or "next" or "this" or "following" or "preceding" or "same" or "beforelast" or "afternext" => (Cat.Shift, row.Integer("value"), row["class"]),
                "daypart" => (Cat.DayPart, 0, row["value"]),
                "monthpart" => (Cat.MonthPart, 0, row["value"]),
                "lead" => (Cat.Lead, 0, row["value"]),
                "season" => (Cat.Season, row.Integer("value"), string.Empty),
                "hijri" or "gregorian" => (Cat.Era, 0, row["class"]),
                { } other when s_timeClasses.Contains(other) => (Cat.TimeWord, row.Optional("value") is null ? 0 : row.Integer("value"), other),
                _ => throw row.Bad("class", $"\"{row["class"]}\" is no class of time words"),
            };
            foreach (string form in row.List("forms"))
            {
                // A unit with ال is told from one without: الأسبوع is this week, أسبوع any.
                bool definite = cat == Cat.Unit && form.StartsWith("ال", StringComparison.Ordinal);
                _lexicon.Add(form, new TimeEntry(cat, definite ? value + 10 : value, tag));
            }
        }
    }
}
