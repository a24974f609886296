// Listening: turns what the page shows into speech while somebody wants to hear it, and answers the keys of speech.
// Leaves what to say to ui/narrator and how it sounds to ui/speaker. Main thread.
#pragma once

#include "ui/input.hpp"
#include "ui/narrator.hpp"
#include "ui/spoken_words.hpp"

namespace kiosk {

// Why a page cannot be read aloud.
enum class Silence { none, no_voice, no_sound };

class Aloud {
public:
    // `headphones` says whether they are in, at each telling.
    Aloud(ui::Speaker& speaker, std::function<ui::Headphones()> headphones);

    // Begins to listen; what stands in the way, if anything does.
    [[nodiscard]] Silence start(const ui::Phrasebook& words);
    void end(const ui::Phrasebook& words); // says so, and no more
    void end_unheard();                    // since nothing can be heard
    [[nodiscard]] Silence silence(const std::string& language) const;
    // Somebody listened, or chose how it sounds: there is something to forget.
    [[nodiscard]] bool was_used() const { return was_used_; }

    // The page as it stands after a change. Says nothing while nobody listens.
    void tell(const ui::SemanticTree& tree, const ui::Focus& focus, const ui::Phrasebook& words);
    // Whatever a person does, they have heard enough of what is being said; but not by a key that pauses it or sets how
    // it sounds.
    void stop_for(const ui::Input& input);
    // Repeat, rate, volume, while somebody listens: true if the key was one of them. Repeat pauses what is being said,
    // goes on with what is paused, and says the last again where there is silence. Rate and volume are heard in what
    // is being said, and told in silence.
    bool use(ui::Key key, const ui::Phrasebook& words);
    void screen_changed(ui::ScreenLight light, const ui::Phrasebook& words); // said with what comes next
    void something_was_chosen() { was_chosen_ = true; }                      // there has to be an answer
    void page_changed() { narrator_.page_changed(); }
    void forget(); // the person has gone: rate and volume as at first, every word is to be overwritten
    void wait_until_forgotten() { speaker_.wait_until_forgotten(); } // once the next page is on the glass

private:
    void remark(const ui::Words& words, const ui::Phrasebook& phrasebook);
    void tell_setting(const ui::Words& words, const ui::Phrasebook& phrasebook);
    void pause_or_repeat();

    ui::Speaker& speaker_;
    ui::Narrator narrator_;
    std::function<ui::Headphones()> headphones_;
    std::vector<ui::Utterance> first_; // to be said before the page
    bool is_on_ = false;
    bool was_used_ = false;
    bool must_retell_ = false;
    bool was_chosen_ = false;
    bool is_setting_last_ = false; // what was said last is how it sounds
};

} // namespace kiosk
