// kiosk-courier: carries sealed files from a kiosk's outbox to the agency's exchange, and notices to staff.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "crypto/start.hpp"
#include "kiosk/exchange/back_off.hpp"
#include "kiosk/exchange/courier.hpp"
#include "kiosk/exchange/notice_post.hpp"
#include "kiosk/exchange/notice_sender.hpp"
#include "kiosk/programs/command_line.hpp"
#include "kiosk/state/share_folder.hpp"

#include <thread>

namespace {

constexpr std::chrono::seconds between_looks{2}; // for notices: a doorbell is answered soon

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

bool report(const kiosk::NoticeRound& round) {
    for (const std::string& trouble : round.troubles) std::fprintf(stderr, "kiosk-courier: %s\n", trouble.c_str());
    return round.troubles.empty();
}

// Sends notices; all that it needs is its own, so that it may have a thread of its own.
class Doorbell {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Doorbell>>
    open(const std::string& state, const std::vector<std::string>& urls, const std::string& language) {
        std::vector<kiosk::NotifyTarget> targets;
        targets.reserve(urls.size());
        for (const std::string& url : urls) targets.push_back(TRY(kiosk::parse_notify_target(url)));
        auto words = TRY(ui::Phrasebook::load(kiosk::share_folder() / "strings", {language}, "UTC"));
        if (!words.set_language(language)) return base::ask_again("--notify-language: there are no words in it");
        return std::unique_ptr<Doorbell>(new Doorbell(state, std::move(targets), std::move(words)));
    }
    [[nodiscard]] kiosk::NoticeRound run() { return sender_.run(); }

private:
    Doorbell(const std::string& state, std::vector<kiosk::NotifyTarget> targets, ui::Phrasebook words)
        : words_(std::move(words)), sender_(files_, clock_, random_, state, std::move(targets),
                                            [this](const kiosk::NotifyTarget& target, const kiosk::Notice& notice,
                                                   std::string_view line, std::string_view name) {
                                                return kiosk::send_notice(client_, target, notice, line, name, words_);
                                            }) {}

    base::DiskFiles files_;
    base::SystemClock clock_;
    base::SystemRandom random_;
    kiosk::WebClient client_;
    ui::Phrasebook words_;
    kiosk::NoticeSender sender_;
};

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Carry sealed batches from a kiosk's outbox to the agency's exchange, and notices to staff",
                 "kiosk-courier");
    std::string state;
    std::string target;
    std::vector<std::string> notify;
    std::string language = "en";
    bool is_once = false;
    app.add_option("--state", state, "The kiosk's state folder; only its outbox is read")->required();
    app.add_option("--target", target, "Where to: file:///FOLDER")->required();
    app.add_option("--notify", notify,
                   "Who is told that somebody has arrived: https://…, ntfy+https://HOST/TOPIC or "
                   "smtp://HOST:PORT?from=A&to=B; may be repeated. KIOSK_NOTIFY takes one that others may not read")
        ->envname("KIOSK_NOTIFY");
    app.add_option("--notify-language", language, "Of the words that phones and mailboxes get")->capture_default_str();
    app.add_flag("--once", is_once, "One round, then end: 0 if everything is delivered");
    if (const auto status = kiosk::read_command_line(app, argc, argv)) return *status;
    // A wrong URL stays wrong: without this the loop would try it for ever.
    if (const auto folder = kiosk::folder_of_url(target); folder.is_error())
        return kiosk::end_with(app, folder.error());
    if (const auto started = crypto::start(); started.is_error()) return kiosk::end_with(app, started.error());
    std::unique_ptr<Doorbell> doorbell;
    if (!notify.empty()) {
        auto opened = Doorbell::open(state, notify, language);
        if (opened.is_error()) return kiosk::end_with(app, opened.error());
        doorbell = opened.release_value();
    }

    base::DiskFiles files;
    const base::SystemClock clock;
    base::SystemRandom random;
    kiosk::Courier courier(files, clock, state, target);
    if (is_once) {
        const bool is_carried = report(courier.run());
        const bool is_told = doorbell == nullptr || report(doorbell->run());
        return is_carried && is_told ? kiosk::exit_done : kiosk::exit_failed;
    }
    std::thread notices;
    if (doorbell != nullptr) {
        notices = std::thread([&doorbell] {
            while (true) {
                (void)report(doorbell->run());
                std::this_thread::sleep_for(between_looks);
            }
        });
    }
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
