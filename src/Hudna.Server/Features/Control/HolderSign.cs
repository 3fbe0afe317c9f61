using System.Globalization;
using Hudna.Places;

namespace Hudna.Server.Features.Control;

/// <summary>The sign of a group of holders: a letter, a shape and a colour, the same on every day and page.</summary>
/// <param name="Group">The group.</param>
/// <param name="Index">Its place among all groups of the record, from 0, most claims first.</param>
public sealed record HolderSign(HolderGroup Group, int Index)
{
    /// <summary>How many shapes and colours there are; letters go on.</summary>
    private const int Looks = 6;

    private const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";

    /// <summary>Signs of all groups that claims on control name.</summary>
    internal static IReadOnlyList<HolderSign> Of(IReadOnlyList<ControlPlace> places) =>
    [
        .. places.SelectMany(p => p.Lines).SelectMany(l => l.Spells.SelectMany(s => s.Evidence).Concat(l.Sieges.SelectMany(s => s.Evidence)))
            .DistinctBy(m => m.ClaimId, StringComparer.Ordinal).SelectMany(m => m.By)
            .GroupBy(g => g.Id, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select((g, i) => new HolderSign(g.OrderBy(h => h.Text, StringComparer.Ordinal).First(), i)),
    ];

    internal string Letter(bool arabic) => LetterOf(Index, arabic);

    internal string Look => LookOf(Index);

    internal static string LetterOf(int index, bool arabic)
    {
        string letters = arabic ? Abjad : Latin;
        return index < letters.Length ? letters[index].ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    internal static string LookOf(int index) => string.Create(CultureInfo.InvariantCulture, $"sign-{index % Looks}");
}

/// <summary>Outlines of signs, around 0, 0 with a radius of about 11.</summary>
internal static class SignShapes
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["sign-0"] = "M-10 0A10 10 0 1 1 10 0A10 10 0 1 1 -10 0Z",
        ["sign-1"] = "M-9.5 -9.5H9.5V9.5H-9.5Z",
        ["sign-2"] = "M0 -13L12.5 9H-12.5Z",
        ["sign-3"] = "M0 -13L13 0L0 13L-13 0Z",
        ["sign-4"] = "M-6.5 -11H6.5L13 0L6.5 11H-6.5L-13 0Z",
        ["sign-5"] = "M0 -12L12 -3L7.5 11H-7.5L-12 -3Z",
        ["sign-contested"] = "M-5 -12H5L12 -5V5L5 12H-5L-12 5V-5Z",
        ["sign-parts"] = "M-11 -8H11V8H-11ZM0 -8V8",
        ["sign-unknown"] = "M-10 0A10 10 0 1 1 10 0A10 10 0 1 1 -10 0Z",
    };

    public static string Path(string look) => Paths[look];

    public static IReadOnlyDictionary<string, string> All => Paths;
}
