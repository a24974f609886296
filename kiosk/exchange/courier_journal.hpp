// What the courier remembers between runs, in its own folder: which files it has delivered to which target, and how the
// last failure ended. It is a memory, not a proof: if it is lost, everything is compared with the target again. One thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"

#include <map>
#include <optional>
#include <string>

namespace kiosk {

// Why something was not delivered; a closed set, so that nothing from a file or a server gets into it.
enum class CourierFailure {
    target_unreachable, // the folder or what is above it is not there
    target_refused,     // it cannot be written: full, read-only, no permission
    other_content,      // another file stands under this name; left alone
    damaged_here,       // the file in the outbox is not what its name says
    unreadable_here,    // the outbox cannot be read
};
[[nodiscard]] std::string_view name_of(CourierFailure failure);

struct CourierJournal {
    struct LastFailure {
        CourierFailure kind{};
        base::UtcTime at;
        bool operator==(const LastFailure&) const = default;
    };
    std::string target;                           // URL for which the rest holds
    std::map<std::string, std::string> delivered; // name of the .age file in the exchange → SHA-256, hex
    std::optional<LastFailure> last_failure;
    std::optional<base::UtcTime> last_delivery; // when something arrived that was not there before
    bool operator==(const CourierJournal&) const = default;
};

// The journal for `target`; an empty one if there is none, if it is for another target, or if it cannot be read.
[[nodiscard]] CourierJournal read_journal(base::Files& files, const base::Path& folder, const std::string& target);
// Whatever journal stands there, for who only wants to know; nothing if it is missing or not in the form above.
[[nodiscard]] std::optional<CourierJournal> find_journal(base::Files& files, const base::Path& folder);
[[nodiscard]] base::Result<void> keep_journal(base::Files& files, const base::Path& folder,
                                              const CourierJournal& journal);

} // namespace kiosk
