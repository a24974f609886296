// The closed catalogue of the audit log: every event there is, with the names of its fields, by whom it comes about and
// what it means. A name that does not stand here does not compile. docs/audit-events.md is made from it. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace storage {

// As the page of the audit log sorts them.
enum class AuditGroup { sign_in, arrivals, kiosk, delivery, settings };
inline constexpr std::array all_audit_groups{AuditGroup::sign_in, AuditGroup::arrivals, AuditGroup::kiosk,
                                             AuditGroup::delivery, AuditGroup::settings};
[[nodiscard]] std::string_view name_of(AuditGroup group); // "sign_in"

enum class AuditCause {
    kiosk,    // the program itself
    visitor,  // somebody at the screen who is not signed in
    staff,    // a member of the staff who is; `by` is their number
    operator_ // kioskctl
};
[[nodiscard]] std::string_view name_of(AuditCause cause);

struct AuditEventKind {
    std::string_view name; // snake_case, in the past tense
    AuditGroup group{};
    AuditCause cause{};
    std::string_view fields; // names in their order, with a space between; every entry has them all
    std::string_view meaning;
};

// A new event is one line here, and its words as note_audit_<name> in assets/strings (en.po and es.po) with its fields
// as places; then `./dev evidence`.
inline constexpr auto audit_events = [] {
    using enum AuditGroup;
    constexpr AuditCause by_kiosk = AuditCause::kiosk;
    constexpr AuditCause by_visitor = AuditCause::visitor;
    constexpr AuditCause by_staff = AuditCause::staff;
    constexpr AuditCause by_operator = AuditCause::operator_;
    return std::to_array<AuditEventKind>({
        {"office_founded", sign_in, by_operator, "members", "The first members of the staff were taken in."},
        {"staff_added", sign_in, by_staff, "by member", "A member of the staff was added; by 0: with kioskctl."},
        {"staff_reset", sign_in, by_staff, "by member", "A member got a new one-time code; by 0: with kioskctl."},
        {"staff_sign_in_tried", sign_in, by_visitor, "by", "A PIN is about to be looked at; by 0: an unknown badge."},
        {"staff_sign_in_refused", sign_in, by_visitor, "by tries",
         "It was wrong, the `tries`th time in a row; by 0: an unknown badge."},
        {"staff_closed", sign_in, by_kiosk, "member",
         "Too many wrong tries: closed until a supervisor lifts it; member 0: an unknown badge."},
        {"staff_code_accepted", sign_in, by_staff, "by", "A one-time code was right; a PIN has to be chosen."},
        {"staff_pin_set", sign_in, by_staff, "by", "A member chose their PIN."},
        {"staff_lock_grown", sign_in, by_kiosk, "by", "Their PIN is now kept at a higher cost."},
        {"staff_signed_in", sign_in, by_staff, "by", "A member of the staff came in."},
        {"staff_lifted", sign_in, by_staff, "by member", "A closed badge was opened again; by 0: with kioskctl."},
        {"all_staff_lifted", sign_in, by_staff, "by", "All closed badges were opened again; by 0: with kioskctl."},
        {"visitor_lockout_lifted", sign_in, by_staff, "by", "Typing of visit codes was opened again; by 0: kioskctl."},
        {"arrivals_opened", arrivals, by_staff, "by", "The list of those who come today was opened."},
        {"name_shown", arrivals, by_staff, "by ticket", "A full name was shown; ticket 0: not here yet."},
        {"person_searched", arrivals, by_staff, "by hits", "Somebody was looked for by name and birth date."},
        {"visit_acknowledged", arrivals, by_staff, "by ticket", "Staff have seen that somebody is here."},
        {"visit_called", arrivals, by_staff, "by ticket", "A ticket was called."},
        {"visit_started", arrivals, by_staff, "by ticket", "A visit began."},
        {"visit_ended", arrivals, by_staff, "by ticket", "A visit ended."},
        {"visit_undone", arrivals, by_staff, "by ticket reason",
         "The last step was taken back; 0: wrong person, 1: wrong button, 2: the visit moved, 3: other."},
        {"walk_in_added", arrivals, by_staff, "by ticket", "Staff checked somebody in who is on no list."},
        {"checked_in_by_staff", arrivals, by_staff, "by ticket", "Staff checked somebody in who had no code."},
        {"slip_entered", arrivals, by_staff, "by ticket", "A paper slip from when the kiosk was down was keyed in."},
        {"sheet_made", arrivals, by_staff, "by rows", "The day's sheet was made."},
        {"request_seen", arrivals, by_staff, "by kind",
         "A request was seen; 0: a person, 1: safety, 2: interpreter, 3: ride, 4: change, 5: message."},
        {"request_done", arrivals, by_staff, "by kind", "It was done; kinds as in request_seen."},
        {"kiosk_started", kiosk, by_kiosk, "", "The program came up."},
        {"audit_head_kept", kiosk, by_kiosk, "count",
         "No end of the log was kept, and entry `count` was taken for it: once after an update from a version that"
         " kept none; at any other time somebody took the end away."},
        {"audit_exported", kiosk, by_staff, "by count", "A signed copy of the log was made; 0: with kioskctl."},
        {"roster_imported", delivery, by_operator, "rows left_out",
         "A roster replaced the one before; `left_out` rows of its file were wrong."},
        {"batch_lost", delivery, by_kiosk, "seq",
         "The file of a sealed batch was gone after a power cut; its records went into a new one."},
    });
}();

// Called when a name is looked up that is not in the catalogue. Never defined, not constexpr: the compiler names it.
void no_such_event_in_audit_events_hpp();

// An event of the catalogue, made from its name as a literal.
class AuditEvent {
public:
    template <std::size_t size>
    consteval AuditEvent(const char (&name)[size]) : place_(place_of({name, size - 1})) {}
    [[nodiscard]] constexpr const AuditEventKind& kind() const { return audit_events[place_]; }

private:
    static consteval std::size_t place_of(std::string_view name) {
        for (std::size_t place = 0; place < audit_events.size(); ++place) {
            if (audit_events[place].name == name) return place;
        }
        no_such_event_in_audit_events_hpp();
        return 0;
    }

    std::size_t place_;
};

// The catalogue's line of an event read from the log; null if this program does not know it.
[[nodiscard]] const AuditEventKind* find_audit_event(std::string_view name);

} // namespace storage
