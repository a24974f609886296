// Reads one bundle of the agency from a folder that anybody may have written to, and believes nothing of it that is not
// signed by the key whose business it is. Leaves what is inside to bundle_opener. Any thread.
#pragma once

#include "kiosk/agency/agency_keys.hpp"
#include "kiosk/exchange/bundle_name.hpp"

#include <variant>

namespace kiosk {

// Why a bundle is not used, in the order in which it is looked at.
enum class BundleRefusal {
    not_a_file,        // a folder, a link, a pipe stands where a file or a folder of the exchange is expected
    too_large,         // the signature or the data file
    unreadable,        // the stick or the disk does not give it
    wrong_form,        // no minisign signature, or a trusted comment that is none of ours
    unknown_signer,    // signed by a key that is none of the agency's
    wrong_role,        // signed by a key of the agency that may not sign this
    changed_signature, // the trusted comment was changed after signing
    wrong_type,        // the signature of another type of bundle
    wrong_target,      // for another kiosk or site
    not_newer,         // the version is not higher than the one that was used last
    wrong_name,        // the data file's name is not a plain one of its kind
    missing_file,      // the signature is there, its data file is not
    changed_file,      // the data file is not the one that was signed
    wrong_content,     // signed, and yet it does not open or is not what it should be
};
constexpr int bundle_refusal_count = static_cast<int>(BundleRefusal::wrong_content) + 1;
[[nodiscard]] std::string_view name_of(BundleRefusal refusal); // "wrong_role"

struct BundleExpected {
    const AgencyPublic& agency;
    std::string kiosk;
    std::string site;
    std::int64_t kept = 0; // version of that kind that was used last; 0 for none
};

struct Bundle {
    BundleHead head;
    base::Bytes content;   // of the data file, as it was signed
    std::string signature; // the text of the signature file
};

struct RefusedBundle {
    BundleRefusal why{};
    std::int64_t version = 0; // as signed; 0 where no signature held
};

struct NoBundle {};
struct UnusedBundle {}; // of a kind that this version has no use for: there, and not looked at

using BundleRead = std::variant<NoBundle, UnusedBundle, RefusedBundle, Bundle>;

// The bundle of that kind in the exchange below `root`. The data file is opened only after everything that its
// signature says has been found right; it is read whole, up to bundle_most(kind) bytes.
[[nodiscard]] BundleRead read_bundle(base::Files& files, const base::Path& root, BundleKind kind,
                                     const BundleExpected& expected);
// Whether a signature of that kind lies there, whatever it is worth.
[[nodiscard]] bool has_bundle(const base::Path& root, BundleKind kind, const std::string& kiosk,
                              const std::string& site);
[[nodiscard]] std::size_t bundle_most(BundleKind kind);

} // namespace kiosk
