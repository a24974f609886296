#include "crypto/age_payload.hpp"

#include "crypto/derivation.hpp"

#include <sodium.h>

namespace crypto {

namespace {

static_assert(age_tag_size == crypto_aead_chacha20poly1305_ietf_ABYTES);

enum class ChunkPlace { before_others, last };
using ChunkNonce = std::array<std::uint8_t, crypto_aead_chacha20poly1305_ietf_NPUBBYTES>;

// 11 bytes of big-endian number and one that marks the last chunk.
ChunkNonce nonce_of(std::uint64_t number, ChunkPlace place) {
    ChunkNonce nonce{};
    for (std::size_t i = 0; i < 8; ++i) nonce[10 - i] = static_cast<std::uint8_t>(number >> 8 * i);
    nonce[11] = place == ChunkPlace::last ? 1 : 0;
    return nonce;
}

bool open_chunk(const AgePayloadKey& key, std::uint64_t number, ChunkPlace place, ByteView sealed, Secret& plaintext) {
    return crypto_aead_chacha20poly1305_ietf_decrypt(plaintext.bytes().data(), nullptr, nullptr, sealed.data(),
                                                     sealed.size(), nullptr, 0, nonce_of(number, place).data(),
                                                     key.expose().data()) == 0;
}

} // namespace

AgePayloadKey derive_payload_key(const Secret& file_key, ByteView nonce) {
    return AgePayloadKey(hkdf_sha256_key(file_key.view(), nonce, "payload"));
}

Result<void> seal_age_payload(const AgePayloadKey& key, SourceReader& plaintext, Sink& sealed) {
    Secret chunk(age_chunk_size);
    Bytes out(age_chunk_size + age_tag_size);
    for (std::uint64_t number = 0;; ++number) {
        const std::size_t size = TRY(plaintext.fill(chunk.bytes()));
        const ChunkPlace place = TRY(plaintext.is_at_end()) ? ChunkPlace::last : ChunkPlace::before_others;
        crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), nullptr, chunk.view().data(), size, nullptr, 0, nullptr,
                                                  nonce_of(number, place).data(), key.expose().data());
        TRY(sealed.write(ByteView(out).first(size + age_tag_size)));
        if (place == ChunkPlace::last) return {};
    }
}

Result<void> AgePayloadOpener::open(std::uint64_t first_chunk, SourceReader& sealed, Sink& plaintext,
                                    AgeFailure& failure) {
    auto fail = [&failure](const char* words) {
        failure = AgeFailure::payload;
        return base::call_staff(words);
    };
    for (std::uint64_t number = first_chunk;; ++number) {
        const std::size_t size = TRY(sealed.fill(chunk_));
        if (size < age_tag_size) return fail("age file: cut off, its last chunk is missing");
        const ByteView piece = ByteView(chunk_).first(size);
        const ByteView content = opened_.view().first(size - age_tag_size);
        const bool is_at_end = TRY(sealed.is_at_end());
        const ChunkPlace place = is_at_end ? ChunkPlace::last : ChunkPlace::before_others;
        if (open_chunk(key_, number, place, piece, opened_)) {
            if (is_at_end && content.empty() && number > 0) return fail("age file: an empty chunk after others");
            TRY(plaintext.write(content));
            if (is_at_end) return {};
            continue;
        }
        // A full chunk may be authentic and yet stand where it must not; age releases it before it fails.
        const ChunkPlace other = is_at_end ? ChunkPlace::before_others : ChunkPlace::last;
        if (size == chunk_.size() && open_chunk(key_, number, other, piece, opened_)) {
            TRY(plaintext.write(content));
            return fail(is_at_end ? "age file: cut off after a whole chunk" : "age file: more bytes after its end");
        }
        return fail("age file: changed or cut off, a chunk is not authentic");
    }
}

} // namespace crypto
