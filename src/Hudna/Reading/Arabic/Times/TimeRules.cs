namespace Hudna.Reading.Arabic.Times;

/// <summary>Finds expressions that name a calendar point or period and resolves them.</summary>
internal sealed class TimeRules
{
    private readonly Article _article;
    private readonly TimeWords _words;
    private readonly CalendarDates _dates;
    private readonly CalendarYears _years;
    private readonly TimeParts _parts;
    private readonly RelativeDays _days;
    private readonly RelativeSpans _spans;
    private readonly TimeRanges _ranges;

    public TimeRules(Article article)
    {
        _article = article;
        TimeResolver resolver = new(article);
        _words = new TimeWords(article);
        _years = new CalendarYears(article, _words, resolver);
        _dates = new CalendarDates(article, _words, resolver);
        _spans = new RelativeSpans(_words, resolver);
        _days = new RelativeDays(article, _words, resolver, _dates);
        _parts = new TimeParts(_words, resolver, _dates, _years, _spans, _days);
        _ranges = new TimeRanges(article, _words, resolver, _dates, _years, _days);
    }

    public void Find()
    {
        if (_article.Published is null)
        {
            _article.Published = new Dateline(_article, _words, _dates).Day();
        }

        for (int i = 0; i < _article.Count;)
        {
            if (At(i) is not { } read)
            {
                i++;
                continue;
            }

            if (_words.InName(i, read.Last))
            {
                i = read.Last + 1;
                continue;
            }

            _article.Times.Add(new TimeFound(i, read.Last, _article.SpanOf(i, read.Last, read.Skip), read.Value, read.Rule));
            _article.Take(i, read.Last);
            i = read.Last + 1;
        }
    }

    private TimeRead? At(int i)
    {
        Token token = _article.Tokens[i];
        if (token.Kind == TokenKind.Number)
        {
            return _ranges.At(i) ?? _dates.Numeric(i) ?? _dates.Date(i) ?? _spans.DayOfMonth(i) ?? _years.Bare(i);
        }

        if (token.Kind != TokenKind.Word || ((token.Word!.Begins & (Cat.Time | Cat.TimeWord)) == 0 && token.Word.Form is not ("قبل" or "بعد" or "ال" or "غضون")))
        {
            return null;
        }

        return _ranges.At(i) ?? _spans.Counted(i) ?? _parts.Led(i) ?? _days.Weekday(i) ?? _spans.Unit(i) ?? _days.Day(i) ?? _dates.Date(i)
            ?? _spans.DayOfMonth(i) ?? _parts.Whole(i);
    }
}
