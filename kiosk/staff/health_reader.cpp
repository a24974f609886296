#include "kiosk/staff/health_reader.hpp"

#include "crypto/version.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/visits/office_time.hpp"
#include "storage/database.hpp"
#include "storage/schema.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using storage::SubmissionKind;
using namespace std::chrono_literals;

constexpr std::int64_t least_free = std::int64_t{64} * 1024 * 1024;
constexpr std::int64_t least_a_day = std::int64_t{1024} * 1024; // a guess of less would promise too much
constexpr auto oldest_roster = std::chrono::days(3);

// Every file of the folder, without following links out of it.
std::int64_t bytes_in(const base::Path& folder) {
    std::error_code failed;
    std::int64_t bytes = 0;
    using Walk = std::filesystem::recursive_directory_iterator;
    for (Walk at(folder, failed); !failed && at != Walk(); at.increment(failed)) {
        std::error_code gone;
        if (!at->is_symlink(gone) && at->is_regular_file(gone)) {
            const auto size = at->file_size(gone);
            if (!gone) bytes += static_cast<std::int64_t>(size);
        }
    }
    return bytes;
}

// RFC 9562 section 5.7; feedback has random ids, without a time.
std::optional<base::UtcTime> made_at(const base::Uuid& id) {
    if (id.bytes[6] >> 4 != 7) return std::nullopt;
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i) milliseconds = milliseconds << 8 | id.bytes[i];
    return base::UtcTime(std::chrono::milliseconds(milliseconds));
}

void add(WaitingHealth& waiting, SubmissionKind kind, std::int64_t count, base::UtcTime made) {
    if (kind == SubmissionKind::audit) return;
    waiting.records += count;
    if (!waiting.oldest || made < *waiting.oldest) waiting.oldest = made;
    const auto found = std::ranges::find(waiting.kinds, kind, &WaitingKind::kind);
    if (found == waiting.kinds.end()) {
        waiting.kinds.push_back({kind, count, made});
        return;
    }
    found->count += count;
    found->oldest = std::min(found->oldest, made);
}

// The agency is told by the name of the .age file under the exchange's root.
bool is_delivered(const CourierJournal& journal, const std::string& name, const std::string& sha256) {
    const auto found = journal.delivered.find(name);
    return found != journal.delivered.end() && found->second == sha256;
}

} // namespace

HealthReader::HealthReader(storage::Store& store, base::Files& files, StateFolder folder, const base::Clock& clock)
    : store_(&store), files_(files), folder_(std::move(folder)), clock_(clock),
      audit_watch_(std::in_place, store, clock), clock_watch_(&store, clock) {}

HealthReader::HealthReader(std::string store_trouble, base::Files& files, StateFolder folder, const base::Clock& clock)
    : store_(nullptr), store_trouble_(std::move(store_trouble)), files_(files), folder_(std::move(folder)),
      clock_(clock), clock_watch_(nullptr, clock) {}

Health HealthReader::read() {
    Health health;
    const auto journal = find_journal(files_, folder_.courier());
    health.records.trouble = store_trouble_;
    health.records.condition = store_ == nullptr ? Condition::look : Condition::good;
    health.delivery = delivery_of(journal);
    health.clock = clock_watch_.health(find_clock_offset(files_, folder_.courier()));
    health.printer.state = devices_.printer();
    switch (health.printer.state) {
    case PrinterState::not_asked:
    case PrinterState::none: break;
    case PrinterState::ready: health.printer.condition = Condition::good; break;
    case PrinterState::missing:
    case PrinterState::needs_paper:
    case PrinterState::stopped: health.printer.condition = Condition::look; break;
    }
    health.scanner.last_scan = devices_.last_scan;
    if (devices_.last_scan) health.scanner.condition = Condition::good;
    health.sound.state = devices_.sound();
    switch (health.sound.state) {
    case SoundState::unused: break;
    case SoundState::working: health.sound.condition = Condition::good; break;
    case SoundState::no_sound:
    case SoundState::no_voice: health.sound.condition = Condition::look; break;
    }
    if (store_ != nullptr) read_store(health, journal);
    health.space = read_space();
    health.versions = {KIOSK_VERSION,
                       storage::newest_schema_version(),
                       {{"sqlite", storage::sqlite_version()}, {"libsodium", crypto::sodium_version()}}};
    return health;
}

void HealthReader::read_store(Health& health, const std::optional<CourierJournal>& journal) {
    if (const auto waiting = read_waiting(health.waiting, journal); waiting.is_error()) {
        health.records.condition = Condition::look;
        health.records.trouble = waiting.error().message;
        health.waiting = {};
    }
    health.roster = read_roster();
    health.audit = read_audit();
    const auto published = store_->published_count();
    if (!published.is_error()) health.published_batches = published.value();
}

base::Result<void> HealthReader::read_waiting(WaitingHealth& waiting, const std::optional<CourierJournal>& journal) {
    const base::UtcTime now = clock_.now();
    for (const auto& record : TRY(store_->pending())) {
        ++waiting.unsealed;
        add(waiting, record.kind, 1, made_at(record.id).value_or(now));
    }
    const Settings settings = TRY(read_settings(files_, folder_.settings()));
    for (const storage::BatchRow& batch : TRY(store_->published_batches())) {
        const base::Path name =
            batch_folder(settings.kiosk, batch.epoch, batch.seq) / batch_file_name(batch.seq, batch.sha256);
        if (journal && is_delivered(*journal, name.string(), batch.sha256)) continue;
        // What has left the outbox was taken away for good.
        if (!TRY(files_.exists(folder_.outbox() / name))) continue;
        ++waiting.batches;
        for (const auto& [kind, count] : TRY(store_->batch_kinds(batch.epoch, batch.seq))) {
            add(waiting, kind, count, batch.created);
        }
    }
    std::ranges::stable_sort(waiting.kinds, {}, &WaitingKind::oldest);
    const bool is_late = waiting.oldest && now - *waiting.oldest > late;
    waiting.condition = is_late ? Condition::look : Condition::good;
    return {};
}

DeliveryHealth HealthReader::delivery_of(const std::optional<CourierJournal>& journal) const {
    DeliveryHealth delivery;
    if (!journal) return delivery;
    delivery.last = journal->last_delivery;
    const auto& failure = journal->last_failure;
    if (failure && (!delivery.last || failure->at >= *delivery.last)) delivery.failure = failure;
    if (delivery.failure) {
        delivery.condition = Condition::look;
    } else if (delivery.last) {
        delivery.condition = Condition::good;
    }
    return delivery;
}

SpaceHealth HealthReader::read_space() {
    SpaceHealth space;
    const auto disk = space_teller_(folder_.root);
    if (disk.is_error()) return space;
    space.disk = disk.value();
    const auto reserve = files_.exists(folder_.root / "ballast");
    space.has_reserve = !reserve.is_error() && reserve.value();
    std::error_code none;
    const auto database = std::filesystem::file_size(folder_.database(), none);
    space.kept_bytes = (none ? 0 : static_cast<std::int64_t>(database)) + bytes_in(folder_.outbox());
    const bool is_short = space.disk->free < least_free || space.disk->is_read_only;
    space.condition = is_short || (store_ != nullptr && !space.has_reserve) ? Condition::look : Condition::good;
    if (store_ == nullptr) return space;
    const auto batches = store_->published_batches();
    if (batches.is_error() || batches.value().empty()) return space;
    const auto days = std::chrono::floor<std::chrono::days>(clock_.now() - batches.value().front().created).count();
    const std::int64_t a_day = std::max(space.kept_bytes / std::max<std::int64_t>(days, 1), least_a_day);
    space.days_left = static_cast<int>(std::min<std::int64_t>(space.disk->free / a_day, most_days_told));
    return space;
}

RosterHealth HealthReader::read_roster() {
    RosterHealth roster;
    const auto version = store_->roster_version();
    if (version.is_error()) return roster;
    roster.condition = Condition::look;
    roster.version = version.value();
    if (!roster.version) return roster;
    const auto reach = store_->roster_reach();
    if (!reach.is_error() && reach.value()) {
        const auto settings = read_settings(files_, folder_.settings());
        const auto zone = settings.is_error() ? std::string("UTC") : settings.value().time_zone;
        const auto today = std::chrono::sys_days(local_day(clock_.now(), zone));
        roster.days_ahead = static_cast<int>((std::chrono::sys_days(*reach.value()) - today).count());
    }
    const bool is_old = clock_.now() - roster.version->imported > oldest_roster;
    const bool is_over = roster.days_ahead && *roster.days_ahead < 0;
    if (!is_old && !is_over) roster.condition = Condition::good;
    return roster;
}

AuditHealth HealthReader::read_audit() {
    AuditHealth audit = audit_watch_->health();
    const auto head = store_->audit_head();
    if (head.is_error()) {
        audit.condition = Condition::look;
    } else {
        audit.head = head.value();
    }
    return audit;
}

} // namespace kiosk
