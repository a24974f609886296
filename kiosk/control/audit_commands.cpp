#include "kiosk/control/audit_commands.hpp"

#include "kiosk/control/commands.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk {

namespace {

using base::Result;

std::string copy_name(const AuditCopy& copy) {
    return fmt::format("{}:{}", copy.head().count, base::to_hex(copy.head().hash));
}

} // namespace

bool AuditCommands::serves(const Request& request) {
    constexpr std::array served{verify_log_command, begin_copy_command, copy_lines_command, sign_copy_command};
    return std::ranges::find(served, request.command) != served.end();
}

Result<std::optional<Reply>> AuditCommands::check() {
    if (!check_) check_.emplace();
    TRY(from_.store.check_audit(*check_, entries_a_piece));
    if (!check_->is_done) {
        if (wake_) wake_();
        return std::optional<Reply>();
    }
    if (watch_ != nullptr) watch_->note(*check_);
    return std::optional(reply_of(*check_));
}

Result<Reply> AuditCommands::begin_copy() {
    if (copies_.size() == most_copies) copies_.pop_front();
    copies_.push_back(TRY(AuditCopy::begin(from_, 0)));
    return Reply{0, copy_name(copies_.back()), ""};
}

Result<Reply> AuditCommands::go_on(const Request& request) {
    const auto copy = std::ranges::find(copies_, base::text_of(request.body), copy_name);
    if (copy == copies_.end())
        return Reply{exit_kiosk_is_running, "", "the kiosk does not know this copy any more; try again\n"};
    if (request.command == copy_lines_command) return Reply{0, TRY(copy->next(entries_a_piece)), ""};
    std::string signature = TRY(copy->sign());
    copies_.erase(copy);
    return Reply{0, std::move(signature), ""};
}

std::optional<Reply> AuditCommands::run(const Request& request) {
    const auto serve = [&]() -> Result<std::optional<Reply>> {
        if (request.command == verify_log_command) return check();
        return std::optional(TRY(request.command == begin_copy_command ? begin_copy() : go_on(request)));
    };
    auto done = serve();
    if (!done.is_error() && !done.value()) return std::nullopt;
    check_.reset();
    if (done.is_error()) return reply_of(done.error());
    return done.release_value();
}

} // namespace kiosk
