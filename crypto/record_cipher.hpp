// Seals one record of the database: XChaCha20-Poly1305 (IETF draft-irtf-cfrg-xchacha-03) with a random 24-byte nonce.
// Where the record belongs is a required argument and authenticated, so that a row moved to another place does not
// open. Knows nothing of SQL. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

namespace crypto {

// What is bound to the ciphertext without being kept in it.
struct RecordContext {
    std::string_view table;
    ByteView row_id;
    std::uint32_t schema_version;
};

// How many bytes a padded plaintext is a multiple of (ISO/IEC 7816-4 padding, sodium_pad).
constexpr std::size_t record_padding = 256;
constexpr std::size_t record_overhead = 24 + 16;

// nonce ‖ ciphertext ‖ tag. The plaintext is padded to a multiple of `padding` first, so that its length does not show.
[[nodiscard]] Bytes seal_record(const RecordKey& key, const RecordContext& context, ByteView plaintext,
                                std::size_t padding = record_padding);
// The plaintext without padding. Any change to the bytes, key or context gives an error and releases nothing.
[[nodiscard]] Result<Secret> open_record(const RecordKey& key, const RecordContext& context, ByteView sealed,
                                         std::size_t padding = record_padding);

// The same for keys: a wrapped key is nonce ‖ 32 bytes ‖ tag.
[[nodiscard]] Bytes wrap_key(const WrappingKey& wrapping, const RecordContext& context, const RecordKey& key);
[[nodiscard]] Result<RecordKey> unwrap_key(const WrappingKey& wrapping, const RecordContext& context, ByteView wrapped);
[[nodiscard]] Bytes wrap_key(const StaffWrappingKey& wrapping, const RecordContext& context, const RecordKey& key);
[[nodiscard]] Result<RecordKey> unwrap_key(const StaffWrappingKey& wrapping, const RecordContext& context,
                                           ByteView wrapped);
[[nodiscard]] Bytes wrap_key(const PinKey& wrapping, const RecordContext& context, const RecordKey& key);
[[nodiscard]] Result<RecordKey> unwrap_key(const PinKey& wrapping, const RecordContext& context, ByteView wrapped);

} // namespace crypto
