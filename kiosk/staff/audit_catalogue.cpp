#include "kiosk/staff/audit_catalogue.hpp"

#include "storage/audit_events.hpp"

#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::string_view about = R"md(# Audit events

<!-- Made by ./dev evidence from storage/audit_events.hpp: change that file. -->

Every event the audit log may hold, and nothing else: a name that is not here does not compile. A field is a whole
number or a word of our own, never a name, a code, a badge or anything a person typed; `by` is the number of a member of
the staff. Each entry is one line of JSON, `{"n":…,"at":…,"event":…,"fields":{…}}`, and carries the SHA-256 of the hash
before it (32 zero bytes at the start) and of its own text. `kioskctl audit export --to FILE` makes a signed copy;
[verify_audit.py](verify_audit.py) checks it.
)md";

std::string_view heading_of(storage::AuditGroup group) {
    switch (group) {
    case storage::AuditGroup::sign_in: return "Sign-in";
    case storage::AuditGroup::arrivals: return "Arrivals";
    case storage::AuditGroup::kiosk: return "The kiosk";
    case storage::AuditGroup::delivery: return "Delivery";
    }
    return {};
}

// `rows`, `left_out`
std::string field_list(std::string_view fields) {
    std::string list;
    while (!fields.empty()) {
        const std::size_t end = std::min(fields.find(' '), fields.size());
        list += fmt::format("{}`{}`", list.empty() ? "" : ", ", fields.substr(0, end));
        fields.remove_prefix(std::min(end + 1, fields.size()));
    }
    return list;
}

} // namespace

std::string audit_catalogue_page() {
    std::string page(about);
    for (const storage::AuditGroup group : storage::all_audit_groups) {
        std::string rows;
        for (const storage::AuditEventKind& event : storage::audit_events) {
            if (event.group != group) continue;
            rows += fmt::format("| `{}` | {} | {} | {} |\n", event.name, field_list(event.fields),
                                storage::name_of(event.cause), event.meaning);
        }
        if (rows.empty()) continue;
        page += fmt::format("\n## {}\n\n| event | fields | caused by | what it means |\n|---|---|---|---|\n{}",
                            heading_of(group), rows);
    }
    return page;
}

} // namespace kiosk
