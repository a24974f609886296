// A small picture on its way from Cairo to a texture. Wiped when it goes, since it may show a name. One thread.
#pragma once

#include "base/secret.hpp"

#include <cstdint>
#include <memory>

namespace ui {

// Rows of ARGB in native byte order with straight alpha, four bytes a pixel, no padding between rows.
class Bitmap {
public:
    Bitmap() = default;
    Bitmap(int width, int height)
        : width_(width), height_(height), size_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)),
          pixels_(std::make_unique<std::uint32_t[]>(size_)) {}
    Bitmap(Bitmap&&) = default;
    Bitmap& operator=(Bitmap&&) = delete;
    ~Bitmap() {
        if (pixels_) base::wipe(pixels_.get(), bytes());
    }

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] std::size_t bytes() const { return size_ * sizeof(std::uint32_t); }
    [[nodiscard]] std::uint32_t* row(int y) {
        return pixels_.get() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    }
    [[nodiscard]] const std::uint32_t* pixels() const { return pixels_.get(); }

private:
    int width_ = 0;
    int height_ = 0;
    std::size_t size_ = 0;
    std::unique_ptr<std::uint32_t[]> pixels_;
};

} // namespace ui
