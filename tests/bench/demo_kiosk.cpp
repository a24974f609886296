#include "tests/bench/demo_kiosk.hpp"

#include "kiosk/demo/demo_roster.hpp"
#include "kiosk/import/roster_csv.hpp"
#include "kiosk/state/open_store.hpp"

namespace bench {

base::Result<void> make_demo(const kiosk::StateFolder& folder, const base::Clock& clock) {
    base::DiskFiles files;
    base::SystemRandom random;
    kiosk::Settings settings;
    settings.kiosk = settings.site = "bench";
    settings.site_name = "Willow Street Family Center";
    settings.time_zone = "America/New_York";
    settings.is_demo = true;
    TRY(kiosk::make_state(files, folder, settings, std::nullopt, clock, random));

    const std::string csv = kiosk::demo_roster_csv(clock.now(), settings.site);
    const auto roster = TRY(kiosk::read_roster_csv(base::bytes_of(csv), settings.time_zone, clock.now()));
    const auto keys = TRY(kiosk::load_keys(files, folder));
    const auto store = TRY(kiosk::open_store(folder, keys.vault, clock, random));
    return store->replace_roster(roster.entries, {roster.rows, roster.sha256, clock.now()});
}

base::Result<std::unique_ptr<DemoKiosk>> DemoKiosk::open(const base::Clock& clock) {
    std::unique_ptr<DemoKiosk> demo(new DemoKiosk(clock));
    const kiosk::StateFolder folder{demo->root() / "state"};
    TRY_DOING(make_demo(folder, clock), "making a demo kiosk");
    demo->running_ = TRY_DOING(kiosk::RunningKiosk::open(folder, demo->files_, clock, demo->tickets_, demo->log_, {}),
                               "opening a demo kiosk");
    return demo;
}

base::Result<kiosk::VisitDesk> DemoKiosk::make_desk(const base::Clock& clock) {
    auto guard = TRY(kiosk::CodeGuard::open(running_->store(), clock));
    return kiosk::VisitDesk(running_->store(), std::move(guard), running_->sealer(), running_->settings(), clock,
                            tickets_, log_);
}

} // namespace bench
