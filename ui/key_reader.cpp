#include "ui/key_reader.hpp"

namespace ui {

namespace {

constexpr std::chrono::milliseconds longest_pause{500};
constexpr std::size_t longest_scan = 64;

// A scanner types lower case while Caps Lock is on.
char upper(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; }

} // namespace

bool KeyReader::may_be_scan() const {
    const std::string_view begun = scan_.text();
    // "Kafka" begins a code too, and is one only if a code's number and dot follow.
    const std::string_view start = listening_ == Listening::text ? "FK1." : "FK";
    for (std::size_t i = 0; i < std::min(begun.size(), start.size()); ++i) {
        if (upper(begun[i]) != start[i]) return false;
    }
    return true;
}

bool KeyReader::is_surely_scan() const { return scan_.size() >= (listening_ == Listening::text ? 4U : 2U); }

void KeyReader::hand_on(base::Secret typed) {
    if (typed.is_empty()) return;
    Input input;
    input.typed = std::move(typed);
    inputs_.push_back(std::move(input));
}

void KeyReader::give_up_scan() {
    const bool was_typed = reading_ == Reading::scan && !is_surely_scan();
    reading_ = Reading::typed;
    if (was_typed) hand_on(std::move(scan_));
    scan_.clear();
}

void KeyReader::tick(base::Moment now) {
    if (reading_ != Reading::typed && now - last_ >= longest_pause) give_up_scan();
}

std::optional<base::Moment> KeyReader::deadline() const {
    if (reading_ == Reading::typed) return std::nullopt;
    return last_ + longest_pause;
}

void KeyReader::text(std::string_view utf8, base::Moment now) {
    if (utf8.empty()) return;
    tick(now);
    last_ = now;
    switch (reading_) {
    case Reading::too_long: return;
    case Reading::scan:
        scan_.append(utf8);
        if (scan_.size() > longest_scan) {
            scan_.clear();
            reading_ = Reading::too_long;
        } else if (!may_be_scan()) {
            reading_ = Reading::typed;
            hand_on(std::move(scan_));
            scan_.clear();
        }
        return;
    case Reading::typed:
        if (upper(utf8[0]) == 'F') {
            reading_ = Reading::scan;
            scan_.append(utf8);
            return;
        }
        // Elsewhere space is a key of its own (choose).
        if (utf8 != " " || listening_ == Listening::text) hand_on(base::Secret(base::bytes_of(utf8)));
        return;
    }
}

void KeyReader::key(Key key, KeyCap cap, base::Moment now) {
    tick(now);
    // A space inside a code, or in a text, comes as text too.
    const bool is_letter = reading_ != Reading::typed || listening_ == Listening::text;
    if (is_letter && key == Key::choose && cap == KeyCap::other) return;
    if (reading_ != Reading::typed) {
        if (key == Key::choose && (reading_ == Reading::too_long || is_surely_scan())) {
            if (reading_ == Reading::scan) {
                Input input;
                input.scanned = std::move(scan_);
                inputs_.push_back(std::move(input));
            }
            scan_.clear();
            reading_ = Reading::typed;
            return;
        }
        give_up_scan();
    }
    Input input;
    input.keys.push_back(key);
    inputs_.push_back(std::move(input));
}

std::optional<Input> KeyReader::next() {
    if (inputs_.empty()) return std::nullopt;
    Input input = std::move(inputs_.front());
    inputs_.pop_front();
    return input;
}

void KeyReader::forget() {
    inputs_.clear();
    scan_.clear();
    reading_ = Reading::typed;
}

} // namespace ui
