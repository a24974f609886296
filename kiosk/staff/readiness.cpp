#include "kiosk/staff/readiness.hpp"

#include "base/random.hpp"
#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/record_line.hpp"
#include "kiosk/exchange/utc_text.hpp"
#include "kiosk/staff/report_files.hpp"
#include "ui/paper.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::array all_items{ReadinessItem::screen,  ReadinessItem::touch,   ReadinessItem::sound,
                               ReadinessItem::scanner, ReadinessItem::printer, ReadinessItem::network,
                               ReadinessItem::sealing};
static_assert(all_items.size() == readiness_item_count);

ui::RowMark mark_of(ReadinessOutcome outcome) {
    switch (outcome) {
    case ReadinessOutcome::open:
    case ReadinessOutcome::skipped: return ui::RowMark::left_out;
    case ReadinessOutcome::passed: return ui::RowMark::passed;
    case ReadinessOutcome::failed: return ui::RowMark::failed;
    }
    return ui::RowMark::none;
}

base::Result<void> seal_and_open(const base::Clock& clock) {
    base::SystemRandom random;
    storage::AuditEntry entry;
    entry.number = 1;
    entry.id = base::Uuid::v7(clock.now(), random);
    entry.text = R"({"n":1,"at":")" + utc_text(clock.now()) + R"(","event":"kiosk_started","fields":{}})";
    entry.hash = crypto::sha256({}, base::bytes_of(entry.text));
    std::vector<base::Secret> lines;
    lines.push_back(TRY(audit_line(entry)));

    const auto identity = crypto::AgeIdentity::generate();
    const auto signing = crypto::SigningKey::generate();
    const std::array recipients{identity.recipient()};
    const BatchHeader header{.kiosk = "readiness",
                             .site = "readiness",
                             .epoch = "00000000",
                             .seq = 1,
                             .prev = std::string(64, '0'),
                             .count = 1,
                             .created = clock.now(),
                             .audit_head = base::to_hex(entry.hash),
                             .audit_count = 1,
                             .receipts_seen = 0,
                             .roster_recipient = identity.recipient().text()};
    const SealedBatch batch = TRY(seal_batch(header, lines, recipients, signing));
    const std::string name = batch_file_name(1, batch.sha256);
    const std::string comment =
        TRY(check_batch_signature(signing.verifying_key(), name, batch.sealed, batch.signature));
    const OpenedBatch opened = TRY(open_batch(std::span(&identity, 1), batch.sealed, comment));
    if (opened.text.text().find(lines.front().text()) != std::string_view::npos) return {};
    return base::call_staff("readiness: what was opened is not what was sealed");
}

} // namespace

const char* outcome_id(ReadinessOutcome outcome) {
    switch (outcome) {
    case ReadinessOutcome::open:
    case ReadinessOutcome::skipped: return "value_check_skipped";
    case ReadinessOutcome::passed: return "value_check_passed";
    case ReadinessOutcome::failed: return "value_check_failed";
    }
    return "value_check_skipped";
}

ui::Words readiness_verdict(const ui::Phrasebook& words, const ReadinessResult& result) {
    if (result.count(ReadinessOutcome::failed) > 0) return words("status_not_ready");
    const auto left_out = result.count(ReadinessOutcome::skipped);
    return left_out == 0 ? words("status_ready_to_open") : words("status_ready_in_part", {{"count", left_out}});
}

std::string_view name_of(ReadinessItem item) {
    switch (item) {
    case ReadinessItem::screen: return "screen";
    case ReadinessItem::touch: return "touch";
    case ReadinessItem::sound: return "sound";
    case ReadinessItem::scanner: return "scanner";
    case ReadinessItem::printer: return "printer";
    case ReadinessItem::network: return "network";
    case ReadinessItem::sealing: return "sealing";
    }
    return {};
}

std::int64_t ReadinessResult::count(ReadinessOutcome outcome) const { return std::ranges::count(outcomes_, outcome); }

std::optional<ReadinessItem> ReadinessResult::first_open() const {
    const auto open =
        std::ranges::find(all_items, ReadinessOutcome::open, [this](ReadinessItem item) { return of(item); });
    return open == all_items.end() ? std::nullopt : std::optional(*open);
}

bool can_seal_and_open(const base::Clock& clock) { return !seal_and_open(clock).is_error(); }

Readiness::Readiness(HealthReader& health, storage::Store& store, base::Files& files, StateFolder folder,
                     const base::Clock& clock)
    : health_(health), store_(store), files_(files), folder_(std::move(folder)), clock_(clock) {}

base::Result<ReadinessResult> Readiness::begin(const StaffSession& by) {
    TRY(demand(by, StaffAction::check_readiness));
    ReadinessResult result;
    result.set(ReadinessItem::sealing, can_seal_and_open(clock_) ? ReadinessOutcome::passed : ReadinessOutcome::failed);
    const Health health = health_.read();
    switch (health.delivery.condition) {
    case Condition::good: result.set(ReadinessItem::network, ReadinessOutcome::passed); break;
    case Condition::look: result.set(ReadinessItem::network, ReadinessOutcome::failed); break;
    case Condition::unknown: result.set(ReadinessItem::network, ReadinessOutcome::skipped); break;
    }
    switch (health.printer.state) {
    case PrinterState::not_asked:
    case PrinterState::none: result.set(ReadinessItem::printer, ReadinessOutcome::skipped); break;
    case PrinterState::ready: result.set(ReadinessItem::printer, ReadinessOutcome::passed); break;
    case PrinterState::missing:
    case PrinterState::needs_paper:
    case PrinterState::stopped: result.set(ReadinessItem::printer, ReadinessOutcome::failed); break;
    }
    return result;
}

base::Result<void> Readiness::finish(const StaffSession& by, ReadinessResult& result) {
    TRY(demand(by, StaffAction::check_readiness));
    while (const auto open = result.first_open()) result.set(*open, ReadinessOutcome::skipped);
    return store_.append_audit("readiness_checked", {{"by", by.number},
                                                     {"passed", result.count(ReadinessOutcome::passed)},
                                                     {"failed", result.count(ReadinessOutcome::failed)},
                                                     {"skipped", result.count(ReadinessOutcome::skipped)}});
}

base::Result<base::Secret> Readiness::make_sheet(const StaffSession& by, const ReadinessResult& result,
                                                 const ui::Phrasebook& words, const Settings& settings) {
    TRY(demand(by, StaffAction::check_readiness));
    const auto paper = TRY(ui::Paper::begin(settings.paper == "a4" ? ui::PaperSize::a4 : ui::PaperSize::letter, words));
    paper->title(words("title_readiness"));
    paper->text(words("note_sheet_place", {{"place", settings.site_name}, {"kiosk", ui::LeftToRight{settings.kiosk}}}));
    paper->text(words("note_sheet_time", {{"at", clock_.now()}}));
    paper->heading(readiness_verdict(words, result));
    paper->columns({2, 1});
    for (const ReadinessItem item : all_items) {
        const auto id = "label_check_" + std::string(name_of(item));
        paper->row({words(id.c_str()), words(outcome_id(result.of(item)))}, mark_of(result.of(item)));
    }
    return paper->finish();
}

base::Result<base::Path> Readiness::keep_sheet(const StaffSession& by, const ReadinessResult& result,
                                               const ui::Phrasebook& words, const Settings& settings) {
    const base::Secret pdf = TRY(make_sheet(by, result, words, settings));
    const base::Path reports = reports_folder(folder_);
    TRY(files_.make_folder(reports, base::FolderAccess::owner_only));
    const std::string name = readiness_file_name(clock_.now());
    const base::Path file = reports / name;
    TRY_DOING(files_.replace(file, pdf.view(), base::FileAccess::owner_only), "keeping the sheet");
    remove_old_sheets(files_, reports, name);
    return file;
}

} // namespace kiosk
