#include "kiosk/screens/health_words.hpp"

#include <algorithm>

namespace kiosk {

namespace {

using storage::SubmissionKind;
using ui::Family;
using ui::Icon;
using ui::Phrasebook;

constexpr std::int64_t gigabyte = 1'000'000'000;

const char* failure_id(CourierFailure failure) {
    switch (failure) {
    case CourierFailure::target_unreachable: return "note_failure_unreachable";
    case CourierFailure::target_refused: return "note_failure_refused";
    case CourierFailure::other_content: return "note_failure_other_content";
    case CourierFailure::damaged_here: return "note_failure_damaged";
    case CourierFailure::unreadable_here: return "note_failure_unreadable";
    }
    return "note_failure_unreadable";
}

// The hour if it was within the last day, else the day.
ui::Words moment_words(const Phrasebook& words, base::UtcTime at, base::UtcTime now) {
    const bool is_near = now - at < std::chrono::hours(20) && at - now < std::chrono::hours(20);
    return words(is_near ? "value_at_time" : "value_at_day", {{"at", at}});
}

FactWords records_words(const Phrasebook& words, const StoreHealth& records) {
    FactWords fact{Icon::lock, Family::plum};
    fact.label = words("label_health_records");
    const bool is_open = records.trouble.empty();
    fact.value = words(is_open ? "value_records_open" : "value_records_closed");
    fact.note = words(is_open ? "note_records_open" : "note_records_closed");
    return fact;
}

FactWords waiting_fact(const Phrasebook& words, const WaitingHealth& waiting, base::UtcTime now) {
    FactWords fact{Icon::cloud_upload, Family::sky};
    fact.label = words("label_health_waiting");
    fact.value = words("value_health_items", {{"count", waiting.records}});
    if (!waiting.oldest) {
        fact.note = words("note_waiting_none");
        return fact;
    }
    const bool is_late = waiting.condition == Condition::look;
    fact.note =
        words(is_late ? "note_waiting_late" : "note_waiting", {{"age", age_words(words, *waiting.oldest, now)}});
    return fact;
}

FactWords delivery_fact(const Phrasebook& words, const DeliveryHealth& delivery, base::UtcTime now) {
    FactWords fact{Icon::cloud_done, Family::good};
    fact.label = words("label_health_delivery");
    fact.value = delivery.last ? moment_words(words, *delivery.last, now) : words("value_delivery_none");
    if (delivery.failure) {
        fact.note = words(failure_id(delivery.failure->kind));
    } else {
        fact.note = words(delivery.last ? "note_delivery_fine" : "note_delivery_none");
    }
    return fact;
}

const char* space_note(const SpaceHealth& space) {
    if (space.disk->is_read_only) return "note_space_read_only";
    if (space.condition == Condition::look) return "note_space_low";
    if (!space.days_left) return "note_space_free";
    return *space.days_left >= most_days_told ? "note_space_long" : "note_space_days";
}

FactWords space_fact(const Phrasebook& words, const SpaceHealth& space) {
    FactWords fact{Icon::sd_card, Family::plum};
    fact.label = words("label_health_space");
    if (!space.disk || space.disk->whole <= 0) {
        fact.value = words("value_unknown");
        fact.note = words("note_space_unknown");
        return fact;
    }
    const double free = static_cast<double>(space.disk->free) / static_cast<double>(space.disk->whole);
    fact.used = static_cast<float>(1 - free);
    fact.value = words("value_space_free", {{"percent", static_cast<std::int64_t>(free * 100)}});
    fact.note = words(space_note(space),
                      {{"size", space.disk->free / gigabyte}, {"days", std::int64_t{space.days_left.value_or(0)}}});
    return fact;
}

FactWords clock_fact(const Phrasebook& words, const ClockHealth& clock) {
    FactWords fact{Icon::schedule, Family::sky};
    fact.label = words("label_health_clock");
    fact.value = words(clock.condition == Condition::look ? "value_clock_wrong" : "value_clock_right");
    switch (clock.state) {
    case ClockState::before_release:
    case ClockState::behind: fact.note = words("note_clock_behind"); return fact;
    case ClockState::ahead: fact.note = words("note_clock_ahead"); return fact;
    case ClockState::right: break;
    }
    if (!clock.told) {
        fact.note = words("note_clock_not_checked");
        return fact;
    }
    const auto off = std::chrono::abs(clock.told->behind);
    const auto age = age_words(words, clock.now - off, clock.now);
    fact.note = words(clock.condition == Condition::look ? "note_clock_off" : "note_clock_checked",
                      {{"age", age}, {"at", moment_words(words, clock.told->at, clock.now)}});
    return fact;
}

FactWords roster_fact(const Phrasebook& words, const RosterHealth& roster, base::UtcTime now) {
    FactWords fact{Icon::event, Family::good};
    fact.label = words("label_health_roster");
    if (!roster.version) {
        fact.value = words("value_none_yet");
        fact.note = words("note_roster_none");
        return fact;
    }
    fact.value = words("value_roster_rows", {{"count", roster.version->rows}});
    const auto came = moment_words(words, roster.version->imported, now);
    if (!roster.days_ahead) {
        fact.note = words("note_roster_came", {{"at", came}});
    } else if (*roster.days_ahead < 0) {
        fact.note = words("note_roster_over", {{"at", came}});
    } else {
        const bool is_old = roster.condition == Condition::look;
        fact.note = words(is_old ? "note_roster_old" : "note_roster",
                          {{"at", came}, {"days", std::int64_t{*roster.days_ahead}}});
    }
    return fact;
}

FactWords directory_fact(const Phrasebook& words) {
    FactWords fact{Icon::contact_phone, Family::sky};
    fact.label = words("label_health_directory");
    fact.value = words("value_none_yet");
    fact.note = words("note_directory_none");
    return fact;
}

FactWords printer_fact(const Phrasebook& words, PrinterState state) {
    FactWords fact{Icon::print, Family::care};
    fact.label = words("label_health_printer");
    switch (state) {
    case PrinterState::not_asked:
        fact.value = words("value_unknown");
        fact.note = words("note_printer_not_asked");
        break;
    case PrinterState::none:
        fact.value = words("value_printer_none");
        fact.note = words("note_printer_none");
        break;
    case PrinterState::missing:
        fact.value = words("value_printer_missing");
        fact.note = words("note_printer_missing");
        break;
    case PrinterState::ready:
        fact.value = words("value_printer_ready");
        fact.note = words("note_printer_ready");
        break;
    case PrinterState::needs_paper:
        fact.value = words("value_printer_paper");
        fact.note = words("note_printer_paper");
        break;
    case PrinterState::stopped:
        fact.value = words("value_printer_stopped");
        fact.note = words("note_printer_stopped");
        break;
    }
    return fact;
}

FactWords scanner_fact(const Phrasebook& words, const ScannerHealth& scanner, base::UtcTime now) {
    FactWords fact{Icon::qr_code_scanner, Family::plum};
    fact.label = words("label_health_scanner");
    fact.value = words(scanner.last_scan ? "value_works" : "value_not_used");
    fact.note = scanner.last_scan ? words("note_scanner_last", {{"at", moment_words(words, *scanner.last_scan, now)}})
                                  : words("note_scanner_none");
    return fact;
}

FactWords sound_fact(const Phrasebook& words, SoundState state) {
    FactWords fact{Icon::volume_up, Family::good};
    fact.label = words("label_health_sound");
    switch (state) {
    case SoundState::unused:
        fact.value = words("value_not_used");
        fact.note = words("note_sound_unused");
        break;
    case SoundState::working:
        fact.value = words("value_works");
        fact.note = words("note_sound_works");
        break;
    case SoundState::no_sound:
        fact.value = words("value_sound_none");
        fact.note = words("note_sound_none");
        break;
    case SoundState::no_voice:
        fact.value = words("value_voice_none");
        fact.note = words("note_voice_none");
        break;
    }
    return fact;
}

FactWords audit_fact(const Phrasebook& words, const AuditHealth& audit, base::UtcTime now) {
    FactWords fact{Icon::verified_user, Family::good};
    fact.label = words("label_health_audit");
    if (audit.condition == Condition::look) {
        fact.value = words("value_log_gap");
        fact.note = words("note_log_gap");
        return fact;
    }
    fact.value = words(audit.checked ? "value_log_complete" : "value_log_checking");
    fact.note = audit.checked ? words("note_log_complete", {{"count", audit.checked_entries},
                                                            {"at", moment_words(words, *audit.checked, now)}})
                              : words("note_log_checking");
    return fact;
}

} // namespace

ui::Words age_words(const Phrasebook& words, base::UtcTime from, base::UtcTime now) {
    using namespace std::chrono_literals;
    namespace time = std::chrono;
    const auto age = std::max(now - from, time::milliseconds(0));
    const std::int64_t whole_minutes = time::floor<time::minutes>(age).count();
    if (age < 2h) return words("value_minutes", {{"count", whole_minutes}});
    if (age < 48h) return words("value_hours", {{"count", std::int64_t{time::floor<time::hours>(age).count()}}});
    return words("value_days", {{"count", std::int64_t{time::floor<time::days>(age).count()}}});
}

ui::Words waiting_words(const Phrasebook& words, const WaitingKind& kind) {
    const auto id = "label_waiting_" + std::string(storage::name_of(kind.kind));
    return words(id.c_str(), {{"count", kind.count}});
}

Icon waiting_icon(SubmissionKind kind) {
    switch (kind) {
    case SubmissionKind::check_in:
    case SubmissionKind::check_out: return Icon::how_to_reg;
    case SubmissionKind::visit_response: return Icon::event;
    case SubmissionKind::visit_report: return Icon::edit_note;
    case SubmissionKind::message:
    case SubmissionKind::feedback: return Icon::chat;
    case SubmissionKind::contact_update: return Icon::contact_phone;
    case SubmissionKind::strengths_and_needs: return Icon::favorite;
    case SubmissionKind::service_request: return Icon::directions_car;
    case SubmissionKind::help_request: return Icon::front_hand;
    case SubmissionKind::withdrawal: return Icon::undo;
    case SubmissionKind::staff_event: return Icon::person;
    case SubmissionKind::audit: return Icon::history;
    }
    return Icon::description;
}

Icon condition_icon(Condition condition) {
    switch (condition) {
    case Condition::good: return Icon::check_circle;
    case Condition::look: return Icon::error;
    case Condition::unknown: return Icon::info;
    }
    return Icon::info;
}

ui::Tint condition_ink(Condition condition) {
    switch (condition) {
    case Condition::good: return ui::Tint::good;
    case Condition::look: return ui::Tint::care;
    case Condition::unknown: return ui::Tint::ink2;
    }
    return ui::Tint::ink2;
}

FactWords words_of(const Phrasebook& words, const Health& health, HealthFact fact) {
    const base::UtcTime now = health.clock.now;
    const auto told = [&]() -> FactWords {
        switch (fact) {
        case HealthFact::records: return records_words(words, health.records);
        case HealthFact::waiting: return waiting_fact(words, health.waiting, now);
        case HealthFact::delivery: return delivery_fact(words, health.delivery, now);
        case HealthFact::space: return space_fact(words, health.space);
        case HealthFact::clock: return clock_fact(words, health.clock);
        case HealthFact::roster: return roster_fact(words, health.roster, now);
        case HealthFact::directory: return directory_fact(words);
        case HealthFact::printer: return printer_fact(words, health.printer.state);
        case HealthFact::scanner: return scanner_fact(words, health.scanner, now);
        case HealthFact::sound: return sound_fact(words, health.sound.state);
        case HealthFact::audit: return audit_fact(words, health.audit, now);
        }
        return {};
    };
    FactWords made = told();
    made.condition = condition_of(health, fact);
    return made;
}

} // namespace kiosk
