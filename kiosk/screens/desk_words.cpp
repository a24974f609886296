#include "kiosk/screens/desk_words.hpp"

#include "kiosk/screens/confirm.hpp"
#include "kiosk/screens/visit_words.hpp"

namespace kiosk {

namespace {

bool is_caregiver(storage::VisitorRole role) {
    using storage::VisitorRole;
    return role == VisitorRole::foster || role == VisitorRole::kin || role == VisitorRole::fictive_kin ||
           role == VisitorRole::guardian;
}

} // namespace

ui::Words who_of(const ui::Phrasebook& words, const DeskRow& row) {
    return row.initials.empty() ? words("label_not_on_list") : ui::Words::of_record(row.initials);
}

ui::Words party_of(const ui::Phrasebook& words, const DeskRow& row) {
    if (row.children > 0) return words("label_and_children", {{"count", std::int64_t{row.children}}});
    if (row.adults > 0) return words("label_and_adults", {{"count", std::int64_t{row.adults}}});
    if (is_caregiver(row.role)) return words("label_caregiver");
    return row.check_in ? words("label_alone") : ui::Words();
}

ui::Words stage_of(const ui::Phrasebook& words, const DeskRow& row) {
    const std::int64_t minutes = row.since.count();
    switch (row.stage) {
    case Stage::expected: return words("status_expected");
    case Stage::not_here_yet: return words("status_not_here_yet");
    case Stage::waiting: return words("status_waiting", {{"minutes", minutes}});
    case Stage::called: return words("status_called", {{"minutes", minutes}});
    case Stage::in_visit: return words("status_in_visit", {{"minutes", minutes}});
    case Stage::gone: return words("status_gone");
    }
    return {};
}

ui::Words ticket_of(const ui::Phrasebook& words, const DeskRow& row) {
    return row.ticket ? ticket_words(words, *row.ticket) : words("label_no_ticket");
}

StageLook look_of(const DeskRow& row) {
    if (row.must_not_meet) return {ui::Icon::error, ui::Tint::care};
    if (row.is_unseen) return {ui::Icon::notifications_active, ui::Tint::care};
    if (row.is_slow) return {ui::Icon::campaign, ui::Tint::care};
    switch (row.stage) {
    case Stage::expected: return {ui::Icon::schedule, ui::Tint::ink2};
    case Stage::not_here_yet: return {ui::Icon::pending, ui::Tint::care};
    case Stage::waiting: return {ui::Icon::hourglass_bottom, ui::Tint::sky};
    case Stage::called: return {ui::Icon::campaign, ui::Tint::sky};
    case Stage::in_visit: return {ui::Icon::groups, ui::Tint::good};
    case Stage::gone: return {ui::Icon::check_circle, ui::Tint::ink2};
    }
    return {ui::Icon::none, ui::Tint::ink};
}

ui::Words language_name(const ui::Phrasebook& words, const std::string& code) {
    const std::string id = "language_" + code.substr(0, code.find('-'));
    return words.has("en", id.c_str()) ? words(id.c_str()) : ui::Words::of_record(code);
}

std::vector<NeedWords> needs_of(const ui::Phrasebook& words, const DeskRow& row) {
    std::vector<NeedWords> lines;
    for (const auto& code : row.needs) {
        for (const auto& need : confirm::needs()) {
            if (code != need.code) continue;
            NeedWords line{need.icon, words(need.label), false};
            if (code == "interpreter" && !row.interpreter_language.empty()) {
                line.words =
                    words("label_interpreter_for", {{"language", language_name(words, row.interpreter_language)}});
            } else if (code == "other" && row.own_words) {
                line.words = ui::Words::of_record(std::string(row.own_words->text()));
                line.is_own = true;
            }
            lines.push_back(std::move(line));
        }
    }
    if (row.needs_ride) lines.push_back({ui::Icon::directions_car, words("label_needs_ride"), false});
    return lines;
}

std::vector<ui::Words> cares_of(const ui::Phrasebook& words, const DeskRow& row) {
    std::vector<ui::Words> lines;
    if (row.must_not_meet) lines.push_back(words("warning_must_not_meet"));
    if (row.is_unseen) lines.push_back(words("warning_not_seen"));
    if (row.is_slow) lines.push_back(words("warning_check_in_with_them"));
    return lines;
}

StepsAhead steps_ahead(const DeskRow& row) {
    switch (row.stage) {
    case Stage::expected:
    case Stage::not_here_yet: return {DeskStep::check_in, DeskStep::none};
    case Stage::waiting: return {DeskStep::call, row.is_acknowledged ? DeskStep::start : DeskStep::acknowledge};
    case Stage::called: return {DeskStep::start, DeskStep::call};
    case Stage::in_visit: return {DeskStep::end, DeskStep::none};
    case Stage::gone: return {};
    }
    return {};
}

ui::ButtonLook step_look(const ui::Phrasebook& words, const DeskRow& row, DeskStep step) {
    ui::ButtonLook look;
    switch (step) {
    case DeskStep::none: break;
    case DeskStep::check_in:
        look.icon = ui::Icon::how_to_reg;
        look.label = words("button_check_them_in");
        break;
    case DeskStep::acknowledge:
        look.icon = ui::Icon::visibility;
        look.label = words("button_mark_seen");
        break;
    case DeskStep::call:
        look.icon = ui::Icon::campaign;
        look.label = words(row.stage == Stage::called ? "button_call_again" : "button_call_ticket",
                           {{"ticket", ticket_of(words, row)}});
        break;
    case DeskStep::start:
        look.icon = ui::Icon::groups;
        look.label = words("button_start_visit");
        break;
    case DeskStep::end:
        look.icon = ui::Icon::check_circle;
        look.label = words("button_end_visit");
        break;
    }
    return look;
}

base::Result<void> take_step(DeskStep step, const DeskRow& row, const StaffSession& by, ArrivalsDesk& desk) {
    if (!row.check_in) return {};
    switch (step) {
    case DeskStep::acknowledge: return desk.acknowledge(by, *row.check_in);
    case DeskStep::call: return desk.call(by, *row.check_in, row.room);
    case DeskStep::start: return desk.start(by, *row.check_in);
    case DeskStep::end: return desk.end(by, *row.check_in);
    case DeskStep::none:
    case DeskStep::check_in: break;
    }
    return {};
}

const char* step_id(DeskStep step) {
    switch (step) {
    case DeskStep::none: return "";
    case DeskStep::check_in: return "checkin";
    case DeskStep::acknowledge: return "seen";
    case DeskStep::call: return "call";
    case DeskStep::start: return "start";
    case DeskStep::end: return "end";
    }
    return "";
}

ui::Words spoken_row(const ui::Phrasebook& words, const DeskRow& row) {
    std::vector<ui::Words> facts;
    const auto add = [&](ui::Words fact) {
        if (!fact.is_empty()) facts.push_back(std::move(fact));
    };
    add(ticket_of(words, row));
    add(who_of(words, row));
    add(party_of(words, row));
    add(ui::Words::of_record(row.room));
    add(stage_of(words, row));
    for (auto& care : cares_of(words, row)) add(std::move(care));
    for (auto& need : needs_of(words, row)) {
        if (!need.is_own) add(std::move(need.words));
    }
    return words("spoken_arrival_row", {{"start", row.time}, {"facts", facts}});
}

std::string row_id(const DeskRow& row) {
    if (row.check_in) return "row." + row.check_in->text();
    return "row." + std::to_string(std::hash<std::string>{}(row.visit.text + "\n" + row.person.text));
}

} // namespace kiosk
