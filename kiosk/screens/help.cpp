#include "kiosk/screens/help.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::help {

namespace {

const char* title_of(const State& state) { return state.is_safety ? "title_not_safe" : "title_help"; }

struct Card {
    const char* id;
    ui::Icon icon;
    ui::Family family;
    const char* head;
    const char* note;
};

constexpr std::array<Card, 3> help_cards{{
    {"help.desk", ui::Icon::handshake, ui::Family::good, "heading_help_desk", "note_help_desk"},
    {"help.988", ui::Icon::call, ui::Family::sky, "heading_help_988", "note_help_988"},
    {"help.211", ui::Icon::volunteer_activism, ui::Family::plum, "heading_help_211", "note_help_211"},
}};
constexpr std::array<Card, 2> safety_cards{{
    {"help.desk", ui::Icon::handshake, ui::Family::good, "heading_safe_desk", "note_safe_desk"},
    {"help.911", ui::Icon::call, ui::Family::care, "heading_safe_911", "note_safe_911"},
}};

std::span<const Card> cards_of(const State& state) {
    return state.is_safety ? std::span<const Card>(safety_cards) : std::span<const Card>(help_cards);
}

ui::ButtonLook not_safe_look(const ui::Canvas& canvas) {
    ui::ButtonLook look;
    look.style = canvas.reach_top() > 0 ? ui::ButtonStyle::tile : ui::ButtonStyle::card;
    look.icon = ui::Icon::shield;
    look.family = ui::Family::care;
    look.label = canvas.words()("button_not_safe");
    look.under = canvas.words()("note_not_safe");
    return look;
}

void draw_card(ui::Canvas& canvas, const ui::Rect& box, const Card& card) {
    canvas.panel(box);
    const ui::Rect inner = box.inset(36, 32);
    canvas.icon_tile(card.icon, {inner.x, inner.y, 88, 88}, card.family);
    const float x = inner.x + 112;
    const float width = inner.right() - x;
    const float head = canvas.text((std::string(card.id) + ".head").c_str(), {x, inner.y, width, 104},
                                   canvas.words()(card.head), {.type = ui::Type::side_head, .role = ui::Role::heading});
    canvas.text(card.id, {x, inner.y + head + 6, width, inner.h - head - 6}, canvas.words()(card.note),
                {.ink = ui::Tint::ink2});
}

void draw_cards(ui::Canvas& canvas, const ui::Rect& content, const State& state, std::optional<Action>& action) {
    const float top = draw_title(canvas, "help.title", canvas.words()(title_of(state)));
    const bool is_upright = canvas.is_portrait();
    constexpr float gap = 28;
    const float width = is_upright ? content.w : (content.w - gap) / 2;
    const float height = is_upright ? 220 : 260;
    const int columns = is_upright ? 1 : 2;
    const auto place = [&](int index) {
        const int row = index / columns;
        return ui::Rect{content.x + static_cast<float>(index % columns) * (width + gap),
                        top + static_cast<float>(row) * (height + gap), width, height};
    };
    int index = 0;
    for (const auto& card : cards_of(state)) draw_card(canvas, place(index++), card);
    if (!state.is_safety && canvas.button("notsafe", place(index), not_safe_look(canvas))) action = NotSafe{};
}

void draw_flowing(ui::Canvas& canvas, const State& state, std::optional<Action>& action) {
    const auto& words = canvas.words();
    ui::Flow flow(canvas);
    flow_title(flow, canvas, "help.title", words(title_of(state)));
    for (const auto& card : cards_of(state)) {
        flow_point(flow, canvas, card.id, {card.icon, card.family, words(card.head), words(card.note)});
    }
    if (!state.is_safety) flow.button({"notsafe", not_safe_look(canvas), [&action] { action = NotSafe{}; }});
    paint_flow(flow, canvas);
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    std::optional<Action> action;
    draw_content(
        canvas, [&](const PageLayout& page) { draw_cards(canvas, page.content, state, action); },
        [&] { draw_flowing(canvas, state, action); });
    const MainLook main{.label = canvas.words()("button_okay_now"), .icon = ui::Icon::check_circle};
    if (draw_ends(canvas, main, BackBy::only_key)) action = OkayNow{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<OkayNow>(action)) return Next::back();
    state.is_safety = true;
    // Kept if it can be kept; the page says the same either way, since what it asks for does not need the kiosk.
    (void)kiosk.desk.ask_for_help(kiosk.found(), HelpKind::safety, "help", kiosk.words.language()).is_error();
    return Next::stay();
}

} // namespace kiosk::help
