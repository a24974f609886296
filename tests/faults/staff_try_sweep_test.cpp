// A wrong PIN on a disk that fails at each of its operations in turn: whatever the answer was, and even if none came,
// a PIN that was looked at is a try that counts afterwards.
#include "tests/support/crash_disk.hpp"
#include "tests/support/staff_office.hpp"

using namespace support;

namespace {

const base::Path database = "/state/kiosk.db";
constexpr std::size_t without_ballast = 512 * 1024;

int tries_at(StaffOffice& office, std::string_view badge) {
    return office.accounts->guard().tries(value_of(office.store->find_staff(badge)).tag);
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("power or process that ends at any write of a try never gives a free one, and never shortens a wait") {
    using kiosk::UnlockAnswer;
    constexpr std::uint64_t seeds = 4; // 0: the process ends, the machine goes on
    constexpr int tries_before = 5;    // so that every one more has its wait
    std::uint64_t swept = 0;
    std::uint64_t looked_at = 0;
    for (std::uint64_t n = 1;; ++n) {
        bool has_stopped = false;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            CAPTURE(n);
            CAPTURE(seed);
            CrashDisk disk;
            disk.limit_space(without_ballast);
            bool was_looked_at = false;
            {
                StaffOffice office(database, disk.vfs_name());
                must(office.open());
                office.found();
                office.miss(desk_badge, tries_before);
                office.clock.advance(office.wait_left(desk_badge));
                disk.stop_at(n);
                office.unlocker->begin(secret(desk_badge), secret("111222"));
                // Only a try that is on the disk has work to do.
                was_looked_at = !office.work.jobs.empty();
                const auto told = office.answer();
                CHECK(told.answer == (was_looked_at ? UnlockAnswer::wrong : UnlockAnswer::out_of_order));
                has_stopped = disk.has_stopped();
                disk.stop();
                office.close();
            }
            if (seed == 0) {
                disk.end_process();
            } else {
                disk.power_cut(n * seeds + seed);
            }
            StaffOffice after(database, disk.vfs_name());
            must(after.open());
            const int tries = tries_at(after, desk_badge);
            CHECK(tries >= tries_before);
            CHECK(tries <= tries_before + 1);
            if (was_looked_at) CHECK(tries == tries_before + 1);
            CHECK(after.wait_left(desk_badge) == kiosk::PinGuard::wait_after(tries));
            CHECK(after.try_pin(desk_badge, desk_pin).answer == UnlockAnswer::wait);
            CHECK_FALSE(value_of(after.store->verify_audit()).fault.has_value());
            // The right PIN still opens once the wait is over, and clears the counter.
            after.clock.advance(after.wait_left(desk_badge));
            CHECK(after.sign_in(desk_badge, desk_pin).number == 2);
            CHECK(tries_at(after, desk_badge) == 0);
            after.close();
            looked_at += was_looked_at ? 1U : 0U;
            ++swept;
        }
        if (!has_stopped) break;
    }
    MESSAGE("swept ", swept, " endings; in ", looked_at, " the PIN had been looked at");
    CHECK(swept > 20);
    CHECK(looked_at > 0);
    CHECK(looked_at < swept);
}

TEST_CASE("a PIN that is set or a member that is added is there whole or not at all after any power cut") {
    constexpr std::string_view new_pin = "930586";
    std::uint64_t swept = 0;
    for (std::uint64_t n = 1;; ++n) {
        CAPTURE(n);
        CrashDisk disk;
        disk.limit_space(without_ballast);
        std::string code;
        bool has_stopped = false;
        bool is_set = false;
        {
            StaffOffice office(database, disk.vfs_name());
            must(office.open());
            office.found();
            const auto supervisor = office.sign_in(supervisor_badge, supervisor_pin);
            code = office.new_code(office.enrolment->reset(supervisor, 2));
            REQUIRE(office.try_pin(desk_badge, code).answer == kiosk::UnlockAnswer::choose_pin);
            disk.stop_at(n);
            is_set = office.choose(new_pin).answer == kiosk::UnlockAnswer::unlocked;
            has_stopped = disk.has_stopped();
            disk.stop();
            office.close();
        }
        disk.power_cut(n);
        StaffOffice after(database, disk.vfs_name());
        must(after.open());
        const bool opens_with_new = after.try_pin(desk_badge, new_pin).answer == kiosk::UnlockAnswer::unlocked;
        const bool opens_with_code = after.try_pin(desk_badge, code).answer == kiosk::UnlockAnswer::choose_pin;
        CHECK(opens_with_new != opens_with_code);
        if (is_set) CHECK(opens_with_new);
        after.close();
        ++swept;
        if (!has_stopped) break;
    }
    MESSAGE("swept ", swept, " power cuts");
    CHECK(swept > 5);
}

TEST_SUITE_END();
