#include "kiosk/staff/report_files.hpp"

#include "kiosk/exchange/utc_text.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr std::string_view sheet_begins = "readiness-";
constexpr std::string_view sheet_ends = ".pdf";
constexpr std::string_view copy_begins = "audit-";
constexpr std::string_view copy_ends = ".ndjson";
constexpr std::string_view signature_ends = ".minisig";

bool is_sheet(std::string_view name) { return name.starts_with(sheet_begins) && name.ends_with(sheet_ends); }

std::vector<std::string> sorted_names(base::Files& files, const base::Path& folder) {
    auto names = files.list(folder);
    if (names.is_error()) return {};
    std::ranges::sort(names.value());
    return names.release_value();
}

} // namespace

base::Path reports_folder(const StateFolder& folder) { return folder.root / "reports"; }

std::string readiness_file_name(base::UtcTime made) {
    std::string text = utc_text(made).substr(0, 19) + "Z";
    std::ranges::replace(text, ':', '-');
    return std::string(sheet_begins) + text + std::string(sheet_ends);
}

// What cannot be removed is tried again with the next sheet.
void remove_old_sheets(base::Files& files, const base::Path& reports, const std::string& made) {
    auto others = sorted_names(files, reports);
    std::erase_if(others, [&](const std::string& name) { return !is_sheet(name) || name == made; });
    const std::size_t too_many = others.size() - std::min(others.size(), reports_kept - 1);
    for (const auto& name : std::span(others).first(too_many)) (void)files.remove(reports / name);
}

std::vector<Report> reports_to_carry(base::Files& files, const StateFolder& folder, const std::string& kiosk,
                                     StaffRole role) {
    const base::Path there = base::Path("kiosks") / kiosk / "reports";
    std::vector<Report> reports;
    if (may(role, StaffAction::export_audit)) {
        const auto names = sorted_names(files, folder.copies());
        for (const auto& name : names) {
            // The signature after its copy; without it a copy is nobody's.
            const std::string signature = name + std::string(signature_ends);
            const bool is_copy = name.starts_with(copy_begins) && name.ends_with(copy_ends);
            if (!is_copy || !std::ranges::binary_search(names, signature)) continue;
            for (const auto& each : {name, signature}) reports.push_back({folder.copies() / each, there / each});
        }
    }
    if (may(role, StaffAction::check_readiness)) {
        for (const auto& name : sorted_names(files, reports_folder(folder))) {
            if (is_sheet(name)) reports.push_back({reports_folder(folder) / name, there / name});
        }
    }
    return reports;
}

} // namespace kiosk
