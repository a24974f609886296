// The desk's paper for today: who is expected, when, where and with whom, and boxes in which a hand writes what came of
// it, for when the kiosk is down. Printed when asked; a copy sealed to the office's key lies in the state folder, today's
// only, so that staff can open it with `kioskctl sheet`. Nothing of it is ever written readable. Main thread.
#pragma once

#include "base/files.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/state_folder.hpp"
#include "storage/store.hpp"
#include "ui/phrasebook.hpp"

namespace kiosk {

// The sheet itself, a PDF of as many pages as it takes, in the language in use. `expected`: by start, as the store has
// them. Everything the desk needs to do without the kiosk stands on it, with full names.
[[nodiscard]] base::Result<base::Secret> make_daily_sheet(std::span<const storage::Expected> expected,
                                                          const Settings& settings, base::UtcTime now,
                                                          const ui::Phrasebook& words);

// Each asks for print_sheet, and is in the audit log before it is done.
class DailySheet {
public:
    // All outlive it.
    DailySheet(storage::Store& store, base::Files& files, StateFolder folder, const Settings& settings,
               const base::Clock& clock)
        : store_(store), files_(files), folder_(std::move(folder)), settings_(settings), clock_(clock) {}

    // What goes to the printer. The sealed copy is made anew with it; a disk that takes none does not hold it back.
    [[nodiscard]] base::Result<base::Secret> make_to_print(const StaffSession& by, const ui::Phrasebook& words);
    // Whether the sealed copy is of today and of the roster that is in use, as far as this run of the program knows.
    [[nodiscard]] bool is_kept();
    // Makes the sealed copy; those of other days go.
    [[nodiscard]] base::Result<void> keep(const StaffSession& by, const ui::Phrasebook& words);
    // Whether a sealed copy of today lies there, of whichever roster.
    [[nodiscard]] base::Result<bool> is_there();
    // Opens the sealed copy of today; ask_again if there is none.
    [[nodiscard]] base::Result<base::Secret> open(const StaffSession& by);
    // The sealed copies of all days but today.
    [[nodiscard]] base::Result<void> remove_old();

private:
    struct Kept {
        std::chrono::year_month_day day;
        std::string roster; // its hash
        bool operator==(const Kept&) const = default;
    };
    [[nodiscard]] base::Result<Kept> now_kept();
    [[nodiscard]] base::Result<std::vector<storage::Expected>> expected(const StaffSession& by);
    [[nodiscard]] base::Result<void> seal(const base::Secret& pdf);
    [[nodiscard]] base::Path folder() const { return folder_.root / "sheets"; }
    [[nodiscard]] std::string file_name() const; // of today

    storage::Store& store_;
    base::Files& files_;
    StateFolder folder_;
    const Settings& settings_;
    const base::Clock& clock_;
    std::optional<Kept> kept_;
};

} // namespace kiosk
