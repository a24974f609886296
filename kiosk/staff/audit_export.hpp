// A signed copy of the audit log for those who look at it elsewhere: lines of JSON with each entry exactly as it was
// hashed, and a minisign signature by the kiosk's key. docs/verify_audit.py checks the copy without our code. Asks
// nobody whether it may: that is the business of the page and of kioskctl. Main thread.
#pragma once

#include "base/files.hpp"
#include "crypto/minisign.hpp"
#include "kiosk/state/settings.hpp"
#include "storage/store.hpp"

namespace kiosk {

struct AuditExporting {
    storage::Store& store;
    const Settings& settings;
    const crypto::SigningKey& signing;
    base::Files& files;
    const base::Clock& clock;
};

struct AuditExported {
    std::int64_t count = 0; // entries in it, its own included
    base::Path file;
    base::Path signature; // FILE.minisig
};

// Writes `file` and its signature, both whole or neither; a file that is there already is refused (ask_again). `by` is
// the number of the member of the staff, 0 with kioskctl: first of all the log itself says that it is copied. An entry
// that does not open stands as {"n":…,"text":null,"hash":null}: a broken log is copied as it is.
[[nodiscard]] base::Result<AuditExported> export_audit(const AuditExporting& from, std::int64_t by,
                                                       const base::Path& file);

} // namespace kiosk
