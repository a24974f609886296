// How one person wants the kiosk: back to what the house offers as soon as their visit ends. Pure.
#pragma once

#include "ui/view.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace kiosk {

enum class Reach { whole, low };

struct Comfort {
    ui::ThemeName theme = ui::ThemeName::light;
    ui::TextSize text_size = ui::TextSize::normal;
    Reach reach = Reach::whole;
    int time = 1;                                // every timer is this many times as long
    std::chrono::milliseconds hold{0};           // a touch counts when it has lasted this long; 0: on release
    std::chrono::milliseconds ignore_repeats{0}; // touches sooner than this after the last one do not count
    bool is_listening = false;
    bool is_blank = false; // nothing shows, for somebody who only listens

    // The next of a round, as the controls of the frame have it.
    void change_theme() { theme = following(theme, ui::all_themes); }
    void change_text_size() { text_size = following(text_size, ui::all_text_sizes); }
    void change_reach() { reach = reach == Reach::low ? Reach::whole : Reach::low; }

    bool operator==(const Comfort&) const = default;

private:
    template <typename Choice, std::size_t count>
    static Choice following(Choice now, const std::array<Choice, count>& all) {
        const auto at = static_cast<std::size_t>(std::find(all.begin(), all.end(), now) - all.begin());
        return all[(at + 1) % count];
    }
};

// So many times as long is every timer: hearing a page takes longer than seeing it.
[[nodiscard]] inline int patience_of(const Comfort& comfort) { return comfort.time * (comfort.is_listening ? 2 : 1); }

} // namespace kiosk
