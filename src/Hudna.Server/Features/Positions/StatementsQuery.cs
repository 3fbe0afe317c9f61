using System.ComponentModel;
using Hudna.Incidents;
using Hudna.Reading;
using Hudna.Server.Features.Incidents;
using Hudna.Server.Hosting;
using Hudna.Store;
using Hudna.Talks;
using Microsoft.AspNetCore.Mvc;

namespace Hudna.Server.Features.Positions;

/// <summary>Which statements to show, as the address has it.</summary>
public sealed class StatementsQuery
{
    internal const int PageSize = 50;

    [FromQuery(Name = "q"), Description("Words to find in what was said")]
    public string? Query { get; init; }

    [FromQuery(Name = "speaker"), Description("Id of the actor who says it, or its name when only one has it")]
    public string? Speaker { get; init; }

    [FromQuery(Name = "topic"), Description("Coded to this topic, by its id; none for those coded to no topic")]
    public string? Topic { get; init; }

    [FromQuery(Name = "from"), Description("Said on this day or later, as 2017-01-09")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Said on this day or before")]
    public string? To { get; init; }

    [FromQuery(Name = "page"), Description("Page of the list, from 1")]
    public string? Page { get; init; }

    internal const string NoTopic = "none";
}

/// <summary>What was asked for.</summary>
/// <param name="Words">Words to find; null for any.</param>
/// <param name="Speaker">What the field for the speaker means.</param>
/// <param name="Topic">The topic; <c>none</c> for no topic; null for any.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record StatementChoice(string? Words, NameField Speaker, string? Topic, DateOnly? From, DateOnly? To)
{
    internal bool Takes(Statement statement)
    {
        string folded = SearchFold.Of(statement.Said.Claim.Content.Text);
        return (Speaker.Id is null || string.Equals(statement.Said.Claim.Content.Speaker?.ActorId, Speaker.Id, StringComparison.Ordinal))
            && (Topic is null || (Topic is StatementsQuery.NoTopic ? statement.Topics.Count == 0 : statement.Topics.Any(t => string.Equals(t.Topic, Topic, StringComparison.Ordinal))))
            && (From is null || statement.Last >= From) && (To is null || statement.First <= To)
            && (Words is null || Array.TrueForAll(SearchFold.Of(Words).Split(' '), w => folded.Contains(w, StringComparison.Ordinal)));
    }
}

/// <summary>Everything that is said, latest first.</summary>
/// <param name="Statements">A page of it.</param>
/// <param name="Topics">All topics that statements are coded to.</param>
public sealed record StatementsPage(Page<Statement> Statements, IReadOnlyList<string> Topics)
{
    internal static async Task<(StatementsPage Page, StatementChoice Choice, IReadOnlyList<string> Ignored)> FindAsync(
        IRecord record, Gazetteer gazetteer, StatementsQuery query, bool arabic, CancellationToken cancellation)
    {
        IReadOnlyList<Statement> all = StatementLedger.Of(await record.AllReportedClaimsAsync(
            new ClaimFilter { Kinds = [ClaimKind.Statement, ClaimKind.Position], Live = true }, cancellation));
        string[] topics = [.. all.SelectMany(s => s.Topics).Select(t => t.Topic).Distinct(StringComparer.Ordinal).Order(PositionLedger.TopicOrder)];
        var fields = new QueryFields();
        NameField speaker = await NameField.ActorAsync(query.Speaker, record, gazetteer, arabic, cancellation);
        var choice = new StatementChoice(
            QueryFields.Text(query.Query), speaker, fields.OneOf("topic", query.Topic, [.. topics, StatementsQuery.NoTopic]),
            fields.Day("from", query.From), fields.Day("to", query.To));
        int offset = fields.Offset(query.Page, StatementsQuery.PageSize);
        Statement[] found = [.. all.Where(choice.Takes)];
        return (
            new StatementsPage(new Page<Statement>([.. found.Skip(offset).Take(StatementsQuery.PageSize)], found.Length, offset), topics), choice,
            speaker.Problem is null ? fields.Ignored : [.. fields.Ignored, $"speaker={query.Speaker}"]);
    }
}
