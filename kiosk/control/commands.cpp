#include "kiosk/control/commands.hpp"

#include "kiosk/control/status_text.hpp"
#include "kiosk/import/roster_csv.hpp"

#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::size_t most_errors_told = 1000;

Reply failed(const base::Error& error) {
    const int exit = error.kind == base::ErrorKind::ask_again ? exit_data_refused : 1;
    return {exit, "", error.message + "\n"};
}

std::string list_of(const std::vector<RowError>& errors) {
    std::string text;
    for (const RowError& error : std::span(errors).first(std::min(errors.size(), most_errors_told))) {
        text += error.column.empty() ? fmt::format("line {}: {}\n", error.line, error.reason)
                                     : fmt::format("line {}, {}: {}\n", error.line, error.column, error.reason);
    }
    if (errors.size() > most_errors_told) text += fmt::format("… and {} more\n", errors.size() - most_errors_told);
    return text;
}

base::Result<Reply> import_roster(const Request& request, const CommandContext& context) {
    const RosterFile file = TRY(read_roster_csv(request.body, context.settings.time_zone, context.clock.now()));
    Reply reply;
    reply.err = list_of(file.errors);
    reply.exit = file.left_out == 0 ? 0 : exit_data_refused;
    const auto refuse = [&](const std::string& why) {
        return Reply{exit_data_refused, "", reply.err + why + "; the roster was not changed\n"};
    };
    if (request.has("strict") && file.left_out > 0) {
        return refuse(fmt::format("{} of {} rows are wrong (--strict)", file.left_out, file.rows));
    }
    if (file.rows > 0 && file.entries.empty()) return refuse("no row can be used");
    const auto present = TRY(context.store.roster_version());
    const auto rows = static_cast<std::int64_t>(file.entries.size());
    if (present && rows * 2 < present->rows && !request.has("allow-shrink")) {
        return refuse(fmt::format("{} rows can be used, fewer than half of the {} present; --allow-shrink if that is "
                                  "right",
                                  rows, present->rows));
    }
    TRY(context.store.replace_roster(file.entries, {rows, file.sha256, context.clock.now()}));
    TRY(context.store.append_audit("roster_imported", {{"rows", rows}, {"left_out", file.left_out}}));
    reply.out = fmt::format("{} rows imported, {} left out\n", rows, file.left_out);
    return reply;
}

base::Result<Reply> seal(const CommandContext& context) {
    const int batches = TRY(context.sealer.seal(AuditAlone::travels));
    return Reply{0, fmt::format("{} {} sealed\n", batches, batches == 1 ? "batch" : "batches"), ""};
}

Reply status(const Request& request, const CommandContext& context) {
    const Health health = context.health.read();
    const KioskIs kiosk = context.is_running ? KioskIs::running : KioskIs::not_running;
    const auto told = request.has("json") ? status_json : status_words;
    return {0, told(health, context.settings, kiosk), ""};
}

base::Result<Reply> verify_audit(const CommandContext& context) {
    const storage::AuditCheck check = TRY(context.store.verify_audit());
    if (AuditWatch* watch = context.health.audit_watch()) watch->note(check);
    if (check.fault) return Reply{1, "", "audit log: " + storage::text_of(*check.fault) + "\n"};
    return Reply{
        0, fmt::format("{} entries, the chain is whole; head {}\n", check.whole.count, base::to_hex(check.whole.hash)),
        ""};
}

base::Result<Reply> run(const Request& request, const CommandContext& context) {
    if (request.command == "import-roster") return import_roster(request, context);
    if (request.command == "seal") return seal(context);
    if (request.command == "status") return status(request, context);
    if (request.command == "audit-verify") return verify_audit(context);
    return Reply{64, "", "this kiosk does not know the command\n"};
}

} // namespace

Reply run_command(const Request& request, const CommandContext& context) {
    auto reply = run(request, context);
    return reply.is_error() ? failed(reply.error()) : reply.release_value();
}

Reply run_command_of_running_kiosk(const Request& request, const CommandContext& context) {
    // The whole chain is read and hashed: the screen would stand still.
    if (request.command == "audit-verify") return {exit_kiosk_is_running, "", "the kiosk is running\n"};
    return run_command(request, context);
}

} // namespace kiosk
