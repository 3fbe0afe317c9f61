using Hudna.Incidents;

namespace Hudna.Importing;

/// <summary>The time of a row, with its precision: UCDP's date_prec, 1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year.</summary>
internal static class RowTime
{
    /// <summary>The time; null when none is told or it cannot be used.</summary>
    public static ClaimTime? Of(string text, RowFields fields)
    {
        (DateOnly? first, TimeOnly? clock) = fields.Day("date_start");
        DateOnly? last = fields.Day("date_end").Day;
        clock = fields.Clock("time") ?? clock;
        int? precision = fields.Whole("date_prec", 1, 5);
        if (precision is null && fields["date_prec"] is null && fields.Mapping.Fields.GetValueOrDefault("date_prec") is { Required: true })
        {
            fields.Missing("date_prec", "UCDP's date_prec from 1 (the day) to 5");
            return null;
        }

        if (first is not { } from || (precision is null && fields["date_prec"] is not null))
        {
            return null;
        }

        if (last is null && precision > 1 && !fields.Mapping.Widen && fields["date_end"] is null)
        {
            fields.Missing("date_end", "the last day it can mean, as date_prec is not 1,");
            return null;
        }

        if ((last ?? from) < from)
        {
            fields.Bad<int>("date_end", $"{fields.ColumnOf("date_start")} or a later day");
            return null;
        }

        TimeValue value = last is null && fields.Mapping.Widen ? Widened(from, clock, precision ?? 1)
            : (last ?? from) == from ? TimeValue.OfDay(from, IsMidnightOfADay(clock, fields) ? null : clock) : TimeValue.OfDays(from, last!.Value);
        return new ClaimTime(fields.Words("date_start", text) ?? fields["date_start"]!, fields.SpanOf("date_start"), value.ToString(), value.First, value.Last);
    }

    // Data sets write a day as its midnight; an observer's 00:00 stands in a column of its own.
    private static bool IsMidnightOfADay(TimeOnly? clock, RowFields fields) => clock == TimeOnly.MinValue && fields["time"] is null;

    private static TimeValue Widened(DateOnly middle, TimeOnly? clock, int precision)
    {
        (DateOnly first, DateOnly last) = DatePrecision.Period(middle, precision);
        return precision switch
        {
            1 => TimeValue.OfDay(middle, clock == TimeOnly.MinValue ? null : clock),
            4 => TimeValue.TryParse(middle.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), out TimeValue month) ? month : default,
            5 => TimeValue.TryParse(middle.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture), out TimeValue year) ? year : default,
            _ => TimeValue.OfDays(first, last),
        };
    }
}
