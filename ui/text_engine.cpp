#include "ui/text_engine.hpp"

#include "ui/cairo_bitmap.hpp"
#include "ui/font_folder.hpp"
#include "ui/graphemes.hpp"
#include "ui/text_setter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>

namespace ui {

namespace {

// Half the cap height of Andika: puts capitals in the middle of their line.
constexpr float half_cap_height = 0.3625F;

struct NeededFont {
    const char* sample;
    const char* language;
    const char* family;
    const char* package;
};
constexpr std::array needed_fonts{
    NeededFont{"A", "en", "Andika", "fonts-sil-andika"},
    NeededFont{"\u0639", "ar", "Noto Sans Arabic", "fonts-noto-core"},
    NeededFont{"\u0915", "hi", "Noto Sans Devanagari", "fonts-noto-core"},
    NeededFont{"\u0995", "bn", "Noto Sans Bengali", "fonts-noto-core"},
    NeededFont{"\u1780", "km", "Noto Sans Khmer", "fonts-noto-core"},
    NeededFont{"\u1000", "my", "Noto Sans Myanmar", "fonts-noto-core"},
    NeededFont{"\u4e2d", "zh", "Noto Sans CJK SC", "fonts-noto-cjk"},
};

ShapedRun shaped_run(const PangoLayoutRun& set, const TextSetter::Setting& setting, int line) {
    const PangoItem& item = *set.item;
    ShapedRun run;
    run.line = line;
    const auto start = static_cast<std::size_t>(item.offset);
    run.start = setting.place(start);
    run.length = setting.place(start + static_cast<std::size_t>(item.length)) - run.start;
    run.right_to_left = (item.analysis.level & 1U) != 0;
    FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(item.analysis.font));
    FcChar8* file = nullptr;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch) run.file = reinterpret_cast<char*>(file);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &run.face);
    PangoFontDescription* font = pango_font_describe(item.analysis.font);
    run.family = pango_font_description_get_family(font);
    pango_font_description_free(font);
    for (int i = 0; i < set.glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& glyph = set.glyphs->glyphs[i];
        const auto at = setting.place(start + static_cast<std::size_t>(set.glyphs->log_clusters[i]));
        run.glyphs.push_back({glyph.glyph, at, to_pixels(glyph.geometry.width), to_pixels(glyph.geometry.x_offset),
                              to_pixels(glyph.geometry.y_offset)});
    }
    return run;
}

// Where a line begins in a block as wide as its widest line.
float line_start(const TextRun& run, float block, float line) {
    const float spare = block - line;
    const bool is_right = (run.align == Align::end) != run.right_to_left;
    return run.align == Align::centre ? spare / 2 : is_right ? spare : 0;
}

} // namespace

TextEngine::TextEngine(std::unique_ptr<TextSetter> setter) : setter_(std::move(setter)) {}
TextEngine::~TextEngine() = default;

base::Result<std::unique_ptr<TextEngine>> TextEngine::open() {
    FcConfig* config = TRY(open_fonts());
    std::unique_ptr<TextEngine> engine(new TextEngine(std::make_unique<TextSetter>(config)));
    FcConfigDestroy(config);
    for (const NeededFont& needed : needed_fonts) {
        TextRun run;
        run.text = needed.sample;
        run.language = needed.language;
        if (engine->family_of(run) == needed.family) continue;
        std::string message = "the font ";
        message.append(needed.family).append(" is not installed; install the package ").append(needed.package);
        return base::out_of_service(std::move(message));
    }
    return engine;
}

TextMeasure TextEngine::measure(const TextRun& run) const {
    const TextSetter::Setting setting = setter_->set(run);
    TextMeasure measure;
    measure.lines = pango_layout_get_line_count(setting.layout.get());
    measure.is_cut = setting.is_cut;
    measure.size.w = std::ceil(widest_line(setting.layout.get()) - 0.01F);
    measure.size.h = static_cast<float>(measure.lines) * run.line_px;
    return measure;
}

PlacedBitmap TextEngine::render(const TextRun& run) const {
    const TextSetter::Setting setting = setter_->set(run);
    PangoLayout* layout = setting.layout.get();
    const float block = std::ceil(widest_line(layout) - 0.01F);
    struct Line {
        PangoLayoutLine* line;
        float x;
        float baseline;
    };
    std::vector<Line> lines;
    float left = 0, top = 0, right = 0, bottom = 0;
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        auto* line = static_cast<PangoLayoutLine*>(at->data);
        PangoRectangle ink, logical;
        pango_layout_line_get_extents(line, &ink, &logical);
        const float x = line_start(run, block, to_pixels(logical.width));
        const float line_top = static_cast<float>(lines.size()) * run.line_px;
        const float baseline = std::round(line_top + run.line_px / 2 + half_cap_height * run.em_px);
        lines.push_back({line, x, baseline});
        if (ink.width <= 0 || ink.height <= 0) continue;
        const bool is_first = left == right;
        const float ink_left = x + to_pixels(ink.x), ink_top = baseline + to_pixels(ink.y);
        const float ink_right = ink_left + to_pixels(ink.width), ink_bottom = ink_top + to_pixels(ink.height);
        left = is_first ? ink_left : std::min(left, ink_left);
        top = is_first ? ink_top : std::min(top, ink_top);
        right = is_first ? ink_right : std::max(right, ink_right);
        bottom = is_first ? ink_bottom : std::max(bottom, ink_bottom);
    }
    if (left == right) return {};
    // One pixel more on each side, for edges that fall between two.
    const int from_x = static_cast<int>(std::floor(left)) - 1, from_y = static_cast<int>(std::floor(top)) - 1;
    const int to_x = static_cast<int>(std::ceil(right)) + 1, to_y = static_cast<int>(std::ceil(bottom)) + 1;
    // Outlines, not glyph pictures: Cairo 1.16 would put each glyph on a whole pixel and the spacing would stagger.
    Bitmap bitmap = draw_coverage(to_x - from_x, to_y - from_y, [&](cairo_t* cairo) {
        for (const Line& line : lines) {
            cairo_move_to(cairo, static_cast<double>(line.x) - from_x, static_cast<double>(line.baseline) - from_y);
            pango_cairo_layout_line_path(cairo, line.line);
            cairo_fill(cairo);
        }
    });
    return {std::move(bitmap), from_x, from_y};
}

std::vector<ShapedRun> TextEngine::shaped(const TextRun& run) const {
    const TextSetter::Setting setting = setter_->set(run);
    std::vector<ShapedRun> runs;
    int line = 0;
    for (GSList* at = pango_layout_get_lines_readonly(setting.layout.get()); at != nullptr; at = at->next, ++line) {
        for (GSList* set = static_cast<PangoLayoutLine*>(at->data)->runs; set != nullptr; set = set->next) {
            runs.push_back(shaped_run(*static_cast<PangoLayoutRun*>(set->data), setting, line));
        }
    }
    return runs;
}

std::string TextEngine::family_of(const TextRun& run) const {
    const auto runs = shaped(run);
    return runs.empty() ? std::string() : runs.front().family;
}

int TextEngine::missing_glyphs(const TextRun& run) const {
    return pango_layout_get_unknown_glyphs_count(setter_->set(run).layout.get());
}

std::vector<CaretStop> TextEngine::caret_stops(const TextRun& run) const {
    TextRun typed = run;
    typed.stars = Stars::shown;
    const auto borders = grapheme_borders(typed.text);
    if (borders.size() == 1) return {CaretStop{}};
    const TextSetter::Setting setting = setter_->set(typed);
    PangoLayout* layout = setting.layout.get();
    const float block = std::ceil(widest_line(layout) - 0.01F);
    std::vector<float> starts;
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        PangoRectangle logical;
        pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(at->data), nullptr, &logical);
        starts.push_back(line_start(typed, block, to_pixels(logical.width)));
    }
    const auto stop_at = [&](std::size_t at, std::size_t letter, std::size_t character, bool is_behind) {
        int line = 0, x = 0;
        pango_layout_index_to_line_x(layout, static_cast<int>(setting.set_place(character)), is_behind ? TRUE : FALSE,
                                     &line, &x);
        return CaretStop{at, letter, is_behind, starts[static_cast<std::size_t>(line)] + to_pixels(x), line};
    };
    std::vector<CaretStop> stops;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const std::size_t from = borders[i], to = borders[i + 1];
        stops.push_back(stop_at(from, from, from, false));
        std::size_t last = to - 1; // Pango asks for the first byte of the last character
        while ((static_cast<unsigned char>(typed.text[last]) & 0xC0U) == 0x80U) --last;
        stops.push_back(stop_at(to, from, last, true));
    }
    return stops;
}

void add_run(KeyedHash& hash, const TextRun& run) {
    hash.add(std::string_view(run.text)).add(run.em_px).add(run.line_px).add(run.weight).add(run.width_px);
    hash.add(run.most_lines).add(run.align).add(run.right_to_left).add(std::string_view(run.language)).add(run.stars);
}

} // namespace ui
