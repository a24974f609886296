// Signatures in minisign's format (jedisct1.github.io/minisign): Ed25519 over a BLAKE2b-512 digest ("ED"), with a
// signed trusted comment. The other, older form that signs the whole file ("Ed") is refused. Any thread.
#pragma once

#include "crypto/guarded_key.hpp"

#include <array>
#include <memory>
#include <string>

namespace crypto {

using base::Source;

class VerifyingKey {
public:
    // The .pub file of minisign (comment line and base64 line), or the base64 line alone.
    [[nodiscard]] static Result<VerifyingKey> parse(std::string_view text);
    [[nodiscard]] std::string text() const;      // the base64 line, no line end
    [[nodiscard]] std::string file_text() const; // with minisign's comment line
    [[nodiscard]] const std::array<std::uint8_t, 8>& key_id() const { return key_id_; }
    [[nodiscard]] const std::array<std::uint8_t, 32>& point() const { return point_; }

private:
    std::array<std::uint8_t, 8> key_id_{};
    std::array<std::uint8_t, 32> point_{};
    friend class SigningKey;
};

// What a signature covers, of a file that comes in pieces.
class FileDigest {
public:
    FileDigest();
    FileDigest(FileDigest&&) noexcept;
    FileDigest& operator=(FileDigest&&) noexcept;
    ~FileDigest();

    void add(ByteView piece);

private:
    friend class SigningKey;
    struct State;
    std::unique_ptr<State> state_;
};

class SigningKey {
public:
    [[nodiscard]] static SigningKey generate();
    // An unencrypted secret key file (minisign -G -W). One that asks for a password is refused, with those words.
    [[nodiscard]] static Result<SigningKey> parse(std::string_view file_text);
    [[nodiscard]] Secret file_text() const;
    [[nodiscard]] VerifyingKey verifying_key() const;

    // The text of a .minisig file. Comments are one line without control characters.
    [[nodiscard]] Result<std::string> sign(Source& file, std::string_view trusted_comment) const;
    // The same for what `file` has been given so far.
    [[nodiscard]] Result<std::string> sign(const FileDigest& file, std::string_view trusted_comment) const;

private:
    [[nodiscard]] std::string sign_digest(const std::array<std::uint8_t, 64>& digest,
                                          std::string_view trusted_comment) const;
    SigningKey(Key<struct SigningSeedRole> seed, std::array<std::uint8_t, 8> key_id)
        : seed_(std::move(seed)), key_id_(key_id) {}
    Key<struct SigningSeedRole> seed_;
    std::array<std::uint8_t, 8> key_id_;
};

// How a signature may fail: not in minisign's form, made with another key, another trusted comment or another file than
// was signed.
enum class SignatureFailure { none, form, key, comment, file };

// The trusted comment, once file, comment and key id have all been checked; else an error that says which did not fit.
// `failure`, if given, tells which; none with an error means that the source failed.
[[nodiscard]] Result<std::string> verify_signature(const VerifyingKey& key, Source& file,
                                                   std::string_view signature_file,
                                                   SignatureFailure* failure = nullptr);
// The same without the file, for a comment that says which file it is. Nothing in that file may be believed yet.
[[nodiscard]] Result<std::string> verify_trusted_comment(const VerifyingKey& key, std::string_view signature_file,
                                                         SignatureFailure* failure = nullptr);

} // namespace crypto
