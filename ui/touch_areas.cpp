#include "ui/touch_areas.hpp"

#include <cfloat>
#include <imgui.h>
#include <imgui_internal.h>

namespace ui {

namespace {

constexpr std::chrono::milliseconds missed_shown_for{400};

void tell_imgui(const TouchStep& step) {
    ImGuiIO& io = ImGui::GetIO();
    const Point at = step.at.value_or(Point{-FLT_MAX, -FLT_MAX});
#if IMGUI_VERSION_NUM >= 18700
    // Our queue gives one change a frame already; a second queue behind it would delay the release.
    io.ConfigInputTrickleEventQueue = false;
    io.AddMousePosEvent(at.x, at.y);
    io.AddMouseButtonEvent(0, step.is_down);
#else
    io.MousePos = ImVec2(at.x, at.y);
    io.MouseDown[0] = step.is_down;
#endif
}

} // namespace

void TouchAreas::begin_frame(const TouchStep& step, float slop_px) {
    was_down_ = step_.is_down;
    step_ = step;
    slop_px_ = slop_px;
    down_on_ = 0;
    if (step_.is_down && !was_down_) {
        has_hit_ = false;
        missed_until_ = {};
    }
    tell_imgui(step_);
}

Touch TouchAreas::ask(const std::string& id, const Rect& hit, base::Moment now) {
    const ImGuiID area = ImGui::GetID(id.c_str());
    const bool is_active = ImGui::GetActiveID() == area;
    const float slop = is_active ? slop_px_ : 0;
    const ImRect box(hit.x - slop, hit.y - slop, hit.right() + slop, hit.bottom() + slop);
    // Where two areas overlap the later one wins, which it can only do if each lets later ones have the finger.
#if IMGUI_VERSION_NUM >= 18970
    if (!is_active) ImGui::SetNextItemAllowOverlap();
    constexpr ImGuiButtonFlags flags = 0;
#else
    const ImGuiButtonFlags flags = is_active ? 0 : ImGuiButtonFlags{ImGuiButtonFlags_AllowItemOverlap};
#endif
    ImGui::ItemAdd(box, area);
    bool is_hovered = false;
    bool is_held = false;
    const bool is_pressed = ImGui::ButtonBehavior(box, area, &is_hovered, &is_held, flags);
#if IMGUI_VERSION_NUM < 18970
    ImGui::SetItemAllowOverlap();
    if (is_held) ImGui::GetCurrentContext()->ActiveIdAllowOverlap = false;
#endif
    if (is_held) has_hit_ = true;
    Touch touch;
    touch.is_down = is_held && is_hovered;
    if (touch.is_down) down_on_ = area;
    if (!is_pressed) return touch;
    if (area == last_used_ && step_.began - last_used_at_ < touch_guard) return touch;
    last_used_ = area;
    last_used_at_ = now;
    touch.is_activated = true;
    return touch;
}

std::chrono::milliseconds TouchAreas::held(const std::string& id, base::Moment now) const {
    if (down_on_ == 0 || ImGui::GetID(id.c_str()) != down_on_) return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - step_.began);
}

void TouchAreas::end_frame(base::Moment now) {
    if (!was_down_ || step_.is_down || has_hit_ || !step_.at) return;
    missed_ = *step_.at;
    missed_until_ = now + missed_shown_for;
}

std::optional<Point> TouchAreas::missed(base::Moment now) const {
    if (now >= missed_until_) return std::nullopt;
    return missed_;
}

std::optional<base::Moment> TouchAreas::deadline(base::Moment now) const {
    if (down_on_ != 0 && now < step_.began + long_press) return step_.began + long_press;
    if (now >= missed_until_) return std::nullopt;
    return missed_until_;
}

void TouchAreas::forget() {
    last_used_ = 0;
    missed_until_ = {};
}

} // namespace ui
