// Finds somebody on the list of the day who has no code with them: by the beginning of a name, in any spelling of its accents,
// and the whole birth date. Every search is in the audit log; few are allowed, so that nobody browses. Main thread.
#pragma once

#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/settings.hpp"
#include "storage/store.hpp"

#include <deque>

namespace kiosk {

struct Hits {
    enum class Answer { found, none, too_short, too_many_searches };
    Answer answer = Answer::none;
    std::vector<storage::Expected>
        people; // the day's visits of whoever fits, by start; at most PersonFinder::most_hits
};

class PersonFinder {
public:
    static constexpr std::size_t most_hits = 4;
    static constexpr std::size_t most_searches = 10; // in `window`, all staff together
    static constexpr std::chrono::minutes window{10};
    static constexpr std::size_t least_letters = 2;

    PersonFinder(storage::Store& store, const Settings& settings, const base::Clock& clock)
        : store_(store), settings_(settings), clock_(clock) {}

    // `name`: beginnings of given or family names, in any order. `birth_date`: MMDDYYYY. `back`: for a slip of that many
    // days ago, among the visits of that day, as far as the roster in use still has it.
    [[nodiscard]] base::Result<Hits> find(const StaffSession& by, std::string_view name, std::string_view birth_date,
                                          std::chrono::days back = {});

private:
    storage::Store& store_;
    const Settings& settings_;
    const base::Clock& clock_;
    std::deque<base::Moment> searches_; // steady time: a changed clock allows no more of them
};

// Names as they are compared: no accents, Latin letters as ASCII, lower case.
[[nodiscard]] std::string folded_name(std::string_view name);
// Each word of `asked` begins a word of `name`; both folded.
[[nodiscard]] bool begins_words_of(std::string_view asked, std::string_view name);

} // namespace kiosk
