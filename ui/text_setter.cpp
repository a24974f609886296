#include "ui/text_setter.hpp"

#include "ui/graphemes.hpp"
#include "ui/word_breaks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

namespace ui {

namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view word_break = "\u200B";

int to_pango(float pixels) { return static_cast<int>(std::lround(pixels * PANGO_SCALE)); }

// The family of the language's own script, which also sets what scripts share, like the danda of Bengali. Han
// characters look different in each language that uses them.
const char* own_family(std::string_view language) {
    struct Choice {
        std::string_view language;
        const char* family;
    };
    constexpr std::array choices{
        Choice{"hi", "Noto Sans Devanagari"},  Choice{"ne", "Noto Sans Devanagari"},
        Choice{"bn", "Noto Sans Bengali"},     Choice{"km", "Noto Sans Khmer"},
        Choice{"my", "Noto Sans Myanmar"},     Choice{"ja", "Noto Sans CJK JP"},
        Choice{"ko", "Noto Sans CJK KR"},      Choice{"zh-HK", "Noto Sans CJK HK"},
        Choice{"zh-Hant", "Noto Sans CJK TC"}, Choice{"zh-TW", "Noto Sans CJK TC"},
        Choice{"zh", "Noto Sans CJK SC"},
    };
    const auto* chosen =
        std::ranges::find_if(choices, [&](const Choice& choice) { return language.starts_with(choice.language); });
    return chosen == choices.end() ? "Noto Sans Arabic" : chosen->family;
}

// Named one by one: with a bare "Noto Sans" fontconfig sets Arabic in DejaVu and Pashto in Kufi.
std::string families(std::string_view language) {
    std::string names = "Andika,";
    names += own_family(language);
    return names + ",Noto Sans Arabic,Noto Sans CJK SC,Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Khmer,"
                   "Noto Sans Myanmar,Noto Sans,Noto Sans Ethiopic";
}

// The text without the asterisks that mark its bold parts.
struct PlainText {
    struct Part {
        std::size_t from;
        std::size_t to;
    };
    base::Secret text;
    std::vector<Part> bold;
};

PlainText plain_of(const TextRun& run) {
    PlainText plain{base::Secret(run.text.size()), {}};
    std::size_t length = 0;
    bool is_bold = false;
    std::size_t bold_from = 0;
    for (const char letter : run.text) {
        if (letter != '*' || run.stars == Stars::shown) {
            plain.text.bytes()[length++] = static_cast<std::uint8_t>(letter);
            continue;
        }
        is_bold = !is_bold;
        if (is_bold) {
            bold_from = length;
        } else {
            plain.bold.push_back({bold_from, length});
        }
    }
    plain.text.resize(length);
    return plain;
}

// Tells Pango where words end that no space parts. Gives the bytes that were added.
std::vector<std::size_t> part_words(PlainText& plain) {
    const auto breaks = unwritten_word_breaks(plain.text.text());
    if (breaks.empty()) return {};
    base::Secret parted;
    std::vector<std::size_t> added;
    std::size_t copied = 0;
    for (const std::size_t at : breaks) {
        parted.append(plain.text.view().subspan(copied, at - copied));
        added.push_back(parted.size());
        parted.append(word_break);
        copied = at;
    }
    parted.append(plain.text.view().subspan(copied));
    const auto moved = [&](std::size_t place) {
        const auto before = std::ranges::lower_bound(breaks, place) - breaks.begin();
        return place + static_cast<std::size_t>(before) * word_break.size();
    };
    for (auto& part : plain.bold) part = {moved(part.from), moved(part.to)};
    plain.text = std::move(parted);
    return added;
}

// Gives the layout the first `length` bytes, with an ellipsis if these are not all. `borders`: only there may a line
// break inside a word; empty where none has to.
void fill(PangoLayout* layout, const PlainText& plain, std::size_t length, const std::vector<std::size_t>& borders) {
    PangoAttrList* attributes = pango_attr_list_new();
    const auto mark = [&](PangoAttribute* attribute, std::size_t from, std::size_t to) {
        attribute->start_index = static_cast<guint>(from);
        attribute->end_index = static_cast<guint>(std::min(to, length));
        pango_attr_list_insert(attributes, attribute);
    };
    for (const auto& part : plain.bold) {
        if (part.from < length) mark(pango_attr_weight_new(PANGO_WEIGHT_BOLD), part.from, part.to);
    }
    for (std::size_t i = 0; i + 1 < borders.size() && borders[i] < length; ++i) {
        mark(pango_attr_allow_breaks_new(FALSE), borders[i], borders[i + 1]);
    }
    if (length == plain.text.size()) {
        pango_layout_set_text(layout, plain.text.text().data(), static_cast<int>(length));
    } else {
        base::Secret shown(plain.text.view().first(length));
        shown.append(ellipsis);
        pango_layout_set_text(layout, shown.text().data(), static_cast<int>(shown.size()));
    }
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

// A page that gives a run exactly the width it measured must not see it wrap by a rounding.
float box_width(const TextRun& run) { return run.width_px + 0.5F; }

// As much of the text as fits `most_lines` with its ellipsis. Pango's own ellipsis parts conjuncts.
void cut_to_lines(PangoLayout* layout, const PlainText& plain, const TextRun& run,
                  const std::vector<std::size_t>& borders, bool breaks_words) {
    const auto& breaks = breaks_words ? borders : std::vector<std::size_t>{};
    const std::string_view text = plain.text.text();
    const auto is_after_space = [&](std::size_t border) { return border > 0 && text[border - 1] == ' '; };
    std::size_t fits = 0, too_long = borders.size() - 1;
    while (fits + 1 < too_long) {
        const std::size_t middle = fits + (too_long - fits) / 2;
        fill(layout, plain, borders[middle], breaks);
        const bool is_fitting =
            pango_layout_get_line_count(layout) <= run.most_lines && widest_line(layout) <= box_width(run);
        (is_fitting ? fits : too_long) = middle;
    }
    while (is_after_space(borders[fits])) --fits;
    fill(layout, plain, borders[fits], breaks);
}

} // namespace

float to_pixels(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }

float widest_line(PangoLayout* layout) {
    float widest = 0;
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        PangoRectangle logical;
        pango_layout_line_get_extents(static_cast<PangoLayoutLine*>(at->data), nullptr, &logical);
        widest = std::max(widest, to_pixels(logical.width));
    }
    return widest;
}

std::size_t TextSetter::Setting::place(std::size_t set) const {
    std::size_t before = 0;
    for (const std::size_t at : added) before += at < set ? word_break.size() : 0;
    return set - before;
}

std::size_t TextSetter::Setting::set_place(std::size_t place) const {
    std::size_t set = place;
    for (const std::size_t at : added) set += at <= set ? word_break.size() : 0;
    return set;
}

TextSetter::TextSetter(_FcConfig* config) : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts_.get()), config);
    context_.reset(pango_font_map_create_context(fonts_.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
}

TextSetter::Setting TextSetter::set(const TextRun& run) const {
    pango_context_set_base_dir(context_.get(), run.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context_.get(),
                               pango_language_from_string(run.language.empty() ? "en" : run.language.c_str()));
    Setting setting{std::unique_ptr<PangoLayout, Unref>(pango_layout_new(context_.get()))};
    PangoLayout* layout = setting.layout.get();
    pango_layout_set_auto_dir(layout, FALSE);
    PangoFontDescription* font = pango_font_description_from_string(families(run.language).c_str());
    pango_font_description_set_absolute_size(font, static_cast<double>(run.em_px) * PANGO_SCALE);
    pango_font_description_set_weight(font, run.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    PlainText plain = plain_of(run);
    if (run.width_px > 0) setting.added = part_words(plain);
    fill(layout, plain, plain.text.size(), {});
    if (run.width_px <= 0) return setting;

    pango_layout_set_width(layout, to_pango(box_width(run)));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    const bool breaks_words = widest_line(layout) > box_width(run);
    if (breaks_words) {
        setting.is_cut = true;
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        fill(layout, plain, plain.text.size(), grapheme_borders(plain.text.text()));
    }
    if (run.most_lines > 0 && pango_layout_get_line_count(layout) > run.most_lines) {
        setting.is_cut = true;
        cut_to_lines(layout, plain, run, grapheme_borders(plain.text.text()), breaks_words);
    }
    return setting;
}

} // namespace ui
