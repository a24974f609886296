#include "crypto/minisign.hpp"

#include "crypto/minisign_text.hpp"
#include "crypto/text_codes.hpp"

#include <algorithm>
#include <sodium.h>

namespace crypto {

namespace {

using Digest = std::array<std::uint8_t, 64>;
constexpr std::size_t signature_size = crypto_sign_BYTES;
constexpr std::size_t signature_line_size = 2 + 8 + signature_size;

base::Error refused(std::string_view why) { return base::call_staff("signature: " + std::string(why)); }

// BLAKE2b-512, begun.
crypto_generichash_state begun() {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, Digest().size());
    return state;
}

Digest finish(crypto_generichash_state& state) {
    Digest digest;
    crypto_generichash_final(&state, digest.data(), digest.size());
    base::wipe(&state, sizeof state);
    return digest;
}

// Of the whole stream, in pieces of 64 KiB.
Result<Digest> digest_of(Source& file) {
    crypto_generichash_state state = begun();
    Secret piece(64 * 1024);
    for (;;) {
        const std::size_t count = TRY(file.read(piece.bytes()));
        if (count == 0) break;
        crypto_generichash_update(&state, piece.view().data(), count);
    }
    return finish(state);
}

// What the second signature covers: the first one, then the trusted comment.
Bytes with_comment(ByteView signature, std::string_view comment) {
    Bytes signed_bytes(signature.begin(), signature.end());
    signed_bytes.insert(signed_bytes.end(), comment.begin(), comment.end());
    return signed_bytes;
}

bool is_signed_by(const VerifyingKey& key, ByteView signature, ByteView message) {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.point().data()) == 0;
}

struct SignatureFile {
    std::string_view trusted_comment;
    Bytes signature; // algorithm, key id, signature of the digest
    Bytes comment_signature;
};

Result<SignatureFile> parse(std::string_view text) {
    const auto lines = split_lines(text);
    if (lines.size() != 4) return refused("a minisign signature has exactly 4 lines");
    if (!lines[0].starts_with(untrusted_prefix) || !is_comment(lines[0])) {
        return refused("line 1 does not begin with 'untrusted comment: ' or is not plain text");
    }
    if (!lines[2].starts_with(trusted_prefix) || !is_comment(lines[2].substr(trusted_prefix.size()))) {
        return refused("line 3 does not begin with 'trusted comment: ' or is not plain text");
    }
    auto signature = from_base64(lines[1], Base64Padding::equals_signs);
    if (signature.is_error() || signature.value().size() != signature_line_size) {
        return refused("line 2 is not 74 bytes of base64");
    }
    auto comment_signature = from_base64(lines[3], Base64Padding::equals_signs);
    if (comment_signature.is_error() || comment_signature.value().size() != signature_size) {
        return refused("line 4 is not 64 bytes of base64");
    }
    return SignatureFile{lines[2].substr(trusted_prefix.size()), signature.release_value(),
                         comment_signature.release_value()};
}

ByteView signature_of(const SignatureFile& file) { return ByteView(file.signature).subspan(10); }

Result<void> must_be_comment(std::string_view text) {
    if (is_comment(text)) return {};
    return base::call_staff("signing: a trusted comment is one line of at most 8000 bytes of plain text");
}

void note(SignatureFailure* failure, SignatureFailure what) {
    if (failure != nullptr) *failure = what;
}

// Everything but the file itself.
Result<SignatureFile> parse_and_check(const VerifyingKey& key, std::string_view signature_file,
                                      SignatureFailure* failure) {
    note(failure, SignatureFailure::form);
    SignatureFile found = TRY(parse(signature_file));
    const ByteView line = found.signature;
    const std::string_view algorithm = base::text_of(line.first(2));
    if (algorithm == "Ed") {
        return refused("made in minisign's older form without a digest; sign with minisign -H");
    }
    if (algorithm != "ED") return refused("of an unknown kind, only Ed25519 with BLAKE2b is read");
    std::array<std::uint8_t, 8> key_id;
    std::copy_n(line.begin() + 2, key_id.size(), key_id.begin());
    if (key_id != key.key_id()) {
        note(failure, SignatureFailure::key);
        return refused("made with key " + key_id_text(key_id) + ", but key " + key_id_text(key.key_id()) +
                       " is expected");
    }
    if (!is_signed_by(key, found.comment_signature, with_comment(signature_of(found), found.trusted_comment))) {
        note(failure, SignatureFailure::comment);
        return refused("its trusted comment was changed");
    }
    note(failure, SignatureFailure::none);
    return found;
}

} // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
    }
    return lines;
}

std::string comment_line(std::string_view prefix, std::string_view comment) {
    std::string line(prefix);
    line += comment;
    line += '\n';
    return line;
}

bool is_comment(std::string_view text) {
    auto is_control = [](char letter) { return (letter >= 0 && letter < ' ') || letter == '\x7f'; };
    // minisign's own default comment parts its fields with tabs.
    return text.size() <= longest_trusted_comment &&
           std::none_of(text.begin(), text.end(), [&](char letter) { return is_control(letter) && letter != '\t'; });
}

struct FileDigest::State {
    crypto_generichash_state running = begun();
    ~State() { base::wipe(&running, sizeof running); }
};

FileDigest::FileDigest() : state_(std::make_unique<State>()) {}
FileDigest::FileDigest(FileDigest&&) noexcept = default;
FileDigest& FileDigest::operator=(FileDigest&&) noexcept = default;
FileDigest::~FileDigest() = default;

void FileDigest::add(ByteView piece) { crypto_generichash_update(&state_->running, piece.data(), piece.size()); }

Result<std::string> SigningKey::sign(Source& file, std::string_view trusted_comment) const {
    TRY(must_be_comment(trusted_comment));
    return sign_digest(TRY(digest_of(file)), trusted_comment);
}

Result<std::string> SigningKey::sign(const FileDigest& file, std::string_view trusted_comment) const {
    TRY(must_be_comment(trusted_comment));
    crypto_generichash_state state = file.state_->running;
    return sign_digest(finish(state), trusted_comment);
}

std::string SigningKey::sign_digest(const std::array<std::uint8_t, 64>& digest,
                                    std::string_view trusted_comment) const {
    std::array<std::uint8_t, 32> point;
    std::array<std::uint8_t, 64> secret;
    crypto_sign_seed_keypair(point.data(), secret.data(), seed_.expose().data());
    std::array<std::uint8_t, signature_size> signature;
    crypto_sign_detached(signature.data(), nullptr, digest.data(), digest.size(), secret.data());
    const Bytes commented = with_comment(signature, trusted_comment);
    std::array<std::uint8_t, signature_size> comment_signature;
    crypto_sign_detached(comment_signature.data(), nullptr, commented.data(), commented.size(), secret.data());
    base::wipe(secret.data(), secret.size());

    Bytes line{'E', 'D'};
    line.insert(line.end(), key_id_.begin(), key_id_.end());
    line.insert(line.end(), signature.begin(), signature.end());
    return comment_line(untrusted_prefix, "signature from minisign secret key") +
           to_base64(line, Base64Padding::equals_signs) + '\n' + comment_line(trusted_prefix, trusted_comment) +
           to_base64(comment_signature, Base64Padding::equals_signs) + '\n';
}

Result<std::string> verify_trusted_comment(const VerifyingKey& key, std::string_view signature_file,
                                           SignatureFailure* failure) {
    const SignatureFile found = TRY(parse_and_check(key, signature_file, failure));
    return std::string(found.trusted_comment);
}

Result<std::string> verify_signature(const VerifyingKey& key, Source& file, std::string_view signature_file,
                                     SignatureFailure* failure) {
    const SignatureFile found = TRY(parse_and_check(key, signature_file, failure));
    const Digest digest = TRY(digest_of(file));
    if (!is_signed_by(key, signature_of(found), digest)) {
        note(failure, SignatureFailure::file);
        return refused("the file was changed after signing");
    }
    return std::string(found.trusted_comment);
}

} // namespace crypto
