// The audit log for staff who may see it: a page at a time, newest first, filtered; the chain recomputed in slices, so
// that the screen goes on; and a signed copy. Main thread.
#pragma once

#include "kiosk/staff/audit_export.hpp"
#include "kiosk/staff/staff_session.hpp"

#include <variant>

namespace kiosk {

struct AuditFilter {
    std::optional<storage::AuditGroup> group = {};
    std::optional<std::chrono::year_month_day> day = {}; // at the office
    std::optional<std::int64_t> staff = {};              // the member who did it
    bool operator==(const AuditFilter&) const = default;
};

struct AuditField {
    std::string name;
    std::variant<std::int64_t, std::string> value;
};

// One entry, read. Of one that does not open or that this program has no words for, only its number is sure.
struct AuditLine {
    std::int64_t number = 0;
    std::optional<base::UtcTime> at = {};
    const storage::AuditEventKind* kind = nullptr;
    std::vector<AuditField> fields = {};
    [[nodiscard]] std::optional<std::int64_t> staff() const; // of the field `by`; none for 0
};
[[nodiscard]] AuditLine read_audit_entry(const storage::AuditEntry& entry);

struct AuditPage {
    std::vector<AuditLine> lines; // newest first
    std::int64_t next = 0;        // go on before this one
    bool is_last = false;         // nothing older
};

// A copy while it is made, for whoever asked for it: dropped before its end, there is none.
struct CopyInMaking {
    AuditExported names;
    AuditCopy copy;
    std::string text = {}; // so far
};

class AuditReader {
public:
    static constexpr std::int64_t newest = storage::Store::all_entries;
    // Each copy holds the whole log, so the newest is the one that counts; a few more in case somebody has yet to fetch
    // them. What they take of the disk is bounded so.
    static constexpr std::size_t copies_kept = 5;
    // Copies go into `copies`, which is made with the first. Everything outlives the reader.
    AuditReader(const AuditExporting& from, base::Path copies) : from_(from), copies_(std::move(copies)) {}

    // Up to `most` lines older than `before`. Looks at no more than a few thousand entries at once, so that no filter
    // stops the screen: there may be more although the page is not full. What does not open passes every filter.
    [[nodiscard]] base::Result<AuditPage> read(const StaffSession& by, const AuditFilter& filter, std::int64_t before,
                                               std::size_t most);
    // Goes on with `check` by one slice.
    [[nodiscard]] base::Result<void> check_more(const StaffSession& by, storage::AuditCheck& check);
    // audit-<kiosk>-<date>-<time>.ndjson and its signature. A second one in the same second is refused (ask_again).
    [[nodiscard]] base::Result<std::shared_ptr<CopyInMaking>> begin_copy(const StaffSession& by);
    // Goes on with it by one slice; the copy once it is there. Then all but the newest copies, and what a power cut left
    // of others, go; files of other names stay.
    [[nodiscard]] base::Result<std::optional<AuditExported>> make_more(const StaffSession& by, CopyInMaking& making);
    [[nodiscard]] std::chrono::year_month_day today() const;

private:
    void remove_old_copies(const base::Path& made);
    AuditExporting from_;
    base::Path copies_;
};

} // namespace kiosk
