#include "kiosk/staff/person_finder.hpp"

#include "kiosk/visits/birth_date.hpp"
#include "kiosk/visits/office_time.hpp"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace kiosk {

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" -"), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

} // namespace

std::string folded_name(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    const std::unique_ptr<icu::Transliterator> fold(icu::Transliterator::createFromRules(
        "fold", ":: Any-Latin; :: NFD; :: [:Mn:] Remove; :: Latin-ASCII; :: Lower; [^[:L:][:N:]] > ' ';",
        UTRANS_FORWARD, where, status));
    base::invariant(U_SUCCESS(status) && fold, "ICU knows the rules by which names are compared");
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
    fold->transliterate(text);
    std::string folded;
    text.toUTF8String(folded);
    return folded;
}

bool begins_words_of(std::string_view asked, std::string_view name) {
    const auto asked_words = words_of(asked);
    const auto name_words = words_of(name);
    return !asked_words.empty() && std::ranges::all_of(asked_words, [&](std::string_view word) {
        return std::ranges::any_of(name_words, [&](std::string_view each) { return each.starts_with(word); });
    });
}

base::Result<Hits> PersonFinder::find(const StaffSession& by, std::string_view name, std::string_view birth_date,
                                      std::chrono::days back) {
    TRY(demand(by, StaffAction::find_person));
    const std::string asked = folded_name(name);
    const auto letters = std::ranges::count_if(asked, [](char letter) { return letter != ' '; });
    if (static_cast<std::size_t>(letters) < least_letters || birth_date.size() != 8) {
        return Hits{Hits::Answer::too_short, {}};
    }
    const auto now = clock_.moment();
    while (!searches_.empty() && now - searches_.front() >= window) searches_.pop_front();
    if (searches_.size() >= most_searches) return Hits{Hits::Answer::too_many_searches, {}};
    searches_.push_back(now);

    const auto* key = TRY(office_key_of(by));
    Hits hits;
    const std::chrono::sys_days today(local_day(clock_.now(), settings_.time_zone));
    for (auto& person : TRY(store_.expected(*key, today - back))) {
        const auto& visit = person.visit;
        if (!is_birth_date(visit.birth_date, birth_date)) continue;
        if (!begins_words_of(asked, folded_name(visit.given_name + " " + visit.family_name))) continue;
        if (hits.people.size() < most_hits) hits.people.push_back(std::move(person));
    }
    if (!hits.people.empty()) hits.answer = Hits::Answer::found;
    // Before anything is shown: what cannot be logged is not told.
    TRY(store_.append_audit("person_searched",
                            {{"by", by.number}, {"hits", static_cast<std::int64_t>(hits.people.size())}}));
    return hits;
}

} // namespace kiosk
