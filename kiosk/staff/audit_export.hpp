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

// A copy while it is made, a piece at a time. What is logged meanwhile is not in it. An entry that does not open stands
// as {"n":…,"text":null,"hash":null}: a broken log is copied as it is.
class AuditCopy {
public:
    // First of all the log itself says that it is copied. `by`: the number of the member of the staff, 0 with kioskctl.
    [[nodiscard]] static base::Result<AuditCopy> begin(const AuditExporting& from, std::int64_t by);

    [[nodiscard]] const storage::AuditHead& head() const { return head_; } // its newest entry
    [[nodiscard]] std::int64_t given() const { return given_; }            // entries so far
    // The next lines, of up to `most` entries; empty once all were given.
    [[nodiscard]] base::Result<std::string> next(std::int64_t most);
    // The text of the .minisig file. ask_again before `next` has given all lines.
    [[nodiscard]] base::Result<std::string> sign() const;

private:
    AuditCopy(const AuditExporting& from, const storage::AuditHead& head) : from_(from), head_(head) {}
    AuditExporting from_;
    storage::AuditHead head_;
    bool has_begun_ = false;
    bool is_whole_ = false;
    std::int64_t given_ = 0; // the number of the entry given last
    crypto::FileDigest digest_;
};

// Where a copy goes. ask_again if one of the two files is there already.
[[nodiscard]] base::Result<AuditExported> find_place_for_copy(base::Files& files, const base::Path& file);
// Both files whole, or neither.
[[nodiscard]] base::Result<void> write_copy(base::Files& files, const AuditExported& names, std::string_view text,
                                            std::string_view signature);

// All of it at once, into `file` and its signature.
[[nodiscard]] base::Result<AuditExported> export_audit(const AuditExporting& from, std::int64_t by,
                                                       const base::Path& file);

} // namespace kiosk
