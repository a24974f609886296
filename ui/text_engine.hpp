// Measures and draws text with Pango and Cairo: one way of rasterising (ours, see assets/fonts/fonts.conf), and what is
// known of a line beyond its size: its glyphs, places for a caret. How it is set lies in text_setter. Keeps no text and
// no layout between two calls. Main thread.
#pragma once

#include "base/result.hpp"
#include "ui/painter.hpp"
#include "ui/texture_cache.hpp"

#include <memory>
#include <string>

namespace ui {

class TextSetter;

// A piece of a line in one font and one direction, as HarfBuzz shaped it. Bytes are those of the text without its
// asterisks; all lengths in px.
struct ShapedRun {
    struct Glyph {
        std::uint32_t id;
        std::size_t at; // byte where its cluster begins
        float advance;
        float x; // offset
        float y;
    };
    std::string family;
    std::string file;
    int face = 0; // in a collection of fonts
    int line = 0;
    std::size_t start = 0;
    std::size_t length = 0;
    bool right_to_left = false;
    std::vector<Glyph> glyphs; // from left to right
};

class TextEngine {
public:
    // Fails (out of service) if a family of the design is not installed, naming its Debian package.
    [[nodiscard]] static base::Result<std::unique_ptr<TextEngine>> open();
    ~TextEngine();

    [[nodiscard]] TextMeasure measure(const TextRun& run) const;
    // White with coverage as alpha; placed relative to the top left corner of a block as large as `measure` says.
    [[nodiscard]] PlacedBitmap render(const TextRun& run) const;
    // The family that the first character of the text is set in.
    [[nodiscard]] std::string family_of(const TextRun& run) const;
    // Line after line, each from left to right.
    [[nodiscard]] std::vector<ShapedRun> shaped(const TextRun& run) const;
    // Characters that no font of ours has.
    [[nodiscard]] int missing_glyphs(const TextRun& run) const;
    // Both edges of each letter, in the order of the text, with stars shown; one stop if it is empty.
    [[nodiscard]] std::vector<CaretStop> caret_stops(const TextRun& run) const;

private:
    explicit TextEngine(std::unique_ptr<TextSetter> setter);
    std::unique_ptr<TextSetter> setter_;
};

// Adds everything that a run's measure and pixels depend on.
void add_run(KeyedHash& hash, const TextRun& run);

} // namespace ui
