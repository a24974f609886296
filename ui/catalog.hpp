// One compiled gettext catalog (.mo): message id to pattern. Reads only; the files are made by msgfmt. Any thread.
#pragma once

#include "base/bytes.hpp"
#include "base/result.hpp"

#include <map>
#include <string>

namespace ui {

using Catalog = std::map<std::string, std::string, std::less<>>;

// The GNU .mo format ("The Format of GNU MO Files", gettext manual 10.3), either byte order, revision 0. Messages that
// are not translated are left out. Refuses with call_staff whatever is damaged, not UTF-8, or uses gettext's own
// plurals (plurals are written as ICU patterns).
[[nodiscard]] base::Result<Catalog> read_catalog(base::ByteView file);

} // namespace ui
