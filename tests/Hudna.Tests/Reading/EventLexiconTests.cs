using Hudna.Reading;

namespace Hudna.Tests.Reading;

/// <summary>The breadth of the event lexicon: by which words news tells each PLOVER type, and which look-alikes tell none. Sentences
/// written for the test; codes by the PLOVER 2.0 manual and the reading contract.</summary>
public sealed class EventLexiconTests
{
    /// <summary>Trigger, type, mode, modality, sentence.</summary>
    public static TheoryData<string, string, string?, string, string> Acts => new()
    {
        // AGREE
        { "توافق", "AGREE", null, "asserted", "توافق الطرفان على جدول زمني للحل" },
        { "لبى", "AGREE", null, "asserted", "لبى الوفد دعوة الوسيط الأممي" },
        { "عرض", "AGREE", null, "asserted", "عرض الرئيس التفاوض مع خصومه" },
        { "طرح", "AGREE", null, "asserted", "طرح المبعوث مبادرة جديدة" },
        { "تقدم", "AGREE", null, "asserted", "تقدم الوسيط بمقترح لحل الأزمة" },
        // CONSULT
        { "قابل", "CONSULT", null, "asserted", "قابل الوزير نظيره الفرنسي في باريس" },
        { "استعرض", "CONSULT", null, "asserted", "استعرض الجانبان العلاقات بين البلدين" },
        { "تدارس", "CONSULT", null, "asserted", "تدارس الوزراء الوضع في المنطقة" },
        { "تبادل", "CONSULT", null, "asserted", "تبادل المسؤولان وجهات النظر" },
        { "تحدث", "CONSULT", "phone", "asserted", "تحدث الرئيس هاتفيا مع المستشارة" },
        { "وصل", "CONSULT", "visit", "asserted", "وصل وزير الخارجية إلى عمان" },
        { "أوفد", "CONSULT", "visit", "asserted", "أوفد الأمين العام مبعوثه إلى صنعاء" },
        { "توجه", "CONSULT", "visit", "asserted", "توجه وفد الحكومة إلى جنيف" },
        { "المحادثات غير المباشرة", "CONSULT", "third-party", "asserted", "تتواصل المحادثات غير المباشرة بين الجانبين" },
        { "جهود دبلوماسية", "CONSULT", "third-party", "asserted", "تبذل مسقط جهودا كبيرة وهناك جهود دبلوماسية واسعة" },
        { "ندوة صحفية", "CONSULT", null, "asserted", "عقد الناطق ندوة صحفية في العاصمة" },
        // SUPPORT
        { "صوت", "SUPPORT", null, "asserted", "صوت البرلمان لصالح الاتفاقية" },
        { "صوتت", "SUPPORT", null, "asserted", "صوتت الجمعية العامة بالاجماع على القرار" },
        { "شكر", "SUPPORT", null, "asserted", "شكر الرئيس الدول المانحة" },
        { "اعتذر", "SUPPORT", null, "asserted", "اعتذر السفير عن تصريحاته" },
        { "تعتذر", "SUPPORT", null, "negated", "لم تعتذر الحكومة عن الحادث" },
        { "ثمن", "SUPPORT", null, "asserted", "ثمن الوفد جهود الوسيط" },
        { "امتدح", "SUPPORT", null, "asserted", "امتدح المبعوث دور الأردن" },
        { "عزى", "SUPPORT", null, "asserted", "عزى الرئيس أسر الضحايا" },
        { "اعتمد", "SUPPORT", null, "asserted", "اعتمد مجلس الأمن قرارا جديدا" },
        { "مرر", "SUPPORT", null, "asserted", "مرر البرلمان قانون المصالحة" },
        { "وافق", "SUPPORT", null, "asserted", "وافق البرلمان على مشروع القانون" },
        { "سيصوت", "SUPPORT", null, "planned", "سيصوت النواب لصالح الميزانية" },
        { "أجاز", "SUPPORT", null, "asserted", "أجاز البرلمان مشروع الموازنة" },
        { "تطبيع", "SUPPORT", null, "asserted", "أعلنت الدولتان تطبيع العلاقات بينهما" },
        { "امتنان", "SUPPORT", null, "asserted", "أعرب الوزير عن امتنان بلاده للوسطاء" },
        // COOPERATE
        { "تحالفت", "COOPERATE", null, "asserted", "تحالفت القبائل مع الجيش" },
        { "المتحالفة", "COOPERATE", null, "asserted", "دخلت القوات المتحالفة مع الحكومة" },
        { "يتبادل", "COOPERATE", null, "asserted", "يتبادل الجهازان المعلومات الأمنية" },
        { "وحدت", "COOPERATE", null, "asserted", "وحدت الفصائل صفوفها في الجنوب" },
        { "اندمجت", "COOPERATE", null, "asserted", "اندمجت ثلاث كتائب في فصائل الجنوب" },
        // AID
        { "زودت", "AID", null, "asserted", "زودت واشنطن المعارضة بأسلحة خفيفة" },
        { "تدريب", "AID", null, "asserted", "بدأ خبراء تدريب قوات الشرطة" },
        { "أنقذت", "AID", null, "asserted", "أنقذت البحرية مهاجرين قبالة الساحل" },
        { "إيواء", "AID", null, "asserted", "تواصل البلدية إيواء النازحين" },
        { "استقبلت", "AID", null, "asserted", "استقبلت المدينة آلاف النازحين" },
        { "تبرعت", "AID", null, "asserted", "تبرعت الكويت بعشرة مليون دولار" },
        { "منحت", "AID", null, "asserted", "منحت السويد اللجوء لعائلة" },
        { "إعادة إعمار", "AID", null, "asserted", "تمول الدول المانحة إعادة إعمار المدينة" },
        { "دعم", "AID", null, "asserted", "قدمت المنظمة دعما ثم واصلت تقديم دعم للأهالي" },
        { "مساعدات عسكرية", "AID", null, "asserted", "وصلت إلى الميناء مساعدات عسكرية" },
        // CONCEDE
        { "تنازلت", "CONCEDE", null, "asserted", "تنازلت الحكومة عن شرطها" },
        { "رضخ", "CONCEDE", null, "asserted", "رضخ الوزير لمطالب العمال" },
        { "تراجعت", "CONCEDE", null, "asserted", "تراجعت الحكومة عن قرارها" },
        { "استجابت", "CONCEDE", null, "asserted", "استجابت السلطات لمطالب المحتجين" },
        { "سحبت", "CONCEDE", null, "asserted", "سحبت مصر مشروع القرار" },
        { "الانصياع", "CONCEDE", null, "asserted", "أعلن الحزب الانصياع للحكم" },
        { "خضعت", "CONCEDE", null, "asserted", "خضعت الإدارة لضغوط الشارع" },
        { "علقت", "CONCEDE", null, "asserted", "علقت النقابة الإضراب" },
        // RETREAT
        { "تقهقر", "RETREAT", "withdraw", "asserted", "تقهقر المسلحون نحو الجبال" },
        { "فر", "RETREAT", "withdraw", "asserted", "فر الرئيس من العاصمة" },
        { "إعادة الانتشار", "RETREAT", "withdraw", "asserted", "بدأت القوات إعادة الانتشار" },
        { "انشق", "RETREAT", "withdraw", "asserted", "انشق ضابط عن الجيش" },
        { "سرحت", "RETREAT", "disarm", "asserted", "سرحت الحكومة مقاتلين سابقين" },
        { "استسلم", "RETREAT", "disarm", "asserted", "استسلم عشرة مسلحين" },
        { "يستسلموا", "RETREAT", "disarm", "negated", "لم يستسلموا رغم القصف" },
        { "عفو رئاسي", "RETREAT", "release", "asserted", "صدر عفو رئاسي عن السجناء" },
        { "سلمت", "RETREAT", "release", "asserted", "سلمت الجماعة جثث الجنود" },
        { "توقفت", "RETREAT", "ceasefire", "asserted", "توقفت الاشتباكات في المدينة" },
        { "علق", "RETREAT", "ceasefire", "asserted", "علق الجيش عملياته في الشمال" },
        { "فتح", "RETREAT", "access", "asserted", "فتح الجيش ممرات للمدنيين" },
        { "رفع", "RETREAT", null, "asserted", "رفع الاتحاد العقوبات عن الشركة" },
        { "دخلت", "RETREAT", "access", "asserted", "دخلت قافلة إلى المدينة المحاصرة" },
        { "تنازل", "RETREAT", "resign", "asserted", "تنازل الملك عن العرش" },
        { "تخلى", "RETREAT", "resign", "asserted", "تخلى الرئيس عن السلطة" },
        // REQUEST
        { "مطالبا", "REQUEST", null, "asserted", "كتب النائب رسالة مطالبا بحل الأزمة" },
        { "حضت", "REQUEST", null, "asserted", "حضت واشنطن الأطراف على الهدوء" },
        { "استغاث", "REQUEST", "assist", "asserted", "استغاث الأهالي بالمنظمات" },
        { "تحت ضغط", "REQUEST", "yield", "asserted", "استقال المدير تحت ضغط الشارع" },
        { "استدعت", "REQUEST", "meet", "asserted", "استدعت الخارجية السفير الهولندي" },
        { "طالب", "REQUEST", "change", "asserted", "طالب المعتصمون برحيل المحافظ" },
        { "طالبت", "REQUEST", "yield", "asserted", "طالبت المنظمة بالإفراج عن الناشط" },
        { "طالب", "REQUEST", "assist", "asserted", "طالب المجلس بالتدخل العاجل" },
        // REJECT
        { "أنكر", "REJECT", null, "asserted", "أنكر المتهم صلته بالحادث" },
        { "تنصلت", "REJECT", null, "asserted", "تنصلت الجماعة من الاتفاق" },
        { "لن نسمح", "REJECT", "yield", "asserted", "قال القائد لن نسمح بأي وجود أجنبي" },
        { "لن تلتزم", "REJECT", "yield", "asserted", "أكدت الحكومة أنها لن تلتزم بالقرار" },
        { "لن يشارك", "REJECT", "meet", "asserted", "أعلن الحزب أنه لن يشارك في الحوار" },
        { "ترفض", "REJECT", "yield", "asserted", "ترفض الجماعة الانسحاب من الميناء" },
        { "رفض", "REJECT", "meet", "asserted", "رفض الوفد التفاوض مع خصمه" },
        { "تحدت", "REJECT", "yield", "asserted", "تحدت المدينة حظر السفر" },
        { "كذبت", "REJECT", null, "asserted", "كذبت الوزارة أنباء الانسحاب" },
        { "كاذبة", "REJECT", null, "asserted", "وصف الناطق الاتهامات بأنها كاذبة" },
        { "مقاومة", "REJECT", null, "asserted", "تواجه الخطة مقاومة من شيوخ القبائل" },
        { "صوت", "REJECT", null, "asserted", "صوت النواب ضد القانون" },
        // ACCUSE
        { "اتهمت", "ACCUSE", "allege", "asserted", "اتهمت صنعاء الرياض بالتصعيد" },
        { "استياء", "ACCUSE", "disapprove", "asserted", "أعرب الوفد عن استياء شديد" },
        { "وبخ", "ACCUSE", "disapprove", "asserted", "وبخ الوزير القادة" },
        { "غير المبرر", "ACCUSE", "disapprove", "asserted", "ندد بهذا القرار غير المبرر" },
        { "دعوى قضائية", "ACCUSE", "allege", "asserted", "أقامت العائلة دعوى قضائية" },
        { "محاكمة", "ACCUSE", "allege", "asserted", "انطلقت محاكمة الوزير السابق" },
        { "أحالت", "ACCUSE", "allege", "asserted", "أحالت النيابة المتهمين على القضاء" },
        { "وثقت", "ACCUSE", "allege", "asserted", "وثقت المنظمة انتهاكات في السجون" },
        { "استجوبت", "ACCUSE", "investigate", "asserted", "استجوبت الشرطة الشاهد" },
        { "التحقيق في", "ACCUSE", "investigate", "asserted", "باشرت النيابة التحقيق في الحادث" },
        { "تقصي الحقائق", "ACCUSE", "investigate", "asserted", "وصل فريق تقصي الحقائق" },
        // THREATEN
        { "لوح", "THREATEN", null, "asserted", "لوح الوزير بالانسحاب من الحكومة" },
        { "أمهلت", "THREATEN", null, "asserted", "أمهلت الجماعة السكان يومين للمغادرة" },
        { "محذرا", "THREATEN", null, "asserted", "غادر الوزير القاعة محذرا خصومه من الحرب" },
        { "هدد", "THREATEN", "violence", "asserted", "هدد القائد بقصف المطار" },
        { "هددت", "THREATEN", "restrict", "asserted", "هددت واشنطن بفرض قيود جديدة" },
        { "هددت", "THREATEN", "relations", "asserted", "هددت بغداد بقطع التعاون" },
        { "مهلة", "THREATEN", null, "asserted", "منح المسلحون الأهالي مهلة أخيرة" },
        { "إعادة النظر في", "THREATEN", "relations", "asserted", "أعلنت الدولة إعادة النظر في علاقاتها مع جارتها" },
        // PROTEST
        { "ردد", "PROTEST", "demo", "asserted", "ردد المحتجون شعارات ضد الغلاء" },
        { "رفع", "PROTEST", "demo", "asserted", "رفع المشاركون لافتات تندد بالغلاء" },
        { "وقفة احتجاجية", "PROTEST", "demo", "asserted", "شهدت الساحة وقفة احتجاجية" },
        { "انتفاضة", "PROTEST", "riot", "asserted", "اندلعت انتفاضة في الأحياء الفقيرة" },
        { "أشعل", "PROTEST", "obstruct", "asserted", "أشعل شبان إطارات في الشارع" },
        { "يسد", "PROTEST", "obstruct", "asserted", "يسد الأهالي الطريق بالحجارة منذ الصباح" },
        { "أضرب", "PROTEST", "strike", "asserted", "أضرب عمال المناجم أمس" },
        { "إضراب الجوع", "PROTEST", "hunger", "asserted", "واصل الأسرى إضراب الجوع" },
        { "أضربوا عن الطعام", "PROTEST", "hunger", "asserted", "قال المحامي إن السجناء أضربوا عن الطعام" },
        { "رمى", "PROTEST", "riot", "asserted", "رمى شبان الحجارة على الشرطة" },
        { "أحرق", "PROTEST", "vandalize", "asserted", "أحرق المتظاهرون أعلاما أجنبية" },
        { "أعمال الشغب", "PROTEST", "riot", "asserted", "امتدت أعمال الشغب إلى الضواحي" },
        // SANCTION
        { "أدانت", "SANCTION", "convict", "asserted", "أدانت المحكمة ثلاثة متهمين" },
        { "بالإعدام", "SANCTION", "convict", "asserted", "عوقب المتهم بالإعدام" },
        { "حكما بالسجن", "SANCTION", "convict", "asserted", "أصدر القضاء حكما بالسجن" },
        { "أقال", "SANCTION", "expel", "asserted", "أقال الرئيس قائد الأركان" },
        { "أقيل", "SANCTION", "expel", "asserted", "أقيل المحافظ من منصبه" },
        { "عزل", "SANCTION", "expel", "asserted", "عزل المجلس رئيسه" },
        { "أعفى", "SANCTION", "expel", "asserted", "أعفى الملك الوزير من مهامه" },
        { "ألغت", "SANCTION", "discontinue", "asserted", "ألغت الحكومة الاتفاقية" },
        { "خفضت", "SANCTION", "discontinue", "asserted", "خفضت الدولة تمثيلها الدبلوماسي" },
        { "ستلغي", "SANCTION", "discontinue", "planned", "ستلغي بلاده زيارة الوفد" },
        { "سحبت", "SANCTION", "withdraw", "asserted", "سحبت الرباط سفيرها من طهران" },
        { "عقوبات", "SANCTION", null, "asserted", "أعلن الاتحاد عقوبات اقتصادية على الشركة" },
        // MOBILIZE
        { "حركت", "MOBILIZE", "weapons", "asserted", "حركت الفصائل دبابات نحو الجسر" },
        { "جندت", "MOBILIZE", "troops", "asserted", "جندت الجماعة أطفالا في القرى" },
        { "مناورات بحرية", "MOBILIZE", "troops", "asserted", "انطلقت مناورات بحرية في الخليج" },
        { "حالة تأهب", "MOBILIZE", "troops", "asserted", "أعلن الجيش حالة تأهب" },
        { "تجربة صاروخية", "MOBILIZE", "weapons", "asserted", "أجرت بيونغ يانغ تجربة صاروخية" },
        { "نصب", "MOBILIZE", "troops", "asserted", "نصب المسلحون حواجز على الطريق" },
        { "استدعى", "MOBILIZE", "troops", "asserted", "استدعى الجيش قوات الاحتياط" },
        { "تحصن", "MOBILIZE", "troops", "asserted", "تحصن المسلحون داخل المبنى" },
        // COERCE
        { "ضبطت", "COERCE", "arrest", "asserted", "ضبطت الشرطة عناصر العصابة" },
        { "إيقاف", "COERCE", "arrest", "asserted", "تم إيقاف شخصين على الحدود" },
        { "فككت", "COERCE", "arrest", "asserted", "فككت السلطات خلية مسلحة" },
        { "اقتاد", "COERCE", "arrest", "asserted", "اقتاد الجنود الشاب إلى ثكنة" },
        { "اقتيد", "COERCE", "arrest", "asserted", "اقتيد الصحفي إلى مركز الشرطة" },
        { "مذكرة توقيف", "COERCE", "arrest", "asserted", "أصدر القاضي مذكرة توقيف" },
        { "انتزعت", "COERCE", "seize", "asserted", "انتزعت القوات السيطرة على الميناء" },
        { "أطاح", "COERCE", "seize", "asserted", "أطاح الجيش بالحكومة" },
        { "اجتاحت", "COERCE", "seize", "asserted", "اجتاحت القوات البلدة الحدودية" },
        { "توغلت", "COERCE", "seize", "asserted", "توغلت الآليات شرقي القطاع" },
        { "حجزت", "COERCE", "seize", "asserted", "حجزت الجمارك كمية من السلاح" },
        { "محاولة انقلاب", "COERCE", "seize", "asserted", "شهدت البلاد محاولة انقلاب" },
        { "حجبت", "COERCE", "censor", "asserted", "حجبت السلطات مواقع إخبارية" },
        { "أغلقت", "COERCE", "censor", "asserted", "أغلقت الحكومة قناة محلية" },
        { "قيدت", "COERCE", "restrict", "asserted", "قيدت الإدارة حرية التنقل" },
        { "حظر تجول", "COERCE", "curfew", "asserted", "أعلنت الشرطة حظر تجول" },
        { "حالة طوارئ", "COERCE", "martial-law", "asserted", "تعيش المدينة حالة طوارئ" },
        { "هجوم إلكتروني", "COERCE", "cyber", "asserted", "تعرض المصرف إلى هجوم إلكتروني" },
        { "شردت", "COERCE", "deport", "asserted", "شردت الميليشيا سكان القرية" },
        { "أجبر", "COERCE", null, "asserted", "أجبر المسلحون السكان على الرحيل" },
        { "تجويع", "COERCE", "withhold", "asserted", "نددت المنظمة بسياسة تجويع الأهالي" },
        // ASSAULT
        { "صفع", "ASSAULT", "beat", "asserted", "صفع الشرطي البائع" },
        { "سوء المعاملة", "ASSAULT", "torture", "asserted", "اشتكى السجناء سوء المعاملة" },
        { "تحرش", "ASSAULT", "sexual", "asserted", "تحرش الحارس بنزيلة" },
        { "تصفية", "ASSAULT", "targeted", "asserted", "أعلن التنظيم تصفية قيادي في الجماعة" },
        { "اقتتال", "ASSAULT", null, "asserted", "تجدد اقتتال الفصائل في الريف" },
        { "أباد", "ASSAULT", null, "asserted", "أباد المهاجمون قرية كاملة" },
        { "عملية دهس", "ASSAULT", null, "asserted", "جرح أربعة في عملية دهس" },
        { "فخخ", "ASSAULT", "explosives", "asserted", "فخخ المقاتلون الجسر" },
        { "هدم", "ASSAULT", "destroy", "asserted", "هدم الجنود منزلا في القرية" },
        { "أضرم", "ASSAULT", "destroy", "asserted", "أضرم مجهولون النار في المستودع" },
        { "اعترضت", "ASSAULT", "destroy", "asserted", "اعترضت الدفاعات صاروخا فوق المدينة" },
        { "دكت", "ASSAULT", "heavy-weapons", "asserted", "دكت المدفعية مواقع التنظيم" },
        { "سقطت", "ASSAULT", "heavy-weapons", "asserted", "سقطت قذائف على الحي" },
        { "فرقت", "ASSAULT", "crowd-control", "asserted", "فرقت الشرطة المتظاهرين" },
        { "الغاز المسيل للدموع", "ASSAULT", "crowd-control", "asserted", "استعمل الدرك الغاز المسيل للدموع" },
        { "استخدم", "ASSAULT", "unconventional", "asserted", "استخدم الجيش سلاحا كيماويا في القرية" },
        { "فتح", "ASSAULT", "firearms", "asserted", "فتح مسلح النار على دورية" },
        { "حرب أهلية", "ASSAULT", null, "asserted", "تعيش البلاد حرب أهلية" },
        { "راح ضحية", "ASSAULT", null, "asserted", "راح ضحية النزاع مئات الأبرياء" },
        { "أعمال عنف", "ASSAULT", null, "asserted", "شهد الإقليم أعمال عنف متفرقة" },
    };

    /// <summary>A word that is no act there, and the sentence.</summary>
    public static TheoryData<string, string> LookAlikes => new()
    {
        { "نسبة", "بلغت نسبة المشاركة ثلث الناخبين" }, // not سب
        { "تقل", "كانت الحافلة تقل عمالا" }, // carries, not أقال
        { "يقل", "قدم ما لا يقل عن مئة طلب" }, // at least
        { "قضية", "هذه قضية معقدة" }, // not قضى
        { "ترجمة", "صدرت ترجمة الكتاب" }, // not رجم
        { "إنها", "قالت الشركة إنها تدرس العرض" }, // not أنهى
        { "صوت", "كان صوت المذيع خافتا" }, // voice
        { "ثمن", "ارتفع ثمن الخبز" }, // price
        { "نشر", "نشر الكاتب رواية جديدة" }, // published
        { "رفع", "رفع المصرف سعر الفائدة" }, // raised a price
        { "قطع", "قطع العداء مسافة طويلة" }, // covered
        { "سحب", "سحب الزبون مبلغا من المصرف" }, // money
        { "طرح", "طرح الصحفي سؤالا" }, // a question
        { "حمل", "حمل المسافر حقيبته" }, // carried
        { "فتح", "فتح المتجر أبوابه" }, // a shop
        { "عزل", "تساعد المادة على عزل الجدران" }, // insulation
        { "فصل", "يبدأ فصل الشتاء" }, // season
        { "ضبط", "يجب ضبط الساعة" }, // set a clock
        { "تراجع", "تراجع الدينار أمام اليورو عندما فتح السوق" }, // the currency; عندما is not عن
        { "دخل", "ارتفع دخل الأسرة" }, // income
        { "تحرك", "تحرك القطار في موعده" }, // a train
        { "زرع", "زرع الفلاح القمح" }, // wheat
        { "أصاب", "أصاب الطبيب في تشخيصه" }, // was right
        { "سقط", "سقط المطر على السهول" }, // rain
        { "غادر", "غادر الطالب القاعة" }, // a pupil
        { "استقبل", "استقبل النادي منافسه" }, // a match
        { "حرك", "حرك الهواء الستائر" }, // the air
        { "خفض", "خفض المصنع أسعاره" }, // prices
        { "ضرب", "ضرب الحداد الحديد" }, // iron
        { "ألقى", "ألقى الشاعر قصيدة" }, // a poem
        { "حجز", "يمكن حجز التذاكر من الموقع" }, // booking
        { "قابل", "الطعام غير قابل للتخزين" }, // able to
        { "علق", "علق الفنان اللوحة على الجدار" }, // hung
        { "حقق", "حقق الفريق فوزا كبيرا" }, // achieved
        { "أطلق", "أطلق المصنع سيارة جديدة" }, // launched
        { "وصل", "وصل القطار إلى المحطة" }, // a train
        { "جند", "وصل جند إلى القلعة القديمة" }, // soldiers
        { "مهلة", "اتسعت مهلة التسجيل" }, // term of registration
        { "منح", "تقدم الجامعة منح دراسية" }, // scholarships
        { "وزع", "وزع المعلم الكتب" }, // books
        { "حظر", "كان حظر الاستعمال مكتوبا على العلبة" }, // a label
        { "تطهير", "يستعمل في تطهير الجروح" }, // wounds
        { "تسوية", "انتهت تسوية الفاتورة" }, // a bill
        { "أقام", "أقام الفنان معرضا" }, // an exhibition
        { "تصفية", "فاز في تصفية البطولة" }, // sport
        { "طرد", "وصل طرد بريدي" }, // a parcel
        { "مقاومة", "درس الطلاب مقاومة المواد" }, // resistance of materials
        { "فرق", "هناك فرق كبير بين السعرين" }, // difference
        { "حبس", "حبس الجمهور أنفاسه" }, // breath
        { "سد", "زار الطلاب سد المدينة" }, // a dam
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public void Act_IsCoded(string trigger, string type, string? mode, string modality, string text)
    {
        DocumentReading reading = Reader.Read(text, "2017-03-02");
        EventMention? found = reading.Events.FirstOrDefault(e => e.Text == trigger);
        Assert.True(found is not null, $"found: {string.Join(" · ", reading.Events.Select(e => $"{e.Text} {e.Type} {e.Mode}"))}");
        Assert.Equal((type, mode, modality), (Wire.Name(found.Type), found.Mode, Wire.Name(found.Modality)));
    }

    /// <summary>Homographs and other senses: a wrong act is worse than a missed one.</summary>
    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void LookAlike_IsNoAct(string word, string text) =>
        Assert.DoesNotContain(Reader.Read(text, "2017-03-02").Events, e => e.Text == word);
}
