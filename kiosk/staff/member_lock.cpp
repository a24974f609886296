#include "kiosk/staff/member_lock.hpp"

#include "crypto/record_cipher.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using base::Result;
using base::Secret;

constexpr std::uint32_t lock_form = 1;

std::array<std::uint8_t, 8> row_of(std::int64_t number) {
    std::array<std::uint8_t, 8> row{};
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return row;
}

// The role's byte, then the text of the office's key, if any.
Secret held_by(const MemberKeys& keys) {
    Secret held(1);
    held.bytes()[0] = static_cast<std::uint8_t>(keys.role);
    if (keys.office) held.append(keys.office->text().view());
    return held;
}

Result<MemberKeys> read_held(crypto::RecordKey member, const Secret& held) {
    const auto damaged = [] { return base::call_staff("staff: what a PIN unlocks is damaged"); };
    if (held.is_empty()) return damaged();
    const auto role = StaffRole(held.view()[0]);
    if (std::find(all_staff_roles.begin(), all_staff_roles.end(), role) == all_staff_roles.end()) return damaged();
    MemberKeys keys{std::move(member), role, {}};
    if (held.size() > 1) keys.office = TRY(crypto::OfficeKey::parse(held.text().substr(1)));
    return keys;
}

} // namespace

MemberKeys make_member_keys(StaffRole role, const crypto::OfficeKey& office) {
    MemberKeys keys{crypto::RecordKey::generate(), role, {}};
    if (holds_office_key(role)) keys.office = crypto::OfficeKey::parse(office.text().text()).release_value();
    return keys;
}

Result<storage::StaffLock> close_lock(const crypto::PinPepper& pepper, const crypto::PinCost& cost, std::int64_t number,
                                      const MemberKeys& keys, base::ByteView pin) {
    const auto row = row_of(number);
    storage::StaffLock lock;
    lock.parameters = crypto::PinParameters::fresh(cost);
    const auto key = TRY(crypto::stretch_pin(pepper, lock.parameters, pin));
    lock.member_key = crypto::wrap_key(key, {"staff.member_key", row, lock_form}, keys.member);
    lock.held = crypto::seal_record(keys.member, {"staff.held", row, lock_form}, held_by(keys).view());
    return lock;
}

Result<std::optional<MemberKeys>> open_lock(const crypto::PinPepper& pepper, std::int64_t number,
                                            const storage::StaffLock& lock, base::ByteView pin) {
    const auto row = row_of(number);
    const auto key = TRY(crypto::stretch_pin(pepper, lock.parameters, pin));
    auto member = crypto::unwrap_key(key, {"staff.member_key", row, lock_form}, lock.member_key);
    if (member.is_error()) return std::optional<MemberKeys>();
    const Secret held = TRY(crypto::open_record(member.value(), {"staff.held", row, lock_form}, lock.held));
    return std::optional(TRY(read_held(member.release_value(), held)));
}

storage::StaffLock decoy_lock(const crypto::PinCost& cost) {
    storage::StaffLock lock;
    lock.parameters = crypto::PinParameters::fresh(cost);
    lock.member_key.resize(crypto::record_overhead + crypto::GuardedBytes::size);
    return lock;
}

} // namespace kiosk
