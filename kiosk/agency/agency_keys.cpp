#include "kiosk/agency/agency_keys.hpp"

#include "kiosk/exchange/bundle_name.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace kiosk {

namespace {

using base::FileAccess;
using base::FolderAccess;
using base::Path;

constexpr std::string_view keys_format = "family-kiosk-keys/1";
constexpr std::size_t file_most = 64 * 1024;
constexpr std::chrono::days life{730};
constexpr int first_version = 1;
// Newer keys, until their signature has its name and they get theirs.
constexpr std::string_view next_keys_file = "keys.toml.next";
constexpr std::string_view next_signature_file = "keys.toml.minisig.next";

std::string keys_comment(std::int64_t version) {
    return fmt::format("family-kiosk-keys v=1 version={} file={}", version, agency_keys_file);
}

struct NewFile {
    Path path;
    base::Secret content;
    FileAccess access;
};

NewFile public_file(const Path& path, std::string_view content) {
    return {path, base::Secret(base::bytes_of(content)), FileAccess::readable_by_all};
}

NewFile secret_file(const Path& path, base::Secret content) {
    return {path, std::move(content), FileAccess::owner_only};
}

std::string keys_text(const base::Clock& clock, const crypto::AgeIdentity& identity, const crypto::AgeIdentity& escrow,
                      const crypto::SigningKey& publisher, const crypto::SigningKey& receipts) {
    return fmt::format("# The agency's public keys, signed by its root key in {}.\n"
                       "format = \"{}\"\n"
                       "version = {}\n"
                       "made = \"{}\"\n"
                       "expires = \"{}\"\n"
                       "\n"
                       "# Every batch is sealed to both.\n"
                       "[recipients]\n"
                       "identity = \"{}\"\n"
                       "escrow = \"{}\"\n"
                       "\n"
                       "# Who may sign what; every role refuses what another role signed.\n"
                       "[roles.publisher]\n"
                       "minisign = \"{}\"\n"
                       "signs = [\"roster\", \"directory\", \"settings\"]\n"
                       "\n"
                       "[roles.receipts]\n"
                       "minisign = \"{}\"\n"
                       "signs = [\"receipts\"]\n",
                       agency_keys_signature_file, keys_format, first_version, utc_text(clock.now()),
                       utc_text(clock.now() + life), identity.recipient().text(), escrow.recipient().text(),
                       publisher.verifying_key().text(), receipts.verifying_key().text());
}

base::Result<std::vector<NewFile>> make_files(const AgencyFolder& folder, const base::Clock& clock) {
    const auto root = crypto::SigningKey::generate();
    const auto publisher = crypto::SigningKey::generate();
    const auto receipts = crypto::SigningKey::generate();
    const auto identity = crypto::AgeIdentity::generate();
    const auto escrow = crypto::AgeIdentity::generate();
    const std::string keys = keys_text(clock, identity, escrow, publisher, receipts);
    base::MemorySource source(base::bytes_of(keys));
    const std::string signature = TRY(root.sign(source, keys_comment(first_version)));
    const Path open = folder.public_folder();
    std::vector<NewFile> made;
    made.push_back(public_file(open / agency_root_file, root.verifying_key().file_text()));
    made.push_back(public_file(open / agency_keys_file, keys));
    made.push_back(public_file(open / agency_keys_signature_file, signature));
    made.push_back(secret_file(folder.root_key(), root.file_text()));
    made.push_back(secret_file(folder.publisher_key(), publisher.file_text()));
    made.push_back(secret_file(folder.receipts_key(), receipts.file_text()));
    made.push_back(secret_file(folder.identity(), identity.file_text()));
    made.push_back(secret_file(folder.escrow(), escrow.file_text()));
    return made;
}

base::Result<void> write_files(base::Files& files, const AgencyFolder& folder, const std::vector<NewFile>& made) {
    TRY(files.make_folder(folder.root, FolderAccess::readable_by_all));
    TRY(files.make_folder(folder.public_folder(), FolderAccess::readable_by_all));
    TRY(files.make_folder(folder.secret_folder(), FolderAccess::owner_only));
    for (const NewFile& file : made) {
        TRY(files.remove(file.path)); // left by a run that was killed
        TRY(files.write_new(file.path, file.content.view(), file.access));
    }
    TRY(files.sync_folder(folder.public_folder()));
    return files.sync_folder(folder.secret_folder());
}

// What has been made beside does not get its name: nothing of it stays, as far as the disk lets us.
void take_away(base::Files& files, const AgencyFolder& folder, const std::vector<NewFile>& made) {
    for (const NewFile& file : made) (void)files.remove(file.path);
    std::error_code ignored;
    for (const Path& empty : {folder.public_folder(), folder.secret_folder(), folder.root}) {
        std::filesystem::remove(empty, ignored);
    }
}

base::Result<std::string> read_text(base::Files& files, const Path& path) {
    const base::Bytes bytes = TRY(files.read(path, file_most));
    return std::string(base::text_of(bytes));
}

base::Result<toml::table> parse_toml(const std::string& text, const std::string& where) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return base::ask_again(fmt::format("{}: line {}: TOML is expected", where, error.source().begin.line));
    }
}

base::Result<std::string> text_at(const toml::table& table, std::string_view key, const std::string& where) {
    const auto value = table.at_path(key).value_exact<std::string>();
    if (!value) return base::ask_again(fmt::format("{}: {}: a text is expected", where, key));
    return *value;
}

base::Result<crypto::AgeRecipient> recipient_at(const toml::table& table, std::string_view key,
                                                const std::string& where) {
    const std::string text = TRY(text_at(table, key, where));
    return TRY_DOING(crypto::AgeRecipient::parse(text), fmt::format("{}: {}", where, key));
}

// The key of a role, which must be allowed to sign exactly `signs`.
base::Result<crypto::VerifyingKey> role_at(const toml::table& table, const std::string& role,
                                           std::initializer_list<std::string_view> signs, const std::string& where) {
    const std::string key = "roles." + role;
    const toml::array* listed = table.at_path(key + ".signs").as_array();
    const bool fits = listed != nullptr && std::equal(listed->begin(), listed->end(), signs.begin(), signs.end(),
                                                      [](const toml::node& node, std::string_view expected) {
                                                          return node.value_exact<std::string>() == expected;
                                                      });
    if (!fits) return base::ask_again(fmt::format("{}: {}.signs: not what this role may sign", where, key));
    const std::string text = TRY(text_at(table, key + ".minisign", where));
    return TRY_DOING(crypto::VerifyingKey::parse(text), fmt::format("{}: {}.minisign", where, key));
}

} // namespace

base::Result<void> make_agency(base::Files& files, const Path& folder, const base::Clock& clock) {
    Path target = std::filesystem::absolute(folder).lexically_normal();
    if (!target.has_filename()) target = target.parent_path();
    if (TRY(files.exists(target)) && !TRY(files.list(target)).empty()) {
        return base::ask_again(target.string() + ": an empty or a new folder is expected; keys are never written over");
    }
    Path beside = target;
    beside += ".part";
    const AgencyFolder unnamed{beside};
    const std::vector<NewFile> made = TRY(make_files(unnamed, clock));
    auto done = write_files(files, unnamed, made);
    if (!done.is_error()) done = files.rename(beside, target);
    if (done.is_error()) {
        take_away(files, unnamed, made);
        return done;
    }
    return files.sync_folder(target.parent_path());
}

base::Result<AgencyPublic> read_agency_public(base::Files& files, const Path& public_folder) {
    const Path root_path = public_folder / agency_root_file;
    const std::string root_text = TRY(read_text(files, root_path));
    const auto root = TRY_DOING(crypto::VerifyingKey::parse(root_text), root_path.string());
    const Path keys_path = public_folder / agency_keys_file;
    const std::string keys = TRY(read_text(files, keys_path));
    const std::string signature = TRY(read_text(files, public_folder / agency_keys_signature_file));
    auto read = parse_agency_keys(root, keys, signature, keys_path.string());
    const Path next_path = public_folder / next_keys_file;
    if (!read.is_error() || !TRY(files.exists(next_path))) return read;
    // Power failed while newer keys took their place: their signature has its name already.
    const std::string next = TRY(read_text(files, next_path));
    auto newer = parse_agency_keys(root, next, signature, next_path.string());
    return newer.is_error() ? std::move(read) : std::move(newer);
}

base::Result<void> replace_agency_keys(base::Files& files, const Path& public_folder, std::string_view keys,
                                       std::string_view signature) {
    const Path next_keys = public_folder / next_keys_file;
    const Path next_signature = public_folder / next_signature_file;
    const Path standing = public_folder / agency_keys_file;
    // What an earlier replacement left may be the keys that count; they first get their name.
    const std::string signature_before = TRY(read_text(files, public_folder / agency_keys_signature_file));
    if (TRY(files.exists(next_keys))) {
        const std::string root_text = TRY(read_text(files, public_folder / agency_root_file));
        const auto root = TRY(crypto::VerifyingKey::parse(root_text));
        const std::string left = TRY(read_text(files, next_keys));
        if (!parse_agency_keys(root, left, signature_before, next_keys.string()).is_error()) {
            TRY(files.rename(next_keys, standing));
            TRY(files.sync_folder(public_folder));
        }
    }
    TRY(files.remove(next_keys));
    TRY(files.remove(next_signature));
    TRY(files.write_new(next_keys, base::bytes_of(keys), FileAccess::readable_by_all));
    TRY(files.write_new(next_signature, base::bytes_of(signature), FileAccess::readable_by_all));
    TRY(files.sync_folder(public_folder));
    TRY(files.rename(next_signature, public_folder / agency_keys_signature_file));
    TRY(files.sync_folder(public_folder));
    TRY(files.rename(next_keys, standing));
    return files.sync_folder(public_folder);
}

base::Result<AgencyPublic> parse_agency_keys(const crypto::VerifyingKey& root, const std::string& keys,
                                             std::string_view signature, const std::string& where) {
    AgencyPublic read;
    read.root = root;
    base::MemorySource source(base::bytes_of(keys));
    const std::string comment = TRY_DOING(crypto::verify_signature(root, source, signature), where);
    const toml::table table = TRY(parse_toml(keys, where));
    if (TRY(text_at(table, "format", where)) != keys_format) {
        return base::ask_again(fmt::format("{}: format: \"{}\" is expected", where, keys_format));
    }
    const auto version = table.at_path("version").value_exact<std::int64_t>();
    if (!version || *version < 1) return base::ask_again(where + ": version: a whole number from 1 is expected");
    const auto head = parse_bundle_comment(comment);
    const bool is_bundle = head && head->kind == BundleKind::keys && head->version == *version &&
                           is_bundle_file(BundleKind::keys, head->file);
    if (comment != keys_comment(*version) && !is_bundle) {
        return base::ask_again(where + ": the signature's trusted comment is for another file or version");
    }
    read.version = *version;
    const std::string expires_text = TRY(text_at(table, "expires", where));
    const auto expires = parse_utc_text(expires_text);
    if (!expires) return base::ask_again(where + ": expires: a UTC time like 2026-10-13T20:30:00.000Z is expected");
    read.expires = *expires;
    for (const std::string_view key : {"recipients.identity", "recipients.escrow"}) {
        read.recipients.push_back(TRY(recipient_at(table, key, where)));
    }
    read.publisher = TRY(role_at(table, "publisher", {"roster", "directory", "settings"}, where));
    read.receipts = TRY(role_at(table, "receipts", {"receipts"}, where));
    return read;
}

} // namespace kiosk
