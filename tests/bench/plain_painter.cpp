#include "tests/bench/plain_painter.hpp"

#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>

namespace bench {

namespace {

ImU32 packed(ui::Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }
ImVec2 start_of(const ui::Rect& box) { return {box.x, box.y}; }
ImVec2 end_of(const ui::Rect& box) { return {box.right(), box.bottom()}; }

} // namespace

ui::TextMeasure PlainPainter::measure(const ui::TextRun& run) {
    const ImVec2 size = font_.CalcTextSizeA(run.em_px, FLT_MAX, run.width_px, run.text.c_str());
    const int lines = std::max(static_cast<int>(std::round(size.y / run.em_px)), 1);
    return {{size.x, static_cast<float>(lines) * run.line_px}, lines, false};
}

std::vector<ui::CaretStop> PlainPainter::caret_stops(const ui::TextRun& run) {
    std::vector<ui::CaretStop> stops{{}};
    for (std::size_t i = 0; i < run.text.size(); ++i) {
        const char* end = run.text.c_str() + i + 1;
        stops.push_back({i + 1, i, true, font_.CalcTextSizeA(run.em_px, FLT_MAX, 0, run.text.c_str(), end).x});
    }
    return stops;
}

void PlainPainter::text(const ui::TextRun& run, const ui::Rect& box, ui::Color color) {
    const float spare = run.align == ui::Align::start ? 0 : box.w - measure(run).size.w;
    const ImVec2 at{box.x + (run.align == ui::Align::centre ? spare / 2 : spare), box.y};
    list_.AddText(&font_, run.em_px, at, packed(color), run.text.c_str(), nullptr, run.width_px);
}

void PlainPainter::fill(const ui::Rect& box, ui::Color color) {
    list_.AddRectFilled(start_of(box), end_of(box), packed(color));
}
void PlainPainter::fill_rounded(const ui::Rect& box, float radius, ui::Color color) {
    list_.AddRectFilled(start_of(box), end_of(box), packed(color), radius);
}
void PlainPainter::stroke_rounded(const ui::Rect& box, float radius, float width, ui::Color color) {
    list_.AddRect(start_of(box), end_of(box), packed(color), radius, 0, width);
}
void PlainPainter::stroke_dashed(const ui::Rect& box, float radius, float width, ui::Color color) {
    stroke_rounded(box, radius, width, color);
}
void PlainPainter::dashes(ui::Point from, float length, float width, ui::Color color) {
    list_.AddRectFilled({from.x, from.y}, {from.x + length, from.y + width}, packed(color));
}
void PlainPainter::icon(ui::Icon, const ui::Rect& box, ui::Color color, bool) {
    const ui::Point centre = box.centre();
    list_.AddCircleFilled({centre.x, centre.y}, std::min(box.w, box.h) / 2, packed(color));
}
void PlainPainter::picture(const std::string&, const ui::Rect& box, const std::function<void(_cairo*)>&) {
    list_.AddRectFilled(start_of(box), end_of(box), IM_COL32(120, 120, 160, 255));
}
ui::Touch PlainPainter::touch(const std::string&, const ui::Rect&) { return {}; }

} // namespace bench
