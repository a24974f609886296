#include "kiosk/exchange/clock_offset.hpp"

#include "kiosk/exchange/field_reader.hpp"
#include "kiosk/exchange/text_forms.hpp"
#include "kiosk/exchange/utc_text.hpp"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view file_name = "clock.json";
constexpr std::string_view format_name = "family-kiosk-courier-clock/1";
constexpr std::size_t file_most = 4096;
constexpr std::int64_t most_offset_ms = std::int64_t{200} * 365 * 86'400'000;
constexpr auto told_again = 1h;
constexpr auto same = 2s; // servers tell whole seconds

base::Result<ClockOffset> parse_offset(std::string_view text) {
    const Json json = TRY(parse_json(text));
    FieldReader fields(json, "");
    TRY(fields.must_be("format", format_name));
    const std::int64_t behind = TRY(fields.integer("behind_ms", -most_offset_ms, most_offset_ms));
    const std::string at = TRY(fields.text("at", is_utc_text, "a UTC time"));
    TRY(fields.finish());
    return ClockOffset{std::chrono::milliseconds(behind), *parse_utc_text(at)};
}

} // namespace

std::optional<ClockOffset> find_clock_offset(base::Files& files, const base::Path& folder) {
    const auto bytes = files.read(folder / file_name, file_most);
    if (bytes.is_error()) return std::nullopt;
    const auto offset = parse_offset(base::text_of(bytes.value()));
    return offset.is_error() ? std::nullopt : std::optional(offset.value());
}

base::Result<void> note_clock_offset(base::Files& files, const base::Path& folder, const ClockOffset& offset) {
    if (const auto before = find_clock_offset(files, folder)) {
        const bool is_same = std::chrono::abs(before->behind - offset.behind) <= same;
        if (is_same && offset.at >= before->at && offset.at - before->at < told_again) return {};
    }
    base::Secret text = json_line(Json(Json::Object{
        {"format", format_name}, {"behind_ms", std::int64_t{offset.behind.count()}}, {"at", utc_text(offset.at)}}));
    text.append("\n");
    TRY(files.make_folder(folder, base::FolderAccess::readable_by_all));
    return files.replace(folder / file_name, text.view(), base::FileAccess::readable_by_all);
}

} // namespace kiosk
