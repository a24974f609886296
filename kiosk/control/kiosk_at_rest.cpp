#include "kiosk/control/kiosk_at_rest.hpp"

#include "kiosk/control/control_client.hpp"
#include "kiosk/control/staff_commands.hpp"
#include "kiosk/control/status_text.hpp"
#include "kiosk/staff/printer_queue.hpp"
#include "kiosk/state/share_folder.hpp"

namespace kiosk {

namespace {

using base::Result;

Reply busy() { return {exit_kiosk_is_running, "", "the kiosk is running\n"}; }

std::string told(HealthReader& health, const Request& request, const Settings& settings, KioskIs kiosk) {
    health.devices().printer = [&settings] { return ask_printer(settings.printer); };
    return (request.has("json") ? status_json : status_words)(health.read(), settings, kiosk);
}

// Without keys, room on the disk or a right clock it still says what it can: it seals nothing and finishes nothing.
Result<Reply> status_here(Tools& tools, const StateFolder& folder, const Request& request) {
    const Settings settings = TRY(read_settings(tools.files, folder.settings()));
    const auto keys = load_keys(tools.files, folder);
    auto store = keys.is_error() ? keys.error() : open_store(folder, keys.value().vault, tools.clock, tools.random);
    if (store.is_error()) {
        // A full disk is retry_later too.
        const auto space = base::disk_space(folder.root);
        const bool has_room = !space.is_error() && space.value().free > 0;
        const bool is_held = store.error().kind == base::ErrorKind::retry_later && has_room;
        HealthReader health(store.error().message, tools.files, folder, tools.clock);
        return Reply{0, told(health, request, settings, is_held ? KioskIs::silent : KioskIs::not_running), ""};
    }
    HealthReader health(*store.value(), tools.files, folder, tools.clock);
    return Reply{0, told(health, request, settings, KioskIs::not_running), ""};
}

} // namespace

Result<Reply> with_kiosk(Tools& tools, const StateFolder& folder, const AtRest& work) {
    const Settings settings = TRY(read_settings(tools.files, folder.settings()));
    const KioskKeys keys = TRY(load_keys(tools.files, folder));
    auto store = open_store(folder, keys.vault, tools.clock, tools.random);
    if (store.is_error() && store.error().kind == base::ErrorKind::retry_later) return busy();
    if (store.is_error()) return store.error();
    auto recipients = TRY(load_agency_recipients(tools.files, folder));
    Sealer sealer(*store.value(), tools.files, folder.outbox(),
                  {settings.kiosk, settings.site, keys.roster.recipient().text()}, keys.signing, std::move(recipients),
                  tools.clock, tools.random);
    TRY_DOING(sealer.recover(), "finishing what was being sealed");
    HealthReader health(*store.value(), tools.files, folder, tools.clock);
    const auto staff = TRY(StaffAccounts::open(*store.value(), keys.vault, tools.clock));
    CodeGuard guard = TRY(CodeGuard::open(*store.value(), tools.clock));
    return work(CommandContext{*store.value(), sealer, settings, tools.clock, false, health, staff.get(), &guard},
                keys);
}

Result<Reply> run_here(Tools& tools, const StateFolder& folder, const Request& request) {
    return with_kiosk(tools, folder, [&](const CommandContext& context, const KioskKeys&) -> Result<Reply> {
        if (!StaffCommands::serves(request)) return run_command(request, context);
        InlineWork at_once;
        base::EventLog log(tools.clock, stderr);
        DailySheet sheet(context.store, tools.files, folder, context.settings, tools.clock);
        const auto words =
            ui::Phrasebook::load(share_folder() / "strings", context.settings.languages, context.settings.time_zone);
        const StaffCommands::Sheet day{sheet, words.is_error() ? nullptr : &words.value()};
        StaffCommands commands(*context.staff, day, at_once, tools.clock, log, {});
        std::optional<Reply> reply;
        while (!reply) reply = commands.run(request);
        return std::move(*reply);
    });
}

Result<void> must_hold_kiosk(Tools& tools, const StateFolder& folder) {
    if (TRY(tools.files.exists(folder.settings()))) return {};
    return base::ask_again(folder.root.string() + ": holds no kiosk; kioskctl init makes one");
}

Result<Reply> ask_or_run(Tools& tools, const StateFolder& folder, const Request& request) {
    TRY(must_hold_kiosk(tools, folder));
    auto reply = ask_running_kiosk(folder.control_socket(), request);
    if (!reply.is_error() && reply.value()) return std::move(*reply.value());
    if (request.command == "status") return status_here(tools, folder, request);
    return reply.is_error() ? Result<Reply>(reply.error()) : run_here(tools, folder, request);
}

Result<Reply> with_kiosk_at_rest(Tools& tools, const StateFolder& folder, const char* command, const AtRest& work) {
    TRY(must_hold_kiosk(tools, folder));
    if (auto reply = TRY(ask_running_kiosk(folder.control_socket(), {command, {}, {}}))) return std::move(*reply);
    return with_kiosk(tools, folder, work);
}

} // namespace kiosk
