// The folder with strings and fonts: beside the program (../share/family-kiosk). Any thread.
#pragma once

#include "base/files.hpp"

namespace kiosk {

[[nodiscard]] base::Path share_folder();
// The languages that there are words for, in the order of their tags.
[[nodiscard]] std::vector<std::string> built_languages();

} // namespace kiosk
