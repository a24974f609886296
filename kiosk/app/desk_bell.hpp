// The bell that rings for the desk: somebody asks for a person, or waits and nobody has seen them. Never more often than
// once a minute, never into the ear of somebody who listens to the kiosk, and never into a call: it waits, and is let be
// if all was seen meanwhile. Main thread; the program's loop gives it time.
#pragma once

#include "kiosk/state/settings.hpp"
#include "ui/speaker.hpp"

#include <functional>
#include <optional>

namespace kiosk {

class DeskBell {
public:
    static constexpr std::chrono::minutes least_between{1};
    static constexpr std::string_view told_as = "(desk bell)"; // in a transcript; nobody hears these words

    // `is_free`: neither is anybody listening to the kiosk nor is somebody being called. Settings are those in force.
    DeskBell(ui::Speaker& speaker, const Settings& settings, std::function<bool()> is_free)
        : speaker_(speaker), settings_(settings), is_free_(std::move(is_free)) {}

    void ring() { is_wanted_ = true; }
    // `is_needed`: something for which it rings is still unseen.
    void update(base::Moment now, bool is_needed);
    [[nodiscard]] std::optional<base::Moment> wake_at(base::Moment now) const;

private:
    ui::Speaker& speaker_;
    const Settings& settings_;
    std::function<bool()> is_free_;
    bool is_wanted_ = false;
    std::optional<base::Moment> rung_at_;
};

} // namespace kiosk
