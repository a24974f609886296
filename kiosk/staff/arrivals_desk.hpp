// What staff do with the arrivals of the day: see them, acknowledge, call, start, end and undo, ask for a name, check
// somebody in. Each step asks whether the role may, is kept together with the record that tells the agency, and is in
// the audit log. Leaves finding a person to PersonFinder. Main thread.
#pragma once

#include "kiosk/staff/calls.hpp"
#include "kiosk/staff/desk_day.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/visits/visit_desk.hpp"

namespace kiosk {

class ArrivalsDesk {
public:
    // `calls`: where the waiting room sees and hears who is called.
    ArrivalsDesk(storage::Store& store, VisitDesk& visits, CallBoard& calls, const Settings& settings,
                 const base::Clock& clock)
        : store_(store), visits_(visits), calls_(calls), settings_(settings), clock_(clock) {}

    // see_arrivals; opening the list is in the audit log, looking again is not.
    [[nodiscard]] base::Result<DeskDay> open_day(const StaffSession& by);
    [[nodiscard]] base::Result<DeskDay> day(const StaffSession& by);
    // show_name: everything the roster has for staff about one person at one visit; none if it is not on today's list.
    [[nodiscard]] base::Result<std::optional<storage::Expected>> show_name(const StaffSession& by, const DeskRow& row);

    [[nodiscard]] base::Result<void> acknowledge(const StaffSession& by, const base::Uuid& check_in);
    // `room`: where they are to go, as the call display shows it. Calling again tells it again.
    [[nodiscard]] base::Result<void> call(const StaffSession& by, const base::Uuid& check_in, const std::string& room);
    [[nodiscard]] base::Result<void> start(const StaffSession& by, const base::Uuid& check_in);
    [[nodiscard]] base::Result<void> end(const StaffSession& by, const base::Uuid& check_in);
    // Takes the last of these steps back; refused (ask_again) if there is none.
    [[nodiscard]] base::Result<void> undo(const StaffSession& by, const base::Uuid& check_in, UndoReason reason);
    // undo: a check-in that should not stand, as long as they wait; the person may check in again. Refused (ask_again)
    // once they were called or the visit began: those steps are undone first.
    [[nodiscard]] base::Result<void> undo_check_in(const StaffSession& by, const base::Uuid& check_in,
                                                   UndoReason reason);

    // add_walk_in: somebody who stands on no list.
    [[nodiscard]] base::Result<CheckedIn> add_walk_in(const StaffSession& by, Today today, const std::string& language);
    // find_person: somebody staff have found by name and birth date; the proof is staff.
    [[nodiscard]] base::Result<CheckedIn> check_in(const StaffSession& by, const storage::Visit& visit, Today today,
                                                   const std::string& language);
    static constexpr std::chrono::days slip_days{4}; // a kiosk may be down over a long weekend
    // enter_slip: the same from a slip that was filled in while the kiosk was down; no visit: unlisted. A time that is
    // older than `slip_days` before today, or has not come, is refused (ask_again).
    [[nodiscard]] base::Result<CheckedIn> enter_slip(const StaffSession& by, const storage::Visit* visit, Today today,
                                                     base::UtcTime came, const std::string& language);

    // Grows with each step, and with all that families do: who shows the day looks again when it has.
    [[nodiscard]] std::uint64_t changes() const { return changes_ + visits_.changes(); }

private:
    [[nodiscard]] base::Result<std::vector<storage::Expected>> expected(const StaffSession& by);
    [[nodiscard]] base::Result<storage::DeskArrival> find(const base::Uuid& check_in);
    [[nodiscard]] RecordHead head_of(storage::SubmissionKind kind, const storage::Arrival& arrival);
    [[nodiscard]] base::Result<void> keep(const StaffSession& by, const storage::DeskArrival& arrival,
                                          const storage::DeskState& state, StaffEventData event,
                                          storage::AuditEvent audit);
    [[nodiscard]] base::Result<CheckedIn> check_in(storage::StaffAct act, const storage::Visit* visit, Today today,
                                                   const std::string& language);

    storage::Store& store_;
    VisitDesk& visits_;
    CallBoard& calls_;
    const Settings& settings_;
    const base::Clock& clock_;
    base::SystemRandom ids_; // ids are never repeatable
    std::uint64_t changes_ = 0;
};

} // namespace kiosk
