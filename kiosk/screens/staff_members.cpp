#include "kiosk/screens/staff_members.hpp"

#include "kiosk/staff/staff_side.hpp"

#include <algorithm>

namespace kiosk::staff_members {

namespace {

void read_members(State& state, Kiosk& kiosk) {
    auto members = kiosk.staff->accounts.members(*kiosk.session.staff);
    if (members.is_error()) state.message = Message::failed;
    if (!members.is_error()) state.members = members.release_value();
}

void go_to(State& state, Step step) {
    state.step = step;
    state.message = Message::none;
    if (step != Step::code) state.code.reset();
    if (step == Step::list || step == Step::member) state.badge.clear();
    if (step == Step::list || step == Step::badge) state.number.reset();
}

void start(State& state, const base::Result<void>& asked, Message refusal) {
    if (!asked.is_error()) return go_to(state, Step::making);
    state.message = asked.error().kind == base::ErrorKind::ask_again ? refusal : Message::failed;
}

Next go_back(State& state, Kiosk& kiosk) {
    switch (state.step) {
    case Step::list: return Next::back();
    case Step::role: go_to(state, Step::badge); break;
    case Step::sure: go_to(state, Step::member); break;
    case Step::making: kiosk.staff->enrolment.forget(); [[fallthrough]];
    case Step::member:
    case Step::badge:
    case Step::code: go_to(state, Step::list); break;
    }
    return Next::stay();
}

void type(State& state, char symbol) {
    state.message = Message::none;
    auto& digits = state.badge;
    if (symbol == 'c') digits.clear();
    if (symbol == '<' && !digits.is_empty()) digits.resize(digits.size() - 1);
    if (symbol >= '0' && symbol <= '9' && digits.size() < most_badge) digits.append(std::string_view(&symbol, 1));
}

// Whether the badge is somebody's is known before a role is chosen, so that nothing has to be chosen twice.
void take_badge(State& state, Kiosk& kiosk) {
    if (state.badge.size() < least_badge) {
        state.message = Message::badge_short;
        return;
    }
    const auto found = kiosk.staff->accounts.number_of(*kiosk.session.staff, state.badge.text());
    if (!found.is_error()) {
        state.badge.clear();
        state.message = Message::badge_taken;
        return;
    }
    if (found.error().kind != base::ErrorKind::ask_again) {
        state.message = Message::failed;
        return;
    }
    go_to(state, Step::role);
}

void go_on(State& state, Kiosk& kiosk) {
    switch (state.step) {
    case Step::badge: take_badge(state, kiosk); break;
    case Step::sure:
        start(state, kiosk.staff->enrolment.reset(*kiosk.session.staff, *state.number), Message::failed);
        break;
    case Step::code: go_to(state, Step::list); break;
    case Step::list: go_to(state, Step::badge); break;
    case Step::member:
    case Step::role:
    case Step::making: break;
    }
}

void ask_for_reset(State& state) {
    // Whoever is the only supervisor would close everybody out who needs one.
    if (state.number == state.self) {
        state.message = Message::oneself;
        return;
    }
    go_to(state, Step::sure);
}

void lift(State& state, Kiosk& kiosk) {
    const auto done = kiosk.staff->accounts.lift(*kiosk.session.staff, *state.number);
    read_members(state, kiosk);
    state.message = done.is_error() ? Message::failed : Message::lifted;
}

} // namespace

const StaffLine* member_of(const State& state) {
    const auto found = std::ranges::find_if(state.members, [&](const auto& one) { return one.number == state.number; });
    return found == state.members.end() ? nullptr : &*found;
}

State open(Kiosk& kiosk) {
    State state;
    if (kiosk.staff == nullptr || !kiosk.session.staff) return state;
    state.self = kiosk.session.staff->number;
    read_members(state, kiosk);
    return state;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::back();
    if (std::holds_alternative<Back>(action)) return go_back(state, kiosk);
    if (const auto* opened = std::get_if<Open>(&action)) {
        state.number = opened->number;
        go_to(state, Step::member);
    } else if (const auto* typed = std::get_if<Type>(&action)) {
        type(state, typed->symbol);
    } else if (const auto* scanned = std::get_if<Scan>(&action)) {
        state.badge = scanned->badge.copy();
        take_badge(state, kiosk);
    } else if (const auto* chosen = std::get_if<Choose>(&action)) {
        start(state, kiosk.staff->enrolment.add(*kiosk.session.staff, state.badge.text(), chosen->role),
              Message::badge_taken);
    } else if (std::holds_alternative<Add>(action)) {
        go_to(state, Step::badge);
    } else if (std::holds_alternative<Reset>(action)) {
        ask_for_reset(state);
    } else if (std::holds_alternative<Lift>(action)) {
        lift(state, kiosk);
    } else if (std::holds_alternative<GoOn>(action)) {
        go_on(state, kiosk);
    }
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    if (state.step != Step::making || kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    auto made = kiosk.staff->enrolment.poll();
    if (!made) return Next::stay();
    const bool is_made = !made->is_error();
    go_to(state, is_made ? Step::code : Step::list);
    if (is_made) state.code = made->release_value();
    read_members(state, kiosk);
    if (!is_made) state.message = Message::failed;
    return Next::stay();
}

} // namespace kiosk::staff_members
