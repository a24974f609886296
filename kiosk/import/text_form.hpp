// The forms of Unicode text (by ICU) in which cells are kept and compared. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

[[nodiscard]] bool is_utf8(std::string_view text); // Unicode 15 table 3-7; NUL is refused too
// Line ends and tabs are control characters here, as are the invisible marks that turn the direction of text round.
[[nodiscard]] bool has_control_character(std::string_view text);
// Normalization Form C, in which text is kept.
[[nodiscard]] std::string composed(std::string_view text);
// For comparing only: Form KC, case folded, every decimal digit as 0-9, every dash as -, every blank as one space,
// invisible characters dropped.
[[nodiscard]] std::string plain_form(std::string_view text);

} // namespace kiosk
