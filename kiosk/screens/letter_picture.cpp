#include "kiosk/screens/letter_picture.hpp"

#include "kiosk/screens/qr_code.hpp"

namespace kiosk {

namespace {

// Drawn from the toolkit's own panels, so that it follows the theme and mirrors with the page.
void draw_lines(ui::Canvas& canvas, const ui::Rect& paper) {
    const float u = paper.w / 440;
    const float widths[] = {150, 100, 176, 190, 160, 108};
    const float tops[] = {44, 76, 132, 164, 196, 228};
    for (int i = 0; i < 6; ++i) {
        const float x = i < 2 ? 118 : 32;
        canvas.panel({paper.x + x * u, paper.y + tops[i] * u, widths[i] * u, 14 * u}, ui::Tint::line, 7 * u);
    }
}

} // namespace

void draw_letter_picture(ui::Canvas& canvas, const ui::Rect& box) {
    const float u = std::min(box.w / 500, box.h / 410);
    const float x = box.x + (box.w - 440 * u) / 2;
    const float y = box.y + (box.h - 410 * u) / 2;
    // The scanner's light, then the letter over it, then the scanner below the screen.
    canvas.panel({x + 120 * u, y + 286 * u, 200 * u, 84 * u}, ui::Tint::care_soft, 12 * u);
    const ui::Rect paper{x, y, 440 * u, 290 * u};
    canvas.panel(paper, ui::Tint::line_strong, 20 * u);
    canvas.panel(paper.inset(3 * u), ui::Tint::surface, 17 * u);
    canvas.quilt({x + 32 * u, y + 34 * u, 64 * u, 64 * u}, ui::Quilt::logo);
    draw_lines(canvas, paper);
    const ui::Rect frame{x + 240 * u, y + 96 * u, 178 * u, 178 * u};
    canvas.panel(frame, ui::Tint::primary, 16 * u);
    canvas.panel(frame.inset(5 * u), ui::Tint::surface, 12 * u);
    canvas.squares(frame.inset(30 * u), qr_code("FK1.00000000.0000000000000"));
    canvas.panel({x + 90 * u, y + 366 * u, 260 * u, 36 * u}, ui::Tint::ink, 18 * u);
    canvas.panel({x + 116 * u, y + 378 * u, 208 * u, 12 * u}, ui::Tint::help, 6 * u);
}

} // namespace kiosk
