// What may be told outside the kiosk about a visit of today without telling of anybody: "Robin 12 has arrived". One
// line of JSON (docs/schemas/notice.schema.json) in a file whose name says when. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "storage/submission.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

enum class NoticeEvent {
    arrived,
    help_requested,
    not_acknowledged, // staff have not said that they have seen the arrival
};
[[nodiscard]] std::string_view name_of(NoticeEvent event);

struct Notice {
    std::string kiosk;
    std::string site;
    base::UtcTime at;
    NoticeEvent event{};
    std::optional<storage::Ticket> ticket; // none: help was asked for by somebody who has not checked in
};

constexpr std::size_t notice_bytes_most = 1024;
[[nodiscard]] std::string ticket_text(const storage::Ticket& ticket); // "Robin 12", in every language
[[nodiscard]] base::Secret notice_line(const Notice& notice);         // with its line end
[[nodiscard]] base::Result<Notice> parse_notice(std::string_view line);

// "20261013T203000000Z-1a2b3c4d.json": later ones sort behind earlier ones.
[[nodiscard]] std::string notice_name(base::UtcTime at, base::Random& random);
[[nodiscard]] std::optional<base::UtcTime> time_of_notice(std::string_view name); // nothing: no such name

} // namespace kiosk
