#include "kiosk/screens/page_layout.hpp"

#include "kiosk/screens/control_row.hpp"
#include "kiosk/screens/frame_buttons.hpp"
#include "kiosk/screens/staff_frame.hpp"

#include <cmath>
#include <limits>

namespace kiosk {

namespace {

constexpr float gap = row_gap;
constexpr float margin_wide = 64;
constexpr float margin_upright = 48;
constexpr float top_air = 20;
constexpr float under_top = 28;
constexpr float bar_air_above = 22;
constexpr float bar_air_below = 26;
constexpr float logo = 84;
constexpr float brand_words = 480; // a name and a place, as drawn
// What the drawings give to the content; a page with less of it flows.
constexpr ui::Size drawn_wide{1792, 784};
constexpr ui::Size drawn_upright{984, 1340};

// Every label that a main button can have: the bars leave room for the longest, on every page.
constexpr std::array<const char*, 10> main_labels{
    "button_find_visit", "button_looking",        "button_yes_check_in", "button_check_me_in", "button_okay",
    "button_okay_now",   "button_show_names_now", "button_more_time",    "button_done",        "button_save"};

ui::ButtonLook look_of_main(const ui::Words& label) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::main;
    look.icon = ui::Icon::check_circle;
    look.label = label;
    return look;
}

ui::ButtonLook look_of_back(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.icon = ui::Icon::arrow_back;
    look.label = canvas.words()("button_back");
    return look;
}

struct Ends {
    float width = 0; // of Back and the widest main button side by side
    float height = 0;
};

Ends ends_of(ui::Canvas& canvas, float room) {
    const float back = canvas.natural_width(look_of_back(canvas));
    Ends ends;
    for (const char* id : main_labels) {
        const auto look = look_of_main(canvas.words()(id));
        const float main = std::min(canvas.natural_width(look), room - back - gap);
        ends.width = std::max(ends.width, back + gap + main);
        ends.height = std::max({ends.height, least_row, canvas.height_at(look, main)});
    }
    ends.width = std::max(ends.width, home_ends_width(canvas));
    return ends;
}

std::vector<ui::ButtonLook> looks_of(const auto& buttons) {
    std::vector<ui::ButtonLook> looks;
    looks.reserve(buttons.size());
    for (const auto& button : buttons) looks.push_back(button.look);
    return looks;
}

// Each tool in the state in which it is widest.
std::vector<ui::ButtonLook> widest_tools(ui::Canvas& canvas) {
    auto looks = looks_of(tool_buttons(canvas, {}));
    const auto listening = looks_of(tool_buttons(canvas, {{}, false, false, true}));
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (canvas.natural_width(listening[i]) > canvas.natural_width(looks[i])) looks[i] = listening[i];
    }
    return looks;
}

// Constants, Back and main in one row, each narrower than its words would have it and the words over two lines: for
// where that takes less height than two rows. As high as nothing is if it would cut a word.
Row share_row(ui::Canvas& canvas, const FrameLook& frame, float inner) {
    auto looks = looks_of(constant_buttons(canvas, frame));
    looks.push_back(look_of_back(canvas));
    ui::ButtonLook widest = look_of_main(canvas.words()(main_labels.front()));
    for (const char* id : main_labels) {
        const auto look = look_of_main(canvas.words()(id));
        if (canvas.natural_width(look) > canvas.natural_width(widest)) widest = look;
    }
    looks.push_back(widest);
    // Home's two ways on stand there too.
    for (const auto& look : {settings_look(canvas), privacy_look(canvas)}) {
        if (canvas.natural_width(look) > canvas.natural_width(looks[3])) looks[3] = look;
    }
    float natural = gap * static_cast<float>(looks.size() - 1);
    float least = natural;
    for (const auto& look : looks) {
        natural += canvas.natural_width(look);
        least += least_width(canvas, look);
    }
    Row row;
    if (least > inner) {
        row.height = std::numeric_limits<float>::max();
        return row;
    }
    // Each gives of what it can give.
    const float given = natural > inner ? (natural - inner) / (natural - least) : 0;
    float x = 0;
    for (const auto& look : looks) {
        const float whole = canvas.natural_width(look);
        const float width = std::floor(whole - given * (whole - least_width(canvas, look)));
        row.places.push_back({x, 0, width, 0});
        x += width + gap;
        row.height = std::max({row.height, least_row, canvas.height_at(look, width)});
    }
    for (auto& place : row.places) place.h = row.height;
    row.width = inner;
    return row;
}

// The staff's bar: help, "Finish and lock", and the tabs beside them or above. Back and a main button, on pages behind
// the tabs, stand where the tabs would. Gives back where it begins.
float place_staff_bottom(ui::Canvas& canvas, PageLayout& page, float inner, float y) {
    page.constants = place_row(canvas, looks_of(constant_buttons(canvas, {})), inner, Fill::natural);
    page.tabs = place_row(canvas, looks_of(tab_buttons(canvas)), inner, Fill::natural);
    const Ends ends = ends_of(canvas, inner);
    const float widest = std::max(page.tabs.width, ends.width);
    if (page.constants.width + 2 * gap + widest <= inner) {
        const float height = std::max({page.constants.height, page.tabs.height, ends.height});
        y -= height;
        for (auto* row : {&page.constants, &page.tabs}) {
            for (auto& place : row->places) place.h = height;
        }
        move_row(page.constants, page.margin, y);
        move_row(page.tabs, page.margin + inner - page.tabs.width, y);
        const float x = page.margin + page.constants.width + 2 * gap;
        page.ends = {x, y, page.margin + inner - x, height};
        return y;
    }
    const auto stand = [&](Row& row, float height) {
        y -= height;
        move_row(row, page.margin, y);
    };
    // In two rows: as they belong together, or three and three in columns of one width. Whatever is lower.
    auto looks = looks_of(constant_buttons(canvas, {}));
    for (auto& look : looks_of(tab_buttons(canvas))) {
        look.is_selected = true; // as wide as it can become
        looks.push_back(look);
    }
    const auto three = looks.begin() + 3;
    Row upper = place_row(canvas, {looks.begin(), three}, inner, Fill::whole);
    Row lower = place_row(canvas, {three, looks.end()}, inner, Fill::whole);
    const float together = page.constants.height + gap + std::max(page.tabs.height, ends.height);
    if (page.constants.width < inner && together <= upper.height + gap + std::max(lower.height, ends.height)) {
        stand(page.constants, page.constants.height);
        y -= gap;
        page.is_first_tab_stacked = page.tabs.is_stacked;
        const float height = std::max(page.tabs.height, ends.height);
        stand(page.tabs, height);
        page.ends = {page.margin, y + height - ends.height, inner, ends.height};
        return y;
    }
    const float height = std::max(lower.height, ends.height);
    stand(lower, height);
    page.ends = {page.margin, y + height - ends.height, inner, ends.height};
    y -= gap;
    stand(upper, upper.height);
    page.constants.is_stacked = upper.is_stacked;
    page.constants.places.assign(upper.places.begin(), upper.places.begin() + 2);
    page.tabs.is_stacked = lower.is_stacked;
    page.is_first_tab_stacked = upper.is_stacked;
    page.tabs.places.assign(upper.places.begin() + 2, upper.places.end());
    page.tabs.places.insert(page.tabs.places.end(), lower.places.begin(), lower.places.end());
    return y;
}

// The bars from the bottom up; gives back where they begin.
float place_bottom(ui::Canvas& canvas, PageLayout& page, float inner, bool has_tools) {
    const float screen = canvas.size().h;
    if (canvas.frame() == staff_frame) {
        float top = place_staff_bottom(canvas, page, inner, screen - bar_air_below);
        if (has_tools) {
            page.tools = place_row(canvas, widest_tools(canvas), inner, Fill::whole);
            top -= gap + page.tools.height;
            move_row(page.tools, page.margin, top);
        }
        top -= bar_air_above;
        page.bottom = {0, top, canvas.size().w, screen - top};
        return top;
    }
    const FrameLook frame{{}, false, true, true}; // as wide as its controls can become
    page.constants = place_row(canvas, looks_of(constant_buttons(canvas, frame)), inner, Fill::natural);
    const Ends ends = ends_of(canvas, inner);
    const bool is_one_row = page.constants.width < inner && page.constants.width + 2 * gap + ends.width <= inner;
    float y = screen - bar_air_below;
    const Row shared = share_row(canvas, frame, inner);
    const bool is_shared = !is_one_row && shared.height < page.constants.height + gap + ends.height;
    if (is_shared) {
        y -= shared.height;
        page.constants.is_stacked = shared.is_stacked;
        page.constants.places.assign(shared.places.begin(), shared.places.begin() + 3);
        page.constants.height = shared.height;
        move_row(page.constants, page.margin, y);
        const float x = page.margin + shared.places[3].x;
        page.ends = {x, y, page.margin + inner - x, shared.height};
    } else if (is_one_row) {
        const float height = std::max(page.constants.height, ends.height);
        y -= height;
        for (auto& place : page.constants.places) place.h = height;
        const float x = page.margin + page.constants.width + 2 * gap;
        page.ends = {x, y, page.margin + inner - x, height};
        move_row(page.constants, page.margin, y);
    } else {
        y -= page.constants.height;
        move_row(page.constants, page.margin, y);
        y -= gap + ends.height;
        page.ends = {page.margin, y, inner, ends.height};
    }
    if (has_tools) {
        page.tools = place_row(canvas, widest_tools(canvas), inner, Fill::whole);
        y -= gap + page.tools.height;
        move_row(page.tools, page.margin, y);
    }
    y -= bar_air_above;
    page.bottom = {0, y, canvas.size().w, screen - y};
    return y;
}

// Brand and tools; gives back where the content may begin.
float place_top(ui::Canvas& canvas, PageLayout& page, float inner) {
    const auto looks = widest_tools(canvas);
    const float left = page.margin;
    if (canvas.is_portrait() || inner < 1372) {
        page.brand = {left, top_air + 2, inner, logo};
        page.tools = place_row(canvas, looks, inner, Fill::natural);
        const float y = 128;
        move_row(page.tools, page.tools.width < inner ? left + inner - page.tools.width : left, y);
        return y + page.tools.height + under_top;
    }
    const float beside_words = inner - logo - 20 - brand_words;
    page.brand = {left, top_air + 2, logo + 20 + brand_words - gap, logo};
    page.tools = place_row(canvas, looks, beside_words, Fill::natural);
    if (page.tools.width >= beside_words) { // the names give way to the controls
        const float beside_logo = inner - logo - 2 * gap;
        page.brand.w = logo;
        page.tools = place_row(canvas, looks, beside_logo, Fill::natural);
    }
    move_row(page.tools, left + inner - page.tools.width, top_air);
    return top_air + page.tools.height + under_top;
}

} // namespace

ui::ButtonLook settings_look(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.icon = ui::Icon::tune;
    look.label = canvas.words()("button_settings");
    return look;
}

ui::ButtonLook privacy_look(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.icon = ui::Icon::lock;
    look.label = canvas.words()("button_privacy");
    return look;
}

float home_ends_width(ui::Canvas& canvas) {
    return canvas.natural_width(settings_look(canvas)) + gap + canvas.natural_width(privacy_look(canvas));
}

PageLayout page_layout(ui::Canvas& canvas) {
    const auto [w, h] = canvas.size();
    PageLayout page;
    page.margin = canvas.is_portrait() ? margin_upright : margin_wide;
    const float inner = w - 2 * page.margin;
    if (const float reach = canvas.reach_top(); reach > 0) {
        const float bars = place_bottom(canvas, page, inner, true);
        const bool has_brand = reach >= 430;
        const float top = has_brand ? 40 + logo + 26 : 40;
        if (has_brand) page.brand = {page.margin, 40, inner, logo};
        page.head = has_brand ? top - 12 : 0;
        page.areas = {{page.margin, top, inner, reach - 36 - top},
                      {page.margin, reach + 8, inner, bars - gap - (reach + 8)},
                      true};
        page.content = page.areas.read;
        page.is_flowing = true;
        return page;
    }
    const float top = place_top(canvas, page, inner);
    const float bars = place_bottom(canvas, page, inner, false);
    page.head = top - 8;
    page.content = {page.margin, top, inner, bars - gap - top};
    page.areas = {page.content, page.content, false};
    const ui::Size drawn = canvas.is_portrait() ? drawn_upright : drawn_wide;
    page.is_flowing =
        canvas.text_size() > ui::TextSize::normal || page.content.w < drawn.w - 1 || page.content.h < drawn.h - 1;
    return page;
}

} // namespace kiosk
