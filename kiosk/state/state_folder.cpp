#include "kiosk/state/state_folder.hpp"

#include "base/secret.hpp"
#include "kiosk/agency/agency_keys.hpp"

#include <cstdlib>

namespace kiosk {

namespace {

using base::Bytes;
using base::FileAccess;
using base::FolderAccess;
using base::Path;
using base::Result;

constexpr std::size_t most_key_bytes = 64 * 1024;

// The key file in a buffer that is wiped.
Result<base::Secret> read_key(base::Files& files, const Path& path) {
    Bytes bytes = TRY(files.read(path, most_key_bytes));
    base::Secret secret{base::ByteView(bytes)};
    base::wipe(bytes.data(), bytes.size());
    return secret;
}

Result<void> write_keys(base::Files& files, const StateFolder& folder) {
    TRY(files.make_folder(folder.keys(), FolderAccess::owner_only));
    const auto vault = crypto::VaultKey::generate();
    TRY(files.write_new(folder.vault_key(), vault.expose(), FileAccess::owner_only));
    const auto signing = crypto::SigningKey::generate();
    TRY(files.write_new(folder.signing_key(), signing.file_text().view(), FileAccess::owner_only));
    const auto roster = crypto::AgeIdentity::generate();
    TRY(files.write_new(folder.roster_identity(), roster.file_text().view(), FileAccess::owner_only));
    TRY(files.write_new(folder.public_signer(), base::bytes_of(signing.verifying_key().file_text()),
                        FileAccess::readable_by_all));
    TRY(files.write_new(folder.public_recipient(), base::bytes_of(roster.recipient().text() + "\n"),
                        FileAccess::readable_by_all));
    return files.sync_folder(folder.keys());
}

// Copies only what the signature check has read, and checks the copy again: it is the pin of everything that follows.
Result<void> pin_agency(base::Files& files, const Path& from, const Path& to) {
    const AgencyPublic checked = TRY(read_agency_public(files, from));
    TRY(files.make_folder(to, FolderAccess::readable_by_all));
    for (const std::string_view name : {agency_root_file, agency_keys_file, agency_keys_signature_file}) {
        const Bytes bytes = TRY(files.read(from / name, most_key_bytes));
        TRY(files.write_new(to / name, bytes, FileAccess::readable_by_all));
    }
    TRY(files.sync_folder(to));
    const AgencyPublic copied = TRY(read_agency_public(files, to));
    if (copied.root.text() != checked.root.text()) {
        return base::call_staff(from.string() + ": changed while it was read; try again");
    }
    return {};
}

Result<void> fill(base::Files& files, const StateFolder& folder, const Settings& settings,
                  const std::optional<Path>& agency, const base::Clock& clock) {
    TRY(files.make_folder(folder.root, FolderAccess::readable_by_all));
    TRY(write_keys(files, folder));
    for (const Path& open : {folder.outbox(), folder.inbox(), folder.courier()}) {
        TRY(files.make_folder(open, FolderAccess::readable_by_all));
    }
    if (agency) {
        TRY_DOING(pin_agency(files, *agency, folder.agency()), "reading the agency's keys");
    } else {
        const AgencyFolder demo{folder.root / "demo-agency"};
        TRY(make_agency(files, demo.root, clock));
        TRY(pin_agency(files, demo.public_folder(), folder.agency()));
    }
    TRY(files.write_new(folder.settings(), base::bytes_of(settings_text(settings)), FileAccess::readable_by_all));
    return files.sync_folder(folder.root);
}

// A state folder given with a slash at its end names the same folder.
Path without_trailing_slash(const Path& path) { return path.has_filename() ? path : path.parent_path(); }

void remove_part(const Path& path) {
    std::error_code ignored; // what led here is the error that is told
    std::filesystem::remove_all(path, ignored);
}

Result<void> check_room(base::Files& files, const StateFolder& folder) {
    if (!TRY(files.exists(folder.root))) return {};
    if (TRY(files.exists(folder.settings()))) {
        return base::ask_again(folder.root.string() + ": already holds a kiosk; it was not touched");
    }
    if (!TRY(files.list(folder.root)).empty()) {
        return base::ask_again(folder.root.string() + ": holds files that are no kiosk; give an empty or a new folder");
    }
    return {};
}

} // namespace

Result<void> make_state(base::Files& files, const StateFolder& folder, const Settings& settings,
                        const std::optional<Path>& agency, const base::Clock& clock, base::Random& random) {
    const StateFolder whole{without_trailing_slash(folder.root)};
    TRY(check_room(files, whole));
    if (!agency && !settings.is_demo) {
        return base::ask_again("a kiosk that is no demo needs the agency's public folder (--agency DIR/public)");
    }
    std::array<std::uint8_t, 4> tag{};
    random.fill(tag);
    // Made beside and renamed, so that a folder of this name is always a whole kiosk. Renaming replaces an empty one.
    const StateFolder part{whole.root.string() + ".part-" + base::to_hex(tag)};
    Result<void> made = fill(files, part, settings, agency, clock);
    if (!made.is_error()) made = files.rename(part.root, whole.root);
    if (made.is_error()) {
        remove_part(part.root);
        return made.error().during("making the state folder");
    }
    return files.sync_folder(whole.root.has_parent_path() ? whole.root.parent_path() : Path("."));
}

Result<KioskKeys> load_keys(base::Files& files, const StateFolder& folder) {
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
    Path vault_path = folder.vault_key();
    if (credentials != nullptr) {
        const Path given = Path(credentials) / "vault.key";
        if (TRY(files.exists(given))) vault_path = given;
    }
    const base::Secret vault_bytes = TRY(read_key(files, vault_path));
    auto vault = TRY_DOING(crypto::VaultKey::from(vault_bytes.view()), vault_path.string());
    const base::Secret signing_text = TRY(read_key(files, folder.signing_key()));
    auto signing = TRY_DOING(crypto::SigningKey::parse(signing_text.text()), folder.signing_key().string());
    const base::Secret roster_text = TRY(read_key(files, folder.roster_identity()));
    auto identities = TRY_DOING(crypto::AgeIdentity::parse_file(roster_text.text()), folder.roster_identity().string());
    if (identities.size() != 1) {
        return base::call_staff(folder.roster_identity().string() + ": must hold exactly one age identity");
    }
    return KioskKeys{std::move(vault), std::move(signing), std::move(identities.front())};
}

Result<std::vector<crypto::AgeRecipient>> load_agency_recipients(base::Files& files, const StateFolder& folder) {
    AgencyPublic agency = TRY_DOING(read_agency_public(files, folder.agency()), "reading the agency's keys");
    return std::move(agency.recipients);
}

} // namespace kiosk
