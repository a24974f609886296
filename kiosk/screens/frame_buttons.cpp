#include "kiosk/screens/frame_buttons.hpp"

namespace kiosk {

namespace {

ui::ButtonLook tool(ui::Icon icon, const ui::Words& label) {
    ui::ButtonLook look;
    look.style = ui::ButtonStyle::tool;
    look.icon = icon;
    look.label = label;
    look.is_constant = true;
    return look;
}

} // namespace

std::array<FrameButton, 5> tool_buttons(const ui::Canvas& canvas, const FrameLook& frame) {
    const auto& words = canvas.words();
    std::array<FrameButton, 5> tools{{
        {"tool.language", FrameAction::language, tool(ui::Icon::language, words("language_own_name"))},
        {"tool.text", FrameAction::text_size, tool(ui::Icon::format_size, words("button_text_size"))},
        {"tool.contrast", FrameAction::contrast, tool(ui::Icon::contrast, words("button_contrast"))},
        {"tool.listen", FrameAction::listen,
         tool(ui::Icon::volume_up, words(frame.is_listening ? "button_stop_listening" : "button_listen"))},
        {"tool.hide", FrameAction::hide, tool(ui::Icon::visibility_off, words("button_hide"))},
    }};
    constexpr std::array<const char*, 4> sizes{"value_text_small", "value_text_normal", "value_text_large",
                                               "value_text_largest"};
    tools[1].look.value = words(sizes[static_cast<std::size_t>(canvas.text_size())]);
    constexpr std::array<const char*, 5> themes{"value_theme_light", "value_theme_dark", "value_theme_white_on_black",
                                                "value_theme_black_on_white", "value_theme_low_contrast"};
    tools[2].look.value = words(themes[static_cast<std::size_t>(canvas.theme().name)]);
    if (frame.is_listening) tools[3].look.spoken = words("spoken_stop_listening");
    tools[3].look.is_selected = frame.is_listening;
    // As layout.md has it: help, Finish and easy reach first, then these.
    for (std::size_t i = 0; i < tools.size(); ++i) tools[i].look.place = static_cast<int>(3 + i);
    return tools;
}

std::vector<FrameButton> constant_buttons(const ui::Canvas& canvas, const FrameLook& frame) {
    const auto& words = canvas.words();
    ui::ButtonLook help;
    help.style = ui::ButtonStyle::help;
    help.icon = ui::Icon::front_hand;
    help.label = words("button_help");
    help.is_constant = true;
    ui::ButtonLook finish;
    finish.style = frame.is_finish_main ? ui::ButtonStyle::main : ui::ButtonStyle::normal;
    finish.icon = ui::Icon::logout;
    finish.label = words("button_finish");
    finish.is_constant = true;
    ui::ButtonLook reach;
    reach.icon = ui::Icon::swipe_down;
    reach.label = words("button_easy_reach");
    reach.is_selected = canvas.reach_top() > 0;
    reach.is_constant = true;
    finish.place = 1;
    if (canvas.frame() == staff_frame) {
        finish.icon = ui::Icon::lock;
        finish.label = words("button_finish_and_lock");
        return {{"help", FrameAction::help, help}, {"finish", FrameAction::finish, finish}};
    }
    reach.place = 2;
    return {{"help", FrameAction::help, help},
            {"finish", FrameAction::finish, finish},
            {"tool.low", FrameAction::easy_reach, reach}};
}

} // namespace kiosk
