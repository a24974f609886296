#include "kiosk/exchange/notice_post.hpp"

#include "kiosk/screens/visit_words.hpp"

#include <array>
#include <fmt/format.h>

namespace kiosk {

namespace {

// RFC 5322 section 3.3: English in every language.
std::string mail_date(base::UtcTime at) {
    namespace time = std::chrono;
    constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = time::floor<time::days>(at);
    const time::year_month_day date{day};
    const time::hh_mm_ss clock{time::floor<time::seconds>(at - day)};
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", weekdays.at(time::weekday{day}.c_encoding()),
                       unsigned{date.day()}, months.at(unsigned{date.month()} - 1), int{date.year()},
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

bool is_urgent(NoticeEvent event) {
    switch (event) {
    case NoticeEvent::arrived: return false;
    case NoticeEvent::help_requested:
    case NoticeEvent::not_acknowledged: return true;
    }
    return true;
}

} // namespace

std::string notice_words(const ui::Phrasebook& words, const Notice& notice) {
    if (!notice.ticket) return ui::plain_text(words("note_notice_help_someone").text());
    const char* id = "note_notice_arrived";
    switch (notice.event) {
    case NoticeEvent::arrived: break;
    case NoticeEvent::help_requested: id = "note_notice_help"; break;
    case NoticeEvent::not_acknowledged: id = "note_notice_waiting"; break;
    }
    return ui::plain_text(words(id, {{"ticket", ticket_words(words, *notice.ticket)}}).text());
}

WebPost web_post_of(const NotifyTarget& target, const Notice& notice, std::string_view line, std::string_view name,
                    const ui::Phrasebook& words) {
    if (target.kind == NotifyKind::ntfy) {
        WebPost post{target.url, {"Content-Type: text/plain; charset=utf-8"}, notice_words(words, notice)};
        if (is_urgent(notice.event)) post.headers.emplace_back("Priority: high");
        return post;
    }
    return {target.url, {"Content-Type: application/json", "Idempotency-Key: " + std::string(name)}, std::string(line)};
}

MailPost mail_post_of(const NotifyTarget& target, const Notice& notice, std::string_view name,
                      const ui::Phrasebook& words) {
    std::string to;
    for (const std::string& address : target.to) to += (to.empty() ? "<" : ", <") + address + ">";
    const std::string subject = notice.kiosk + (notice.ticket ? ": " + ticket_text(*notice.ticket) : std::string());
    const std::string host = target.from.substr(target.from.find('@') + 1);
    std::string message = fmt::format("From: <{}>\r\nTo: {}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}@{}>\r\n",
                                      target.from, to, subject, mail_date(notice.at), name, host);
    message += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
               "Content-Transfer-Encoding: 8bit\r\n\r\n" +
               notice_words(words, notice) + "\r\n";
    return {target.url, target.from, target.to, message};
}

base::Result<std::optional<base::UtcTime>> send_notice(const WebClient& client, const NotifyTarget& target,
                                                       const Notice& notice, std::string_view line,
                                                       std::string_view name, const ui::Phrasebook& words) {
    switch (target.kind) {
    case NotifyKind::webhook:
    case NotifyKind::ntfy: return client.post(web_post_of(target, notice, line, name, words));
    case NotifyKind::mail: TRY(client.mail(mail_post_of(target, notice, name, words))); break;
    }
    return std::optional<base::UtcTime>();
}

} // namespace kiosk
