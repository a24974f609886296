#include "ui/narrator.hpp"

#include "ui/graphemes.hpp"
#include "ui/spoken_node.hpp"
#include "ui/spoken_words.hpp"
#include "ui/stops.hpp"

#include <algorithm>

namespace ui {

namespace {

// A countdown is told with its page, and again when it passes one of these.
constexpr std::array<int, 3> told_seconds{45, 20, 10};

std::int64_t passed(int seconds_left) {
    return std::count_if(told_seconds.begin(), told_seconds.end(), [&](int told) { return seconds_left <= told; });
}

std::vector<const Node*> page_stops(const SemanticTree& tree) {
    std::vector<const Node*> stops;
    for (const auto& stop : stops_of(tree, TitleStop::none)) {
        if (!stop.node->is_constant) stops.push_back(stop.node);
    }
    return stops;
}

// "2 of 5"; nothing for the frame's controls, which are beside the page.
Position position_of(const Node& node, const SemanticTree& tree) {
    const auto stops = page_stops(tree);
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const bool is_same_group = !node.group.empty() && stops[i]->group == node.group;
        if (stops[i]->id == node.id || is_same_group) return {i + 1, stops.size()};
    }
    return {};
}

const Node* focused_node(const PageHeard& page) {
    const Node* node = page.focus.id().empty() ? nullptr : page.tree.find(page.focus.id());
    return node != nullptr && (node->is_focusable || node->role == Role::title) ? node : nullptr;
}

SpokenNode spoken_node(const PageHeard& page, Telling& telling) {
    return {page.words, page.headphones, page.can_read, telling.utterances};
}

void add_words(const PageHeard& page, const Words& words, Telling& telling) {
    telling.utterances.push_back(Sentence().add(plain_text(words.text())).finish(page.words.language()));
}

void add_choices(const PageHeard& page, const char* message, std::size_t count, Telling& telling) {
    add_words(page, page.words(message, {{"count", static_cast<std::int64_t>(count)}}), telling);
}

} // namespace

Digest Narrator::digest(std::string_view text) const { return KeyedHash(key_).add(text).finish(); }

Digest Narrator::page_digest(const PageHeard& page) const {
    const auto& nodes = page.tree.nodes();
    const auto title =
        std::find_if(nodes.begin(), nodes.end(), [](const Node& node) { return node.role == Role::title; });
    KeyedHash hash(key_);
    hash.add(page.words.language());
    if (title != nodes.end()) hash.add(title->id);
    return hash.finish();
}

Narrator::Known Narrator::known_of(const Node& node) const {
    KeyedHash hash(key_);
    if (node.seconds_left) {
        hash.add(passed(*node.seconds_left));
    } else {
        hash.add(node.name).add(node.value).add(node.private_value);
    }
    hash.add(node.is_ready);
    const Digest name = node.seconds_left ? Digest{} : digest(node.name); // seconds go by in it
    Known known{name, hash.finish(), node.is_selected, node.private_value.size(), {}, {}};
    if (node.role == Role::field) {
        const std::string_view text = node.private_value;
        const auto borders = grapheme_borders(text);
        known.entered = borders.size() - 1;
        known.written = digest(text);
        if (known.entered > 0) known.written_before = digest(text.substr(0, borders[known.entered - 1]));
    }
    return known;
}

const Narrator::Known* Narrator::find_known(const Node& node) const {
    const auto found = known_.find(digest(node.id));
    return found == known_.end() ? nullptr : &found->second;
}

void Narrator::tell_page(const PageHeard& page, Telling& telling) const {
    telling.manner = Telling::Manner::at_once;
    SpokenNode spoken = spoken_node(page, telling);
    for (const auto& node : page.tree.nodes()) {
        if (node.role == Role::title) spoken.whole(node);
    }
    for (const auto& node : page.tree.nodes()) {
        if (node.role == Role::title || node.is_focusable) continue;
        // What stood there on the page before, word for word, belongs to the frame and was heard.
        const Known* before = find_known(node);
        if (before == nullptr || *before != known_of(node)) spoken.whole(node);
    }
    const std::size_t choices = page_stops(page.tree).size();
    if (choices > 0) add_choices(page, "spoken_choices", choices, telling);
}

void Narrator::tell_change(const PageHeard& page, const Node& node, const Known& before, const Node* focused,
                           Telling& telling) const {
    SpokenNode spoken = spoken_node(page, telling);
    const auto naming = &node == focused ? SpokenNode::Naming::known : SpokenNode::Naming::named;
    if (node.role == Role::digits) {
        telling.manner = Telling::Manner::at_once;
        spoken.entered(node, before.entered);
    } else if (node.role == Role::field && before.written != known_of(node).written) {
        tell_writing(page, node, before, telling);
    } else if (node.is_focusable && before.is_selected != node.is_selected) {
        spoken.selection(node, naming);
    } else if (!node.is_focusable || node.value.empty() || before.name != known_of(node).name) {
        spoken.whole(node); // of a button: another name, or ready now
    } else {
        spoken.value(node, naming);
    }
}

void Narrator::tell_writing(const PageHeard& page, const Node& field, const Known& before, Telling& telling) const {
    Telling whole;
    spoken_node(page, whole).name_and_value(field);
    telling.again = std::move(whole.utterances);
    SpokenNode spoken = spoken_node(page, telling);
    if (spoken.is_hidden(field)) return;
    telling.manner = Telling::Manner::at_once;
    const std::string_view text = field.private_value;
    const auto borders = grapheme_borders(text);
    const Known now = known_of(field);
    const bool is_longer = now.entered > before.entered;
    if (is_longer && digest(text.substr(0, borders[before.entered])) == before.written) {
        spoken.written(field, text.substr(borders[before.entered]));
    } else if (now.entered == before.entered && now.written_before == before.written_before) {
        spoken.written(field, text.substr(borders[now.entered - 1])); // a mark that joined the letter
    } else if (now.entered < before.entered) {
        spoken.erased(field);
    } else {
        spoken.value(field, SpokenNode::Naming::known);
    }
}

void Narrator::tell_changes(const PageHeard& page, const Node* focused, const Node* moved_to, Telling& telling) const {
    for (const auto& node : page.tree.nodes()) {
        if (node.is_quiet || &node == moved_to) continue;
        // Keys that change their faces while somebody types are found when they are looked for.
        if (!node.group.empty() && (&node != focused || !telling.again.empty())) continue;
        const Known* before = find_known(node);
        if (before == nullptr) {
            if (!node.is_focusable) spoken_node(page, telling).whole(node);
        } else if (*before != known_of(node)) {
            tell_change(page, node, *before, focused, telling);
        }
    }
    const std::size_t choices = page_stops(page.tree).size();
    if (choices != choices_) add_choices(page, "spoken_choices_now", choices, telling);
}

void Narrator::tell_focus(const PageHeard& page, const Node& focused, Telling& telling) {
    telling.manner = Telling::Manner::at_once;
    // Who types by ear has to hear the keys; who listens in without headphones is not to come as a surprise.
    if (focused.writes_private && page.headphones == Headphones::out && !was_warned_) {
        add_words(page, page.words("spoken_keys_overheard"), telling);
        was_warned_ = true;
    }
    SpokenNode spoken = spoken_node(page, telling);
    const bool is_inside = !focused.group.empty() && digest(focused.group) == group_ && was_focus_visible_;
    if (is_inside) {
        spoken.name_and_value(focused);
    } else if (!focused.group_name.empty()) {
        spoken.group(focused, position_of(focused, page.tree));
        spoken.whole(focused);
    } else {
        spoken.whole(focused, position_of(focused, page.tree));
    }
}

// Silence after a press would be the worst answer: what stands there is said again, a warning first of all.
void Narrator::tell_no_change(const PageHeard& page, const Node* focused, Telling& telling) const {
    SpokenNode spoken = spoken_node(page, telling);
    for (const auto& node : page.tree.nodes()) {
        if (node.role == Role::status && !node.seconds_left && !node.is_quiet) spoken.whole(node);
    }
    if (focused != nullptr) spoken.name_and_value(*focused);
}

void Narrator::remember(const PageHeard& page, const Node* focused) {
    known_.clear();
    for (const auto& node : page.tree.nodes()) known_[digest(node.id)] = known_of(node);
    choices_ = page_stops(page.tree).size();
    focus_ = focused == nullptr ? Digest{} : digest(focused->id);
    group_ = focused == nullptr || focused->group.empty() ? Digest{} : digest(focused->group);
    was_focus_visible_ = page.focus.is_visible();
}

Telling Narrator::tell(const PageHeard& page) {
    Telling telling;
    const Digest here = page_digest(page);
    const Node* focused = focused_node(page);
    const bool is_new_page = here != page_;
    const bool is_moved =
        focused != nullptr && (digest(focused->id) != focus_ || (page.focus.is_visible() && !was_focus_visible_));
    page_ = here;
    was_warned_ = was_warned_ && !is_new_page;
    if (!page.has_voice) {
        if (is_new_page) {
            telling.manner = Telling::Manner::at_once;
            telling.utterances.push_back(no_voice(page.words));
        }
        remember(page, focused);
        return telling;
    }
    if (is_new_page) {
        tell_page(page, telling);
    } else {
        tell_changes(page, focused, is_moved ? focused : nullptr, telling);
    }
    const bool was_just_told = is_new_page && is_moved && focused->role == Role::title;
    if (is_moved && !was_just_told) tell_focus(page, *focused, telling);
    if (page.was_chosen && telling.utterances.empty()) tell_no_change(page, focused, telling);
    remember(page, focused);
    return telling;
}

Telling Narrator::retell(const PageHeard& page) {
    forget();
    return tell(page);
}

void Narrator::forget() { *this = Narrator(key_); }

void say(Speaker& speaker, Telling telling) {
    bool is_first = telling.manner == Telling::Manner::at_once;
    for (auto& utterance : telling.utterances) {
        if (is_first) {
            speaker.say(std::move(utterance));
        } else {
            speaker.append(std::move(utterance));
        }
        is_first = false;
    }
    if (!telling.again.empty()) speaker.repeat_instead(std::move(telling.again));
}

} // namespace ui
