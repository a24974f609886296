#include "tests/support/staff_office.hpp"

#include <algorithm>

using namespace kiosk;
using namespace support;

namespace {

struct SupervisedOffice : OpenOffice {
    StaffSession supervisor = sign_in(supervisor_badge, supervisor_pin);
};

constexpr std::string_view new_badge = "B-40049";

} // namespace

TEST_CASE_FIXTURE(SupervisedOffice,
                  "a new member comes in with the code, chooses a PIN, and holds the office's key by role") {
    const auto role = StaffRole::front_desk;
    const std::string code = new_code(enrolment->add(supervisor, new_badge, role));
    CHECK(code.size() == one_time_code_digits);
    CHECK(code.find_first_not_of("0123456789") == std::string::npos);
    CHECK(try_pin(new_badge, code).answer == UnlockAnswer::choose_pin);
    auto told = choose("930586");
    REQUIRE(told.answer == UnlockAnswer::unlocked);
    CHECK(told.session->number == 4);
    CHECK(told.session->role == role);
    CHECK(told.session->office_key->recipient().text() == supervisor.office_key->recipient().text());
    restart();
    CHECK(sign_in(new_badge, "930586").number == 4);
}

TEST_CASE_FIXTURE(SupervisedOffice, "a new technician gets no office key") {
    const std::string code = new_code(enrolment->add(supervisor, new_badge, StaffRole::technician));
    CHECK(try_pin(new_badge, code).answer == UnlockAnswer::choose_pin);
    CHECK_FALSE(choose("930586").session->office_key.has_value());
}

TEST_CASE_FIXTURE(SupervisedOffice, "after a reset the old PIN is gone, the code holds, and the badge is open again") {
    miss(desk_badge, PinGuard::tries_before_closed);
    CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::closed);
    const std::string code = new_code(enrolment->reset(supervisor, 2));
    CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wrong);
    CHECK(try_pin(desk_badge, code).answer == UnlockAnswer::choose_pin);
    auto told = choose("930586");
    REQUIRE(told.answer == UnlockAnswer::unlocked);
    CHECK(told.session->role == StaffRole::front_desk);
    CHECK(told.session->office_key.has_value());
    CHECK(try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wrong);
}

TEST_CASE_FIXTURE(
    SupervisedOffice,
    "only a supervisor adds, resets, lifts or sees the list; all others are refused and nothing is done") {
    for (const auto& [badge, pin] : {std::pair(desk_badge, desk_pin), {technician_badge, technician_pin}}) {
        const auto other = sign_in(badge, pin);
        CHECK(enrolment->add(other, new_badge, StaffRole::technician).is_error());
        CHECK(enrolment->reset(other, 1).is_error());
        CHECK(accounts->members(other).is_error());
        CHECK(accounts->lift(other, 1).is_error());
        CHECK(accounts->lift_all(other).is_error());
        CHECK(accounts->number_of(other, desk_badge).is_error());
        CHECK_FALSE(enrolment->is_working());
    }
    CHECK(value_of(accounts->members(supervisor)).size() == 3);
}

TEST_CASE_FIXTURE(SupervisedOffice,
                  "a badge that is somebody's, or none, or a number that is nobody's, is refused before any work") {
    CHECK(enrolment->add(supervisor, desk_badge, StaffRole::technician).is_error());
    CHECK(enrolment->add(supervisor, "", StaffRole::technician).is_error());
    CHECK(enrolment->reset(supervisor, supervisor.number).is_error()); // somebody who can add staff is left
    CHECK(enrolment->reset(supervisor, 9).is_error());
    CHECK(work.jobs.empty());
    CHECK_FALSE(enrolment->poll().has_value());
}

TEST_CASE_FIXTURE(SupervisedOffice, "the list tells who must choose a PIN, who waits and who is closed") {
    new_code(enrolment->add(supervisor, new_badge, StaffRole::technician));
    miss(desk_badge, PinGuard::tries_before_closed);
    miss(technician_badge, PinGuard::tries_before_wait);
    const auto lines = value_of(accounts->members(supervisor));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].badge_ending == "21");
    CHECK_FALSE(lines[0].is_closed);
    CHECK(lines[1].is_closed);
    CHECK_FALSE(lines[2].is_closed);
    CHECK(lines[2].wait_left == PinGuard::first_wait);
    CHECK(lines[2].pin == storage::StaffPin::own);
    CHECK(lines[3].pin == storage::StaffPin::one_time_code);
    must(accounts->lift(supervisor, 2));
    must(accounts->lift(supervisor, 3));
    CHECK(sign_in(desk_badge, desk_pin).number == 2);
    CHECK(sign_in(technician_badge, technician_pin).number == 3);
    const auto told = events();
    CHECK(std::count(told.begin(), told.end(), "staff_lifted") == 2);
    CHECK(std::count(told.begin(), told.end(), "staff_closed") == 1);
}

TEST_CASE_FIXTURE(SupervisedOffice, "a member who is reset while their old PIN is looked at does not come in with it") {
    unlocker->begin(secret(desk_badge), secret(desk_pin));
    auto sign_in_job = std::move(work.jobs.front());
    work.jobs.clear();
    const std::string code = new_code(enrolment->reset(supervisor, 2));
    sign_in_job();
    CHECK(unlocker->poll()->answer == UnlockAnswer::wrong);
    CHECK(try_pin(desk_badge, code).answer == UnlockAnswer::choose_pin);
}
