#include "kiosk/exchange/batch_name.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::string_view ending = ".ndjson.zst.age";
constexpr std::size_t seq_digits = 10;
constexpr std::size_t hash_digits = 16;

bool is_all_of(std::string_view text, std::string_view allowed) {
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

} // namespace

std::string seq_text(std::int64_t seq) { return fmt::format("{:010}", seq); }

std::string batch_file_name(std::int64_t seq, std::string_view sha256) {
    return fmt::format("{:010}-{}{}", seq, sha256.substr(0, hash_digits), ending);
}

std::string signature_name(const std::string& file_name) { return file_name + ".minisig"; }

std::optional<BatchName> parse_batch_name(std::string_view file_name) {
    if (file_name.size() != seq_digits + 1 + hash_digits + ending.size()) return std::nullopt;
    const std::string_view seq = file_name.substr(0, seq_digits);
    const std::string_view hash = file_name.substr(seq_digits + 1, hash_digits);
    if (!is_all_of(seq, "0123456789") || file_name[seq_digits] != '-') return std::nullopt;
    if (!is_all_of(hash, "0123456789abcdef") || !file_name.ends_with(ending)) return std::nullopt;
    BatchName name{0, std::string(hash)};
    std::from_chars(seq.data(), seq.data() + seq.size(), name.seq);
    if (name.seq == 0) return std::nullopt;
    return name;
}

base::Path upward_folder(const std::string& kiosk) { return base::Path("kiosks") / kiosk / "up"; }

base::Path batch_folder(const std::string& kiosk, const std::string& epoch, std::int64_t seq) {
    return upward_folder(kiosk) / epoch / fmt::format("{:07}", seq / 1000);
}

bool is_batch_folder_name(std::string_view text) { return text.size() == 7 && is_all_of(text, "0123456789"); }

} // namespace kiosk
