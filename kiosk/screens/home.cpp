#include "kiosk/screens/home.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::home {

namespace {

using ui::Rect;

// The other languages of this kiosk, each greeting in its own words.
std::optional<Action> draw_languages(ui::Canvas& canvas, const Rect& box) {
    const auto& words = canvas.words();
    std::vector<ui::LanguageName> others;
    for (const auto& language : words.languages()) {
        if (language.code != words.language()) others.push_back(language);
    }
    constexpr float height = 112;
    constexpr float gap = 24;
    const std::size_t columns = std::min<std::size_t>(std::max<std::size_t>(others.size(), 2), 3);
    const float width = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const std::size_t rows = (others.size() + columns - 1) / columns;
    std::optional<Action> action;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const float x = box.x + static_cast<float>(i % columns) * (width + gap);
        const float y = box.bottom() - static_cast<float>(rows - i / columns) * (height + 28) + 28;
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tool;
        look.label = ui::Words::of_record(others[i].greeting);
        look.under = ui::Words::of_record(others[i].own_name);
        if (canvas.button("language." + others[i].code, {x, y, width, height}, look)) action = Speak{others[i].code};
    }
    return action;
}

void draw_welcome(ui::Canvas& canvas, const Rect& box) {
    canvas.quilt({box.x, box.y, box.w, box.w / 2}, ui::Quilt::home);
    float y = box.y + box.w / 2 + 22;
    y += canvas.text("home.welcome", {box.x, y, box.w, 192}, canvas.words()("title_welcome"),
                     {.type = ui::Type::display, .role = ui::Role::heading});
    canvas.text("home.glad", {box.x, y, box.w, 92}, canvas.words()("note_glad"),
                {.type = ui::Type::lead, .ink = ui::Tint::ink2});
}

// What will happen, so that nobody has to guess before they begin.
void draw_how_it_works(ui::Canvas& canvas, const Rect& box) {
    struct Part {
        const char* id;
        ui::Icon icon;
        ui::Family family;
        const char* head;
        const char* note;
    };
    const std::array<Part, 3> parts{{
        {"home.how.find", ui::Icon::dialpad, ui::Family::sky, "heading_how_find", "note_how_find"},
        {"home.how.tell", ui::Icon::groups, ui::Family::plum, "heading_how_tell", "note_how_tell"},
        {"home.how.ticket", ui::Icon::favorite, ui::Family::good, "heading_how_ticket", "note_how_ticket"},
    }};
    canvas.panel(box);
    const Rect inner = box.inset(36, 32);
    const float gap = canvas.is_portrait() ? 24 : 40;
    const float width = (inner.w - 2 * gap) / 3;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        const float x = inner.x + static_cast<float>(i) * (width + gap);
        canvas.icon_tile(part.icon, {x, inner.y, 88, 88}, part.family);
        const float head =
            canvas.text((std::string(part.id) + ".head").c_str(), {x, inner.y + 108, width, 104},
                        canvas.words()(part.head), {.type = ui::Type::side_head, .role = ui::Role::heading});
        // Upright there is no room for the helper lines; the heads say enough.
        if (canvas.is_portrait()) continue;
        canvas.text(part.id, {x, inner.y + 116 + head, width, inner.h - 116 - head}, canvas.words()(part.note),
                    {.type = ui::Type::small, .ink = ui::Tint::ink2});
    }
}

bool draw_check_in_card(ui::Canvas& canvas, const Rect& box) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::card;
    look.icon = ui::Icon::how_to_reg;
    look.label = canvas.words()("button_check_in");
    look.under = canvas.words()("note_check_in");
    look.is_main = true;
    return canvas.button("action.checkin", box, look);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State&) {
    draw_ground(canvas);
    const PageLayout page = page_layout(canvas);
    const Rect content = page.content;
    const ui::TextLook question{.type = ui::Type::title, .role = ui::Role::title};
    std::optional<Action> action;
    if (canvas.is_portrait()) {
        draw_welcome(canvas, {content.x, content.y, content.w, 0});
        const float actions = content.y + content.w / 2 + 190;
        const float title =
            canvas.text("home.title", {content.x, actions, content.w, 136}, canvas.words()("title_home"), question);
        const float card = actions + title + 24;
        if (draw_check_in_card(canvas, {content.x, card, content.w, 168})) action = CheckIn{};
        draw_how_it_works(canvas, {content.x, card + 196, content.w, content.bottom() - 140 - (card + 196)});
        if (auto spoken = draw_languages(canvas, {content.x, content.bottom() - 112, content.w, 112})) return spoken;
    } else {
        const float start = 600;
        const float x = content.x + start + 48;
        const float width = content.right() - x;
        const float title =
            canvas.text("home.title", {x, content.y, width, 136}, canvas.words()("title_home"), question);
        const float card = content.y + std::max(title + 20, 88.0F);
        if (draw_check_in_card(canvas, {x, card, width, 248})) action = CheckIn{};
        draw_how_it_works(canvas, {x, card + 280, width, content.bottom() - (card + 280)});
        draw_welcome(canvas, {content.x, content.y, start, 0});
        if (auto spoken = draw_languages(canvas, {content.x, content.bottom() - 252, start, 252})) return spoken;
    }
    if (!canvas.scanned().empty()) return Scan{base::Secret(base::bytes_of(canvas.scanned()))};
    return action;
}

Next update(State&, const Action& action, Kiosk& kiosk) {
    if (const auto* speak = std::get_if<Speak>(&action)) {
        return kiosk.words.set_language(speak->language) ? Next::stay() : Next::home();
    }
    if (const auto* scan = std::get_if<Scan>(&action)) {
        return Next::push(Screen{identify::with_scan(scan->letter, kiosk)});
    }
    return Next::push(Screen{identify::State{}});
}

} // namespace kiosk::home
