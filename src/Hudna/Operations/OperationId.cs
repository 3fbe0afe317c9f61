using System.Globalization;
using System.Text;
using Hudna.Incidents;
using Hudna.Reading;

namespace Hudna.Operations;

/// <summary>Ids of operations, recorded and proposed.</summary>
public static class OperationId
{
    /// <summary>What ids of proposed operations begin with; a claim's id follows.</summary>
    public const string ProposedPrefix = "p-";

    /// <summary><c>o</c> and 16 hex digits of the SHA-256 over type, place, first day and titles, by lines: the same plan gives the same id.</summary>
    public static string Of(OperationPlan plan) => 'o' + ContentId.Sha256(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Wire.Name(plan.Type)}\n{plan.From.PlaceId ?? plan.From.Name}\n{plan.First:yyyy-MM-dd}\n{plan.Title.En}\n{plan.Title.Ar}")))[..16];
}
