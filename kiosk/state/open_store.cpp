#include "kiosk/state/open_store.hpp"

namespace kiosk {

base::Result<std::unique_ptr<storage::Store>> open_store(const StateFolder& folder, const crypto::VaultKey& vault,
                                                         const base::Clock& clock, base::Random& random) {
    storage::StoreKeys keys{crypto::derive_wrapping_key(vault), crypto::derive_staff_wrapping_key(vault),
                            crypto::derive_index_key(vault)};
    auto store = TRY(storage::Store::open(folder.database(), std::move(keys), clock, random));
    std::array<std::uint8_t, 4> epoch{};
    random.fill(epoch);
    TRY(store->begin_epoch(base::to_hex(epoch)));
    return store;
}

} // namespace kiosk
