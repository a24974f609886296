#include "kiosk/exchange/notice.hpp"

#include "kiosk/exchange/field_reader.hpp"
#include "kiosk/exchange/text_forms.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <algorithm>
#include <array>

namespace kiosk {

namespace {

constexpr std::string_view format_name = "family-kiosk-notice/1";
constexpr std::string_view ending = ".json";
constexpr std::array all_events{NoticeEvent::arrived, NoticeEvent::help_requested, NoticeEvent::not_acknowledged};
constexpr std::size_t time_size = std::string_view("20261013T203000000Z").size();
constexpr std::size_t tag_bytes = 4;

std::optional<NoticeEvent> event_named(std::string_view name) {
    for (const NoticeEvent event : all_events) {
        if (name_of(event) == name) return event;
    }
    return std::nullopt;
}

std::optional<storage::Ticket> ticket_of(std::string_view text) {
    for (int mark = 0; mark < storage::ticket_mark_count; ++mark) {
        for (int number = 1; number <= storage::ticket_number_most; ++number) {
            const storage::Ticket ticket{static_cast<storage::TicketMark>(mark), number};
            if (ticket_text(ticket) == text) return ticket;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view name_of(NoticeEvent event) {
    switch (event) {
    case NoticeEvent::arrived: return "arrived";
    case NoticeEvent::help_requested: return "help_requested";
    case NoticeEvent::not_acknowledged: return "not_acknowledged";
    }
    return {};
}

std::string ticket_text(const storage::Ticket& ticket) {
    std::string text(storage::name_of(ticket.mark));
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + " " + std::to_string(ticket.number);
}

base::Secret notice_line(const Notice& notice) {
    base::Secret line =
        json_line(Json(Json::Object{{"format", format_name},
                                    {"kiosk", notice.kiosk},
                                    {"site", notice.site},
                                    {"at", utc_text(notice.at)},
                                    {"event", name_of(notice.event)},
                                    {"ticket", notice.ticket ? Json(ticket_text(*notice.ticket)) : Json()}}));
    line.append("\n");
    return line;
}

base::Result<Notice> parse_notice(std::string_view line) {
    const Json json = TRY(parse_json(line));
    FieldReader fields(json, "");
    Notice notice;
    TRY(fields.must_be("format", format_name));
    notice.kiosk = TRY(fields.text("kiosk", is_exchange_name, "1 to 32 of a-z, 0-9 and hyphen"));
    notice.site = TRY(fields.text("site", is_exchange_name, "1 to 32 of a-z, 0-9 and hyphen"));
    notice.at = *parse_utc_text(TRY(fields.text("at", is_utc_text, "a UTC time")));
    const auto event = event_named(TRY(fields.text("event", is_plain_word, "an event")));
    if (!event) return fields.wrong("event", "arrived, help_requested or not_acknowledged");
    notice.event = *event;
    const auto ticket = TRY(fields.text_or_null("ticket", is_field_word, "a ticket such as Robin 12, or null"));
    if (ticket) notice.ticket = ticket_of(*ticket);
    if (ticket && !notice.ticket) return fields.wrong("ticket", "a ticket such as Robin 12, or null");
    if (!ticket && notice.event != NoticeEvent::help_requested) return fields.wrong("ticket", "who has arrived");
    TRY(fields.finish());
    return notice;
}

std::string notice_name(base::UtcTime at, base::Random& random) {
    std::string name = utc_text(at);
    std::erase_if(name, [](char c) { return c == '-' || c == ':' || c == '.'; });
    std::array<std::uint8_t, tag_bytes> tag{};
    random.fill(tag);
    return name + "-" + base::to_hex(tag) + std::string(ending);
}

std::optional<base::UtcTime> time_of_notice(std::string_view name) {
    if (name.size() != time_size + 1 + 2 * tag_bytes + ending.size() || !name.ends_with(ending)) return std::nullopt;
    const std::string_view tag = name.substr(time_size + 1, 2 * tag_bytes);
    if (name[time_size] != '-' || !is_epoch(tag)) return std::nullopt; // eight hex digits, as an epoch has
    std::string text(name.substr(0, time_size));
    for (const std::size_t dash : {4U, 7U}) text.insert(dash, "-");
    for (const std::size_t colon : {13U, 16U}) text.insert(colon, ":");
    text.insert(19, ".");
    return parse_utc_text(text);
}

} // namespace kiosk
