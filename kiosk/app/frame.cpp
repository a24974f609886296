#include "kiosk/app/frame.hpp"

#include "kiosk/screens/page.hpp"

namespace kiosk {

namespace {

using ui::Rect;

constexpr float logo = 84;

// Who it is for and where, beside the logo; the site's own name is data, and staff read their badge's end with it.
struct Brand {
    ui::Words name;
    ui::Words site;
    ui::Words shorter; // where the line above does not fit
    ui::Tint ink = ui::Tint::ink;
    ui::Tint ink2 = ui::Tint::ink2;
};

Brand brand_of(const ui::Canvas& canvas, const FrameLook& look) {
    const auto& words = canvas.words();
    if (canvas.frame() != staff_frame) return {words("label_product"), ui::Words::of_record(look.site_name), {}};
    const std::string badge = look.staff_badge.value_or("");
    return {words("label_staff_view"), words("label_signed_in", {{"place", look.site_name}, {"badge", badge}}),
            words("label_signed_in_shorter", {{"badge", badge}}), ui::Tint::on_primary, ui::Tint::on_primary};
}

void draw_brand(ui::Canvas& canvas, const Rect& place, const Brand& brand) {
    if (place.w < logo) return;
    canvas.quilt({place.x, place.y, logo, logo}, ui::Quilt::logo);
    const float x = place.x + logo + 20;
    const float width = place.right() - x;
    if (width < logo) return;
    const ui::TextLook name{.type = ui::Type::lead, .ink = brand.ink, .weight = ui::Weight::bold, .most_lines = 1};
    const ui::TextLook site{.type = ui::Type::small, .ink = brand.ink2, .most_lines = 1};
    const float height = canvas.measure(brand.name, name, width).h;
    const bool is_whole = canvas.measure(brand.site, site).w <= width;
    const ui::Words& line = is_whole ? brand.site : brand.shorter;
    // A name that is cut names no place.
    if (line.is_empty() || canvas.measure(line, site).w > width) return;
    const float both = height + canvas.measure(line, site, width).h;
    // Large words have room for one line only, and where one is matters more than what this is.
    const bool has_both = both <= logo + 8;
    float y = place.y + (logo - (has_both ? both : height)) / 2;
    if (has_both) y += canvas.text("frame.name", {x, y, width, height}, brand.name, name) - 2;
    canvas.text("frame.site", {x, y, width, height}, line, site);
}

std::optional<FrameAction> draw_row(ui::Canvas& canvas, const auto& buttons, const Row& row) {
    std::optional<FrameAction> action;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        ui::ButtonLook look = buttons[i].look;
        if (row.is_stacked) look.style = ui::ButtonStyle::stacked;
        if (row.is_stacked && buttons[i].action == FrameAction::help) look.is_help = true;
        if (canvas.button(buttons[i].id, row.places[i], look)) action = buttons[i].action;
    }
    return action;
}

// Home has room to say what help is: as wide as the drawings have it, if what stands beside it leaves that much.
void widen_help(ui::Canvas& canvas, std::vector<FrameButton>& constants, PageLayout& page) {
    constexpr float drawn = 600;
    Rect& help = page.constants.places.front();
    const float more = std::min(drawn - help.w, page.ends.w - home_ends_width(canvas));
    ui::ButtonLook look = constants.front().look;
    look.under = canvas.words()("note_help");
    look.is_start_aligned = true;
    if (more <= 0 || canvas.natural_width(look) > help.w + more) return;
    help = {help.x, help.y - 4, help.w + more, help.h + 8};
    constants.front().look = look;
    for (std::size_t i = 1; i < page.constants.places.size(); ++i) page.constants.places[i].x += more;
}

} // namespace

std::optional<FrameAction> draw_frame(ui::Canvas& canvas, const FrameLook& look) {
    PageLayout page = page_layout(canvas);
    auto constants = constant_buttons(canvas, look);
    if (look.is_home && !page.is_flowing && !canvas.is_portrait()) widen_help(canvas, constants, page);
    const auto constant = draw_row(canvas, constants, page.constants);
    draw_brand(canvas, page.brand, brand_of(canvas, look));
    const auto tool = draw_row(canvas, tool_buttons(canvas, look), page.tools);
    // Who works here knows that the logo can be held; no page names it.
    const bool is_held = look.is_home && canvas.is_held_long("frame.logo", {page.brand.x, page.brand.y, logo, logo});
    if (is_held) return FrameAction::staff;
    return constant ? constant : tool;
}

} // namespace kiosk
