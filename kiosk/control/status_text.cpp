#include "kiosk/control/status_text.hpp"

#include "base/bytes.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kiosk {

namespace {

using Object = nlohmann::ordered_json;

constexpr std::int64_t megabyte = std::int64_t{1024} * 1024;

std::string utc_seconds(base::UtcTime time) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(time));
}

template <typename Value>
Object or_null(const std::optional<Value>& value) {
    return value ? Object(*value) : Object();
}
Object or_null(const std::optional<base::UtcTime>& time) { return time ? Object(utc_seconds(*time)) : Object(); }

Object waiting_json(const WaitingHealth& waiting) {
    Object kinds = Object::array();
    for (const WaitingKind& each : waiting.kinds) {
        kinds.push_back(
            {{"kind", storage::name_of(each.kind)}, {"count", each.count}, {"oldest", utc_seconds(each.oldest)}});
    }
    return {{"condition", name_of(waiting.condition)},
            {"count", waiting.records},
            {"unsealed", waiting.unsealed},
            {"batches", waiting.batches},
            {"oldest", or_null(waiting.oldest)},
            {"kinds", std::move(kinds)}};
}

Object delivery_json(const DeliveryHealth& delivery) {
    Object failure;
    if (delivery.failure) {
        failure = {{"kind", name_of(delivery.failure->kind)}, {"at", utc_seconds(delivery.failure->at)}};
    }
    return {
        {"condition", name_of(delivery.condition)}, {"last", or_null(delivery.last)}, {"failure", std::move(failure)}};
}

Object space_json(const SpaceHealth& space) {
    Object free;
    Object whole;
    Object read_only;
    if (space.disk) {
        free = space.disk->free;
        whole = space.disk->whole;
        read_only = space.disk->is_read_only;
    }
    return {{"condition", name_of(space.condition)}, {"free_bytes", std::move(free)}, {"disk_bytes", std::move(whole)},
            {"read_only", std::move(read_only)},     {"reserve", space.has_reserve},  {"kept_bytes", space.kept_bytes},
            {"days_left", or_null(space.days_left)}};
}

Object clock_json(const ClockHealth& clock) {
    Object told;
    if (clock.told) {
        told = {{"behind_ms", clock.told->behind.count()}, {"at", utc_seconds(clock.told->at)}};
    }
    return {{"condition", name_of(clock.condition)},
            {"state", name_of(clock.state)},
            {"now", utc_seconds(clock.now)},
            {"newest_seen", or_null(clock.newest_seen)},
            {"told_by_courier", std::move(told)}};
}

Object roster_json(const RosterHealth& roster) {
    // Null before the first roster, as it was from the beginning.
    if (!roster.version) return {};
    return {{"condition", name_of(roster.condition)},
            {"rows", roster.version->rows},
            {"sha256", roster.version->sha256},
            {"imported", utc_seconds(roster.version->imported)},
            {"days_ahead", or_null(roster.days_ahead)}};
}

Object audit_json(const AuditHealth& audit) {
    Object fault;
    if (audit.fault) fault = {{"entry", audit.fault->number}, {"told", storage::text_of(*audit.fault)}};
    return {{"condition", name_of(audit.condition)},  {"count", audit.head.count},
            {"head", base::to_hex(audit.head.hash)},  {"checked", or_null(audit.checked)},
            {"checked_count", audit.checked_entries}, {"fault", std::move(fault)}};
}

Object versions_json(const Versions& versions) {
    Object libraries = Object::object();
    for (const auto& [name, version] : versions.libraries) libraries[name] = version;
    return {{"program", versions.program}, {"schema", versions.schema}, {"libraries", std::move(libraries)}};
}

Object only_condition(Condition condition) { return {{"condition", name_of(condition)}}; }

const char* state_words(KioskIs kiosk) {
    switch (kiosk) {
    case KioskIs::running: return "running";
    case KioskIs::not_running: return "not running";
    case KioskIs::silent: return "running, but does not answer now";
    }
    return "";
}

// A line for one fact, with what is to be done in front if something is.
std::string line(Condition condition, const std::string& words) {
    return (condition == Condition::look ? "! " : "  ") + words + "\n";
}

std::string roster_words(const RosterHealth& roster) {
    if (!roster.version) return "roster: none yet; kioskctl import-roster FILE";
    std::string words =
        fmt::format("roster: {} rows, imported {}", roster.version->rows, utc_seconds(roster.version->imported));
    if (roster.days_ahead) words += fmt::format(", reaches {} days ahead", *roster.days_ahead);
    return words;
}

std::string space_words(const SpaceHealth& space) {
    if (!space.disk) return "space: not known";
    std::string words =
        fmt::format("space: {} MiB free of {}", space.disk->free / megabyte, space.disk->whole / megabyte);
    if (space.disk->is_read_only) words += ", read-only";
    if (space.days_left) words += fmt::format(", room for about {} days without sending", *space.days_left);
    return words + (space.has_reserve ? ", reserve in place" : ", no reserve");
}

std::string clock_words(const ClockHealth& clock) {
    std::string words = "clock: " + utc_seconds(clock.now);
    switch (clock.state) {
    case ClockState::right: break;
    case ClockState::before_release: words += ", earlier than any kiosk"; break;
    case ClockState::behind: words += ", earlier than what was seen before"; break;
    case ClockState::ahead: words += ", much later than what was seen before"; break;
    }
    if (clock.told) return words + fmt::format(", {} ms behind by the courier's word", clock.told->behind.count());
    return words + ", not checked against another";
}

std::string audit_words(const AuditHealth& audit) {
    std::string words = fmt::format("audit log: {} entries", audit.head.count);
    if (audit.fault) return words + ", " + storage::text_of(*audit.fault);
    if (!audit.checked) return words + ", not checked yet";
    return words + fmt::format(", {} found whole {}", audit.checked_entries, utc_seconds(*audit.checked));
}

std::string delivery_words(const DeliveryHealth& delivery) {
    std::string words = "last delivery: " + (delivery.last ? utc_seconds(*delivery.last) : std::string("none known"));
    if (delivery.failure) {
        words += fmt::format("; {} {}", name_of(delivery.failure->kind), utc_seconds(delivery.failure->at));
    }
    return words;
}

} // namespace

std::string status_json(const Health& health, const Settings& settings, KioskIs kiosk) {
    Object look = Object::array();
    for (const HealthFact fact : to_look_at(health)) look.push_back(name_of(fact));
    const Object json{
        {"form", "family-kiosk-status/1"},
        {"kiosk", settings.kiosk},
        {"site", settings.site},
        {"time_zone", settings.time_zone},
        {"demo", settings.is_demo},
        {"running", kiosk != KioskIs::not_running},
        {"condition", name_of(condition_of(health))},
        {"look_at", std::move(look)},
        {"records",
         {{"condition", name_of(health.records.condition)},
          {"trouble", health.records.trouble.empty() ? Object() : Object(health.records.trouble)}}},
        {"waiting", waiting_json(health.waiting)},
        {"delivery", delivery_json(health.delivery)},
        {"batches", health.published_batches},
        {"space", space_json(health.space)},
        {"clock", clock_json(health.clock)},
        {"roster", roster_json(health.roster)},
        {"directory", only_condition(health.directory)},
        {"printer", {{"condition", name_of(health.printer.condition)}, {"state", name_of(health.printer.state)}}},
        {"scanner",
         {{"condition", name_of(health.scanner.condition)}, {"last_scan", or_null(health.scanner.last_scan)}}},
        {"sound", {{"condition", name_of(health.sound.condition)}, {"state", name_of(health.sound.state)}}},
        {"audit", audit_json(health.audit)},
        {"versions", versions_json(health.versions)},
    };
    return json.dump(2) + "\n";
}

std::string status_words(const Health& health, const Settings& settings, KioskIs kiosk) {
    std::string text = fmt::format("kiosk {} at {} ({}){}, {}\n", settings.kiosk, settings.site, settings.time_zone,
                                   settings.is_demo ? ", demo" : "", state_words(kiosk));
    if (!health.records.trouble.empty()) {
        text += line(health.records.condition, "records cannot be opened: " + health.records.trouble);
    } else {
        text += line(health.roster.condition, roster_words(health.roster));
        const WaitingHealth& waiting = health.waiting;
        text += line(waiting.condition,
                     fmt::format("waiting to be sealed: {}; to be delivered: {} batches; {} records{}",
                                 waiting.unsealed, waiting.batches, waiting.records,
                                 waiting.oldest ? ", the oldest since " + utc_seconds(*waiting.oldest) : ""));
        text += line(health.audit.condition, audit_words(health.audit));
    }
    text += line(health.delivery.condition, delivery_words(health.delivery));
    text += line(health.space.condition, space_words(health.space));
    text += line(health.clock.condition, clock_words(health.clock));
    text += line(health.printer.condition, fmt::format("printer: {}", name_of(health.printer.state)));
    text += line(health.sound.condition, fmt::format("sound: {}", name_of(health.sound.state)));
    text += line(Condition::good, fmt::format("version {}, schema {}; sealed batches: {}", health.versions.program,
                                              health.versions.schema, health.published_batches));
    return text;
}

} // namespace kiosk
