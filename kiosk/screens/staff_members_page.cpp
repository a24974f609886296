// How the members of the staff stand on the screen.

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/staff_members.hpp"
#include "kiosk/screens/staff_message.hpp"

namespace kiosk::staff_members {

namespace {

using Acted = std::optional<Action>;

const char* role_id(StaffRole role) {
    switch (role) {
    case StaffRole::front_desk: return "value_role_front_desk";
    case StaffRole::supervisor: return "value_role_supervisor";
    case StaffRole::technician: return "value_role_technician";
    }
    return "value_role_front_desk";
}

const char* role_note_id(StaffRole role) {
    switch (role) {
    case StaffRole::front_desk: return "note_role_front_desk";
    case StaffRole::supervisor: return "note_role_supervisor";
    case StaffRole::technician: return "note_role_technician";
    }
    return "note_role_front_desk";
}

ui::Words state_of(const ui::Phrasebook& words, const StaffLine& member) {
    if (member.is_closed) return words("status_member_closed");
    if (member.wait_left.count() > 0) {
        const auto minutes = std::chrono::ceil<std::chrono::minutes>(member.wait_left).count();
        return words("status_member_waits", {{"minutes", std::int64_t{minutes}}});
    }
    return words(member.pin == storage::StaffPin::own ? "status_member_active" : "status_member_new_code");
}

ui::Icon icon_of(const StaffLine& member) {
    if (member.is_closed) return ui::Icon::lock;
    if (member.wait_left.count() > 0) return ui::Icon::timer;
    return member.pin == storage::StaffPin::own ? ui::Icon::check_circle : ui::Icon::pending;
}

ui::Words name_of(const ui::Phrasebook& words, const StaffLine& member) {
    if (member.badge_ending.empty()) return words("label_member_no_badge", {{"number", member.number}});
    return words("label_member", {{"number", member.number}, {"badge", member.badge_ending}});
}

std::optional<StaffMessage> message_of(Message message) {
    switch (message) {
    case Message::none: return std::nullopt;
    case Message::badge_short: return needs_care("warning_badge_short");
    case Message::badge_taken: return needs_care("warning_badge_taken");
    case Message::oneself: return needs_care("warning_reset_oneself");
    case Message::lifted: return done_well("status_member_lifted");
    case Message::failed: return needs_care("warning_members_failed");
    }
    return std::nullopt;
}

ui::FlowButton tile(const std::string& id, ui::Icon icon, ui::Words label, ui::Words under, Acted& acted,
                    std::function<Action()> action) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tile;
    look.icon = icon;
    look.label = std::move(label);
    look.under = std::move(under);
    return {id, look, [&acted, action = std::move(action)] { acted = action(); }};
}

void add_list(ui::Flow& flow, ui::Canvas& canvas, const State& state, Acted& acted) {
    const auto& words = canvas.words();
    if (has_one_supervisor(state.members)) {
        flow_point(flow, canvas, "members.alone",
                   {ui::Icon::info, ui::Family::care, words("label_one_supervisor"), words("note_one_supervisor")});
    }
    std::vector<ui::FlowButton> tiles;
    for (const auto& member : state.members) {
        tiles.push_back(tile(
            "member." + std::to_string(member.number), icon_of(member), name_of(words, member),
            words("label_member_role", {{"role", words(role_id(member.role))}, {"state", state_of(words, member)}}),
            acted, [number = member.number] { return Open{number}; }));
    }
    flow.tiles(std::move(tiles), 480 * canvas.growth());
}

void add_member(ui::Flow& flow, ui::Canvas& canvas, const State& state, Acted& acted) {
    const auto& words = canvas.words();
    const StaffLine* member = member_of(state);
    if (member == nullptr) return;
    flow_fact(flow, canvas, "member.role",
              {ui::Icon::person, ui::Family::sky, words("label_role"), words(role_id(member->role)),
               words(role_note_id(member->role))});
    flow_fact(flow, canvas, "member.state",
              {icon_of(*member),
               member->is_closed ? ui::Family::care : ui::Family::good,
               words("label_sign_in"),
               state_of(words, *member),
               {}});
    std::vector<ui::FlowButton> ways;
    if (member->is_closed || member->wait_left.count() > 0) {
        ways.push_back(tile("member.lift", ui::Icon::lock_open, words("button_member_lift"), words("note_member_lift"),
                            acted, [] { return Lift{}; }));
    }
    ways.push_back(tile("member.reset", ui::Icon::dialpad, words("button_member_reset"), words("note_member_reset"),
                        acted, [] { return Reset{}; }));
    flow.tiles(std::move(ways), 480 * canvas.growth());
}

void add_badge(ui::Flow& flow, ui::Canvas& canvas, const State& state, Acted& acted) {
    const auto& words = canvas.words();
    flow.text("members.how", words("note_new_badge"), {.type = ui::Type::lead});
    ui::DigitBoxes boxes;
    boxes.digits = state.badge.text();
    boxes.count = static_cast<int>(std::clamp<std::size_t>(state.badge.size() + 1, 4, most_badge));
    boxes.group = 0;
    boxes.shown = 0xFFFFFFFF;
    boxes.label = words("label_badge_number");
    boxes.value = words("status_digits_typed", {{"count", static_cast<std::int64_t>(state.badge.size())}});
    flow_digits(flow, canvas, "members.digits", boxes);
    flow_keypad(flow, canvas, [&acted](char symbol) { acted = Type{symbol}; });
    if (canvas.took_erase()) acted = Type{'<'};
    if (!canvas.typed().empty()) acted = Type{canvas.typed().front()};
    if (!canvas.scanned().empty()) acted = Scan{base::Secret(base::bytes_of(canvas.scanned()))};
}

void add_roles(ui::Flow& flow, const ui::Canvas& canvas, Acted& acted) {
    const auto& words = canvas.words();
    flow.text("members.how", words("note_choose_role"), {.type = ui::Type::lead});
    std::vector<ui::FlowButton> roles;
    roles.reserve(all_staff_roles.size());
    for (const StaffRole role : all_staff_roles) {
        roles.push_back(tile("role." + std::string(kiosk::name_of(role)), ui::Icon::person, words(role_id(role)),
                             words(role_note_id(role)), acted, [role] { return Choose{role}; }));
    }
    flow.tiles(std::move(roles), 480 * canvas.growth());
}

void add_code(ui::Flow& flow, ui::Canvas& canvas, const State& state) {
    if (!state.code) return;
    const auto& words = canvas.words();
    const std::string_view code = state.code->code.text();
    const std::string first(code.substr(0, code.size() / 2));
    const std::string second(code.substr(code.size() / 2));
    flow.text("members.for", words("label_code_for", {{"number", state.code->number}}), {.type = ui::Type::lead});
    flow.text("members.code",
              words("value_one_time_code", {{"first", ui::LeftToRight{first}}, {"second", ui::LeftToRight{second}}}),
              {.type = ui::Type::display, .weight = ui::Weight::bold, .role = ui::Role::text, .is_private = true});
    flow.text("members.what", words("note_one_time_code"), {.weight = ui::Weight::bold});
    flow.text("members.once", words("note_code_shown_once"), {.ink = ui::Tint::ink2});
}

const char* title_id(Step step) {
    switch (step) {
    case Step::list:
    case Step::member: return "title_members";
    case Step::badge:
    case Step::role: return "title_new_member";
    case Step::sure: return "title_member_reset";
    case Step::making:
    case Step::code: return "title_one_time_code";
    }
    return "title_members";
}

// What the page's main button says; none where tiles are chosen from.
std::optional<MainLook> main_of(const ui::Phrasebook& words, const State& state) {
    switch (state.step) {
    case Step::list: return MainLook{words("button_add_member"), ui::Icon::person_add};
    case Step::badge: return MainLook{words("button_next"), ui::Icon::none, ui::Icon::arrow_forward};
    case Step::sure: return MainLook{words("button_make_code"), ui::Icon::dialpad};
    case Step::code: return MainLook{words("button_code_passed_on"), ui::Icon::check_circle};
    case Step::member:
    case Step::role:
    case Step::making: break;
    }
    return std::nullopt;
}

void add_step(ui::Flow& flow, ui::Canvas& canvas, const State& state, Acted& acted) {
    const auto& words = canvas.words();
    switch (state.step) {
    case Step::list: return add_list(flow, canvas, state, acted);
    case Step::member: return add_member(flow, canvas, state, acted);
    case Step::badge: return add_badge(flow, canvas, state, acted);
    case Step::role: return add_roles(flow, canvas, acted);
    case Step::sure: return flow.text("members.sure", words("note_member_reset_sure"), {.type = ui::Type::lead});
    case Step::making:
        return flow.text("members.making", words("status_code_making"),
                         {.type = ui::Type::lead, .role = ui::Role::status});
    case Step::code: return add_code(flow, canvas, state);
    }
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    Acted acted;
    const auto* member = member_of(state);
    const auto title =
        state.step == Step::member && member != nullptr ? name_of(words, *member) : words(title_id(state.step));
    const float top = add_title(flow, canvas, "members.title", title);
    flow_message(flow, words, "members.message", message_of(state.message));
    add_step(flow, canvas, state, acted);
    paint_flow(flow, canvas, top);
    if (const auto main = main_of(words, state)) {
        const auto used = draw_ends(canvas, *main);
        if (used == End::main) acted = GoOn{};
        if (used == End::back) acted = Back{};
    } else if (back_button(canvas)) {
        acted = Back{};
    }
    return acted;
}

} // namespace kiosk::staff_members
