// Somebody at the screen, in real time: touches what has a name on the page and waits for what they expect to see.
// Main thread.
#pragma once

#include "kiosk/app/app.hpp"

namespace bench {

class Visitor {
public:
    Visitor(kiosk::App& app, ui::Surface& surface, const base::Clock& clock)
        : app_(app), surface_(surface), clock_(clock) {}

    // Runs the program's loop for that long.
    void pass(std::chrono::milliseconds time);
    // Milliseconds by the wall from the touch until the program's loop is done with it: the picture that answers it was
    // handed to the display, and what it left to seal was sealed. An error if no button of the page has that name.
    base::Result<double> tap(std::string_view name);
    void type(std::string_view digits);
    // Waits at most three seconds until the page says it.
    base::Result<void> expect(std::string_view words);

private:
    kiosk::App& app_;
    ui::Surface& surface_;
    const base::Clock& clock_;
};

} // namespace bench
