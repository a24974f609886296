// kioskctl: sets up and looks after one kiosk. While the kiosk runs it has no keys and asks over control.sock.
#include "crypto/start.hpp"
#include "kiosk/control/ask_terminal.hpp"
#include "kiosk/control/audit_copy_client.hpp"
#include "kiosk/control/carry_commands.hpp"
#include "kiosk/control/control_client.hpp"
#include "kiosk/control/kiosk_at_rest.hpp"
#include "kiosk/demo/demo_roster.hpp"
#include "kiosk/import/roster_csv.hpp"
#include "kiosk/programs/command_line.hpp"
#include "kiosk/staff/audit_catalogue.hpp"
#include "kiosk/visits/office_time.hpp"

#include <iostream>
#include <unistd.h>

namespace kiosk {

namespace {
using base::Result;

struct InitOptions {
    std::string kiosk;
    std::string site;
    std::string time_zone = "America/New_York";
    std::string agency;
    std::string supervisor;
    bool is_demo = false;
};

// What a badge is on the command line, as a request's body has it.
base::Bytes body_of(std::string_view text) {
    const base::ByteView bytes = base::bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

Result<Reply> export_log(Tools& tools, const StateFolder& folder, const std::string& file) {
    TRY(must_hold_kiosk(tools, folder));
    const auto ask = [&](const Request& request) { return ask_running_kiosk(folder.control_socket(), request); };
    if (auto reply = TRY(fetch_audit_copy(ask, tools.files, file))) return std::move(*reply);
    return with_kiosk(tools, folder, [&](const CommandContext& context, const KioskKeys& keys) -> Result<Reply> {
        return reply_of(
            TRY(export_audit({context.store, context.settings, keys.signing, tools.files, tools.clock}, 0, file)));
    });
}

Result<Reply> carry_out(Tools& tools, const StateFolder& folder, const std::string& to) {
    return with_kiosk_at_rest(tools, folder, "export", [&](const CommandContext& context, const KioskKeys&) {
        return export_batches(context, tools.files, folder, to);
    });
}

Result<Reply> carry_in(Tools& tools, const StateFolder& folder, const std::string& from) {
    return with_kiosk_at_rest(tools, folder, "import-bundles",
                              [&](const CommandContext& context, const KioskKeys& keys) {
                                  return import_bundles(context, tools.files, folder, keys.roster, from);
                              });
}

// A supervisor says who they are; then it is done, here or by the running kiosk.
Result<Reply> ask_as_supervisor(Tools& tools, const StateFolder& folder, const std::string& badge, Request request) {
    if (badge.empty() || badge.find('\n') != std::string::npos) return base::ask_again("--badge must be one line");
    base::Secret body = TRY(ask_terminal("supervisor's badge", Echo::shown));
    const base::Secret pin = TRY(ask_terminal("supervisor's PIN", Echo::hidden));
    body.append("\n");
    body.append(pin.view());
    body.append("\n");
    body.append(badge);
    request.body.assign(body.view().begin(), body.view().end());
    auto reply = ask_or_run(tools, folder, request);
    request.wipe();
    return reply;
}

// The sheet as it is to be printed, on stdout.
Result<Reply> open_sheet(Tools& tools, const StateFolder& folder, const std::string& badge) {
    if (::isatty(STDOUT_FILENO) == 1) return base::ask_again("sheet: it is a PDF; say where it goes: > sheet.pdf");
    const bool is_asked = badge.empty() || badge == "-";
    base::Secret body =
        is_asked ? TRY(ask_terminal("badge", Echo::shown)) : base::Secret(base::bytes_of(std::string_view(badge)));
    const base::Secret pin = TRY(ask_terminal("PIN", Echo::hidden));
    body.append("\n");
    body.append(pin.view());
    Request request{"sheet", {}, {body.view().begin(), body.view().end()}};
    auto reply = ask_or_run(tools, folder, request);
    request.wipe();
    return reply;
}

Result<base::Bytes> read_input(const std::string& file) {
    if (file != "-") {
        // A link named by the operator is theirs to follow; the kiosk's own folders are read without.
        std::error_code error;
        const base::Path real = std::filesystem::canonical(file, error);
        return base::DiskFiles().read(error ? base::Path(file) : real, most_roster_bytes);
    }
    base::Bytes bytes;
    std::array<char, 65536> piece{};
    while (std::cin.read(piece.data(), piece.size()) || std::cin.gcount() > 0) {
        const base::ByteView read = base::bytes_of({piece.data(), static_cast<std::size_t>(std::cin.gcount())});
        bytes.insert(bytes.end(), read.begin(), read.end());
        if (bytes.size() > most_roster_bytes) return base::ask_again("stdin: larger than the 64 MiB allowed");
    }
    return bytes;
}

// Each line of what was refused names the file first, as compilers do.
std::string with_file_name(const std::string& lines, const std::string& file) {
    std::string named;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        named += file + ": " + lines.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return named;
}

Result<Reply> import_roster(Tools& tools, const StateFolder& folder, const std::string& file, Request request) {
    request.body = TRY(read_input(file));
    Reply reply = TRY(ask_or_run(tools, folder, request));
    reply.err = with_file_name(reply.err, file == "-" ? "stdin" : file);
    return reply;
}

Result<Reply> init(Tools& tools, const StateFolder& folder, const InitOptions& options) {
    Settings settings;
    settings.kiosk = options.kiosk;
    settings.site = options.site;
    settings.site_name = options.is_demo ? "Willow Street Family Center" : options.site;
    settings.time_zone = options.time_zone;
    settings.is_demo = options.is_demo;
    if (!is_plain_name(settings.kiosk)) return base::ask_again("--kiosk must be 1 to 32 of a-z, 0-9 and hyphen");
    if (!is_plain_name(settings.site)) return base::ask_again("--site must be 1 to 32 of a-z, 0-9 and hyphen");
    if (!is_time_zone(settings.time_zone)) {
        return base::ask_again("--time-zone must be an IANA name such as America/New_York");
    }
    const std::optional<base::Path> agency =
        options.agency.empty() ? std::nullopt : std::optional<base::Path>(options.agency);
    TRY(make_state(tools.files, folder, settings, agency, tools.clock, tools.random));
    const std::string made = folder.root.string() + ": made\n";
    auto staff = run_here(tools, folder, {"staff-begin", {}, body_of(options.supervisor)});
    if (staff.is_error()) {
        std::error_code ignored; // a kiosk that nobody can ever look after is none; nothing in it is anybody's
        std::filesystem::remove_all(folder.root, ignored);
        return staff.error().during("making the first members of the staff");
    }
    if (!options.is_demo || staff.value().exit != 0) {
        Reply reply = staff.release_value();
        reply.out = made + reply.out;
        return reply;
    }
    const std::string csv = demo_roster_csv(tools.clock.now(), settings.site);
    const base::ByteView bytes = base::bytes_of(csv);
    auto imported = run_here(tools, folder, {"import-roster", {"strict"}, {bytes.begin(), bytes.end()}});
    if (imported.is_error()) {
        std::error_code ignored; // a demo without its visits is no demo; nothing in it is anybody's
        std::filesystem::remove_all(folder.root, ignored);
        return imported.error().during("importing the demo roster");
    }
    Reply reply = imported.release_value();
    reply.out = made + reply.out + "codes to type or scan:\n";
    for (const DemoCode& code : demo_codes()) {
        reply.out += "  " + code.visit_code.substr(0, 4) + " " + code.visit_code.substr(4) + "   " + code.letter +
                     "   " + code.shows + "\n";
    }
    reply.out += staff.value().out;
    return reply;
}

int end(const CLI::App& app, const Result<Reply>& reply) {
    if (reply.is_error()) return end_with(app, reply.error());
    std::fwrite(reply.value().out.data(), 1, reply.value().out.size(), stdout);
    // What was asked but not shown is not done.
    if (std::fflush(stdout) != 0) return end_with(app, base::call_staff("cannot write to stdout"));
    if (!reply.value().err.empty()) std::fprintf(stderr, "%s", reply.value().err.c_str());
    return reply.value().exit;
}

} // namespace

int run_program(int argc, char** argv) {
    CLI::App app("Sets up and looks after one kiosk.", "kioskctl");
    app.require_subcommand(1);
    std::string state = "/var/lib/family-kiosk";
    app.add_option("--state", state, "The kiosk's state folder")->capture_default_str();

    InitOptions made;
    auto* init_command = app.add_subcommand("init", "Make the state folder and keys of a new kiosk");
    init_command->add_option("--kiosk", made.kiosk, "Its id: a-z, 0-9 and hyphen")->required();
    init_command->add_option("--site", made.site, "The office it stands in: a-z, 0-9 and hyphen")->required();
    init_command->add_option("--time-zone", made.time_zone, "IANA name")->capture_default_str();
    init_command->add_option("--agency", made.agency, "The agency's public folder (kiosk-agency keygen: DIR/public)");
    init_command->add_option("--supervisor", made.supervisor,
                             "Badge of the first supervisor; without it, the first badge that comes with the code");
    init_command->add_flag("--demo", made.is_demo, "With invented visits, and an agency of its own if none is given");

    std::string file;
    bool is_strict = false;
    bool may_shrink = false;
    auto* import_command = app.add_subcommand("import-roster", "Replace the roster by that of a canonical CSV");
    import_command->add_option("FILE", file, "The CSV; - for stdin")->required();
    import_command->add_flag("--strict", is_strict, "Refuse the file if any row is wrong");
    import_command->add_flag("--allow-shrink", may_shrink, "Also if fewer than half of the present rows are left");

    auto* seal_command = app.add_subcommand("seal", "Seal what waits into batches for the agency, now");
    bool as_json = false;
    auto* status_command = app.add_subcommand("status", "Tell how the kiosk is");
    status_command->add_flag("--json", as_json, "As JSON");
    auto* audit_command = app.add_subcommand("audit", "The audit log");
    audit_command->require_subcommand(1);
    audit_command->add_subcommand("verify", "Check the whole chain");
    std::string copy;
    auto* export_command = audit_command->add_subcommand("export", "Make a signed copy: FILE and FILE.minisig");
    export_command->add_option("--to", copy, "The copy; docs/verify_audit.py checks it")->required();
    auto* catalogue_command = audit_command->add_subcommand("catalogue", "Print every event there is, as Markdown");

    std::string badge;
    std::string role;
    auto* staff_command = app.add_subcommand("staff", "Who may sign in at this kiosk");
    staff_command->require_subcommand(1);
    auto* begin_command = staff_command->add_subcommand("begin", "Make a code for the first supervisor, once");
    begin_command->add_option("--badge", badge, "Their badge; without it, the first badge that comes with the code");
    auto* add_command = staff_command->add_subcommand("add", "A new member; asks for a supervisor's badge and PIN");
    add_command->add_option("--badge", badge, "The new member's badge, as the reader types it")->required();
    add_command->add_option("--role", role, "front-desk, supervisor or technician")
        ->required()
        ->check(CLI::IsMember({"front-desk", "supervisor", "technician"}));
    auto* reset_command = staff_command->add_subcommand("reset", "A new code for who forgot their PIN; asks likewise");
    reset_command->add_option("--badge", badge, "The member's badge")->required();
    auto* list_command = staff_command->add_subcommand("list", "Everybody, by number");

    std::string carried;
    auto* carry_out_command = app.add_subcommand("export", "Copy all sealed batches to a folder, such as a stick's");
    carry_out_command->add_option("DIR", carried, "The root of an exchange")->required();
    auto* carry_in_command = app.add_subcommand("import-bundles", "Use what the agency sent, from such a folder");
    carry_in_command->add_option("DIR", carried, "The root of an exchange")->required();
    auto* sheet_command = app.add_subcommand(
        "sheet", "Open today's sheet of visits, a PDF with names, on stdout: print it and remove it; asks for a PIN");
    sheet_command->add_option("--badge", badge, "Of the front desk or a supervisor; -, or without it: asks");

    bool only_visitors = false;
    auto* unlock_command = app.add_subcommand("unlock", "Lift what too many wrong codes or PINs have closed");
    auto* lifts_badge = unlock_command->add_option("--badge", badge, "Only for this member of the staff");
    unlock_command->add_flag("--visitors", only_visitors, "Only for codes that visitors type")->excludes(lifts_badge);

    if (const auto status = read_command_line(app, argc, argv)) return *status;
    if (const auto started = crypto::start(); started.is_error()) return end_with(app, started.error());
    Tools tools;
    const StateFolder folder{state};
    if (*init_command) return end(app, init(tools, folder, made));
    if (*import_command) {
        Request request{"import-roster", {}, {}};
        if (is_strict) request.options.emplace_back("strict");
        if (may_shrink) request.options.emplace_back("allow-shrink");
        return end(app, import_roster(tools, folder, file, std::move(request)));
    }
    if (*carry_out_command) return end(app, carry_out(tools, folder, carried));
    if (*carry_in_command) return end(app, carry_in(tools, folder, carried));
    if (*begin_command) return end(app, ask_or_run(tools, folder, {"staff-begin", {}, body_of(badge)}));
    if (*add_command) return end(app, ask_as_supervisor(tools, folder, badge, {"staff-add", {role}, {}}));
    if (*reset_command) return end(app, ask_as_supervisor(tools, folder, badge, {"staff-reset", {}, {}}));
    if (*sheet_command) return end(app, open_sheet(tools, folder, badge));
    if (*list_command) return end(app, ask_or_run(tools, folder, {"staff-list", {}, {}}));
    if (*unlock_command) {
        Request request{"unlock", {}, body_of(badge)};
        if (only_visitors) request.options.emplace_back("visitors");
        return end(app, ask_or_run(tools, folder, request));
    }
    if (*seal_command) return end(app, ask_or_run(tools, folder, {"seal", {}, {}}));
    if (*status_command) {
        Request request{"status", {}, {}};
        if (as_json) request.options.emplace_back("json");
        return end(app, ask_or_run(tools, folder, request));
    }
    if (*catalogue_command) return end(app, Reply{0, audit_catalogue_page(), ""});
    if (*export_command) return end(app, export_log(tools, folder, copy));
    return end(app, ask_or_run(tools, folder, {"audit-verify", {}, {}}));
}

} // namespace kiosk

int main(int argc, char** argv) { return kiosk::run_program(argc, argv); }
