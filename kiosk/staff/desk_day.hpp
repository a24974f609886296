// The day as the front desk sees it: one row for everybody expected and everybody here, how far each has come, who waits
// too long, and who must not meet. Initials only; a full name is asked for by itself. Pure; any thread.
#pragma once

#include "storage/desk.hpp"
#include "storage/roster.hpp"

#include <span>

namespace kiosk {

enum class Stage {
    expected,     // the visit has not begun
    not_here_yet, // it has; nobody is blamed
    waiting,
    called,
    in_visit,
    gone,
};

struct DeskRow {
    std::optional<base::Uuid> check_in; // none: not here
    storage::VisitId visit;             // none of an unlisted person
    storage::PersonId person;
    base::UtcTime time; // of the visit; of the arrival of an unlisted person
    Stage stage = Stage::expected;
    std::chrono::minutes since{0}; // how long at that stage, once they are here
    std::optional<storage::Ticket> ticket;
    std::optional<base::UtcTime> arrived;
    std::string initials; // "R. S."; none of an unlisted person
    storage::VisitorRole role{};
    int adults = 0; // besides the person, once they are here
    int children = 0;
    std::string room; // to which they were called, else the roster's
    std::string helper;
    std::vector<std::string> needs;   // codes of the check-in; before it, what the roster tells
    bool needs_ride = false;          // the roster names how they come
    std::string interpreter_language; // BCP 47
    std::shared_ptr<const base::Secret> own_words;
    bool is_acknowledged = false;
    bool is_unseen = false;     // here, and not acknowledged for too long
    bool is_slow = false;       // waits so long that somebody should check in with them
    bool must_not_meet = false; // somebody is here whom they must not meet

    [[nodiscard]] bool is_here() const { return check_in.has_value() && stage != Stage::gone; }
    [[nodiscard]] bool is_unlisted() const { return check_in.has_value() && visit.text.empty(); }
};

// Two rows whose people must not meet, and both are here.
struct KeptApart {
    std::size_t first = 0;
    std::size_t second = 0;
};

struct DeskDay {
    std::vector<DeskRow> rows; // by the time of the visit
    std::vector<KeptApart> apart;
    int waiting = 0; // called ones too
    int in_visit = 0;
    int not_here_yet = 0;
};

constexpr std::chrono::minutes slow_wait{15};

// `acknowledge`: how long an arrival may stand without anybody having acknowledged it.
[[nodiscard]] DeskDay desk_day(std::span<const storage::Expected> expected,
                               std::span<const storage::DeskArrival> arrivals, base::UtcTime now,
                               std::chrono::minutes acknowledge);
// The roster's `keep_apart` and lists like it: ids of persons or visits, separated by ";".
[[nodiscard]] bool names_either(std::string_view list, const storage::PersonId& person, const storage::VisitId& visit);
// The first letter of each, whole as a reader sees it: "R. S."
[[nodiscard]] std::string initials_of(std::string_view given_name, std::string_view family_name);

} // namespace kiosk
