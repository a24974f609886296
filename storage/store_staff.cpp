#include "storage/store_parts.hpp"

#include <algorithm>

namespace storage {

using base::ByteView;
using base::Result;
using crypto::IndexTag;

namespace {

constexpr std::size_t most_badge_bytes = 64;
constexpr std::size_t staff_padding = 1024; // every member's record is as long as every other

IndexTag badge_tag(const crypto::IndexKey& index, std::string_view badge) {
    return crypto::blind_index(index, "staff.badge", {badge});
}

// Of the seat that waits for the first supervisor's badge; no badge has it: its field is another.
IndexTag seat_tag(const crypto::IndexKey& index) { return crypto::blind_index(index, "staff.seat", {}); }

std::string ending_of(std::string_view badge) {
    return std::string(badge.substr(badge.size() - std::min(badge.size(), std::size_t{2})));
}

// A record opens only in the row of its own number and badge.
base::Bytes staff_row(std::int64_t number, ByteView tag) {
    const auto bytes = row_bytes(number);
    base::Bytes row(bytes.begin(), bytes.end());
    row.insert(row.end(), tag.begin(), tag.end());
    return row;
}

IndexTag tag_of(ByteView bytes) {
    IndexTag tag{};
    if (bytes.size() == tag.size()) std::copy(bytes.begin(), bytes.end(), tag.begin());
    return tag;
}

} // namespace

Result<std::int64_t> Store::Parts::next_staff_number() {
    // AUTOINCREMENT remembers numbers that are no longer there: the audit log still speaks of them.
    return database->number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'staff'), 0) + 1");
}

Result<StaffMember> Store::Parts::read_staff(std::int64_t number, ByteView tag, std::int64_t key, ByteView sealed) {
    const auto record = TRY(open(key, "staff.record", staff_row(number, tag), sealed, staff_padding));
    auto member = read_staff_member(number, record);
    if (!member.is_error()) member.value().tag = tag_of(tag);
    return member;
}

Result<void> Store::Parts::insert_staff(const Store::NewStaff& staff) {
    const std::int64_t number = staff.member.number;
    if (number != TRY(next_staff_number())) return base::retry_later("staff: somebody else was added; try again");
    if (staff.badge && (staff.badge->is_empty() || staff.badge->size() > most_badge_bytes)) {
        return base::ask_again("staff: a badge has 1 to 64 characters");
    }
    const IndexTag tag = staff.badge ? badge_tag(keys.index, staff.badge->text()) : seat_tag(keys.index);
    Statement find = TRY(database->prepare("SELECT 1 FROM staff WHERE tag = ?"));
    const bool is_taken = TRY(find.bind(tag).step());
    if (is_taken) return base::ask_again("staff: this badge is somebody's already");
    StaffMember member = staff.member;
    member.badge_ending = staff.badge ? ending_of(staff.badge->text()) : std::string();
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const auto record = TRY(seal(key, "staff.record", staff_row(number, tag), written(member), staff_padding));
    Statement insert = TRY(database->prepare("INSERT INTO staff (number, tag, key, record) VALUES (?, ?, ?, ?)"));
    TRY(insert.bind(number).bind(tag).bind(key).bind(record).run());
    // What was tried at the badge while it was nobody's is not this member's.
    return forget_staff_tries(tag);
}

Result<StaffMember> Store::Parts::find_staff(std::int64_t number) {
    Statement find = TRY(database->prepare("SELECT tag, key, record FROM staff WHERE number = ?"));
    const bool is_there = TRY(find.bind(number).step());
    if (!is_there) return base::ask_again("staff: nobody has this number");
    return read_staff(number, find.blob(0), find.number(1), find.blob(2));
}

Result<void> Store::Parts::update_staff(const StaffMember& member) {
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const auto row = staff_row(member.number, member.tag);
    const auto record = TRY(seal(key, "staff.record", row, written(member), staff_padding));
    Statement update = TRY(database->prepare("UPDATE staff SET tag = ?, key = ?, record = ? WHERE number = ?"));
    return update.bind(member.tag).bind(key).bind(record).bind(member.number).run();
}

Result<void> Store::Parts::forget_staff_tries(ByteView tag) {
    Statement forget = TRY(database->prepare("DELETE FROM staff_tries WHERE tag = ?"));
    return forget.bind(tag).run();
}

Result<std::int64_t> Store::next_staff_number() { return parts_->next_staff_number(); }

Result<void> Store::found_office(const crypto::OfficeRecipient& office, std::span<const NewStaff> members) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->insert_office(office));
        for (const auto& staff : members) TRY(parts_->insert_staff(staff));
        return parts_->append_audit("office_founded", {{"members", std::ssize(members)}});
    });
}

Result<StaffBadge> Store::find_staff(std::string_view badge) {
    const IndexTag asked = badge_tag(parts_->keys.index, badge);
    const IndexTag seat = seat_tag(parts_->keys.index);
    Statement find = TRY(parts_->database->prepare("SELECT number, tag, key, record FROM staff"
                                                   " WHERE tag = coalesce((SELECT tag FROM staff WHERE tag = ?), ?)"));
    StaffBadge found{asked, {}};
    const bool is_there = TRY(find.bind(asked).bind(seat).step());
    if (!is_there) return found;
    found.tag = tag_of(find.blob(1));
    found.member = TRY(parts_->read_staff(find.number(0), found.tag, find.number(2), find.blob(3)));
    return found;
}

Result<std::vector<StaffMember>> Store::staff() {
    Statement find = TRY(parts_->database->prepare("SELECT number, tag, key, record FROM staff ORDER BY number"));
    std::vector<StaffMember> members;
    while (TRY(find.step())) {
        members.push_back(TRY(parts_->read_staff(find.number(0), find.blob(1), find.number(2), find.blob(3))));
    }
    return members;
}

Result<void> Store::add_staff(std::int64_t by, const NewStaff& staff) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->insert_staff(staff));
        return parts_->append_audit("staff_added", {{"by", by}, {"member", staff.member.number}});
    });
}

Result<void> Store::reset_staff(std::int64_t by, std::int64_t number, const StaffLock& lock) {
    return parts_->change([&]() -> Result<void> {
        StaffMember member = TRY(parts_->find_staff(number));
        member.pin = StaffPin::one_time_code;
        member.lock = lock;
        TRY(parts_->update_staff(member));
        TRY(parts_->forget_staff_tries(member.tag));
        return parts_->append_audit("staff_reset", {{"by", by}, {"member", number}});
    });
}

Result<void> Store::set_staff_pin(std::int64_t number, const StaffLock& lock, std::string_view badge) {
    return parts_->change([&]() -> Result<void> {
        StaffMember member = TRY(parts_->find_staff(number));
        if (member.tag == seat_tag(parts_->keys.index)) {
            if (badge.empty() || badge.size() > most_badge_bytes) {
                return base::ask_again("staff: a badge has 1 to 64 characters");
            }
            member.tag = badge_tag(parts_->keys.index, badge);
            member.badge_ending = ending_of(badge);
        }
        member.pin = StaffPin::own;
        member.lock = lock;
        TRY(parts_->update_staff(member));
        TRY(parts_->append_audit("staff_pin_set", {{"by", number}}));
        return parts_->append_audit("staff_signed_in", {{"by", number}});
    });
}

} // namespace storage
