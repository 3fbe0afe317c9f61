using System.Globalization;
using System.Text;
using Hudna.Incidents;

namespace Hudna.Talks;

/// <summary>Ids of messages.</summary>
public static class MessageId
{
    /// <summary><c>m</c> and 16 hex digits of the SHA-256 over desks, drafter, time, subject and text: no id tells of another message, and
    /// who guesses one gets no other answer than for an id that is nobody's.</summary>
    public static string Of(MessageContent content, string by, DateTimeOffset at) => 'm' + ContentId.Sha256(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{content.FromDesk}\n{content.ToDesk}\n{content.CarrierDesk}\n{by}\n{at:O}\n{content.Subject}\n{content.Text}")))[..16];
}
