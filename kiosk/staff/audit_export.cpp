#include "kiosk/staff/audit_export.hpp"

#include "kiosk/exchange/json.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <fmt/format.h>

namespace kiosk {

namespace {

using base::Path;
using base::Result;

constexpr std::string_view format_name = "family-kiosk-audit/1";
constexpr std::int64_t entries_at_once = 1000; // the sealed and the opened ones need not all lie in memory at once

void append_line(std::string& text, Json::Object object) {
    text += json_line(Json(std::move(object))).text();
    text += '\n';
}

Json::Object line_of(const storage::AuditEntry& entry) {
    if (entry.text.empty()) return {{"n", entry.number}, {"text", Json()}, {"hash", Json()}};
    return {{"text", entry.text}, {"hash", base::to_hex(entry.hash)}};
}

Path with_ending(const Path& file, const char* ending) {
    Path longer = file;
    longer += ending;
    return longer;
}

} // namespace

Result<AuditCopy> AuditCopy::begin(const AuditExporting& from, std::int64_t by) {
    const storage::AuditHead before = TRY(from.store.audit_head());
    TRY(from.store.append_audit("audit_exported", {{"by", by}, {"count", before.count}}));
    return AuditCopy(from, TRY(from.store.audit_head()));
}

Result<std::string> AuditCopy::next(std::int64_t most) {
    std::string text;
    if (!std::exchange(has_begun_, true)) {
        append_line(text, {{"format", format_name},
                           {"kiosk", from_.settings.kiosk},
                           {"site", from_.settings.site},
                           {"from", 1},
                           {"count", head_.count},
                           {"head", base::to_hex(head_.hash)},
                           {"made", utc_text(from_.clock.now())}});
    }
    for (const storage::AuditEntry& entry : TRY(from_.store.audit_entries(given_, most))) {
        if (entry.number > head_.count) break;
        append_line(text, line_of(entry));
        given_ = entry.number;
    }
    digest_.add(base::bytes_of(text));
    is_whole_ = text.empty();
    return text;
}

Result<std::string> AuditCopy::sign() const {
    if (!is_whole_) return base::ask_again("a copy of the audit log is signed once all of it was taken");
    return TRY_DOING(from_.signing.sign(digest_, fmt::format("family-kiosk-audit v=1 kiosk={} site={} count={} head={}",
                                                             from_.settings.kiosk, from_.settings.site, head_.count,
                                                             base::to_hex(head_.hash))),
                     "signing the copy of the audit log");
}

Result<AuditExported> find_place_for_copy(base::Files& files, const Path& file) {
    AuditExported names{0, file, with_ending(file, ".minisig")};
    for (const Path& path : {names.file, names.signature}) {
        if (TRY(files.exists(path))) return base::ask_again(path.string() + ": is there already");
    }
    return names;
}

Result<void> write_copy(base::Files& files, const AuditExported& names, std::string_view text,
                        std::string_view signature) {
    const Path file_part = with_ending(names.file, ".part");
    const Path signature_part = with_ending(names.signature, ".part");
    const auto write = [&]() -> Result<void> {
        // What a power cut left.
        TRY(files.remove(file_part));
        TRY(files.remove(signature_part));
        TRY(files.write_new(file_part, base::bytes_of(text), base::FileAccess::readable_by_all));
        TRY(files.write_new(signature_part, base::bytes_of(signature), base::FileAccess::readable_by_all));
        // The signature first: where the copy has its name, all of it is there.
        TRY(files.rename(signature_part, names.signature));
        TRY(files.rename(file_part, names.file));
        return files.sync_folder(names.file.has_parent_path() ? names.file.parent_path() : Path("."));
    };
    auto written = write();
    if (written.is_error()) {
        for (const Path& path : {file_part, signature_part, names.signature, names.file}) (void)files.remove(path);
        return written.error().during("writing the copy of the audit log");
    }
    return written;
}

Result<AuditExported> export_audit(const AuditExporting& from, std::int64_t by, const Path& file) {
    AuditExported names = TRY(find_place_for_copy(from.files, file));
    AuditCopy copy = TRY(AuditCopy::begin(from, by));
    names.count = copy.head().count;
    std::string text;
    for (bool has_more = true; has_more;) {
        const std::string piece = TRY(copy.next(entries_at_once));
        has_more = !piece.empty();
        text += piece;
    }
    const std::string signature = TRY(copy.sign());
    TRY(write_copy(from.files, names, text, signature));
    return names;
}

} // namespace kiosk
