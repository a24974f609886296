#include "kiosk/staff/desk_day.hpp"

#include "ui/graphemes.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using storage::DeskArrival;
using storage::Expected;

std::chrono::minutes whole_minutes(std::chrono::milliseconds since) {
    return std::max(std::chrono::floor<std::chrono::minutes>(since), std::chrono::minutes(0));
}

void fill_from(DeskRow& row, const DeskArrival& here, base::UtcTime now, std::chrono::minutes acknowledge) {
    const auto& [arrival, state] = here;
    row.check_in = arrival.submission;
    row.ticket = arrival.ticket;
    row.arrived = arrival.at;
    row.adults = arrival.adults;
    row.children = arrival.children;
    row.needs = arrival.needs;
    row.needs_ride = false;
    row.own_words = state.own_words;
    if (!state.room.empty()) row.room = state.room;
    if (!state.interpreter_language.empty()) row.interpreter_language = state.interpreter_language;
    row.is_acknowledged = state.acknowledged.has_value();
    row.stage = state.ended     ? Stage::gone
                : state.started ? Stage::in_visit
                : state.called  ? Stage::called
                                : Stage::waiting;
    const auto began = state.ended     ? *state.ended
                       : state.started ? *state.started
                       : state.called  ? *state.called
                                       : arrival.at;
    row.since = whole_minutes(now - began);
    const bool waits = row.stage == Stage::waiting || row.stage == Stage::called;
    row.is_slow = waits && now - arrival.at > slow_wait;
    row.is_unseen = waits && !row.is_acknowledged && now - arrival.at >= acknowledge;
}

DeskRow row_of(const Expected& person, base::UtcTime now) {
    const storage::Visit& visit = person.visit;
    DeskRow row;
    row.visit = visit.visit_id;
    row.person = visit.person_id;
    row.time = visit.start;
    row.stage = now < visit.start ? Stage::expected : Stage::not_here_yet;
    row.initials = initials_of(visit.given_name, visit.family_name);
    row.role = visit.role;
    row.room = visit.text("room");
    row.helper = visit.text("helper_name");
    row.interpreter_language = visit.text("interpreter");
    if (!row.interpreter_language.empty()) row.needs.emplace_back("interpreter");
    row.needs_ride = !visit.text("transport").empty();
    return row;
}

bool takes_place(const Expected& person) {
    return person.visit.status != storage::VisitStatus::cancelled && person.visit.status != storage::VisitStatus::moved;
}

struct Placed {
    DeskRow row;
    const Expected* person = nullptr; // none: unlisted, or the roster has changed since
};

} // namespace

bool names_either(std::string_view list, const storage::PersonId& person, const storage::VisitId& visit) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(';'), list.size());
        std::string_view name = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        while (name.starts_with(' ')) name.remove_prefix(1);
        while (name.ends_with(' ')) name.remove_suffix(1);
        if (!name.empty() && (name == person.text || name == visit.text)) return true;
    }
    return false;
}

std::string initials_of(std::string_view given_name, std::string_view family_name) {
    std::string initials;
    for (const auto name : {given_name, family_name}) {
        if (name.empty()) continue;
        const auto borders = ui::grapheme_borders(name);
        if (!initials.empty()) initials += "\u00a0";
        initials.append(name.substr(0, borders[1])).append(".");
    }
    return initials;
}

DeskDay desk_day(std::span<const Expected> expected, std::span<const DeskArrival> arrivals, base::UtcTime now,
                 std::chrono::minutes acknowledge) {
    std::vector<Placed> placed;
    std::vector<bool> is_placed(arrivals.size());
    for (const auto& person : expected) {
        Placed next{row_of(person, now), &person};
        for (std::size_t i = 0; i < arrivals.size(); ++i) {
            const auto& arrival = arrivals[i].arrival;
            if (arrival.visit_id != person.visit.visit_id || arrival.person_id != person.visit.person_id) continue;
            fill_from(next.row, arrivals[i], now, acknowledge);
            is_placed[i] = true;
        }
        if (next.row.check_in || takes_place(person)) placed.push_back(std::move(next));
    }
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        if (is_placed[i]) continue;
        Placed next;
        next.row.visit = arrivals[i].arrival.visit_id;
        next.row.person = arrivals[i].arrival.person_id;
        next.row.time = arrivals[i].arrival.at;
        next.row.role = storage::VisitorRole::other;
        fill_from(next.row, arrivals[i], now, acknowledge);
        placed.push_back(std::move(next));
    }
    std::ranges::stable_sort(placed, {}, [](const Placed& each) { return each.row.time; });

    DeskDay day;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        for (std::size_t j = i + 1; j < placed.size(); ++j) {
            auto& [one, person] = placed[i];
            auto& [other, other_person] = placed[j];
            if (!one.is_here() || !other.is_here()) continue;
            const bool must_not = (person && names_either(person->keep_apart, other.person, other.visit)) ||
                                  (other_person && names_either(other_person->keep_apart, one.person, one.visit));
            if (!must_not) continue;
            one.must_not_meet = other.must_not_meet = true;
            day.apart.push_back({i, j});
        }
    }
    for (auto& [row, person] : placed) {
        day.waiting += row.stage == Stage::waiting || row.stage == Stage::called ? 1 : 0;
        day.in_visit += row.stage == Stage::in_visit ? 1 : 0;
        day.not_here_yet += row.stage == Stage::not_here_yet ? 1 : 0;
        day.rows.push_back(std::move(row));
    }
    return day;
}

} // namespace kiosk
