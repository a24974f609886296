#include "ui/cairo_bitmap.hpp"

#include <cairo.h>

namespace ui {

namespace {

// Calls `read` with each finished row; the surface's own memory is wiped before it goes back.
void draw_rows(cairo_format_t format, int width, int height, const CairoDraw& draw,
               const std::function<void(int, const unsigned char*)>& read) {
    const int stride = cairo_format_stride_for_width(format, width);
    base::Secret memory(static_cast<std::size_t>(stride) * static_cast<std::size_t>(height));
    cairo_surface_t* surface =
        cairo_image_surface_create_for_data(memory.bytes().data(), format, width, height, stride);
    cairo_t* context = cairo_create(surface);
    draw(context);
    cairo_destroy(context);
    cairo_surface_flush(surface);
    for (int y = 0; y < height; ++y) {
        read(y, memory.view().data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(stride));
    }
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}

std::uint32_t straight(std::uint32_t premultiplied) {
    const std::uint32_t alpha = premultiplied >> 24;
    if (alpha == 0 || alpha == 255) return premultiplied;
    std::uint32_t pixel = alpha << 24;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        const std::uint32_t part = (premultiplied >> shift) & 255U;
        pixel |= std::min<std::uint32_t>((part * 255 + alpha / 2) / alpha, 255) << shift;
    }
    return pixel;
}

} // namespace

Bitmap draw_coverage(int width, int height, const CairoDraw& draw) {
    Bitmap bitmap(width, height);
    draw_rows(CAIRO_FORMAT_A8, width, height, draw, [&](int y, const unsigned char* row) {
        std::uint32_t* to = bitmap.row(y);
        for (int x = 0; x < width; ++x) to[x] = static_cast<std::uint32_t>(row[x]) << 24 | 0x00FFFFFFU;
    });
    return bitmap;
}

Bitmap draw_colours(int width, int height, const CairoDraw& draw) {
    Bitmap bitmap(width, height);
    draw_rows(CAIRO_FORMAT_ARGB32, width, height, draw, [&](int y, const unsigned char* row) {
        std::uint32_t* to = bitmap.row(y);
        const auto* from = reinterpret_cast<const std::uint32_t*>(row);
        for (int x = 0; x < width; ++x) to[x] = straight(from[x]);
    });
    return bitmap;
}

} // namespace ui
