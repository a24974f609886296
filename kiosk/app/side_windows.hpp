// The further windows of a kiosk, the staff's board and the call display: opened on their displays as the settings say,
// closed when a display goes, opened again when it is back. Nothing that happens to them reaches the kiosk's own
// window. Main thread; the program's loop gives it time.
#pragma once

#include "base/event_log.hpp"
#include "kiosk/app/board.hpp"
#include "kiosk/app/call_display.hpp"

namespace kiosk {

class SideWindows {
public:
    enum class Place { displays, windows, off_screen }; // windows: beside each other on one display, for a demo
    struct Wanted {
        Place place = Place::displays;
        bool has_board = false; // only with `staff`
        bool has_calls = false;
    };
    // `staff` is the board's own; null: this kiosk has no board.
    SideWindows(const Settings& settings, VisitDesk& desk, StaffSide* staff, const CallBoard& calls,
                const base::Clock& clock, base::EventLog& log, Wanted wanted);
    ~SideWindows();

    // Opens and closes what is to be opened and closed, and updates each; after the kiosk's own window, whose surface
    // this is. An error only if there are no words; that a window cannot be opened is logged.
    [[nodiscard]] base::Result<void> update(ui::Surface& first);
    [[nodiscard]] std::optional<base::Moment> wake_at() const;

    // Null while it is not open.
    struct Shown {
        ui::Surface* surface = nullptr;
        const ui::SemanticTree* tree = nullptr;
    };
    [[nodiscard]] Shown board() const;
    [[nodiscard]] Shown call_display() const;

private:
    template <typename Content>
    struct Window;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// As the settings say, for a kiosk on its displays.
[[nodiscard]] SideWindows::Wanted wanted_windows(const Settings& settings, SideWindows::Place place);

} // namespace kiosk
