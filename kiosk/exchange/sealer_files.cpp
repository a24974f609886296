// The sealer's dealings with files: what has been written under temporary names gets its names, and after a power cut
// what lies on the disk is compared with the ledger.
#include "base/random.hpp"
#include "crypto/digest.hpp"
#include "kiosk/exchange/batch_file.hpp"
#include "kiosk/exchange/batch_name.hpp"
#include "kiosk/exchange/sealer.hpp"

#include <array>

namespace kiosk {

// Where the two files of a batch lie before and after they get their names.
struct Sealer::Place {
    base::Path folder;
    base::Path sealed;
    base::Path signature;
    base::Path sealed_part;
    base::Path signature_part;
};

Sealer::Place Sealer::place_of(const storage::BatchRow& row) const {
    const base::Path folder = outbox_ / batch_folder(names_.kiosk, row.epoch, row.seq);
    const std::string sealed = batch_file_name(row.seq, row.sha256);
    const std::string signature = signature_name(sealed);
    const std::string prefix(unfinished_prefix);
    return {folder, folder / sealed, folder / signature, folder / (prefix + sealed), folder / (prefix + signature)};
}

base::Result<void> Sealer::keep_parts(const storage::BatchRow& row, base::ByteView sealed, std::string_view signature) {
    const Place place = place_of(row);
    TRY(files_.make_folder(place.folder, base::FolderAccess::readable_by_all));
    auto kept = files_.write_new(place.sealed_part, sealed, base::FileAccess::readable_by_all);
    if (!kept.is_error()) {
        kept = files_.write_new(place.signature_part, base::bytes_of(signature), base::FileAccess::readable_by_all);
    }
    // The ledger is about to promise that these files exist, so their names must be on the disk too.
    if (!kept.is_error()) kept = files_.sync_folder(place.folder);
    if (kept.is_error()) {
        // On a full disk every try would leave its own part; what cannot be removed now goes at the next start.
        (void)files_.remove(place.sealed_part);
        (void)files_.remove(place.signature_part);
    }
    return kept;
}

base::Result<void> Sealer::publish(const storage::BatchRow& row) {
    const Place place = place_of(row);
    if (TRY(files_.exists(place.sealed_part))) TRY(files_.rename(place.sealed_part, place.sealed));
    TRY(files_.sync_folder(place.folder));
    if (TRY(files_.exists(place.signature_part))) TRY(files_.rename(place.signature_part, place.signature));
    TRY(files_.sync_folder(place.folder));
    return store_.mark_published(row.epoch, row.seq);
}

base::Result<void> Sealer::recover() {
    std::array<std::uint8_t, 4> epoch{};
    random_.fill(epoch);
    TRY(store_.begin_epoch(base::to_hex(epoch)));
    TRY_DOING(finish_written(), "finishing the batches of an earlier run");
    return remove_strays();
}

base::Result<void> Sealer::finish_written() {
    for (const storage::BatchRow& row : TRY(store_.unfinished_batches())) {
        if (TRY(is_whole(row))) {
            TRY(publish(row));
        } else {
            TRY(declare_lost(row));
        }
    }
    return {};
}

base::Result<bool> Sealer::is_whole(const storage::BatchRow& row) {
    const Place place = place_of(row);
    const bool has_sealed_name = TRY(files_.exists(place.sealed));
    const bool has_signature_name = TRY(files_.exists(place.signature));
    const base::Path sealed_path = has_sealed_name ? place.sealed : place.sealed_part;
    const base::Path signature_path = has_signature_name ? place.signature : place.signature_part;
    if (!TRY(files_.exists(sealed_path)) || !TRY(files_.exists(signature_path))) return false;
    // A file that cannot be read now may be readable later: that is an error, not a loss.
    const base::Bytes sealed = TRY(files_.read(sealed_path, batch_sealed_most));
    const base::Bytes signature = TRY(files_.read(signature_path, signature_most));
    if (base::to_hex(crypto::sha256(sealed)) != row.sha256) return false;
    base::MemorySource source(sealed);
    return !crypto::verify_signature(signing_.verifying_key(), source, base::text_of(signature)).is_error();
}

base::Result<void> Sealer::declare_lost(const storage::BatchRow& row) {
    const Place place = place_of(row);
    // The files go first: if power fails in between, they are still missing and the row is declared lost again.
    for (const base::Path& path : {place.signature, place.sealed, place.signature_part, place.sealed_part}) {
        TRY(files_.remove(path));
    }
    if (TRY(files_.exists(place.folder))) TRY(files_.sync_folder(place.folder));
    return store_.mark_lost(row.epoch, row.seq);
}

base::Result<void> Sealer::remove_strays() {
    const base::Path upward = outbox_ / upward_folder(names_.kiosk);
    if (!TRY(files_.exists(upward))) return {};
    for (const std::string& epoch : TRY(files_.list(upward))) {
        for (const std::string& folder : TRY(files_.list(upward / epoch))) {
            for (const std::string& name : TRY(files_.list(upward / epoch / folder))) {
                if (name.starts_with(unfinished_prefix)) TRY(files_.remove(upward / epoch / folder / name));
            }
        }
    }
    return {};
}

} // namespace kiosk
