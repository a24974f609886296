// A painter that draws nothing and remembers everything, with letters of one width, and a finger that tests move.
#pragma once

#include "ui/graphemes.hpp"
#include "ui/painter.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace support {

struct Stroke {
    enum class Kind { fill, border, dashed_border, dashes, icon, text, picture } kind;
    ui::Rect box;
    ui::Color color;
    float radius = 0;
    float width = 0;
    std::string text = {}; // or the key of a picture
    ui::TextRun run = {};
    bool is_mirrored = false;
};

class RecordingPainter final : public ui::Painter {
public:
    std::vector<Stroke> strokes;
    std::map<std::string, ui::Touch> touches;               // by id: what the finger does there
    std::map<std::string, ui::Rect> touch_areas;            // by id: what was asked for
    std::map<std::string, std::chrono::milliseconds> holds; // by id: how long it has been there
    bool expects_text = false;
    std::optional<ui::Point> missed;

    ui::TextMeasure measure(const ui::TextRun& run) override {
        const float letter = run.em_px * (run.weight == ui::Weight::bold ? 0.6F : 0.55F);
        ui::TextMeasure measured;
        float line = 0;
        std::size_t word = 0;
        const auto end_word = [&](bool is_last) {
            const float width = static_cast<float>(word) * letter;
            const float space = line > 0 ? letter : 0;
            if (run.width_px > 0 && line > 0 && line + space + width > run.width_px) {
                ++measured.lines;
                line = width;
            } else {
                line += space + width;
            }
            if (run.width_px > 0 && width > run.width_px) measured.is_cut = true;
            measured.size.w = std::max(measured.size.w, line);
            word = 0;
            if (is_last) return;
        };
        for (const char c : run.text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == ' ') {
                end_word(false);
            } else if ((c != '*' || run.stars == ui::Stars::shown) && (byte & 0xC0U) != 0x80U) {
                ++word;
            }
        }
        end_word(true);
        if (run.most_lines > 0 && measured.lines > run.most_lines) {
            measured.lines = run.most_lines;
            measured.is_cut = true;
        }
        measured.size.h = static_cast<float>(measured.lines) * run.line_px;
        return measured;
    }
    // As if it were one line, whatever its width.
    std::vector<ui::CaretStop> caret_stops(const ui::TextRun& run) override {
        const float letter = run.em_px * (run.weight == ui::Weight::bold ? 0.6F : 0.55F);
        const auto borders = ui::grapheme_borders(run.text);
        if (borders.size() == 1) return {ui::CaretStop{}};
        std::vector<ui::CaretStop> stops;
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            const std::size_t before = run.right_to_left ? borders.size() - 1 - i : i;
            const std::size_t behind = run.right_to_left ? before - 1 : before + 1;
            stops.push_back({borders[i], borders[i], false, static_cast<float>(before) * letter});
            stops.push_back({borders[i + 1], borders[i], true, static_cast<float>(behind) * letter});
        }
        return stops;
    }
    void text(const ui::TextRun& run, const ui::Rect& box, ui::Color color) override {
        strokes.push_back({Stroke::Kind::text, box, color, 0, 0, run.text, run});
    }
    void fill(const ui::Rect& box, ui::Color color) override { strokes.push_back({Stroke::Kind::fill, box, color}); }
    void fill_rounded(const ui::Rect& box, float radius, ui::Color color) override {
        strokes.push_back({Stroke::Kind::fill, box, color, radius});
    }
    void stroke_rounded(const ui::Rect& box, float radius, float width, ui::Color color) override {
        strokes.push_back({Stroke::Kind::border, box, color, radius, width});
    }
    void stroke_dashed(const ui::Rect& box, float radius, float width, ui::Color color) override {
        strokes.push_back({Stroke::Kind::dashed_border, box, color, radius, width});
    }
    void dashes(ui::Point from, float length, float width, ui::Color color) override {
        strokes.push_back({Stroke::Kind::dashes, {from.x, from.y, length, width}, color});
    }
    void icon(ui::Icon, const ui::Rect& box, ui::Color color, bool mirrored) override {
        strokes.push_back({Stroke::Kind::icon, box, color, 0, 0, {}, {}, mirrored});
    }
    void picture(const std::string& key, const ui::Rect& box, const std::function<void(_cairo*)>&) override {
        strokes.push_back({Stroke::Kind::picture, box, {}, 0, 0, key});
    }
    ui::Touch touch(const std::string& id, const ui::Rect& hit) override {
        touch_areas[id] = hit;
        const auto found = touches.find(id);
        return found == touches.end() ? ui::Touch{} : found->second;
    }
    std::chrono::milliseconds held(const std::string& id) override {
        const auto found = holds.find(id);
        return found == holds.end() ? std::chrono::milliseconds{0} : found->second;
    }
    void expect_text() override { expects_text = true; }
    std::optional<ui::Point> missed_touch() override { return missed; }

    [[nodiscard]] std::vector<Stroke> of(Stroke::Kind kind) const {
        std::vector<Stroke> found;
        for (const auto& stroke : strokes) {
            if (stroke.kind == kind) found.push_back(stroke);
        }
        return found;
    }
};

} // namespace support
