// Health in plain words, for the staff's pages and the report. Decides nothing. Main thread.
#pragma once

#include "kiosk/staff/health.hpp"
#include "ui/canvas.hpp"

namespace kiosk {

struct FactWords {
    ui::Icon icon = ui::Icon::none;
    ui::Family family = ui::Family::sky;
    Condition condition = Condition::unknown;
    ui::Words label = {};
    ui::Words value = {};
    ui::Words note = {};
    std::optional<float> used = {}; // 0 to 1, for a bar
};
[[nodiscard]] FactWords words_of(const ui::Phrasebook& words, const Health& health, HealthFact fact);

// "9 minutes", "2 hours", "3 days"; never negative, whatever the clock does.
[[nodiscard]] ui::Words age_words(const ui::Phrasebook& words, base::UtcTime from, base::UtcTime now);
// "2 check-ins" and its icon.
[[nodiscard]] ui::Words waiting_words(const ui::Phrasebook& words, const WaitingKind& kind);
[[nodiscard]] ui::Icon waiting_icon(storage::SubmissionKind kind);
// The icon of a condition with its colours.
[[nodiscard]] ui::Icon condition_icon(Condition condition);
[[nodiscard]] ui::Tint condition_ink(Condition condition);

} // namespace kiosk
