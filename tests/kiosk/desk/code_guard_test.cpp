#include "tests/support/kiosk_world.hpp"

namespace {

using namespace std::chrono_literals;

using kiosk::CodeGuard;
using kiosk::LookUpAnswer;
using support::guest;
using support::must;

struct GuardedOffice : support::KioskWorld {
    GuardedOffice() { publish({support::visit_of(guest(0), "V-0", support::morning + 30min)}); }
    [[nodiscard]] LookUpAnswer type(const std::string& code) { return desk->look_up_typed(code).answer; }
    [[nodiscard]] LookUpAnswer scan(const std::string& letter) { return desk->look_up_scanned(letter).answer; }
};

} // namespace

TEST_CASE("four misses ask for no wait, the fifth asks for 15 seconds, and each one after it for twice as long") {
    GuardedOffice office;
    std::chrono::milliseconds expected = CodeGuard::first_wait;
    for (int miss = 1; miss < CodeGuard::misses_before_rest; ++miss) {
        CAPTURE(miss);
        CHECK(office.type(office.unknown_code()) == LookUpAnswer::not_found);
        if (miss < CodeGuard::misses_before_wait) {
            CHECK(office.desk->wait_left() == 0ms);
            continue;
        }
        CHECK(office.desk->wait_left() == expected);
        office.clock.advance(expected - 1ms);
        CHECK(office.desk->wait_left() == 1ms);
        CHECK(office.type(guest(0).code) == LookUpAnswer::wait);
        office.clock.advance(1ms);
        CHECK(office.desk->wait_left() == 0ms);
        expected *= 2; // however long it is: waiting forgives no miss
    }
    CHECK_FALSE(office.desk->is_resting());
    CHECK(office.type(office.unknown_code()) == LookUpAnswer::not_found);
    CHECK(office.desk->is_resting());
}

TEST_CASE("a code that is refused during a wait does no work and is no miss") {
    GuardedOffice office;
    office.type_wrong_codes(5);
    const auto reads = office.store->look_up_work().reads;
    CHECK(office.type(guest(0).code) == LookUpAnswer::wait);
    CHECK(office.type(office.unknown_code()) == LookUpAnswer::wait);
    CHECK(office.store->look_up_work().reads == reads);
    CHECK(office.lockout().misses == 5);
    CHECK(office.desk->wait_left() == CodeGuard::first_wait);
}

TEST_CASE("at rest typing stays refused however long one waits, and after a restart") {
    GuardedOffice office;
    must(office.store->set_lockout({CodeGuard::misses_before_rest, 0ms, 0ms}));
    office.restart();
    CHECK(office.type(guest(0).code) == LookUpAnswer::resting);
    office.clock.advance(24h * 30);
    CHECK(office.desk->is_resting());
    office.restart();
    CHECK(office.type(guest(0).code) == LookUpAnswer::resting);
    CHECK(office.lockout().misses == CodeGuard::misses_before_rest);
}

TEST_CASE("a right code between wrong ones resets nothing") {
    GuardedOffice office;
    office.type_wrong_codes(4);
    CHECK(office.type(guest(0).code) == LookUpAnswer::found);
    CHECK(office.lockout().misses == 4);
    CHECK(office.type(office.unknown_code()) == LookUpAnswer::not_found);
    CHECK(office.desk->wait_left() == CodeGuard::first_wait);
}

TEST_CASE("one miss is forgiven for each hour that the kiosk runs") {
    GuardedOffice office;
    office.type_wrong_codes(4);
    office.clock.advance(1h - 1ms);
    CHECK(office.type(guest(0).code) == LookUpAnswer::found);
    CHECK(office.lockout().misses == 4);
    office.clock.advance(1ms);
    CHECK(office.type(guest(0).code) == LookUpAnswer::found);
    CHECK(office.lockout().misses == 3);
    office.clock.advance(2h);
    CHECK(office.type(support::mistyped(guest(0).code)) == LookUpAnswer::not_found);
    CHECK(office.lockout().misses == 1);
    office.clock.advance(100h);
    (void)office.type(support::mistyped(guest(0).code));
    CHECK(office.lockout().misses == 0);
    // Hours without a miss are not saved up.
    CHECK(office.type(office.unknown_code()) == LookUpAnswer::not_found);
    office.clock.advance(59min);
    (void)office.type(support::mistyped(guest(0).code));
    CHECK(office.lockout().misses == 1);
}

TEST_CASE("misses and the wait that runs are there again after a restart") {
    GuardedOffice office;
    office.type_wrong_codes(6);
    const auto wait = office.desk->wait_left();
    CHECK(wait == 2 * CodeGuard::first_wait);
    office.restart();
    CHECK(office.desk->wait_left() == wait);
    CHECK(office.type(guest(0).code) == LookUpAnswer::wait);
    office.clock.advance(wait);
    CHECK(office.type(office.unknown_code()) == LookUpAnswer::not_found);
    CHECK(office.desk->wait_left() == 4 * CodeGuard::first_wait);
}

TEST_CASE("a clock that is set back or forward shortens no wait and forgives no miss") {
    for (const base::UtcTime set_to : {base::UtcTime{}, support::morning + std::chrono::years(10)}) {
        GuardedOffice office;
        office.type_wrong_codes(5);
        office.clock.set_wall(set_to);
        CHECK(office.desk->wait_left() == CodeGuard::first_wait);
        CHECK(office.type(guest(0).code) == LookUpAnswer::wait);
        office.restart();
        CHECK(office.desk->wait_left() == CodeGuard::first_wait);
        office.clock.advance(CodeGuard::first_wait);
        CHECK(office.desk->wait_left() == 0ms);
        CHECK(office.type(support::mistyped(guest(0).code)) == LookUpAnswer::not_found);
        CHECK(office.lockout().misses == 5);
    }
}

TEST_CASE("a letter with its key is found while typing waits and while it rests") {
    GuardedOffice office;
    office.type_wrong_codes(5);
    CHECK(office.type(guest(0).code) == LookUpAnswer::wait);
    CHECK(office.scan(guest(0).letter()) == LookUpAnswer::found);
    CHECK(office.desk->wait_left() == CodeGuard::first_wait);
    must(office.store->set_lockout({CodeGuard::misses_before_rest, 0ms, 0ms}));
    office.restart();
    CHECK(office.type(guest(0).code) == LookUpAnswer::resting);
    CHECK(office.scan(guest(0).letter()) == LookUpAnswer::found);
    CHECK(office.desk->is_resting());
}

TEST_CASE("a letter with a wrong key, of nobody, or that is no letter is not found and is no miss") {
    GuardedOffice office;
    auto wrong = guest(0);
    wrong.qr_key = guest(1).qr_key;
    auto nobody = guest(0);
    nobody.code = office.unknown_code();
    for (int i = 0; i < 20; ++i) {
        CHECK(office.scan(wrong.letter()) == LookUpAnswer::not_found);
        CHECK(office.scan(nobody.letter()) == LookUpAnswer::not_found);
        CHECK(office.scan("https://example.org/") == LookUpAnswer::not_found);
        CHECK(office.scan("FK1." + guest(0).code + ".") == LookUpAnswer::not_found);
    }
    CHECK(office.lockout().misses == 0);
    CHECK(office.type(guest(0).code) == LookUpAnswer::found);
}

TEST_CASE("a scanner with caps lock turned round is understood") {
    GuardedOffice office;
    CHECK(office.scan("fk1." + guest(0).code + "." + guest(0).qr_key) == LookUpAnswer::found);
}

TEST_CASE("a person without a letter key cannot be scanned, and an empty key opens nothing") {
    GuardedOffice office;
    auto entry = support::visit_of(guest(2), "V-2", support::morning + 30min);
    entry.qr_key.clear();
    office.publish({entry});
    CHECK(office.scan(guest(2).letter()) == LookUpAnswer::not_found);
    CHECK(office.scan("FK1." + guest(2).code + ".") == LookUpAnswer::not_found);
    CHECK(office.type(guest(2).code) == LookUpAnswer::found);
}

TEST_CASE("a wrong check digit is answered in the same way and is no miss") {
    GuardedOffice office;
    for (int i = 0; i < 30; ++i) {
        CHECK(office.type(support::mistyped(guest(0).code)) == LookUpAnswer::not_found);
    }
    CHECK(office.lockout().misses == 0);
    CHECK(office.desk->wait_left() == 0ms);
}

TEST_CASE("a wrong birth date counts like a wrong code, a right one raises the proof") {
    GuardedOffice office;
    auto look_up = office.desk->look_up_typed(guest(0).code);
    REQUIRE(look_up.found.has_value());
    kiosk::Found& found = *look_up.found;
    for (const std::string wrong : {"02031991", "03021990", "2031990", "", "0203199O"}) {
        CHECK(office.desk->prove_birth_date(found, wrong) == kiosk::BirthDateAnswer::wrong);
        CHECK(found.proof == kiosk::Proof::code);
    }
    CHECK(office.lockout().misses == 5);
    CHECK(office.desk->wait_left() == CodeGuard::first_wait);
    // While the wait lasts not even the right one is looked at, so that a letter does not let anybody guess on.
    CHECK(office.desk->prove_birth_date(found, "02031990") == kiosk::BirthDateAnswer::closed);
    CHECK(found.proof == kiosk::Proof::code);
    office.clock.advance(CodeGuard::first_wait);
    CHECK(office.desk->prove_birth_date(found, "02031990") == kiosk::BirthDateAnswer::right);
    CHECK(found.proof == kiosk::Proof::code_and_birth_date);
    CHECK(office.lockout().misses == 5);
}
