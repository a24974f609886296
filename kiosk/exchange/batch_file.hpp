// One batch as a file: lines, zstd, padding, age, minisign (DESIGN section 4, "Batch"). Made and opened in memory, as
// a batch is small. Knows no folder and no ledger; the sealer decides when, the agency what to trust. Any thread.
#pragma once

#include "crypto/age.hpp"
#include "crypto/minisign.hpp"
#include "kiosk/exchange/batch_header.hpp"

#include <optional>
#include <span>

namespace kiosk {

// A batch is closed when it has this many records or bytes of lines, so that both ends can hold it in memory.
constexpr std::size_t batch_records_most = 5000;
constexpr std::size_t batch_plain_most = 4 * 1024 * 1024;
// What the inside of the age file is a multiple of, so that its size tells little.
constexpr std::size_t batch_padding = 4096;
// More than any kiosk makes: refused unread.
constexpr std::size_t batch_sealed_most = 64 * 1024 * 1024;
constexpr std::size_t batch_opened_most = 256 * 1024 * 1024;
constexpr std::size_t signature_most = 4096;

struct SealedBatch {
    base::Bytes sealed;    // the .age file
    std::string signature; // the text of its .minisig file
    std::string sha256;    // of the .age file, 64 hex digits
};

// `lines` are records without line ends; their count must be the header's.
[[nodiscard]] base::Result<SealedBatch> seal_batch(const BatchHeader& header, std::span<const base::Secret> lines,
                                                   std::span<const crypto::AgeRecipient> recipients,
                                                   const crypto::SigningKey& signing);

// Signature, trusted comment and file name agree with each other and with the file. Errors say which does not.
// Gives the trusted comment.
[[nodiscard]] base::Result<std::string> check_batch_signature(const crypto::VerifyingKey& signer,
                                                              const std::string& file_name, base::ByteView sealed,
                                                              std::string_view signature);
// The age layer alone.
[[nodiscard]] base::Result<base::Secret> open_age_layer(std::span<const crypto::AgeIdentity> identities,
                                                        base::ByteView sealed);

struct OpenedBatch {
    BatchHeader header;
    base::Secret text; // header and records, each with its line end
};
// Everything inside is read and checked: header, count, each record by its type. `trusted_comment`, where there is
// one, must be the header's own.
[[nodiscard]] base::Result<OpenedBatch> open_batch(std::span<const crypto::AgeIdentity> identities,
                                                   base::ByteView sealed,
                                                   const std::optional<std::string>& trusted_comment);

} // namespace kiosk
