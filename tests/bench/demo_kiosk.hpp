// A demo kiosk in a temporary folder, on the disk that tests use: what each section measures on. Main thread.
#pragma once

#include "kiosk/app/running_kiosk.hpp"
#include "tests/support/temp_folder.hpp"

#include <memory>

namespace bench {

// Made as `kioskctl init --demo` makes it, with the demo's visits around now; closed again.
[[nodiscard]] base::Result<void> make_demo(const kiosk::StateFolder& folder, const base::Clock& clock);

class DemoKiosk {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<DemoKiosk>> open(const base::Clock& clock);

    [[nodiscard]] kiosk::RunningKiosk& running() { return *running_; }
    [[nodiscard]] kiosk::App& app() { return running_->app(); }
    [[nodiscard]] const base::Path& root() const { return folder_.path(); }
    // A desk of its own over the store and sealer of the kiosk.
    [[nodiscard]] base::Result<kiosk::VisitDesk> make_desk(const base::Clock& clock);

private:
    explicit DemoKiosk(const base::Clock& clock)
        : silent_(std::fopen("/dev/null", "we"), &std::fclose), log_(clock, silent_.get()) {}

    support::TempFolder folder_;
    base::DiskFiles files_;
    base::SystemRandom tickets_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> silent_;
    base::EventLog log_;
    std::unique_ptr<kiosk::RunningKiosk> running_;
};

} // namespace bench
