#include "storage/store.hpp"

#include "storage/schema.hpp"
#include "storage/store_parts.hpp"

#include <cstdio>

namespace storage {

using base::Result;

std::string day_text(std::chrono::year_month_day day) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

std::int64_t day_number(std::chrono::year_month_day day) {
    return std::chrono::sys_days(day).time_since_epoch().count();
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const base::Path& path, StoreKeys keys, const base::Clock& clock,
                                           base::Random& random, const char* vfs) {
    auto database = TRY(Database::open(path, newest_schema_version(), vfs));
    database->keep_ballast();
    TRY_DOING(migrate(*database, migrations()), path.string());
    auto parts = std::make_unique<Parts>(std::move(database), std::move(keys), clock, random);
    const std::int64_t rosters = TRY_DOING(parts->database->number("SELECT count(*) FROM roster"), path.string());
    if (rosters == 0) TRY_DOING(parts->make_empty_roster(), path.string());
    parts->roster = TRY_DOING(parts->read_roster_shape(), path.string());
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Result<Lockout> Store::lockout() {
    Statement find = TRY(parts_->database->prepare("SELECT key, state FROM lockout"));
    const bool is_there = TRY(find.step());
    if (!is_there) return Lockout{};
    const base::Secret record = TRY(parts_->open(find.number(0), "lockout.state", row_bytes(1), find.blob(1)));
    return read_lockout(record);
}

Result<void> Store::Parts::keep_lockout(const Lockout& lockout) {
    const std::int64_t key = TRY(ring.find_or_make(KeyUse::kiosk, key_day()));
    const base::Bytes state = TRY(seal(key, "lockout.state", row_bytes(1), written(lockout)));
    Statement keep = TRY(database->prepare("INSERT OR REPLACE INTO lockout (id, key, state) VALUES (1, ?, ?)"));
    return keep.bind(key).bind(state).run();
}

Result<void> Store::set_lockout(const Lockout& lockout) {
    return parts_->change([&] { return parts_->keep_lockout(lockout); });
}

Result<void> Store::lift_lockout(std::int64_t by) {
    return parts_->change([&]() -> Result<void> {
        TRY(parts_->keep_lockout({}));
        return parts_->append_audit("visitor_lockout_lifted", {{"by", by}});
    });
}

} // namespace storage
