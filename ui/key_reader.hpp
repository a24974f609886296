// Tells what a keyboard-wedge scanner types from what a person types, and which characters are keys of their own. The
// kiosk's codes begin with "FK": a letter F starts a scan, Enter ends it; a pause or too many characters show that it
// was none. A badge reader types any digits, faster than a hand can, and Enter: those are a barcode too, though they came
// one by one already. Shift pressed three times within 5 s, with nothing between, is the quick exit. Pure; main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/input.hpp"

#include <deque>
#include <optional>
#include <string_view>

namespace ui {

enum class KeyCap { enter, other }; // which key made a `choose`: only Enter ends a scan

class KeyReader {
public:
    void key(Key key, KeyCap cap, base::Moment now);
    void text(std::string_view utf8, base::Moment now); // one key's worth
    // Either Shift went down: counted only, since a scanner presses it for its capitals.
    void shift(base::Moment now);
    // What the page waits for. Digits: `*` language, `#` and the backquote repeat, `+` louder, `-` quieter, space choose.
    // Text: all of these are letters, and a word may begin like a code.
    void set_typing(Typing typing) { typing_ = typing; }
    // The page has changed: a choose that comes before now + 250 ms was meant for the one before.
    void guard(base::Moment now);
    // Every key belongs to the scanner now, whatever else it would mean.
    [[nodiscard]] bool is_in_scan() const { return reading_ != Reading::typed; }
    // A scan that paused for too long is over: what a person may have typed is handed on, the rest of a broken scan is
    // dropped, so that its digits never land in a form.
    void tick(base::Moment now);
    [[nodiscard]] std::optional<base::Moment> deadline() const;
    // What came, in order, one thing at a time.
    [[nodiscard]] std::optional<Input> next();
    [[nodiscard]] bool is_empty() const { return inputs_.empty(); }
    void forget();

private:
    enum class Reading { typed, scan, too_long };
    void hand_on(base::Secret typed);
    void hand_on(Key key);
    void give_up_scan();
    void note_burst(std::string_view utf8, base::Moment now);
    [[nodiscard]] bool is_burst(base::Moment now) const;
    [[nodiscard]] bool may_be_scan() const;
    [[nodiscard]] bool is_surely_scan() const;

    Reading reading_ = Reading::typed;
    Typing typing_ = Typing::digits;
    base::Secret scan_;
    base::Secret burst_; // what came faster than by hand
    base::Moment burst_last_;
    std::deque<base::Moment> shifts_; // the last two, with nothing after them
    base::Moment last_;
    base::Moment guarded_until_;
    std::deque<Input> inputs_;
};

} // namespace ui
