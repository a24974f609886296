#include "crypto/minisign.hpp"
#include "crypto/text_codes.hpp"
#include "tests/crypto/streams.hpp"

#include <doctest/doctest.h>
#include <type_traits>

using namespace crypto;

namespace {

constexpr std::string_view comment = "family-kiosk-batch v=1 kiosk=k site=s epoch=0123abcd seq=0000000001 prev=00";

std::string sign(const SigningKey& key, std::string_view file, std::string_view trusted_comment = comment) {
    base::MemorySource source(base::bytes_of(file));
    return key.sign(source, trusted_comment).release_value();
}

// The trusted comment, or "refused: " and why.
std::string verify(const VerifyingKey& key, std::string_view file, std::string_view signature) {
    base::MemorySource source(base::bytes_of(file));
    const auto result = verify_signature(key, source, signature);
    return result.is_error() ? "refused: " + result.error().message : result.value();
}

bool is_refused(const VerifyingKey& key, std::string_view file, std::string_view signature) {
    return verify(key, file, signature).starts_with("refused: ");
}

} // namespace

TEST_CASE("a signature verifies and gives back its trusted comment") {
    const auto key = SigningKey::generate();
    for (const std::size_t size : {0u, 1u, 127u, 128u, 65536u, 65537u, 300000u}) {
        const Bytes file = support::pattern(size);
        CHECK(verify(key.verifying_key(), base::text_of(file), sign(key, base::text_of(file))) == comment);
    }
    CHECK(verify(key.verifying_key(), "file", sign(key, "file", "")) == "");
}

TEST_CASE("a file that comes in pieces is signed as if it came at once, also while more of it is to come") {
    const auto key = SigningKey::generate();
    const Bytes file = support::pattern(1000);
    const std::string_view text = base::text_of(file);
    FileDigest digest;
    CHECK(key.sign(digest, comment).release_value() == sign(key, ""));
    for (const std::size_t at : {0u, 300u, 301u, 800u}) {
        const std::size_t end = at == 0 ? 300 : at == 300 ? 301 : at == 301 ? 800 : 1000;
        digest.add(base::ByteView(file).subspan(at, end - at));
        CHECK(key.sign(digest, comment).release_value() == sign(key, text.substr(0, end)));
    }
    CHECK(key.sign(digest, "two\nlines").is_error());
}

TEST_CASE("a changed file is refused") {
    const auto key = SigningKey::generate();
    const std::string signature = sign(key, "a file to sign");
    for (const char* changed : {"a file to sigm", "a file to sig", "a file to sign\n", "", "A file to sign"}) {
        CHECK(verify(key.verifying_key(), changed, signature) ==
              "refused: signature: the file was changed after signing");
    }
}

TEST_CASE("every changed, missing or added character of a signature file is refused, but for the untrusted comment") {
    const auto key = SigningKey::generate();
    const std::string signature = sign(key, "file");
    const std::size_t untrusted_start = std::string_view("untrusted comment: ").size();
    const std::size_t untrusted_end = signature.find('\n');
    for (std::size_t i = 0; i < signature.size(); ++i) {
        CAPTURE(i);
        const bool is_untrusted = i >= untrusted_start && i < untrusted_end;
        std::string changed = signature;
        changed[i] = changed[i] == 'x' ? 'y' : 'x';
        // Without its last line end a file is still the same four lines.
        if (i + 1 < signature.size()) CHECK(is_refused(key.verifying_key(), "file", changed) == !is_untrusted);
        changed = signature;
        changed.erase(i, 1);
        if (i + 1 < signature.size()) CHECK(is_refused(key.verifying_key(), "file", changed) == !is_untrusted);
        changed = signature;
        changed.insert(i, 1, '\n');
        CHECK(is_refused(key.verifying_key(), "file", changed));
    }
    CHECK(is_refused(key.verifying_key(), "file", signature + "more\n"));
    CHECK(is_refused(key.verifying_key(), "file", signature + signature));
    CHECK(is_refused(key.verifying_key(), "file", ""));
    CHECK_FALSE(is_refused(key.verifying_key(), "file", signature));
}

TEST_CASE("a comment taken from another signature of the same key is refused") {
    const auto key = SigningKey::generate();
    const std::string first = sign(key, "file", "version=1");
    const std::string second = sign(key, "other", "version=2");
    const std::size_t half = first.find("trusted comment: ", 10);
    const std::size_t other_half = second.find("trusted comment: ", 10);
    CHECK(verify(key.verifying_key(), "file", first.substr(0, half) + second.substr(other_half)) ==
          "refused: signature: its trusted comment was changed");
}

TEST_CASE("another key is refused, and both key ids are named as minisign prints them") {
    const auto ours = SigningKey::generate();
    const auto theirs = SigningKey::generate();
    const std::string refusal = verify(ours.verifying_key(), "file", sign(theirs, "file"));
    const auto printed_id = [](const SigningKey& key) {
        const std::string text = key.verifying_key().file_text();
        const std::size_t start = text.find("key ") + 4;
        return text.substr(start, text.find('\n') - start);
    };
    CHECK(refusal ==
          "refused: signature: made with key " + printed_id(theirs) + ", but key " + printed_id(ours) + " is expected");
}

TEST_CASE("a changed key id is refused even where the signatures still fit") {
    const auto key = SigningKey::generate();
    std::string signature = sign(key, "file");
    const std::size_t line = signature.find('\n') + 1;
    auto bytes = from_base64(signature.substr(line, 100), Base64Padding::equals_signs).release_value();
    for (std::size_t i = 2; i < 10; ++i) {
        bytes[i] ^= 1;
        signature.replace(line, 100, to_base64(bytes, Base64Padding::equals_signs));
        CHECK(verify(key.verifying_key(), "file", signature).starts_with("refused: signature: made with key "));
        bytes[i] ^= 1;
    }
}

TEST_CASE("a trusted comment of several lines, of control characters or too long is not signed") {
    const auto key = SigningKey::generate();
    for (const std::string& wrong : {std::string("a\nb"), std::string("a\r"), std::string("a\0b", 3),
                                     std::string("\x1b[2J"), std::string("\x7f"), std::string(8001, 'x')}) {
        base::MemorySource source(base::bytes_of("file"));
        CHECK(key.sign(source, wrong).is_error());
    }
    const std::string longest(8000, 'x');
    CHECK(verify(key.verifying_key(), "file", sign(key, "file", longest)) == longest);
    CHECK(verify(key.verifying_key(), "file", sign(key, "file", "año 2026\tfile:a")) == "año 2026\tfile:a");
}

TEST_CASE("a public key reads back from its file and from its line, and from nothing else") {
    const auto key = SigningKey::generate().verifying_key();
    for (const std::string& text : {key.text(), key.text() + '\n', key.file_text()}) {
        const auto parsed = VerifyingKey::parse(text).release_value();
        CHECK(parsed.point() == key.point());
        CHECK(parsed.key_id() == key.key_id());
    }
    CHECK(VerifyingKey::parse("").is_error());
    CHECK(VerifyingKey::parse("no comment\n" + key.text()).is_error());
    CHECK(VerifyingKey::parse(key.text() + '\n' + key.text()).is_error());
    CHECK(VerifyingKey::parse("x" + key.text()).is_error());
    CHECK(VerifyingKey::parse(key.text().substr(1)).is_error());
    CHECK(VerifyingKey::parse(SigningKey::generate().file_text().text()).is_error());
}

TEST_CASE("a secret key reads back from its file, and a damaged one is refused at every byte") {
    const auto key = SigningKey::generate();
    const std::string text(key.file_text().text());
    const auto parsed = SigningKey::parse(text).release_value();
    CHECK(parsed.verifying_key().text() == key.verifying_key().text());
    const std::size_t line = text.find('\n') + 1;
    auto bytes = from_base64(text.substr(line, text.size() - line - 1), Base64Padding::equals_signs).release_value();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        CAPTURE(i);
        bytes[i] ^= 1;
        const auto damaged = SigningKey::parse(text.substr(0, line) + to_base64(bytes, Base64Padding::equals_signs));
        // Salt and limits mean nothing without a password; a changed key id is another key.
        const bool is_unused = i >= 6 && i < 54;
        const bool is_key_id = i >= 54 && i < 62;
        if (is_key_id) CHECK(damaged.value().verifying_key().key_id() != key.verifying_key().key_id());
        CHECK(damaged.is_error() == !(is_unused || is_key_id));
        bytes[i] ^= 1;
    }
    for (std::size_t size = 0; size + 1 < text.size(); ++size)
        CHECK(SigningKey::parse(text.substr(0, size)).is_error());
    static_assert(!std::is_copy_constructible_v<SigningKey>);
    static_assert(!std::is_convertible_v<SigningKey, VerifyingKey>);
}

TEST_CASE("a file that cannot be read ends signing and verifying with its own error") {
    class BrokenSource final : public base::Source {
    public:
        Result<std::size_t> read(std::span<std::uint8_t>) override { return base::retry_later("planted"); }
    };
    const auto key = SigningKey::generate();
    BrokenSource broken;
    CHECK(key.sign(broken, "comment").error().message == "planted");
    CHECK(verify_signature(key.verifying_key(), broken, sign(key, "file")).error().message == "planted");
}
