// Text that may be shown to a person. Words come from the phrasebook, or are named as data of the agency; a plain
// string does not convert, so that no sentence can be written into a screen. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace ui {

class Words {
public:
    Words() = default;
    // A value that is no sentence of ours: a name, a room, a purpose as the agency wrote it. UTF-8. Its stars are not
    // bold marks, and what would turn the direction of the text around it is taken out.
    [[nodiscard]] static Words of_record(std::string text);
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool is_empty() const { return text_.empty(); }

private:
    explicit Words(std::string text) : text_(std::move(text)) {}
    std::string text_;
    friend class Phrasebook;
};

// Text as it is shown, turned into text as it is said and looked for: no bold marks, no direction marks, plain spaces.
[[nodiscard]] std::string plain_text(std::string_view shown);

} // namespace ui
