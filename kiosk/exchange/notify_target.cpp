#include "kiosk/exchange/notify_target.hpp"

#include "base/bytes.hpp"
#include "crypto/digest.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::string_view allowed =
    "--notify: https://…, ntfy+https://HOST/TOPIC or smtp://HOST:PORT?from=A&to=B is expected";

bool is_in_url(char c) { return c > ' ' && c <= '~' && c != '"' && c != '<' && c != '>' && c != '\\'; }

bool is_address(std::string_view text) {
    const std::size_t at = text.find('@');
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("@.-_+").find(c) != std::string_view::npos;
    });
    return is_plain && text.size() <= 254 && at != 0 && at != std::string_view::npos && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos;
}

// What stands between "//" and the next "/", "?" or "#".
std::string_view authority_of(std::string_view url) {
    const std::string_view rest = url.substr(url.find("//") + 2);
    return rest.substr(0, std::min(rest.find_first_of("/?#"), rest.size()));
}

bool is_this_machine(std::string_view url) {
    const std::string_view authority = authority_of(url);
    if (authority.starts_with("[::1]")) return authority.size() == 5 || authority[5] == ':';
    const std::string_view host = authority.substr(0, std::min(authority.find(':'), authority.size()));
    return host == "localhost" || host == "127.0.0.1";
}

// Over TLS, or without leaving this machine.
bool is_web(std::string_view url) {
    if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
    const std::string_view authority = authority_of(url);
    if (authority.empty() || authority.front() == ':') return false;
    return url.starts_with("https://") || is_this_machine(url);
}

base::Result<NotifyTarget> mail_target(std::string_view url) {
    NotifyTarget target{.kind = NotifyKind::mail, .url = {}, .from = {}, .to = {}, .name = {}};
    const std::size_t question = std::min(url.find('?'), url.size());
    target.url = url.substr(0, question);
    if (authority_of(url).empty() || authority_of(url).find('@') != std::string_view::npos) {
        return base::ask_again(std::string(allowed));
    }
    std::string_view rest = url.substr(std::min(question + 1, url.size()));
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, std::min(rest.find('&'), rest.size()));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const bool is_from = part.starts_with("from=") && target.from.empty();
        if (!is_from && !part.starts_with("to=")) return base::ask_again(std::string(allowed));
        const std::string_view address = part.substr(part.find('=') + 1);
        if (!is_address(address)) {
            return base::ask_again("--notify: from and to must be mail addresses such as desk@office.example");
        }
        if (is_from) target.from = address;
        if (!is_from) target.to.emplace_back(address);
    }
    if (target.from.empty() || target.to.empty()) return base::ask_again(std::string(allowed));
    return target;
}

base::Result<NotifyTarget> target_of(std::string_view url) {
    if (url.size() > 2000 || !std::all_of(url.begin(), url.end(), is_in_url)) {
        return base::ask_again(std::string(allowed));
    }
    constexpr std::string_view ntfy = "ntfy+";
    if (url.starts_with("smtp://") || url.starts_with("smtps://")) return mail_target(url);
    const bool is_ntfy = url.starts_with(ntfy);
    if (is_ntfy) url.remove_prefix(ntfy.size());
    if (!is_web(url)) {
        return base::ask_again(std::string(allowed) + "; http:// only to this machine itself");
    }
    return NotifyTarget{is_ntfy ? NotifyKind::ntfy : NotifyKind::webhook, std::string(url), {}, {}, {}};
}

} // namespace

base::Result<NotifyTarget> parse_notify_target(std::string_view url) {
    NotifyTarget target = TRY(target_of(url));
    target.name = base::to_hex(crypto::sha256(base::bytes_of(url)));
    return target;
}

} // namespace kiosk
