#include "kiosk/staff/unlocker.hpp"

#include <algorithm>

namespace kiosk {

using base::Result;
using base::Secret;

void Unlocker::begin(const Secret& badge, Secret pin) {
    forget();
    auto found = accounts_.store().find_staff(badge.text());
    if (found.is_error()) {
        log_.write("staff_not_found_out");
        return tell(UnlockAnswer::out_of_order);
    }
    PinGuard& guard = accounts_.guard();
    const auto tag = found.value().tag;
    if (guard.is_closed(tag)) return tell(UnlockAnswer::closed);
    if (const auto wait = guard.wait_left(tag); wait > std::chrono::milliseconds(0)) {
        tell(UnlockAnswer::wait);
        answer_->wait = wait;
        return;
    }
    const std::int64_t number = found.value().member ? found.value().member->number : 0;
    // No PIN is looked at before the try is on the disk: else cutting the power at the right moment would make it free.
    if (guard.count(tag, number).is_error()) {
        log_.write("staff_try_not_kept");
        return tell(UnlockAnswer::out_of_order);
    }
    trying_ = Trying{found.release_value(), badge.copy(), pin.copy()};
    start_try(std::move(pin));
}

void Unlocker::start_try(Secret pin) {
    const auto& member = trying_->badge.member;
    auto lock = member ? member->lock : decoy_lock(accounts_.cost());
    const std::int64_t number = member ? member->number : 0;
    // A one-time code is replaced soon; only a PIN that stays is worth the work of growing.
    const bool may_grow = member && member->pin == storage::StaffPin::own;
    const bool grows = may_grow && crypto::needs_rehash(lock.parameters, accounts_.cost());
    auto job = [pepper = accounts_.pepper(), cost = accounts_.cost(), kept = std::move(lock), number, grows,
                typed = std::move(pin)]() -> Result<Tried> {
        Tried tried;
        tried.keys = TRY(open_lock(*pepper, number, kept, typed.view()));
        if (tried.keys && grows) tried.grown = TRY(close_lock(*pepper, cost, number, *tried.keys, typed.view()));
        return tried;
    };
    try_.start(work_, std::move(job), wake_);
}

void Unlocker::refuse() {
    const auto tag = trying_->badge.tag;
    const int tries = accounts_.guard().tries(tag);
    const bool is_closed = accounts_.guard().is_closed(tag);
    const std::int64_t number = trying_->badge.member ? trying_->badge.member->number : 0;
    if (accounts_.store().refuse_staff(number, tries, is_closed).is_error()) log_.write("staff_refusal_not_kept");
    tell(is_closed ? UnlockAnswer::closed : UnlockAnswer::wrong);
    answer_->tries_left = std::max(PinGuard::tries_before_wait - tries, 0);
    answer_->wait = is_closed ? std::chrono::milliseconds(0) : accounts_.guard().wait_left(tag);
    trying_.reset();
}

bool Unlocker::is_as_it_was() {
    const auto found = accounts_.store().find_staff(trying_->shown.text());
    return !found.is_error() && found.value().member &&
           found.value().member->lock.member_key == trying_->badge.member->lock.member_key;
}

void Unlocker::unlock(MemberKeys keys, const storage::StaffMember& member) {
    tell(UnlockAnswer::unlocked);
    answer_->session =
        StaffSession{member.number, member.badge_ending, keys.role, std::move(keys.office), clock_.moment()};
    trying_.reset();
}

void Unlocker::end_try(Result<Tried> done) {
    if (done.is_error()) {
        log_.write("staff_lock_does_not_open");
        trying_.reset();
        return tell(UnlockAnswer::out_of_order);
    }
    auto& tried = done.value();
    if (!tried.keys || !is_as_it_was()) return refuse();
    const storage::StaffMember& member = *trying_->badge.member;
    storage::Store& store = accounts_.store();
    const bool is_code = member.pin == storage::StaffPin::one_time_code;
    const auto* grown = tried.grown ? &*tried.grown : nullptr;
    const auto kept = is_code ? store.accept_staff_code(member.tag, member.number)
                              : store.sign_staff_in(member.tag, member.number, grown);
    // With a full disk staff must come in all the more; the try then stays counted.
    if (kept.is_error()) {
        log_.write("staff_sign_in_not_kept");
    } else {
        accounts_.guard().forget(member.tag);
    }
    if (!is_code) return unlock(std::move(*tried.keys), member);
    chosen_by_ = std::move(*tried.keys);
    tell(UnlockAnswer::choose_pin);
}

void Unlocker::choose_pin(Secret pin) {
    if (!chosen_by_ || set_.is_running()) return;
    if (const auto fault = fault_of_pin(pin.text(), trying_->shown.text(), trying_->typed.text())) {
        tell(UnlockAnswer::pin_refused);
        answer_->fault = *fault;
        return;
    }
    auto job = [pepper = accounts_.pepper(), cost = accounts_.cost(), number = trying_->badge.member->number,
                keys = std::move(*chosen_by_), chosen = std::move(pin)]() mutable -> Set {
        auto lock = close_lock(*pepper, cost, number, keys, chosen.view());
        Set set{std::move(keys), {}};
        if (!lock.is_error()) set.lock = lock.release_value();
        return set;
    };
    chosen_by_.reset();
    set_.start(work_, std::move(job), wake_);
}

void Unlocker::end_set(Set done) {
    storage::Store& store = accounts_.store();
    const std::int64_t number = trying_->badge.member->number;
    const auto shown = trying_->shown.text();
    if (!is_as_it_was()) return refuse();
    const bool is_set = done.lock && !store.set_staff_pin(number, *done.lock, shown).is_error();
    const auto found = store.find_staff(shown);
    if (is_set && !found.is_error() && found.value().member) {
        return unlock(std::move(done.keys), *found.value().member);
    }
    log_.write("staff_pin_not_set");
    chosen_by_ = std::move(done.keys); // they may try again
    tell(UnlockAnswer::out_of_order);
}

std::optional<Unlocked> Unlocker::poll() {
    if (auto done = try_.take()) end_try(std::move(*done));
    if (auto done = set_.take()) end_set(std::move(*done));
    return std::exchange(answer_, std::nullopt);
}

void Unlocker::forget() {
    try_.forget();
    set_.forget();
    trying_.reset();
    chosen_by_.reset();
    answer_.reset();
}

void Unlocker::sign_out(std::int64_t number, Why why) {
    forget();
    const auto kept = accounts_.store().append_audit(
        "staff_signed_out", {{"by", number}, {"idle", std::int64_t{why == Why::idle ? 1 : 0}}});
    // The view is locked all the same: that matters more than the entry.
    if (kept.is_error()) log_.write("sign_out_not_kept");
}

} // namespace kiosk
