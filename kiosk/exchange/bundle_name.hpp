// What a bundle from the agency is called and where it lies, in every exchange: one signature under a fixed name, whose
// trusted comment says which data file it is for (DESIGN section 4, "Bundles"). Any thread.
#pragma once

#include "base/files.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

enum class BundleKind { keys, roster, directory, settings, receipts };
// In the order in which they are opened: who may sign the others stands in the keys.
inline constexpr std::array all_bundle_kinds{BundleKind::keys, BundleKind::roster, BundleKind::directory,
                                             BundleKind::settings, BundleKind::receipts};
[[nodiscard]] std::string_view name_of(BundleKind kind); // "roster"

struct BundleHead {
    BundleKind kind{};
    std::string target;       // the kiosk of a roster and of receipts, the site of directory and settings; none of keys
    std::int64_t version = 0; // from 1
    std::string file;         // as the comment has it, whatever it is: see is_bundle_file
    bool operator==(const BundleHead&) const = default;
};

// "family-kiosk-roster v=1 kiosk=K version=N file=NAME".
[[nodiscard]] std::string bundle_trusted_comment(const BundleHead& head);
// Nothing if it is not exactly such a comment, of any kind.
[[nodiscard]] std::optional<BundleHead> parse_bundle_comment(std::string_view comment);
// Whether a data file of that kind may have this name: "roster-17.age", "keys-2.toml" … and nothing of a path.
[[nodiscard]] bool is_bundle_file(BundleKind kind, std::string_view name);

// Relative to the exchange's root.
[[nodiscard]] base::Path bundle_folder(BundleKind kind, const std::string& kiosk, const std::string& site);
[[nodiscard]] std::string bundle_signature_name(BundleKind kind); // "roster.minisig"

} // namespace kiosk
