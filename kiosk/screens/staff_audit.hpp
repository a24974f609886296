// The audit log (tab "Audit log"): is the chain whole, what happened, newest first, by kind, day and member; and a
// signed copy for those who look at it elsewhere. Holds no name: the log has none.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/staff/audit_reader.hpp"
#include "ui/canvas.hpp"

namespace kiosk::staff_audit {

enum class Copy { none, making, made, failed };

struct State {
    static constexpr StaffAction needed = StaffAction::see_audit;
    StaffRole role = StaffRole::supervisor;
    std::chrono::year_month_day today = std::chrono::sys_days{};
    AuditFilter filter;
    bool is_choosing = false; // what to show, instead of the entries
    std::vector<AuditLine> lines;
    std::vector<std::int64_t> starts{AuditReader::newest}; // of the pages up to this one
    std::int64_t next = 0;                                 // where an older page starts
    bool is_last = true;
    std::vector<std::int64_t> members; // who did anything that was shown: offered as filters
    storage::AuditCheck check;         // goes on while the page stands
    bool has_failed = false;
    Copy copy = Copy::none;
    std::shared_ptr<CopyInMaking> making; // goes on while the page stands
    std::string copy_name;
    std::int64_t copy_done = 0; // entries of it that are there so far
    std::int64_t copy_count = 0;
    int new_requests = 0; // the mark on their tab
};

struct Show {
    AuditFilter filter;
};
struct Choose {};
struct ShowEntries {};
struct Older {};
struct Newer {};
struct MakeCopy {};
struct Go {
    StaffTab tab;
};
using Action = std::variant<Show, Choose, ShowEntries, Older, Newer, MakeCopy, Go>;

[[nodiscard]] State open(Kiosk& kiosk);

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

} // namespace kiosk::staff_audit
