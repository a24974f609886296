// A brush that paints with another one and remembers where words went. One frame; main thread.
#pragma once

#include "ui/painter.hpp"

#include <algorithm>

namespace audits {

struct PaintedText {
    std::string text;
    ui::Rect rect; // pixels: the letters and the air of their lines, without the spare width of the box
};

class TextWatcher final : public ui::Painter {
public:
    TextWatcher(ui::Painter& brush, std::vector<PaintedText>& painted) : brush_(brush), painted_(painted) {
        painted_.clear();
    }

    ui::TextMeasure measure(const ui::TextRun& run) override { return brush_.measure(run); }
    void text(const ui::TextRun& run, const ui::Rect& box, ui::Color color) override {
        brush_.text(run, box, color);
        const auto size = brush_.measure(run).size;
        const float spare = std::max(0.0F, box.w - size.w);
        const bool is_right = (run.align == ui::Align::end) != run.right_to_left;
        const float before = run.align == ui::Align::centre ? spare / 2 : is_right ? spare : 0;
        if (!run.text.empty()) painted_.push_back({run.text, {box.x + before, box.y, size.w, size.h}});
    }
    std::vector<ui::CaretStop> caret_stops(const ui::TextRun& run) override { return brush_.caret_stops(run); }
    void fill(const ui::Rect& box, ui::Color color) override { brush_.fill(box, color); }
    void fill_rounded(const ui::Rect& box, float radius, ui::Color color) override {
        brush_.fill_rounded(box, radius, color);
    }
    void stroke_rounded(const ui::Rect& box, float radius, float width, ui::Color color) override {
        brush_.stroke_rounded(box, radius, width, color);
    }
    void stroke_dashed(const ui::Rect& box, float radius, float width, ui::Color color) override {
        brush_.stroke_dashed(box, radius, width, color);
    }
    void dashes(ui::Point from, float length, float width, ui::Color color) override {
        brush_.dashes(from, length, width, color);
    }
    void icon(ui::Icon icon, const ui::Rect& box, ui::Color color, bool mirrored) override {
        brush_.icon(icon, box, color, mirrored);
    }
    void picture(const std::string& key, const ui::Rect& box, const std::function<void(_cairo*)>& draw) override {
        brush_.picture(key, box, draw);
    }
    ui::Touch touch(const std::string& id, const ui::Rect& hit) override { return brush_.touch(id, hit); }
    std::chrono::milliseconds held(const std::string& id) override { return brush_.held(id); }
    void expect_text() override { brush_.expect_text(); }
    std::optional<ui::Point> missed_touch() override { return brush_.missed_touch(); }

private:
    ui::Painter& brush_;
    std::vector<PaintedText>& painted_;
};

} // namespace audits
