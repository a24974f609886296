#include "kiosk/app/call_display.hpp"

#include "kiosk/screens/call_words.hpp"

namespace kiosk {

namespace {

constexpr std::size_t most_languages = 2; // more would be smaller than what is read across a room

} // namespace

std::vector<std::string> call_languages(const Settings& settings) {
    const auto& all = settings.languages;
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most_languages, all.size()))};
}

CallDisplay::CallDisplay(const Settings& settings, const CallBoard& calls, const ui::Phrasebook& words,
                         const base::Clock& clock)
    : calls_(calls), words_(words), clock_(clock), settings_(settings) {}

void CallDisplay::update(ui::Surface& surface) {
    surface.update([&](ui::Painter& painter, const ui::Input&) {
        tree_.clear();
        // As large as words get: it is read from across the room.
        const ui::View view{surface.scale(), {ui::ThemeName::light}, ui::TextSize::largest, 0};
        const ui::Input none;
        ui::Canvas canvas(painter, view, words_, focus_, paging_, tree_, none);
        const auto calls = calls_.calls(clock_.moment());
        draw_calls(canvas, calls, call_languages(settings_));
        return false;
    });
}

std::optional<base::Moment> CallDisplay::wake_at() const { return calls_.changes_at(clock_.moment()); }

} // namespace kiosk
