// Age v1 files (age-encryption.org/v1, C2SP age.md) with X25519 recipients: streaming, constant memory, in 64 KiB
// chunks. Recipients and the identities that open are different types. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

#include <array>
#include <string>
#include <vector>

namespace crypto {

using base::Sink;
using base::Source;

class AgeRecipient {
public:
    // Bech32 with the prefix "age" (BIP 173), all lower or all upper case as BIP 173 says.
    [[nodiscard]] static Result<AgeRecipient> parse(std::string_view text);
    [[nodiscard]] std::string text() const; // "age1…"
    [[nodiscard]] const std::array<std::uint8_t, 32>& point() const { return point_; }

private:
    explicit AgeRecipient(std::array<std::uint8_t, 32> point) : point_(point) {}
    std::array<std::uint8_t, 32> point_;
    friend class AgeIdentity;
};

class AgeIdentity {
public:
    [[nodiscard]] static AgeIdentity generate();
    // "AGE-SECRET-KEY-1…"; surrounding comment lines and blanks of an identity file are the caller's (see parse_file).
    [[nodiscard]] static Result<AgeIdentity> parse(std::string_view text);
    // A file as `age-keygen` writes it: comments, blank lines, one identity a line. Refused with the line's number.
    [[nodiscard]] static Result<std::vector<AgeIdentity>> parse_file(std::string_view text);
    [[nodiscard]] Secret text() const;      // "AGE-SECRET-KEY-1…"
    [[nodiscard]] Secret file_text() const; // "# public key: age1…\nAGE-SECRET-KEY-1…\n"
    [[nodiscard]] AgeRecipient recipient() const;

private:
    explicit AgeIdentity(Key<struct AgeScalarRole> scalar) : scalar_(std::move(scalar)) {}
    Key<struct AgeScalarRole> scalar_;
    friend class AgeHeaderReader;
};

// Seals everything of `plaintext` to all recipients (at least one).
[[nodiscard]] Result<void> age_seal(std::span<const AgeRecipient> recipients, Source& plaintext, Sink& sealed);

// How an age file may fail; the words of the C2SP test vectors.
enum class AgeFailure { none, no_match, hmac, header, payload };

// Opens with any of the identities. On payload failure the sink has had only chunks that were authentic, and the
// caller must throw them away: it may trust what it has only when this returns without error.
// `failure`, if given, tells which way it ended; none with an error means that the source or the sink failed.
[[nodiscard]] Result<void> age_open(std::span<const AgeIdentity> identities, Source& sealed, Sink& plaintext,
                                    AgeFailure* failure = nullptr);

} // namespace crypto
