#include "ui/phrasebook.hpp"

#include "ui/catalog.hpp"
#include "ui/graphemes.hpp"
#include "ui/pattern_rewriting.hpp"

#include <algorithm>
#include <unicode/listformatter.h>
#include <unicode/localebuilder.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>

namespace ui {

namespace {

constexpr std::size_t largest_catalog = std::size_t{4} << 20U;

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

bool has_right_to_left(const icu::UnicodeString& text) {
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const auto direction = u_charDirection(text.char32At(at));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
    }
    return false;
}

// ICU gives a date format the zone that is the default when its pattern is read, also deep inside plurals where it
// cannot be reached afterwards. The default is put back at once: other parts of the program keep theirs.
class ZoneInUse {
public:
    explicit ZoneInUse(const icu::TimeZone& zone) : before_(icu::TimeZone::createDefault()) {
        icu::TimeZone::adoptDefault(zone.clone());
    }
    ZoneInUse(const ZoneInUse&) = delete;
    ZoneInUse& operator=(const ZoneInUse&) = delete;
    ~ZoneInUse() { icu::TimeZone::adoptDefault(before_); }

private:
    icu::TimeZone* before_;
};

enum class Pseudo { none, accented, right_to_left };

struct Language {
    LanguageName name;
    icu::Locale locale;
    Direction direction = Direction::left_to_right;
    Pseudo pseudo = Pseudo::none;
    Catalog catalog;
    std::map<std::string, std::unique_ptr<icu::MessageFormat>, std::less<>> formats; // read once, when first used
};

bool is_language_code(std::string_view code) {
    return !code.empty() && code.size() <= 35 && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::optional<icu::UnicodeString> pattern_of(const Language& language, const std::string& text) {
    std::optional<icu::UnicodeString> pattern = utf16(text);
    switch (language.pseudo) {
    case Pseudo::none: break;
    case Pseudo::accented: pattern = accented(*pattern); break;
    case Pseudo::right_to_left: pattern = reversed(*pattern); break;
    }
    if (pattern && language.direction == Direction::right_to_left) pattern = isolated(*pattern);
    return pattern;
}

base::Result<Catalog> load_catalog(const base::Path& folder, const std::string& code) {
    const base::Path path = folder / (code + ".mo");
    base::DiskFiles files;
    auto bytes = files.read(path, largest_catalog);
    if (bytes.is_error()) return base::call_staff(bytes.error().message);
    auto catalog = TRY_DOING(read_catalog(bytes.value()), path.string());
    for (const auto& [id, text] : catalog) {
        if (id.empty()) continue; // the head of the file
        UErrorCode status = U_ZERO_ERROR;
        const icu::MessageFormat format(utf16(text), icu::Locale::getEnglish(), status);
        if (U_FAILURE(status) != 0) {
            return base::call_staff(path.string() + ": message " + id + " is not an ICU message pattern");
        }
    }
    return catalog;
}

base::Result<std::unique_ptr<Language>> load_language(const base::Path& folder, const std::string& code) {
    if (!is_language_code(code)) return base::call_staff("a language is written as BCP 47 does, like en or pt-BR");
    auto language = std::make_unique<Language>();
    language->name.code = code;
    language->pseudo = code == "en-XA" ? Pseudo::accented : code == "ar-XB" ? Pseudo::right_to_left : Pseudo::none;
    const std::string source = language->pseudo == Pseudo::none ? code : "en";
    UErrorCode status = U_ZERO_ERROR;
    language->locale = icu::Locale::forLanguageTag(source, status);
    // The offices stand in the United States: a Spanish page tells "4:30 PM" as the clock on its wall and the letter do.
    if (U_SUCCESS(status) != 0 && language->locale.getCountry()[0] == '\0') {
        icu::LocaleBuilder here;
        language->locale = here.setLocale(language->locale).setRegion("US").build(status);
    }
    if (U_FAILURE(status) != 0) return base::call_staff("a language is written as BCP 47 does, like en or pt-BR");
    language->catalog = TRY(load_catalog(folder, source));
    const bool is_mirrored = language->pseudo == Pseudo::right_to_left || language->locale.isRightToLeft() != 0;
    if (is_mirrored) language->direction = Direction::right_to_left;
    return language;
}

} // namespace

struct Phrasebook::Parts {
    std::unique_ptr<icu::TimeZone> zone;
    std::vector<std::unique_ptr<Language>> languages; // as offered
    std::unique_ptr<Language> english;                // the fallback
    std::vector<LanguageName> names;
    Language* in_use = nullptr;

    [[nodiscard]] Language* find(std::string_view code) const {
        for (const auto& language : languages) {
            if (language->name.code == code) return language.get();
        }
        return code == "en" ? english.get() : nullptr;
    }

    // The text of a value, set apart where the sentence could tear it.
    static icu::UnicodeString apart(const Language& language, icu::UnicodeString text) {
        const bool is_apart = language.direction == Direction::left_to_right && has_right_to_left(text);
        return is_apart ? u"\u2068" + text + u"\u2069" : text;
    }

    static icu::UnicodeString list(const Language& language, const std::vector<icu::UnicodeString>& items) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::ListFormatter> formatter(
            icu::ListFormatter::createInstance(language.locale, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, status));
        icu::UnicodeString text;
        if (U_SUCCESS(status) != 0) formatter->format(items.data(), static_cast<int32_t>(items.size()), text, status);
        base::invariant(U_SUCCESS(status) != 0, "ICU joins lists in every language");
        return text;
    }

    static icu::Formattable value_of(const Language& language, const Fill& fill) {
        if (const auto* number = std::get_if<std::int64_t>(&fill.value)) return icu::Formattable(int64_t{*number});
        if (const auto* time = std::get_if<base::UtcTime>(&fill.value)) {
            return {static_cast<UDate>(time->time_since_epoch().count()), icu::Formattable::kIsDate};
        }
        if (const auto* text = std::get_if<std::string>(&fill.value)) {
            return icu::Formattable(apart(language, utf16(Words::of_record(*text).text())));
        }
        if (const auto* number = std::get_if<LeftToRight>(&fill.value)) {
            const auto written = utf16(Words::of_record(number->text).text());
            const bool is_mirrored = language.direction == Direction::right_to_left;
            return icu::Formattable(is_mirrored ? u"\u2066" + written + u"\u2069" : apart(language, written));
        }
        if (const auto* words = std::get_if<Words>(&fill.value)) {
            return icu::Formattable(apart(language, utf16(words->text())));
        }
        std::vector<icu::UnicodeString> items;
        for (const auto& words : *std::get_if<std::vector<Words>>(&fill.value)) {
            const auto item = utf16(words.text());
            const bool is_mirrored = language.direction == Direction::right_to_left;
            items.push_back(is_mirrored ? u"\u2068" + item + u"\u2069" : apart(language, item));
        }
        return icu::Formattable(list(language, items));
    }

    // Null if the language has no such message.
    [[nodiscard]] const icu::MessageFormat* format(Language& language, const char* id) const {
        if (const auto known = language.formats.find(std::string_view(id)); known != language.formats.end()) {
            return known->second.get();
        }
        const auto message = language.catalog.find(std::string_view(id));
        if (*id == 0 || message == language.catalog.end()) return nullptr;
        const auto pattern = pattern_of(language, message->second);
        base::invariant(pattern.has_value(), "every pattern was read when its catalog was loaded");
        const ZoneInUse zone_in_use(*zone);
        UErrorCode status = U_ZERO_ERROR;
        auto made = std::make_unique<icu::MessageFormat>(*pattern, language.locale, status);
        base::invariant(U_SUCCESS(status) != 0, "every pattern was read when its catalog was loaded");
        return language.formats.emplace(id, std::move(made)).first->second.get();
    }

    [[nodiscard]] std::string say(Language& wanted, const char* id, std::initializer_list<Fill> fills) const {
        Language* language = &wanted;
        const icu::MessageFormat* message = format(*language, id);
        if (message == nullptr) {
            language = english.get();
            message = format(*language, id);
        }
        if (message == nullptr) return "⟦" + std::string(id) + "⟧";
        std::vector<icu::UnicodeString> places;
        std::vector<icu::Formattable> values;
        for (const auto& fill : fills) {
            places.push_back(utf16(fill.place));
            values.push_back(value_of(*language, fill));
        }
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString text;
        message->format(places.data(), values.data(), static_cast<int32_t>(values.size()), text, status);
        if (U_FAILURE(status) != 0) return "⟦" + std::string(id) + "⟧"; // a fill of another type than the pattern's
        // Narrow no-break spaces, as ICU sets before "PM", are missing in reading fonts.
        text.findAndReplace(u"\u202F", u"\u00A0");
        // English on a mirrored page: its own order holds from the first word to the full stop.
        const bool is_mirrored = wanted.direction == Direction::right_to_left;
        if (is_mirrored && language->direction == Direction::left_to_right) text = u"\u2066" + text + u"\u2069";
        return utf8(text);
    }
};

Phrasebook::Phrasebook(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Phrasebook::Phrasebook(Phrasebook&&) noexcept = default;
Phrasebook& Phrasebook::operator=(Phrasebook&&) noexcept = default;
Phrasebook::~Phrasebook() = default;

base::Result<Phrasebook> Phrasebook::load(const base::Path& folder, const std::vector<std::string>& languages,
                                          const std::string& time_zone) {
    auto parts = std::make_unique<Parts>();
    parts->zone.reset(icu::TimeZone::createTimeZone(utf16(time_zone)));
    if (*parts->zone == icu::TimeZone::getUnknown()) {
        return base::call_staff("time zone " + time_zone + " is not known; use an IANA name like America/New_York");
    }
    parts->english = TRY(load_language(folder, "en"));
    for (const auto& code : languages) parts->languages.push_back(TRY(load_language(folder, code)));
    parts->in_use = parts->languages.empty() ? parts->english.get() : parts->languages.front().get();
    for (auto& language : parts->languages) {
        language->name.own_name = parts->say(*language, "language_own_name", {});
        language->name.greeting = parts->say(*language, "greeting_short", {});
        parts->names.push_back(language->name);
    }
    return Phrasebook(std::move(parts));
}

const std::vector<LanguageName>& Phrasebook::languages() const { return parts_->names; }
const std::string& Phrasebook::language() const { return parts_->in_use->name.code; }
Direction Phrasebook::direction() const { return parts_->in_use->direction; }

bool Phrasebook::set_language(const std::string& code) {
    const auto& offered = parts_->languages;
    const auto found =
        std::find_if(offered.begin(), offered.end(), [&](const auto& language) { return language->name.code == code; });
    if (found == offered.end()) return false;
    parts_->in_use = found->get();
    return true;
}

Words Phrasebook::operator()(const char* id, std::initializer_list<Fill> fills) const {
    return Words(parts_->say(*parts_->in_use, id, fills));
}

Words Phrasebook::in(const std::string& code, const char* id, std::initializer_list<Fill> fills) const {
    Language* language = parts_->find(code);
    return Words(parts_->say(language != nullptr ? *language : *parts_->english, id, fills));
}

bool Phrasebook::has(const std::string& code, const char* id) const {
    const Language* language = parts_->find(code);
    return language != nullptr && *id != 0 && language->catalog.contains(std::string_view(id));
}

Words Phrasebook::initials(const std::vector<std::string>& names) const {
    const Language& language = *parts_->in_use;
    std::vector<icu::UnicodeString> items;
    for (const auto& name : names) {
        auto text = utf16(Words::of_record(name).text());
        text.trim();
        if (text.isEmpty()) continue;
        const std::string letters = utf8(text);
        auto initial = utf16(std::string_view(letters).substr(0, grapheme_borders(letters)[1]));
        initial += u'.';
        const bool is_mirrored = language.direction == Direction::right_to_left;
        items.push_back(is_mirrored ? u"\u2068" + initial + u"\u2069" : Parts::apart(language, initial));
    }
    return Words(utf8(Parts::list(language, items)));
}

} // namespace ui
