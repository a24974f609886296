// Health as `kioskctl status` prints it: for people and for programs. Numbers and closed words; nothing of a person.
// Any thread.
#pragma once

#include "kiosk/staff/health.hpp"
#include "kiosk/state/settings.hpp"

namespace kiosk {

enum class KioskIs {
    running,
    not_running,
    silent, // something holds the records and does not answer
};

[[nodiscard]] std::string status_words(const Health& health, const Settings& settings, KioskIs kiosk);
// One object, form "family-kiosk-status/1" (docs/schemas/status.schema.json). What is not known is null.
[[nodiscard]] std::string status_json(const Health& health, const Settings& settings, KioskIs kiosk);

} // namespace kiosk
