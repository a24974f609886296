#include "kiosk/screens/qr_code.hpp"

#include "base/result.hpp"

#include <memory>
#include <qrencode.h>

namespace kiosk {

ui::Squares qr_code(std::string_view text) {
    const std::string copy(text);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(copy.c_str(), 0, QR_ECLEVEL_M),
                                                               &QRcode_free);
    base::invariant(code != nullptr, "a short text fits a QR code");
    ui::Squares squares;
    squares.width = code->width;
    squares.dark.resize(static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
    for (std::size_t i = 0; i < squares.dark.size(); ++i) squares.dark[i] = (code->data[i] & 1) != 0;
    return squares;
}

} // namespace kiosk
