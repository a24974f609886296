#include "kiosk/screens/staff_unlock.hpp"

#include "kiosk/screens/screen.hpp"
#include "kiosk/screens/staff_pages.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_unlock {

namespace {

constexpr std::size_t least_badge = 2;

void ask_for(State& state, Step step) {
    state.step = step;
    state.digits.clear();
    state.message = Message::none;
}

void take_answer(State& state, const Unlocked& answer) {
    switch (answer.answer) {
    case UnlockAnswer::unlocked: return;
    case UnlockAnswer::choose_pin: ask_for(state, Step::new_pin); return;
    case UnlockAnswer::pin_refused:
        ask_for(state, Step::new_pin);
        state.message = Message::refused;
        state.fault = answer.fault;
        return;
    case UnlockAnswer::wrong:
        // Also when a member was reset while they chose a PIN: then the code in their hand is the new one.
        ask_for(state, Step::pin);
        state.message = Message::no_match;
        state.tries_left = answer.tries_left;
        break;
    case UnlockAnswer::wait:
        state.message = Message::wait;
        state.minutes_to_wait = static_cast<int>(std::chrono::ceil<std::chrono::minutes>(answer.wait).count());
        break;
    case UnlockAnswer::closed: state.message = Message::closed; break;
    case UnlockAnswer::out_of_order: state.message = Message::out_of_order; break;
    }
    state.digits.clear();
}

Next open_staff_view(Kiosk& kiosk, StaffSession session) {
    kiosk.session.staff = std::move(session);
    kiosk.session.staff->began = kiosk.clock.moment();
    return to_first_tab(kiosk);
}

} // namespace

std::size_t least_digits(const State& state) { return state.step == Step::badge ? least_badge : least_pin_digits; }

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) {
        if (kiosk.staff != nullptr) kiosk.staff->unlocker.forget();
        return Next::back();
    }
    if (state.is_checking || kiosk.staff == nullptr) return Next::stay();
    if (const auto* type = std::get_if<Type>(&action)) {
        if (type->symbol == 'c') {
            state.digits.resize(0);
        } else if (type->symbol == '<') {
            if (!state.digits.is_empty()) state.digits.resize(state.digits.size() - 1);
        } else if (type->symbol >= '0' && type->symbol <= '9' && state.digits.size() < most_pin_digits) {
            state.digits.append(std::string_view(&type->symbol, 1));
            state.message = Message::none;
        }
        return Next::stay();
    }
    if (const auto* scan = std::get_if<Scan>(&action)) {
        state = with_badge(scan->badge);
        return Next::stay();
    }
    if (state.digits.size() < least_digits(state)) {
        state.message = Message::incomplete;
        return Next::stay();
    }
    Unlocker& unlocker = kiosk.staff->unlocker;
    switch (state.step) {
    case Step::badge:
        state.badge = state.digits.copy();
        ask_for(state, Step::pin);
        return Next::stay();
    case Step::pin:
        unlocker.begin(state.badge, state.digits.copy());
        state.is_checking = true;
        return Next::stay();
    case Step::new_pin:
        state.chosen = state.digits.copy();
        ask_for(state, Step::new_pin_again);
        return Next::stay();
    case Step::new_pin_again: {
        const bool is_same = state.digits.text() == state.chosen.text();
        if (!is_same) {
            ask_for(state, Step::new_pin);
            state.message = Message::not_same;
            return Next::stay();
        }
        unlocker.choose_pin(state.digits.copy());
        state.is_checking = true;
        return Next::stay();
    }
    }
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    // At the kiosk a visitor may stand here: nothing of the desk is told.
    if (kiosk.seat == Seat::board && kiosk.staff != nullptr) state.new_at_desk = kiosk.staff->watch.unseen();
    if (!state.is_checking || kiosk.staff == nullptr) return Next::stay();
    auto answer = kiosk.staff->unlocker.poll();
    if (!answer) return Next::stay();
    state.is_checking = false;
    state.chosen.clear();
    if (answer->answer == UnlockAnswer::unlocked && answer->session) {
        return open_staff_view(kiosk, std::move(*answer->session));
    }
    take_answer(state, *answer);
    return Next::stay();
}

State with_badge(const base::Secret& badge) {
    State state;
    state.badge = badge.copy();
    state.step = Step::pin;
    return state;
}

} // namespace kiosk::staff_unlock
