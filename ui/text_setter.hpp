// Puts a run into a Pango layout: families by language, direction, bold parts, line breaks and the cut with an ellipsis,
// all at borders of whole letters. What is measured and drawn from it lies in text_engine. Main thread.
#pragma once

#include "base/secret.hpp"
#include "ui/painter.hpp"

#include <memory>
#include <pango/pangocairo.h>
#include <vector>

struct _FcConfig;

namespace ui {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

class TextSetter {
public:
    explicit TextSetter(_FcConfig* config);

    struct Setting {
        std::unique_ptr<PangoLayout, Unref> layout;
        bool is_cut = false;                 // did not fit its lines or width
        std::vector<std::size_t> added = {}; // bytes in the layout's text at which a word break was put in
        // The byte in the run's text, without its asterisks, that is `set` in the layout's.
        [[nodiscard]] std::size_t place(std::size_t set) const;
        [[nodiscard]] std::size_t set_place(std::size_t place) const; // the other way round
    };
    [[nodiscard]] Setting set(const TextRun& run) const;

private:
    std::unique_ptr<PangoFontMap, Unref> fonts_;
    std::unique_ptr<PangoContext, Unref> context_;
};

[[nodiscard]] float to_pixels(int pango_units);
[[nodiscard]] float widest_line(PangoLayout* layout); // px

} // namespace ui
