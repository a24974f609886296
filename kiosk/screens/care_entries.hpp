// What can be done to the kiosk itself, in the order in which it is offered. An entry more is a line more. Main thread.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "ui/canvas.hpp"

#include <span>

namespace kiosk {

struct CareEntry {
    const char* id; // "care.clean"
    ui::Icon icon;
    const char* head; // ids of words
    const char* note;
    StaffAction needed;
    // Where it leads. An error: it could not be kept, and nothing was changed.
    base::Result<Next> (*use)(const StaffSession& by, Kiosk& kiosk);
    const char* done = nullptr; // said when it is done and the page stays
    enum class When { always, at_kiosk, while_open, while_closed };
    When when = When::always;
};

[[nodiscard]] std::span<const CareEntry> care_entries();

} // namespace kiosk
