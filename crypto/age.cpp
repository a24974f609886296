#include "crypto/age.hpp"

#include "crypto/age_header.hpp"
#include "crypto/age_payload.hpp"

#include <sodium.h>

namespace crypto {

Result<void> age_seal(std::span<const AgeRecipient> recipients, Source& plaintext, Sink& sealed) {
    if (recipients.empty()) return base::call_staff("an age file needs at least one recipient");
    Secret file_key(age_file_key_size);
    randombytes_buf(file_key.bytes().data(), file_key.size());
    std::array<std::uint8_t, age_nonce_size> nonce;
    randombytes_buf(nonce.data(), nonce.size());
    const std::string header = TRY(make_age_header(recipients, file_key));
    TRY(sealed.write(base::bytes_of(header)));
    TRY(sealed.write(nonce));
    SourceReader reader(plaintext);
    return seal_age_payload(derive_payload_key(file_key, nonce), reader, sealed);
}

Result<void> age_open(std::span<const AgeIdentity> identities, Source& sealed, Sink& plaintext, AgeFailure* failure) {
    AgeFailure unwanted = AgeFailure::none;
    AgeFailure& how = failure != nullptr ? *failure : unwanted;
    how = AgeFailure::none;
    SourceReader reader(sealed);
    AgeHeaderReader header(reader, identities);
    const auto file_key = header.read_file_key();
    how = header.failure();
    if (file_key.is_error()) return file_key.error();
    std::array<std::uint8_t, age_nonce_size> nonce;
    if (TRY(reader.fill(nonce)) != nonce.size()) {
        // Still a fault of the header: without its nonce there is no payload that could be wrong.
        how = AgeFailure::header;
        return base::call_staff("age file: cut off behind its header");
    }
    AgePayloadOpener payload(derive_payload_key(file_key.value(), nonce));
    return payload.open(0, reader, plaintext, how);
}

} // namespace crypto
