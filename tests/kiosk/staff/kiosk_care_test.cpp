#include "kiosk/staff/kiosk_care.hpp"

#include "tests/support/kiosk_world.hpp"

using namespace kiosk;
using namespace support;

namespace {

struct CareWorld : KioskWorld {
    TempFolder temp;
    base::DiskFiles files;
    HealthReader health{*store, files, StateFolder{temp.path()}, clock};
    KioskCare care{health, *sealer, *store, clock};

    static StaffSession of(StaffRole role) {
        StaffSession session;
        session.number = 2;
        session.role = role;
        return session;
    }
    [[nodiscard]] std::string log() {
        std::string text;
        for (const auto& entry : value_of(store->audit_entries(0))) text += entry.text;
        return text;
    }
};

} // namespace

TEST_CASE_FIXTURE(CareWorld, "send now seals what waits at once and the log tells by whom") {
    must(store->add(
        submission(base::Uuid::v7(clock.now(), tickets), R"({"line":1})", storage::SubmissionKind::message)));
    CHECK(value_of(care.send_now(CareWorld::of(StaffRole::front_desk))) == 1);
    CHECK(pending().empty());
    CHECK(log().find(R"("event":"send_asked","fields":{"by":2,"batches":1})") != std::string::npos);
}

TEST_CASE_FIXTURE(CareWorld, "only who may set the clock may say that it is right") {
    CHECK(care.trust_clock(CareWorld::of(StaffRole::front_desk)).is_error());
    CHECK(log().empty());
    CHECK_FALSE(care.trust_clock(CareWorld::of(StaffRole::technician)).is_error());
    CHECK(log().find("clock_trusted") != std::string::npos);
}

TEST_CASE_FIXTURE(CareWorld, "a scan is seen, and nothing of what was scanned") {
    CHECK_FALSE(health.read().scanner.last_scan.has_value());
    clock.advance(1min);
    care.note_scan();
    CHECK(value_of(care.look(CareWorld::of(StaffRole::technician))).scanner.last_scan == clock.now());
}
