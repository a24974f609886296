// Draws the house's icons from the Material Icons font file: one code point fills the em square. Main thread.
#pragma once

#include "base/result.hpp"
#include "ui/bitmap.hpp"
#include "ui/icons.hpp"

#include <memory>

namespace ui {

class IconFont {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<IconFont>> open();
    ~IconFont();
    [[nodiscard]] bool has(Icon icon) const;
    // A square of this many pixels, coverage only.
    [[nodiscard]] Bitmap draw(Icon icon, int size, bool mirrored) const;

private:
    struct Parts;
    explicit IconFont(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace ui
