#include "kiosk/screens/notice.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/screen.hpp"

namespace kiosk::notice {

namespace {

struct NoticeWords {
    const char* title;
    const char* note;
    ui::Icon icon;
};

NoticeWords words_for(Reason reason) {
    switch (reason) {
    case Reason::too_early: return {"title_too_early", "note_too_early", ui::Icon::schedule};
    case Reason::ask_desk: return {"title_ask_desk", "note_ask_desk", ui::Icon::handshake};
    case Reason::over: return {"title_over", "note_over", ui::Icon::handshake};
    case Reason::taken_back: return {"title_taken_back", "note_taken_back", ui::Icon::undo};
    case Reason::no_voice: return {"title_listening", "spoken_no_voice", ui::Icon::volume_up};
    case Reason::no_sound: return {"title_listening", "warning_no_sound", ui::Icon::volume_up};
    case Reason::out_of_order: return {"title_out_of_order", "note_out_of_order", ui::Icon::handshake};
    }
    return {"title_ask_desk", "note_ask_desk", ui::Icon::handshake};
}

void draw_panel(ui::Canvas& canvas, const ui::Rect& content, const NoticeWords& notice, const ui::Words& note) {
    const float width = std::min(content.w, 1144.0F);
    const ui::Rect box{content.x + (content.w - width) / 2, content.y + 88, width, 480};
    canvas.panel(box);
    const ui::Rect inner = box.inset(56, 56);
    canvas.icon_tile(notice.icon, {inner.x, inner.y, 96, 96}, ui::Family::sky);
    const float x = inner.x + 136;
    const float text = inner.right() - x;
    float y = inner.y;
    y += canvas.text("notice.title", {x, y, text, 204}, canvas.words()(notice.title),
                     {.type = ui::Type::title, .role = ui::Role::title}) +
         20;
    canvas.text("notice.note", {x, y, text, inner.bottom() - y}, note, {.type = ui::Type::lead, .ink = ui::Tint::ink2});
}

} // namespace

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_ground(canvas);
    const auto& words = canvas.words();
    const PageLayout page = page_layout(canvas);
    const NoticeWords notice = words_for(state.reason);
    const base::UtcTime start = state.start.value_or(base::UtcTime{});
    const auto note =
        words(notice.note,
              {{"start", start}, {"opens", state.opens.value_or(start)}, {"language", words("language_own_name")}});
    if (page.is_flowing) {
        ui::Flow flow(canvas);
        flow_title(flow, canvas, "notice.title", words(notice.title));
        flow.text("notice.note", note, {.type = ui::Type::lead, .ink = ui::Tint::ink2});
        paint_flow(flow, canvas);
    } else {
        draw_panel(canvas, page.content, notice, note);
    }
    std::optional<Action> action;
    const MainLook main{.label = words("button_okay"), .icon = ui::Icon::check_circle};
    if (draw_ends(canvas, main, BackBy::only_key)) action = Ok{};
    return action;
}

Next update(State& state, const Action&, Kiosk&) {
    // Listening was only a wish on the way; everything else ends the visit.
    const bool goes_on = state.reason == Reason::no_voice || state.reason == Reason::no_sound;
    return goes_on ? Next::back() : Next::finish();
}

} // namespace kiosk::notice
