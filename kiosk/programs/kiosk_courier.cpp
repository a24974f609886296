// kiosk-courier: carries sealed files from a kiosk's outbox to the agency's exchange.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "crypto/start.hpp"
#include "kiosk/exchange/back_off.hpp"
#include "kiosk/exchange/courier.hpp"
#include "kiosk/programs/command_line.hpp"

#include <thread>

namespace {

// Says how the round ended, if there is anything to say; true if everything is delivered.
bool report(const base::Result<kiosk::CourierRound>& round) {
    if (round.is_error()) {
        std::fprintf(stderr, "kiosk-courier: %s\n", round.error().message.c_str());
        return false;
    }
    const kiosk::CourierRound& came_to = round.value();
    if (came_to.troubles.empty()) return true;
    std::fprintf(stderr, "kiosk-courier: %d delivered, %zu not: %s%s\n", came_to.delivered, came_to.troubles.size(),
                 came_to.troubles.front().c_str(), came_to.troubles.size() > 1 ? " (the first of them)" : "");
    return false;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Carry sealed batches from a kiosk's outbox to the agency's exchange", "kiosk-courier");
    std::string state;
    std::string target;
    bool is_once = false;
    app.add_option("--state", state, "The kiosk's state folder; only its outbox is read")->required();
    app.add_option("--target", target, "Where to: file:///FOLDER")->required();
    app.add_flag("--once", is_once, "One round, then end: 0 if everything is delivered");
    if (const auto status = kiosk::read_command_line(app, argc, argv)) return *status;
    // A wrong URL stays wrong: without this the loop would try it for ever.
    if (const auto folder = kiosk::folder_of_url(target); folder.is_error())
        return kiosk::end_with(app, folder.error());
    if (const auto started = crypto::start(); started.is_error()) return kiosk::end_with(app, started.error());

    base::DiskFiles files;
    const base::SystemClock clock;
    base::SystemRandom random;
    kiosk::Courier courier(files, clock, state, target);
    if (is_once) return report(courier.run()) ? kiosk::exit_done : kiosk::exit_failed;
    kiosk::DeliverySchedule schedule(clock, random);
    while (true) {
        if (report(courier.run())) {
            schedule.note_success();
        } else {
            schedule.note_failure();
        }
        std::this_thread::sleep_for(schedule.wait_left());
    }
}
