// Opens the database of a state folder with keys derived from its vault key. Main thread.
#pragma once

#include "kiosk/state/state_folder.hpp"
#include "storage/store.hpp"

namespace kiosk {

// retry_later if another process has the database. A new database gets its epoch here.
[[nodiscard]] base::Result<std::unique_ptr<storage::Store>>
open_store(const StateFolder& folder, const crypto::VaultKey& vault, const base::Clock& clock, base::Random& random);

} // namespace kiosk
