// Where a screen's update leads. Main thread.
#pragma once

#include <memory>

namespace kiosk {

struct Screen;

struct Next {
    enum class Kind { stay, push, replace, back, home, finish, clean, reset };
    Kind kind = Kind::stay;
    std::shared_ptr<Screen> screen; // for push and replace
    const char* focus = nullptr;    // for stay: keys go on at this control

    [[nodiscard]] static Next stay() { return {}; }
    [[nodiscard]] static Next stay_at(const char* control) { return {Kind::stay, nullptr, control}; }
    [[nodiscard]] static Next back() { return {Kind::back, nullptr, nullptr}; }
    [[nodiscard]] static Next home() {
        return {Kind::home, nullptr, nullptr};
    } // the first page again, the visit goes on
    [[nodiscard]] static Next finish() {
        return {Kind::finish, nullptr, nullptr};
    } // the visit is over: everything is cleared
    [[nodiscard]] static Next clean() {
        return {Kind::clean, nullptr, nullptr};
    } // a minute in which nothing is pressed
    [[nodiscard]] static Next reset() { return {Kind::reset, nullptr, nullptr}; } // what stands at the kiosk is cleared
    [[nodiscard]] static Next push(Screen screen);                                // Back leads here again
    [[nodiscard]] static Next replace(Screen screen);                             // Back skips this page
};

} // namespace kiosk
