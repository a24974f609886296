// The agency's own keys: makes them once (`kiosk-agency keygen`) and reads back the public half that every kiosk
// carries, trusting nothing that the root did not sign. Leaves bundles and their publishing to others. Any thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"
#include "crypto/age.hpp"
#include "crypto/minisign.hpp"

#include <string_view>
#include <vector>

namespace kiosk {

// The files of a folder made by make_agency, below public/ and secret/.
struct AgencyFolder {
    base::Path root;
    [[nodiscard]] base::Path public_folder() const { return root / "public"; }                  // 0755
    [[nodiscard]] base::Path secret_folder() const { return root / "secret"; }                  // 0700
    [[nodiscard]] base::Path root_key() const { return secret_folder() / "root.minisign.key"; } // kept offline
    [[nodiscard]] base::Path publisher_key() const { return secret_folder() / "publisher.minisign.key"; }
    [[nodiscard]] base::Path receipts_key() const { return secret_folder() / "receipts.minisign.key"; }
    [[nodiscard]] base::Path identity() const { return secret_folder() / "identity.age"; }
    [[nodiscard]] base::Path escrow() const { return secret_folder() / "escrow.age"; }
};

// The files of the public half, by these names in any folder that holds them.
constexpr std::string_view agency_root_file = "root.minisign.pub";
constexpr std::string_view agency_keys_file = "keys.toml";
constexpr std::string_view agency_keys_signature_file = "keys.toml.minisig";

struct AgencyPublic {
    std::int64_t version = 0; // only grows
    base::UtcTime expires;    // reading does not judge it: a kiosk without network must go on sealing
    std::vector<crypto::AgeRecipient> recipients; // identity, then escrow: every batch has both
    crypto::VerifyingKey root;
    crypto::VerifyingKey publisher; // signs roster, directory, settings
    crypto::VerifyingKey receipts;  // signs receipts, nothing else
};

// Makes `folder` with public/ and secret/, whole or not at all. Refuses (ask_again) a folder that holds anything.
// The keys expire two years after `clock`'s now. Call crypto::start() first.
[[nodiscard]] base::Result<void> make_agency(base::Files& files, const base::Path& folder, const base::Clock& clock);

// Reads `public_folder` (root.minisign.pub, keys.toml, keys.toml.minisig) and checks the root's signature and its
// trusted comment, `family-kiosk-keys v=1 version=N file=keys.toml`, or keys-N.toml, as a bundle calls it. Errors name
// the file and the key.
[[nodiscard]] base::Result<AgencyPublic> read_agency_public(base::Files& files, const base::Path& public_folder);
// The same from texts; `where` stands for the file's name in errors.
[[nodiscard]] base::Result<AgencyPublic> parse_agency_keys(const crypto::VerifyingKey& root, const std::string& keys,
                                                           std::string_view signature, const std::string& where);
// Newer keys take the place of those in `public_folder`. Whenever power fails, read_agency_public finds the old or the
// new ones. They must have been parsed before.
[[nodiscard]] base::Result<void> replace_agency_keys(base::Files& files, const base::Path& public_folder,
                                                     std::string_view keys, std::string_view signature);

} // namespace kiosk
