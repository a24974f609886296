#include "kiosk/exchange/batch_export.hpp"

#include "crypto/digest.hpp"
#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/foreign_folder.hpp"
#include "kiosk/exchange/transport.hpp"

namespace kiosk {

namespace {

CopyOutcome outcome_of(const base::Error& error, const base::Path& root) {
    if (standing_at(root) != Standing::folder) return CopyOutcome::stick_gone;
    return error.kind == base::ErrorKind::retry_later ? CopyOutcome::stick_full : CopyOutcome::stick_refuses;
}

CopyOutcome put(Transport& transport, const base::Path& root, const base::Path& name, base::ByteView content) {
    const auto standing = transport.compare(name, content);
    if (standing.is_error()) return outcome_of(standing.error(), root);
    switch (standing.value()) {
    case AtTarget::same: return CopyOutcome::already;
    case AtTarget::other: return CopyOutcome::other_content;
    case AtTarget::absent: break;
    }
    const auto done = transport.put(name, content);
    return done.is_error() ? outcome_of(done.error(), root) : CopyOutcome::copied;
}

constexpr std::size_t file_most = std::size_t{64} << 20;

// Nothing that leads away from the stick, and no stick that is gone.
std::optional<CopyOutcome> obstacle(const base::Path& root, const base::Path& folder) {
    if (standing_at(root) != Standing::folder) return CopyOutcome::stick_gone;
    const Standing way = folder_at(root, folder);
    if (way != Standing::folder && way != Standing::nothing) return CopyOutcome::stick_refuses;
    return std::nullopt;
}

bool is_there(CopyOutcome outcome) { return outcome == CopyOutcome::copied || outcome == CopyOutcome::already; }

} // namespace

base::Result<std::vector<CarriedBatch>> batches_to_carry(storage::Store& store, base::Files& files,
                                                         const base::Path& outbox, const std::string& kiosk) {
    std::vector<CarriedBatch> batches;
    for (const storage::BatchRow& row : TRY(store.published_batches())) {
        const base::Path name = batch_folder(kiosk, row.epoch, row.seq) / batch_file_name(row.seq, row.sha256);
        if (TRY(files.exists(outbox / name))) batches.push_back({name, row.sha256});
    }
    return batches;
}

CopyOutcome copy_batch(base::Files& files, const base::Path& outbox, const base::Path& root,
                       const CarriedBatch& batch) {
    if (const auto stands = obstacle(root, batch.name.parent_path())) return *stands;
    const base::Path signature_name_there = signature_name(batch.name.string());
    const auto sealed = files.read(outbox / batch.name, batch_sealed_most);
    const auto signature = files.read(outbox / signature_name_there, signature_most);
    if (sealed.is_error() || signature.is_error()) return CopyOutcome::damaged_here;
    if (base::to_hex(crypto::sha256(sealed.value())) != batch.sha256) return CopyOutcome::damaged_here;

    FolderTransport transport(files, root);
    const CopyOutcome first = put(transport, root, batch.name, sealed.value());
    if (!is_there(first)) return first;
    const CopyOutcome last = put(transport, root, signature_name_there, signature.value());
    // Without its signature a file is nobody's; on a full stick it would only take room.
    if (!is_there(last) && first == CopyOutcome::copied) (void)files.remove(root / batch.name);
    if (!is_there(last)) return last;
    return first == CopyOutcome::copied ? first : last;
}

CopyOutcome copy_file(base::Files& files, const base::Path& root, const base::Path& name, const base::Path& from) {
    if (const auto stands = obstacle(root, name.parent_path())) return *stands;
    const auto content = files.read(from, file_most);
    if (content.is_error()) return CopyOutcome::damaged_here;
    FolderTransport transport(files, root);
    return put(transport, root, name, content.value());
}

} // namespace kiosk
