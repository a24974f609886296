// Visit codes: 8 digits, the last a Damm check digit (H. M. Damm, 2004, the order-10 quasigroup), and the QR of the
// letter, "FK1.<visit_code>.<qr_key>". Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

constexpr int visit_code_digits = 8;
constexpr int qr_key_symbols = 13; // 64 bits in Crockford base32

// 8 ASCII digits with a right check digit.
[[nodiscard]] bool is_visit_code(std::string_view text);
// The check digit of 7 digits.
[[nodiscard]] char damm_check_digit(std::string_view digits);
// 13 symbols of Crockford base32, upper case, without I, L, O, U, the first at most F: no more than 64 bits.
[[nodiscard]] bool is_qr_key(std::string_view text);

struct LetterCode {
    std::string_view visit_code;
    std::string_view qr_key; // as scanned: compare `upper_qr_key` of it
};
// What a scanner read; nothing unless it is exactly FK1.<visit_code>.<qr_key>, any letter case.
[[nodiscard]] std::optional<LetterCode> read_letter(std::string_view scanned);
// The form in which the roster has it; scanners with caps lock on turn the case round.
[[nodiscard]] std::string upper_qr_key(std::string_view qr_key);

} // namespace kiosk
