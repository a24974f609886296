#include "crypto/text_codes.hpp"

#include <algorithm>

namespace crypto {

namespace {

constexpr std::string_view symbols = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksum_size = 6;

// The checksum of BIP 173, fed one 5-bit value at a time.
class Checksum {
public:
    explicit Checksum(std::string_view prefix) {
        for (const char letter : prefix) add(static_cast<std::uint8_t>(letter >> 5));
        add(0);
        for (const char letter : prefix) add(letter & 31);
    }
    void add(std::uint32_t value) {
        constexpr std::array<std::uint32_t, 5> generator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        const std::uint32_t top = state_ >> 25;
        state_ = (state_ & 0x1ffffff) << 5 ^ value;
        for (std::size_t i = 0; i < generator.size(); ++i) {
            if ((top >> i & 1) != 0) state_ ^= generator[i];
        }
    }
    [[nodiscard]] std::uint32_t state() const { return state_; }

private:
    std::uint32_t state_ = 1;
};

bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
char lower_of(char letter) { return is_upper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter; }

} // namespace

Secret to_bech32(std::string_view prefix, ByteView bytes) {
    Secret text(prefix.size() + 1 + (bytes.size() * 8 + 4) / 5 + checksum_size);
    auto place = text.bytes().begin();
    auto put = [&place](char symbol) { *place++ = static_cast<std::uint8_t>(symbol); };
    for (const char letter : prefix) put(letter);
    put('1');
    Checksum checksum(prefix);
    std::uint32_t waiting = 0;
    int waiting_bits = 0;
    auto put_value = [&](std::uint32_t value) {
        checksum.add(value);
        put(symbols[value]);
    };
    for (const auto byte : bytes) {
        waiting = (waiting << 8 | byte) & 0xfff;
        for (waiting_bits += 8; waiting_bits >= 5;) put_value(waiting >> (waiting_bits -= 5) & 31);
    }
    if (waiting_bits > 0) put_value(waiting << (5 - waiting_bits) & 31);
    for (std::size_t i = 0; i < checksum_size; ++i) checksum.add(0);
    const std::uint32_t end = checksum.state() ^ 1;
    for (int shift = 25; shift >= 0; shift -= 5) put(symbols[end >> shift & 31]);
    return text;
}

Result<void> from_bech32(std::string_view prefix, std::string_view text, std::span<std::uint8_t, 32> into) {
    std::fill(into.begin(), into.end(), std::uint8_t{0});
    constexpr std::size_t value_count = (32 * 8 + 4) / 5;
    if (text.size() != prefix.size() + 1 + value_count + checksum_size) {
        return base::ask_again("a key of the wrong length");
    }
    if (std::any_of(text.begin(), text.end(), is_lower) && std::any_of(text.begin(), text.end(), is_upper)) {
        return base::ask_again("a key with both capital and small letters");
    }
    for (std::size_t i = 0; i <= prefix.size(); ++i) {
        if (lower_of(text[i]) != (i < prefix.size() ? prefix[i] : '1')) {
            return base::ask_again("a key that does not begin with " + std::string(prefix) + "1");
        }
    }
    auto refuse = [&](const char* why) {
        base::wipe(into.data(), into.size());
        return base::ask_again(why);
    };
    Checksum checksum(prefix);
    std::uint32_t waiting = 0;
    int waiting_bits = 0;
    auto place = into.begin();
    for (std::size_t i = 0; i < value_count + checksum_size; ++i) {
        const std::size_t value = symbols.find(lower_of(text[prefix.size() + 1 + i]));
        if (value == std::string_view::npos) return refuse("a key with a character that Bech32 does not have");
        checksum.add(static_cast<std::uint32_t>(value));
        if (i >= value_count) continue;
        waiting = (waiting << 5 | static_cast<std::uint32_t>(value)) & 0xfff;
        waiting_bits += 5;
        if (waiting_bits >= 8) *place++ = static_cast<std::uint8_t>(waiting >> (waiting_bits -= 8));
    }
    if (checksum.state() != 1) return refuse("a key with a typing mistake: its checksum is wrong");
    if ((waiting & ((1u << waiting_bits) - 1)) != 0) return refuse("a key whose unused bits are not zero");
    return {};
}

} // namespace crypto
