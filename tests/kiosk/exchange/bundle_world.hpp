// An agency that makes bundles with stock age and minisign, and a folder to carry them in. One thread.
#pragma once

#include "kiosk/exchange/bundle.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

#include <fmt/format.h>

namespace support {

using kiosk::BundleKind;
using kiosk::BundleRefusal;

inline constexpr const char* bundle_kiosk = "willow-lobby";
inline constexpr const char* bundle_site = "willow-street";

inline std::string bundle_file(BundleKind kind, std::int64_t version) {
    switch (kind) {
    case BundleKind::keys: return fmt::format("keys-{}.toml", version);
    case BundleKind::roster: return fmt::format("roster-{}.age", version);
    case BundleKind::directory: return fmt::format("directory-{}.zip", version);
    case BundleKind::settings: return fmt::format("settings-{}.toml", version);
    case BundleKind::receipts: return fmt::format("receipts-{}.json", version);
    }
    return {};
}

class BundleWorld {
public:
    TempFolder folder;
    base::DiskFiles disk;
    base::FakeClock agency_clock{morning};
    kiosk::AgencyFolder agency{folder.path() / "agency"};
    base::Path stick = folder.path() / "stick";

    BundleWorld() {
        must(crypto::start());
        must(kiosk::make_agency(disk, agency.root, agency_clock));
        std::filesystem::create_directories(stick);
    }

    [[nodiscard]] kiosk::AgencyPublic keys() {
        return value_of(kiosk::read_agency_public(disk, agency.public_folder()));
    }
    [[nodiscard]] base::Path key_for(BundleKind kind) const {
        if (kind == BundleKind::keys) return agency.root_key();
        return kind == BundleKind::receipts ? agency.receipts_key() : agency.publisher_key();
    }
    [[nodiscard]] base::Path down(BundleKind kind) const {
        return stick / kiosk::bundle_folder(kind, bundle_kiosk, bundle_site);
    }
    [[nodiscard]] base::Path signature(BundleKind kind) const {
        return down(kind) / kiosk::bundle_signature_name(kind);
    }
    [[nodiscard]] base::Path data(BundleKind kind, std::int64_t version) const {
        return down(kind) / bundle_file(kind, version);
    }
    static std::string comment(BundleKind kind, std::int64_t version) {
        const bool is_for_site = kind == BundleKind::directory || kind == BundleKind::settings;
        return kiosk::bundle_trusted_comment({kind,
                                              kind == BundleKind::keys ? ""
                                              : is_for_site            ? bundle_site
                                                                       : bundle_kiosk,
                                              version, bundle_file(kind, version)});
    }

    // The data file as it stands, signed with that key and comment by minisign.
    void sign(BundleKind kind, const base::Path& file, const base::Path& key, const std::string& trusted) const {
        const auto signed_ = run({"minisign", "-S", "-W", "-H", "-s", key.string(), "-m", file.string(), "-x",
                                  signature(kind).string(), "-t", trusted});
        REQUIRE_MESSAGE(signed_.exit_code == 0, signed_.err);
    }
    // A whole bundle: the data file with this content, and its signature.
    void put(BundleKind kind, std::int64_t version, std::string_view content) const {
        std::filesystem::create_directories(down(kind));
        write_file(data(kind, version), content);
        sign(kind, data(kind, version), key_for(kind), comment(kind, version));
    }

    [[nodiscard]] kiosk::BundleRead read(BundleKind kind, std::int64_t kept = 0) {
        return kiosk::read_bundle(disk, stick, kind, {keys(), bundle_kiosk, bundle_site, kept});
    }
    // How it ended, in a word.
    [[nodiscard]] std::string outcome(BundleKind kind, std::int64_t kept = 0) { return word(read(kind, kept)); }
    static std::string word(const kiosk::BundleRead& read) {
        if (const auto* refused = std::get_if<kiosk::RefusedBundle>(&read)) return std::string(name_of(refused->why));
        return std::holds_alternative<kiosk::NoBundle>(read) ? "none" : "read";
    }
};

} // namespace support
