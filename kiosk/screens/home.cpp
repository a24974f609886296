#include "kiosk/screens/home.hpp"

#include "kiosk/screens/call_words.hpp"
#include "kiosk/screens/home_resting.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::home {

namespace {

using ui::Rect;

// The other languages of this kiosk, each greeting in its own words; the page has room for so many of them, the rest is
// on the languages' own page.
std::vector<ui::FlowButton> language_buttons(const ui::Canvas& canvas, std::size_t most,
                                             std::optional<Action>& action) {
    std::vector<ui::FlowButton> buttons;
    const auto& words = canvas.words();
    for (const auto& language : words.languages()) {
        if (language.code == words.language() || buttons.size() == most) continue;
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tool;
        look.label = ui::Words::of_record(language.greeting);
        look.under = ui::Words::of_record(language.own_name);
        look.language = language.code;
        const std::string code = language.code;
        buttons.push_back({"language." + code, look, [&action, code] { action = Speak{code}; }});
    }
    return buttons;
}

void draw_languages(ui::Canvas& canvas, const Rect& box, std::optional<Action>& action) {
    constexpr float height = 112;
    constexpr float gap = 24;
    const auto fitting = static_cast<std::size_t>((box.h + 28) / (height + 28));
    const auto buttons = language_buttons(canvas, 3 * fitting, action);
    const std::size_t columns = std::min<std::size_t>(std::max<std::size_t>(buttons.size(), 2), 3);
    const float width = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const std::size_t rows = (buttons.size() + columns - 1) / columns;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const float x = box.x + static_cast<float>(i % columns) * (width + gap);
        const std::size_t rows_left = rows - i / columns;
        const float y = box.bottom() - static_cast<float>(rows_left) * (height + 28) + 28;
        if (canvas.button(buttons[i].id, {x, y, width, height}, buttons[i].look)) buttons[i].use();
    }
}

// Gives back where it ends.
float draw_welcome(ui::Canvas& canvas, const Rect& box) {
    const auto& words = canvas.words();
    const ui::TextLook welcome{.type = ui::Type::display, .role = ui::Role::heading};
    const ui::TextLook glad{.type = ui::Type::lead, .ink = ui::Tint::ink2};
    const float texts = canvas.measure(words("title_welcome"), welcome, box.w).h +
                        canvas.measure(words("note_glad"), glad, box.w).h + 22;
    // Twice as wide as high; long words take of its height first.
    const float height = std::min(box.w / 2, box.h - texts);
    canvas.quilt({box.x, box.y, 2 * height, height}, ui::Quilt::home);
    float y = box.y + height + 22;
    y += canvas.text("home.welcome", {box.x, y, box.w, 192}, words("title_welcome"), welcome);
    return y + canvas.text("home.glad", {box.x, y, box.w, 92}, words("note_glad"), glad);
}

// What will happen, so that nobody has to guess before they begin.
struct Part {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    const char* head;
    const char* note;
};
constexpr std::array<Part, 3> parts{{
    {"home.how.find", ui::Icon::dialpad, ui::Family::sky, "heading_how_find", "note_how_find"},
    {"home.how.tell", ui::Icon::groups, ui::Family::plum, "heading_how_tell", "note_how_tell"},
    {"home.how.ticket", ui::Icon::favorite, ui::Family::good, "heading_how_ticket", "note_how_ticket"},
}};

void draw_how_it_works(ui::Canvas& canvas, const Rect& box) {
    canvas.panel(box);
    const Rect inner = box.inset(36, 32);
    const float gap = canvas.is_portrait() ? 24 : 40;
    const float width = (inner.w - 2 * gap) / 3;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        const float x = inner.x + static_cast<float>(i) * (width + gap);
        canvas.icon_tile(part.icon, {x, inner.y, 88, 88}, part.family);
        const float head =
            canvas.text((std::string(part.id) + ".head").c_str(), {x, inner.y + 108, width, 104},
                        canvas.words()(part.head), {.type = ui::Type::side_head, .role = ui::Role::heading});
        // Upright there is no room for the helper lines; the heads say enough.
        if (canvas.is_portrait()) continue;
        canvas.text(part.id, {x, inner.y + 116 + head, width, inner.h - 116 - head}, canvas.words()(part.note),
                    {.type = ui::Type::small, .ink = ui::Tint::ink2});
    }
}

// Not a letter (FK1.…), and no link or text of any other code.
bool is_badge_form(std::string_view scanned) {
    const bool is_plain = std::all_of(scanned.begin(), scanned.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    const bool is_letter =
        scanned.size() >= 2 && (scanned[0] == 'F' || scanned[0] == 'f') && (scanned[1] == 'K' || scanned[1] == 'k');
    return is_plain && !is_letter && scanned.size() >= 2 && scanned.size() <= 32;
}

// Somebody who is called looks here; whoever comes to check in sees by the one card what to do.
void draw_how_or_call(ui::Canvas& canvas, const State& state, const Rect& box) {
    const bool is_called = state.call && draw_call_strip(canvas, box, *state.call);
    if (!is_called && !state.resting) draw_how_it_works(canvas, box);
}

const char* title_of(const State& state) { return state.resting ? "title_resting" : "title_home"; }

ui::ButtonLook check_in_look(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::card;
    look.icon = ui::Icon::how_to_reg;
    look.label = canvas.words()("button_check_in");
    // In the largest words the helper lines give way.
    if (canvas.text_size() != ui::TextSize::largest) look.under = canvas.words()("note_check_in");
    look.is_main = true;
    if (canvas.reach_top() > 0) { // the lower half has less room
        look.style = ui::ButtonStyle::main;
        look.under = {};
    }
    return look;
}

const ui::TextLook question{.type = ui::Type::title, .role = ui::Role::title};

// In the row of the bars where other pages have Back and the main button.
void draw_ways(ui::Canvas& canvas, std::optional<Action>& action) {
    const Rect ends = page_layout(canvas).ends;
    const auto settings = settings_look(canvas);
    const auto privacy = privacy_look(canvas);
    float last = canvas.natural_width(privacy);
    float first = canvas.natural_width(settings);
    if (first + 24 + last > ends.w) first = last = (ends.w - 24) / 2; // over two lines
    const Rect place{ends.right() - last - 24 - first, ends.y, first, ends.h};
    if (canvas.button("action.settings", place, settings)) action = Prefer{};
    if (canvas.button("action.privacy", {ends.right() - last, ends.y, last, ends.h}, privacy)) action = Privacy{};
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow.title("home.title", words(title_of(state)), 20);
    if (state.call) {
        flow.text("call.now", call_words(words, *state.call),
                  {.ink = ui::Tint::good, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
    if (state.resting) {
        flow_resting(flow, words, *state.resting);
    } else {
        flow.button({"action.checkin", check_in_look(canvas), [&action] { action = CheckIn{}; }});
    }
    flow.tiles(language_buttons(canvas, words.languages().size(), action), 200 * canvas.growth());
    const bool has_row = home_ends_width(canvas) <= page_layout(canvas).ends.w;
    std::vector<ui::FlowButton> ways;
    if (!has_row) ways.push_back({"action.settings", settings_look(canvas), [&action] { action = Prefer{}; }});
    if (!has_row) ways.push_back({"action.privacy", privacy_look(canvas), [&action] { action = Privacy{}; }});
    flow.tiles(std::move(ways), 300 * canvas.growth());
    flow.text("home.glad", words("note_glad"), {.type = ui::Type::lead, .ink = ui::Tint::ink2});
    flow.text("home.private", words("note_private"), {.ink = ui::Tint::ink2});
    const bool has_notes = canvas.text_size() != ui::TextSize::largest;
    for (const auto& part : parts) {
        if (state.resting) break;
        flow_point(flow, canvas, part.id,
                   {part.icon, part.family, words(part.head), has_notes ? words(part.note) : ui::Words{}});
    }
    paint_flow(flow, canvas);
    if (has_row) draw_ways(canvas, action);
}

void draw_upright(ui::Canvas& canvas, const Rect& content, const State& state, std::optional<Action>& action) {
    draw_welcome(canvas, {content.x, content.y, content.w, content.w / 2 + 166});
    const float actions = content.y + content.w / 2 + 190;
    const float title =
        canvas.text("home.title", {content.x, actions, content.w, 136}, canvas.words()(title_of(state)), question);
    const float card = actions + title + 24;
    float height = 168;
    if (state.resting) {
        height = draw_resting(canvas, *state.resting, {content.x, card, content.w, 320});
    } else if (canvas.button("action.checkin", {content.x, card, content.w, 168}, check_in_look(canvas))) {
        action = CheckIn{};
    }
    const float below = card + height + 28;
    draw_how_or_call(canvas, state, {content.x, below, content.w, content.bottom() - 140 - below});
    draw_languages(canvas, {content.x, content.bottom() - 112, content.w, 112}, action);
}

void draw_wide(ui::Canvas& canvas, const Rect& content, const State& state, std::optional<Action>& action) {
    const float start = 600;
    const float x = content.x + start + 48;
    const float width = content.right() - x;
    const float title =
        canvas.text("home.title", {x, content.y, width, 136}, canvas.words()(title_of(state)), question);
    const float card = content.y + std::max(title + 20, 88.0F);
    if (state.resting) {
        draw_resting(canvas, *state.resting, {x, card, width, 248});
    } else if (canvas.button("action.checkin", {x, card, width, 248}, check_in_look(canvas))) {
        action = CheckIn{};
    }
    draw_how_or_call(canvas, state, {x, card + 280, width, content.bottom() - (card + 280)});
    const bool has_two_rows = canvas.words().languages().size() > 4;
    const float languages = has_two_rows ? 252 : 112;
    const float y = draw_welcome(canvas, {content.x, content.y, start, content.h - languages - 24});
    const ui::TextLook look{.type = ui::Type::small, .ink = ui::Tint::ink2};
    const auto note = canvas.words()("note_private");
    const float room = content.bottom() - languages - 24 - y;
    if (canvas.measure(note, look, start - 52).h <= room) {
        canvas.icon(ui::Icon::lock, {content.x, y + 14, 36, 36}, ui::Tint::ink2);
        canvas.text("home.private", {content.x + 52, y + 12, start - 52, room}, note, look);
    }
    draw_languages(canvas, {content.x, content.bottom() - languages, start, languages}, action);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const PageLayout page = page_layout(canvas);
    std::optional<Action> action;
    if (page.is_flowing) {
        draw_flowing(canvas, state, action);
    } else if (canvas.is_portrait()) {
        draw_upright(canvas, page.content, state, action);
        draw_ways(canvas, action);
    } else {
        draw_wide(canvas, page.content, state, action);
        draw_ways(canvas, action);
    }
    if (!canvas.scanned().empty()) return Scan{base::Secret(base::bytes_of(canvas.scanned()))};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* speak = std::get_if<Speak>(&action)) {
        return kiosk.words.set_language(speak->language) ? Next::stay() : Next::home();
    }
    if (const auto* scan = std::get_if<Scan>(&action)) {
        // By its form and not by whose it is: else the answer would tell which badges there are.
        if (kiosk.staff != nullptr && is_badge_form(scan->letter.text())) {
            return Next::push(Screen{staff_unlock::with_badge(scan->letter)});
        }
        if (state.resting) return Next::stay();
        return Next::push(Screen{identify::with_scan(scan->letter, kiosk)});
    }
    if (std::holds_alternative<Prefer>(action)) return Next::push(Screen{preferences::State{kiosk.comfort}});
    if (std::holds_alternative<Privacy>(action)) return Next::push(Screen{privacy::State{}});
    return state.resting ? Next::stay() : Next::push(Screen{identify::State{}});
}

Next tick(State& state, Kiosk& kiosk) {
    state.call.reset();
    rest(state, kiosk);
    if (kiosk.staff == nullptr || kiosk.settings.call_display != 0) return Next::stay();
    const auto now = kiosk.clock.moment();
    const auto calls = kiosk.staff->calls.calls(now);
    if (calls.empty()) return Next::stay();
    state.call = calls.front();
    state.call_ends = kiosk.staff->calls.changes_at(now).value_or(now);
    return Next::stay();
}

std::optional<base::Moment> wake_at(const State& state) {
    if (!state.call) return state.rest_changes;
    return state.rest_changes ? std::min(*state.rest_changes, state.call_ends) : state.call_ends;
}

} // namespace kiosk::home
