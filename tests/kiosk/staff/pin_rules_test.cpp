#include "kiosk/staff/pin_rules.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace kiosk;

namespace {

std::optional<PinFault> fault(std::string_view pin, std::string_view badge = "B-40881", std::string_view before = "") {
    return fault_of_pin(pin, badge, before);
}

} // namespace

TEST_CASE("PINs without a pattern may be chosen, from six digits to twelve") {
    for (const char* pin : {"402817", "583906", "719452", "0938174", "60391857", "402817593604"}) {
        CAPTURE(pin);
        CHECK_FALSE(fault(pin).has_value());
    }
}

TEST_CASE("each weak PIN is refused, and why is said") {
    const auto all = [](PinFault expected, std::initializer_list<const char*> pins) {
        for (const char* pin : pins) {
            CAPTURE(pin);
            CHECK(fault(pin) == expected);
        }
    };
    all(PinFault::not_digits, {"40281a", "40 817", "-40281", "４０２８１７"});
    all(PinFault::too_short, {"", "4", "40281"});
    all(PinFault::too_long, {"4028175936041"});
    all(PinFault::one_digit, {"000000", "7777777", "999999999999"});
    all(PinFault::run, {"123456", "345678", "654321", "890123", "321098", "012345678901"});
    all(PinFault::repeated, {"485485", "838383", "447799", "482284", "60396039"});
    all(PinFault::badge, {"408817", "740881", "940881"});
    all(PinFault::date, {"041290", "310778", "780731", "198507", "071985", "530319", "04121990", "12041990", "19900412",
                         "704121990", "199004127"});
    all(PinFault::well_known, {"147852", "314159", "246810", "1478529", "159753"});
}

TEST_CASE("a badge with few digits refuses no PIN, one with many refuses its parts") {
    CHECK_FALSE(fault("402817", "B-402").has_value());
    CHECK(fault("402817", "4028") == PinFault::badge);
    CHECK(fault("402817", "X-9402817-55") == PinFault::badge);
    CHECK_FALSE(fault("402817", "").has_value());
}

TEST_CASE("what was typed until now is no new PIN") {
    CHECK(fault("402817", "B-40881", "402817") == PinFault::same_as_before);
    CHECK_FALSE(fault("402817", "B-40881", "402818").has_value());
}

TEST_CASE("the rules leave most of the million PINs of six digits") {
    int left = 0;
    for (int number = 0; number < 1'000'000; ++number) {
        const std::string pin = std::to_string(1'000'000 + number).substr(1);
        if (!fault_of_pin(pin, "", "")) ++left;
    }
    MESSAGE(left << " of 1000000 PINs of six digits may be chosen");
    CHECK(left > 850'000);
    CHECK(left < 950'000);
}
