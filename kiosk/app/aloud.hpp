// Listening: turns what the page shows into speech while somebody wants to hear it, and answers the keys of speech.
// Leaves what to say to ui/narrator and how it sounds to ui/speaker. Main thread.
#pragma once

#include "ui/input.hpp"
#include "ui/narrator.hpp"

namespace kiosk {

// Why a page cannot be read aloud.
enum class Silence { none, no_voice, no_sound };

class Aloud {
public:
    // `headphones` says whether they are in, at each telling.
    Aloud(ui::Speaker& speaker, std::function<ui::Headphones()> headphones);

    // Begins or ends to listen; what stands in the way, if anything does.
    [[nodiscard]] Silence start(const std::string& language);
    void end();
    [[nodiscard]] bool is_on() const { return is_on_; }
    // Whether the language that was changed to can be read.
    [[nodiscard]] bool can_read(const std::string& language) const { return speaker_.can_read(language); }
    [[nodiscard]] Silence silence(const std::string& language) const;

    // The page as it stands after a change. Says nothing while nobody listens.
    void tell(const ui::SemanticTree& tree, const ui::Focus& focus, const ui::Phrasebook& words);
    // Repeat, pause, rate, volume: true if the key was one of them.
    bool use(ui::Key key, const ui::Phrasebook& words);
    void something_was_chosen() { was_chosen_ = true; } // there has to be an answer
    void page_changed() { narrator_.page_changed(); }
    void forget(); // the person has gone: rate and volume as at first, every word overwritten

private:
    void say(const ui::Words& words, const std::string& language);

    ui::Speaker& speaker_;
    ui::Narrator narrator_;
    std::function<ui::Headphones()> headphones_;
    bool is_on_ = false;
    bool must_retell_ = false;
    bool was_chosen_ = false;
};

} // namespace kiosk
