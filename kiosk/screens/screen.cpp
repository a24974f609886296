#include "kiosk/screens/screen.hpp"

namespace kiosk {

namespace {

template <typename... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Match(Cases...) -> Match<Cases...>;

} // namespace

Next Next::push(Screen screen) { return {Kind::push, std::make_shared<Screen>(std::move(screen)), nullptr}; }

Next Next::replace(Screen screen) { return {Kind::replace, std::make_shared<Screen>(std::move(screen)), nullptr}; }

const char* name_of(const Screen& screen) {
    return std::visit(Match{[](const home::State&) { return "home"; },
                            [](const identify::State&) { return "identify"; },
                            [](const choose_visit::State&) { return "choose_visit"; },
                            [](const confirm::State&) { return "confirm"; },
                            [](const interpreter::State&) { return "interpreter"; },
                            [](const note::State&) { return "note"; },
                            [](const birth_date::State&) { return "birth_date"; },
                            [](const checked_in::State&) { return "checked_in"; },
                            [](const notice::State&) { return "notice"; },
                            [](const help::State&) { return "help"; },
                            [](const languages::State&) { return "languages"; },
                            [](const preferences::State&) { return "preferences"; },
                            [](const privacy::State&) { return "privacy"; },
                            [](const staff_unlock::State&) { return "staff_unlock"; },
                            [](const staff_arrivals::State&) { return "staff_arrivals"; },
                            [](const staff_person::State&) { return "staff_person"; },
                            [](const staff_find::State&) { return "staff_find"; },
                            [](const staff_requests::State&) { return "staff_requests"; },
                            [](const staff_health::State&) { return "staff_health"; },
                            [](const staff_report::State&) { return "staff_report"; },
                            [](const staff_readiness::State&) { return "staff_readiness"; },
                            [](const staff_audit::State&) { return "staff_audit"; },
                            [](const staff_care::State&) { return "staff_care"; },
                            [](const staff_stick::State&) { return "staff_stick"; },
                            [](const staff_hours::State&) { return "staff_hours"; },
                            [](const staff_settings::State&) { return "staff_settings"; },
                            [](const staff_print::State&) { return "staff_print"; },
                            [](const staff_members::State&) { return "staff_members"; },
                            [](const staff_clock::State&) { return "staff_clock"; }},
                      screen.state);
}

Next draw_and_update(Screen& screen, ui::Canvas& canvas, Kiosk& kiosk, bool& has_acted) {
    return std::visit(
        [&](auto& state) {
            // draw and update are found beside each State, in the page's own namespace.
            const auto action = draw(canvas, std::as_const(state));
            has_acted = action.has_value();
            return action ? update(state, *action, kiosk) : Next::stay();
        },
        screen.state);
}

Next tick(Screen& screen, Kiosk& kiosk) {
    return std::visit(
        [&](auto& state) {
            if constexpr (requires { tick(state, kiosk); }) {
                return tick(state, kiosk);
            } else {
                return Next::stay();
            }
        },
        screen.state);
}

std::optional<StaffAction> needed_for(const Screen& screen) {
    return std::visit(
        [](const auto& state) -> std::optional<StaffAction> {
            if constexpr (requires { state.needed; }) {
                return state.needed;
            } else {
                return std::nullopt;
            }
        },
        screen.state);
}

bool may_stand_on(const Screen& screen, const std::optional<StaffSession>& staff) {
    const auto needed = needed_for(screen);
    return !needed || (staff && may(staff->role, *needed));
}

std::optional<base::Moment> wake_at(const Screen& screen) {
    return std::visit(
        [](const auto& state) -> std::optional<base::Moment> {
            if constexpr (requires { wake_at(state); }) {
                return wake_at(state);
            } else {
                return std::nullopt;
            }
        },
        screen.state);
}

} // namespace kiosk
