#include "kiosk/exchange/courier_journal.hpp"

#include "kiosk/exchange/field_reader.hpp"
#include "kiosk/exchange/text_forms.hpp"
#include "kiosk/exchange/utc_text.hpp"

#include <array>

namespace kiosk {

namespace {

constexpr std::string_view file_name = "delivered.json";
constexpr std::string_view format_name = "family-kiosk-courier/1";
constexpr std::size_t file_most = 64 * 1024 * 1024;
constexpr std::array all_failures{CourierFailure::target_unreachable, CourierFailure::target_refused,
                                  CourierFailure::other_content, CourierFailure::damaged_here,
                                  CourierFailure::unreadable_here};

bool is_any_text(std::string_view) { return true; }

bool is_there(const Json& json, std::string_view name) {
    const Json* member = json.find(name);
    return member != nullptr && !member->is_null();
}

base::Result<CourierJournal> parse_journal(std::string_view text) {
    const Json json = TRY(parse_json(text));
    FieldReader fields(json, "");
    CourierJournal journal;
    TRY(fields.must_be("format", format_name));
    journal.target = TRY(fields.text("target", is_any_text, "a URL"));
    const FieldReader delivered = TRY(fields.object("delivered"));
    for (const JsonMember& member : delivered.members()) {
        const std::string* sha256 = member.value.text();
        if (sha256 == nullptr || !is_sha256_hex(*sha256)) return delivered.wrong("a name", "64 hex digits");
        journal.delivered.emplace(member.name, *sha256);
    }
    if (is_there(json, "last_failure")) {
        FieldReader last = TRY(fields.object("last_failure"));
        const std::string kind = TRY(last.text("kind", is_plain_word, "a kind of failure"));
        const std::string at = TRY(last.text("at", is_utc_text, "a UTC time"));
        for (const CourierFailure known : all_failures) {
            if (name_of(known) == kind) journal.last_failure = {known, *parse_utc_text(at)};
        }
    }
    if (is_there(json, "last_delivery")) {
        const std::string at = TRY(fields.text("last_delivery", is_utc_text, "a UTC time"));
        journal.last_delivery = *parse_utc_text(at);
    }
    return journal;
}

} // namespace

std::string_view name_of(CourierFailure failure) {
    switch (failure) {
    case CourierFailure::target_unreachable: return "target_unreachable";
    case CourierFailure::target_refused: return "target_refused";
    case CourierFailure::other_content: return "other_content";
    case CourierFailure::damaged_here: return "damaged_here";
    case CourierFailure::unreadable_here: return "unreadable_here";
    }
    return {};
}

std::optional<CourierJournal> find_journal(base::Files& files, const base::Path& folder) {
    const auto bytes = files.read(folder / file_name, file_most);
    if (bytes.is_error()) return std::nullopt;
    auto journal = parse_journal(base::text_of(bytes.value()));
    return journal.is_error() ? std::nullopt : std::optional(journal.release_value());
}

CourierJournal read_journal(base::Files& files, const base::Path& folder, const std::string& target) {
    auto journal = find_journal(files, folder);
    if (journal && journal->target == target) return std::move(*journal);
    CourierJournal fresh;
    fresh.target = target;
    return fresh;
}

base::Result<void> keep_journal(base::Files& files, const base::Path& folder, const CourierJournal& journal) {
    Json::Object delivered;
    for (const auto& [name, sha256] : journal.delivered) delivered.push_back({name, sha256});
    Json failure;
    if (journal.last_failure) {
        failure = Json(
            Json::Object{{"kind", name_of(journal.last_failure->kind)}, {"at", utc_text(journal.last_failure->at)}});
    }
    base::Secret text = json_line(
        Json(Json::Object{{"format", format_name},
                          {"target", journal.target},
                          {"delivered", std::move(delivered)},
                          {"last_failure", std::move(failure)},
                          {"last_delivery", journal.last_delivery ? Json(utc_text(*journal.last_delivery)) : Json()}}));
    text.append("\n");
    TRY(files.make_folder(folder, base::FolderAccess::readable_by_all));
    return files.replace(folder / file_name, text.view(), base::FileAccess::readable_by_all);
}

} // namespace kiosk
