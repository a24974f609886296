// One visit to the kiosk: everything a person entered and was shown. It is one object; Finish, a quick exit or a
// time-out destroys it as a whole, and nothing of it lives anywhere else. Main thread.
#pragma once

#include "kiosk/app/comfort.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/visits/visit_desk.hpp"
#include "ui/phrasebook.hpp"

namespace kiosk {

// What the page behind "something else" was left with.
struct NoteAnswer {
    bool is_needed = false;
    std::optional<base::Secret> words; // may be empty: they want to say it in person; none: left as they were
    std::optional<base::Secret> draft; // left without saving: the page shows it again, and nothing else
    bool is_masked = false;            // hidden from who looks on, also on the pages that follow
};

struct Session {
    std::optional<Found> found;
    int birth_date_misses = 0;
    std::string interpreter_language;  // chosen on its own page, on the way back to the page that asked
    std::optional<NoteAnswer> note;    // likewise
    std::optional<StaffSession> staff; // somebody of the staff has signed in
};

// Where these pages stand: at the kiosk, or on the board at the desk.
enum class Seat { kiosk, board };

struct StaffSide; // what the staff's pages work with: kiosk/staff/staff_side.hpp

// What screens may use to decide. Lives as long as the program; `session` is the visit that is running.
struct Kiosk {
    const Settings& settings;
    const base::Clock& clock;
    VisitDesk& desk;
    ui::Phrasebook& words;
    Session& session;
    Comfort& comfort;
    StaffSide* staff = nullptr; // none: this application has no staff's view
    Seat seat = Seat::kiosk;

    [[nodiscard]] const Found* found() const { return session.found ? &*session.found : nullptr; }
};

} // namespace kiosk
