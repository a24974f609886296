#include "kiosk/screens/home_resting.hpp"

#include "kiosk/staff/staff_side.hpp"
#include "kiosk/visits/office_time.hpp"

namespace kiosk::home {

namespace {

ui::Words opens_words(const ui::Phrasebook& words, const Resting& resting) {
    return words(resting.is_today ? "note_opens_today" : "note_opens_later", {{"start", *resting.opens}});
}

} // namespace

void rest(State& state, Kiosk& kiosk) {
    state.resting.reset();
    state.rest_changes.reset();
    if (kiosk.staff == nullptr) return;
    const auto now = kiosk.staff->opening.now();
    state.rest_changes = now.changes_at;
    if (now.is_open) return;
    const std::string& zone = kiosk.settings.time_zone;
    const bool is_today = now.opens && local_day(*now.opens, zone) == local_day(kiosk.clock.now(), zone);
    state.resting = Resting{now.opens, is_today};
}

float draw_resting(ui::Canvas& canvas, const Resting& resting, const ui::Rect& box) {
    constexpr float icon = 88;
    const auto& words = canvas.words();
    const ui::TextLook head{.type = ui::Type::head, .role = ui::Role::heading};
    const ui::TextLook note{.type = ui::Type::lead, .ink = ui::Tint::ink2};
    const float width = box.w - 2 * 36 - icon - 24;
    float text = canvas.measure(words("note_resting"), head, width).h;
    if (resting.opens) text += 8 + canvas.measure(opens_words(words, resting), note, width).h;
    // As high as what it says, and never higher than its place.
    const float height = std::min(std::max(text, icon) + 2 * 32, box.h);
    canvas.panel({box.x, box.y, box.w, height});
    canvas.icon_tile(ui::Icon::handshake, {box.x + 36, box.y + (height - icon) / 2, icon, icon}, ui::Family::good);
    const float x = box.x + 36 + icon + 24;
    float y = box.y + (height - text) / 2;
    y += canvas.text("home.desk", {x, y, width, text}, words("note_resting"), head) + 8;
    if (resting.opens) canvas.text("home.opens", {x, y, width, text}, opens_words(words, resting), note);
    return height;
}

void flow_resting(ui::Flow& flow, const ui::Phrasebook& words, const Resting& resting) {
    flow.text("home.desk", words("note_resting"), {.type = ui::Type::lead, .weight = ui::Weight::bold});
    if (resting.opens) flow.text("home.opens", opens_words(words, resting), {.ink = ui::Tint::ink2});
}

} // namespace kiosk::home
