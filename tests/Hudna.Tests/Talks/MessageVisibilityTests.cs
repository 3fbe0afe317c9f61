using System.Text.Json;
using Hudna.Acts;
using Hudna.Talks;
using Hudna.Tests.Store;

namespace Hudna.Tests.Talks;

public sealed class MessageVisibilityTests
{
    private const string Id = "m1";

    private static readonly Act Drafted = OperationSamples.Drafted(Id), Revised = OperationSamples.Revised(Id, 1), Delivered = OperationSamples.Delivered(Id, 2, 1),
        Answered = OperationSamples.Answered(Id), Carried = OperationSamples.Carried(Id), Withheld = OperationSamples.Withheld(Id, 2);

    // acts, desk, status that it sees ("-" for no message), what it can do next
    public static TheoryData<string, string, string, string> Table => new()
    {
        { "D", "russia", "Draft", "Revise Withhold" }, { "D", "un-envoy", "Draft", "Revise Deliver Withhold" }, { "D", "turkiye", "-", "" }, { "D", "iran", "-", "" },
        { "DR", "turkiye", "-", "" },
        { "DRL", "russia", "Delivered", "" }, { "DRL", "un-envoy", "Delivered", "" }, { "DRL", "turkiye", "Delivered", "Answer" }, { "DRL", "iran", "-", "" },
        { "DRLA", "russia", "Delivered", "" }, { "DRLA", "un-envoy", "Answered", "DeliverAnswer" }, { "DRLA", "turkiye", "Answered", "Answer" }, { "DRLA", "iran", "-", "" },
        { "DRLAC", "russia", "AnswerDelivered", "" }, { "DRLAC", "un-envoy", "AnswerDelivered", "" }, { "DRLAC", "turkiye", "AnswerDelivered", "" }, { "DRLAC", "iran", "-", "" },
        { "DRW", "russia", "Withheld", "" }, { "DRW", "un-envoy", "Withheld", "" }, { "DRW", "turkiye", "-", "" }, { "DRW", "iran", "-", "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Desk_SeesWhatIsMeantForIt(string acts, string desk, string status, string next)
    {
        SeenMessage? seen = MessageVisibility.Of(After(acts), desk);
        Assert.Equal(status, seen?.Status.ToString() ?? "-");
        Assert.Equal(next, string.Join(' ', seen?.Next ?? []));
    }

    /// <summary>How often and when a message was rewritten before delivery cannot be told from what its addressee sees.</summary>
    [Fact]
    public void ToDesk_SeesTheSame_HoweverOftenItWasRevised()
    {
        Message once = Fold(OperationSamples.Drafted(Id, OperationSamples.Content(text: "Names later") with { Round = null }), OperationSamples.Delivered(Id, 1, 1));
        Assert.Equal(Print(once, "turkiye"), Print(After("DRL"), "turkiye"));
        Assert.NotEqual(Print(once, "russia"), Print(After("DRL"), "russia"));
    }

    /// <summary>Nothing that the sender sees changes when an answer is given, or changed, before it is carried back.</summary>
    [Fact]
    public void FromDesk_SeesTheSame_BeforeAndAfterAnAnswerThatWasNotCarried()
    {
        string before = Print(After("DRL"), "russia");
        Assert.Equal(before, Print(After("DRLA"), "russia"));
        Assert.Equal(before, Print(Fold(Drafted, Revised, Delivered, Answered, OperationSamples.Answered(Id, 1, "No", hours: 3.5)), "russia"));
        Assert.Contains("Agreed", Print(After("DRLAC"), "russia"), StringComparison.Ordinal);
    }

    [Fact]
    public void CarrierDesk_ThatIsNoMore_SeesNothing() => Assert.All(
        new[] { "D", "DRL", "DRLAC", "DRW" }, a => Assert.All(new[] { "", "iran", "UN-ENVOY", "un-envoy " }, d => Assert.Null(MessageVisibility.Of(After(a), d))));

    [Fact]
    public void Id_TellsNeitherNumberNorOrder()
    {
        DateTimeOffset at = OperationSamples.Written;
        string id = MessageId.Of(OperationSamples.Content(), "Ivan", at);
        Assert.Matches("^m[0-9a-f]{16}$", id);
        Assert.Equal(id, MessageId.Of(OperationSamples.Content(), "Ivan", at));
        Assert.Equal(5, new[]
        {
            id, MessageId.Of(OperationSamples.Content(text: "Other"), "Ivan", at), MessageId.Of(OperationSamples.Content(), "Olga", at),
            MessageId.Of(OperationSamples.Content(), "Ivan", at.AddSeconds(1)), MessageId.Of(OperationSamples.Content(from: "iran"), "Ivan", at),
        }.Distinct(StringComparer.Ordinal).Count());
    }

    private static string Print(Message message, string desk) => JsonSerializer.Serialize(MessageVisibility.Of(message, desk));

    private static Message After(string acts) => Fold([.. acts.Select(a => a switch { 'D' => Drafted, 'R' => Revised, 'L' => Delivered, 'A' => Answered, 'C' => Carried, _ => Withheld })]);

    private static Message Fold(params Act[] acts) => acts.Aggregate((Message?)null, MessageState.Apply)!;
}
