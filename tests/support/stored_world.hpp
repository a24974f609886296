// A small world to keep in a store: fixed keys, a clock on one morning, a family with two visits. Any thread.
#pragma once

#include "base/random.hpp"
#include "crypto/start.hpp"
#include "storage/store.hpp"

#include <doctest/doctest.h>

namespace support {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day today{std::chrono::year{2026}, std::chrono::October, std::chrono::day{13}};
constexpr std::chrono::year_month_day tomorrow{std::chrono::year{2026}, std::chrono::October, std::chrono::day{14}};
constexpr base::UtcTime morning = std::chrono::sys_days(today) + 14h;

template <typename Key>
Key fixed_key(std::uint8_t byte) {
    return Key::from(base::Bytes(32, byte)).release_value();
}

inline storage::StoreKeys fixed_keys(std::uint8_t byte = 1) {
    const auto started = crypto::start();
    base::invariant(!started.is_error(), "crypto starts");
    return {fixed_key<crypto::WrappingKey>(byte),
            fixed_key<crypto::StaffWrappingKey>(static_cast<std::uint8_t>(byte + 1)),
            fixed_key<crypto::IndexKey>(static_cast<std::uint8_t>(byte + 2))};
}

inline storage::RosterEntry roster_entry(const std::string& code, const std::string& person, const std::string& visit,
                                         std::chrono::year_month_day day = today) {
    storage::RosterEntry entry;
    entry.visit_code = code;
    entry.qr_key = "0123456789ABC";
    entry.visit.visit_id.text = visit;
    entry.visit.person_id.text = person;
    entry.visit.given_name = "Given-" + person;
    entry.visit.family_name = "Family-" + person;
    entry.visit.birth_date = std::chrono::year{1990} / 2 / 3;
    entry.visit.start = std::chrono::sys_days(day) + 20h;
    entry.visit.end = entry.visit.start + 1h;
    entry.visit.check_in_opens = entry.visit.start - 1h;
    entry.visit.time_zone = "America/New_York";
    entry.visit.site = "willow-street";
    entry.visit.place = "Willow Street Family Center";
    entry.visit.more["purpose"] = "Purpose-" + visit;
    entry.staff = {entry.visit.visit_id, entry.visit.person_id, "Apart-" + person, "Home-" + person};
    entry.days = {day};
    return entry;
}

inline storage::RosterVersion roster_version(std::int64_t rows, const std::string& digits = "ab") {
    return {rows, std::string(62, '0') + digits, morning};
}

inline storage::NewSubmission submission(const base::Uuid& id, const std::string& line = R"({"line":1})",
                                         storage::SubmissionKind kind = storage::SubmissionKind::check_in) {
    return {id, kind, base::Secret(base::bytes_of(line))};
}

inline storage::Arrival arrival(const base::Uuid& id, const std::string& visit, const std::string& person,
                                int number = 1) {
    storage::Arrival made;
    made.submission = id;
    made.visit_id.text = visit;
    made.person_id.text = person;
    made.ticket = {storage::TicketMark::robin, number};
    made.at = morning;
    made.adults = 1;
    made.children = 2;
    made.needs = {"interpreter", "quiet_room"};
    return made;
}

// The value, or a failed test that says the error.
template <typename T>
T value_of(base::Result<T> result) {
    if (result.is_error()) FAIL(result.error().message);
    return result.release_value();
}

inline void must(const base::Result<void>& result) {
    if (result.is_error()) FAIL(result.error().message);
}

} // namespace support
