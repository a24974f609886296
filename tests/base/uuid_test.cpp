#include "base/uuid.hpp"

#include <doctest/doctest.h>

using namespace base;

TEST_CASE("a version 7 UUID carries the time it was made, and sorts by it") {
    SystemRandom random;
    const UtcTime early{std::chrono::milliseconds(0x017F22E279B0)}; // the example of RFC 9562 appendix A.6
    const Uuid first = Uuid::v7(early, random);
    const Uuid second = Uuid::v7(early + 1ms, random);
    CHECK(first.text().substr(0, 15) == "017f22e2-79b0-7");
    CHECK(first < second);
    CHECK((first.bytes[8] & 0xc0) == 0x80);
}

TEST_CASE("a UUID reads back from its own text and from nothing else") {
    SystemRandom random;
    const Uuid id = Uuid::v4(random);
    CHECK(Uuid::parse(id.text()).value() == id);
    for (const char* wrong :
         {"", "017f22e2", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
          "017f22e2079b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0"}) {
        CHECK(Uuid::parse(wrong).is_error());
    }
}
