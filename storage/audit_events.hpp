// The closed catalogue of the audit log: every event there is, with the names of its fields, by whom it comes about and
// what it means. A name that does not stand here does not compile. docs/audit-events.md is made from it. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace storage {

// As the page of the audit log sorts them.
enum class AuditGroup { sign_in, arrivals, kiosk, delivery };
inline constexpr std::array all_audit_groups{AuditGroup::sign_in, AuditGroup::arrivals, AuditGroup::kiosk,
                                             AuditGroup::delivery};
[[nodiscard]] std::string_view name_of(AuditGroup group); // "sign_in"

enum class AuditCause {
    kiosk,   // the program itself
    visitor, // somebody at the screen who is not signed in
    staff,   // a member of the staff who is; `by` is their number
    console, // kioskctl
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
    constexpr AuditCause by_operator = AuditCause::console;
    return std::to_array<AuditEventKind>({
        {"kiosk_started", kiosk, by_kiosk, "", "The program came up."},
        {"audit_head_kept", kiosk, by_kiosk, "count",
         "No end of the log was kept, and entry `count` was taken for it: once after an update from a version that"
         " kept none; at any other time somebody took the end away."},
        {"audit_exported", kiosk, by_staff, "by count", "A signed copy of the log was begun; 0: with kioskctl."},
        {"arrivals_opened", arrivals, by_staff, "by", "The list of the day was opened."},
        {"name_shown", arrivals, by_staff, "by ticket mark",
         "The full name behind a ticket was shown; 0: of somebody who has none yet. `mark`, here and below, is"
         " the picture of the ticket, 0: robin, 1: maple, 2: harbor, 3: laurel, 4: star, 5: sunny, 6: house, 7: "
         "heart."},
        {"visit_acknowledged", arrivals, by_staff, "by ticket mark", "An arrival was marked as seen."},
        {"visit_called", arrivals, by_staff, "by ticket mark", "Somebody was called by their ticket."},
        {"visit_started", arrivals, by_staff, "by ticket mark", "A visit was marked as begun."},
        {"visit_ended", arrivals, by_staff, "by ticket mark", "A visit was marked as over."},
        {"visit_undone", arrivals, by_staff, "by ticket mark reason",
         "The last step was taken back; 0: wrong person, 1: wrong button, 2: the visit moved, 3: other."},
        {"check_in_undone", arrivals, by_staff, "by ticket mark reason",
         "A check-in that should not stand was taken back by staff; reasons as in visit_undone."},
        {"walk_in_added", arrivals, by_staff, "by ticket mark",
         "Somebody who stands on no list was checked in by staff."},
        {"checked_in_by_staff", arrivals, by_staff, "by ticket mark",
         "Somebody without a code was checked in by staff."},
        {"slip_entered", arrivals, by_staff, "by ticket mark",
         "A paper slip was keyed in later, with the time it says."},
        {"person_searched", arrivals, by_staff, "by hits", "Somebody was looked for by name and birth date."},
        {"request_seen", arrivals, by_staff, "by kind",
         "Something that was asked for was marked as seen; 0: a person, 1: safety, 2: interpreter, 3: ride, 4: change,"
         " 5: message."},
        {"request_done", arrivals, by_staff, "by kind", "It was marked as done; kinds as in request_seen."},
        {"sheet_made", arrivals, by_staff, "by rows",
         "The desk's sheet of the day was made and kept, sealed to the office's key."},
        {"sheet_printed", arrivals, by_staff, "by rows", "The desk's sheet of the day was sent to the printer."},
        {"sheet_opened", arrivals, by_staff, "by", "The sealed sheet of the day was opened, with kioskctl."},
        {"roster_imported", delivery, by_operator, "rows left_out",
         "A roster replaced the one before; `left_out` rows of its file were wrong."},
        {"roster_opened", delivery, by_kiosk, "by version rows left_out",
         "A roster that the agency signed replaced the one before; `by` brought it in, 0: it came by itself."},
        {"agency_keys_opened", delivery, by_kiosk, "by version",
         "Newer keys that the agency's root signed are to replace those before; `by` as in roster_opened."},
        {"bundles_imported", delivery, by_staff, "by applied refused",
         "Staff brought in what the agency sent; how many bundles were used and how many were not; `by` 0: with"
         " kioskctl."},
        {"batches_exported", delivery, by_staff, "by batches",
         "Sealed batches were copied for carrying by hand; `by` 0: with kioskctl."},
        {"staff_signed_out", sign_in, by_staff, "by idle",
         "The staff's view was locked; `idle` 1: because nobody touched it."},
        {"office_founded", sign_in, by_operator, "members", "The office got its key and its first members."},
        {"staff_added", sign_in, by_staff, "by member", "A new member got a one-time code."},
        {"staff_reset", sign_in, by_staff, "by member", "A member's PIN was replaced by a one-time code."},
        {"staff_sign_in_tried", sign_in, by_visitor, "by",
         "A PIN was typed at the badge of member `by`, 0: at nobody's; kept before the PIN was looked at."},
        {"staff_sign_in_refused", sign_in, by_visitor, "by tries",
         "It was wrong, the `tries`-th time since that badge last opened."},
        {"staff_closed", sign_in, by_visitor, "member",
         "That badge may not be tried any more until somebody lifts it."},
        {"staff_code_accepted", sign_in, by_staff, "by", "The one-time code was right; a PIN has to be chosen."},
        {"staff_pin_set", sign_in, by_staff, "by", "A member chose a PIN of their own."},
        {"staff_lock_grown", sign_in, by_staff, "by",
         "Their PIN now costs more to guess: what a try costs was raised."},
        {"staff_signed_in", sign_in, by_staff, "by", "A member signed in."},
        {"staff_lifted", sign_in, by_staff, "by member", "A member may try PINs again; 0: with kioskctl."},
        {"all_staff_lifted", sign_in, by_staff, "by", "Every badge may be tried again; 0: with kioskctl."},
        {"visitor_lockout_lifted", sign_in, by_staff, "by", "Visitors may type codes again; 0: with kioskctl."},
        {"send_asked", delivery, by_staff, "by batches", "Staff had what waited sealed at once, into `batches` files."},
        {"readiness_checked", kiosk, by_staff, "by passed failed skipped",
         "Staff went through the readiness check; how many things were right, not right, or left out."},
        {"test_page_printed", kiosk, by_staff, "by", "A page without any person was sent to the printer, to try it."},
        {"clock_set", kiosk, by_staff, "by shifted_s",
         "Staff set the clock; by how many seconds, below 0: back. What came before it has the time of the old clock."},
        {"clock_trusted", kiosk, by_staff, "by", "Staff looked at the clock and found it right."},
        {"screen_cleaned", kiosk, by_staff, "by",
         "For a minute the screen, keypad and scanner took nothing, so that they could be wiped."},
        {"kiosk_closed", kiosk, by_staff, "by", "Families were sent to the front desk from then on."},
        {"kiosk_opened", kiosk, by_staff, "by", "Families could check in at the kiosk again."},
        {"hours_set", kiosk, by_staff, "by", "The hours in which the kiosk is open were set."},
        {"settings_changed", kiosk, by_staff, "by", "The settings that an office makes for itself were changed."},
        {"visit_reset", kiosk, by_staff, "by", "Staff cleared what stood on the kiosk's screen, whoever's it was."},
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
