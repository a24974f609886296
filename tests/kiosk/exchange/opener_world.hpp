// A kiosk that an agency sends bundles to, and the agency that makes them. One thread.
#pragma once

#include "kiosk/demo/demo_roster.hpp"
#include "kiosk/exchange/bundle_opener.hpp"
#include "tests/kiosk/exchange/bundle_world.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace support {

struct OpenerWorld : BundleWorld {
    ExchangeWorld house;
    kiosk::StateFolder state{house.state()};
    kiosk::Settings settings;
    crypto::AgeIdentity roster = crypto::AgeIdentity::generate();
    kiosk::Sealer sealer{house.sealer(disk)};
    std::optional<kiosk::BundleOpener> opener;

    OpenerWorld() : OpenerWorld(nullptr) {}
    // The kiosk's files go through `files`, if given.
    explicit OpenerWorld(base::Files* files) {
        settings.kiosk = bundle_kiosk;
        settings.site = bundle_site;
        settings.time_zone = "America/New_York";
        std::filesystem::copy(agency.public_folder(), state.agency());
        std::filesystem::create_directories(state.inbox());
        opener.emplace(*house.store, files != nullptr ? *files : disk, state, settings, roster, sealer, house.clock);
    }

    [[nodiscard]] std::string csv() const { return kiosk::demo_roster_csv(house.clock.now(), bundle_site); }
    // What only its head and this many of its rows are.
    [[nodiscard]] std::string csv(int rows) const {
        const std::string all = csv();
        std::size_t end = all.find('\n') + 1;
        for (int i = 0; i < rows; ++i) end = all.find('\n', end) + 1;
        return all.substr(0, end);
    }
    // Sealed by stock age, signed by stock minisign.
    void send_roster(std::int64_t version, const std::string& text) {
        const auto sealed = run({"age", "-r", roster.recipient().text()}, text);
        REQUIRE_MESSAGE(sealed.exit_code == 0, sealed.err);
        put(BundleKind::roster, version, sealed.out);
    }
    void send_keys(std::int64_t version) {
        std::string text = read_file(agency.public_folder() / "keys.toml");
        text.replace(text.find("version = "), std::string("version = 1").size(),
                     "version = " + std::to_string(version));
        put(BundleKind::keys, version, text);
    }
    std::optional<kiosk::OpenedBundle> open(BundleKind kind) { return opener->open(stick, kind, 2); }
    // "applied", or why not.
    std::string told(BundleKind kind) {
        const auto made = open(kind);
        if (!made) return "none";
        switch (made->outcome) {
        case kiosk::BundleOutcome::applied: return "applied";
        case kiosk::BundleOutcome::not_kept: return "not kept: " + made->trouble;
        case kiosk::BundleOutcome::not_used: return "not used";
        case kiosk::BundleOutcome::refused: break;
        }
        return std::string(name_of(made->why));
    }
    [[nodiscard]] std::int64_t rows() {
        const auto version = value_of(house.store->roster_version());
        return version ? version->rows : -1;
    }
    [[nodiscard]] std::string log() {
        std::string text;
        for (const auto& entry : value_of(house.store->audit_entries(0))) text += entry.text + "\n";
        return text;
    }
};

} // namespace support
