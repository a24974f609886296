// Sentences of the kiosk's kind, for tests of shaping: joins, conjuncts, stacked marks, vowel signs on every side. Each
// is set in one font: no punctuation that another script's font would lend.
#pragma once

#include <array>
#include <vector>

namespace support {

struct ReferenceStrings {
    const char* language; // BCP 47
    const char* script;   // ISO 15924
    const char* file;     // of its regular font
    int face;
    float units_per_em;
    bool right_to_left;
    std::array<const char*, 10> sentences;
};

inline const std::vector<ReferenceStrings>& reference_strings() {
    static const std::vector<ReferenceStrings> all{
        {"ar",
         "Arab",
         "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
         0,
         1000,
         true,
         {"مرحبًا بكم، كيف يمكننا مساعدتكم؟", "سجّل وصولك للزيارة", "هل هذه زيارتك اليوم؟", "لا يزال بإمكانك الدخول",
          "اذهب إلى مكتب الاستقبال من فضلك", "أحتاج إلى مُتَرجِم", "سنحفظ اسمك وتاريخ ميلادك هنا",
          "المس هنا لإنهاء الزيارة", "غرفة هادئة للأطفال والعائلة", "لم نجد هذا الرمز، حاول مرّةً أخرى"}},
        {"ps",
         "Arab",
         "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
         0,
         1000,
         true,
         {"ښه راغلاست، څنګه مرسته درسره وکړو؟", "د لیدنې لپاره خپل نوم ولیکئ", "ایا نن ستاسو لیدنه ده؟",
          "تاسو اوس هم دننه راتلای شئ", "مهرباني وکړئ د استقبال مېز ته ورشئ", "زه ژباړونکي ته اړتیا لرم",
          "دلته ټچ کړئ چې پای ته ورسېږي", "د ماشومانو لپاره آرامه خونه", "دا کوډ ونه موندل شو، بیا هڅه وکړئ",
          "ستاسو ټولې لیکنې له دې سکرین څخه پاکې شوې"}},
        {"hi",
         "Deva",
         "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf",
         0,
         1000,
         false,
         {"आपका स्वागत है", "मुलाक़ात के लिए यहाँ आने की सूचना दें", "यह आज की आपकी मुलाक़ात है।", "आप अब भी अंदर आ सकते हैं।",
          "कृपया स्वागत कक्ष पर जाएँ।", "मुझे दुभाषिए की ज़रूरत है।", "बच्चों के लिए शांत कमरा", "अपनी जन्मतिथि लिखें और आगे बढ़ें।",
          "क्षेत्रीय कार्यालय में प्रतीक्षा करें।", "आपका पत्र और पहचान संख्या सुरक्षित है।"}},
        {"bn",
         "Beng",
         "/usr/share/fonts/truetype/noto/NotoSansBengali-Regular.ttf",
         0,
         1000,
         false,
         {"আপনাকে স্বাগত", "সাক্ষাতের জন্য এখানে জানান", "আপনি এখনও ভেতরে আসতে পারেন।", "অনুগ্রহ করে অভ্যর্থনা ডেস্কে যান।",
          "আমার একজন দোভাষী দরকার।", "শিশুদের জন্য শান্ত ঘর", "আপনার জন্মতারিখ লিখুন।",
          "এই কোডটি পাওয়া যায়নি। আবার চেষ্টা করুন।", "আঞ্চলিক কার্যালয়ে অপেক্ষা করুন।", "আপনার চিঠির নম্বরটি সংরক্ষিত আছে।"}},
        {"km",
         "Khmr",
         "/usr/share/fonts/truetype/noto/NotoSansKhmer-Regular.ttf",
         0,
         1000,
         false,
         {"សូមស្វាគមន៍", "ចុះឈ្មោះសម្រាប់ការជួបជុំ", "អ្នកនៅតែអាចចូលបាន។", "សូមទៅកាន់តុទទួលភ្ញៀវ។", "ខ្ញុំត្រូវការអ្នកបកប្រែ។",
          "បន្ទប់ស្ងាត់សម្រាប់កុមារ", "សូមវាយថ្ងៃខែឆ្នាំកំណើតរបស់អ្នក។", "រកមិនឃើញលេខកូដនេះទេ សូមព្យាយាមម្តងទៀត។", "ប៉ះត្រង់នេះដើម្បីបញ្ចប់",
          "ព័ត៌មានរបស់អ្នកត្រូវបានរក្សាទុក។"}},
        {"my",
         "Mymr",
         "/usr/share/fonts/truetype/noto/NotoSansMyanmar-Regular.ttf",
         0,
         1000,
         false,
         {"ကြိုဆိုပါတယ်", "တွေ့ဆုံမှုအတွက် စာရင်းသွင်းပါ။", "သင် ဝင်လာနိုင်ပါသေးတယ်။", "ကျေးဇူးပြု၍ ဧည့်ကြိုကောင်တာသို့ သွားပါ။",
          "ကျွန်တော် စကားပြန် လိုအပ်ပါတယ်။", "ကလေးများအတွက် တိတ်ဆိတ်သောအခန်း", "သင့်မွေးသက္ကရာဇ်ကို ရိုက်ထည့်ပါ။", "ဤကုဒ်ကို မတွေ့ပါ။ ထပ်မံကြိုးစားပါ။",
          "ပြီးဆုံးရန် ဤနေရာကို ထိပါ။", "တက္ကသိုလ်နှင့် အင်္ဂလိပ်စာ အကူအညီ"}},
        {"zh-CN",
         "Hani",
         "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
         2,
         1000,
         false,
         {"欢迎，我们能帮您做什么？", "办理探访登记", "这是您今天的探访吗？", "您现在仍然可以进来。", "请到前台去。",
          "我需要口译员。", "给孩子们的安静房间", "请输入您的出生日期。", "没有找到这个号码，请再试一次。",
          "您输入的内容已经从屏幕上清除。"}},
        {"vi",
         "Latn",
         "/usr/share/fonts/truetype/andika/Andika-Regular.ttf",
         0,
         2048,
         false,
         {"Xin chào, chúng tôi có thể giúp gì cho quý vị?", "Ghi danh cho buổi thăm",
          "Đây có phải buổi thăm hôm nay không?", "Quý vị vẫn có thể vào.", "Xin đến quầy tiếp tân.",
          "Tôi cần người thông dịch.", "Phòng yên tĩnh cho trẻ em", "Hãy nhập ngày sinh của quý vị.",
          "Không tìm thấy mã số này. Xin thử lại.",
          // The same marks written apart: e + circumflex + acute, u + horn + dot below.
          "Tie\u0302\u0301ng Vie\u0302\u0323t, nu\u031b\u0323c cu\u031b\u0309i"}},
    };
    return all;
}

} // namespace support
