// Carries notices to those who want them, each once to each, in the courier: reads outbox/notices, which it cannot
// change, and remembers in courier/notices.json what it has sent. Whoever takes one tells what time it is there. A notice that came too late to matter is not sent.
// One thread, its own, so that a slow server holds up no batch.
#pragma once

#include "base/files.hpp"
#include "kiosk/exchange/back_off.hpp"
#include "kiosk/exchange/notice.hpp"
#include "kiosk/exchange/notify_target.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace kiosk {

// Older than this, "has arrived" is no news.
constexpr std::chrono::minutes notice_news{15};
// A server that was away is tried again while there is still news.
constexpr std::chrono::minutes notice_wait_most{2};

struct NoticeRound {
    int sent = 0;
    std::vector<std::string> troubles; // one for each target that failed, and for what cannot be read
};

class NoticeSender {
public:
    // Sends one notice to one target; what time it is there, if it says so.
    using Send = std::function<base::Result<std::optional<base::UtcTime>>(
        const NotifyTarget& target, const Notice& notice, std::string_view line, std::string_view name)>;

    NoticeSender(base::Files& files, const base::Clock& clock, base::Random& random, const base::Path& state,
                 std::vector<NotifyTarget> targets, Send send);

    // All that is to be sent and whose target is not resting after a failure.
    [[nodiscard]] NoticeRound run();

private:
    struct Target {
        NotifyTarget target;
        int failures = 0; // in a row
        base::Moment rests_until{};
    };
    [[nodiscard]] std::vector<std::string> news();
    void send_to(Target& target, const std::vector<std::string>& names, NoticeRound& round);
    void read_journal();
    [[nodiscard]] base::Result<void> keep_journal();

    base::Files& files_;
    const base::Clock& clock_;
    base::Random& random_;
    base::Path notices_;
    base::Path folder_; // the courier's own
    std::vector<Target> targets_;
    Send send_;
    std::map<std::string, std::set<std::string>> sent_; // by name of target; names of notices that still lie there
};

} // namespace kiosk
