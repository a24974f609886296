#include "kiosk/exchange/bundle_name.hpp"

#include "kiosk/exchange/text_forms.hpp"

#include <charconv>
#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::size_t most_digits = 18; // fits a signed number of 64 bits

struct Form {
    std::string_view name;
    std::string_view target; // what the comment calls it; empty: for everybody
    std::string_view ending; // of the data file
};

Form form_of(BundleKind kind) {
    switch (kind) {
    case BundleKind::keys: return {"keys", "", ".toml"};
    case BundleKind::roster: return {"roster", "kiosk", ".age"};
    case BundleKind::directory: return {"directory", "site", ".zip"};
    case BundleKind::settings: return {"settings", "site", ".toml"};
    case BundleKind::receipts: return {"receipts", "kiosk", ".json"};
    }
    return {};
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == std::string::npos;
}

// Takes `before` and the word after it, up to a space or the end, off the front of `rest`.
std::optional<std::string_view> take(std::string_view& rest, std::string_view before) {
    if (!rest.starts_with(before)) return std::nullopt;
    rest.remove_prefix(before.size());
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    return word;
}

std::optional<BundleHead> parse_comment_of(BundleKind kind, std::string_view rest) {
    const Form form = form_of(kind);
    BundleHead head;
    head.kind = kind;
    if (take(rest, " v=") != "1") return std::nullopt;
    if (!form.target.empty()) {
        const auto target = take(rest, fmt::format(" {}=", form.target));
        if (!target || !is_exchange_name(*target)) return std::nullopt;
        head.target = *target;
    }
    const auto version = take(rest, " version=");
    if (!version || !is_number(*version)) return std::nullopt;
    std::from_chars(version->data(), version->data() + version->size(), head.version);
    const auto file = take(rest, " file=");
    if (!file || file->empty() || !rest.empty()) return std::nullopt;
    head.file = *file;
    return head;
}

} // namespace

std::string_view name_of(BundleKind kind) { return form_of(kind).name; }

std::string bundle_trusted_comment(const BundleHead& head) {
    const Form form = form_of(head.kind);
    const std::string target = form.target.empty() ? "" : fmt::format(" {}={}", form.target, head.target);
    return fmt::format("family-kiosk-{} v=1{} version={} file={}", form.name, target, head.version, head.file);
}

std::optional<BundleHead> parse_bundle_comment(std::string_view comment) {
    std::string_view rest = comment;
    const auto name = take(rest, "family-kiosk-");
    for (const BundleKind kind : all_bundle_kinds) {
        if (name != name_of(kind)) continue;
        auto head = parse_comment_of(kind, rest);
        // One way to write each: no other spelling of a number may pass.
        const bool is_exact = head && head->version > 0 && bundle_trusted_comment(*head) == comment;
        return is_exact ? head : std::nullopt;
    }
    return std::nullopt;
}

bool is_bundle_file(BundleKind kind, std::string_view name) {
    const Form form = form_of(kind);
    const std::string before = fmt::format("{}-", form.name);
    if (!name.starts_with(before) || !name.ends_with(form.ending)) return false;
    if (name.size() <= before.size() + form.ending.size()) return false;
    name.remove_prefix(before.size());
    name.remove_suffix(form.ending.size());
    return is_number(name);
}

base::Path bundle_folder(BundleKind kind, const std::string& kiosk, const std::string& site) {
    switch (kind) {
    case BundleKind::keys: return base::Path("agency") / "down";
    case BundleKind::roster:
    case BundleKind::receipts: return base::Path("kiosks") / kiosk / "down";
    case BundleKind::directory:
    case BundleKind::settings: return base::Path("sites") / site / "down";
    }
    return {};
}

std::string bundle_signature_name(BundleKind kind) { return fmt::format("{}.minisig", name_of(kind)); }

} // namespace kiosk
