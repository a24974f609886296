// Sets text with Pango and draws it with Cairo: shaping, direction, line breaking, one fixed list of families and one
// way of rasterising (ours, see assets/fonts/fonts.conf). Keeps no text and no layout between two calls. Main thread.
#pragma once

#include "base/result.hpp"
#include "ui/painter.hpp"
#include "ui/texture_cache.hpp"

#include <memory>
#include <string>

namespace ui {

class TextEngine {
public:
    // Fails (out of service) if a family of the design is not installed, naming its Debian package.
    [[nodiscard]] static base::Result<std::unique_ptr<TextEngine>> open();
    ~TextEngine();

    [[nodiscard]] TextMeasure measure(const TextRun& run) const;
    // White with coverage as alpha; placed relative to the top left corner of a block as large as `measure` says.
    [[nodiscard]] PlacedBitmap render(const TextRun& run) const;
    // An edge of the character at `byte`, from the top left of that block; the top of its line.
    [[nodiscard]] Point caret(const TextRun& run, std::size_t byte, Edge edge) const;
    // The family that the first character of the text is set in.
    [[nodiscard]] std::string family_of(const TextRun& run) const;

private:
    struct Parts;
    explicit TextEngine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// Adds everything that a run's measure and pixels depend on.
void add_run(KeyedHash& hash, const TextRun& run);

} // namespace ui
