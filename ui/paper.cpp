#include "ui/paper.hpp"

#include "ui/font_folder.hpp"
#include "ui/text_setter.hpp"

#include <algorithm>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <numeric>

namespace ui {

namespace {

// Points, 72 to an inch.
constexpr float margin = 54;
constexpr float mark_side = 11;
constexpr float cell_gap = 10;
constexpr float row_air = 5;
constexpr float written_height = 28; // of a box that somebody writes in

struct PaperType {
    float em;
    float line;
    Weight weight;
    float after;
};
constexpr PaperType title_type{22, 28, Weight::bold, 10};
constexpr PaperType heading_type{14, 20, Weight::bold, 4};
constexpr PaperType body_type{11, 15, Weight::regular, 6};
constexpr PaperType foot_type{9, 12, Weight::regular, 0};

cairo_status_t keep(void* pdf, const unsigned char* bytes, unsigned int count) {
    static_cast<base::Secret*>(pdf)->append(base::ByteView(bytes, count));
    return CAIRO_STATUS_SUCCESS;
}

struct DropSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DropContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

Size points_of(PaperSize size, PaperTurn turn) {
    const Size upright = size == PaperSize::letter ? Size{612, 792} : Size{595, 842};
    return turn == PaperTurn::upright ? upright : Size{upright.h, upright.w};
}

void draw_mark(cairo_t* cairo, Point at, RowMark mark) {
    cairo_save(cairo);
    cairo_translate(cairo, static_cast<double>(at.x), static_cast<double>(at.y));
    cairo_set_line_width(cairo, 1.8);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    const double side = static_cast<double>(mark_side);
    switch (mark) {
    case RowMark::none: break;
    case RowMark::passed:
        cairo_move_to(cairo, 0, side * 0.55);
        cairo_line_to(cairo, side * 0.35, side * 0.9);
        cairo_line_to(cairo, side, side * 0.15);
        break;
    case RowMark::failed:
        cairo_move_to(cairo, 0, side * 0.1);
        cairo_line_to(cairo, side * 0.9, side);
        cairo_move_to(cairo, side * 0.9, side * 0.1);
        cairo_line_to(cairo, 0, side);
        break;
    case RowMark::left_out:
        cairo_move_to(cairo, 0, side * 0.55);
        cairo_line_to(cairo, side * 0.8, side * 0.55);
        break;
    case RowMark::care:
        cairo_move_to(cairo, side / 2, 0);
        cairo_line_to(cairo, side / 2, side * 0.6);
        cairo_move_to(cairo, side / 2, side * 0.95);
        cairo_line_to(cairo, side / 2, side * 0.97);
        break;
    }
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

} // namespace

struct Paper::Parts {
    Parts(_FcConfig* fonts, Size sheet, const Phrasebook& words)
        : setter(fonts), size(sheet), language(words.language()),
          is_right_to_left(words.direction() == Direction::right_to_left),
          surface(cairo_pdf_surface_create_for_stream(keep, &pdf, static_cast<double>(sheet.w),
                                                      static_cast<double>(sheet.h))),
          cairo(cairo_create(surface.get())) {}

    TextSetter setter;
    Size size;
    std::string language;
    bool is_right_to_left;
    base::Secret pdf; // before the surface, which writes into it until it ends
    std::unique_ptr<cairo_surface_t, DropSurface> surface;
    std::unique_ptr<cairo_t, DropContext> cairo;
    std::vector<float> shares{1};
    std::vector<Words> labels; // over the columns
    std::function<Words(int)> foot;
    float foot_height = 0;
    float y = margin;
    int pages = 1;

    [[nodiscard]] float inner() const { return size.w - 2 * margin; }

    [[nodiscard]] TextSetter::Setting set(const Words& words, const PaperType& type, float width) const {
        TextRun run;
        run.text = words.text();
        run.em_px = type.em;
        run.line_px = type.line;
        run.weight = type.weight;
        run.width_px = width;
        run.right_to_left = is_right_to_left;
        run.language = language;
        return setter.set(run);
    }
    [[nodiscard]] static float height_of(const TextSetter::Setting& setting, const PaperType& type) {
        return type.line * static_cast<float>(pango_layout_get_line_count(setting.layout.get()));
    }
    // Line by line, so that lines stand as far apart as the type says, whatever the font thinks.
    void paint(const TextSetter::Setting& setting, const PaperType& type, float x, float top) const {
        PangoLayoutIter* line = pango_layout_get_iter(setting.layout.get());
        float baseline = top + type.line * 0.72F;
        do {
            PangoRectangle extent{};
            pango_layout_iter_get_line_extents(line, nullptr, &extent);
            cairo_move_to(cairo.get(), static_cast<double>(x + to_pixels(extent.x)), static_cast<double>(baseline));
            pango_cairo_show_layout_line(cairo.get(), pango_layout_iter_get_line_readonly(line));
            baseline += type.line;
        } while (pango_layout_iter_next_line(line) != FALSE);
        pango_layout_iter_free(line);
    }
    void draw_foot() const {
        if (!foot) return;
        const auto setting = set(foot(pages), foot_type, inner());
        paint(setting, foot_type, margin, size.h - margin - height_of(setting, foot_type));
    }
    void make_room(float height) {
        if (y + height <= size.h - margin - foot_height || y <= margin) return;
        draw_foot();
        cairo_show_page(cairo.get());
        y = margin;
        ++pages;
        if (!labels.empty()) draw_row(labels, RowMark::none, Weight::bold, 0);
    }
    void draw_box(const Rect& box) const {
        cairo_set_line_width(cairo.get(), 0.8);
        cairo_rectangle(cairo.get(), static_cast<double>(box.x), static_cast<double>(box.y), static_cast<double>(box.w),
                        static_cast<double>(box.h));
        cairo_stroke(cairo.get());
    }
    // `box_height`: of the columns without a cell; 0: they stay empty.
    void draw_row(const std::vector<Words>& cells, RowMark mark, Weight weight, float box_height) {
        base::invariant(cells.size() <= shares.size(), "a row has no more cells than there are columns");
        PaperType type = body_type;
        type.weight = weight;
        const float lead = mark_side + cell_gap;
        const float room = inner() - lead;
        std::vector<TextSetter::Setting> settings;
        float height = std::max(type.line, box_height);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            settings.push_back(set(cells[i], type, room * shares[i] - cell_gap));
            height = std::max(height, height_of(settings.back(), type));
        }
        make_room(height + row_air);
        const float mark_x = is_right_to_left ? size.w - margin - mark_side : margin;
        draw_mark(cairo.get(), {mark_x, y + (type.line - mark_side) / 2}, mark);
        float x = margin + lead;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const float width = room * shares[i];
            const float at = is_right_to_left ? size.w - x - width + cell_gap : x;
            if (i < settings.size()) {
                paint(settings[i], type, at, y);
            } else if (box_height > 0) {
                draw_box({at, y, width - cell_gap, height});
            }
            x += width;
        }
        y += height + row_air;
    }
    // What is longer than a page is cut at its end; nothing we print is.
    void block(const Words& words, const PaperType& type, float keeps_below = 0) {
        const auto setting = set(words, type, inner());
        const float height = height_of(setting, type);
        make_room(height + keeps_below);
        paint(setting, type, margin, y);
        y += height + type.after;
    }
};

base::Result<std::unique_ptr<Paper>> Paper::begin(PaperSize size, const Phrasebook& words, PaperTurn turn) {
    _FcConfig* fonts = TRY(open_fonts());
    auto parts = std::make_unique<Parts>(fonts, points_of(size, turn), words);
    FcConfigDestroy(fonts); // the setter holds its own reference
    return std::unique_ptr<Paper>(new Paper(std::move(parts)));
}

Paper::Paper(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Paper::~Paper() = default;

void Paper::footer(std::function<Words(int page)> words_of) {
    parts_->foot_height =
        body_type.line + Parts::height_of(parts_->set(words_of(1), foot_type, parts_->inner()), foot_type);
    parts_->foot = std::move(words_of);
}

void Paper::title(const Words& words) { parts_->block(words, title_type); }

void Paper::heading(const Words& words) {
    parts_->labels.clear();
    parts_->y += parts_->y > margin ? heading_type.after * 2 : 0;
    parts_->block(words, heading_type, 3 * body_type.line); // never the last line of its page
}

void Paper::text(const Words& words) { parts_->block(words, body_type); }

void Paper::columns(std::vector<float> shares) {
    const float whole = std::accumulate(shares.begin(), shares.end(), 0.0F);
    base::invariant(whole > 0, "a table has columns with a width");
    for (float& share : shares) share /= whole;
    parts_->shares = std::move(shares);
    parts_->labels.clear();
}

void Paper::row(const std::vector<Words>& cells, RowMark mark, Weight weight) {
    parts_->draw_row(cells, mark, weight, 0);
}

void Paper::row_of_labels(const std::vector<Words>& labels) {
    parts_->labels.clear();
    parts_->make_room(body_type.line + 2 * written_height); // never the last line of its page
    parts_->draw_row(labels, RowMark::none, Weight::bold, 0);
    parts_->labels = labels;
}

void Paper::row_to_fill(const std::vector<Words>& cells, RowMark mark) {
    parts_->draw_row(cells, mark, Weight::regular, written_height);
}

int Paper::pages() const { return parts_->pages; }

base::Result<base::Secret> Paper::finish() {
    parts_->draw_foot();
    cairo_show_page(parts_->cairo.get());
    cairo_surface_finish(parts_->surface.get());
    const cairo_status_t status = cairo_surface_status(parts_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return base::call_staff(std::string("sheet: it could not be made: ") + cairo_status_to_string(status));
    }
    return std::move(parts_->pdf);
}

} // namespace ui
