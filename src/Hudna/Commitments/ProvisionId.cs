namespace Hudna.Commitments;

/// <summary>Names an agreement's provision as a subject of ratings: <c>agreement:truce:2.a</c>. The number may hold any sign, as it stands
/// last; an agreement's id has no colon.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Number">The provision's number in its text.</param>
public sealed record ProvisionId(string AgreementId, string Number)
{
    private const string Prefix = "agreement:";

    /// <summary>Reads one; null when the text is none, as a claim's id is none.</summary>
    public static ProvisionId? Parse(string subject)
    {
        if (!subject.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        string rest = subject[Prefix.Length..];
        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < rest.Length - 1 ? new ProvisionId(rest[..colon], rest[(colon + 1)..]) : null;
    }

    /// <summary>As subjects are written; reading it gives the same again.</summary>
    public override string ToString() => $"{Prefix}{AgreementId}:{Number}";
}
