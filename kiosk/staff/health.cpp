#include "kiosk/staff/health.hpp"

namespace kiosk {

std::string_view name_of(Condition condition) {
    switch (condition) {
    case Condition::good: return "good";
    case Condition::look: return "look";
    case Condition::unknown: return "unknown";
    }
    return {};
}

std::string_view name_of(ClockState state) {
    switch (state) {
    case ClockState::right: return "right";
    case ClockState::before_release: return "before_release";
    case ClockState::behind: return "behind";
    case ClockState::ahead: return "ahead";
    }
    return {};
}

std::string_view name_of(PrinterState state) {
    switch (state) {
    case PrinterState::not_asked: return "not_asked";
    case PrinterState::none: return "none";
    case PrinterState::missing: return "missing";
    case PrinterState::ready: return "ready";
    case PrinterState::needs_paper: return "needs_paper";
    case PrinterState::stopped: return "stopped";
    }
    return {};
}

std::string_view name_of(SoundState state) {
    switch (state) {
    case SoundState::unused: return "unused";
    case SoundState::working: return "working";
    case SoundState::no_sound: return "no_sound";
    case SoundState::no_voice: return "no_voice";
    }
    return {};
}

std::string_view name_of(HealthFact fact) {
    switch (fact) {
    case HealthFact::records: return "records";
    case HealthFact::waiting: return "waiting";
    case HealthFact::delivery: return "delivery";
    case HealthFact::space: return "space";
    case HealthFact::clock: return "clock";
    case HealthFact::roster: return "roster";
    case HealthFact::directory: return "directory";
    case HealthFact::printer: return "printer";
    case HealthFact::scanner: return "scanner";
    case HealthFact::sound: return "sound";
    case HealthFact::audit: return "audit";
    }
    return {};
}

Condition condition_of(const Health& health, HealthFact fact) {
    switch (fact) {
    case HealthFact::records: return health.records.condition;
    case HealthFact::waiting: return health.waiting.condition;
    case HealthFact::delivery: return health.delivery.condition;
    case HealthFact::space: return health.space.condition;
    case HealthFact::clock: return health.clock.condition;
    case HealthFact::roster: return health.roster.condition;
    case HealthFact::directory: return health.directory;
    case HealthFact::printer: return health.printer.condition;
    case HealthFact::scanner: return health.scanner.condition;
    case HealthFact::sound: return health.sound.condition;
    case HealthFact::audit: return health.audit.condition;
    }
    return Condition::unknown;
}

std::vector<HealthFact> to_look_at(const Health& health) {
    std::vector<HealthFact> facts;
    for (int i = 0; i < health_fact_count; ++i) {
        const auto fact = static_cast<HealthFact>(i);
        if (condition_of(health, fact) == Condition::look) facts.push_back(fact);
    }
    return facts;
}

Condition condition_of(const Health& health) { return to_look_at(health).empty() ? Condition::good : Condition::look; }

} // namespace kiosk
