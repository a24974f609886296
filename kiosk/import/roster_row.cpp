#include "kiosk/import/roster_row.hpp"

#include "kiosk/exchange/text_forms.hpp"
#include "kiosk/import/cell_values.hpp"
#include "kiosk/import/contact_guard.hpp"
#include "kiosk/import/text_form.hpp"
#include "kiosk/visits/office_time.hpp"
#include "kiosk/visits/visit_code.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

enum class Need { required, optional };
// What the row's entry does with a column: fill a field of its own, be kept by its name, or be seen by staff only.
enum class Home { field, more, staff };
enum class Holds {
    id,
    visit_code,
    qr_key,
    role,
    visit_type,
    visit_status,
    date,
    birth_date,
    time,
    time_zone,
    site,
    text,
    address,
    list,
    ages,
    language,
    interpreter,
    yes_or_no,
    short_code,
    date_or_time,
};

struct Column {
    std::string_view name;
    Need need;
    Home home;
    Holds holds;
};

constexpr std::array<Column, 41> columns{{
    {"visit_id", Need::required, Home::field, Holds::id},
    {"person_id", Need::required, Home::field, Holds::id},
    {"visit_code", Need::required, Home::field, Holds::visit_code},
    {"role", Need::required, Home::field, Holds::role},
    {"given_name", Need::required, Home::field, Holds::text},
    {"family_name", Need::required, Home::field, Holds::text},
    {"birth_date", Need::required, Home::field, Holds::birth_date},
    {"kind", Need::required, Home::field, Holds::visit_type},
    {"status", Need::required, Home::field, Holds::visit_status},
    {"start", Need::required, Home::field, Holds::time},
    {"end", Need::required, Home::field, Holds::time},
    {"site", Need::required, Home::field, Holds::site},
    {"place", Need::required, Home::field, Holds::text},
    {"time_zone", Need::optional, Home::field, Holds::time_zone},
    {"qr_key", Need::optional, Home::field, Holds::qr_key},
    {"purpose", Need::optional, Home::more, Holds::text},
    {"how_it_goes", Need::optional, Home::more, Holds::text},
    {"room", Need::optional, Home::more, Holds::text},
    {"place_address", Need::optional, Home::more, Holds::address},
    {"place_access", Need::optional, Home::more, Holds::text},
    {"transport", Need::optional, Home::more, Holds::text},
    {"with_names", Need::optional, Home::more, Holds::list},
    {"child_ages", Need::optional, Home::more, Holds::ages},
    {"helper_name", Need::optional, Home::more, Holds::text},
    {"bring", Need::optional, Home::more, Holds::text},
    {"viewer_note", Need::optional, Home::more, Holds::text},
    {"language", Need::optional, Home::more, Holds::language},
    {"interpreter", Need::optional, Home::more, Holds::interpreter},
    {"phone_hint", Need::optional, Home::more, Holds::text},
    {"email_hint", Need::optional, Home::more, Holds::text},
    {"address_on_file", Need::optional, Home::more, Holds::yes_or_no},
    {"substitute_address", Need::optional, Home::more, Holds::yes_or_no},
    {"contact_safety", Need::optional, Home::more, Holds::text},
    {"contact_asked_on", Need::optional, Home::more, Holds::date},
    {"arrive_from", Need::optional, Home::field, Holds::time},
    {"arrive_until", Need::optional, Home::field, Holds::time},
    {"keep_apart", Need::optional, Home::staff, Holds::text},
    {"handover_code", Need::optional, Home::more, Holds::short_code},
    {"may_take_home", Need::optional, Home::staff, Holds::text},
    {"meeting", Need::optional, Home::more, Holds::text},
    {"last_modified", Need::optional, Home::more, Holds::date_or_time},
}};

const Column* find_column(std::string_view name) {
    const auto* found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
    return found == columns.end() ? nullptr : found;
}

std::string wrong_contact(Contact contact) {
    switch (contact) {
    case Contact::none: return "";
    case Contact::phone: return "holds a phone number (or as many digits), which the kiosk must not have; leave it out";
    case Contact::email: return "holds an email address, which the kiosk must not have; leave it out";
    case Contact::street_address:
        return "holds a street address, which the kiosk must not have; the address of a public place goes into "
               "place_address";
    }
    return "";
}

constexpr std::size_t most_bytes_in_cell = 1000;
constexpr auto horizon = days(400);
constexpr auto most_open = days(14);
constexpr auto opens_before_start = hours(1);

bool is_site_name(std::string_view text) {
    return !text.empty() && text.size() <= 32 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool is_short_code(std::string_view text) {
    return text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

class RowReader {
public:
    RowReader(const std::vector<std::string>& cells, const RosterRowPlace& place) : place_(place) {
        for (std::size_t n = 0; n < cells.size(); ++n) cells_[find_column(place.columns[n])] = composed(cells[n]);
    }

    std::optional<storage::RosterEntry> read(std::vector<RowError>& errors) {
        check_cells();
        if (errors_.empty()) read_times();
        if (errors_.empty()) fill();
        const bool is_right = errors_.empty();
        errors.insert(errors.end(), errors_.begin(), errors_.end());
        return is_right ? std::optional(std::move(entry_)) : std::nullopt;
    }

private:
    void fail(std::string_view column, std::string reason) {
        errors_.push_back({place_.line, std::string(column), std::move(reason)});
    }
    [[nodiscard]] std::string cell(std::string_view column) const {
        const auto found = cells_.find(find_column(column));
        return found == cells_.end() ? std::string() : found->second;
    }

    void check_cells() {
        zone_ = cell("time_zone").empty() ? place_.time_zone : cell("time_zone");
        for (const std::string& name : place_.columns) {
            const Column& column = *find_column(name);
            const std::string text = cell(name);
            if (text.empty()) {
                if (column.need == Need::required) fail(name, "is empty; every row needs it");
            } else if (text.size() > most_bytes_in_cell) {
                fail(name, "is longer than " + std::to_string(most_bytes_in_cell) + " bytes");
            } else if (has_control_character(text)) {
                fail(name, "holds a control character, such as a line end or a tab; write plain text on one line");
            } else if (std::string reason = wrong_with(column.holds, text); !reason.empty()) {
                fail(name, std::move(reason));
            }
        }
    }

    // What is allowed, if `text` is not; else nothing.
    [[nodiscard]] std::string wrong_with(Holds holds, const std::string& text) const {
        const auto unless = [](bool is_right, const char* allowed) { return is_right ? std::string() : allowed; };
        switch (holds) {
        case Holds::id:
            return unless(is_roster_id(text), "must be 1 to 64 letters, digits, dots, underscores or hyphens");
        case Holds::visit_code: return unless(is_visit_code(text), "must be 8 digits, the last their Damm check digit");
        case Holds::qr_key:
            return unless(is_qr_key(text), "must be 13 symbols of Crockford base32 (64 bits), upper case");
        case Holds::role:
            return unless(role_named(text).has_value(),
                          "must be parent, foster, kin, fictive_kin, youth, sibling, guardian or other");
        case Holds::visit_type:
            return unless(visit_type_named(text).has_value(), "must be family_time, sibling, caseworker, team_meeting, "
                                                              "case_review, court, training or other");
        case Holds::visit_status:
            return unless(visit_status_named(text).has_value(), "must be booked, pending, cancelled, moved or held");
        case Holds::date: return unless(date_of(text).has_value(), "must be a day that exists, as YYYY-MM-DD");
        case Holds::birth_date: return wrong_with_birth_date(text);
        case Holds::time: return is_time_zone(zone_) ? wrong_with_time(text) : std::string();
        case Holds::time_zone: return unless(is_time_zone(text), "must be an IANA name such as America/New_York");
        case Holds::site: return unless(is_site_name(text), "must be 1 to 32 of a-z, 0-9 and hyphen");
        case Holds::text: return wrong_contact(find_contact(text));
        case Holds::address: return wrong_contact(find_contact_beside_address(text));
        case Holds::list:
            if (!is_list(text)) return "must be names with ; between them, none empty";
            return wrong_contact(find_contact(text));
        case Holds::ages: return unless(is_list_of_ages(text), "must be whole years from 0 to 21 with ; between them");
        case Holds::language: return unless(is_language_tag(text), "must be a BCP 47 language tag such as en or pt-BR");
        case Holds::interpreter:
            return unless(text == "yes" || text == "no" || is_language_tag(text),
                          "must be yes, no or the BCP 47 tag of the language");
        case Holds::yes_or_no:
            return unless(text == "yes" || text == "no", "must be yes or no; the kiosk holds no address");
        case Holds::short_code: return unless(is_short_code(text), "must be 1 to 12 letters, digits or hyphens");
        case Holds::date_or_time: return date_of(text) ? std::string() : wrong_with_time(text);
        }
        return "";
    }

    [[nodiscard]] std::string wrong_with_birth_date(const std::string& text) const {
        const auto date = date_of(text);
        if (!date) return "must be a day that exists, as YYYY-MM-DD";
        // A day on which it is already tomorrow somewhere is no error of the agency's.
        if (sys_days(*date) > place_.now + days(1)) return "is in the future";
        return *date < std::chrono::year(1900) / 1 / 1 ? "is before 1900" : "";
    }

    [[nodiscard]] std::string wrong_with_time(const std::string& text) const {
        const auto time = time_of(text, zone_);
        return time.is_error() ? time.error().message : std::string();
    }

    [[nodiscard]] base::UtcTime time(std::string_view column) const { return time_of(cell(column), zone_).value(); }

    void read_times() {
        storage::Visit& visit = entry_.visit;
        visit.start = time("start");
        visit.end = time("end");
        visit.check_in_opens = cell("arrive_from").empty() ? visit.start - opens_before_start : time("arrive_from");
        if (!cell("arrive_until").empty()) visit.arrive_until = time("arrive_until");
        if (visit.end <= visit.start) fail("end", "must be after start");
        if (visit.start > place_.now + horizon || visit.start < place_.now - horizon) {
            fail("start", "must be within 400 days of today");
        }
        if (visit.check_in_opens >= visit.end) fail("arrive_from", "must be before end");
        if (visit.arrive_until && (*visit.arrive_until < visit.check_in_opens || *visit.arrive_until > visit.end)) {
            fail("arrive_until", "must be between arrive_from (or an hour before start) and end");
        }
        if (visit.end - visit.check_in_opens > most_open) {
            fail("end", "must be within 14 days of the time from which people may arrive");
        }
    }

    void fill() {
        entry_.visit_code = cell("visit_code");
        entry_.qr_key = cell("qr_key");
        storage::Visit& visit = entry_.visit;
        visit.visit_id.text = cell("visit_id");
        visit.person_id.text = cell("person_id");
        visit.role = *role_named(cell("role"));
        visit.given_name = cell("given_name");
        visit.family_name = cell("family_name");
        visit.birth_date = *date_of(cell("birth_date"));
        visit.type = *visit_type_named(cell("kind"));
        visit.status = *visit_status_named(cell("status"));
        visit.time_zone = zone_;
        visit.site = cell("site");
        visit.place = cell("place");
        for (const auto& [column, text] : cells_) {
            if (column->home == Home::more && !text.empty()) visit.more[std::string(column->name)] = text;
        }
        entry_.staff = {visit.visit_id, visit.person_id, cell("keep_apart"), cell("may_take_home")};
        const sys_days last = local_day(visit.end, zone_);
        for (sys_days day = local_day(visit.check_in_opens, zone_); day <= last; day += days(1)) {
            entry_.days.emplace_back(day);
        }
    }

    const RosterRowPlace& place_;
    std::map<const Column*, std::string> cells_;
    std::string zone_;
    storage::RosterEntry entry_;
    std::vector<RowError> errors_;
};

} // namespace

bool is_roster_column(std::string_view name) { return find_column(name) != nullptr; }

std::vector<std::string_view> required_roster_columns() {
    std::vector<std::string_view> names;
    for (const Column& column : columns) {
        if (column.need == Need::required) names.push_back(column.name);
    }
    return names;
}

std::optional<storage::RosterEntry> read_roster_row(const std::vector<std::string>& cells, const RosterRowPlace& place,
                                                    std::vector<RowError>& errors) {
    return RowReader(cells, place).read(errors);
}

} // namespace kiosk
