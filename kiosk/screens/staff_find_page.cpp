#include "kiosk/screens/staff_find.hpp"

#include "kiosk/screens/confirm_parts.hpp"
#include "kiosk/screens/interpreter_parts.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/visit_words.hpp"
#include "kiosk/staff/arrivals_desk.hpp"

namespace kiosk::staff_find {

namespace {

using ui::Rect;

const char* message_id(Message message) {
    switch (message) {
    case Message::none: return nullptr;
    case Message::name_short: return "warning_name_short";
    case Message::date_short: return "warning_birth_date_incomplete";
    case Message::nobody: return "warning_nobody_found";
    case Message::too_many_searches: return "warning_too_many_searches";
    case Message::time_wrong: return "warning_slip_time";
    case Message::failed: return "warning_desk_failed";
    }
    return nullptr;
}

void add_message(ui::Flow& flow, const ui::Phrasebook& words, const State& state) {
    const char* id = message_id(state.message);
    if (id == nullptr) return;
    flow.text("find.message", words(id), {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
}

ui::FlowButton walk_in_button(const ui::Phrasebook& words, std::optional<Action>& action) {
    ui::ButtonLook look;
    look.icon = ui::Icon::person_add;
    look.label = words("button_not_on_list");
    return {"find.walkin", look, [&action] { action = WalkIn{}; }};
}

ui::FlowButton slip_button(const ui::Phrasebook& words, const State& state, std::optional<Action>& action) {
    ui::ButtonLook look;
    look.icon = ui::Icon::edit_note;
    const char* came = state.slip_back.count() == 0 ? "button_slip_came" : "button_slip_came_on";
    look.label = state.came ? words(came, {{"came", *state.came}}) : words("button_from_slip");
    look.is_selected = state.came.has_value();
    return {"find.slip", look, [&action] { action = FromSlip{}; }};
}

// Typed digits, shown, with the keypad under them.
void add_digits(ui::Flow& flow, ui::Canvas& canvas, const base::Secret& digits, std::size_t count, const char* label,
                std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::DigitBoxes boxes;
    boxes.digits = digits.text();
    boxes.count = static_cast<int>(count);
    boxes.group = 2;
    boxes.shown = 0xFF;
    boxes.label = words(label);
    boxes.value = words("status_digits_entered", {{"count", static_cast<std::int64_t>(digits.size())},
                                                  {"of", static_cast<std::int64_t>(count)}});
    flow_digits(flow, canvas, "find.digits", boxes);
    flow_keypad(flow, canvas, [&action](char symbol) {
        if (symbol == 'c') {
            action = Clear{};
        } else if (symbol == '<') {
            action = Erase{};
        } else {
            action = Type{base::Secret(base::bytes_of(std::string_view(&symbol, 1)))};
        }
    });
}

// The field over the keys; where hands reach only the lower part, the keys stand there.
void draw_name(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const float top = draw_title(canvas, "find.title", words("title_find_name")) - (page.is_flowing ? 8 : 0);
    const ui::KeyboardLook keys{state.name, state.keyboard};
    ui::FieldLook field{.field = state.name};
    field.label = words("label_name");
    field.placeholder = words("note_type_name");
    const float height = canvas.measure(ui::Words::of_record("x"), {.type = ui::Type::lead}).h + 32;
    const Rect room = page.areas.are_apart ? page.areas.read : page.content;
    const Rect place{room.x, top, room.w, height};
    const ui::TextLook bold{.type = ui::Type::small, .weight = ui::Weight::bold};
    const float under = 8 + canvas.measure(words("warning_name_short"), bold, place.w - 48).h;
    Rect box = page.areas.touch;
    bool has_under = !page.areas.are_apart || place.bottom() + under <= room.bottom();
    if (!page.areas.are_apart) {
        const auto below = [&](bool with_under) {
            const float y = place.bottom() + (with_under ? under : 0) + 24;
            return Rect{page.content.x, y, page.content.w, page.content.bottom() - y};
        };
        has_under = canvas.keyboard_need(below(true), keys).height <= below(true).h;
        box = below(has_under);
        const float needs = canvas.keyboard_need(box, keys).height;
        box.y = std::max(box.y, page.content.bottom() - needs);
        box.h = page.content.bottom() - box.y;
    }
    if (has_under && state.message == Message::name_short) field.warning = words("warning_name_short");
    if (const auto stop = canvas.field("find.name", place, field)) action = Place{*stop};
    if (auto key = canvas.keyboard("kb", box, keys)) action = Press{std::move(*key)};
}

void draw_birth_date(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "find.title", words("title_find_birth_date"));
    add_message(flow, words, state);
    if (state.message == Message::none) flow.text("find.how", words("note_find_birth_date"), {.ink = ui::Tint::ink2});
    add_digits(flow, canvas, state.digits, date_digits, "label_birth_date", action);
    std::vector<ui::FlowButton> ways;
    ways.push_back(walk_in_button(words, action));
    ways.push_back(slip_button(words, state, action));
    flow.tiles(std::move(ways), 400 * canvas.growth());
    paint_flow(flow, canvas, top);
}

void draw_hits(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "find.title", words("title_find_choose"));
    add_message(flow, words, state);
    std::vector<ui::FlowButton> buttons;
    for (std::size_t i = 0; i < state.hits.size(); ++i) {
        const auto& visit = state.hits[i].visit;
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tile;
        look.icon = visit_icon(visit.type);
        look.label = ui::Words::of_record(visit.given_name + " " + visit.family_name);
        look.under = words("label_visit_and_room",
                           {{"start", visit.start}, {"kind", kind_and_status(words, visit)}, {"room", room_of(visit)}});
        look.is_private = true;
        buttons.push_back({"hit." + std::to_string(i), look, [&action, i] { action = CheckIn{i}; }});
    }
    buttons.push_back(walk_in_button(words, action));
    buttons.push_back(slip_button(words, state, action));
    flow.tiles(std::move(buttons), 560 * canvas.growth());
    paint_flow(flow, canvas, top);
}

void draw_slip_time(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "find.title", canvas.words()("title_slip_time"));
    add_message(flow, canvas.words(), state);
    if (state.message == Message::none) {
        flow.text("find.how", canvas.words()("note_slip_time"), {.ink = ui::Tint::ink2});
    }
    std::vector<ui::FlowButton> days;
    for (auto back = ArrivalsDesk::slip_days; back >= std::chrono::days(0); --back) {
        ui::ButtonLook look;
        const bool is_today = back.count() == 0;
        look.label =
            canvas.words()(is_today ? "label_today" : "label_day", {{"start", base::UtcTime(state.now - back)}});
        look.is_selected = back == state.slip_back;
        days.push_back({"slip.day." + std::to_string(back.count()), look, [&action, back] { action = SlipDay{back}; }});
    }
    flow.tiles(std::move(days), 400 * canvas.growth());
    add_digits(flow, canvas, state.slip_digits, time_digits, "label_column_time", action);
    paint_flow(flow, canvas, top);
}

void draw_today(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "find.title", words("title_staff_today"));
    add_message(flow, words, state);
    confirm::add_party(flow, canvas, state.today, words("heading_staff_who"),
                       [&action](confirm::Change change) { action = change; });
    // Their own words are for the family to write.
    confirm::add_needs(flow, canvas, state.today, confirm::other_need, words("heading_staff_needs"),
                       [&action](confirm::Toggle toggle) { action = toggle; });
    paint_flow(flow, canvas, top);
}

void draw_interpreter(ui::Canvas& canvas, std::optional<Action>& action) {
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "find.title", canvas.words()("title_interpreter"));
    interpreter::add_languages(flow, canvas, {}, [&action](interpreter::Choose choose) { action = std::move(choose); });
    paint_flow(flow, canvas, top);
}

void draw_done(ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "find.title",
                                words(state.was_already ? "title_staff_already_in" : "title_staff_checked_in"));
    const storage::Ticket ticket = state.ticket.value_or(storage::Ticket{});
    const ui::TextLook big{.type = ui::Type::big_number};
    const ui::Words name = ticket_words(words, ticket);
    const float side = 180 * canvas.growth();
    ui::Block block;
    block.height = [&canvas, name, big, side](float width) {
        return std::max(side, canvas.measure(name, big, width - side - 32).h);
    };
    block.paint = [&canvas, ticket, name, big, side](const Rect& box) {
        canvas.block({box.x, box.y, side, side}, block_of(ticket.mark));
        canvas.text("find.ticket", {box.x + side + 32, box.y, box.w - side - 32, box.h}, name, big);
    };
    flow.add(std::move(block));
    const bool is_of_today = !state.came || state.slip_back.count() == 0;
    flow.text("find.give", words(is_of_today ? "note_give_ticket" : "note_slip_kept"), {.ink = ui::Tint::ink2});
    paint_flow(flow, canvas, top);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    std::optional<Action> action;
    switch (state.step) {
    case Step::name: draw_name(canvas, state, action); break;
    case Step::birth_date: draw_birth_date(canvas, state, action); break;
    case Step::hits: draw_hits(canvas, state, action); break;
    case Step::slip_time: draw_slip_time(canvas, state, action); break;
    case Step::today: draw_today(canvas, state, action); break;
    case Step::interpreter: draw_interpreter(canvas, action); break;
    case Step::done: draw_done(canvas, state); break;
    }
    ui::Words main;
    if (state.step == Step::name) main = words("button_next");
    if (state.step == Step::birth_date) main = words("button_search");
    if (state.step == Step::slip_time) main = words("button_next");
    if (state.step == Step::today) main = words("button_staff_check_in");
    if (state.step == Step::done) main = words("button_done");
    if (main.is_empty()) {
        const bool is_back = state.step == Step::done ? canvas.took_back() : back_button(canvas);
        if (is_back) action = Back{};
    } else {
        const auto used = draw_ends(canvas, {main, ui::Icon::none, ui::Icon::arrow_forward},
                                    state.step == Step::done ? BackBy::only_key : BackBy::button);
        if (used == End::main) action = GoOn{};
        if (used == End::back) action = Back{};
    }
    if (canvas.took_erase()) action = Erase{};
    if (!canvas.typed().empty()) action = Type{base::Secret(base::bytes_of(canvas.typed()))};
    return action;
}

} // namespace kiosk::staff_find
