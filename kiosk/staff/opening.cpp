#include "kiosk/staff/opening.hpp"

#include "storage/record_bytes.hpp"

namespace kiosk {

namespace {

constexpr base::Literal closed_name{"kiosk_closed"};
constexpr base::Literal hours_name{"opening_hours"};

base::Secret flag(bool is_set) {
    storage::RecordWriter writer;
    return writer.number(is_set ? 1 : 0).take();
}

} // namespace

Opening::Opening(storage::Store& store, const base::Clock& clock, const ClockWatch& watch, const Settings& settings)
    : store_(store), clock_(clock), watch_(watch), settings_(settings) {
    if (const auto kept = store_.find_kept(closed_name); !kept.is_error() && kept.value()) {
        storage::RecordReader reader(kept.value()->view());
        is_closed_ = reader.number() == 1 && reader.is_whole();
    }
    if (const auto kept = store_.find_kept(hours_name); !kept.is_error() && kept.value()) {
        if (const auto hours = read_week_hours(*kept.value()); !hours.is_error()) hours_ = hours.value();
    }
}

const Opening::Span& Opening::span_at(base::UtcTime time) {
    if (!span_ || time < span_->from || time >= span_->until) {
        const auto change = next_change(hours_, time, settings_.time_zone);
        const bool is_open = is_open_at(hours_, time, settings_.time_zone);
        span_ = Span{time, change.value_or(time + std::chrono::days(1)), is_open, change.has_value()};
    }
    return *span_;
}

Opening::Now Opening::now() {
    if (is_closed_) return {.is_open = false, .opens = {}, .changes_at = {}};
    if (is_always_open(hours_) || watch_.health({}).state != ClockState::right) return {};
    const base::UtcTime time = clock_.now();
    const Span& span = span_at(time);
    Now now{.is_open = span.is_open, .opens = {}, .changes_at = clock_.moment() + (span.until - time)};
    if (!span.is_open && span.has_end) now.opens = span.until;
    return now;
}

base::Result<void> Opening::close(const StaffSession& by) {
    TRY(demand(by, StaffAction::close_kiosk));
    TRY(store_.keep(closed_name, flag(true), "kiosk_closed", {{"by", by.number}}));
    is_closed_ = true;
    return {};
}

base::Result<void> Opening::open(const StaffSession& by) {
    TRY(demand(by, StaffAction::close_kiosk));
    TRY(store_.keep(closed_name, flag(false), "kiosk_opened", {{"by", by.number}}));
    is_closed_ = false;
    return {};
}

base::Result<void> Opening::set_hours(const StaffSession& by, const WeekHours& hours) {
    TRY(demand(by, StaffAction::set_hours));
    // Read as it will be read, so that nothing is kept which the next start does not take.
    const base::Secret record = written(hours);
    TRY(read_week_hours(record));
    TRY(store_.keep(hours_name, record, "hours_set", {{"by", by.number}}));
    hours_ = hours;
    span_.reset();
    return {};
}

} // namespace kiosk
