#include "kiosk/staff/staff_accounts.hpp"

#include <algorithm>

namespace kiosk {

using base::Result;

namespace {

constexpr std::int64_t operator_at_console = 0;

} // namespace

bool has_one_supervisor(std::span<const StaffLine> members) {
    return std::ranges::count(members, StaffRole::supervisor, &StaffLine::role) == 1;
}

base::Secret make_one_time_code() {
    base::SystemRandom random;
    base::Secret code(one_time_code_digits);
    for (auto& digit : code.bytes()) digit = static_cast<std::uint8_t>('0' + random.below(10));
    return code;
}

Result<std::unique_ptr<StaffAccounts>> StaffAccounts::open(storage::Store& store, const crypto::VaultKey& vault,
                                                           const base::Clock& clock, const crypto::PinCost& cost) {
    auto guard = TRY(PinGuard::open(store, clock));
    return std::unique_ptr<StaffAccounts>(
        new StaffAccounts(store, crypto::derive_pin_pepper(vault), clock, std::move(guard), cost));
}

Result<void> StaffAccounts::found_office(std::span<const FirstMember> members, const crypto::PinCost& cost) {
    const auto office = crypto::OfficeKey::generate();
    std::int64_t number = TRY(store_.next_staff_number());
    std::vector<storage::Store::NewStaff> made;
    for (const auto& member : members) {
        const MemberKeys keys = make_member_keys(member.role, office);
        storage::Store::NewStaff staff;
        staff.member.number = number;
        staff.member.role = member.role;
        staff.member.pin = member.kind;
        staff.member.created = clock_.now();
        staff.member.lock = TRY(close_lock(*pepper_, cost, number, keys, member.pin.view()));
        if (member.badge) staff.badge = member.badge->copy();
        made.push_back(std::move(staff));
        ++number;
    }
    return store_.found_office(office.recipient(), made);
}

Result<std::vector<StaffLine>> StaffAccounts::members() {
    std::vector<StaffLine> lines;
    for (const auto& member : TRY(store_.staff())) {
        lines.push_back({member.number, member.badge_ending, member.role, member.pin, member.created,
                         guard_.is_closed(member.tag), guard_.wait_left(member.tag)});
    }
    return lines;
}

Result<std::vector<StaffLine>> StaffAccounts::members(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_staff));
    return members();
}

Result<std::vector<StaffLine>> StaffAccounts::members_for_console() { return members(); }

Result<void> StaffAccounts::lift(std::int64_t by, std::int64_t number) {
    const auto all = TRY(store_.staff());
    const auto member = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.number == number; });
    if (member == all.end()) return base::ask_again("staff: nobody has this number");
    TRY(store_.lift_staff(by, number));
    guard_.forget(member->tag);
    return {};
}

Result<void> StaffAccounts::lift_all(std::int64_t by) {
    TRY(store_.lift_all_staff(by));
    guard_.forget_all();
    return {};
}

Result<void> StaffAccounts::lift(const StaffSession& by, std::int64_t number) {
    TRY(demand(by, StaffAction::lift_lockout));
    return lift(by.number, number);
}

Result<void> StaffAccounts::lift_all(const StaffSession& by) {
    TRY(demand(by, StaffAction::lift_lockout));
    return lift_all(by.number);
}

Result<void> StaffAccounts::lift_from_console(std::string_view badge) {
    const auto found = TRY(store_.find_staff(badge));
    if (!found.member) return base::ask_again("staff: this badge is nobody's; unlock without --badge lifts all");
    return lift(operator_at_console, found.member->number);
}

Result<void> StaffAccounts::lift_all_from_console() { return lift_all(operator_at_console); }

Result<std::int64_t> StaffAccounts::number_of(const StaffSession& by, std::string_view badge) {
    TRY(demand(by, StaffAction::see_staff));
    const auto found = TRY(store_.find_staff(badge));
    if (!found.member) return base::ask_again("staff: this badge is nobody's");
    return found.member->number;
}

} // namespace kiosk
