// The roster: who may see which visit, as the agency last gave it. Replaced whole, kept encrypted, found only by the
// visit code and the day. Knows nothing of CSV, languages or screens. Main thread.
#pragma once

#include "base/clock.hpp"
#include "storage/ids.hpp"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace storage {

enum class VisitorRole { parent, foster, kin, fictive_kin, youth, sibling, guardian, other };
enum class VisitType { family_time, sibling, caseworker, team_meeting, case_review, court, training, other };
enum class VisitStatus { booked, pending, cancelled, moved, held };

// One person at one visit, holding only what that person may see. Times are UTC; `time_zone` is the IANA name of the
// office, in which they are shown. Texts are UTF-8, NFC, as the agency wrote them; empty where nothing was given.
struct Visit {
    VisitId visit_id;
    PersonId person_id;
    VisitorRole role{};
    std::string given_name;
    std::string family_name;
    std::chrono::year_month_day birth_date;
    VisitType type{};
    VisitStatus status{};
    base::UtcTime start;
    base::UtcTime end;
    base::UtcTime check_in_opens; // arrive_from, else 60 minutes before the start
    std::optional<base::UtcTime> arrive_until;
    std::string time_zone;
    std::string site;
    std::string place;
    // The optional columns of the canonical CSV by their names (purpose, room, place_access, with_names, bring …),
    // those with a value. Staff-only columns are not among them.
    std::map<std::string, std::string> more;

    [[nodiscard]] std::string text(const std::string& column) const {
        const auto found = more.find(column);
        return found == more.end() ? std::string() : found->second;
    }
};

// What only staff may see of a visit; kept in a table of its own under a key of its own.
struct StaffFacts {
    VisitId visit_id;
    PersonId person_id;
    std::string keep_apart;
    std::string may_take_home;
};

// Somebody who is expected on a day, as staff see it: of the optional columns only those of `expected_columns`.
struct Expected {
    Visit visit;
    std::string keep_apart;
    std::string may_take_home;
};
constexpr std::array<std::string_view, 7> expected_columns{"room",        "with_names", "child_ages", "helper_name",
                                                           "interpreter", "language",   "transport"};

struct RosterEntry {
    std::string visit_code; // 8 digits, one for each person
    std::string qr_key;     // 13 symbols of Crockford base32, or empty
    Visit visit;
    StaffFacts staff;
    std::vector<std::chrono::year_month_day> days; // every local day of the office on which check-in is open
};

struct RosterVersion {
    std::int64_t rows = 0;
    std::string sha256; // of the file, hex
    base::UtcTime imported;
};

// Where a roster came from that the agency signed.
struct SignedRoster {
    std::int64_t version = 0;  // of its bundle, from 1; only grows
    std::int64_t left_out = 0; // rows of its file that were wrong
    std::int64_t by = 0;       // the member of the staff who brought it in, 0: it came by itself
};

struct RosterHit {
    std::string qr_key;
    std::vector<Visit> visits; // of that one person on that one day, by start
};

// The work that look-ups have done since the store was opened; equal for known and unknown codes.
struct LookUpWork {
    std::uint64_t reads = 0;
    std::uint64_t decryptions = 0;
    std::uint64_t bytes_decrypted = 0;
};

} // namespace storage
