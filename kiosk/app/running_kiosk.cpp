#include "kiosk/app/running_kiosk.hpp"

#include "crypto/start.hpp"
#include "kiosk/app/announcer.hpp"
#include "kiosk/app/desk_bell.hpp"
#include "kiosk/staff/news_teller.hpp"
#include "kiosk/state/open_store.hpp"
#include "kiosk/visits/office_time.hpp"

namespace kiosk {

namespace {

SoundState sound_state(ui::SpeechState speech) {
    switch (speech) {
    case ui::SpeechState::unused: return SoundState::unused;
    case ui::SpeechState::working: return SoundState::working;
    case ui::SpeechState::no_sound: return SoundState::no_sound;
    case ui::SpeechState::no_voice: return SoundState::no_voice;
    }
    return SoundState::unused;
}

constexpr std::chrono::minutes seal_every{10};
constexpr std::chrono::milliseconds carry_every{20};

// The languages of this run: with those that a tour adds, and its own first.
std::vector<std::string> arranged(std::vector<std::string> chosen, const RunOptions& options) {
    for (const auto& more : options.more_languages) {
        if (std::ranges::find(chosen, more) == chosen.end()) chosen.push_back(more);
    }
    const auto first = std::ranges::find(chosen, options.language);
    if (first != chosen.end()) std::rotate(chosen.begin(), first, first + 1);
    return chosen;
}

} // namespace

struct RunningKiosk::Parts {
    Parts(StateFolder state, Settings read, KioskKeys loaded, const base::Clock& used_clock, base::EventLog& used_log)
        : folder(std::move(state)), settings(std::move(read)), keys(std::move(loaded)), clock(used_clock),
          log(used_log) {}

    [[nodiscard]] base::Result<ui::Phrasebook> load_words() const {
        return ui::Phrasebook::load(share_folder() / "strings", settings.languages, settings.time_zone);
    }
    // Staff chose other languages: between two rounds of the loop, when no page is being drawn.
    void renew_words() {
        auto loaded = load_words();
        if (loaded.is_error()) return log.write("words_not_loaded");
        const std::string language = words->language();
        *words = loaded.release_value();
        if (!words->set_language(language)) (void)words->set_language(settings.languages.front());
        if (announcer) announcer->set_languages(call_languages(settings));
    }

    void pass_bell() {
        const bool is_asked = news->take_ring();
        if (!bell) return;
        if (is_asked) bell->ring();
        bell->update(clock.moment(), news->is_somebody_unseen());
    }

    StateFolder folder;
    Settings settings;
    KioskKeys keys;
    const base::Clock& clock;
    base::EventLog& log;
    base::SystemRandom random;
    std::unique_ptr<storage::Store> store;
    std::optional<Sealer> sealer;
    std::optional<HealthReader> health;
    std::optional<VisitDesk> desk;
    InlineWork at_once;
    std::unique_ptr<StaffAccounts> accounts;
    std::optional<Unlocker> unlocker;
    std::optional<ArrivalsDesk> arrivals;
    std::optional<PersonFinder> finder;
    std::optional<Requests> requests;
    std::optional<DeskWatch> watch;
    std::optional<KioskCare> care;
    std::optional<Readiness> readiness;
    std::optional<BundleOpener> opener;
    std::optional<StickCarrier> sticks;
    std::optional<AuditReader> audit;
    std::optional<Opening> opening;
    std::optional<OfficeSettings> office;
    std::optional<DailySheet> sheet;
    std::optional<Enrolment> enrolment;
    std::optional<Printing> printing;
    std::optional<StaffSide> staff;
    std::optional<ui::Phrasebook> words;
    std::optional<App> app;
    CallBoard calls;
    std::optional<Announcer> announcer; // none: nothing can be heard
    std::optional<DeskBell> bell;       // likewise
    std::optional<NoticeBox> notices;
    std::optional<NewsTeller> news;
    std::optional<Unlocker> board_unlocker; // of the board's own: another PIN may be checked there
    std::optional<Enrolment> board_enrolment;
    std::optional<Printing> board_printing;
    std::optional<StaffSide> board_staff;
    std::chrono::year_month_day kept_house{};
    base::Moment seals_at{}; // what nobody's check-in takes along: what staff did, and the audit log
};

RunningKiosk::RunningKiosk(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
RunningKiosk::~RunningKiosk() = default;

App& RunningKiosk::app() { return *parts_->app; }
const Settings& RunningKiosk::settings() const { return parts_->settings; }
storage::Store& RunningKiosk::store() { return *parts_->store; }
Sealer& RunningKiosk::sealer() { return *parts_->sealer; }
const crypto::SigningKey& RunningKiosk::signing() const { return parts_->keys.signing; }
HealthReader& RunningKiosk::health() { return *parts_->health; }
VisitDesk& RunningKiosk::desk() { return *parts_->desk; }
StaffAccounts& RunningKiosk::staff() { return *parts_->accounts; }
DailySheet& RunningKiosk::sheet() { return *parts_->sheet; }

std::unique_ptr<SideWindows> RunningKiosk::make_side_windows(const SideWindows::Wanted& wanted) {
    return std::make_unique<SideWindows>(parts_->settings, *parts_->desk, &*parts_->board_staff, parts_->calls,
                                         parts_->clock, parts_->log, wanted);
}

void RunningKiosk::pass_time() {
    if (parts_->office->take_new_languages()) parts_->renew_words();
    parts_->readiness->sound().pass_time();
    if (parts_->announcer) parts_->announcer->update(parts_->clock.moment());
    parts_->news->pass_time();
    parts_->pass_bell();
    (void)parts_->sticks->step();
    if (const auto now = parts_->clock.moment(); now >= parts_->seals_at) {
        parts_->seals_at = now + seal_every;
        if (parts_->sealer->seal().is_error()) parts_->log.write("seal_failed");
    }
    parts_->notices->tidy();
    if (parts_->app->is_home()) parts_->health->audit_watch()->pass_time();
}

std::optional<base::Moment> RunningKiosk::wake_at() const {
    auto at = parts_->app->wake_at();
    const auto consider = [&](const std::optional<base::Moment>& other) {
        if (!at || (other && *other < *at)) at = other;
    };
    if (parts_->announcer) consider(parts_->announcer->wake_at(parts_->clock.moment()));
    if (parts_->bell) consider(parts_->bell->wake_at(parts_->clock.moment()));
    consider(parts_->seals_at);
    consider(parts_->news->wake_at());
    if (parts_->sticks->carried().is_running) consider(parts_->clock.moment() + carry_every);
    consider(parts_->notices->wake_at());
    if (parts_->app->is_home()) consider(parts_->health->audit_watch()->wake_at());
    return at;
}

base::Result<std::unique_ptr<RunningKiosk>> RunningKiosk::open(const StateFolder& folder, base::Files& files,
                                                               const base::Clock& clock, base::Random& tickets,
                                                               base::EventLog& log, const RunOptions& options) {
    TRY(crypto::start());
    Settings settings = TRY(read_settings(files, folder.settings()));
    auto parts = std::make_unique<Parts>(folder, std::move(settings), TRY(load_keys(files, folder)), clock, log);
    parts->store = TRY(open_store(folder, parts->keys.vault, clock, parts->random));
    const auto arrange = [options](const std::vector<std::string>& chosen) { return arranged(chosen, options); };
    parts->office.emplace(*parts->store, parts->settings, built_languages(), log, arrange);
    const auto& offered = parts->settings.languages = arrange(parts->office->choices().languages);
    if (!options.language.empty() && std::ranges::find(offered, options.language) == offered.end()) {
        return base::ask_again("language " + options.language + ": not among the languages of this kiosk");
    }
    parts->words.emplace(TRY(parts->load_words()));
    auto recipients = TRY(load_agency_recipients(files, folder));
    parts->sealer.emplace(
        *parts->store, files, folder.outbox(),
        SealerNames{parts->settings.kiosk, parts->settings.site, parts->keys.roster.recipient().text()},
        parts->keys.signing, std::move(recipients), clock, parts->random);
    // On a disk that is full or takes nothing the screen comes up all the same: it says what to do, and `kioskctl
    // status` why.
    // Nothing is sealed before what an earlier run left is finished.
    if (parts->sealer->recover().is_error()) log.write("recover_failed");
    parts->health.emplace(*parts->store, files, folder, clock);
    if (options.printer) parts->health->devices().printer = options.printer;
    if (const ui::Speaker* speaker = options.hearing.speaker) {
        parts->health->devices().sound = [speaker] { return sound_state(speaker->state()); };
    }
    if (parts->store->append_audit("kiosk_started").is_error()) log.write("start_not_kept");
    // A record that waited through a power cut goes out now, not with the next check-in.
    if (const auto sealed = parts->sealer->seal(); sealed.is_error()) log.write("seal_failed");
    auto guard = TRY(CodeGuard::open(*parts->store, clock));
    parts->desk.emplace(*parts->store, guard, *parts->sealer, parts->settings, clock, tickets, log);
    parts->accounts = TRY(StaffAccounts::open(*parts->store, parts->keys.vault, clock));
    Work& work = options.work != nullptr ? *options.work : parts->at_once;
    parts->unlocker.emplace(*parts->accounts, work, clock, log, options.wake);
    parts->arrivals.emplace(*parts->store, *parts->desk, parts->calls, parts->settings, clock);
    parts->finder.emplace(*parts->store, parts->settings, clock);
    parts->requests.emplace(*parts->store, parts->settings, clock);
    parts->watch.emplace(*parts->store, *parts->arrivals, *parts->requests, parts->settings, clock);
    parts->care.emplace(*parts->health, *parts->sealer, *parts->store, clock, options.set_clock);
    parts->readiness.emplace(*parts->health, *parts->store, files, folder, clock);
    parts->readiness->sound().set_speaker(options.hearing.speaker);
    parts->opener.emplace(*parts->store, files, folder, parts->settings, parts->keys.roster, *parts->sealer, clock);
    for (const OpenedBundle& bundle : parts->opener->open_all(folder.inbox(), 0)) {
        if (bundle.outcome == BundleOutcome::not_kept) log.write("bundle_not_kept");
        const bool is_refused = bundle.outcome == BundleOutcome::refused && bundle.why != BundleRefusal::not_newer;
        if (is_refused) log.write("bundle_refused");
    }
    auto sticks = options.sticks ? options.sticks : [] { return std::vector<base::Path>(); };
    parts->sticks.emplace(
        StickCarrier::Parts{*parts->store, *parts->sealer, files, *parts->opener, folder, parts->settings},
        std::move(sticks), work, options.wake);
    parts->audit.emplace(AuditExporting{*parts->store, parts->settings, parts->keys.signing, files, clock},
                         folder.copies());
    parts->opening.emplace(*parts->store, clock, parts->health->clock_watch(), parts->settings);
    parts->sheet.emplace(*parts->store, files, folder, parts->settings, clock);
    parts->enrolment.emplace(*parts->accounts, work, clock, options.wake);
    parts->printing.emplace(options.print, work, options.wake);
    parts->staff.emplace(StaffSide{*parts->unlocker, *parts->arrivals, *parts->finder, *parts->requests, *parts->care,
                                   *parts->audit, *parts->readiness, parts->calls, *parts->accounts, *parts->sticks,
                                   *parts->opening, *parts->office, *parts->enrolment, *parts->sheet, *parts->printing,
                                   *parts->watch});
    parts->app.emplace(parts->settings, *parts->desk, *parts->words, clock, options.comfort, options.hearing,
                       &*parts->staff);
    (void)parts->words->set_language(parts->settings.languages.front());
    if (options.hearing.speaker != nullptr) {
        parts->announcer.emplace(parts->calls, *options.hearing.speaker, *parts->words, call_languages(parts->settings),
                                 [app = &*parts->app] { return app->comfort().is_listening; });
        parts->bell.emplace(*options.hearing.speaker, parts->settings,
                            [app = &*parts->app, announcer = &*parts->announcer] {
                                return !app->comfort().is_listening && !announcer->is_calling();
                            });
    }
    parts->notices.emplace(files, folder.outbox(), NoticeNames{parts->settings.kiosk, parts->settings.site}, clock,
                           parts->random, log,
                           parts->settings.tells_notices ? NoticeBox::Use::on : NoticeBox::Use::off);
    parts->news.emplace(NewsTeller::Parts{*parts->store, *parts->desk, *parts->watch, parts->calls, *parts->notices},
                        parts->settings, clock);
    parts->board_unlocker.emplace(*parts->accounts, work, clock, log, options.wake);
    parts->board_enrolment.emplace(*parts->accounts, work, clock, options.wake);
    parts->board_printing.emplace(options.print, work, options.wake);
    parts->board_staff.emplace(StaffSide{*parts->board_unlocker, *parts->arrivals, *parts->finder, *parts->requests,
                                         *parts->care, *parts->audit, *parts->readiness, parts->calls, *parts->accounts,
                                         *parts->sticks, *parts->opening, *parts->office, *parts->board_enrolment,
                                         *parts->sheet, *parts->board_printing, *parts->watch});
    parts->seals_at = clock.moment() + seal_every;
    if (!crypto::are_all_keys_locked()) log.write("keys_may_be_swapped");
    std::unique_ptr<RunningKiosk> kiosk(new RunningKiosk(std::move(parts)));
    kiosk->keep_house();
    return kiosk;
}

void RunningKiosk::keep_house() {
    ClockWatch& clock = parts_->health->clock_watch();
    clock.observe();
    // A clock that is far ahead would have the people forgotten who are here now, and checked in twice after that.
    if (clock.health({}).state != ClockState::right) return;
    const auto today = local_day(parts_->clock.now(), parts_->settings.time_zone);
    if (today == parts_->kept_house) return;
    parts_->kept_house = today;
    if (parts_->sheet->remove_old().is_error()) parts_->log.write("sheets_not_removed");
    // A visit that began before midnight is still known after it.
    const std::chrono::year_month_day yesterday = std::chrono::sys_days(today) - std::chrono::days(1);
    if (parts_->store->forget_before(yesterday).is_error()) parts_->log.write("forget_failed");
}

} // namespace kiosk
