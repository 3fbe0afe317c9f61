namespace Hudna.Server.Hosting;

/// <summary>Tells addresses of this site from those that would lead a reader away.</summary>
internal static class LocalAddress
{
    /// <summary>True for a path of this site: one slash first, neither a second one nor a backslash after it.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);

    /// <summary>The address as a header can carry it, letters beyond ASCII escaped; null for one that is not of this site.</summary>
    public static string? Header(string? address) => !IsLocal(address) ? null
        : string.Concat(address!.EnumerateRunes().Select(r => r.IsAscii && r.Value != ' ' ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
