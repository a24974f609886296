// The header of an age file (C2SP age.md, "Header" and "X25519 recipient stanza"): who may open the file key, and the
// tag over it all. The payload is age_payload.hpp's. For crypto/ only. One thread.
#pragma once

#include "crypto/age.hpp"
#include "crypto/derivation.hpp"
#include "crypto/source_reader.hpp"

namespace crypto {

constexpr std::size_t age_file_key_size = 16;
// age.md sets no limit; this one holds more than 500 recipients and stops a file that never ends its header.
constexpr std::size_t age_header_limit = 64 * 1024;

// The whole header with its tag, up to where the payload begins.
[[nodiscard]] Result<std::string> make_age_header(std::span<const AgeRecipient> recipients, const Secret& file_key);

class AgeHeaderReader {
public:
    AgeHeaderReader(SourceReader& source, std::span<const AgeIdentity> identities)
        : source_(source), identities_(identities) {}

    // Reads the header, opens the file key with the first identity that fits and checks the tag.
    [[nodiscard]] Result<Secret> read_file_key();
    // Why it failed; none if the source itself did.
    [[nodiscard]] AgeFailure failure() const { return failure_; }

private:
    struct Stanza {
        std::array<std::uint8_t, 32> share;
        std::array<std::uint8_t, 32> body;
    };

    [[nodiscard]] Result<void> parse();
    [[nodiscard]] Result<void> parse_stanza(std::string_view line);
    [[nodiscard]] Result<Secret> unwrap();
    [[nodiscard]] Result<std::string> next_line();
    [[nodiscard]] base::Error fail(AgeFailure failure, std::string_view words);

    SourceReader& source_;
    std::span<const AgeIdentity> identities_;
    std::string text_;            // what the tag covers
    std::vector<Stanza> stanzas_; // only those of type X25519
    Hmac tag_{};
    AgeFailure failure_ = AgeFailure::none;
};

} // namespace crypto
