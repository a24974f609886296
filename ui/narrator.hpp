// Decides what to say: looks at the page as it stands after each change, and tells what a person who sees nothing must
// know now. Leaves saying it to ui/speaker. Keeps no word of what it told, only keyed hashes. Main thread.
#pragma once

#include "ui/focus.hpp"
#include "ui/keyed_hash.hpp"
#include "ui/phrasebook.hpp"
#include "ui/speaker.hpp"

#include <unordered_map>

namespace ui {

// One page as it stands.
struct PageHeard {
    const SemanticTree& tree;
    const Focus& focus;
    const Phrasebook& words;
    Headphones headphones = Headphones::out;
    bool has_voice = true; // for the language of `words`
    // Something was pressed since the last telling: there must be an answer, even if nothing changed.
    bool was_chosen = false;
    std::function<bool(std::string_view)> can_read = [](std::string_view) { return true; }; // a language
};

struct Telling {
    enum class Manner { after_the_rest, at_once };
    Manner manner = Manner::after_the_rest;
    std::vector<Utterance> utterances; // none: nothing to say
    std::vector<Utterance> again;      // what "say it again" says of it; none: the same
};

class Narrator {
public:
    explicit Narrator(const HashKey& key) : key_(key) {}

    // On a new page: its title, all that is only read, how many choices there are. On the same page: the choice that
    // the focus moved to, and what is new or different. A page is known by its title's id and its language.
    [[nodiscard]] Telling tell(const PageHeard& page);
    // The whole page, as if it were new: "Listen", headphones plugged in, "say it again".
    [[nodiscard]] Telling retell(const PageHeard& page);
    // The next frame is a new page, even if its title has the same id.
    void page_changed() { page_ = {}; }
    void forget(); // the person is gone

private:
    struct Known {
        Digest name;
        Digest content;
        bool is_selected = false;
        std::size_t entered = 0; // digits or whole letters, where the node has them
        Digest written;          // of what was written into a field
        Digest written_before;   // of all but its last letter
        bool operator==(const Known&) const = default;
    };
    using KnownNodes = std::unordered_map<Digest, Known, DigestHash>;

    HashKey key_;
    Digest page_;
    Digest focus_; // of the focused node's id; zero if none
    Digest group_; // of the group it stands in; zero if none
    bool was_focus_visible_ = false;
    bool was_warned_ = false; // on this page: the keys that are chosen can be heard
    std::size_t choices_ = 0;
    KnownNodes known_;

    [[nodiscard]] Digest digest(std::string_view text) const;
    [[nodiscard]] Digest page_digest(const PageHeard& page) const;
    [[nodiscard]] Known known_of(const Node& node) const;
    [[nodiscard]] const Known* find_known(const Node& node) const;
    void tell_page(const PageHeard& page, Telling& telling) const;
    // What the focus moved to is told with the move.
    void tell_changes(const PageHeard& page, const Node* focused, const Node* moved_to, Telling& telling) const;
    void tell_change(const PageHeard& page, const Node& node, const Known& before, const Node* focused,
                     Telling& telling) const;
    // With headphones the letters that came or that one went, without them nothing: the key was told.
    void tell_writing(const PageHeard& page, const Node& field, const Known& before, Telling& telling) const;
    void tell_focus(const PageHeard& page, const Node& focused, Telling& telling);
    void tell_no_change(const PageHeard& page, const Node* focused, Telling& telling) const;
    void remember(const PageHeard& page, const Node* focused);
};

// Says what was told.
void say(Speaker& speaker, Telling telling);

} // namespace ui
