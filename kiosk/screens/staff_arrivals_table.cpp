#include "kiosk/screens/staff_arrivals_table.hpp"

#include "kiosk/screens/desk_words.hpp"
#include "kiosk/screens/page_layout.hpp"
#include "kiosk/screens/visit_words.hpp"

#include <cmath>

namespace kiosk::staff_arrivals {

namespace {

using ui::Rect;

constexpr float panel_width = 424;
constexpr float panel_gap = 32;
constexpr float head_height = 56;
constexpr float button = 88;
constexpr float alert_height = 64;

// Where each column begins, from the table's start, and how wide it is.
struct Column {
    float x;
    float width;
    const char* label;
};
constexpr std::array<Column, 6> columns{{{24, 152, "label_column_time"},
                                         {184, 216, "label_column_ticket"},
                                         {408, 180, "label_column_who"},
                                         {596, 244, "label_column_where"},
                                         {850, 290, "label_column_now"},
                                         {1144, 168, "label_column_needs"}}};
constexpr std::size_t needs_column = 5;

ui::Cell cell_of(std::size_t column) {
    ui::Cell cell;
    cell.x = columns[column].x;
    cell.width = columns[column].width;
    return cell;
}

ui::RowLook row_look(const ui::Phrasebook& words, const DeskRow& row, bool is_chosen) {
    ui::RowLook look;
    ui::Cell time = cell_of(0);
    time.text = words("label_row_time", {{"start", row.time}});
    ui::Cell ticket = cell_of(1);
    ticket.text = ticket_of(words, row);
    if (row.ticket) {
        ticket.block = block_of(row.ticket->mark);
    } else {
        ticket.has_blank = true;
        ticket.weight = ui::Weight::regular;
        ticket.ink = ui::Tint::ink2;
    }
    ui::Cell who = cell_of(2);
    // In few words: one long cell would take the table from everybody.
    who.text = row.initials.empty() ? words("label_not_listed") : who_of(words, row);
    who.under = party_of(words, row);
    ui::Cell where = cell_of(3);
    where.text = ui::Words::of_record(row.room);
    where.weight = ui::Weight::regular;
    ui::Cell now = cell_of(4);
    const StageLook stage = look_of(row);
    now.icon = stage.icon;
    now.ink = stage.ink;
    now.text = stage_of(words, row);
    ui::Cell needs = cell_of(needs_column);
    needs.align = ui::Align::end;
    const auto lines = needs_of(words, row);
    const std::size_t shown = lines.size() <= 2 ? lines.size() : 1;
    for (std::size_t i = 0; i < shown; ++i) needs.tiles.push_back(lines[i].icon);
    if (lines.empty()) {
        needs.text = words("label_needs_none");
        needs.weight = ui::Weight::regular;
        needs.ink = ui::Tint::ink2;
    } else if (lines.size() > shown) {
        needs.text = words("label_plus", {{"count", static_cast<std::int64_t>(lines.size() - shown)}});
    }
    look.cells = {time, ticket, who, where, now, needs};
    look.spoken = spoken_row(words, row);
    look.is_selected = is_chosen;
    look.is_private = true;
    return look;
}

// The chips at the end of the title's line.
struct Count {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    ui::Words words;
};
std::array<Count, 3> counts_of(const ui::Phrasebook& words, const DeskDay& day) {
    return {{{"count.waiting", ui::Icon::hourglass_bottom, ui::Family::sky,
              words("status_count_waiting", {{"count", std::int64_t{day.waiting}}})},
             {"count.visit", ui::Icon::groups, ui::Family::good,
              words("status_count_in_visit", {{"count", std::int64_t{day.in_visit}}})},
             {"count.nothere", ui::Icon::pending, ui::Family::care,
              words("status_count_not_here", {{"count", std::int64_t{day.not_here_yet}}})}}};
}

// As Canvas::chip takes it.
float chip_width(ui::Canvas& canvas, const ui::Words& words) {
    const float letters = canvas.measure(words, {.type = ui::Type::small, .weight = ui::Weight::bold}).w;
    return std::ceil(14 + 34 * canvas.growth() + 12 + letters + 20);
}

float counts_width(ui::Canvas& canvas, const State& state) {
    float width = -16;
    for (const auto& count : counts_of(canvas.words(), state.day)) width += chip_width(canvas, count.words) + 16;
    return width;
}

ui::TextLook title_look() { return {.type = ui::Type::title, .role = ui::Role::title}; }

float draw_head(ui::Canvas& canvas, const Rect& content, const State& state) {
    const auto& words = canvas.words();
    const ui::Words title = words("title_arrivals");
    const float width = std::ceil(canvas.measure(title, title_look()).w) + 2;
    const float height = canvas.text("arrivals.title", {content.x, content.y, width, 80}, title, title_look());
    const float chips = content.right() - counts_width(canvas, state);
    const ui::Words when = words("label_day_and_time", {{"now", state.now}});
    const ui::TextLook quiet{.ink = ui::Tint::ink2, .most_lines = 1, .is_quiet = true};
    const float from = content.x + width + 32;
    const float needed = std::ceil(canvas.measure(when, quiet).w) + 2;
    // The day is told on the clock of the room, too.
    if (from + needed + 24 <= chips) {
        canvas.text("arrivals.when", {from, content.y + 20, needed, 46}, when, quiet);
    }
    float x = chips;
    for (const auto& count : counts_of(words, state.day)) {
        x += canvas.chip(count.id, {x, content.y + 16}, count.icon, count.family, count.words) + 16;
    }
    return content.y + height + 20;
}

bool does_fit(ui::Canvas& canvas, const ui::Words& alert, float width) {
    return canvas.measure(alert, {.weight = ui::Weight::bold}).w <= width - 108;
}

// Two stand side by side where their words are short enough: each line of the list that shows is somebody who waits.
void draw_alerts(ui::Canvas& canvas, const Rect& content, const std::vector<ui::Words>& alerts, float& y) {
    const float half = (content.w - 16) / 2;
    const bool is_one_line =
        alerts.size() == 2 && does_fit(canvas, alerts[0], half) && does_fit(canvas, alerts[1], half);
    const float width = is_one_line ? half : content.w;
    Rect box{content.x, y, width, alert_height};
    int number = 0;
    for (const auto& alert : alerts) {
        canvas.panel(box, ui::Tint::care_soft, 24);
        canvas.icon(ui::Icon::error, {box.x + 24, box.y + 12, 40, 40}, ui::Tint::care);
        canvas.text(("alert." + std::to_string(++number)).c_str(), {box.x + 84, box.y + 11, box.w - 108, 46}, alert,
                    {.ink = ui::Tint::care,
                     .weight = ui::Weight::bold,
                     .most_lines = 1,
                     .role = ui::Role::status,
                     .is_private = true});
        if (is_one_line) {
            box.x += half + 16;
        } else {
            box.y += alert_height + 16;
        }
    }
    if (!alerts.empty()) y += static_cast<float>(is_one_line ? 1 : alerts.size()) * (alert_height + 16);
}

// With its words where there is room for them.
void draw_print(ui::Canvas& canvas, const Rect& room, std::optional<Action>& action) {
    ui::ButtonLook print;
    print.icon = ui::Icon::print;
    print.label = canvas.words()("title_print_day");
    float width = canvas.natural_width(print);
    if (width > room.w) {
        print.spoken = std::exchange(print.label, ui::Words());
        width = 120;
    }
    if (canvas.button("arrivals.print", {room.x, room.y, width, room.h}, print)) action = PrintList{};
}

// Under the rows: a way to check somebody in, and through the list.
void draw_foot(ui::Canvas& canvas, const Rect& box, const State& state, std::size_t first, std::size_t rows,
               std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::ButtonLook add;
    add.icon = ui::Icon::person_add;
    add.label = words("button_check_somebody_in");
    const float width = canvas.natural_width(add);
    if (canvas.button("arrivals.add", {box.x, box.y, width, button}, add)) action = CheckSomebodyIn{};
    draw_print(canvas, {box.x + width + 24, box.y, box.w - width - 24 - 2 * (160 + 24), button}, action);
    if (state.day.rows.size() <= rows) return;
    ui::ButtonLook down;
    down.icon = ui::Icon::arrow_downward;
    down.spoken = words("spoken_later_rows");
    down.is_ready = first + rows < state.day.rows.size();
    ui::ButtonLook up;
    up.icon = ui::Icon::arrow_upward;
    up.spoken = words("spoken_earlier_rows");
    up.is_ready = first > 0;
    const int step = static_cast<int>(rows);
    const Rect last{box.right() - 160, box.y, 160, button};
    if (canvas.button("arrivals.up", {last.x - 24 - 160, last.y, 160, button}, up) && up.is_ready) action = Move{-step};
    if (canvas.button("arrivals.down", last, down) && down.is_ready) action = Move{step};
}

void draw_rows(ui::Canvas& canvas, const Rect& box, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    const Rect foot{box.x, box.bottom() - button, box.w, button};
    const auto rows = static_cast<std::size_t>((foot.y - 28 - box.y - head_height) / ui::row_height);
    const Rect table{box.x, box.y, box.w, head_height + static_cast<float>(rows) * ui::row_height};
    canvas.panel(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        canvas.text(column.label, {table.x + column.x, table.y + 8, column.width, 38}, words(column.label),
                    {.type = ui::Type::small,
                     .ink = ui::Tint::ink2,
                     .align = i == needs_column ? ui::Align::end : ui::Align::start,
                     .weight = ui::Weight::bold,
                     .most_lines = 1});
    }
    if (state.day.rows.empty()) {
        canvas.text("arrivals.none", {table.x + 24, table.y + head_height + 24, table.w - 48, 84},
                    words("note_no_visits_today"), {.ink = ui::Tint::ink2});
    }
    const std::size_t last_first = state.day.rows.size() - std::min(state.day.rows.size(), rows);
    const std::size_t first = std::min(state.first, last_first);
    float y = table.y + head_height;
    for (std::size_t i = first; i < state.day.rows.size() && i < first + rows; ++i) {
        canvas.panel({table.x, y - 1, table.w, 2}, ui::Tint::line, 0);
        const auto look = row_look(words, state.day.rows[i], state.chosen == i);
        if (canvas.row(row_id(state.day.rows[i]), {table.x, y, table.w, ui::row_height}, look)) action = Choose{i};
        y += ui::row_height;
    }
    draw_foot(canvas, foot, state, first, rows, action);
}

} // namespace

std::vector<ui::Words> alerts_of(const ui::Phrasebook& words, const State& state) {
    std::vector<ui::Words> alerts;
    if (state.requests.safety > 0) alerts.push_back(words("warning_safety_asked"));
    for (const auto& [first, second] : state.day.apart) {
        alerts.push_back(words("warning_keep_apart", {{"one", ticket_of(words, state.day.rows[first])},
                                                      {"other", ticket_of(words, state.day.rows[second])}}));
    }
    if (state.requests.others > 0) {
        alerts.push_back(words("note_requests_new", {{"count", std::int64_t{state.requests.others}}}));
    }
    return alerts;
}

bool is_table_possible(ui::Canvas& canvas, const State& state) {
    const PageLayout page = page_layout(canvas);
    if (page.is_flowing || canvas.is_portrait() || page.content.w < columns[needs_column].x + 640) return false;
    const auto& words = canvas.words();
    const float title = canvas.measure(words("title_arrivals"), title_look()).w;
    if (title + 48 + counts_width(canvas, state) > page.content.w) return false;
    for (const auto& column : columns) {
        const ui::TextLook bold{.type = ui::Type::small, .weight = ui::Weight::bold};
        if (canvas.measure(words(column.label), bold).w > column.width) return false;
    }
    for (const auto& row : state.day.rows) {
        if (canvas.is_row_cut(row_look(words, row, false))) return false;
    }
    const auto alerts = alerts_of(words, state);
    for (const auto& alert : alerts) {
        if (!does_fit(canvas, alert, page.content.w)) return false;
    }
    return alerts.size() <= 2;
}

void draw_table(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const Rect content = page_layout(canvas).content;
    float y = draw_head(canvas, content, state);
    draw_alerts(canvas, content, alerts_of(canvas.words(), state), y);
    const Rect rest{content.x, y, content.w, content.bottom() - y};
    draw_rows(canvas, {rest.x, rest.y, rest.w - panel_width - panel_gap, rest.h}, state, action);
    draw_panel(canvas, {rest.right() - panel_width, rest.y, panel_width, rest.h}, state, action);
}

} // namespace kiosk::staff_arrivals
