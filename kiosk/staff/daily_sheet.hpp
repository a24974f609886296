// The desk's paper of a day: who is expected, when, where and with whom, and boxes in which a hand writes what came of
// it, for when the kiosk is down. Printed when asked; copies of today and of the next days, sealed to the office's key, lie
// in the state folder, so that staff can open today's with `kioskctl sheet`, also on a morning on which nobody had the
// kiosk up before. Nothing of them is ever written readable. Main thread.
#pragma once

#include "base/files.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/state_folder.hpp"
#include "storage/store.hpp"
#include "ui/phrasebook.hpp"

#include <set>

namespace kiosk {

// The sheet itself, a PDF of as many pages as it takes, in the language in use. `expected`: by start, as the store has
// them; of `day`. Everything the desk needs to do without the kiosk stands on it, with full names.
[[nodiscard]] base::Result<base::Secret> make_daily_sheet(std::span<const storage::Expected> expected,
                                                          std::chrono::year_month_day day, const Settings& settings,
                                                          base::UtcTime now, const ui::Phrasebook& words);

// Each asks for print_sheet, and is in the audit log before it is done.
class DailySheet {
public:
    static constexpr std::chrono::days ahead{4}; // a long weekend, and the day after it

    // All outlive it.
    DailySheet(storage::Store& store, base::Files& files, StateFolder folder, const Settings& settings,
               const base::Clock& clock)
        : store_(store), files_(files), folder_(std::move(folder)), settings_(settings), clock_(clock) {}

    // What goes to the printer. The sealed copy is made anew with it; a disk that takes none does not hold it back.
    [[nodiscard]] base::Result<base::Secret> make_to_print(const StaffSession& by, const ui::Phrasebook& words);
    // Whether there are sealed copies of today and of the days `ahead`, and of the roster that is in use, as far as this
    // run of the program knows.
    [[nodiscard]] bool is_kept();
    // Makes the sealed copy of the first day that has none, today's before all: one a call, for it takes a moment.
    [[nodiscard]] base::Result<void> keep(const StaffSession& by, const ui::Phrasebook& words);
    // Whether a sealed copy of today lies there, of whichever roster.
    [[nodiscard]] base::Result<bool> is_there();
    // Opens the sealed copy of today; ask_again if there is none.
    [[nodiscard]] base::Result<base::Secret> open(const StaffSession& by);
    // The sealed copies of other days than today and those `ahead`; only while the clock is believed.
    [[nodiscard]] base::Result<void> remove_old();

private:
    using Day = std::chrono::year_month_day;
    struct Kept {
        std::string roster; // its hash
        std::set<Day> days;
    };
    [[nodiscard]] Day today() const;
    [[nodiscard]] base::Result<std::string> roster();
    [[nodiscard]] base::Result<std::optional<Day>> first_not_kept();
    [[nodiscard]] base::Result<std::vector<storage::Expected>> expected(const StaffSession& by, Day day);
    [[nodiscard]] base::Result<void> seal(Day day, const base::Secret& pdf);
    [[nodiscard]] base::Path folder() const { return folder_.root / "sheets"; }
    [[nodiscard]] base::Path file_of(Day day) const;

    storage::Store& store_;
    base::Files& files_;
    StateFolder folder_;
    const Settings& settings_;
    const base::Clock& clock_;
    Kept kept_;
};

} // namespace kiosk
