// The display of the waiting room: shows who is called, in a window of its own, and takes nothing from anybody. What is
// said aloud is the announcer's. Main thread.
#pragma once

#include "kiosk/staff/calls.hpp"
#include "kiosk/state/settings.hpp"
#include "ui/canvas.hpp"
#include "ui/surface.hpp"

namespace kiosk {

class CallDisplay {
public:
    // `words` is its own: at the kiosk another language may be in use. Shows the first two languages of the settings.
    CallDisplay(const Settings& settings, const CallBoard& calls, const ui::Phrasebook& words,
                const base::Clock& clock);

    void update(ui::Surface& surface);
    [[nodiscard]] std::optional<base::Moment> wake_at() const;
    [[nodiscard]] const ui::SemanticTree& tree() const { return tree_; }

private:
    const CallBoard& calls_;
    const ui::Phrasebook& words_;
    const base::Clock& clock_;
    const Settings& settings_;
    ui::Focus focus_;
    ui::Paging paging_;
    ui::SemanticTree tree_;
};

// The languages in which calls are shown and said.
[[nodiscard]] std::vector<std::string> call_languages(const Settings& settings);

} // namespace kiosk
