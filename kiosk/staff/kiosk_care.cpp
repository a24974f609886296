#include "kiosk/staff/kiosk_care.hpp"

#include "ui/paper.hpp"

namespace kiosk {

KioskCare::KioskCare(HealthReader& health, Sealer& sealer, storage::Store& store, const base::Clock& clock,
                     SetClock set_clock)
    : health_(health), sealer_(sealer), store_(store), clock_(clock), set_clock_(std::move(set_clock)) {}

base::Result<Health> KioskCare::look(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_health));
    return health_.read();
}

base::Result<void> KioskCare::begin_log_check(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_health));
    if (AuditWatch* watch = health_.audit_watch()) watch->begin();
    return {};
}

bool KioskCare::step_log_check() {
    AuditWatch* watch = health_.audit_watch();
    return watch != nullptr && watch->step();
}

base::Result<int> KioskCare::send_now(const StaffSession& by) {
    TRY(demand(by, StaffAction::send_now));
    const int batches = TRY(sealer_.seal(AuditAlone::travels));
    TRY(store_.append_audit("send_asked", {{"by", by.number}, {"batches", batches}}));
    return batches;
}

base::Result<void> KioskCare::trust_clock(const StaffSession& by) {
    TRY(demand(by, StaffAction::set_clock));
    TRY(health_.clock_watch().trust_now());
    return store_.append_audit("clock_trusted", {{"by", by.number}});
}

base::Result<void> KioskCare::note_screen_cleaned(const StaffSession& by) {
    TRY(demand(by, StaffAction::clean_screen));
    return store_.append_audit("screen_cleaned", {{"by", by.number}});
}

base::Result<void> KioskCare::note_visit_reset(const StaffSession& by) {
    TRY(demand(by, StaffAction::reset_visit));
    return store_.append_audit("visit_reset", {{"by", by.number}});
}

base::Result<ClockHealth> KioskCare::look_at_clock(const StaffSession& by) {
    TRY(demand(by, StaffAction::set_clock));
    return health_.clock_watch().health({});
}

base::Result<void> KioskCare::set_clock(const StaffSession& by, base::UtcTime now) {
    TRY(demand(by, StaffAction::set_clock));
    if (now < ClockWatch::released) return base::ask_again("clock: this is earlier than any kiosk");
    if (!set_clock_) return base::ask_again("clock: this kiosk may not set it");
    const auto shifted = std::chrono::round<std::chrono::seconds>(now - clock_.now());
    TRY(set_clock_(now));
    // The clock is set whatever comes now: a full disk keeps neither the trust nor the entry, and both can be had later.
    auto trusted = health_.clock_watch().trust_now();
    TRY(store_.append_audit("clock_set", {{"by", by.number}, {"shifted_s", std::int64_t{shifted.count()}}}));
    return trusted;
}

base::Result<base::Secret> KioskCare::test_page(const StaffSession& by, const Settings& settings,
                                                const ui::Phrasebook& words) {
    TRY(demand(by, StaffAction::test_print));
    TRY(store_.append_audit("test_page_printed", {{"by", by.number}}));
    const auto paper = TRY(ui::Paper::begin(settings.paper == "a4" ? ui::PaperSize::a4 : ui::PaperSize::letter, words));
    paper->title(words("title_test_page"));
    paper->text(words("note_sheet_place", {{"place", settings.site_name}, {"kiosk", ui::LeftToRight{settings.kiosk}}}));
    paper->text(words("note_sheet_time", {{"at", clock_.now()}}));
    paper->heading(words("title_test_letters"));
    paper->columns({1, 2});
    for (const auto& language : words.languages()) {
        paper->row({ui::Words::of_record(language.own_name), words.in(language.code, "greeting_short")});
    }
    return paper->finish();
}

} // namespace kiosk
