#include "crypto/text_codes.hpp"

#include <sodium.h>

namespace crypto {

namespace {

int variant_of(Base64Padding padding) {
    return padding == Base64Padding::none ? sodium_base64_VARIANT_ORIGINAL_NO_PADDING : sodium_base64_VARIANT_ORIGINAL;
}

} // namespace

std::string to_base64(ByteView bytes, Base64Padding padding) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant_of(padding)), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant_of(padding));
    text.pop_back(); // libsodium ends its text with a zero byte
    return text;
}

Result<Bytes> from_base64(std::string_view text, Base64Padding padding) {
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                          variant_of(padding)) != 0) {
        return base::ask_again("not canonical base64");
    }
    bytes.resize(size);
    return bytes;
}

} // namespace crypto
