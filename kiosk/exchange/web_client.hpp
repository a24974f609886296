// Sends one small thing over the network and tells whether it was taken: the one place that meets libcurl. Follows no
// redirect, keeps nothing of an answer but its date, never waits longer than it says. One thread at a time.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

struct WebPost {
    std::string url; // https://… or http://…
    std::vector<std::string> headers;
    std::string body;
};

struct MailPost {
    std::string url; // smtp://HOST:PORT or smtps://…
    std::string from;
    std::vector<std::string> to;
    std::string message; // RFC 5322, lines end with CRLF
};

struct WebLimits {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds whole{10'000};
};

class WebClient {
public:
    // Once in a program, before other threads: libcurl's own start.
    explicit WebClient(WebLimits limits = {});
    WebClient(const WebClient&) = delete;
    WebClient& operator=(const WebClient&) = delete;
    ~WebClient();

    // No error only if the server said 2xx (HTTP) or took the mail for every address (SMTP). retry_later names what
    // happened, never the address or what was sent.
    // Gives back what time it is by the server (RFC 9110 section 6.6.1, whole seconds), if it says so.
    [[nodiscard]] base::Result<std::optional<base::UtcTime>> post(const WebPost& post) const;
    [[nodiscard]] base::Result<void> mail(const MailPost& mail) const;

private:
    WebLimits limits_;
};

} // namespace kiosk
