// Entries of the audit log in plain words. Main thread.
#pragma once

#include "kiosk/staff/audit_reader.hpp"
#include "ui/canvas.hpp"

namespace kiosk {

// "Staff 3 called Robin 12."
[[nodiscard]] ui::Words audit_words(const ui::Phrasebook& words, const AuditLine& line);
// "Oct 13, 4:36 PM. Entry 1,204"
[[nodiscard]] ui::Words audit_place(const ui::Phrasebook& words, const AuditLine& line);

struct AuditGroupLook {
    ui::Icon icon = ui::Icon::none;
    ui::Family family = ui::Family::primary;
    const char* label = ""; // message of its button
};
[[nodiscard]] AuditGroupLook look_of(storage::AuditGroup group);
[[nodiscard]] AuditGroupLook look_of(const AuditLine& line);

} // namespace kiosk
