#include "crypto/age.hpp"
#include "crypto/text_codes.hpp"

#include <sodium.h>

namespace crypto {

namespace {

constexpr std::string_view recipient_prefix = "age";
constexpr std::string_view identity_prefix = "age-secret-key-";

} // namespace

Result<AgeRecipient> AgeRecipient::parse(std::string_view text) {
    std::array<std::uint8_t, 32> point;
    TRY_DOING(from_bech32(recipient_prefix, text, point), "age recipient");
    return AgeRecipient(point);
}

std::string AgeRecipient::text() const { return std::string(to_bech32(recipient_prefix, point_).text()); }

AgeIdentity AgeIdentity::generate() { return AgeIdentity(Key<AgeScalarRole>::generate()); }

Result<AgeIdentity> AgeIdentity::parse(std::string_view text) {
    std::array<std::uint8_t, 32> scalar;
    TRY_DOING(from_bech32(identity_prefix, text, scalar), "age identity");
    auto key = Key<AgeScalarRole>::from(scalar);
    base::wipe(scalar.data(), scalar.size());
    return AgeIdentity(TRY(std::move(key)));
}

Result<std::vector<AgeIdentity>> AgeIdentity::parse_file(std::string_view text) {
    std::vector<AgeIdentity> identities;
    for (int number = 1; !text.empty(); ++number) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        identities.push_back(TRY_DOING(parse(line), "line " + std::to_string(number)));
    }
    if (identities.empty()) return base::ask_again("no age identity in the file; a line AGE-SECRET-KEY-1… is needed");
    return identities;
}

Secret AgeIdentity::text() const {
    Secret text = to_bech32(identity_prefix, scalar_.expose());
    for (auto& letter : text.bytes()) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<std::uint8_t>(letter - 'a' + 'A');
    }
    return text;
}

Secret AgeIdentity::file_text() const {
    Secret file;
    file.append("# public key: " + recipient().text() + '\n');
    file.append(text().view());
    file.append("\n");
    return file;
}

AgeRecipient AgeIdentity::recipient() const {
    std::array<std::uint8_t, 32> point;
    crypto_scalarmult_base(point.data(), scalar_.expose().data());
    return AgeRecipient(point);
}

} // namespace crypto
