#include "kiosk/visits/office_time.hpp"

#include <memory>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

namespace kiosk {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

// All zones that ICU knows by an IANA name are of the kind that can tell both sides of a clock change.
std::unique_ptr<icu::BasicTimeZone> find_zone(const std::string& iana) {
    // ICU also takes three-letter abbreviations and "GMT+3"; a roster that means an office names it.
    if (iana == "Etc/Unknown" || (iana != "UTC" && iana.find('/') == std::string::npos)) return nullptr;
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(iana)));
    if (!zone || *zone == icu::TimeZone::getUnknown()) return nullptr;
    auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
    if (basic == nullptr) return nullptr;
    [[maybe_unused]] const auto* same_object = zone.release();
    return std::unique_ptr<icu::BasicTimeZone>(basic);
}

milliseconds offset_at(const icu::BasicTimeZone& zone, base::UtcTime time) {
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone.getOffset(static_cast<UDate>(time.time_since_epoch().count()), false, raw, saving, status);
    base::invariant(U_SUCCESS(status) != 0, "a known time zone has an offset at every moment");
    return milliseconds(raw + saving);
}

std::chrono::local_time<minutes> local_in(const icu::BasicTimeZone& zone, base::UtcTime time) {
    return std::chrono::local_time<minutes>(
        std::chrono::floor<minutes>(time.time_since_epoch() + offset_at(zone, time)));
}

} // namespace

bool is_time_zone(const std::string& iana) { return find_zone(iana) != nullptr; }

base::Result<base::UtcTime> utc_of_local(std::chrono::local_time<minutes> local, const std::string& time_zone,
                                         bool second_fold) {
    const auto zone = find_zone(time_zone);
    if (!zone) return base::ask_again("the time zone is not an IANA name such as America/New_York");
    const auto fold = second_fold ? UCAL_TZ_LOCAL_LATTER : UCAL_TZ_LOCAL_FORMER;
    const milliseconds wall = local.time_since_epoch();
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffsetFromLocal(static_cast<UDate>(wall.count()), fold, fold, raw, saving, status);
    base::invariant(U_SUCCESS(status) != 0, "a known time zone has an offset at every local time");
    const base::UtcTime time{wall - milliseconds(raw + saving)};
    if (local_in(*zone, time) != local) return base::ask_again("the clocks skip this time");
    return time;
}

std::chrono::local_time<minutes> local_of_utc(base::UtcTime time, const std::string& time_zone) {
    const auto zone = find_zone(time_zone);
    base::invariant(zone != nullptr, "a time zone is checked when it is read");
    return local_in(*zone, time);
}

std::chrono::year_month_day local_day(base::UtcTime time, const std::string& time_zone) {
    return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(local_of_utc(time, time_zone)));
}

} // namespace kiosk
