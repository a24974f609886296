#include "kiosk/control/commands.hpp"

#include "kiosk/control/status_text.hpp"
#include "kiosk/demo/demo_staff.hpp"
#include "kiosk/exchange/utc_text.hpp"
#include "kiosk/import/roster_csv.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::size_t most_errors_told = 1000;

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
    return reply_of(check);
}

base::Result<Reply> unlock(const Request& request, const CommandContext& context) {
    const std::string_view badge = base::text_of(request.body);
    if (request.has("visitors")) {
        TRY(context.guard->lift(0));
        return Reply{0, "visitors may type codes again\n", ""};
    }
    if (!badge.empty()) {
        TRY(context.staff->lift_from_console(badge));
        return Reply{0, "this member may sign in again\n", ""};
    }
    TRY(context.guard->lift(0));
    TRY(context.staff->lift_all_from_console());
    return Reply{0, "visitors may type codes and staff may sign in again\n", ""};
}

std::string state_of(const StaffLine& line) {
    if (line.is_closed) return "closed; kioskctl unlock, or a supervisor, opens it";
    if (line.wait_left > std::chrono::milliseconds(0)) {
        return fmt::format("waits {} s", std::chrono::ceil<std::chrono::seconds>(line.wait_left).count());
    }
    return line.pin == storage::StaffPin::one_time_code ? "has a code, no PIN yet" : "open";
}

base::Result<Reply> list_staff(const CommandContext& context) {
    const auto lines = TRY(context.staff->members_for_console());
    if (lines.empty()) return Reply{0, "no staff yet; kioskctl staff begin\n", ""};
    std::string text;
    for (const StaffLine& line : lines) {
        const std::string badge = line.badge_ending.empty() ? "none yet" : "ending " + line.badge_ending;
        text += fmt::format("{}  badge {}, {}, since {}: {}\n", line.number, badge, name_of(line.role),
                            utc_text(line.created), state_of(line));
    }
    return Reply{0, text, ""};
}

base::Result<Reply> begin_staff(const Request& request, const CommandContext& context) {
    if (!TRY(context.store.staff()).empty()) {
        return base::ask_again("this kiosk has its staff already; a supervisor adds more with kioskctl staff add");
    }
    const std::string_view badge = base::text_of(request.body);
    if (context.settings.is_demo && badge.empty()) {
        TRY(context.staff->found_office(demo_first_members(), crypto::interactive_pin_cost()));
        std::string text = "staff to sign in as (badge, PIN):\n";
        for (const DemoMember& member : demo_staff()) {
            text += fmt::format("  {}  {}   {}\n", member.badge, member.pin, name_of(member.role));
        }
        return Reply{0, text + advice_on_supervisors(*context.staff), ""};
    }
    std::vector<FirstMember> members(1);
    if (!badge.empty()) members[0].badge = base::Secret(request.body);
    members[0].role = StaffRole::supervisor;
    members[0].kind = storage::StaffPin::one_time_code;
    members[0].pin = make_one_time_code();
    TRY(context.staff->found_office(members, crypto::moderate_pin_cost()));
    return Reply{0,
                 fmt::format("code of the first supervisor{}: {}\n"
                             "It is told once. Typed as the PIN at the kiosk, it lets them choose their own.\n{}",
                             badge.empty() ? ", for the first badge that comes with it" : "", members[0].pin.text(),
                             advice_on_supervisors(*context.staff)),
                 ""};
}

base::Result<Reply> run(const Request& request, const CommandContext& context) {
    if (context.staff != nullptr && context.guard != nullptr) {
        if (request.command == "unlock") return unlock(request, context);
        if (request.command == "staff-list") return list_staff(context);
        if (request.command == "staff-begin") return begin_staff(request, context);
    }
    if (request.command == "import-roster") return import_roster(request, context);
    if (request.command == "seal") return seal(context);
    if (request.command == "status") return status(request, context);
    if (request.command == "audit-verify") return verify_audit(context);
    return Reply{64, "", "this kiosk does not know the command\n"};
}

} // namespace

std::string advice_on_supervisors(StaffAccounts& accounts) {
    const auto members = accounts.members_for_console();
    if (members.is_error() || !has_one_supervisor(members.value())) return {};
    return "Only one supervisor: if they forget their PIN, nobody can give them a new one. Add a second: "
           "kioskctl staff add --role supervisor\n";
}

Reply reply_of(const base::Error& error) {
    const int exit = error.kind == base::ErrorKind::ask_again ? exit_data_refused : 1;
    return {exit, "", error.message + "\n"};
}

Reply reply_of(const storage::AuditCheck& check) {
    if (check.fault) return {1, "", "audit log: " + storage::text_of(*check.fault) + "\n"};
    return {0,
            fmt::format("{} entries, the chain is whole; head {}\n", check.whole.count, base::to_hex(check.whole.hash)),
            ""};
}

Reply reply_of(const AuditExported& made) {
    return {0, fmt::format("{}: {} entries, signed by {}\n", made.file.string(), made.count, made.signature.string()),
            ""};
}

Reply run_command(const Request& request, const CommandContext& context) {
    auto reply = run(request, context);
    return reply.is_error() ? reply_of(reply.error()) : reply.release_value();
}

Reply run_command_of_running_kiosk(const Request& request, const CommandContext& context) {
    // The whole chain is read and hashed at once, or a code made at the cost of a try: the screen would stand still.
    // Staff carry by stick.
    constexpr std::array slow{"audit-verify", "staff-begin", "export", "import-bundles"};
    if (std::ranges::find(slow, request.command) != slow.end())
        return {exit_kiosk_is_running, "", "the kiosk is running\n"};
    return run_command(request, context);
}

} // namespace kiosk
