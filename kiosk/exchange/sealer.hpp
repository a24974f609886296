// Seals what is pending into batches for the agency, in the order that survives a power cut (DESIGN section 4,
// "Batch"). Knows the batch format; leaves carrying to the courier. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"
#include "crypto/age.hpp"
#include "crypto/minisign.hpp"
#include "storage/store.hpp"

namespace kiosk {

struct SealerNames {
    std::string kiosk;
    std::string site;
    std::string roster_recipient; // age1…, announced in each header
};

// Whether audit entries make a batch when no other record goes with them. Each check-in leaves one or two; if every
// one of them made a batch, there would be two batches for each check-in.
enum class AuditAlone {
    waits,   // until the oldest is an hour old (the kiosk, after each record and by timer)
    travels, // at once (`kioskctl seal`)
};

class Sealer {
public:
    // `recipients`: identity and escrow of the agency. `signing`, `store`, `files`, `clock` and `random` outlive it.
    Sealer(storage::Store& store, base::Files& files, base::Path outbox, SealerNames names,
           const crypto::SigningKey& signing, std::vector<crypto::AgeRecipient> recipients, const base::Clock& clock,
           base::Random& random);

    // Finishes by hash what a crash left unfinished; declares lost what is gone; removes files that no ledger row
    // names; begins an epoch if there is none. Called at start, before anything else.
    [[nodiscard]] base::Result<void> recover();
    // Seals everything pending: first one batch for each urgent kind (check_in, help_request), then one for the rest
    // and the unsent audit entries; more where one would be too large. The number of batches made; 0 if nothing was
    // pending. After an error the batches made so far stand, and the next call goes on from there.
    [[nodiscard]] base::Result<int> seal(AuditAlone audit = AuditAlone::waits);
    // The agency has newer keys: every batch from now on is sealed to these.
    void set_recipients(std::vector<crypto::AgeRecipient> recipients) { recipients_ = std::move(recipients); }

private:
    struct Draft;
    struct Place;

    [[nodiscard]] base::Result<void> add(Draft& draft, storage::PendingSubmission submission);
    [[nodiscard]] base::Result<void> add(Draft& draft, const storage::AuditEntry& entry);
    [[nodiscard]] base::Result<void> write(Draft& draft);
    [[nodiscard]] base::Result<bool> may_travel(const std::vector<storage::AuditEntry>& entries,
                                                AuditAlone audit) const;
    [[nodiscard]] base::Result<void> keep_parts(const storage::BatchRow& row, base::ByteView sealed,
                                                std::string_view signature);
    [[nodiscard]] base::Result<void> publish(const storage::BatchRow& row);
    [[nodiscard]] base::Result<void> finish_written();
    [[nodiscard]] base::Result<bool> is_whole(const storage::BatchRow& row);
    [[nodiscard]] base::Result<void> declare_lost(const storage::BatchRow& row);
    [[nodiscard]] base::Result<void> remove_strays();
    [[nodiscard]] Place place_of(const storage::BatchRow& row) const;

    storage::Store& store_;
    base::Files& files_;
    base::Path outbox_;
    SealerNames names_;
    const crypto::SigningKey& signing_;
    std::vector<crypto::AgeRecipient> recipients_;
    const base::Clock& clock_;
    base::Random& random_;
};

} // namespace kiosk
