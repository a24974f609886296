// Where the kiosk puts notices for the courier: STATE/outbox/notices. Bounded in number and age, since nobody tells the
// kiosk what was delivered. What cannot be told is logged and holds up nobody. Main thread.
#pragma once

#include "base/event_log.hpp"
#include "base/files.hpp"
#include "kiosk/exchange/notice.hpp"

namespace kiosk {

[[nodiscard]] inline base::Path notices_folder(const base::Path& outbox) { return outbox / "notices"; }

struct NoticeNames {
    std::string kiosk;
    std::string site;
};

class NoticeBox {
public:
    static constexpr std::size_t most_notices = 100;
    static constexpr std::chrono::hours longest_kept{1};
    enum class Use { off, on }; // off: tells nothing, and clears what lies there

    NoticeBox(base::Files& files, const base::Path& outbox, NoticeNames names, const base::Clock& clock,
              base::Random& random, base::EventLog& log, Use use);

    void tell(NoticeEvent event, const std::optional<storage::Ticket>& ticket);
    // Removes what is too old, if it is time for that.
    void tidy();
    [[nodiscard]] std::optional<base::Moment> wake_at() const { return tidy_at_; }

private:
    void remove_old();
    base::Files& files_;
    base::Path folder_;
    NoticeNames names_;
    const base::Clock& clock_;
    base::Random& random_;
    base::EventLog& log_;
    Use use_;
    std::optional<base::Moment> tidy_at_; // none: nothing lies there
};

} // namespace kiosk
