using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>Reported speech in the patterns of news: words and speaker. Sentences written for the test, reason behind each row.</summary>
public sealed class ReportedSpeechTests
{
    [Theory]
    [InlineData("قال وزير الدفاع الأوكراني إن القوات صدت الهجوم.", "القوات صدت الهجوم", "وزير الدفاع الأوكراني")] // verb, subject, inna
    [InlineData("وقالت وزارة الداخلية السودانية إن الأوضاع مستقرة.", "الأوضاع مستقرة", "وزارة الداخلية السودانية")] // feminine subject
    [InlineData("وقال مسؤول أمريكي إن بلاده لن تشارك في العملية.", "بلاده لن تشارك في العملية", "مسؤول أمريكي")] // unnamed official
    [InlineData("أكد شهود عيان أن الطائرات قصفت السوق.", "الطائرات قصفت السوق", "شهود عيان")] // witnesses
    [InlineData("ذكرت مصادر محلية أن المسلحين غادروا البلدة.", "المسلحين غادروا البلدة", "مصادر محلية")] // broken plural takes the feminine
    [InlineData("أفاد ناشطون بأن الجسر دمر بالكامل.", "الجسر دمر بالكامل", "ناشطون")] // bi-anna
    [InlineData("أعلن متحدث باسم الجيش السوداني أن المعارك توقفت.", "المعارك توقفت", "متحدث باسم الجيش السوداني")] // spokesman with his body
    [InlineData("وأوضح المتحدث العسكري أن القصف أصاب مخزنا للوقود.", "القصف أصاب مخزنا للوقود", "المتحدث العسكري")] // definite noun
    [InlineData("وقال المصدر إن الجنود عادوا إلى ثكناتهم.", "الجنود عادوا إلى ثكناتهم", "المصدر")] // the source
    [InlineData("وقال سكان في المدينة إن الكهرباء مقطوعة منذ يومين.", "الكهرباء مقطوعة منذ يومين", "سكان")] // residents
    [InlineData("اعتبر محللون أن الاتفاق هش.", "الاتفاق هش", "محللون")] // analysts
    [InlineData("قالت موسكو إن الضربات ستستمر.", "الضربات ستستمر", "موسكو")] // capital speaks
    [InlineData("واعتبرت باريس أن الانتخابات غير نزيهة.", "الانتخابات غير نزيهة", "باريس")] // capital speaks
    [InlineData("وأكدت أنقرة أنها لن تسحب جنودها.", "أنها لن تسحب جنودها", "أنقرة")] // pronoun on anna stays
    [InlineData("وشددت الأمم المتحدة على ضرورة حماية المدنيين.", "ضرورة حماية المدنيين", "الأمم المتحدة")] // ala
    [InlineData("أعرب الاتحاد الأوروبي عن قلقه من تجدد المعارك.", "قلقه من تجدد المعارك", "الاتحاد الأوروبي")] // an
    [InlineData("أشار لافروف إلى أن المفاوضات صعبة.", "المفاوضات صعبة", "لافروف")] // ila anna
    [InlineData("لفت غوتيريش إلى تدهور الوضع الإنساني.", "تدهور الوضع الإنساني", "غوتيريش")] // ila noun
    [InlineData("دعا غوتيريش إلى وقف فوري للقتال.", "وقف فوري للقتال", "غوتيريش")] // call
    [InlineData("حذرت الأمم المتحدة من كارثة إنسانية في الحديدة.", "كارثة إنسانية في الحديدة", "الأمم المتحدة")] // warning
    [InlineData("اتهمت إيران إسرائيل بقصف المصنع.", "قصف المصنع", "إيران")] // accusation
    [InlineData("اتهم غوتيريش الطرفين بعرقلة المساعدات.", "عرقلة المساعدات", "غوتيريش")] // accusation, common object
    [InlineData("طالبت بيروت مجلس الأمن بالتحرك العاجل.", "التحرك العاجل", "بيروت")] // demand
    [InlineData("هددت طهران بإغلاق المضيق.", "إغلاق المضيق", "طهران")] // threat
    [InlineData("تعهد زيلينسكي بمواصلة الإصلاحات.", "مواصلة الإصلاحات", "زيلينسكي")] // promise
    [InlineData("نفى الكرملين أن تكون روسيا قد قصفت المستشفى.", "تكون روسيا قد قصفت المستشفى", "الكرملين")] // denial
    [InlineData("وصف ماكرون القرار بأنه خطأ كبير.", "القرار بأنه خطأ كبير", "ماكرون")] // object and what is said of it
    [InlineData("ووصف الأسد الاتهامات بأنها كاذبة.", "الاتهامات بأنها كاذبة", "الأسد")] // object and what is said of it
    [InlineData("أبدت أنقرة استعدادها لاستضافة المحادثات.", "استعدادها لاستضافة المحادثات", "أنقرة")] // willingness
    [InlineData("أكدت برلين أهمية استمرار الحوار.", "أهمية استمرار الحوار", "برلين")] // noun phrase
    [InlineData("أعلن حزب الله مقتل ثلاثة من عناصره.", "مقتل ثلاثة من عناصره", "حزب الله")] // noun phrase
    [InlineData("تساءل ماكرون عما إذا كانت الهدنة ستصمد.", "عما إذا كانت الهدنة ستصمد", "ماكرون")] // indirect question
    [InlineData("لافروف يؤكد أن الهدنة صامدة", "الهدنة صامدة", "لافروف")] // headline, subject first
    [InlineData("الصين تدعو إلى ضبط النفس", "ضبط النفس", "الصين")] // headline, subject first
    [InlineData("السعودية تتهم الحوثيين بقصف ميناء جازان", "قصف ميناء جازان", "السعودية")] // headline: the object after the verb does not speak
    [InlineData("مصدر أمني: الانفجار ناجم عن عبوة ناسفة", "الانفجار ناجم عن عبوة ناسفة", "مصدر أمني")] // headline with a colon
    [InlineData("المرصد السوري لحقوق الإنسان: مقتل عشرة مقاتلين في درعا", "مقتل عشرة مقاتلين في درعا", "المرصد السوري لحقوق الإنسان")] // headline with a colon
    [InlineData("وقال لافروف، خلال مؤتمر صحفي في موسكو، إن الضربات دقيقة.", "الضربات دقيقة", "لافروف")] // adjunct between commas
    [InlineData("وقال في مؤتمر صحفي، وزير الخارجية الروسي سيرغي لافروف، إن الضربات دقيقة.", "الضربات دقيقة", "وزير الخارجية الروسي سيرغي لافروف")] // subject after an adjunct
    [InlineData("وقال الرئيس الأوكراني فولوديمير زيلينسكي أمس الجمعة في كييف إن الحرب طويلة.", "الحرب طويلة", "الرئيس الأوكراني فولوديمير زيلينسكي")] // time and place between
    [InlineData("الرئيس الروسي، خلال زيارته إلى بكين، أكد أن العلاقات ممتازة.", "العلاقات ممتازة", "الرئيس الروسي")] // adjunct before the verb
    [InlineData("وكان لافروف قد أعلن أن المحادثات ستستأنف قريبا.", "المحادثات ستستأنف قريبا", "لافروف")] // kana with qad
    [InlineData("وكان بعض المحللين قد توقعوا أن ينهار الاتفاق.", "ينهار الاتفاق", "بعض المحللين")] // kana with a plain noun
    [InlineData("الطرفان أكدا أن الهدنة سارية.", "الهدنة سارية", "الطرفان")] // noun before a dual verb
    [InlineData("وقال لافروف: \"نحن نرحب بجميع الوفود في موسكو\".", "نحن نرحب بجميع الوفود في موسكو", "لافروف")] // quotation
    [InlineData("\"لن نتفاوض تحت القصف مهما حدث\"، قال زيلينسكي.", "لن نتفاوض تحت القصف مهما حدث", "زيلينسكي")] // quotation first
    [InlineData("وقال زيلينسكي: \"الوضع صعب في الشرق. لكننا صامدون هناك\".", "الوضع صعب في الشرق. لكننا صامدون هناك", "زيلينسكي")] // quotation of two sentences
    [InlineData("قتل ستة مدنيين في خان شيخون، وفق المرصد السوري لحقوق الإنسان.", "قتل ستة مدنيين في خان شيخون", "المرصد السوري لحقوق الإنسان")] // attribution at the end
    [InlineData("بحسب الأمم المتحدة، فإن آلاف الأسر نزحت من المدينة.", "آلاف الأسر نزحت من المدينة", "الأمم المتحدة")] // attribution at the head
    [InlineData("وحسب المصدر، فإن الصاروخ سقط في البحر.", "الصاروخ سقط في البحر", "المصدر")] // attribution to a noun
    [InlineData("انهار المبنى على سكانه، بحسب شهود عيان.", "انهار المبنى على سكانه", "شهود عيان")] // attribution to a noun
    [InlineData("اندلعت مواجهات قرب المعبر، وفقا لمصادر محلية.", "اندلعت مواجهات قرب المعبر", "مصادر محلية")] // attribution with li
    [InlineData("جاء في بيان للجيش اللبناني أن دورية تعرضت لإطلاق نار.", "دورية تعرضت لإطلاق نار", "بيان للجيش اللبناني")] // a document speaks
    [InlineData("وورد في التقرير أن الضحايا من المدنيين.", "الضحايا من المدنيين", "التقرير")] // a document speaks
    [InlineData("نقلت رويترز عن مسؤول تركي قوله إن الحدود مغلقة.", "الحدود مغلقة", "مسؤول تركي")] // the relay does not speak
    [InlineData("قالت موسكو إن القاعدة آمنة، وذلك خلال اجتماع مجلس الأمن.", "القاعدة آمنة", "موسكو")] // the reporter's words end it
    [InlineData("قالت طهران إن المفاعل سلمي، في إشارة إلى تقارير غربية.", "المفاعل سلمي", "طهران")] // the reporter's words end it
    [InlineData("قالت المعارضة إن القصف عنيف، على حد تعبيرها.", "القصف عنيف", "المعارضة")] // the reporter's words end it
    [InlineData("قيل إن الطائرة أقلعت من مطار صغير.", "الطائرة أقلعت من مطار صغير", null)] // passive: nobody speaks
    public void OneReport_HasWordsAndSpeaker(string text, string words, string? speaker)
    {
        StatementMention found = Assert.Single(Reader.Read(text, "2017-01-19").Statements);
        Assert.Equal((words, speaker), (found.Text, found.Speaker));
    }

    [Theory]
    [InlineData("قال لافروف إن الهدنة صامدة، مضيفا أن الوفود وصلت، ومشيرا إلى أن الحوار بدأ.", "لافروف|لافروف|لافروف")] // participles go on
    [InlineData("قالت موسكو إن الهدنة صامدة. وأضافت أن المراقبين وصلوا.", "موسكو|موسكو")] // no subject, feminine
    [InlineData("قال لافروف إن الهدنة صامدة. وأضاف أن المراقبين وصلوا. وتابع أن العمل مستمر.", "لافروف|لافروف|لافروف")] // no subject, twice
    [InlineData("قال وزير الدفاع التركي إن العملية انتهت. ونفت موسكو أن تكون العملية انتهت. وأضاف أن الجنود عادوا.", "وزير الدفاع التركي|موسكو|وزير الدفاع التركي")] // a masculine verb passes over a feminine speaker
    [InlineData("قال شهود عيان إن القصف عنيف. وأضافوا أن السوق احترق.", "شهود عيان|شهود عيان")] // plural
    [InlineData("قال لافروف إن الهدنة صامدة، فيما أعلنت أنقرة أن المراقبين وصلوا.", "لافروف|أنقرة")] // a clause of its own
    [InlineData("قال لافروف إن الهدنة صامدة، بينما أكد الكرملين أن المراقبين وصلوا.", "لافروف|الكرملين")] // a clause of its own
    [InlineData("قال المصدر إن القافلة وصلت، وأعلنت الأمم المتحدة أن الطريق آمن.", "المصدر|الأمم المتحدة")] // the next report after a comma
    [InlineData("اتهمت أنقرة دمشق بقصف المخيم، مؤكدة أن الرد قادم.", "أنقرة|أنقرة")] // a feminine participle
    [InlineData("دعا ماكرون إلى حوار وطني، محذرا من حرب طويلة.", "ماكرون|ماكرون")] // participle with its own preposition
    [InlineData("قال لافروف: \"المحادثات صعبة للغاية هنا\". وأكد أنه متفائل.", "لافروف|لافروف")] // after a quotation
    [InlineData("أعلن الجيش اللبناني أن دورية تعرضت لإطلاق نار. وأوضح أن جنديين أصيبا.", "الجيش اللبناني|الجيش اللبناني")] // a body goes on
    public void SeveralReports_HaveTheirSpeakers(string text, string speakers) =>
        Assert.Equal(speakers.Split('|'), Reader.Read(text, "2017-01-19").Statements.Select(s => s.Speaker));

    [Theory]
    [InlineData("لم يوضح الوزير أسباب الاستقالة.")] // negated
    [InlineData("يذكر أن المدينة تتعرض لحصار منذ عام.")] // formula
    [InlineData("يشار إلى أن المحادثات بدأت قبل شهر.")] // formula
    [InlineData("وتجدر الإشارة إلى أن الطريق مغلق.")] // formula
    [InlineData("انسحبت القوات وفق الاتفاق الموقع في الدوحة.")] // an agreement does not speak
    [InlineData("وصلت المساعدات بحسب الخطة إلى المخيم.")] // a plan does not speak
    [InlineData("استعادت القوات البلدة التي يتهم بحرقها.")] // relative with a pronoun
    [InlineData("مشروع قرار يطالب إسرائيل بوقف الاستيطان.")] // a draft demands without speaking
    [InlineData("بدأ الحوار بين الحكومة والمعارضة في جوبا.")] // between, no verb
    [InlineData("أظهرت لقطات أن المبنى دمر.")] // evidence
    [InlineData("وصلت إلى المكتبة كتب جديدة من بيروت.")] // books
    [InlineData("لن يقول الوزير شيئا عن المفاوضات.")] // negated
    [InlineData("الهدنة التي وصفها بأنها هشة انهارت.")] // relative with a pronoun
    public void NothingIsReported(string text) => Assert.Empty(Reader.Read(text, "2017-01-19").Statements);
}
