#include "kiosk/import/cell_values.hpp"

#include "kiosk/visits/office_time.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::local_time;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

template <typename Enum, std::size_t size>
std::optional<Enum> choice(const std::array<std::string_view, size>& words, std::string_view word) {
    const auto* found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enum>(found - words.begin());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// `shape` has d where a digit must be; anything else stands for itself.
bool has_shape(std::string_view text, std::string_view shape) {
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char wanted) {
               return wanted == 'd' ? is_digit(c) : c == wanted;
           });
}

int number_at(std::string_view text, std::size_t from, std::size_t size) {
    int number = 0;
    for (const char c : text.substr(from, size)) number = number * 10 + (c - '0');
    return number;
}

template <typename Check>
bool each_item(std::string_view text, char separator, Check&& check) {
    while (true) {
        const std::size_t end = text.find(separator);
        if (!check(text.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::optional<storage::VisitorRole> role_named(std::string_view word) {
    static constexpr std::array<std::string_view, 8> words{"parent", "foster",  "kin",      "fictive_kin",
                                                           "youth",  "sibling", "guardian", "other"};
    return choice<storage::VisitorRole>(words, word);
}

std::optional<storage::VisitType> visit_type_named(std::string_view word) {
    static constexpr std::array<std::string_view, 8> words{"family_time", "sibling", "caseworker", "team_meeting",
                                                           "case_review", "court",   "training",   "other"};
    return choice<storage::VisitType>(words, word);
}

std::optional<storage::VisitStatus> visit_status_named(std::string_view word) {
    static constexpr std::array<std::string_view, 5> words{"booked", "pending", "cancelled", "moved", "held"};
    return choice<storage::VisitStatus>(words, word);
}

std::optional<year_month_day> date_of(std::string_view text) {
    if (!has_shape(text, "dddd-dd-dd")) return std::nullopt;
    const year_month_day date{year(number_at(text, 0, 4)), month(static_cast<unsigned>(number_at(text, 5, 2))),
                              day(static_cast<unsigned>(number_at(text, 8, 2)))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

base::Result<base::UtcTime> time_of(std::string_view text, const std::string& time_zone) {
    constexpr std::size_t wall_size = 16;
    const auto wrong = base::ask_again("write YYYY-MM-DDTHH:MM, alone or with Z or an offset such as -05:00");
    if (!has_shape(text.substr(0, wall_size), "dddd-dd-ddTdd:dd")) return wrong;
    const auto date = date_of(text.substr(0, 10));
    const int hour = number_at(text, 11, 2);
    const int minute = number_at(text, 14, 2);
    if (!date || hour > 23 || minute > 59) return base::ask_again("there is no such day or time of day");
    const minutes of_day = hours(hour) + minutes(minute);
    const std::string_view zone = text.substr(wall_size);
    if (zone.empty()) {
        const local_time<minutes> local(local_days(*date).time_since_epoch() + of_day);
        return utc_of_local(local, time_zone);
    }
    const base::UtcTime as_if_utc = sys_days(*date) + of_day;
    if (zone == "Z") return as_if_utc;
    if (!has_shape(zone.substr(1), "dd:dd") || (zone[0] != '+' && zone[0] != '-')) return wrong;
    const minutes offset = hours(number_at(zone, 1, 2)) + minutes(number_at(zone, 4, 2));
    if (offset > hours(14) || number_at(zone, 4, 2) > 59) return base::ask_again("no place has such an offset");
    return zone[0] == '+' ? as_if_utc - offset : as_if_utc + offset;
}

bool is_roster_id(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-';
    });
}

bool is_list_of_ages(std::string_view text) {
    return each_item(text, ';', [](std::string_view age) {
        return (has_shape(age, "d") || has_shape(age, "dd")) && number_at(age, 0, age.size()) <= 21;
    });
}

bool is_list(std::string_view text) {
    return each_item(text, ';',
                     [](std::string_view item) { return item.find_first_not_of(' ') != std::string_view::npos; });
}

} // namespace kiosk
