#include "kiosk/exchange/json.hpp"
#include "kiosk/exchange/utc_text.hpp"
#include "tests/support/stored_world.hpp"

namespace {

TEST_CASE("a name that stands twice in one object is refused, as readers differ on which counts") {
    CHECK(kiosk::parse_json(R"({"a":1,"a":2})").is_error());
    CHECK(kiosk::parse_json(R"({"b":{"a":1,"a":2}})").is_error());
    CHECK_FALSE(kiosk::parse_json(R"({"b":{"a":1},"a":2})").is_error());
}

TEST_CASE("JSON that is too deep, cut short or followed by more is refused") {
    CHECK_FALSE(kiosk::parse_json(std::string(32, '[') + std::string(32, ']')).is_error());
    CHECK(kiosk::parse_json(std::string(33, '[') + std::string(33, ']')).is_error());
    const std::string whole = R"({"a":[1,2.5,"é",null,true,{"b":""}]})";
    CHECK_FALSE(kiosk::parse_json(whole).is_error());
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK(kiosk::parse_json(whole.substr(0, size)).is_error());
    CHECK(kiosk::parse_json("1 1").is_error());
    CHECK(kiosk::parse_json("\"\xff\"").is_error());
}

TEST_CASE("a time is written with milliseconds and reads back, also before 1970 and on leap days") {
    using namespace std::chrono_literals;
    CHECK(kiosk::utc_text(support::morning + 7ms) == "2026-10-13T14:00:00.007Z");
    for (const auto time : {support::morning + 999ms, base::UtcTime(-1ms), base::UtcTime(951782400000ms)}) {
        CHECK(kiosk::parse_utc_text(kiosk::utc_text(time)) == time);
    }
    CHECK(kiosk::utc_text(base::UtcTime(-1ms)) == "1969-12-31T23:59:59.999Z");
    CHECK(kiosk::utc_text(base::UtcTime(951782400000ms)) == "2000-02-29T00:00:00.000Z");
}

} // namespace
