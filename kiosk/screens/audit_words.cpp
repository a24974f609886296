#include "kiosk/screens/audit_words.hpp"

#include "kiosk/screens/visit_words.hpp"

namespace kiosk {

namespace {

// A phrasebook is filled from a fixed list: an event has fewer fields than this.
constexpr std::size_t most_fields = 4;

constexpr bool has_few_fields(const storage::AuditEventKind& kind) {
    return static_cast<std::size_t>(std::ranges::count(kind.fields, ' ')) < most_fields;
}
static_assert(std::ranges::all_of(storage::audit_events, has_few_fields));

ui::Fill fill_of(const AuditLine& line, std::size_t place) {
    if (place >= line.fields.size()) return {"none", std::int64_t{0}};
    const AuditField& field = line.fields[place];
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) return {field.name.c_str(), *number};
    return {field.name.c_str(), std::get<std::string>(field.value)};
}

std::int64_t number_in(const AuditLine& line, std::string_view name, std::int64_t none) {
    for (const AuditField& field : line.fields) {
        const auto* number = std::get_if<std::int64_t>(&field.value);
        if (field.name == name && number != nullptr) return *number;
    }
    return none;
}

// The ticket as it is called; entries of older kiosks know its number only.
ui::Words called_in(const ui::Phrasebook& words, const AuditLine& line) {
    const std::int64_t number = number_in(line, "ticket", 0);
    const std::int64_t mark = number_in(line, "mark", -1);
    if (mark < 0 || mark >= storage::ticket_mark_count) return words("label_audit_ticket", {{"ticket", number}});
    return ticket_words(words, {static_cast<storage::TicketMark>(mark), static_cast<int>(number)});
}

} // namespace

ui::Words audit_words(const ui::Phrasebook& words, const AuditLine& line) {
    if (!line.at) return words("status_audit_unreadable");
    if (line.kind == nullptr) return words("status_audit_unknown");
    const std::string id = "note_audit_" + std::string(line.kind->name);
    return words(
        id.c_str(),
        {fill_of(line, 0), fill_of(line, 1), fill_of(line, 2), fill_of(line, 3), {"called", called_in(words, line)}});
}

ui::Words audit_place(const ui::Phrasebook& words, const AuditLine& line) {
    if (!line.at) return words("label_audit_number", {{"number", line.number}});
    return words("label_audit_place", {{"at", *line.at}, {"number", line.number}});
}

AuditGroupLook look_of(storage::AuditGroup group) {
    switch (group) {
    case storage::AuditGroup::sign_in: return {ui::Icon::lock_open, ui::Family::plum, "button_audit_sign_in"};
    case storage::AuditGroup::arrivals: return {ui::Icon::groups, ui::Family::good, "button_audit_arrivals"};
    case storage::AuditGroup::kiosk: return {ui::Icon::monitor_heart, ui::Family::sky, "button_audit_kiosk"};
    case storage::AuditGroup::delivery: return {ui::Icon::handshake, ui::Family::primary, "button_audit_delivery"};
    }
    return {};
}

AuditGroupLook look_of(const AuditLine& line) {
    if (!line.at) return {ui::Icon::error, ui::Family::care, ""};
    return line.kind == nullptr ? AuditGroupLook{ui::Icon::info, ui::Family::primary, ""} : look_of(line.kind->group);
}

} // namespace kiosk
