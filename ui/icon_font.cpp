#include "ui/icon_font.hpp"

#include "ui/cairo_bitmap.hpp"

#include <cairo-ft.h>
#include <string>

namespace ui {

namespace {

constexpr const char* font_file = "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

// Cairo keeps scaled fonts after we let go of the face: the file is closed when Cairo has done with it, not before.
struct FontFile {
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    FontFile() = default;
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;
    ~FontFile() {
        if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }
};

const cairo_user_data_key_t file_key{};

} // namespace

struct IconFont::Parts {
    FT_Face face = nullptr;
    cairo_font_face_t* cairo_face = nullptr;

    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() { cairo_font_face_destroy(cairo_face); }
};

IconFont::IconFont(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
IconFont::~IconFont() = default;

base::Result<std::unique_ptr<IconFont>> IconFont::open() {
    auto file = std::make_unique<FontFile>();
    if (FT_Init_FreeType(&file->library) != 0 || FT_New_Face(file->library, font_file, 0, &file->face) != 0) {
        return base::out_of_service(std::string(font_file) +
                                    ": cannot be read; install the package fonts-material-design-icons-iconfont");
    }
    auto parts = std::make_unique<Parts>();
    parts->face = file->face;
    parts->cairo_face = cairo_ft_font_face_create_for_ft_face(file->face, FT_LOAD_NO_HINTING);
    cairo_font_face_set_user_data(parts->cairo_face, &file_key, file.release(),
                                  [](void* owned) { delete static_cast<FontFile*>(owned); });
    return std::unique_ptr<IconFont>(new IconFont(std::move(parts)));
}

bool IconFont::has(Icon icon) const { return FT_Get_Char_Index(parts_->face, static_cast<FT_ULong>(icon)) != 0; }

Bitmap IconFont::draw(Icon icon, int size, bool mirrored) const {
    return draw_coverage(size, size, [&](cairo_t* cairo) {
        if (mirrored) {
            cairo_translate(cairo, size, 0);
            cairo_scale(cairo, -1, 1);
        }
        cairo_set_font_face(cairo, parts_->cairo_face);
        cairo_set_font_size(cairo, size);
        cairo_glyph_t glyph{};
        glyph.index = FT_Get_Char_Index(parts_->face, static_cast<FT_ULong>(icon));
        glyph.y = size;
        cairo_glyph_path(cairo, &glyph, 1);
        cairo_fill(cairo);
    });
}

} // namespace ui
