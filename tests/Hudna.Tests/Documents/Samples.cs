using System.Text;

namespace Hudna.Tests.Documents;

/// <summary>Texts and encodings that several tests use. Written for these tests.</summary>
internal static class Samples
{
    internal const string Arabic =
        "قال متحدث باسم فصائل المعارضة يوم الجمعة إن الهدنة دخلت حيز التنفيذ منتصف الليل في معظم أنحاء البلاد.\n"
        + "وأضاف أن قصفا مدفعيا استهدف بلدة في ريف دمشق بعد ساعات من بدء وقف إطلاق النار، ما أدى إلى مقتل شخصين وإصابة سبعة.\n";

    internal const string Persian =
        "وزیر امور خارجه ایران گفت که این توافق برای پایان دادن به درگیری‌ها در سوریه است و از همه طرف‌ها خواست به آن پایبند باشند. او گفت گفتگوها ادامه می یابد.";

    internal const string Urdu = "وزیر خارجہ نے کہا ہے کہ جنگ بندی کے بعد شام میں امن کی کوششیں جاری ہیں اور یہ معاہدہ سب کے لیے اہم ہے۔";

    internal const string Kurdish = "وەزیری دەرەوە ڕایگەیاند کە ئەم ڕێککەوتنە بۆ ڕاگرتنی شەڕە لە سووریا و هەموو لایەنەکان دەبێت پێوەی پابەند بن.";

    internal const string English = "The foreign minister said on Friday that the truce was holding in most of the country, and that talks would go on.";

    internal const string French = "Le ministre a déclaré vendredi que la trêve était respectée dans la plupart des régions du pays et que les négociations se poursuivraient.";

    internal const string Turkish = "Dışişleri bakanı cuma günü ateşkesin ülkenin büyük bölümünde sürdüğünü ve görüşmelerin devam edeceğini söyledi.";

    internal const string Russian = "Министр иностранных дел заявил в пятницу, что перемирие соблюдается на большей части территории страны.";

    internal const string Hebrew = "שר החוץ אמר ביום שישי כי הפסקת האש נשמרת ברוב חלקי המדינה וכי השיחות יימשכו.";

    internal static Encoding Windows(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
