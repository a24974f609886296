// Says who is called: a chime, then the ticket and the room, twice, in each language of the office. Never into the ear
// of somebody who listens to the kiosk: it waits until they have finished, and then only says what still matters.
// Main thread; the program's loop gives it time.
#pragma once

#include "kiosk/staff/calls.hpp"
#include "ui/phrasebook.hpp"
#include "ui/speaker.hpp"

#include <deque>
#include <functional>

namespace kiosk {

class Announcer {
public:
    // A call that could not be said sooner than this is only shown.
    static constexpr std::chrono::seconds longest_wait{60};

    // `is_in_use`: somebody listens to the kiosk now. `languages`: tags of the phrasebook, the first one said first.
    Announcer(const CallBoard& calls, ui::Speaker& speaker, const ui::Phrasebook& words,
              std::vector<std::string> languages, std::function<bool()> is_in_use);

    void update(base::Moment now);
    [[nodiscard]] std::optional<base::Moment> wake_at(base::Moment now) const;

    // Somebody is being called, or about to be.
    [[nodiscard]] bool is_calling() const { return !parts_.empty() || !waiting_.empty(); }
    void set_languages(std::vector<std::string> languages) { languages_ = std::move(languages); }

private:
    void say_next();
    const CallBoard& calls_;
    ui::Speaker& speaker_;
    const ui::Phrasebook& words_;
    std::vector<std::string> languages_;
    std::function<bool()> is_in_use_;
    std::optional<base::Moment> told_until_; // calls made later are news
    std::deque<Call> waiting_;
    std::deque<ui::Utterance> parts_; // of the call that is being said
};

} // namespace kiosk
