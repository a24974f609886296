#include "crypto/age_header.hpp"

#include "crypto/digest.hpp"
#include "crypto/text_codes.hpp"

#include <algorithm>
#include <sodium.h>

namespace crypto {

namespace {

constexpr std::string_view version_line = "age-encryption.org/v1";
constexpr std::size_t body_columns = 64;
using Point = std::array<std::uint8_t, 32>;
using Body = std::array<std::uint8_t, age_file_key_size + crypto_aead_chacha20poly1305_ietf_ABYTES>;
// Each wrapping key is used once, so age.md fixes the nonce at zero.
constexpr std::array<std::uint8_t, crypto_aead_chacha20poly1305_ietf_NPUBBYTES> zero_nonce{};

Hmac header_tag(const Secret& file_key, std::string_view text) {
    return hmac_sha256(hkdf_sha256_key(file_key.view(), {}, "header").view(), base::bytes_of(text));
}

// The key between an ephemeral share and a recipient; nothing if they meet in the all-zero secret.
std::optional<GuardedBytes> wrapping_key(ByteView scalar, const Point& other, const Point& share,
                                         const Point& recipient) {
    Point shared;
    if (crypto_scalarmult(shared.data(), scalar.data(), other.data()) != 0) return std::nullopt;
    std::array<std::uint8_t, 64> salt;
    std::copy(recipient.begin(), recipient.end(), std::copy(share.begin(), share.end(), salt.begin()));
    GuardedBytes key = hkdf_sha256_key(shared, salt, "age-encryption.org/v1/X25519");
    base::wipe(shared.data(), shared.size());
    return key;
}

bool is_visible(char letter) { return letter >= 0x21 && letter <= 0x7e; }

// The words of a stanza's first line; nothing if one is empty or holds anything but visible ASCII.
std::vector<std::string_view> split_words(std::string_view line) {
    std::vector<std::string_view> words;
    for (;;) {
        const std::string_view word = line.substr(0, line.find(' '));
        if (word.empty() || !std::all_of(word.begin(), word.end(), is_visible)) return {};
        words.push_back(word);
        if (word.size() == line.size()) return words;
        line.remove_prefix(word.size() + 1);
    }
}

} // namespace

Result<std::string> make_age_header(std::span<const AgeRecipient> recipients, const Secret& file_key) {
    std::string header = std::string(version_line) + '\n';
    for (const auto& recipient : recipients) {
        const GuardedBytes ephemeral = GuardedBytes::random();
        Point share;
        crypto_scalarmult_base(share.data(), ephemeral.view().data());
        const auto key = wrapping_key(ephemeral.view(), recipient.point(), share, recipient.point());
        if (!key) return base::call_staff("an age recipient that nothing can be sealed to: a point of low order");
        Body body;
        crypto_aead_chacha20poly1305_ietf_encrypt(body.data(), nullptr, file_key.view().data(), file_key.size(),
                                                  nullptr, 0, nullptr, zero_nonce.data(), key->view().data());
        header += "-> X25519 " + to_base64(share, Base64Padding::none) + '\n';
        header += to_base64(body, Base64Padding::none) + '\n';
    }
    header += "---";
    const std::string tag = to_base64(header_tag(file_key, header), Base64Padding::none);
    header += ' ' + tag + '\n';
    if (header.size() > age_header_limit) return base::call_staff("too many recipients for one age file");
    return header;
}

base::Error AgeHeaderReader::fail(AgeFailure failure, std::string_view words) {
    failure_ = failure;
    return base::call_staff("age file: " + std::string(words));
}

Result<std::string> AgeHeaderReader::next_line() {
    auto line = TRY(source_.read_line(age_header_limit - text_.size()));
    if (!line || text_.size() + line->size() + 1 > age_header_limit) {
        return fail(AgeFailure::header, "the header does not end, or is larger than 64 KiB");
    }
    text_ += *line;
    text_ += '\n';
    return std::move(*line);
}

Result<void> AgeHeaderReader::parse() {
    if (TRY(next_line()) != version_line) return fail(AgeFailure::header, "does not begin with age-encryption.org/v1");
    bool has_stanza = false;
    for (;;) {
        const std::size_t line_start = text_.size();
        const std::string line = TRY(next_line());
        if (line.starts_with("-> ")) {
            TRY(parse_stanza(std::string_view(line).substr(3)));
            has_stanza = true;
            continue;
        }
        if (!line.starts_with("--- ")) return fail(AgeFailure::header, "a header line is neither stanza nor tag");
        const auto tag = from_base64(std::string_view(line).substr(4), Base64Padding::none);
        if (tag.is_error() || tag.value().size() != tag_.size()) {
            return fail(AgeFailure::header, "the tag of the header is not 32 bytes of base64");
        }
        if (!has_stanza) return fail(AgeFailure::header, "the header names no recipient");
        std::copy(tag.value().begin(), tag.value().end(), tag_.begin());
        text_.resize(line_start + 3); // the tag covers the header up to its own "---"
        return {};
    }
}

Result<void> AgeHeaderReader::parse_stanza(std::string_view line) {
    const auto words = split_words(line);
    if (words.empty()) return fail(AgeFailure::header, "a stanza with an empty or unreadable argument");
    Bytes body;
    for (;;) {
        const std::string body_line = TRY(next_line());
        const auto piece = from_base64(body_line, Base64Padding::none);
        if (body_line.size() > body_columns || piece.is_error()) {
            return fail(AgeFailure::header, "a stanza whose body is not canonical base64 in lines of 64 columns");
        }
        body.insert(body.end(), piece.value().begin(), piece.value().end());
        if (body_line.size() < body_columns) break;
    }
    if (words[0] != "X25519") return {};
    Stanza stanza{};
    if (words.size() != 2 || body.size() != stanza.body.size()) {
        return fail(AgeFailure::header, "an X25519 stanza needs one argument and a body of 32 bytes");
    }
    const auto share = from_base64(words[1], Base64Padding::none);
    if (share.is_error() || share.value().size() != stanza.share.size()) {
        return fail(AgeFailure::header, "the share of an X25519 stanza is not 32 bytes of canonical base64");
    }
    std::copy(share.value().begin(), share.value().end(), stanza.share.begin());
    std::copy(body.begin(), body.end(), stanza.body.begin());
    stanzas_.push_back(stanza);
    return {};
}

Result<Secret> AgeHeaderReader::unwrap() {
    for (const auto& identity : identities_) {
        const AgeRecipient recipient = identity.recipient();
        for (const auto& stanza : stanzas_) {
            const auto key = wrapping_key(identity.scalar_.expose(), stanza.share, stanza.share, recipient.point());
            if (!key) return fail(AgeFailure::header, "the share of an X25519 stanza is a point of low order");
            Secret file_key(age_file_key_size);
            if (crypto_aead_chacha20poly1305_ietf_decrypt(file_key.bytes().data(), nullptr, nullptr, stanza.body.data(),
                                                          stanza.body.size(), nullptr, 0, zero_nonce.data(),
                                                          key->view().data()) == 0) {
                return file_key;
            }
        }
    }
    return fail(AgeFailure::no_match, "was sealed to other recipients, none of our identities opens it");
}

Result<Secret> AgeHeaderReader::read_file_key() {
    TRY(parse());
    Secret file_key = TRY(unwrap());
    if (!are_equal_in_constant_time(header_tag(file_key, text_), tag_)) {
        return fail(AgeFailure::hmac, "the header was changed: its tag is wrong");
    }
    return file_key;
}

} // namespace crypto
