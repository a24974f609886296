#include "kiosk/exchange/bundle.hpp"

#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/foreign_folder.hpp"
#include "kiosk/import/roster_csv.hpp"

namespace kiosk {

namespace {

using base::Path;
using Refused = std::optional<BundleRefusal>;

constexpr std::size_t small_bundle_most = 64 * 1024;
constexpr std::size_t directory_most = std::size_t{256} * 1024 * 1024;

constexpr std::array refusal_names{"not_a_file", "too_large",         "unreadable",   "wrong_form",   "unknown_signer",
                                   "wrong_role", "changed_signature", "wrong_type",   "wrong_target", "not_newer",
                                   "wrong_name", "missing_file",      "changed_file", "wrong_content"};
static_assert(refusal_names.size() == bundle_refusal_count);

struct ReadFile {
    base::Bytes bytes;
    Refused refused;
};

// What it is called when it cannot be read is found by looking again; what was read never depends on that look.
ReadFile read_file(base::Files& files, const Path& path, std::size_t most) {
    auto read = files.read(path, most);
    if (!read.is_error()) return {read.release_value(), std::nullopt};
    switch (standing_at(path)) {
    case Standing::nothing: return {{}, BundleRefusal::missing_file};
    case Standing::folder:
    case Standing::other: return {{}, BundleRefusal::not_a_file};
    case Standing::file: break;
    }
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    return {{}, !failed && size > most ? BundleRefusal::too_large : BundleRefusal::unreadable};
}

const crypto::VerifyingKey& signer_of(BundleKind kind, const AgencyPublic& agency) {
    switch (kind) {
    case BundleKind::keys: return agency.root;
    case BundleKind::receipts: return agency.receipts;
    case BundleKind::roster:
    case BundleKind::directory:
    case BundleKind::settings: break;
    }
    return agency.publisher;
}

BundleRefusal refusal_of(crypto::SignatureFailure failure, const AgencyPublic& agency, std::string_view signature) {
    switch (failure) {
    case crypto::SignatureFailure::none:
    case crypto::SignatureFailure::form: return BundleRefusal::wrong_form;
    case crypto::SignatureFailure::comment: return BundleRefusal::changed_signature;
    case crypto::SignatureFailure::file: return BundleRefusal::changed_file;
    case crypto::SignatureFailure::key: break;
    }
    for (const auto* key : {&agency.root, &agency.publisher, &agency.receipts}) {
        if (!crypto::verify_trusted_comment(*key, signature).is_error()) return BundleRefusal::wrong_role;
    }
    return BundleRefusal::unknown_signer;
}

Refused check_head(const BundleHead& head, BundleKind kind, const BundleExpected& expected) {
    if (head.kind != kind) return BundleRefusal::wrong_type;
    const bool is_for_kiosk = kind == BundleKind::roster || kind == BundleKind::receipts;
    const std::string& target = is_for_kiosk ? expected.kiosk : expected.site;
    if (kind != BundleKind::keys && head.target != target) return BundleRefusal::wrong_target;
    if (head.version <= expected.kept) return BundleRefusal::not_newer;
    if (!is_bundle_file(kind, head.file)) return BundleRefusal::wrong_name;
    return std::nullopt;
}

} // namespace

std::string_view name_of(BundleRefusal refusal) { return refusal_names[static_cast<std::size_t>(refusal)]; }

std::size_t bundle_most(BundleKind kind) {
    switch (kind) {
    case BundleKind::roster: return most_roster_bytes + most_roster_bytes / 64; // what age adds is less
    case BundleKind::directory: return directory_most;
    case BundleKind::receipts: return batch_sealed_most;
    case BundleKind::keys:
    case BundleKind::settings: break;
    }
    return small_bundle_most;
}

bool has_bundle(const Path& root, BundleKind kind, const std::string& kiosk, const std::string& site) {
    return standing_at(root / bundle_folder(kind, kiosk, site) / bundle_signature_name(kind)) != Standing::nothing;
}

BundleRead read_bundle(base::Files& files, const Path& root, BundleKind kind, const BundleExpected& expected) {
    const Path relative = bundle_folder(kind, expected.kiosk, expected.site);
    const Standing folder = folder_at(root, relative);
    if (folder == Standing::nothing) return NoBundle{};
    if (folder != Standing::folder) return RefusedBundle{BundleRefusal::not_a_file};
    const ReadFile signature = read_file(files, root / relative / bundle_signature_name(kind), signature_most);
    if (signature.refused == BundleRefusal::missing_file) return NoBundle{};
    if (signature.refused) return RefusedBundle{*signature.refused};

    const crypto::VerifyingKey& signer = signer_of(kind, expected.agency);
    const std::string_view text = base::text_of(signature.bytes);
    auto failure = crypto::SignatureFailure::none;
    const auto comment = crypto::verify_trusted_comment(signer, text, &failure);
    if (comment.is_error()) return RefusedBundle{refusal_of(failure, expected.agency, text)};
    const auto head = parse_bundle_comment(comment.value());
    if (!head) return RefusedBundle{BundleRefusal::wrong_form};
    if (const Refused refused = check_head(*head, kind, expected)) return RefusedBundle{*refused, head->version};

    ReadFile data = read_file(files, root / relative / head->file, bundle_most(kind));
    if (data.refused) return RefusedBundle{*data.refused, head->version};
    base::MemorySource source(data.bytes);
    if (crypto::verify_signature(signer, source, text).is_error()) {
        return RefusedBundle{BundleRefusal::changed_file, head->version};
    }
    return Bundle{*head, std::move(data.bytes), std::string(text)};
}

} // namespace kiosk
