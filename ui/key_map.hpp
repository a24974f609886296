// Which key of a keyboard, a keypad or a switch interface does what. Knows SDL's names of keys and no state.
//
// | does                   | EZ-style keypad, media keys   | keyboard                                  |
// |------------------------|-------------------------------|-------------------------------------------|
// | up down left right     | arrows                        | arrows                                    |
// | choose                 | round: Enter, keypad Enter    | Enter; space while numbers are asked for  |
// | back                   | Escape, "back" of a browser   | Escape                                    |
// | next, previous         |                               | Tab, Shift+Tab                            |
// | erase                  | Backspace, Delete             | Backspace, Delete                         |
// | digits                 | 0-9, with or without Num Lock | 0-9                                       |
// | language               | star: `*` of a keypad         | `*` or F2                                 |
// | pause, go on, repeat   | square                        | `#`, the backquote or F3                  |
// | louder, quieter        | `+` `-`, volume up and down   | `+` `-` or F12, F11                       |
// | listen on or off       | mute                          | F1                                        |
// | screen blank or not    |                               | F4                                        |
// | speech slower, faster  |                               | F5, F6                                    |
// | switches: next, choose | F7, F8, or as set             | F7, F8, or as set                         |
// | text size              |                               | F9                                        |
// | hide screen            |                               | F10                                       |
// | quick exit             |                               | Shift three times within 5 s              |
// | service                |                               | Pause                                     |
//
// The codes of lobby keypads can be set in the keypad; this is the table to set them to. Star, square, plus and minus
// are told by their character (see KeyReader), so that a page that waits for text gets them as letters; the F keys
// mean the same on every page. While something is said, the key for it pauses and the next press goes on; in silence it
// says the last again.
#pragma once

#include "base/result.hpp"
#include "ui/input.hpp"

#include <cstdint>
#include <optional>
#include <string>

struct SDL_Keysym;

namespace ui {

// The keys that an interface for one or two switches sends. A key named here has no other meaning, but inside a scan.
class SwitchKeys {
public:
    SwitchKeys(); // F7 and F8
    // As SDL names keys: "F7", "1", "Space". Asks again for a name that no key has, and for one key twice.
    [[nodiscard]] static base::Result<SwitchKeys> parse(const std::string& next, const std::string& choose);
    [[nodiscard]] std::optional<Key> find(const SDL_Keysym& symbol) const;

private:
    std::int32_t next_;
    std::int32_t choose_;
};

[[nodiscard]] std::optional<Key> key_of(const SDL_Keysym& symbol);
// A key press that makes this key; quick_exit takes three of its own.
[[nodiscard]] SDL_Keysym symbol_of(Key key);
// What is written on it: "F4".
[[nodiscard]] std::string name_of(Key key);
[[nodiscard]] bool is_shift(const SDL_Keysym& symbol);
// With Num Lock off a keypad sends no text, only the names of its keys; most lobby keypads come that way. 0: none.
[[nodiscard]] char keypad_digit(const SDL_Keysym& symbol);

} // namespace ui
