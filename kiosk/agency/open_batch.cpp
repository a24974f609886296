#include "kiosk/agency/open_batch.hpp"

#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"

namespace kiosk {

namespace {

constexpr std::size_t key_file_most = 64 * 1024;

base::Result<std::vector<crypto::AgeIdentity>> read_identities(base::Files& files,
                                                               const std::vector<base::Path>& paths) {
    std::vector<crypto::AgeIdentity> identities;
    for (const base::Path& path : paths) {
        base::Bytes text = TRY(files.read(path, key_file_most));
        auto read = crypto::AgeIdentity::parse_file(base::text_of(text));
        base::wipe(text.data(), text.size());
        if (read.is_error()) return read.error().during(path.string());
        for (crypto::AgeIdentity& identity : read.value()) identities.push_back(std::move(identity));
    }
    return identities;
}

base::Result<std::string> check_signature(base::Files& files, const OpenRequest& request, base::ByteView sealed) {
    const base::Bytes key = TRY(files.read(*request.signer, key_file_most));
    const auto signer = TRY_DOING(crypto::VerifyingKey::parse(base::text_of(key)), request.signer->string());
    const base::Path beside = signature_name(request.file.string());
    const base::Bytes signature = TRY(files.read(beside, signature_most));
    return check_batch_signature(signer, request.file.filename().string(), sealed, base::text_of(signature));
}

} // namespace

base::Result<base::Secret> open_batch_file(base::Files& files, const OpenRequest& request) {
    const std::string where = request.file.string();
    const std::vector<crypto::AgeIdentity> identities = TRY(read_identities(files, request.identities));
    const base::Bytes sealed = TRY(files.read(request.file, batch_sealed_most));
    std::optional<std::string> trusted_comment;
    if (request.signer) trusted_comment = TRY_DOING(check_signature(files, request, sealed), where);
    switch (request.depth) {
    case OpenDepth::age_layer: return TRY_DOING(open_age_layer(identities, sealed), where);
    case OpenDepth::records: break;
    }
    OpenedBatch batch = TRY_DOING(open_batch(identities, sealed, trusted_comment), where);
    return std::move(batch.text);
}

} // namespace kiosk
