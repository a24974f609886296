#include "crypto/blind_index.hpp"

#include "crypto/length_prefix.hpp"

#include <sodium.h>

namespace crypto {

IndexTag blind_index(const IndexKey& key, std::string_view field, std::initializer_list<std::string_view> parts) {
    IndexTag tag;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.expose().data(), key.expose().size(), tag.size());
    auto add = [&state](std::string_view text) {
        const auto prefix = length_prefix(base::bytes_of(text));
        crypto_generichash_update(&state, prefix.data(), prefix.size());
        crypto_generichash_update(&state, base::bytes_of(text).data(), text.size());
    };
    add(field);
    for (const auto part : parts) add(part);
    crypto_generichash_final(&state, tag.data(), tag.size());
    base::wipe(&state, sizeof state);
    return tag;
}

} // namespace crypto
