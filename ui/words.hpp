// Text that may be shown to a person. Words come from the phrasebook, or are named as data of the agency; a plain
// string does not convert, so that no sentence can be written into a screen. Any thread.
#pragma once

#include <string>
#include <utility>

namespace ui {

class Words {
public:
    Words() = default;
    // A value that is no sentence of ours: a name, a room, a purpose as the agency wrote it. UTF-8.
    [[nodiscard]] static Words of_record(std::string text) { return Words(std::move(text)); }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool is_empty() const { return text_.empty(); }

private:
    explicit Words(std::string text) : text_(std::move(text)) {}
    std::string text_;
    friend class Phrasebook;
};

} // namespace ui
