// The catalogue of the audit log as a page to read: docs/audit-events.md, printed by `kioskctl audit catalogue`. Any
// thread.
#pragma once

#include <string>

namespace kiosk {

[[nodiscard]] std::string audit_catalogue_page();

} // namespace kiosk
