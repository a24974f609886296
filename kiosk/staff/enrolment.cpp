#include "kiosk/staff/enrolment.hpp"

#include <algorithm>

namespace kiosk {

using base::Result;

Result<void> Enrolment::start(const StaffSession& by, Asked asked) {
    if (!by.office_key) return base::ask_again("staff: only who holds the office's key can pass it on");
    auto job = [pepper = accounts_.pepper(), cost = accounts_.cost(), number = asked.member.number,
                keys = make_member_keys(asked.member.role, *by.office_key)]() -> Result<Made> {
        Made made{make_one_time_code(), {}};
        made.lock = TRY(close_lock(*pepper, cost, number, keys, made.code.view()));
        return made;
    };
    asked_ = std::move(asked);
    made_.start(work_, std::move(job), wake_);
    return {};
}

Result<void> Enrolment::add(const StaffSession& by, std::string_view badge, StaffRole role) {
    forget();
    TRY(demand(by, StaffAction::add_staff));
    if (badge.empty()) return base::ask_again("staff: a badge has 1 to 64 characters");
    const auto found = TRY(accounts_.store().find_staff(badge));
    if (found.member) return base::ask_again("staff: this badge is somebody's already");
    Asked asked{by.number, {}, base::Secret(base::bytes_of(badge))};
    asked.member.number = TRY(accounts_.store().next_staff_number());
    asked.member.role = role;
    asked.member.created = clock_.now();
    return start(by, std::move(asked));
}

Result<void> Enrolment::reset(const StaffSession& by, std::int64_t number) {
    forget();
    TRY(demand(by, StaffAction::reset_staff));
    // Somebody who can add staff is left at every moment: whoever asks this stays able to sign in.
    if (number == by.number) return base::ask_again("staff: nobody makes a new code for themselves");
    const auto all = TRY(accounts_.store().staff());
    const auto member = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.number == number; });
    if (member == all.end()) return base::ask_again("staff: nobody has this number");
    return start(by, {by.number, *member, {}});
}

Result<NewCode> Enrolment::keep(Result<Made> made) {
    Made now = TRY(std::move(made));
    storage::StaffMember& member = asked_->member;
    if (asked_->badge) {
        const auto tag = TRY(accounts_.store().find_staff(asked_->badge->text())).tag;
        member.lock = std::move(now.lock);
        TRY(accounts_.store().add_staff(asked_->by, {member, std::move(asked_->badge)}));
        accounts_.guard().forget(tag);
    } else {
        TRY(accounts_.store().reset_staff(asked_->by, member.number, now.lock));
        accounts_.guard().forget(member.tag);
    }
    return NewCode{member.number, std::move(now.code)};
}

std::optional<Result<NewCode>> Enrolment::poll() {
    auto made = made_.take();
    if (!made) return std::nullopt;
    auto kept = keep(std::move(*made));
    asked_.reset();
    return kept;
}

void Enrolment::forget() {
    made_.forget();
    asked_.reset();
}

} // namespace kiosk
