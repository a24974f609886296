// The painter of one frame: turns each call into quads of a Dear ImGui draw list, with textures from the cache. Lives
// as long as the frame; what must outlast it is in PaintStore. Main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/icon_font.hpp"
#include "ui/painter.hpp"
#include "ui/text_engine.hpp"
#include "ui/texture_cache.hpp"
#include "ui/touch_areas.hpp"

#include <unordered_map>

struct ImDrawList;

namespace ui {

// What frames share. Measures and textures are found by a hash of the text, with a key that changes when all is
// forgotten: after that not even "was this name shown?" can be asked.
struct PaintStore {
    std::unique_ptr<TextEngine> text;
    std::unique_ptr<IconFont> icons;
    std::unique_ptr<TextureCache> textures;
    std::unordered_map<Digest, TextMeasure, DigestHash> measures;
    HashKey key;
    TouchAreas areas;
    bool expects_text = false; // of the frame that is being built

    void forget();
};

class QuadPainter final : public Painter {
public:
    QuadPainter(PaintStore& store, ImDrawList& quads, const base::Clock& clock)
        : store_(store), quads_(quads), clock_(clock) {}

    TextMeasure measure(const TextRun& run) override;
    std::vector<CaretStop> caret_stops(const TextRun& run) override { return store_.text->caret_stops(run); }
    void text(const TextRun& run, const Rect& box, Color color) override;
    void fill(const Rect& box, Color color) override;
    void fill_rounded(const Rect& box, float radius, Color color) override;
    void stroke_rounded(const Rect& box, float radius, float width, Color color) override;
    void stroke_dashed(const Rect& box, float radius, float width, Color color) override;
    void dashes(Point from, float length, float width, Color color) override;
    void icon(Icon icon, const Rect& box, Color color, bool mirrored) override;
    void picture(const std::string& key, const Rect& box, const std::function<void(_cairo*)>& draw) override;
    Touch touch(const std::string& id, const Rect& hit) override;
    std::chrono::milliseconds held(const std::string& id) override;
    void expect_text() override { store_.expects_text = true; }
    std::optional<Point> missed_touch() override;

private:
    // What a texture shows; part of its name, so that no two kinds can be taken for each other.
    enum class Kind : std::uint8_t { measure, text, corners, dashed, icon, picture };
    [[nodiscard]] KeyedHash name(Kind kind) const;
    [[nodiscard]] float block_start(const TextRun& run, const Rect& box);
    void quad(const Texture* texture, Point at, Color color);
    void rounded(const Rect& box, float radius, float stroke, Color color);

    PaintStore& store_;
    ImDrawList& quads_;
    const base::Clock& clock_;
};

} // namespace ui
