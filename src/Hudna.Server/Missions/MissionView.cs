namespace Hudna.Server.Missions;

/// <summary>What the site says of its mission.</summary>
/// <param name="Id">Short id.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="NameAr">Name in Arabic.</param>
/// <param name="DescriptionEn">What it is, in English.</param>
/// <param name="DescriptionAr">What it is, in Arabic.</param>
/// <param name="Zone">Zone that its days are counted in.</param>
/// <param name="LevantineMonths">Whether Arabic month names are the Levantine ones.</param>
/// <param name="DefaultLanguage">Language of a visitor who asks for none that the site has.</param>
/// <param name="Frame">What the map shows first; not a border.</param>
public sealed record MissionView(
    string Id, string NameEn, string NameAr, string DescriptionEn, string DescriptionAr, TimeZoneInfo Zone, bool LevantineMonths,
    string DefaultLanguage, Store.GeoBox Frame);
