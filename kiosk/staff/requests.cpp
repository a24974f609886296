#include "kiosk/staff/requests.hpp"

#include "kiosk/visits/office_time.hpp"

#include <algorithm>
#include <tuple>

namespace kiosk {

namespace {

base::Error not_there() { return base::ask_again("desk: what was asked for is not there any more"); }

auto urgency(const storage::DeskItem& item) {
    const bool is_safety = item.kind == storage::DeskItemKind::safety;
    return std::tuple(item.done.has_value(), !is_safety, item.seen.has_value(), item.at);
}

} // namespace

NewRequests new_among(std::span<const storage::DeskItem> items) {
    using storage::DeskItemKind;
    NewRequests found;
    for (const auto& item : items) {
        if (item.seen) continue;
        ++(item.kind == DeskItemKind::safety ? found.safety : found.others);
        if (item.kind == DeskItemKind::person) ++found.persons;
    }
    return found;
}

base::Result<std::vector<storage::DeskItem>> Requests::of_today(const StaffSession& by) {
    TRY(demand(by, StaffAction::see_requests));
    auto items = TRY(store_.desk_items(local_day(clock_.now(), settings_.time_zone)));
    std::ranges::stable_sort(items, {}, urgency);
    return items;
}

base::Result<NewRequests> Requests::new_ones(const StaffSession& by) { return new_among(TRY(of_today(by))); }

base::Result<void> Requests::keep(const StaffSession& by, const storage::DeskItem& item, storage::AuditEvent audit) {
    TRY(store_.mark_item(item, audit, {{"by", by.number}, {"kind", static_cast<std::int64_t>(item.kind)}}));
    ++changes_;
    return {};
}

base::Result<std::optional<storage::DeskItem>> Requests::find(const base::Uuid& submission) {
    for (auto& item : TRY(store_.desk_items(local_day(clock_.now(), settings_.time_zone)))) {
        if (item.submission == submission) return std::optional(std::move(item));
    }
    return std::optional<storage::DeskItem>();
}

base::Result<void> Requests::mark_seen(const StaffSession& by, const base::Uuid& submission) {
    TRY(demand(by, StaffAction::mark_request));
    auto item = TRY(find(submission));
    if (!item) return not_there();
    if (item->seen) return {};
    item->seen = clock_.now();
    return keep(by, *item, "request_seen");
}

base::Result<void> Requests::mark_done(const StaffSession& by, const base::Uuid& submission) {
    TRY(demand(by, StaffAction::mark_request));
    auto item = TRY(find(submission));
    if (!item) return not_there();
    if (item->done) return {};
    item->done = clock_.now();
    if (!item->seen) item->seen = item->done;
    return keep(by, *item, "request_done");
}

} // namespace kiosk
