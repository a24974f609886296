#include "kiosk/control/staff_commands.hpp"

#include "kiosk/control/commands.hpp"

#include <array>
#include <fmt/format.h>

namespace kiosk {

namespace {

using base::Result;

constexpr std::string_view add_command = "staff-add";
constexpr std::string_view reset_command = "staff-reset";
constexpr std::string_view sheet_command = "sheet";

// Views into the request's body, which is wiped when it is answered.
struct Lines {
    std::string_view by_badge;
    std::string_view by_pin;
    std::string_view badge; // none for a sheet
};

Result<Lines> read_lines(const Request& request) {
    std::string_view rest = base::text_of(request.body);
    std::array<std::string_view, 3> lines;
    const std::size_t count = request.command == sheet_command ? 2 : 3;
    for (auto& line : std::span(lines).first(count)) {
        const auto end = std::min(rest.find('\n'), rest.size());
        line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty()) return base::ask_again("staff: a badge or the PIN is missing");
    }
    return Lines{lines[0], lines[1], lines[2]};
}

Result<StaffRole> read_role(const Request& request) {
    if (request.has("front-desk")) return StaffRole::front_desk;
    if (request.has("supervisor")) return StaffRole::supervisor;
    if (request.has("technician")) return StaffRole::technician;
    return base::ask_again("staff: a role is front-desk, supervisor or technician");
}

base::Error refusal(const Unlocked& told) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(told.wait).count();
    switch (told.answer) {
    case UnlockAnswer::wrong:
        return base::ask_again(
            seconds == 0 ? fmt::format("this badge or PIN is not right; {} more before a wait", told.tries_left)
                         : fmt::format("this badge or PIN is not right; wait {} s", seconds));
    case UnlockAnswer::wait: return base::retry_later(fmt::format("too many wrong PINs; wait {} s", seconds));
    case UnlockAnswer::closed:
        return base::ask_again("this badge is closed after too many wrong PINs; kioskctl unlock opens it");
    case UnlockAnswer::choose_pin:
        return base::ask_again("this badge has a code only; choose a PIN at the kiosk first");
    case UnlockAnswer::unlocked:
    case UnlockAnswer::pin_refused:
    case UnlockAnswer::out_of_order: break;
    }
    return base::call_staff("the PIN cannot be checked now; see the kiosk's log");
}

std::string in_two_groups(std::string_view code) {
    return fmt::format("{} {}", code.substr(0, code.size() / 2), code.substr(code.size() / 2));
}

} // namespace

bool StaffCommands::serves(const Request& request) {
    return request.command == add_command || request.command == reset_command || request.command == sheet_command;
}

Result<void> StaffCommands::begin(const Request& request) {
    const Lines lines = TRY(read_lines(request));
    if (request.command == add_command) TRY(read_role(request));
    unlocker_.begin(base::Secret(base::bytes_of(lines.by_badge)), base::Secret(base::bytes_of(lines.by_pin)));
    step_ = Step::signing_in;
    return {};
}

Result<void> StaffCommands::ask_for_code(const Request& request, const StaffSession& by) {
    const Lines lines = TRY(read_lines(request));
    if (request.command == add_command) return enrolment_.add(by, lines.badge, TRY(read_role(request)));
    return enrolment_.reset(by, TRY(accounts_.number_of(by, lines.badge)));
}

Result<Reply> StaffCommands::open_sheet(const StaffSession& by) {
    TRY(demand(by, StaffAction::print_sheet));
    const bool is_there = TRY(sheet_.sheet.is_there());
    if (sheet_.words != nullptr) {
        // Of the roster that is in use now; where the disk takes no new one, the one that is there.
        const auto made = sheet_.sheet.keep(by, *sheet_.words);
        if (made.is_error() && !is_there) return made.error();
    } else if (!is_there) {
        return base::ask_again("no sheet of today is kept yet; print it at the kiosk");
    }
    const base::Secret pdf = TRY(sheet_.sheet.open(by));
    return Reply{0, std::string(pdf.text()), ""};
}

Result<std::optional<Reply>> StaffCommands::go_on(const Request& request) {
    if (step_ == Step::none) TRY(begin(request));
    if (step_ == Step::signing_in) {
        auto told = unlocker_.poll();
        if (!told) return std::optional<Reply>();
        if (!told->session) return refusal(*told);
        if (request.command == sheet_command) return std::optional(TRY(open_sheet(*told->session)));
        TRY(ask_for_code(request, *told->session));
        step_ = Step::making;
    }
    auto made = enrolment_.poll();
    if (!made) return std::optional<Reply>();
    const NewCode code = TRY(std::move(*made));
    return std::optional(
        Reply{0,
              fmt::format("member {}: code {}\n"
                          "It is told once. Typed as the PIN at the kiosk, it lets them choose their "
                          "own.\n{}",
                          code.number, in_two_groups(code.code.text()), advice_on_supervisors(accounts_)),
              ""});
}

std::optional<Reply> StaffCommands::run(const Request& request) {
    auto done = go_on(request);
    if (!done.is_error() && !done.value()) return std::nullopt;
    step_ = Step::none;
    unlocker_.forget();
    enrolment_.forget();
    if (done.is_error()) return Reply{1, "", done.error().message + "\n"};
    return done.release_value();
}

} // namespace kiosk
