#include "storage/audit_events.hpp"

#include <algorithm>

namespace storage {

namespace {

constexpr bool is_word(std::string_view text) {
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

constexpr bool are_words(std::string_view fields) {
    while (!fields.empty()) {
        const std::size_t end = std::min(fields.find(' '), fields.size());
        if (!is_word(fields.substr(0, end))) return false;
        fields.remove_prefix(std::min(end + 1, fields.size()));
    }
    return true;
}

constexpr bool is_named_once(std::string_view name) {
    return std::ranges::count(audit_events, name, &AuditEventKind::name) == 1;
}

static_assert(std::ranges::all_of(audit_events, [](const AuditEventKind& kind) {
    return is_word(kind.name) && is_named_once(kind.name) && are_words(kind.fields) && !kind.meaning.empty();
}));

} // namespace

std::string_view name_of(AuditGroup group) {
    switch (group) {
    case AuditGroup::sign_in: return "sign_in";
    case AuditGroup::arrivals: return "arrivals";
    case AuditGroup::kiosk: return "kiosk";
    case AuditGroup::delivery: return "delivery";
    }
    return {};
}

std::string_view name_of(AuditCause cause) {
    switch (cause) {
    case AuditCause::kiosk: return "the kiosk";
    case AuditCause::visitor: return "somebody at the screen";
    case AuditCause::staff: return "a member of the staff";
    case AuditCause::console: return "the operator";
    }
    return {};
}

const AuditEventKind* find_audit_event(std::string_view name) {
    const auto* const found = std::ranges::find(audit_events, name, &AuditEventKind::name);
    return found == audit_events.end() ? nullptr : found;
}

} // namespace storage
