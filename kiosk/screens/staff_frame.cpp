#include "kiosk/screens/staff_frame.hpp"

#include "kiosk/screens/control_row.hpp"
#include "kiosk/screens/page.hpp"

namespace kiosk {

namespace {

constexpr std::array tabs{StaffTab::arrivals, StaffTab::requests, StaffTab::health, StaffTab::audit};

void add_mark(ui::ButtonLook& look, const ui::Phrasebook& words, int count) {
    look.mark = words("label_tab_new", {{"count", std::int64_t{count}}});
    look.spoken = words("spoken_tab_new", {{"tab", look.label}, {"count", std::int64_t{count}}});
}

} // namespace

StaffAction needed_for(StaffTab tab) {
    switch (tab) {
    case StaffTab::arrivals: return StaffAction::see_arrivals;
    case StaffTab::requests: return StaffAction::see_requests;
    case StaffTab::health: return StaffAction::see_health;
    case StaffTab::audit: return StaffAction::see_audit;
    }
    return StaffAction::see_arrivals;
}

std::vector<TabButton> tab_buttons(const ui::Canvas& canvas) {
    const auto& words = canvas.words();
    const auto tab = [&](const char* id, ui::Icon icon, const char* label) {
        ui::ButtonLook look;
        look.icon = icon;
        look.label = words(label);
        look.is_constant = true;
        look.order = ui::StopOrder::back; // after the page, before the constant controls
        return TabButton{id, look};
    };
    return {tab("tab.arrivals", ui::Icon::view_list, "button_tab_arrivals"),
            tab("tab.requests", ui::Icon::chat, "button_tab_requests"),
            tab("tab.health", ui::Icon::monitor_heart, "button_tab_health"),
            tab("tab.audit", ui::Icon::history, "button_tab_audit")};
}

void draw_staff_ground(ui::Canvas& canvas) {
    // Eleven controls stand in the bars: with easy reach their words stay as drawn, so that a page fits above them.
    canvas.set_frame(staff_frame, ui::TextSize::normal);
    draw_ground(canvas);
}

std::optional<StaffTab> staff_tabs(ui::Canvas& canvas, StaffTab now, StaffRole role, int new_requests) {
    const PageLayout page = page_layout(canvas);
    const auto buttons = tab_buttons(canvas);
    std::optional<StaffTab> chosen;
    // In one row, those that may be opened stand at its end, as all four would.
    float shift = 0;
    const bool is_one_row = page.tabs.places.front().y == page.tabs.places.back().y;
    for (std::size_t i = tabs.size(); is_one_row && i-- > 0 && !may(role, needed_for(tabs[i]));) {
        shift += page.tabs.places[i].w + row_gap;
    }
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        if (!may(role, needed_for(tabs[i]))) continue;
        ui::ButtonLook look = buttons[i].look;
        if (i == 0 ? page.is_first_tab_stacked : page.tabs.is_stacked) look.style = ui::ButtonStyle::stacked;
        look.is_selected = tabs[i] == now;
        if (tabs[i] == StaffTab::requests && new_requests > 0) add_mark(look, canvas.words(), new_requests);
        ui::Rect place = page.tabs.places[i];
        place.x += shift;
        if (canvas.button(buttons[i].id, place, look) && tabs[i] != now) chosen = tabs[i];
    }
    return chosen;
}

} // namespace kiosk
