// Which displays this machine has now. They come and go with their cables, and the numbers of those that stay may
// change: the name tells them apart. Main thread, while a surface is open.
#pragma once

#include <string>
#include <vector>

namespace ui {

// As their makers call them, in SDL's order; the kiosk's own is the first.
[[nodiscard]] std::vector<std::string> display_names();

} // namespace ui
