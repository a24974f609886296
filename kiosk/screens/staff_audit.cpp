#include "kiosk/screens/staff_audit.hpp"

#include "kiosk/screens/audit_words.hpp"
#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/staff_pages.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_audit {

namespace {

constexpr std::size_t lines_a_page = 10;
constexpr std::size_t most_members = 6; // as buttons

void read_page(State& state, Kiosk& kiosk) {
    if (kiosk.staff == nullptr || !kiosk.session.staff) return;
    auto page = kiosk.staff->audit.read(*kiosk.session.staff, state.filter, state.starts.back(), lines_a_page);
    state.has_failed = page.is_error();
    if (page.is_error()) return;
    state.lines = std::move(page.value().lines);
    state.next = page.value().next;
    state.is_last = page.value().is_last;
    for (const AuditLine& line : state.lines) {
        const auto member = line.staff();
        const bool is_new = member && std::ranges::find(state.members, *member) == state.members.end();
        if (is_new && state.members.size() < most_members) state.members.push_back(*member);
    }
    std::ranges::sort(state.members);
}

void read_anew(State& state, Kiosk& kiosk) {
    state.starts = {AuditReader::newest};
    read_page(state, kiosk);
}

void begin_copy(State& state, Kiosk& kiosk) {
    auto begun = kiosk.staff->audit.begin_copy(*kiosk.session.staff);
    state.copy = begun.is_error() ? Copy::failed : Copy::making;
    if (!begun.is_error()) {
        state.making = begun.release_value();
        state.copy_done = 0;
        state.copy_count = state.making->names.count;
    }
    // The copy is an entry of its own.
    read_anew(state, kiosk);
    state.check.is_done = state.check.fault.has_value();
}

void go_on_copying(State& state, Kiosk& kiosk) {
    const auto made = kiosk.staff->audit.make_more(*kiosk.session.staff, *state.making);
    if (!made.is_error() && !made.value()) {
        state.copy_done = state.making->copy.given();
        return;
    }
    state.making.reset();
    state.copy = made.is_error() ? Copy::failed : Copy::made;
    if (!made.is_error()) state.copy_name = made.value()->file.filename().string();
}

void go_on_checking(State& state, Kiosk& kiosk) {
    if (!kiosk.staff->audit.check_more(*kiosk.session.staff, state.check).is_error()) return;
    state.has_failed = true;
    state.check.is_done = true;
}

void add_chain(ui::Flow& flow, ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    const auto tell = [&](const ui::Words& said, ui::Tint ink) {
        flow.text("audit.chain", said, {.ink = ink, .weight = ui::Weight::bold, .role = ui::Role::status});
    };
    if (state.has_failed) return tell(words("warning_audit_failed"), ui::Tint::care);
    if (state.check.fault) {
        return tell(words("status_audit_fault", {{"number", state.check.fault->number}}), ui::Tint::care);
    }
    if (state.check.is_done) {
        return tell(words("status_audit_whole", {{"count", state.check.whole.count}}), ui::Tint::good);
    }
    tell(words("status_audit_checking"), ui::Tint::ink2);
}

void add_copy(ui::Flow& flow, ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    if (state.copy == Copy::making) {
        flow.text("audit.copied",
                  words("status_audit_copying", {{"done", state.copy_done}, {"count", state.copy_count}}),
                  {.ink = ui::Tint::ink2, .role = ui::Role::status});
    } else if (state.copy == Copy::made) {
        flow.text(
            "audit.copied",
            words("status_audit_copied", {{"count", state.copy_count}, {"file", ui::LeftToRight{state.copy_name}}}),
            {.ink = ui::Tint::good, .role = ui::Role::status});
    } else if (state.copy == Copy::failed) {
        flow.text("audit.copied", words("warning_audit_not_copied"),
                  {.ink = ui::Tint::care, .weight = ui::Weight::bold, .role = ui::Role::status});
    }
}

// One choice of a filter; the one that is on is marked.
ui::FlowButton choice(const std::string& id, const ui::Words& label, const State& state, const AuditFilter& filter,
                      std::optional<Action>& action) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tile;
    look.label = label;
    look.is_selected = filter == state.filter;
    return {id, look, [&action, filter] { action = Show{filter}; }};
}

void add_filters(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const ui::TextLook head{.type = ui::Type::side_head, .role = ui::Role::heading};
    const float least = 290 * canvas.growth();
    AuditFilter filter = state.filter;
    const auto add = [&](std::vector<ui::FlowButton>& into, const std::string& id, const ui::Words& label) {
        into.push_back(choice("audit." + id, label, state, filter, action));
    };
    std::vector<ui::FlowButton> kinds;
    filter.group.reset();
    add(kinds, "kind.all", words("button_audit_all"));
    for (const auto group : storage::all_audit_groups) {
        filter.group = group;
        add(kinds, "kind." + std::string(name_of(group)), words(look_of(group).label));
    }
    filter = state.filter;
    std::vector<ui::FlowButton> days;
    filter.day.reset();
    add(days, "day.any", words("button_audit_any_day"));
    filter.day = state.today;
    add(days, "day.today", words("button_audit_today"));
    filter.day = std::chrono::sys_days(state.today) - std::chrono::days(1);
    add(days, "day.yesterday", words("button_audit_yesterday"));
    filter = state.filter;
    std::vector<ui::FlowButton> members;
    filter.staff.reset();
    add(members, "by.anyone", words("button_audit_anyone"));
    for (const std::int64_t member : state.members) {
        filter.staff = member;
        add(members, "by." + std::to_string(member), words("button_audit_member", {{"number", member}}));
    }
    const auto row = [&](const char* id, const char* heading, std::vector<ui::FlowButton> buttons) {
        flow.text(id, words(heading), head, 8);
        flow.tiles(std::move(buttons), least);
    };
    row("audit.kinds", "heading_audit_kinds", std::move(kinds));
    row("audit.days", "heading_audit_days", std::move(days));
    if (!state.members.empty()) row("audit.members", "heading_audit_members", std::move(members));
}

void add_lines(ui::Flow& flow, ui::Canvas& canvas, const State& state) {
    const auto& words = canvas.words();
    if (state.lines.empty()) {
        flow.text("audit.none", words(state.is_last ? "note_no_entries" : "note_no_entries_yet"),
                  {.ink = ui::Tint::ink2});
    }
    for (const AuditLine& line : state.lines) {
        const AuditGroupLook look = look_of(line);
        flow_point(flow, canvas, "audit.line." + std::to_string(line.number),
                   {look.icon, look.family, audit_words(words, line), audit_place(words, line)});
    }
}

// Before the entries: who looks for something need not read ten of them first.
void add_ways(ui::Flow& flow, ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    std::vector<ui::FlowButton> ways;
    const auto add = [&](const char* id, ui::Icon icon, const char* label, const Action& way) {
        ui::ButtonLook look;
        look.icon = icon;
        look.label = canvas.words()(label);
        ways.push_back({id, look, [&action, way] { action = way; }});
    };
    if (state.is_choosing) {
        add("audit.show", ui::Icon::view_list, "button_audit_show", ShowEntries{});
    } else {
        add("audit.choose", ui::Icon::tune, "button_audit_choose", Choose{});
        if (state.starts.size() > 1) add("audit.newer", ui::Icon::arrow_upward, "button_audit_newer", Newer{});
        if (!state.is_last) add("audit.older", ui::Icon::arrow_downward, "button_audit_older", Older{});
        if (may(state.role, StaffAction::export_audit) && state.copy != Copy::making) {
            add("audit.copy", ui::Icon::shield, "button_audit_copy", MakeCopy{});
        }
    }
    flow.tiles(std::move(ways), 400 * canvas.growth());
}

} // namespace

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    state.role = kiosk.session.staff->role;
    state.today = kiosk.staff->audit.today();
    state.new_requests = new_requests(kiosk);
    read_page(state, kiosk);
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    std::optional<Action> action;
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "audit.title", canvas.words()("title_audit"));
    add_chain(flow, canvas, state);
    add_copy(flow, canvas, state);
    add_ways(flow, canvas, state, action);
    if (state.is_choosing) {
        add_filters(flow, canvas, state, action);
    } else {
        add_lines(flow, canvas, state);
    }
    paint_flow(flow, canvas, top);
    if (const auto tab = staff_tabs(canvas, StaffTab::audit, state.role, state.new_requests)) action = Go{*tab};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* go = std::get_if<Go>(&action)) return to_tab(go->tab, kiosk);
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    if (const auto* show = std::get_if<Show>(&action)) {
        state.filter = show->filter;
        read_anew(state, kiosk);
    } else if (std::holds_alternative<Choose>(action)) {
        state.is_choosing = true;
    } else if (std::holds_alternative<ShowEntries>(action)) {
        state.is_choosing = false;
    } else if (std::holds_alternative<Older>(action)) {
        state.starts.push_back(state.next);
        read_page(state, kiosk);
    } else if (std::holds_alternative<Newer>(action)) {
        if (state.starts.size() > 1) state.starts.pop_back();
        read_page(state, kiosk);
    } else {
        begin_copy(state, kiosk);
    }
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    state.new_requests = new_requests(kiosk);
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    // One of them: whoever asked for a copy waits for that.
    if (state.making) {
        go_on_copying(state, kiosk);
    } else if (!state.check.is_done) {
        go_on_checking(state, kiosk);
    }
    return Next::stay();
}

// At once, until all of it is copied and checked: a slice lasts a few milliseconds.
std::optional<base::Moment> wake_at(const State& state) {
    return state.check.is_done && !state.making ? std::nullopt : std::optional(base::Moment{});
}

} // namespace kiosk::staff_audit
