// The folder with strings and fonts: beside the program (../share/family-kiosk). Any thread.
#pragma once

#include "base/files.hpp"

namespace kiosk {

[[nodiscard]] base::Path share_folder();

} // namespace kiosk
