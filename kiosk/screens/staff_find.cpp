#include "kiosk/screens/staff_find.hpp"

#include "kiosk/screens/screen.hpp"
#include "kiosk/staff/staff_side.hpp"
#include "kiosk/visits/office_time.hpp"

namespace kiosk::staff_find {

namespace {

void search(State& state, const StaffSession& by, PersonFinder& finder) {
    state.hits_back = state.came ? state.slip_back : std::chrono::days(0);
    auto found = finder.find(by, state.name.text(), state.digits.text(), state.hits_back);
    if (found.is_error()) {
        state.message = Message::failed;
        return;
    }
    Hits hits = found.release_value();
    switch (hits.answer) {
    case Hits::Answer::found:
        state.hits = std::move(hits.people);
        state.step = Step::hits;
        state.message = Message::none;
        return;
    case Hits::Answer::none: state.message = Message::nobody; return;
    case Hits::Answer::too_short:
        state.message = Message::name_short;
        state.step = Step::name;
        return;
    case Hits::Answer::too_many_searches: state.message = Message::too_many_searches; return;
    }
}

void keep(State& state, const base::Result<CheckedIn>& done) {
    if (done.is_error()) {
        state.message = Message::failed;
        return;
    }
    state.ticket = done.value().arrival.ticket;
    state.was_already = done.value().was_already;
    state.hits.clear();
    state.name.clear();
    state.digits.clear();
    state.message = Message::none;
    state.step = Step::done;
}

void check_in(State& state, const StaffSession& by, Kiosk& kiosk) {
    ArrivalsDesk& desk = kiosk.staff->arrivals;
    const auto& language = kiosk.words.language();
    const storage::Visit* visit = state.chosen ? &state.hits[*state.chosen].visit : nullptr;
    Today today = confirm::today_of(state.today);
    if (state.came) return keep(state, desk.enter_slip(by, visit, std::move(today), *state.came, language));
    if (visit == nullptr) return keep(state, desk.add_walk_in(by, std::move(today), language));
    keep(state, desk.check_in(by, *visit, std::move(today), language));
}

void ask_today(State& state, std::optional<std::size_t> hit) {
    state.chosen = hit;
    state.before_today = state.step;
    state.today = {};
    state.message = Message::none;
    state.step = Step::today;
}

void toggle(State& state, std::size_t need) {
    if (need != confirm::interpreter_need) {
        state.today.needs.flip(need);
    } else if (state.today.needs.test(need)) {
        state.today.needs.reset(need);
        state.today.interpreter_language.clear();
    } else {
        state.step = Step::interpreter;
    }
}

// Who was found on the list of another day is looked for on that of the slip.
void leave_slip(State& state, const StaffSession& by, PersonFinder& finder) {
    state.step = state.before_slip;
    const auto back = state.came ? state.slip_back : std::chrono::days(0);
    if (state.step != Step::hits || state.hits_back == back) return;
    state.hits.clear();
    state.step = Step::birth_date;
    search(state, by, finder);
}

Next go_on(State& state, const StaffSession& by, Kiosk& kiosk) {
    switch (state.step) {
    case Step::name: {
        const bool is_short = state.name.length() < PersonFinder::least_letters;
        state.message = is_short ? Message::name_short : Message::none;
        if (!is_short) state.step = Step::birth_date;
        return Next::stay();
    }
    case Step::birth_date:
        if (state.digits.size() < date_digits) {
            state.message = Message::date_short;
        } else {
            search(state, by, kiosk.staff->finder);
        }
        return Next::stay();
    case Step::hits: return Next::stay();
    case Step::slip_time:
        state.came =
            slip_moment(state.slip_digits.text(), kiosk.clock.now(), kiosk.settings.time_zone, state.slip_back);
        state.message = state.came ? Message::none : Message::time_wrong;
        if (state.came) leave_slip(state, by, kiosk.staff->finder);
        return Next::stay();
    case Step::today: check_in(state, by, kiosk); return Next::stay();
    case Step::interpreter: return Next::stay();
    case Step::done: return Next::back();
    }
    return Next::stay();
}

Next go_back(State& state) {
    state.message = Message::none;
    if (state.step == Step::slip_time) {
        state.came.reset();
        state.slip_back = {};
        const bool is_of_another_day = state.before_slip == Step::hits && state.hits_back != state.slip_back;
        if (is_of_another_day) state.hits.clear();
        state.step = is_of_another_day ? Step::birth_date : state.before_slip;
        return Next::stay();
    }
    if (state.step == Step::interpreter || state.step == Step::today) {
        state.step = state.step == Step::interpreter ? Step::today : state.before_today;
        return Next::stay();
    }
    if (state.step == Step::name || state.step == Step::done) return Next::back();
    state.hits.clear();
    state.step = state.step == Step::hits ? Step::birth_date : Step::name;
    return Next::stay();
}

// What the keypad of this step fills; none where there is no keypad.
base::Secret* digits_of(State& state) {
    switch (state.step) {
    case Step::birth_date: return &state.digits;
    case Step::slip_time: return &state.slip_digits;
    case Step::name:
    case Step::hits:
    case Step::today:
    case Step::interpreter:
    case Step::done: return nullptr;
    }
    return nullptr;
}

void type(State& state, std::string_view letters) {
    state.message = Message::none;
    if (state.step == Step::name) {
        (void)state.name.insert(letters);
        state.keyboard.is_shifted = false;
        return;
    }
    base::Secret* digits = digits_of(state);
    if (digits == nullptr) return;
    const std::size_t most = state.step == Step::slip_time ? time_digits : date_digits;
    for (const char letter : letters) {
        if (letter < '0' || letter > '9' || digits->size() >= most) continue;
        digits->append(std::string_view(&letter, 1));
    }
}

} // namespace

std::optional<base::UtcTime> slip_moment(std::string_view digits, base::UtcTime now, const std::string& time_zone,
                                         std::chrono::days back) {
    if (digits.size() != time_digits) return std::nullopt;
    const int hour = (digits[0] - '0') * 10 + (digits[1] - '0');
    const int minute = (digits[2] - '0') * 10 + (digits[3] - '0');
    if (hour > 23 || minute > 59) return std::nullopt;
    const std::chrono::local_days day = std::chrono::local_days(local_day(now, time_zone)) - back;
    const auto at = [&](int of_day) -> std::optional<base::UtcTime> {
        const auto moment = utc_of_local(day + std::chrono::hours(of_day) + std::chrono::minutes(minute), time_zone);
        if (moment.is_error() || moment.value() > now) return std::nullopt;
        return moment.value();
    };
    // A slip says 2:30 for the afternoon; one that says 14:30 means just that.
    constexpr int first_hour = 7;
    const bool may_be_afternoon = hour >= 1 && hour < (back.count() == 0 ? 12 : first_hour);
    if (may_be_afternoon) {
        if (const auto afternoon = at(hour + 12)) return afternoon;
    }
    return at(hour);
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) return go_back(state);
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    const StaffSession& by = *kiosk.session.staff;
    if (const auto* typed = std::get_if<Type>(&action)) {
        type(state, typed->letters.text());
    } else if (const auto* place = std::get_if<Place>(&action)) {
        state.name.place(place->stop);
    } else if (const auto* press = std::get_if<Press>(&action)) {
        const auto paragraph = kiosk.words.direction() == ui::Direction::right_to_left
                                   ? ui::TextField::Paragraph::right_to_left
                                   : ui::TextField::Paragraph::left_to_right;
        (void)ui::type_key(state.name, state.keyboard, press->key, paragraph);
        state.message = Message::none;
    } else if (std::holds_alternative<Erase>(action)) {
        if (state.step == Step::name) (void)state.name.erase();
        base::Secret* digits = digits_of(state);
        if (digits != nullptr && !digits->is_empty()) digits->resize(digits->size() - 1);
    } else if (std::holds_alternative<Clear>(action)) {
        if (base::Secret* digits = digits_of(state)) digits->resize(0);
    } else if (std::holds_alternative<FromSlip>(action)) {
        state.before_slip = state.step;
        state.step = Step::slip_time;
        state.now = kiosk.clock.now();
        state.message = Message::none;
        state.slip_digits.clear();
    } else if (const auto* day = std::get_if<SlipDay>(&action)) {
        state.slip_back = day->back;
        state.message = Message::none;
    } else if (const auto* hit = std::get_if<CheckIn>(&action)) {
        ask_today(state, hit->hit);
    } else if (std::holds_alternative<WalkIn>(action)) {
        ask_today(state, {});
    } else if (const auto* change = std::get_if<confirm::Change>(&action)) {
        confirm::count(state.today, *change);
    } else if (const auto* need = std::get_if<confirm::Toggle>(&action)) {
        toggle(state, need->need);
    } else if (const auto* spoken = std::get_if<interpreter::Choose>(&action)) {
        state.today.interpreter_language = spoken->language;
        state.today.needs.set(confirm::interpreter_need);
        state.step = Step::today;
    } else {
        return go_on(state, by, kiosk);
    }
    return Next::stay();
}

} // namespace kiosk::staff_find
