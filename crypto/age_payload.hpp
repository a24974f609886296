// The payload of an age file (C2SP age.md, "Payload"): ChaCha20-Poly1305 in chunks of 64 KiB, each numbered and the
// last one marked, so that chunks cannot be moved, dropped or added. For crypto/ only. One thread.
#pragma once

#include "crypto/age.hpp"
#include "crypto/source_reader.hpp"

namespace crypto {

constexpr std::size_t age_chunk_size = 64 * 1024;
constexpr std::size_t age_tag_size = 16;
constexpr std::size_t age_nonce_size = 16;

using AgePayloadKey = Key<struct AgePayloadRole>;

// `nonce` is the 16 bytes between header and chunks.
[[nodiscard]] AgePayloadKey derive_payload_key(const Secret& file_key, ByteView nonce);

[[nodiscard]] Result<void> seal_age_payload(const AgePayloadKey& key, SourceReader& plaintext, Sink& sealed);

// Keeps its two buffers of one chunk between files.
class AgePayloadOpener {
public:
    explicit AgePayloadOpener(AgePayloadKey key) : key_(std::move(key)) {}

    // Opens the chunks from number `first_chunk` on; whole files begin with 0, tests begin where a change can matter.
    // `failure` is only set when the payload is wrong, not when source or sink fail.
    [[nodiscard]] Result<void> open(std::uint64_t first_chunk, SourceReader& sealed, Sink& plaintext,
                                    AgeFailure& failure);

private:
    AgePayloadKey key_;
    Bytes chunk_ = Bytes(age_chunk_size + age_tag_size);
    Secret opened_ = Secret(age_chunk_size);
};

} // namespace crypto
