#include "ui/quad_painter.hpp"

#include "base/random.hpp"
#include "ui/cairo_bitmap.hpp"
#include "ui/shape_textures.hpp"

#include <cmath>
#include <imgui.h>

namespace ui {

namespace {

// A measure is 32 bytes with its name: this many are half a megabyte.
constexpr std::size_t most_measures = 8192;

ImU32 packed(Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }

// Whole pixels, or edges would blur. Both edges are rounded, so that boxes that touch still touch.
Rect snapped(const Rect& box) {
    const float x = std::round(box.x), y = std::round(box.y);
    return {x, y, std::round(box.right()) - x, std::round(box.bottom()) - y};
}

ImTextureID id_of(const Texture* texture) {
    // Dear ImGui only hands the pointer back to us.
    return const_cast<Texture*>(texture);
}

} // namespace

void PaintStore::forget() {
    textures->forget();
    measures.clear();
    areas.forget();
    base::SystemRandom random;
    random.fill({reinterpret_cast<std::uint8_t*>(&key), sizeof key});
}

KeyedHash QuadPainter::name(Kind kind) const { return KeyedHash(store_.key).add(kind); }

TextMeasure QuadPainter::measure(const TextRun& run) {
    KeyedHash hash = name(Kind::measure);
    add_run(hash, run);
    const Digest digest = hash.finish();
    if (const auto found = store_.measures.find(digest); found != store_.measures.end()) return found->second;
    if (store_.measures.size() >= most_measures) store_.measures.clear();
    const TextMeasure measure = store_.text->measure(run);
    store_.measures.emplace(digest, measure);
    return measure;
}

void QuadPainter::text(const TextRun& run, const Rect& box, Color color) {
    if (run.text.empty()) return;
    KeyedHash hash = name(Kind::text);
    add_run(hash, run);
    const Texture* texture = store_.textures->get(hash.finish(), [&] { return store_.text->render(run); });
    if (texture == nullptr) return;
    quad(texture, {block_start(run, box), box.y}, color);
}

float QuadPainter::block_start(const TextRun& run, const Rect& box) {
    const float spare = box.w - measure(run).size.w;
    const bool is_right = (run.align == Align::end) != run.right_to_left;
    return run.align == Align::centre ? box.x + spare / 2 : is_right ? box.x + spare : box.x;
}

void QuadPainter::fill(const Rect& box, Color color) {
    const Rect at = snapped(box);
    if (at.w <= 0 || at.h <= 0 || color.a == 0) return;
    quads_.AddRectFilled(ImVec2(at.x, at.y), ImVec2(at.right(), at.bottom()), packed(color));
}

void QuadPainter::fill_rounded(const Rect& box, float radius, Color color) { rounded(box, radius, 0, color); }

void QuadPainter::stroke_rounded(const Rect& box, float radius, float width, Color color) {
    const float stroke = std::max(std::round(width), 1.0F);
    const Rect at = snapped(box);
    if (2 * stroke >= std::min(at.w, at.h)) {
        rounded(at, radius, 0, color);
        return;
    }
    rounded(at, radius, stroke, color);
}

void QuadPainter::rounded(const Rect& box, float radius, float stroke, Color color) {
    const Rect at = snapped(box);
    if (at.w <= 0 || at.h <= 0 || color.a == 0) return;
    // Corners never overlap: a pill of odd height keeps one straight pixel.
    const float most = std::floor(std::min(at.w, at.h) / 2);
    const float r = std::clamp(radius, 0.0F, most);
    const int cell = static_cast<int>(std::ceil(std::max(r, stroke)));
    const float c = static_cast<float>(cell);
    if (cell > 0) {
        const Digest digest = name(Kind::corners).add(cell).add(r).add(stroke).finish();
        const Texture* corners = store_.textures->get(digest, [&] {
            return PlacedBitmap{draw_corners(cell, r, stroke), 0, 0};
        });
        if (corners == nullptr) return;
        const auto corner = [&](float x, float y, float u, float v) {
            quads_.AddImage(id_of(corners), ImVec2(x, y), ImVec2(x + c, y + c), ImVec2(u, v),
                            ImVec2(u + 0.5F, v + 0.5F), packed(color));
        };
        corner(at.x, at.y, 0, 0);
        corner(at.right() - c, at.y, 0.5F, 0);
        corner(at.x, at.bottom() - c, 0, 0.5F);
        corner(at.right() - c, at.bottom() - c, 0.5F, 0.5F);
    }
    if (stroke > 0) {
        fill({at.x + c, at.y, at.w - 2 * c, stroke}, color);
        fill({at.x + c, at.bottom() - stroke, at.w - 2 * c, stroke}, color);
        fill({at.x, at.y + c, stroke, at.h - 2 * c}, color);
        fill({at.right() - stroke, at.y + c, stroke, at.h - 2 * c}, color);
        return;
    }
    fill({at.x + c, at.y, at.w - 2 * c, c}, color);
    fill({at.x, at.y + c, at.w, at.h - 2 * c}, color);
    fill({at.x + c, at.bottom() - c, at.w - 2 * c, c}, color);
}

void QuadPainter::stroke_dashed(const Rect& box, float radius, float width, Color color) {
    const Rect at = snapped(box);
    if (at.w <= 0 || at.h <= 0 || color.a == 0) return;
    const float stroke = std::max(std::round(width), 1.0F);
    const float r = std::clamp(radius, 0.0F, std::floor(std::min(at.w, at.h) / 2));
    const int w = static_cast<int>(at.w), h = static_cast<int>(at.h);
    const Digest digest = name(Kind::dashed).add(w).add(h).add(r).add(stroke).finish();
    const Texture* outline = store_.textures->get(digest, [&] {
        return PlacedBitmap{draw_dashed_outline(w, h, r, stroke), 0, 0};
    });
    quad(outline, {at.x, at.y}, color);
}

void QuadPainter::dashes(Point from, float length, float width, Color color) {
    const float stroke = std::max(std::round(width), 1.0F);
    const float dash = 3 * stroke, gap = 8.0F / 3.0F * stroke;
    const int count = static_cast<int>(std::ceil(length / (dash + gap)));
    for (int i = 0; i < count; ++i) {
        const float x = static_cast<float>(i) * (dash + gap);
        fill({from.x + x, from.y, std::min(dash, length - x), stroke}, color);
    }
}

void QuadPainter::icon(Icon icon, const Rect& box, Color color, bool mirrored) {
    const int size = static_cast<int>(std::round(std::min(box.w, box.h)));
    if (icon == Icon::none || size <= 0 || !store_.icons->has(icon)) return;
    const Digest digest = name(Kind::icon).add(icon).add(size).add(mirrored).finish();
    const Texture* texture = store_.textures->get(digest, [&] {
        return PlacedBitmap{store_.icons->draw(icon, size, mirrored), 0, 0};
    });
    const float half = static_cast<float>(size) / 2;
    quad(texture, {box.centre().x - half, box.centre().y - half}, color);
}

void QuadPainter::picture(const std::string& key, const Rect& box, const std::function<void(_cairo*)>& draw) {
    const Rect at = snapped(box);
    const int w = static_cast<int>(at.w), h = static_cast<int>(at.h);
    if (w <= 0 || h <= 0) return;
    const Digest digest = name(Kind::picture).add(std::string_view(key)).add(w).add(h).finish();
    const Texture* texture = store_.textures->get(digest, [&] { return PlacedBitmap{draw_colours(w, h, draw), 0, 0}; });
    quad(texture, {at.x, at.y}, {255, 255, 255, 255});
}

void QuadPainter::quad(const Texture* texture, Point at, Color color) {
    if (texture == nullptr || color.a == 0) return;
    const ImVec2 from(std::round(at.x) + static_cast<float>(texture->left),
                      std::round(at.y) + static_cast<float>(texture->top));
    const ImVec2 to(from.x + static_cast<float>(texture->width), from.y + static_cast<float>(texture->height));
    quads_.AddImage(id_of(texture), from, to, ImVec2(0, 0), ImVec2(1, 1), packed(color));
}

Touch QuadPainter::touch(const std::string& id, const Rect& hit) { return store_.areas.ask(id, hit, clock_.moment()); }

std::chrono::milliseconds QuadPainter::held(const std::string& id) { return store_.areas.held(id, clock_.moment()); }

std::optional<Point> QuadPainter::missed_touch() { return store_.areas.missed(clock_.moment()); }

} // namespace ui
