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
        hold_ = {};
    }
    if (!step_.is_down) hold_.since.reset();
    hold_.is_seen = false;
    tell_imgui(step_);
}

bool TouchAreas::is_too_soon(std::uint32_t area) const {
    if (!last_used_at_) return false;
    const auto pause = area == last_used_ ? std::max(settings_.pause, touch_guard) : settings_.pause;
    return step_.began - *last_used_at_ < pause;
}

bool TouchAreas::is_held_enough(bool is_resting, base::Moment now) {
    hold_.is_seen = true;
    if (!is_resting) {
        hold_.has_left = true;
        hold_.since.reset();
        return false;
    }
    if (!hold_.since) hold_.since = hold_.has_left ? now : step_.began;
    return now - *hold_.since >= settings_.hold;
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
    if (is_held && is_too_soon(area)) hold_.is_refused = true;
    if (hold_.has_counted || hold_.is_refused) return touch;
    const bool is_by_time = settings_.hold > std::chrono::milliseconds{0};
    touch.is_down = is_held && is_hovered;
    touch.at = step_.at.value_or(Point{});
    // Where touches count by time a long one is a touch like others.
    if (touch.is_down && !is_by_time) down_on_ = area;
    const bool is_meant = is_by_time ? is_held && is_held_enough(touch.is_down, now) : is_pressed;
    if (!is_meant) return touch;
    last_used_ = area;
    last_used_at_ = now;
    hold_.has_counted = true;
    touch.is_down = false;
    touch.is_activated = true;
    return touch;
}

std::chrono::milliseconds TouchAreas::held(const std::string& id, base::Moment now) const {
    if (down_on_ == 0 || ImGui::GetID(id.c_str()) != down_on_) return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - step_.began);
}

void TouchAreas::end_frame(base::Moment now) {
    if (hold_.has_counted || !hold_.is_seen) hold_.since.reset();
    if (!was_down_ || step_.is_down || !step_.at) return;
    const bool is_by_time = settings_.hold > std::chrono::milliseconds{0};
    if (hold_.has_counted || (has_hit_ && (!is_by_time || hold_.is_refused))) return;
    missed_ = *step_.at;
    missed_until_ = now + missed_shown_for;
}

std::optional<Point> TouchAreas::missed(base::Moment now) const {
    if (now >= missed_until_) return std::nullopt;
    return missed_;
}

std::optional<base::Moment> TouchAreas::deadline(base::Moment now) const {
    if (hold_.since) return *hold_.since + settings_.hold;
    for (const auto reached : {long_press, long_hold}) {
        if (down_on_ != 0 && now < step_.began + reached) return step_.began + reached;
    }
    if (now >= missed_until_) return std::nullopt;
    return missed_until_;
}

void TouchAreas::forget() {
    last_used_ = 0;
    missed_until_ = {};
}

} // namespace ui
