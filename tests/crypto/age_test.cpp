#include "crypto/age.hpp"
#include "crypto/age_header.hpp"
#include "crypto/text_codes.hpp"
#include "tests/crypto/streams.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <type_traits>

using namespace crypto;

namespace {

// The pair of the age vectors.
constexpr std::string_view known_identity =
    "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

Bytes seal(std::span<const AgeRecipient> recipients, std::string_view text) {
    base::MemorySource source(base::bytes_of(text));
    base::MemorySink sink;
    REQUIRE_FALSE(age_seal(recipients, source, sink).is_error());
    return sink.bytes;
}

AgeFailure failure_of(std::span<const AgeIdentity> identities, std::string_view file) {
    base::MemorySource source(base::bytes_of(file));
    base::MemorySink sink;
    AgeFailure failure = AgeFailure::none;
    const auto result = age_open(identities, source, sink, &failure);
    CHECK(result.is_error() == (failure != AgeFailure::none));
    return failure;
}

} // namespace

TEST_CASE("an identity reads back from its own text, in capital or in small letters but not mixed") {
    const auto identity = AgeIdentity::parse(known_identity).release_value();
    CHECK(identity.text().text() == known_identity);
    std::string small(known_identity);
    std::transform(small.begin(), small.end(), small.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    CHECK(AgeIdentity::parse(small).value().recipient().point() == identity.recipient().point());
    small[20] = static_cast<char>(known_identity[20]);
    CHECK(AgeIdentity::parse(small).is_error());
    const std::string recipient = identity.recipient().text();
    CHECK(recipient.starts_with("age1"));
    CHECK(AgeRecipient::parse(recipient).value().point() == identity.recipient().point());
}

TEST_CASE("a key with any one character changed, left out, doubled or added is refused") {
    const auto identity = AgeIdentity::parse(known_identity).release_value();
    const std::string recipient = identity.recipient().text();
    auto sweep = [](const std::string& text, auto parse) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            for (const char letter : {'q', 'p', '7', 'b', '1', ' ', '\n', '\0', '\xc3'}) {
                std::string changed = text;
                changed[i] = letter;
                if (changed != text) CHECK(parse(changed));
            }
            std::string changed = text;
            changed.erase(i, 1);
            CHECK(parse(changed));
            changed = text;
            changed.insert(i, 1, text[i]);
            CHECK(parse(changed));
        }
        CHECK(parse(text + ' '));
        CHECK(parse(""));
    };
    sweep(recipient, [](const std::string& text) { return AgeRecipient::parse(text).is_error(); });
    sweep(std::string(known_identity), [](const std::string& text) { return AgeIdentity::parse(text).is_error(); });
}

TEST_CASE("a recipient is not an identity and an identity is not a recipient") {
    const auto identity = AgeIdentity::generate();
    CHECK(AgeIdentity::parse(identity.recipient().text()).is_error());
    CHECK(AgeRecipient::parse(identity.text().text()).is_error());
    static_assert(!std::is_convertible_v<AgeIdentity, AgeRecipient>);
    static_assert(!std::is_copy_constructible_v<AgeIdentity>);
}

TEST_CASE("an identity file may hold comments, blank lines and several identities, and is refused by line") {
    const auto first = AgeIdentity::generate();
    const auto second = AgeIdentity::generate();
    const std::string text =
        "# created: today\n\n" + std::string(first.text().text()) + "\r\n#\n" + std::string(second.text().text());
    const auto both = AgeIdentity::parse_file(text).release_value();
    REQUIRE(both.size() == 2);
    CHECK(both[0].recipient().point() == first.recipient().point());
    CHECK(both[1].recipient().point() == second.recipient().point());
    const auto wrong = AgeIdentity::parse_file("# a\n\nAGE-SECRET-KEY-1\n");
    REQUIRE(wrong.is_error());
    CHECK(wrong.error().message.starts_with("line 3: "));
    CHECK(AgeIdentity::parse_file("# nothing\n").is_error());
    CHECK(AgeIdentity::parse_file("").is_error());
    CHECK(AgeIdentity::parse_file(first.file_text().text()).value().size() == 1);
}

TEST_CASE("an error about an identity never repeats it") {
    std::string text(known_identity);
    text.back() = 'Q';
    const auto wrong = AgeIdentity::parse(text);
    REQUIRE(wrong.is_error());
    CHECK(wrong.error().message.find("EGTZ") == std::string::npos);
    CHECK(wrong.error().message.find("egtz") == std::string::npos);
}

TEST_CASE("base64 has one text for each value: no line ends, no other padding, no loose bits") {
    CHECK(to_base64(base::bytes_of("ab"), Base64Padding::none) == "YWI");
    CHECK(to_base64(base::bytes_of("ab"), Base64Padding::equals_signs) == "YWI=");
    CHECK_FALSE(from_base64("YWI", Base64Padding::none).is_error());
    CHECK_FALSE(from_base64("", Base64Padding::none).is_error());
    for (const char* wrong : {"YWI=", "YWJ", "YW I", "YWI\n", "Y", "YW-", "YWI=="}) {
        CHECK(from_base64(wrong, Base64Padding::none).is_error());
    }
    CHECK_FALSE(from_base64("YWI=", Base64Padding::equals_signs).is_error());
    for (const char* wrong : {"YWI", "YWJ=", "YWI==", "YWI=\n", "YW=I"}) {
        CHECK(from_base64(wrong, Base64Padding::equals_signs).is_error());
    }
}

TEST_CASE("a file opens with any of several identities, and for nobody else") {
    std::vector<AgeIdentity> ours;
    ours.push_back(AgeIdentity::generate());
    ours.push_back(AgeIdentity::generate());
    const auto stranger = AgeIdentity::generate();
    const std::vector<AgeRecipient> recipients{stranger.recipient(), ours[1].recipient()};
    const Bytes file = seal(recipients, "for the second");
    CHECK(failure_of(ours, base::text_of(file)) == AgeFailure::none);
    CHECK(failure_of({ours.data(), 1}, base::text_of(file)) == AgeFailure::no_match);
    CHECK(failure_of({}, base::text_of(file)) == AgeFailure::no_match);
}

TEST_CASE("sealing to nobody, or to a point that gives everyone the same secret, is refused") {
    base::MemorySource source(base::bytes_of("text"));
    base::MemorySink sink;
    CHECK(age_seal({}, source, sink).is_error());
    const auto nowhere = AgeRecipient::parse(to_bech32("age", Bytes(32)).text()).release_value();
    CHECK(age_seal({&nowhere, 1}, source, sink).is_error());
    CHECK(sink.bytes.empty());
}

TEST_CASE("two files of the same text to the same recipient have nothing in common behind the version") {
    const auto identity = AgeIdentity::generate();
    const AgeRecipient recipient = identity.recipient();
    const Bytes first = seal({&recipient, 1}, std::string(64, 'x'));
    const Bytes second = seal({&recipient, 1}, std::string(64, 'x'));
    const std::size_t end = first.size() - 64 - 16;
    CHECK_FALSE(std::equal(first.begin() + static_cast<std::ptrdiff_t>(end), first.end(),
                           second.begin() + static_cast<std::ptrdiff_t>(end)));
    CHECK_FALSE(std::equal(first.begin(), first.begin() + 60, second.begin()));
}

TEST_CASE("a header that never ends is given up at 64 KiB, on one line or on many") {
    const auto identity = AgeIdentity::generate();
    std::string many = "age-encryption.org/v1\n";
    while (many.size() < 2 * age_header_limit) many += "-> grease\n\n";
    CHECK(failure_of({&identity, 1}, many) == AgeFailure::header);
    CHECK(failure_of({&identity, 1}, "age-encryption.org/v1\n-> " + std::string(2 * age_header_limit, 'a')) ==
          AgeFailure::header);
    CHECK(failure_of({&identity, 1}, std::string(2 * age_header_limit, '\n')) == AgeFailure::header);
    const std::vector<AgeRecipient> crowd(1000, identity.recipient());
    base::MemorySource source(base::bytes_of("text"));
    base::MemorySink sink;
    CHECK(age_seal(crowd, source, sink).is_error());
    const std::vector<AgeRecipient> many_recipients(500, identity.recipient());
    CHECK(failure_of({&identity, 1}, base::text_of(seal(many_recipients, "text"))) == AgeFailure::none);
}

TEST_CASE("a header without a recipient, with a third argument or a long body is a header failure") {
    const auto identity = AgeIdentity::generate();
    const AgeRecipient recipient = identity.recipient();
    const Bytes good = seal({&recipient, 1}, "text");
    std::string file(base::text_of(good));
    const std::size_t stanza = file.find("-> ");
    const std::size_t tag = file.find("---");
    std::string none = file;
    none.erase(stanza, tag - stanza);
    CHECK(failure_of({&identity, 1}, none) == AgeFailure::header);
    std::string third = file;
    third.insert(file.find('\n', stanza), " third");
    CHECK(failure_of({&identity, 1}, third) == AgeFailure::header);
    std::string longer = file;
    longer.insert(tag - 1, "AAAA");
    CHECK(failure_of({&identity, 1}, longer) == AgeFailure::header);
    std::string greased = file;
    greased.insert(stanza, "-> other argument\n\n");
    CHECK(failure_of({&identity, 1}, greased) == AgeFailure::hmac);
}
