// What kioskctl asks about the audit log while the kiosk runs: whether the chain is whole, and a signed copy. Both go by
// pieces, so that the screen never stands still: the check between the rounds of the main loop, the copy a piece for
// each request, so that neither side holds more of it in a message. Main thread.
#pragma once

#include "kiosk/control/control_message.hpp"
#include "kiosk/staff/audit_export.hpp"
#include "kiosk/staff/audit_watch.hpp"

#include <functional>
#include <list>
#include <optional>

namespace kiosk {

constexpr std::string_view verify_log_command = "audit-verify";
constexpr std::string_view begin_copy_command = "audit-export";
constexpr std::string_view copy_lines_command = "audit-export-lines";
constexpr std::string_view sign_copy_command = "audit-export-sign";

class AuditCommands {
public:
    static constexpr std::int64_t entries_a_piece = 200; // a few milliseconds of work
    static constexpr std::size_t most_copies = 4;        // at a time; one more takes the place of the oldest

    // `watch` is told how a check ended; none: nobody is. `wake` as in Unlocker: then `run` is to be called again.
    AuditCommands(const AuditExporting& from, AuditWatch* watch, std::function<void()> wake)
        : from_(from), watch_(watch), wake_(std::move(wake)) {}

    [[nodiscard]] static bool serves(const Request& request);
    // "audit-verify": as the command at rest answers. Nothing: not through yet.
    // "audit-export": begins a copy, which the log says, and answers with its name, "COUNT:HASH" of its newest entry.
    // "audit-export-lines", "audit-export-sign" (body: that name): the next lines of it, empty at the end; then the text
    // of the signature, which ends it. 75 for a copy that is not known: the kiosk was started anew, or too many were
    // begun after it. A copy that nobody asks for any more holds no lines.
    [[nodiscard]] std::optional<Reply> run(const Request& request);

private:
    [[nodiscard]] base::Result<std::optional<Reply>> check();
    [[nodiscard]] base::Result<Reply> begin_copy();
    [[nodiscard]] base::Result<Reply> go_on(const Request& request);

    AuditExporting from_;
    AuditWatch* watch_;
    std::function<void()> wake_;
    std::optional<storage::AuditCheck> check_;
    std::list<AuditCopy> copies_; // oldest first
};

} // namespace kiosk
