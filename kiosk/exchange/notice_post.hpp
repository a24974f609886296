// How a notice looks where it arrives: JSON for a webhook, words for a phone or a mailbox. One thread.
#pragma once

#include "kiosk/exchange/notice.hpp"
#include "kiosk/exchange/notify_target.hpp"
#include "kiosk/exchange/web_client.hpp"
#include "ui/phrasebook.hpp"

namespace kiosk {

[[nodiscard]] std::string notice_words(const ui::Phrasebook& words, const Notice& notice); // plain text
// `line` is the notice as it was written, `name` its file's name, by which a receiver knows it again.
[[nodiscard]] WebPost web_post_of(const NotifyTarget& target, const Notice& notice, std::string_view line,
                                  std::string_view name, const ui::Phrasebook& words);
[[nodiscard]] MailPost mail_post_of(const NotifyTarget& target, const Notice& notice, std::string_view name,
                                    const ui::Phrasebook& words);
// What time it is by the server that took it, if it says so.
[[nodiscard]] base::Result<std::optional<base::UtcTime>> send_notice(const WebClient& client,
                                                                     const NotifyTarget& target, const Notice& notice,
                                                                     std::string_view line, std::string_view name,
                                                                     const ui::Phrasebook& words);

} // namespace kiosk
