// The icons of the house: Material Icons code points (fonts-material-design-icons-iconfont). Pure.
#pragma once

namespace ui {

enum class Icon : char32_t {
    none = 0,
    accessible = 0xE914,
    add = 0xE145,
    arrow_back = 0xE5C4,
    arrow_forward = 0xE5C8,
    backspace = 0xE14A,
    call = 0xE0B0,
    campaign = 0xEF49,
    chat = 0xE0B7,
    check_circle = 0xE86C,
    child_care = 0xEB41,
    child_friendly = 0xEB42,
    close = 0xE5CD,
    contrast = 0xEB37,
    dialpad = 0xE0BC,
    door_front = 0xEFFD,
    edit_note = 0xE745,
    error = 0xE000,
    event = 0xE878,
    family_restroom = 0xF1A2,
    favorite = 0xE87D,
    format_size = 0xE245,
    front_hand = 0xE769,
    groups = 0xF233,
    handshake = 0xEBCB,
    home = 0xE88A,
    hourglass_bottom = 0xEA5C,
    how_to_reg = 0xE174,
    info = 0xE88E,
    keyboard_capslock = 0xE318,
    language = 0xE894,
    local_cafe = 0xE541,
    lock = 0xE897,
    logout = 0xE9BA,
    meeting_room = 0xEB4F,
    more_time = 0xEA5D,
    person = 0xE7FD,
    person_search = 0xF106,
    place = 0xE55F,
    record_voice_over = 0xE91F,
    remove = 0xE15B,
    schedule = 0xE8B5,
    self_improvement = 0xEA78,
    shield = 0xE9E0,
    sign_language = 0xEBE5,
    timer = 0xE425,
    undo = 0xE166,
    visibility = 0xE8F4,
    visibility_off = 0xE8F5,
    volunteer_activism = 0xEA70,
    waving_hand = 0xE766,
    weekend = 0xE16B,
};
[[nodiscard]] constexpr bool is_mirrored(Icon icon) {
    return icon == Icon::arrow_back || icon == Icon::arrow_forward || icon == Icon::logout || icon == Icon::undo;
}

} // namespace ui
