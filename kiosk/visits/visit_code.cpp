#include "kiosk/visits/visit_code.hpp"

#include <algorithm>
#include <array>

namespace kiosk {

namespace {

// The totally anti-symmetric quasigroup of order 10 of Damm's thesis; its diagonal is zero.
constexpr std::array<std::string_view, 10> damm_rows{"0317598642", "7092154863", "4206871359", "1750983426",
                                                     "6123045978", "3674209581", "5869720134", "8945362017",
                                                     "9438617205", "2581436790"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

} // namespace

char damm_check_digit(std::string_view digits) {
    char interim = '0';
    for (const char digit : digits) {
        interim = damm_rows[static_cast<std::size_t>(interim - '0')][static_cast<std::size_t>(digit - '0')];
    }
    return interim;
}

bool is_visit_code(std::string_view text) {
    // A right check digit brings the interim digit back to zero, whatever the digits before it.
    return text.size() == visit_code_digits && std::all_of(text.begin(), text.end(), is_digit) &&
           damm_check_digit(text) == '0';
}

bool is_qr_key(std::string_view text) {
    constexpr std::string_view symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    return text.size() == qr_key_symbols && text.find_first_not_of(symbols) == std::string_view::npos &&
           symbols.find(text.front()) < 16;
}

std::string upper_qr_key(std::string_view qr_key) {
    std::string key(qr_key);
    std::transform(key.begin(), key.end(), key.begin(), upper);
    return key;
}

std::optional<LetterCode> read_letter(std::string_view scanned) {
    constexpr std::size_t size = 4 + visit_code_digits + 1 + qr_key_symbols;
    if (scanned.size() != size || upper(scanned[0]) != 'F' || upper(scanned[1]) != 'K' || scanned[2] != '1' ||
        scanned[3] != '.' || scanned[4 + visit_code_digits] != '.') {
        return std::nullopt;
    }
    const LetterCode letter{scanned.substr(4, visit_code_digits), scanned.substr(4 + visit_code_digits + 1)};
    if (!is_visit_code(letter.visit_code) || !is_qr_key(upper_qr_key(letter.qr_key))) return std::nullopt;
    return letter;
}

} // namespace kiosk
