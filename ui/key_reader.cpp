#include "ui/key_reader.hpp"

namespace ui {

namespace {

constexpr std::chrono::milliseconds longest_pause{500};
constexpr std::size_t longest_scan = 64;
constexpr std::chrono::milliseconds choose_guard{250};
// https://design-system.service.gov.uk/components/exit-this-page/
constexpr std::chrono::milliseconds exit_within{5000};
constexpr std::size_t exit_shifts = 3;

// Between two keys of a reader; a quick hand takes twice as long.
constexpr std::chrono::milliseconds burst_pause{30};
constexpr std::size_t least_burst = 4;

// A scanner types lower case while Caps Lock is on.
char upper(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter; }

// Characters rather than keys, since keyboards of different languages have them in different places.
std::optional<Key> key_of_character(std::string_view utf8) {
    if (utf8 == "*") return Key::language;
    if (utf8 == "#" || utf8 == "`") return Key::repeat;
    if (utf8 == "+") return Key::louder;
    if (utf8 == "-") return Key::quieter;
    return std::nullopt;
}

} // namespace

bool KeyReader::may_be_scan() const {
    const std::string_view begun = scan_.text();
    // "Kafka" begins a code too, and is one only if a code's number and dot follow.
    const std::string_view start = typing_ == Typing::text ? "FK1." : "FK";
    for (std::size_t i = 0; i < std::min(begun.size(), start.size()); ++i) {
        if (upper(begun[i]) != start[i]) return false;
    }
    return true;
}

bool KeyReader::is_surely_scan() const { return scan_.size() >= (typing_ == Typing::text ? 4U : 2U); }

void KeyReader::note_burst(std::string_view utf8, base::Moment now) {
    if (now - burst_last_ > burst_pause || burst_.size() >= longest_scan) burst_.clear();
    burst_.append(utf8);
    burst_last_ = now;
}

bool KeyReader::is_burst(base::Moment now) const {
    return burst_.size() >= least_burst && now - burst_last_ <= burst_pause;
}

void KeyReader::hand_on(base::Secret typed) {
    if (typed.is_empty()) return;
    Input input;
    input.typed = std::move(typed);
    inputs_.push_back(std::move(input));
}

void KeyReader::hand_on(Key key) {
    Input input;
    input.keys.push_back(key);
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
    shifts_.clear();
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
        if (typing_ == Typing::digits) {
            if (utf8 == " ") return; // came as a key (choose) already
            if (const auto key = key_of_character(utf8)) {
                hand_on(*key);
                return;
            }
        }
        if (typing_ == Typing::digits) note_burst(utf8, now);
        hand_on(base::Secret(base::bytes_of(utf8)));
        return;
    }
}

void KeyReader::key(Key key, KeyCap cap, base::Moment now) {
    tick(now);
    shifts_.clear();
    const bool is_space = key == Key::choose && cap == KeyCap::other;
    if (reading_ != Reading::typed) {
        // A space inside a code comes as text too.
        if (is_space) return;
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
    if (is_space && typing_ == Typing::text) return;
    if (key == Key::choose && cap == KeyCap::enter && is_burst(now)) {
        Input input;
        input.scanned = std::move(burst_);
        inputs_.push_back(std::move(input));
        return;
    }
    burst_.clear();
    if ((key == Key::choose || key == Key::switch_choose) && now < guarded_until_) return;
    hand_on(key);
}

void KeyReader::guard(base::Moment now) { guarded_until_ = now + choose_guard; }

void KeyReader::shift(base::Moment now) {
    tick(now);
    while (!shifts_.empty() && now - shifts_.front() > exit_within) shifts_.pop_front();
    shifts_.push_back(now);
    if (shifts_.size() < exit_shifts) return;
    forget(); // whoever leaves takes along what waits
    hand_on(Key::quick_exit);
}

std::optional<Input> KeyReader::next() {
    if (inputs_.empty()) return std::nullopt;
    Input input = std::move(inputs_.front());
    inputs_.pop_front();
    return input;
}

void KeyReader::forget() {
    inputs_.clear();
    shifts_.clear();
    scan_.clear();
    burst_.clear();
    reading_ = Reading::typed;
}

} // namespace ui
