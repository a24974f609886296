// Where a batch lies and what it is called, in every exchange: kiosks/<kiosk>/up/<epoch>/<seq/1000>/<seq>-<hash>….
// The signature is named as stock `minisign -Vm FILE` looks for it: the name of the .age file with .minisig. Any thread.
#pragma once

#include "base/files.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

constexpr std::int64_t batch_seq_most = 9999999999; // 10 digits
// Begins the name of a file that is not whole yet; no reader may look at it.
constexpr std::string_view unfinished_prefix = ".part-";

struct BatchName {
    std::int64_t seq = 0;
    std::string hash; // first 16 hex digits of the SHA-256 of the file
};

[[nodiscard]] std::string seq_text(std::int64_t seq); // 10 digits
// "<seq>-<hash>.ndjson.zst.age"; `sha256` is the whole 64 hex digits.
[[nodiscard]] std::string batch_file_name(std::int64_t seq, std::string_view sha256);
[[nodiscard]] std::string signature_name(const std::string& file_name); // the same with ".minisig"
[[nodiscard]] std::optional<BatchName> parse_batch_name(std::string_view file_name);
// "kiosks/<kiosk>/up", relative to the exchange's root.
[[nodiscard]] base::Path upward_folder(const std::string& kiosk);
// "kiosks/<kiosk>/up/<epoch>/<seq/1000, 7 digits>".
[[nodiscard]] base::Path batch_folder(const std::string& kiosk, const std::string& epoch, std::int64_t seq);
[[nodiscard]] bool is_batch_folder_name(std::string_view text); // 7 digits

} // namespace kiosk
