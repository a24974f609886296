// The schema and how it comes forward, one migration at a time and never back. Main thread.
#pragma once

#include "storage/database.hpp"

#include <span>

namespace storage {

// The SQL that brings the schema from the version before to the next; the first makes version 1 out of nothing.
using Migration = const char*;

[[nodiscard]] std::span<const Migration> migrations();
[[nodiscard]] std::int64_t newest_schema_version();

// Each migration is one transaction together with its version number: done or not done, and then done at the next open.
base::Result<void> migrate(Database& database, std::span<const Migration> steps);

} // namespace storage
