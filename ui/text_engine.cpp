#include "ui/text_engine.hpp"

#include "base/secret.hpp"
#include "ui/cairo_bitmap.hpp"
#include "ui/font_folder.hpp"

#include <cmath>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace ui {

namespace {

// Half the cap height of Andika: puts capitals in the middle of their line.
constexpr float half_cap_height = 0.3625F;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

float to_pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }
int to_pango(float pixels) { return static_cast<int>(std::lround(pixels * PANGO_SCALE)); }

// Named one by one: with a bare "Noto Sans" fontconfig sets Arabic in DejaVu and Pashto in Kufi. Han characters look
// different in each language that uses them.
const char* families(std::string_view language) {
    if (language == "zh-TW" || language == "zh-HK" || language.starts_with("zh-Hant")) {
        return "Andika,Noto Sans Arabic,Noto Sans CJK TC,Noto Sans,Noto Sans Devanagari,Noto Sans Ethiopic";
    }
    if (language.starts_with("ja")) {
        return "Andika,Noto Sans Arabic,Noto Sans CJK JP,Noto Sans,Noto Sans Devanagari,Noto Sans Ethiopic";
    }
    if (language.starts_with("ko")) {
        return "Andika,Noto Sans Arabic,Noto Sans CJK KR,Noto Sans,Noto Sans Devanagari,Noto Sans Ethiopic";
    }
    return "Andika,Noto Sans Arabic,Noto Sans CJK SC,Noto Sans,Noto Sans Devanagari,Noto Sans Ethiopic";
}

// Gives the text to the layout without its asterisks, bold where they were.
void set_marked_text(PangoLayout* layout, const TextRun& run) {
    base::Secret plain(run.text.size());
    PangoAttrList* attributes = pango_attr_list_new();
    std::size_t length = 0;
    bool is_bold = false;
    std::size_t bold_from = 0;
    for (const char letter : run.text) {
        if (letter != '*') {
            plain.bytes()[length++] = static_cast<std::uint8_t>(letter);
            continue;
        }
        is_bold = !is_bold;
        if (is_bold) {
            bold_from = length;
            continue;
        }
        PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
        bold->start_index = static_cast<guint>(bold_from);
        bold->end_index = static_cast<guint>(length);
        pango_attr_list_insert(attributes, bold);
    }
    pango_layout_set_text(layout, plain.text().data(), static_cast<int>(length));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

float widest_line(PangoLayout* layout) {
    float widest = 0;
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        PangoRectangle logical;
        pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(at->data), nullptr, &logical);
        widest = std::max(widest, to_pixels(logical.width));
    }
    return widest;
}

// Where a line begins in a block as wide as its widest line.
float line_start(const TextRun& run, float block, float line) {
    const float spare = block - line;
    const bool is_right = (run.align == Align::end) != run.right_to_left;
    return run.align == Align::centre ? spare / 2 : is_right ? spare : 0;
}

} // namespace

struct TextEngine::Parts {
    std::unique_ptr<PangoFontMap, Unref> fonts;
    std::unique_ptr<PangoContext, Unref> context;

    struct Setting {
        Layout layout;
        bool is_cut = false;
    };
    [[nodiscard]] Setting set(const TextRun& run) const;
};

TextEngine::Parts::Setting TextEngine::Parts::set(const TextRun& run) const {
    pango_context_set_base_dir(context.get(), run.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context.get(),
                               pango_language_from_string(run.language.empty() ? "en" : run.language.c_str()));
    Setting setting{Layout(pango_layout_new(context.get()))};
    PangoLayout* layout = setting.layout.get();
    pango_layout_set_auto_dir(layout, FALSE);
    PangoFontDescription* font = pango_font_description_from_string(families(run.language));
    pango_font_description_set_absolute_size(font, static_cast<double>(run.em_px) * PANGO_SCALE);
    pango_font_description_set_weight(font, run.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    set_marked_text(layout, run);
    if (run.width_px <= 0) return setting;

    // A page that gives a run exactly the width it measured must not see it wrap by a rounding.
    const float width = run.width_px + 0.5F;
    pango_layout_set_width(layout, to_pango(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    if (widest_line(layout) > width) {
        setting.is_cut = true;
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    }
    if (run.most_lines > 0 && pango_layout_get_line_count(layout) > run.most_lines) {
        setting.is_cut = true;
        pango_layout_set_height(layout, -run.most_lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    return setting;
}

TextEngine::TextEngine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
TextEngine::~TextEngine() = default;

base::Result<std::unique_ptr<TextEngine>> TextEngine::open() {
    FcConfig* config = TRY(open_fonts());
    auto parts = std::make_unique<Parts>();
    parts->fonts.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(parts->fonts.get()), config);
    FcConfigDestroy(config);
    parts->context.reset(pango_font_map_create_context(parts->fonts.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(parts->context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(parts->context.get(), FALSE);
    std::unique_ptr<TextEngine> engine(new TextEngine(std::move(parts)));

    struct Needed {
        const char* sample;
        const char* family;
        const char* package;
    };
    for (const Needed& needed :
         {Needed{"A", "Andika", "fonts-sil-andika"}, Needed{"\u0639", "Noto Sans Arabic", "fonts-noto-core"}}) {
        TextRun run;
        run.text = needed.sample;
        if (engine->family_of(run) == needed.family) continue;
        std::string message = "the font ";
        message.append(needed.family).append(" is not installed; install the package ").append(needed.package);
        return base::out_of_service(std::move(message));
    }
    return engine;
}

TextMeasure TextEngine::measure(const TextRun& run) const {
    const Parts::Setting setting = parts_->set(run);
    TextMeasure measure;
    measure.lines = pango_layout_get_line_count(setting.layout.get());
    measure.is_cut = setting.is_cut;
    measure.size.w = std::ceil(widest_line(setting.layout.get()) - 0.01F);
    measure.size.h = static_cast<float>(measure.lines) * run.line_px;
    return measure;
}

PlacedBitmap TextEngine::render(const TextRun& run) const {
    const Parts::Setting setting = parts_->set(run);
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

Point TextEngine::caret(const TextRun& run, std::size_t byte, Edge edge) const {
    const Parts::Setting setting = parts_->set(run);
    PangoLayout* layout = setting.layout.get();
    int line = 0;
    int across = 0;
    pango_layout_index_to_line_x(layout, static_cast<int>(byte), edge == Edge::back ? 1 : 0, &line, &across);
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, line), nullptr, &logical);
    const float block = std::ceil(widest_line(layout) - 0.01F);
    return {line_start(run, block, to_pixels(logical.width)) + to_pixels(across),
            static_cast<float>(line) * run.line_px};
}

std::string TextEngine::family_of(const TextRun& run) const {
    const Parts::Setting setting = parts_->set(run);
    const PangoLayoutLine* line = pango_layout_get_line_readonly(setting.layout.get(), 0);
    if (line->runs == nullptr) return {};
    const auto* item = static_cast<PangoLayoutRun*>(line->runs->data)->item;
    PangoFontDescription* font = pango_font_describe(item->analysis.font);
    std::string family = pango_font_description_get_family(font);
    pango_font_description_free(font);
    return family;
}

void add_run(KeyedHash& hash, const TextRun& run) {
    hash.add(std::string_view(run.text)).add(run.em_px).add(run.line_px).add(run.weight).add(run.width_px);
    hash.add(run.most_lines).add(run.align).add(run.right_to_left).add(std::string_view(run.language));
}

} // namespace ui
