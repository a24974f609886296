#include "tests/support/staff_office.hpp"

#include <algorithm>

using namespace kiosk;
using namespace support;

TEST_CASE_FIXTURE(OpenOffice,
                  "a badge and its PIN give a session with that member's role, and the office's key by role") {
    const auto supervisor = sign_in(supervisor_badge, supervisor_pin);
    CHECK(supervisor.number == 1);
    CHECK(supervisor.badge_ending == "21");
    CHECK(supervisor.role == StaffRole::supervisor);
    CHECK(supervisor.began == clock.moment());
    REQUIRE(supervisor.office_key.has_value());
    CHECK(supervisor.office_key->recipient().text() == value_of(store->office())->text());
    CHECK(sign_in(desk_badge, desk_pin).office_key.has_value());
    const auto technician = sign_in(technician_badge, technician_pin);
    CHECK(technician.role == StaffRole::technician);
    CHECK_FALSE(technician.office_key.has_value());
}

TEST_CASE_FIXTURE(OpenOffice, "nobody comes in with another's PIN, part of a PIN, or no badge") {
    for (const auto& [badge, pin] : {std::pair(supervisor_badge, desk_pin),
                                     {desk_badge, supervisor_pin},
                                     {desk_badge, "40281"},
                                     {desk_badge, ""},
                                     {"", desk_pin},
                                     {"B-4000", desk_pin}}) {
        CHECK(try_pin(badge, pin).answer == UnlockAnswer::wrong);
    }
}

TEST_CASE_FIXTURE(OpenOffice, "a try answers only when its work is done, and wakes the loop then") {
    unlocker->begin(secret(desk_badge), secret(desk_pin));
    CHECK(unlocker->is_working());
    CHECK_FALSE(unlocker->poll().has_value());
    CHECK(woken == 0);
    work.finish();
    CHECK(woken == 1);
    const auto told = unlocker->poll();
    REQUIRE(told.has_value());
    CHECK(told->answer == UnlockAnswer::unlocked);
    CHECK_FALSE(unlocker->is_working());
    CHECK_FALSE(unlocker->poll().has_value());
}

TEST_CASE_FIXTURE(OpenOffice, "what is forgotten while it runs signs nobody in, and stays counted as a try") {
    unlocker->begin(secret(desk_badge), secret(desk_pin));
    unlocker->forget();
    work.finish();
    CHECK_FALSE(unlocker->poll().has_value());
    CHECK(accounts->guard().tries(value_of(store->find_staff(desk_badge)).tag) == 1);
}

TEST_CASE_FIXTURE(OpenOffice, "an unknown badge gets the answers, the waits and the work of a known one") {
    const std::string_view nobodys = "B-99999";
    for (int i = 1; i <= PinGuard::tries_before_closed + 1; ++i) {
        CAPTURE(i);
        clock.advance(std::max(wait_left(desk_badge), wait_left(nobodys)));
        unlocker->begin(secret(desk_badge), secret("111222"));
        const auto jobs = work.jobs.size();
        const auto known = answer();
        unlocker->begin(secret(nobodys), secret("111222"));
        CHECK(work.jobs.size() == jobs);
        const auto unknown = answer();
        CHECK(known.answer == unknown.answer);
        CHECK(known.tries_left == unknown.tries_left);
        CHECK(known.wait == unknown.wait);
        CHECK(jobs == (i <= PinGuard::tries_before_closed ? 1 : 0));
    }
    CHECK(decoy_lock(cost).parameters.cost == cost);
}

TEST_CASE_FIXTURE(OpenOffice,
                  "a PIN kept under less work is kept under more after the next right try, and not after a wrong one") {
    const auto kept = [&] { return value_of(store->find_staff(desk_badge)).member->lock.parameters.cost; };
    cost = {crypto::least_pin_cost().operations + 1, crypto::least_pin_cost().memory * 2};
    restart();
    CHECK(kept() == crypto::least_pin_cost());
    try_pin(desk_badge, "111222");
    CHECK(kept() == crypto::least_pin_cost());
    const auto key = sign_in(desk_badge, desk_pin).office_key->recipient().text();
    CHECK(kept() == cost);
    restart();
    CHECK(sign_in(desk_badge, desk_pin).office_key->recipient().text() == key);
    CHECK(kept() == cost);
}

TEST_CASE_FIXTURE(OpenOffice, "every try is in the audit log with the member's number, before and after it") {
    try_pin(desk_badge, "111222");
    try_pin("B-99999", "111222");
    sign_in(desk_badge, desk_pin);
    CHECK(events() == std::vector<std::string>{"office_founded", "staff_sign_in_tried", "staff_sign_in_refused",
                                               "staff_sign_in_tried", "staff_sign_in_refused", "staff_sign_in_tried",
                                               "staff_signed_in"});
    const auto entries = value_of(store->audit_entries(0));
    CHECK(entries[2].text.find(R"("fields":{"by":2,"tries":1})") != std::string::npos);
    CHECK(entries[4].text.find(R"("fields":{"by":0,"tries":1})") != std::string::npos);
    CHECK(entries[6].text.find(R"("fields":{"by":2})") != std::string::npos);
}

TEST_CASE_FIXTURE(OpenOffice, "a changed row makes nobody a supervisor: the role comes from what the PIN opens") {
    const auto session = sign_in(technician_badge, technician_pin);
    auto member = *value_of(store->find_staff(technician_badge)).member;
    const auto pepper = crypto::derive_pin_pepper(fixed_key<crypto::VaultKey>(8));
    auto keys = value_of(open_lock(pepper, member.number, member.lock, base::bytes_of(technician_pin)));
    REQUIRE(keys.has_value());
    CHECK(keys->role == StaffRole::technician);
    member.lock.held.back() ^= 1;
    CHECK(open_lock(pepper, member.number, member.lock, base::bytes_of(technician_pin)).is_error());
    CHECK_FALSE(value_of(open_lock(pepper, 1, member.lock, base::bytes_of(technician_pin))).has_value());
}

TEST_CASE_FIXTURE(StaffOffice,
                  "the first supervisor's badge is the first that comes with the code, and then a PIN is chosen") {
    must(open());
    const auto code = make_one_time_code();
    CHECK(code.size() == one_time_code_digits);
    const FirstMember first{std::nullopt, StaffRole::supervisor, storage::StaffPin::one_time_code, code.copy()};
    must(accounts->found_office(std::span(&first, 1), cost));
    CHECK(try_pin(supervisor_badge, "111222").answer == UnlockAnswer::wrong);
    CHECK(try_pin(supervisor_badge, code.text()).answer == UnlockAnswer::choose_pin);
    CHECK(unlocker->must_choose());
    SUBCASE("they walk away: the code still holds") {
        unlocker->forget();
        unlocker->choose_pin(secret(supervisor_pin));
        CHECK_FALSE(unlocker->poll().has_value());
        CHECK(try_pin(supervisor_badge, code.text()).answer == UnlockAnswer::choose_pin);
    }
    const auto refused = choose("123456");
    CHECK(refused.answer == UnlockAnswer::pin_refused);
    CHECK(refused.fault == PinFault::run);
    CHECK(choose(code.text()).fault == PinFault::same_as_before);
    CHECK(choose("400210").fault == PinFault::badge);
    auto told = choose(supervisor_pin);
    REQUIRE(told.answer == UnlockAnswer::unlocked);
    CHECK(told.session->badge_ending == "21");
    CHECK(told.session->office_key.has_value());
    CHECK_FALSE(unlocker->must_choose());
    restart();
    CHECK(try_pin(supervisor_badge, code.text()).answer == UnlockAnswer::wrong);
    CHECK(try_pin("B-55555", supervisor_pin).answer == UnlockAnswer::wrong);
    CHECK(sign_in(supervisor_badge, supervisor_pin).number == 1);
}
