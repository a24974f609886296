// The state folder of one kiosk and the keys in it. Making it is `kioskctl init`; opening it is the start of every
// program that reads records. Main thread.
#pragma once

#include "base/files.hpp"
#include "base/random.hpp"
#include "crypto/age.hpp"
#include "crypto/guarded_key.hpp"
#include "crypto/minisign.hpp"
#include "kiosk/state/settings.hpp"

#include <optional>

namespace kiosk {

struct StateFolder {
    base::Path root;
    [[nodiscard]] base::Path keys() const { return root / "keys"; }             // 0700
    [[nodiscard]] base::Path vault_key() const { return keys() / "vault.key"; } // 32 bytes, 0600
    [[nodiscard]] base::Path signing_key() const { return keys() / "kiosk.minisign.key"; }
    [[nodiscard]] base::Path roster_identity() const { return keys() / "roster.age"; }
    [[nodiscard]] base::Path agency() const {
        return root / "agency";
    } // root.minisign.pub, keys.toml, keys.toml.minisig
    [[nodiscard]] base::Path database() const { return root / "kiosk.db"; }
    [[nodiscard]] base::Path settings() const { return root / "kiosk.toml"; }
    [[nodiscard]] base::Path outbox() const { return root / "outbox"; }   // 0755: the courier reads
    [[nodiscard]] base::Path inbox() const { return root / "inbox"; }     // the courier's
    [[nodiscard]] base::Path courier() const { return root / "courier"; } // the courier's
    [[nodiscard]] base::Path copies() const { return root / "copies"; }   // of the audit log, made at the screen
    // What a demo kiosk takes for a stick, while somebody has made it.
    [[nodiscard]] base::Path demo_stick() const { return root / "demo-stick"; }
    [[nodiscard]] base::Path control_socket() const { return root / "control.sock"; }
    [[nodiscard]] base::Path public_recipient() const { return root / "kiosk.age.pub"; }
    [[nodiscard]] base::Path public_signer() const { return root / "kiosk.minisign.pub"; }
};

struct KioskKeys {
    crypto::VaultKey vault;
    crypto::SigningKey signing;
    crypto::AgeIdentity roster;
};

// Makes folders, keys and kiosk.toml; refuses a folder that already holds a kiosk, and leaves nothing half-made.
// `agency`: the agency's public folder (root.minisign.pub, keys.toml, keys.toml.minisig), copied after its signature
// is checked; a demo without one makes a demo agency beside it, in root/demo-agency (public and secret).
[[nodiscard]] base::Result<void> make_state(base::Files& files, const StateFolder& folder, const Settings& settings,
                                            const std::optional<base::Path>& agency, const base::Clock& clock,
                                            base::Random& random);

// The vault key comes from $CREDENTIALS_DIRECTORY/vault.key if systemd gives one, else from keys/vault.key.
[[nodiscard]] base::Result<KioskKeys> load_keys(base::Files& files, const StateFolder& folder);

// The recipients every batch is sealed to, from the signed keys.toml.
[[nodiscard]] base::Result<std::vector<crypto::AgeRecipient>> load_agency_recipients(base::Files& files,
                                                                                     const StateFolder& folder);

} // namespace kiosk
