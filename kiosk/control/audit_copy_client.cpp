#include "kiosk/control/audit_copy_client.hpp"

#include "kiosk/control/audit_commands.hpp"
#include "kiosk/control/commands.hpp"

#include <charconv>

namespace kiosk {

namespace {

using base::Result;

Result<Reply> ask_further(const AskKiosk& ask, std::string_view command, std::string_view name) {
    const base::ByteView bytes = base::bytes_of(name);
    auto reply = TRY(ask({std::string(command), {}, {bytes.begin(), bytes.end()}}));
    return reply ? std::move(*reply) : Reply{exit_kiosk_is_running, "", "the kiosk was closed; try again\n"};
}

// Of "COUNT:HASH".
Result<std::int64_t> count_in(std::string_view name) {
    std::int64_t count = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), count);
    if (read.ec == std::errc() && read.ptr != name.data() + name.size() && *read.ptr == ':') return count;
    return base::call_staff("the kiosk answered in a form that this kioskctl does not know");
}

} // namespace

Result<std::optional<Reply>> fetch_audit_copy(const AskKiosk& ask, base::Files& files, const base::Path& file) {
    AuditExported made = TRY(find_place_for_copy(files, file));
    auto begun = TRY(ask({std::string(begin_copy_command), {}, {}}));
    if (!begun || begun->exit != 0) return begun;
    const std::string name = std::move(begun->out);
    made.count = TRY(count_in(name));
    std::string text;
    for (bool has_more = true; has_more;) {
        Reply lines = TRY(ask_further(ask, copy_lines_command, name));
        if (lines.exit != 0) return std::optional(std::move(lines));
        has_more = !lines.out.empty();
        text += lines.out;
    }
    Reply signature = TRY(ask_further(ask, sign_copy_command, name));
    if (signature.exit != 0) return std::optional(std::move(signature));
    TRY(write_copy(files, made, text, signature.out));
    return std::optional(reply_of(made));
}

} // namespace kiosk
