// QR codes (ISO/IEC 18004) as a grid of dark modules, by libqrencode. Any thread.
#pragma once

#include "ui/canvas.hpp"

namespace kiosk {

// Error correction M, smallest version that holds `text` (UTF-8, at most 500 bytes; longer ends the process, since
// every caller makes its own short text).
[[nodiscard]] ui::Squares qr_code(std::string_view text);

} // namespace kiosk
