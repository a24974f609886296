// Where notices are sent to, as it is written on the command line: a web address, a topic of ntfy, a mailbox. Knows what
// a URL may be and nothing of how it is reached. Any thread.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class NotifyKind { webhook, ntfy, mail };

struct NotifyTarget {
    NotifyKind kind{};
    std::string url;             // https://…, smtp://HOST:PORT
    std::string from;            // mail only
    std::vector<std::string> to; // mail only: at least one
    std::string name;            // SHA-256 of what was written, hex: an address may be a secret
};

// https://…  ntfy+https://HOST/TOPIC  smtp://HOST:PORT?from=A&to=B[&to=C]  (smtps:// likewise). Without TLS only to
// this machine itself, but for mail, which an office's own server may take without. An error never repeats the URL.
[[nodiscard]] base::Result<NotifyTarget> parse_notify_target(std::string_view url);

} // namespace kiosk
