#include "storage/store_parts.hpp"

namespace storage {

using base::Result;
using crypto::IndexTag;

Result<std::vector<Store::StaffTries>> Store::staff_tries() {
    Statement find = TRY(parts_->database->prepare("SELECT tag, key, state FROM staff_tries ORDER BY place"));
    std::vector<StaffTries> all;
    while (TRY(find.step())) {
        const auto record = TRY(parts_->open(find.number(1), "staff_tries.state", find.blob(0), find.blob(2)));
        StaffTries tries{{}, TRY(read_lockout(record))};
        const base::ByteView tag = find.blob(0);
        if (tag.size() != tries.tag.size()) return base::out_of_service("database: a tag of staff_tries is damaged");
        std::copy(tag.begin(), tag.end(), tries.tag.begin());
        all.push_back(tries);
    }
    return all;
}

Result<void> Store::count_staff_try(const StaffTries& tries, std::int64_t number) {
    return parts_->change([&]() -> Result<void> {
        const std::int64_t key = TRY(parts_->ring.find_or_make(KeyUse::kiosk, parts_->key_day()));
        const auto state = TRY(parts_->seal(key, "staff_tries.state", tries.tag, written(tries.lockout)));
        Statement keep =
            TRY(parts_->database->prepare("INSERT OR REPLACE INTO staff_tries (tag, place, key, state)"
                                          " VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM staff_tries), ?, ?)"));
        TRY(keep.bind(tries.tag).bind(key).bind(state).run());
        Statement forget = TRY(parts_->database->prepare(
            "DELETE FROM staff_tries WHERE tag NOT IN (SELECT tag FROM staff) AND tag NOT IN"
            " (SELECT tag FROM staff_tries WHERE tag NOT IN (SELECT tag FROM staff) ORDER BY place DESC LIMIT ?)"));
        TRY(forget.bind(std::int64_t{most_unknown_badges}).run());
        // Told before the outcome is known, so that a power cut leaves no try untold.
        return parts_->append_audit("staff_sign_in_tried", {{"by", number}});
    });
}

Result<void> Store::refuse_staff(std::int64_t number, int misses, bool is_closed) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->append_audit("staff_sign_in_refused", {{"by", number}, {"tries", std::int64_t{misses}}}));
        if (!is_closed) return {};
        return parts_->append_audit("staff_closed", {{"member", number}});
    });
}

Result<void> Store::accept_staff_code(const IndexTag& tag, std::int64_t number) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->forget_staff_tries(tag));
        return parts_->append_audit("staff_code_accepted", {{"by", number}});
    });
}

Result<void> Store::sign_staff_in(const IndexTag& tag, std::int64_t number, const StaffLock* grown) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->forget_staff_tries(tag));
        if (grown != nullptr) {
            StaffMember member = TRY(parts_->find_staff(number));
            member.lock = *grown;
            TRY(parts_->update_staff(member));
            TRY(parts_->append_audit("staff_lock_grown", {{"by", number}}));
        }
        return parts_->append_audit("staff_signed_in", {{"by", number}});
    });
}

Result<void> Store::lift_staff(std::int64_t by, std::int64_t number) {
    return parts_->change([&]() -> Result<void> {
        const StaffMember member = TRY(parts_->find_staff(number));
        TRY(parts_->forget_staff_tries(member.tag));
        return parts_->append_audit("staff_lifted", {{"by", by}, {"member", number}});
    });
}

Result<void> Store::lift_all_staff(std::int64_t by) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->database->run("DELETE FROM staff_tries"));
        return parts_->append_audit("all_staff_lifted", {{"by", by}});
    });
}

} // namespace storage
