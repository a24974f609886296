#include "crypto/minisign.hpp"
#include "crypto/minisign_text.hpp"
#include "crypto/text_codes.hpp"

#include <algorithm>
#include <sodium.h>

namespace crypto {

namespace {

// The layout of a secret key file's 158 bytes, as minisign 0.11 writes it.
constexpr std::size_t salt_and_limits_size = 32 + 8 + 8;
constexpr std::size_t key_id_at = 2 + 2 + 2 + salt_and_limits_size;
constexpr std::size_t seed_at = key_id_at + 8;
constexpr std::size_t point_at = seed_at + 32;
constexpr std::size_t checksum_at = point_at + 32;
constexpr std::size_t secret_key_size = checksum_at + 32;
constexpr std::string_view plain_algorithms("Ed\0\0B2", 6);   // Ed25519, no password, BLAKE2b checksum
constexpr std::string_view encrypted_algorithms("EdScB2", 6); // the same behind scrypt
constexpr std::size_t public_key_size = 2 + 8 + 32;

base::Error refused(std::string_view which, std::string_view why) {
    return base::call_staff("minisign " + std::string(which) + " key: " + std::string(why));
}

std::array<std::uint8_t, 32> point_of(const Key<SigningSeedRole>& seed) {
    std::array<std::uint8_t, 32> point;
    std::array<std::uint8_t, 64> secret;
    crypto_sign_seed_keypair(point.data(), secret.data(), seed.expose().data());
    base::wipe(secret.data(), secret.size());
    return point;
}

// minisign itself leaves the checksum at zero where there is no password; its relatives fill it in.
bool has_good_checksum(ByteView bytes) {
    const ByteView found = bytes.subspan(checksum_at);
    if (std::all_of(found.begin(), found.end(), [](std::uint8_t byte) { return byte == 0; })) return true;
    std::array<std::uint8_t, 32> expected;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, expected.size());
    crypto_generichash_update(&state, bytes.data(), 2);
    crypto_generichash_update(&state, bytes.data() + key_id_at, checksum_at - key_id_at);
    crypto_generichash_final(&state, expected.data(), expected.size());
    base::wipe(&state, sizeof state);
    return std::equal(expected.begin(), expected.end(), found.begin());
}

Result<Secret> key_bytes(std::string_view file_text) {
    const auto lines = split_lines(file_text);
    if (lines.size() != 2 || !lines[0].starts_with(untrusted_prefix)) {
        return refused("secret", "needs a line 'untrusted comment: …' and a line of base64");
    }
    auto bytes = from_base64(lines[1], Base64Padding::equals_signs);
    if (bytes.is_error()) return refused("secret", "line 2 is not canonical base64");
    Secret kept(bytes.value());
    base::wipe(bytes.value().data(), bytes.value().size());
    return kept;
}

} // namespace

std::string key_id_text(const std::array<std::uint8_t, 8>& key_id) {
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;) number = number << 8 | key_id[i];
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%llX", static_cast<unsigned long long>(number));
    return text.data();
}

Result<VerifyingKey> VerifyingKey::parse(std::string_view text) {
    auto lines = split_lines(text);
    if (lines.size() == 2 && lines[0].starts_with(untrusted_prefix)) lines.erase(lines.begin());
    if (lines.size() != 1) return refused("public", "needs one line of base64, with or without a comment before it");
    const auto bytes = from_base64(lines[0], Base64Padding::equals_signs);
    if (bytes.is_error() || bytes.value().size() != public_key_size ||
        base::text_of(bytes.value()).substr(0, 2) != "Ed") {
        return refused("public", "not 42 bytes of base64 that begin with Ed");
    }
    VerifyingKey key;
    std::copy_n(bytes.value().begin() + 2, key.key_id_.size(), key.key_id_.begin());
    std::copy_n(bytes.value().begin() + 10, key.point_.size(), key.point_.begin());
    return key;
}

std::string VerifyingKey::text() const {
    Bytes bytes{'E', 'd'};
    bytes.insert(bytes.end(), key_id_.begin(), key_id_.end());
    bytes.insert(bytes.end(), point_.begin(), point_.end());
    return to_base64(bytes, Base64Padding::equals_signs);
}

std::string VerifyingKey::file_text() const {
    return comment_line(untrusted_prefix, "minisign public key " + key_id_text(key_id_)) + text() + '\n';
}

SigningKey SigningKey::generate() {
    std::array<std::uint8_t, 8> key_id;
    randombytes_buf(key_id.data(), key_id.size());
    return {Key<SigningSeedRole>::generate(), key_id};
}

Result<SigningKey> SigningKey::parse(std::string_view file_text) {
    const Secret bytes = TRY(key_bytes(file_text));
    const std::string_view algorithms = bytes.text().substr(0, plain_algorithms.size());
    if (bytes.size() == secret_key_size && algorithms == encrypted_algorithms) {
        return refused("secret", "it asks for a password; make one without (minisign -G -W)");
    }
    if (bytes.size() != secret_key_size || algorithms != plain_algorithms) {
        return refused("secret", "not 158 bytes of an Ed25519 key without a password");
    }
    std::array<std::uint8_t, 8> key_id;
    std::copy_n(bytes.view().begin() + key_id_at, key_id.size(), key_id.begin());
    auto seed = TRY(Key<SigningSeedRole>::from(bytes.view().subspan(seed_at, 32)));
    const auto point = point_of(seed);
    if (!std::equal(point.begin(), point.end(), bytes.view().begin() + point_at) || !has_good_checksum(bytes.view())) {
        return refused("secret", "damaged, its parts do not belong together");
    }
    return SigningKey(std::move(seed), key_id);
}

Secret SigningKey::file_text() const {
    Secret bytes;
    bytes.append(plain_algorithms);
    bytes.resize(key_id_at);
    bytes.append(key_id_);
    bytes.append(seed_.expose());
    bytes.append(point_of(seed_));
    bytes.resize(secret_key_size);
    std::string line = to_base64(bytes.view(), Base64Padding::equals_signs);
    Secret file;
    file.append(comment_line(untrusted_prefix, "minisign encrypted secret key"));
    file.append(line);
    file.append("\n");
    base::wipe(line.data(), line.size());
    return file;
}

VerifyingKey SigningKey::verifying_key() const {
    VerifyingKey key;
    key.key_id_ = key_id_;
    key.point_ = point_of(seed_);
    return key;
}

} // namespace crypto
