#include "kiosk/visits/visit_code.hpp"

#include "base/random.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string random_code(base::Random& random) {
    std::string code;
    for (int n = 0; n < visit_code_digits - 1; ++n) code += static_cast<char>('0' + random.below(10));
    return code + damm_check_digit(code);
}

} // namespace

TEST_CASE("the check digit is the one of Damm's own example") {
    CHECK(damm_check_digit("572") == '4');
    CHECK(is_visit_code(std::string("0000572") + '4'));
}

TEST_CASE("every single wrong digit and every swap of two neighbours is caught") {
    base::SeededRandom random(572);
    for (int n = 0; n < 2000; ++n) {
        const std::string code = random_code(random);
        REQUIRE(is_visit_code(code));
        for (std::size_t place = 0; place < code.size(); ++place) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string wrong = code;
                wrong[place] = digit;
                REQUIRE(is_visit_code(wrong) == (wrong == code));
            }
            if (place == 0) continue;
            std::string swapped = code;
            std::swap(swapped[place - 1], swapped[place]);
            REQUIRE(is_visit_code(swapped) == (swapped == code));
        }
    }
}

TEST_CASE("only eight ASCII digits are a visit code") {
    for (const char* wrong : {"", "0", "0000000", "000000000", "0000572A", " 0005724", "0000-724", "00005740"}) {
        CHECK_FALSE(is_visit_code(wrong));
    }
}

TEST_CASE("a letter's QR is read whatever the scanner does to the letter case, and nothing else is") {
    const auto letter = read_letter("FK1.00005724.0123456789ABC");
    REQUIRE(letter);
    CHECK(letter->visit_code == "00005724");
    CHECK(letter->qr_key == "0123456789ABC");
    const auto lower = read_letter("fk1.00005724.7zyxwvtsrqpnm");
    REQUIRE(lower);
    CHECK(upper_qr_key(lower->qr_key) == "7ZYXWVTSRQPNM");
    for (const char* wrong : {"", "FK1.00005724.0123456789AB", "FK1.00005724.0123456789ABCD",
                              "FK2.00005724.0123456789ABC", "FK1.00005723.0123456789ABC", "FK1.00005724.0123456789ABI",
                              "FK1.00005724.0123456789ABU", "FK1.00005724.Z123456789ABC", " FK1.00005724.0123456789ABC",
                              "FK1.00005724.0123456789ABC\n", "FK1-00005724-0123456789ABC"}) {
        CHECK_FALSE(read_letter(wrong));
    }
}
