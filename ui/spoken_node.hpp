// The words for one node of the page, as they are said: name, what it is, how it stands, where it stands. What is
// private is said only with headphones in. Main thread.
#pragma once

#include "ui/phrasebook.hpp"
#include "ui/semantics.hpp"
#include "ui/speaker.hpp"

namespace ui {

// Puts an utterance together, with the commas and the full stop that make a voice pause.
class Sentence {
public:
    Sentence& add(std::string_view part);
    [[nodiscard]] bool is_empty() const { return text_.is_empty(); }
    [[nodiscard]] Utterance finish(std::string language, Privacy privacy = Privacy::for_anyone);

private:
    base::Secret text_;
};

// Where a choice stands among the page's own: "2 of 5". No count: not said.
struct Position {
    std::size_t place = 0;
    std::size_t count = 0;
};

class SpokenNode {
public:
    using CanRead = std::function<bool(std::string_view language)>;
    SpokenNode(const Phrasebook& words, Headphones headphones, const CanRead& can_read, std::vector<Utterance>& said)
        : words_(words), headphones_(headphones), can_read_(can_read), said_(said) {}

    // All of it: name, what it is, how it stands, where it stands.
    void whole(const Node& node, Position position = {});
    void group(const Node& node, Position position); // the name of the group that the node stands in
    void name_and_value(const Node& node);           // without what it is and where: a key of the keypad

    // What is new about a node, after its name unless that was just said.
    enum class Naming { named, known };
    void value(const Node& node, Naming naming);
    void selection(const Node& node, Naming naming);
    void entered(const Node& node, std::size_t before); // digits, of which there were `before`
    void written(const Node& node, std::string_view letters);
    void erased(const Node& node);
    [[nodiscard]] bool is_hidden(const Node& node) const;

private:
    const Phrasebook& words_;
    Headphones headphones_;
    const CanRead& can_read_;
    std::vector<Utterance>& said_;

    [[nodiscard]] std::string word(const char* id, std::initializer_list<Fill> fills = {}) const;
    [[nodiscard]] Privacy privacy_of(const Node& node) const;
    [[nodiscard]] Sentence begin(const Node& node);
    void add_value(Sentence& sentence, const Node& node) const;
    void add_position(Sentence& sentence, Position position) const;
    void add_digits(Sentence& sentence, const Node& node, std::size_t from) const;
    void finish(Sentence sentence, const Node& node);
};

} // namespace ui
