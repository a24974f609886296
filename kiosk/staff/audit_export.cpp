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

Result<std::string> text_of_log(const AuditExporting& from, const storage::AuditHead& head) {
    std::string text;
    append_line(text, {{"format", format_name},
                       {"kiosk", from.settings.kiosk},
                       {"site", from.settings.site},
                       {"from", 1},
                       {"count", head.count},
                       {"head", base::to_hex(head.hash)},
                       {"made", utc_text(from.clock.now())}});
    std::int64_t after = 0;
    for (bool has_more = true; has_more;) {
        const auto entries = TRY(from.store.audit_entries(after, entries_at_once));
        for (const storage::AuditEntry& entry : entries) append_line(text, line_of(entry));
        has_more = std::ssize(entries) == entries_at_once;
        if (has_more) after = entries.back().number;
    }
    return text;
}

Path with_ending(const Path& file, const char* ending) {
    Path longer = file;
    longer += ending;
    return longer;
}

Result<void> write_both(base::Files& files, const AuditExported& names, std::string_view text,
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
    }
    return written;
}

} // namespace

Result<AuditExported> export_audit(const AuditExporting& from, std::int64_t by, const Path& file) {
    AuditExported names{0, file, with_ending(file, ".minisig")};
    for (const Path& path : {names.file, names.signature}) {
        if (TRY(from.files.exists(path))) return base::ask_again(path.string() + ": is there already");
    }
    const storage::AuditHead before = TRY(from.store.audit_head());
    TRY(from.store.append_audit("audit_exported", {{"by", by}, {"count", before.count}}));
    const storage::AuditHead head = TRY(from.store.audit_head());
    names.count = head.count;
    const std::string text = TRY(text_of_log(from, head));
    base::MemorySource source(base::bytes_of(text));
    const std::string signature =
        TRY_DOING(from.signing.sign(source, fmt::format("family-kiosk-audit v=1 kiosk={} site={} count={} head={}",
                                                        from.settings.kiosk, from.settings.site, head.count,
                                                        base::to_hex(head.hash))),
                  "signing the copy of the audit log");
    TRY_DOING(write_both(from.files, names, text, signature), "writing the copy of the audit log");
    return names;
}

} // namespace kiosk
