#include "kiosk/exchange/web_client.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>

namespace kiosk {

namespace {

struct EndTransfer {
    void operator()(CURL* transfer) const { curl_easy_cleanup(transfer); }
};
using Transfer = std::unique_ptr<CURL, EndTransfer>;

// A list of lines as libcurl wants them.
class Lines {
public:
    explicit Lines(const std::vector<std::string>& lines) {
        for (const std::string& line : lines) first_ = curl_slist_append(first_, line.c_str());
    }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    ~Lines() { curl_slist_free_all(first_); }
    [[nodiscard]] curl_slist* first() const { return first_; }

private:
    curl_slist* first_ = nullptr;
};

std::size_t drop_answer(char*, std::size_t size, std::size_t count, void*) { return size * count; }

// Called for each line of the answer's head, its line end with it.
std::size_t read_head(char* line, std::size_t size, std::size_t count, void* into) {
    constexpr std::string_view name = "date:";
    const std::string text(line, size * count);
    if (text.size() > name.size() && curl_strnequal(text.c_str(), name.data(), name.size()) != 0) {
        const std::time_t seconds = curl_getdate(text.c_str() + name.size(), nullptr);
        if (seconds > 0) {
            *static_cast<std::optional<base::UtcTime>*>(into) = base::UtcTime(std::chrono::seconds(seconds));
        }
    }
    return size * count;
}

std::size_t give_message(char* into, std::size_t size, std::size_t count, void* of) {
    auto& rest = *static_cast<std::string_view*>(of);
    const std::size_t given = rest.copy(into, size * count);
    rest.remove_prefix(given);
    return given;
}

base::Error failure_of(CURLcode code) {
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return base::retry_later("the server's name is not known here");
    case CURLE_COULDNT_CONNECT: return base::retry_later("the server cannot be reached");
    case CURLE_OPERATION_TIMEDOUT: return base::retry_later("the server took too long");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR: return base::retry_later("the server's certificate is not to be trusted");
    default: return base::retry_later(std::string("the server did not take it: ") + curl_easy_strerror(code));
    }
}

Transfer begin(const std::string& url, const char* protocols, const WebLimits& limits) {
    Transfer transfer(curl_easy_init());
    base::invariant(transfer != nullptr, "libcurl can begin a transfer");
    CURL* curl = transfer.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L); // there are threads
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &drop_answer);
    return transfer;
}

} // namespace

WebClient::WebClient(WebLimits limits) : limits_(limits) {
    base::invariant(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, "libcurl starts");
}

WebClient::~WebClient() { curl_global_cleanup(); }

base::Result<std::optional<base::UtcTime>> WebClient::post(const WebPost& post) const {
    const Transfer transfer = begin(post.url, "http,https", limits_);
    CURL* curl = transfer.get();
    const Lines headers(post.headers);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.first());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post.body.data());
    std::optional<base::UtcTime> server_time;
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &read_head);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &server_time);
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK) return failure_of(code);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299) return base::retry_later("the server answered " + std::to_string(status));
    return server_time;
}

base::Result<void> WebClient::mail(const MailPost& mail) const {
    const Transfer transfer = begin(mail.url, "smtp,smtps", limits_);
    CURL* curl = transfer.get();
    const Lines to(mail.to);
    std::string_view rest = mail.message;
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail.from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.first());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give_message);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    if (const CURLcode code = curl_easy_perform(curl); code != CURLE_OK) return failure_of(code);
    return {};
}

} // namespace kiosk
