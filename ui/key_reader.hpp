// Tells what a keyboard-wedge scanner types from what a person types. The kiosk's codes begin with "FK": a letter F
// starts a scan, Enter ends it; a pause or too many characters show that it was none. Pure; main thread.
#pragma once

#include "base/clock.hpp"
#include "ui/input.hpp"

#include <deque>
#include <optional>
#include <string_view>

namespace ui {

enum class KeyCap { enter, other }; // which key made a `choose`: only Enter ends a scan

// What the page takes: single keys, or text too. In text the space bar is a letter, and a word may begin like a code.
enum class Listening { keys, text };

class KeyReader {
public:
    void key(Key key, KeyCap cap, base::Moment now);
    void text(std::string_view utf8, base::Moment now); // one key's worth
    void listen_for(Listening what) { listening_ = what; }
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
    void give_up_scan();
    [[nodiscard]] bool may_be_scan() const;
    [[nodiscard]] bool is_surely_scan() const;

    Listening listening_ = Listening::keys;
    Reading reading_ = Reading::typed;
    base::Secret scan_;
    base::Moment last_;
    std::deque<Input> inputs_;
};

} // namespace ui
