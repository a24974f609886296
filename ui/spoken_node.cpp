#include "ui/spoken_node.hpp"

#include "ui/graphemes.hpp"

#include <algorithm>

namespace ui {

namespace {

// A voice pauses by itself after these.
bool ends_in_a_pause(std::string_view text) {
    constexpr std::array<std::string_view, 12> marks{".", "?", "!", ",", ":", ";", "…", "。", "？", "！", "؟", "۔"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

} // namespace

Sentence& Sentence::add(std::string_view part) {
    if (part.empty()) return *this;
    if (!text_.is_empty()) text_.append(ends_in_a_pause(text_.text()) ? " " : ", ");
    text_.append(part);
    return *this;
}

Utterance Sentence::finish(std::string language, Privacy privacy) {
    if (!text_.is_empty() && !ends_in_a_pause(text_.text())) text_.append(".");
    return {std::move(text_), std::move(language), privacy};
}

bool SpokenNode::is_hidden(const Node& node) const {
    return node.is_private && node.role != Role::digits && headphones_ == Headphones::out;
}

std::string SpokenNode::word(const char* id, std::initializer_list<Fill> fills) const {
    return plain_text(words_(id, fills).text());
}

Privacy SpokenNode::privacy_of(const Node& node) const {
    return node.is_private && headphones_ == Headphones::in ? Privacy::only_headphones : Privacy::for_anyone;
}

// A name in another language is read by that language's voice, what follows by the page's.
Sentence SpokenNode::begin(const Node& node) {
    Sentence sentence;
    if (is_hidden(node) && node.role != Role::field) {
        sentence.add(word("spoken_private"));
        return sentence;
    }
    const bool is_own = node.language.empty() || node.language == words_.language();
    if (!is_own && !can_read_(node.language)) {
        // No voice reads its own name: the page's voice says which language it is.
        const std::string id = "language_" + node.language.substr(0, node.language.find('-'));
        sentence.add(words_.has(words_.language(), id.c_str()) ? word(id.c_str()) : node.name);
        return sentence;
    }
    sentence.add(node.name);
    if (is_own) return sentence;
    said_.push_back(sentence.finish(node.language, privacy_of(node)));
    return {};
}

void SpokenNode::finish(Sentence sentence, const Node& node) {
    if (sentence.is_empty()) return;
    Utterance utterance = sentence.finish(words_.language(), privacy_of(node));
    // Several hidden things in a row are hidden once.
    const bool is_again = is_hidden(node) && !said_.empty() && said_.back().text.text() == utterance.text.text();
    if (!is_again) said_.push_back(std::move(utterance));
}

void SpokenNode::add_digits(Sentence& sentence, const Node& node, std::size_t from) const {
    if (headphones_ == Headphones::out) return;
    // One by one: "12" is no twelve.
    for (std::size_t i = from; i < node.private_value.size(); ++i) {
        sentence.add(std::string_view(node.private_value).substr(i, 1));
    }
}

void SpokenNode::add_value(Sentence& sentence, const Node& node) const {
    if (!is_hidden(node)) {
        sentence.add(node.value);
        return;
    }
    if (node.role == Role::field) sentence.add(word("spoken_private")); // its name is the page's, not the person's
    if (node.is_selected) sentence.add(word("spoken_selected"));
    if (!node.is_ready) sentence.add(word("spoken_not_ready"));
}

void SpokenNode::add_position(Sentence& sentence, Position position) const {
    if (position.count == 0) return;
    sentence.add(word("spoken_position", {{"place", static_cast<std::int64_t>(position.place)},
                                          {"count", static_cast<std::int64_t>(position.count)}}));
}

void SpokenNode::whole(const Node& node, Position position) {
    Sentence sentence = begin(node);
    if (node.role == Role::button) sentence.add(word("spoken_button"));
    add_value(sentence, node);
    if (node.role == Role::digits) add_digits(sentence, node, 0);
    add_position(sentence, position);
    finish(std::move(sentence), node);
}

void SpokenNode::group(const Node& node, Position position) {
    Sentence sentence;
    sentence.add(node.group_name);
    add_position(sentence, position);
    said_.push_back(sentence.finish(words_.language()));
}

void SpokenNode::name_and_value(const Node& node) {
    Sentence sentence = begin(node);
    add_value(sentence, node);
    finish(std::move(sentence), node);
}

void SpokenNode::value(const Node& node, Naming naming) {
    if (naming == Naming::named) {
        name_and_value(node);
        return;
    }
    Sentence sentence;
    add_value(sentence, node);
    finish(std::move(sentence), node);
}

void SpokenNode::selection(const Node& node, Naming naming) {
    Sentence sentence = naming == Naming::named ? begin(node) : Sentence();
    sentence.add(word(node.is_selected ? "spoken_selected" : "spoken_not_selected"));
    finish(std::move(sentence), node);
}

void SpokenNode::entered(const Node& node, std::size_t before) {
    Sentence sentence;
    add_digits(sentence, node, before);
    add_value(sentence, node);
    finish(std::move(sentence), node);
}

void SpokenNode::written(const Node& node, std::string_view letters) {
    Sentence sentence;
    const auto borders = grapheme_borders(letters);
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const std::string_view letter = letters.substr(borders[i], borders[i + 1] - borders[i]);
        sentence.add(letter == " " ? word("button_space") : letter);
    }
    finish(std::move(sentence), node);
}

void SpokenNode::erased(const Node& node) {
    Sentence sentence;
    sentence.add(word("spoken_erased"));
    finish(std::move(sentence), node);
}

} // namespace ui
