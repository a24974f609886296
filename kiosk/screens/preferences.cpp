#include "kiosk/screens/preferences.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::preferences {

namespace {

using namespace std::chrono_literals;

// One of a round of choices, with the comfort that it makes.
struct Option {
    const char* id;
    const char* label;
    bool is_chosen;
    Comfort comfort;
};

template <typename Value>
struct Offer {
    const char* id;
    const char* label;
    Value value;
};

template <typename Value, std::size_t count>
std::vector<Option> options(const Comfort& now, Value Comfort::*member, const std::array<Offer<Value>, count>& offers) {
    std::vector<Option> all;
    for (const auto& offer : offers) {
        Comfort comfort = now;
        comfort.*member = offer.value;
        all.push_back({offer.id, offer.label, now.*member == offer.value, comfort});
    }
    return all;
}

std::vector<Option> text_sizes(const Comfort& now) {
    using ui::TextSize;
    return options<TextSize, 4>(now, &Comfort::text_size,
                                {{{"text.small", "label_text_small", TextSize::small},
                                  {"text.normal", "label_text_normal", TextSize::normal},
                                  {"text.large", "label_text_large", TextSize::large},
                                  {"text.largest", "label_text_largest", TextSize::largest}}});
}

std::vector<Option> themes(const Comfort& now) {
    using ui::ThemeName;
    return options<ThemeName, 5>(now, &Comfort::theme,
                                 {{{"theme.light", "label_theme_light", ThemeName::light},
                                   {"theme.dark", "label_theme_dark", ThemeName::dark},
                                   {"theme.white", "label_theme_white_on_black", ThemeName::white_on_black},
                                   {"theme.black", "label_theme_black_on_white", ThemeName::black_on_white},
                                   {"theme.soft", "label_theme_low_contrast", ThemeName::low_contrast}}});
}

std::vector<Option> holds(const Comfort& now) {
    return options<std::chrono::milliseconds, 4>(now, &Comfort::hold,
                                                 {{{"hold.off", "label_hold_off", 0ms},
                                                   {"hold.short", "label_hold_short", 300ms},
                                                   {"hold.medium", "label_hold_medium", 600ms},
                                                   {"hold.long", "label_hold_long", 1000ms}}});
}

std::vector<Option> repeats(const Comfort& now) {
    return options<std::chrono::milliseconds, 2>(
        now, &Comfort::ignore_repeats,
        {{{"repeats.count", "label_repeats_count", 0ms}, {"repeats.skip", "label_repeats_skip", 500ms}}});
}

std::vector<Option> times(const Comfort& now) {
    return options<int, 3>(now, &Comfort::time,
                           {{{"time.usual", "label_time_usual", 1},
                             {"time.double", "label_time_double", 2},
                             {"time.five", "label_time_five", 5}}});
}

void add_round(ui::Flow& flow, const ui::Canvas& canvas, const char* id, const char* heading,
               const std::vector<Option>& offered, float least_width, std::optional<Action>& action) {
    const auto& words = canvas.words();
    flow.text(id, words(heading), {.type = ui::Type::side_head, .role = ui::Role::heading}, 12);
    std::vector<ui::FlowButton> buttons;
    for (const auto& option : offered) {
        ui::ButtonLook look;
        look.style = ui::ButtonStyle::tool;
        look.label = words(option.label);
        look.is_selected = option.is_chosen;
        buttons.push_back({option.id, look, [&action, option] { action = Choose{option.comfort}; }});
    }
    flow.tiles(std::move(buttons), least_width * canvas.growth());
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    std::optional<Action> action;
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "preferences.title", canvas.words()("title_preferences"));
    add_round(flow, canvas, "preferences.text", "heading_text_size", text_sizes(state.comfort), 190, action);
    add_round(flow, canvas, "preferences.theme", "heading_theme", themes(state.comfort), 250, action);
    add_round(flow, canvas, "preferences.time", "heading_time", times(state.comfort), 250, action);
    add_round(flow, canvas, "preferences.hold", "heading_hold", holds(state.comfort), 190, action);
    add_round(flow, canvas, "preferences.repeats", "heading_repeats", repeats(state.comfort), 390, action);
    paint_flow(flow, canvas, top);
    const MainLook main{.label = canvas.words()("button_done"), .icon = ui::Icon::check_circle};
    if (draw_ends(canvas, main, BackBy::only_key)) {
        action = Done{};
    }
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (const auto* choose = std::get_if<Choose>(&action)) {
        kiosk.comfort = choose->comfort;
        return tick(state, kiosk);
    }
    return Next::back();
}

Next tick(State& state, Kiosk& kiosk) {
    state.comfort = kiosk.comfort;
    return Next::stay();
}

} // namespace kiosk::preferences
