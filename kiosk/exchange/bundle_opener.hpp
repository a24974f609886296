// Uses what the agency sent: keys and roster of a folder with the exchange's layout, a stick or the inbox. Each is used
// once: the versions are kept and only grow. What is sealed is opened in memory only. Main thread, but for `reading`.
#pragma once

#include "kiosk/exchange/bundle.hpp"
#include "kiosk/exchange/sealer.hpp"
#include "kiosk/state/settings.hpp"
#include "kiosk/state/state_folder.hpp"
#include "storage/store.hpp"

#include <functional>

namespace kiosk {

enum class BundleOutcome {
    applied,
    refused,  // `why` tells; what stood before stays
    not_kept, // right, but the kiosk could not keep it: a full disk, say. The same bundle may be brought again
    not_used, // of a kind that this version has no use for; left as it is
};

struct OpenedBundle {
    BundleKind kind{};
    BundleOutcome outcome{};
    std::int64_t version = 0; // as signed; 0 where no signature held
    BundleRefusal why{};
    std::string trouble; // of not_kept, for the operator
    // Of a roster that was applied:
    std::int64_t rows = 0;
    std::int64_t left_out = 0;                          // rows that were wrong
    std::optional<std::chrono::year_month_day> reach{}; // the last day that has a visit
};

class BundleOpener {
public:
    // All outlive it. `roster`: the identity to which rosters are sealed.
    BundleOpener(storage::Store& store, base::Files& files, StateFolder folder, const Settings& settings,
                 const crypto::AgeIdentity& roster, Sealer& sealer, const base::Clock& clock);

    // Reads the bundle of that kind below `root`: a job that touches nothing of the kiosk and may run on any thread.
    using Reading = std::function<BundleRead()>;
    [[nodiscard]] base::Result<Reading> reading(const base::Path& root, BundleKind kind);
    // Uses what was read; nothing if there was no bundle. `by`: number of the member of the staff, 0 for nobody.
    [[nodiscard]] std::optional<OpenedBundle> use(BundleKind kind, BundleRead read, std::int64_t by);
    // Both, for one kind or for all in their order.
    [[nodiscard]] std::optional<OpenedBundle> open(const base::Path& root, BundleKind kind, std::int64_t by);
    [[nodiscard]] std::vector<OpenedBundle> open_all(const base::Path& root, std::int64_t by);

private:
    [[nodiscard]] base::Result<std::int64_t> kept_version(BundleKind kind, const AgencyPublic& agency);
    [[nodiscard]] base::Result<OpenedBundle> use_keys(const Bundle& bundle, std::int64_t by);
    [[nodiscard]] base::Result<OpenedBundle> use_roster(const Bundle& bundle, std::int64_t by);

    storage::Store& store_;
    base::Files& files_;
    StateFolder folder_;
    const Settings& settings_;
    const crypto::AgeIdentity& roster_;
    Sealer& sealer_;
    const base::Clock& clock_;
};

[[nodiscard]] std::int64_t count_of(const std::vector<OpenedBundle>& bundles, BundleOutcome outcome);

} // namespace kiosk
