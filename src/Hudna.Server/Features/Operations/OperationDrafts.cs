using System.Globalization;
using Hudna.Acts;
using Hudna.Operations;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Features.Rulings;
using Microsoft.AspNetCore.Http;
using static Hudna.Server.Languages.Dates;

namespace Hudna.Server.Features.Operations;

/// <summary>A number with what it counts and by whom, as typed.</summary>
public sealed record OperationNumberDraft(string Category, string Low, string High, string Source)
{
    internal bool IsEmpty => Category.Length + Low.Length + High.Length + Source.Length == 0;

    internal static IReadOnlyList<OperationNumberDraft> Of(IFormCollection form, string prefix)
    {
        string[] categories = [.. form[$"{prefix}_category"].Select(v => v ?? "")];
        return [.. categories.Select((c, i) => new OperationNumberDraft(c, At("low", i), At("high", i), At("source", i))).Where(n => !n.IsEmpty)];

        string At(string field, int i) => i < form[$"{prefix}_{field}"].Count ? form[$"{prefix}_{field}"][i]?.Trim() ?? "" : "";
    }

    internal (OperationCategory Category, decimal? Low, decimal? High)? Read(string field, List<FieldProblem> problems)
    {
        decimal? low = Number(Low, field, problems), high = Number(High, field, problems);
        if (Wire.Parse<OperationCategory>(Category) is not { } category)
        {
            problems.Add(new FieldProblem(field, "operations.problem.category"));
            return null;
        }

        if (low is null && high is null)
        {
            problems.Add(new FieldProblem(field, "operations.problem.number"));
        }
        else if (low > high)
        {
            problems.Add(new FieldProblem(field, "problem.low_above_high"));
        }

        return (category, low, high);
    }

    internal static string Write(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static decimal? Number(string text, string field, List<FieldProblem> problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(AddDraft.Western(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal number))
        {
            return number;
        }

        problems.Add(new FieldProblem(field, "problem.number", text));
        return null;
    }
}

/// <summary>A plan as typed.</summary>
public sealed record OperationPlanDraft
{
    public int Revision { get; init; }

    public string Type { get; init; } = Wire.Name(OperationType.Evacuation);

    public string TitleEn { get; init; } = "";

    public string TitleAr { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Route { get; init; } = "";

    public string Who { get; init; } = "";

    public IReadOnlyList<OperationNumberDraft> Agreed { get; init; } = [];

    public string First { get; init; } = "";

    public string Last { get; init; } = "";

    public string Deal { get; init; } = "";

    public string Provision { get; init; } = "";

    public string Guarantors { get; init; } = "";

    public string Observers { get; init; } = "";

    /// <summary>Ids of claims, apart by spaces or lines.</summary>
    public string Pinned { get; init; } = "";

    public string Excluded { get; init; } = "";

    internal static OperationPlanDraft Of(IFormCollection form) => new()
    {
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        Type = form["type"].ToString(),
        TitleEn = form["title_en"].ToString().Trim(),
        TitleAr = form["title_ar"].ToString().Trim(),
        From = form["from"].ToString().Trim(),
        To = form["to"].ToString().Trim(),
        Route = form["route"].ToString().Trim(),
        Who = form["who"].ToString().Trim(),
        Agreed = OperationNumberDraft.Of(form, "agreed"),
        First = form["first"].ToString().Trim(),
        Last = form["last"].ToString().Trim(),
        Deal = form["deal"].ToString().Trim(),
        Provision = form["provision"].ToString().Trim(),
        Guarantors = form["guarantors"].ToString().Trim(),
        Observers = form["observers"].ToString().Trim(),
        Pinned = form["pinned"].ToString().Trim(),
        Excluded = form["excluded"].ToString().Trim(),
    };

    internal static OperationPlanDraft Of(OperationPlan plan, int revision) => new()
    {
        Revision = revision,
        Type = Wire.Name(plan.Type),
        TitleEn = plan.Title.En ?? "",
        TitleAr = plan.Title.Ar ?? "",
        From = Place(plan.From),
        To = plan.To is { } to ? Place(to) : "",
        Route = plan.Route ?? "",
        Who = OperationNames.Lines(plan.Who),
        Agreed = [.. plan.Agreed.Select(a => new OperationNumberDraft(Wire.Name(a.Category), OperationNumberDraft.Write(a.Low), OperationNumberDraft.Write(a.High), ""))],
        First = Iso(plan.First),
        Last = plan.Last is { } last ? Iso(last) : "",
        Deal = plan.Deal ?? "",
        Provision = plan.Provision ?? "",
        Guarantors = OperationNames.Lines(plan.Guarantors),
        Observers = OperationNames.Lines(plan.Observers),
        Pinned = string.Join(' ', plan.Pinned),
        Excluded = string.Join(' ', plan.Excluded),
    };

    /// <summary>The plan, or what is wrong with what was typed.</summary>
    /// <param name="from">What the field for where from means.</param>
    /// <param name="to">What the field for where to means.</param>
    /// <param name="gazetteer">Known actors.</param>
    internal (OperationPlan? Plan, IReadOnlyList<FieldProblem> Problems) Check(NameField from, NameField to, Gazetteer gazetteer)
    {
        var problems = new List<FieldProblem>();
        OperationType? type = Wire.Parse<OperationType>(Type);
        if (type is null)
        {
            problems.Add(new FieldProblem("type", "problem.choose"));
        }

        if (TitleEn.Length + TitleAr.Length == 0)
        {
            problems.Add(new FieldProblem("title_en", "operations.problem.title"));
        }

        if (From.Length == 0)
        {
            problems.Add(new FieldProblem("from", "operations.problem.from"));
        }

        problems.AddRange(new[] { ("from", from), ("to", to) }.Where(f => f.Item2.Problem is { Key: "problem.several_names" })
            .Select(f => f.Item2.Problem! with { Field = f.Item1, Key = "complaint.problem.several" }));
        DateOnly? first = FindingDraft.Day("first", First, problems);
        DateOnly? last = Last.Length == 0 ? null : FindingDraft.Day("last", Last, problems);
        if (last < first)
        {
            problems.Add(new FieldProblem("last", "operations.problem.order"));
        }

        (OperationCategory Category, decimal? Low, decimal? High)?[] agreed = [.. Agreed.Select(a => a.Read("agreed", problems))];
        return problems.Count > 0 ? (null, problems) : (new OperationPlan
        {
            Type = type!.Value,
            Title = new OperationTitle(Text(TitleEn), Text(TitleAr)),
            From = Place(From, from),
            To = To.Length == 0 ? null : Place(To, to),
            Route = Text(Route),
            Who = OperationNames.Actors(Who, gazetteer),
            Agreed = [.. agreed.Select(a => new AgreedNumber(a!.Value.Category, a.Value.Low, a.Value.High))],
            First = first!.Value,
            Last = last,
            Deal = Text(Deal),
            Provision = Text(Provision),
            Guarantors = OperationNames.Actors(Guarantors, gazetteer),
            Observers = OperationNames.Actors(Observers, gazetteer),
            Pinned = Ids(Pinned),
            Excluded = Ids(Excluded),
        }, problems);
    }

    private static string[] Ids(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    private static OperationPlace Place(string typed, NameField field)
    {
        int bracket = typed.LastIndexOf('(');
        string name = field.Id is not null && bracket > 0 && typed.EndsWith(')') ? typed[..bracket].TrimEnd() : typed;
        return new OperationPlace(name, field.Id, null, null);
    }

    private static string Place(OperationPlace place) => place.PlaceId is null ? place.Name : $"{place.Name} ({place.PlaceId})";

    private static string? Text(string text) => text.Length == 0 ? null : text;
}

/// <summary>A stage as typed.</summary>
public sealed record OperationStageDraft
{
    public int Revision { get; init; }

    /// <summary>Number of the stage that is corrected; 0 for a new one.</summary>
    public int Number { get; init; }

    public string Stage { get; init; } = "";

    public string On { get; init; } = "";

    public string Time { get; init; } = "";

    public string Note { get; init; } = "";

    public string Incident { get; init; } = "";

    public IReadOnlyList<OperationNumberDraft> Counts { get; init; } = [];

    internal static OperationStageDraft Of(IFormCollection form) => new()
    {
        Revision = int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out int revision) ? revision : 0,
        Number = int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
        Stage = form["stage"].ToString(),
        On = form["on"].ToString().Trim(),
        Time = form["time"].ToString().Trim(),
        Note = form["note"].ToString().Trim(),
        Incident = form["incident"].ToString().Trim(),
        Counts = OperationNumberDraft.Of(form, "count"),
    };

    internal static OperationStageDraft Of(OperationEntry entry, int revision) => new()
    {
        Revision = revision,
        Number = entry.Number,
        Stage = Wire.Name(entry.Step.Stage),
        On = entry.Step.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Time = entry.Step.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        Note = entry.Step.Note,
        Incident = entry.Step.Incident?.ToString(CultureInfo.InvariantCulture) ?? "",
        Counts = [.. entry.Step.Counts.Select(c => new OperationNumberDraft(Wire.Name(c.Category), OperationNumberDraft.Write(c.Low), OperationNumberDraft.Write(c.High), c.Source))],
    };

    /// <summary>The act, or what is wrong with what was typed.</summary>
    /// <param name="stages">How many stages the operation has.</param>
    internal (OperationStageRecorded? Recorded, IReadOnlyList<FieldProblem> Problems) Check(int stages)
    {
        var problems = new List<FieldProblem>();
        OperationStage? stage = Wire.Parse<OperationStage>(Stage);
        if (stage is null)
        {
            problems.Add(new FieldProblem("stage", "problem.choose"));
        }

        DateOnly? on = FindingDraft.Day("on", On, problems);
        TimeOnly? time = null;
        if (Time.Length > 0 && TimeOnly.TryParseExact(Time, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly read))
        {
            time = read;
        }
        else if (Time.Length > 0)
        {
            problems.Add(new FieldProblem("time", "operations.problem.time", Time));
        }

        int? incident = null;
        if (Incident.Length > 0 && int.TryParse(AddDraft.Western(Incident), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            incident = number;
        }
        else if (Incident.Length > 0)
        {
            problems.Add(new FieldProblem("incident", "problem.no_incident", Incident));
        }

        if (Counts.Any(c => c.Source.Length == 0))
        {
            problems.Add(new FieldProblem("count", "operations.problem.source"));
        }

        (OperationCategory Category, decimal? Low, decimal? High)?[] counts = [.. Counts.Select(c => c.Read("count", problems))];
        return problems.Count > 0 ? (null, problems) : (new OperationStageRecorded(
            Revision, Number > 0 ? Number : stages + 1,
            new OperationStep(
                stage!.Value, on!.Value, time, Note,
                [.. counts.Select((c, i) => new OperationCount(c!.Value.Category, c.Value.Low, c.Value.High, Counts[i].Source))], incident)), problems);
    }
}
