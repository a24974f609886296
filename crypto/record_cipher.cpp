#include "crypto/record_cipher.hpp"

#include "crypto/length_prefix.hpp"

#include <algorithm>
#include <sodium.h>

namespace crypto {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES == record_overhead);

Bytes encode(const RecordContext& context) {
    Bytes encoded;
    auto add = [&encoded](ByteView bytes) { encoded.insert(encoded.end(), bytes.begin(), bytes.end()); };
    for (const ByteView value : {base::bytes_of(context.table), context.row_id}) {
        add(length_prefix(value));
        add(value);
    }
    add(little_endian(context.schema_version));
    return encoded;
}

base::Error does_not_open(const RecordContext& context) {
    return base::call_staff("table " + std::string(context.table) +
                            ": a sealed record does not open: it was changed, moved, or sealed under another key");
}

Bytes seal(ByteView key, const RecordContext& context, ByteView plaintext) {
    const Bytes bound = encode(context);
    Bytes sealed(record_overhead + plaintext.size());
    randombytes_buf(sealed.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_size, nullptr, plaintext.data(), plaintext.size(),
                                               bound.data(), bound.size(), nullptr, sealed.data(), key.data());
    return sealed;
}

// `plaintext` must hold sealed.size() - record_overhead bytes; it is zero after a failure.
bool open(ByteView key, const RecordContext& context, ByteView sealed, std::span<std::uint8_t> plaintext) {
    const Bytes bound = encode(context);
    const ByteView body = sealed.subspan(nonce_size);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext.data(), nullptr, nullptr, body.data(), body.size(),
                                                      bound.data(), bound.size(), sealed.data(), key.data()) == 0;
}

Result<RecordKey> unwrap(ByteView wrapping, const RecordContext& context, ByteView wrapped) {
    std::array<std::uint8_t, GuardedBytes::size> bytes{};
    if (wrapped.size() != record_overhead + bytes.size()) return does_not_open(context);
    if (!open(wrapping, context, wrapped, bytes)) return does_not_open(context);
    auto key = RecordKey::from(bytes);
    base::wipe(bytes.data(), bytes.size());
    return key;
}

} // namespace

Bytes seal_record(const RecordKey& key, const RecordContext& context, ByteView plaintext, std::size_t padding) {
    base::invariant(padding > 0, "records are padded to a multiple of at least one byte");
    // ISO/IEC 7816-4 always adds at least one byte.
    Secret padded((plaintext.size() / padding + 1) * padding);
    std::copy(plaintext.begin(), plaintext.end(), padded.bytes().begin());
    std::size_t padded_size = 0;
    const int failure =
        sodium_pad(&padded_size, padded.bytes().data(), plaintext.size(), padding, padded.bytes().size());
    base::invariant(failure == 0 && padded_size == padded.size(), "a record can be padded");
    return seal(key.expose(), context, padded.view());
}

Result<Secret> open_record(const RecordKey& key, const RecordContext& context, ByteView sealed, std::size_t padding) {
    base::invariant(padding > 0, "records are padded to a multiple of at least one byte");
    if (sealed.size() <= record_overhead) return does_not_open(context);
    Secret plaintext(sealed.size() - record_overhead);
    if (!open(key.expose(), context, sealed, plaintext.bytes())) return does_not_open(context);
    std::size_t size = 0;
    if (sodium_unpad(&size, plaintext.view().data(), plaintext.size(), padding) != 0) return does_not_open(context);
    plaintext.resize(size);
    return plaintext;
}

Bytes wrap_key(const WrappingKey& wrapping, const RecordContext& context, const RecordKey& key) {
    return seal(wrapping.expose(), context, key.expose());
}

Result<RecordKey> unwrap_key(const WrappingKey& wrapping, const RecordContext& context, ByteView wrapped) {
    return unwrap(wrapping.expose(), context, wrapped);
}

Bytes wrap_key(const StaffWrappingKey& wrapping, const RecordContext& context, const RecordKey& key) {
    return seal(wrapping.expose(), context, key.expose());
}

Result<RecordKey> unwrap_key(const StaffWrappingKey& wrapping, const RecordContext& context, ByteView wrapped) {
    return unwrap(wrapping.expose(), context, wrapped);
}

Bytes wrap_key(const PinKey& wrapping, const RecordContext& context, const RecordKey& key) {
    return seal(wrapping.expose(), context, key.expose());
}

Result<RecordKey> unwrap_key(const PinKey& wrapping, const RecordContext& context, ByteView wrapped) {
    return unwrap(wrapping.expose(), context, wrapped);
}

} // namespace crypto
