// Paints pages with Dear ImGui's own letters and antialiased shapes, as programs without our painter do: the
// alternative that a frame's cost is told against. Pictures are plain boxes. Main thread; valid during one frame.
#pragma once

#include "ui/painter.hpp"

struct ImDrawList;
struct ImFont;

namespace bench {

class PlainPainter final : public ui::Painter {
public:
    PlainPainter(ImDrawList& list, ImFont& font) : list_(list), font_(font) {}

    ui::TextMeasure measure(const ui::TextRun& run) override;
    std::vector<ui::CaretStop> caret_stops(const ui::TextRun& run) override;
    void text(const ui::TextRun& run, const ui::Rect& box, ui::Color color) override;
    void fill(const ui::Rect& box, ui::Color color) override;
    void fill_rounded(const ui::Rect& box, float radius, ui::Color color) override;
    void stroke_rounded(const ui::Rect& box, float radius, float width, ui::Color color) override;
    void stroke_dashed(const ui::Rect& box, float radius, float width, ui::Color color) override;
    void dashes(ui::Point from, float length, float width, ui::Color color) override;
    void icon(ui::Icon icon, const ui::Rect& box, ui::Color color, bool mirrored) override;
    void picture(const std::string& key, const ui::Rect& box, const std::function<void(_cairo*)>& draw) override;
    ui::Touch touch(const std::string& id, const ui::Rect& hit) override;

private:
    ImDrawList& list_;
    ImFont& font_;
};

} // namespace bench
