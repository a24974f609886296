// The keys that mean the same on every page, and listening.

#include "kiosk/app/app.hpp"

namespace kiosk {

// What the keys of a keypad mean on every page; focus, switches and widgets take the others.
void App::use_keys(const ui::Input& input) {
    if (input.was_touched && comfort_.is_blank) {
        // Whoever touches the glass looks at it, and does not see yet what is under the finger.
        set_blank(false);
        if (surface_) surface_->guard_touches();
    }
    for (const auto key : input.keys) use_key(key);
    const bool was_chosen = input.was_touched ||
                            std::find(input.keys.begin(), input.keys.end(), ui::Key::choose) != input.keys.end() ||
                            std::find(input.keys.begin(), input.keys.end(), ui::Key::switch_choose) != input.keys.end();
    if (aloud_ && was_chosen) aloud_->something_was_chosen();
    // The title is a stop for those who listen: choosing it says the page again.
    for (const auto& node : tree_.nodes()) {
        if (aloud_ && node.role == ui::Role::title && focus_.take_choose(node.id)) {
            (void)aloud_->use(ui::Key::repeat, words_);
        }
    }
}

void App::use_key(ui::Key key) {
    if (key == ui::Key::quick_exit) {
        finish(Parting::silent);
    } else if (key == ui::Key::listen) {
        listen(!comfort_.is_listening);
    } else if (key == ui::Key::blank_screen) {
        if (!comfort_.is_listening) listen(true);
        if (comfort_.is_listening) set_blank(!comfort_.is_blank);
    } else if (key == ui::Key::service) {
        use_frame(FrameAction::staff);
    } else if (key == ui::Key::text_size) {
        use_frame(FrameAction::text_size);
    } else if (key == ui::Key::language && cover_ == Cover::none) {
        use_frame(FrameAction::language);
    } else if (key == ui::Key::hide && cover_ == Cover::none) {
        use_frame(FrameAction::hide);
    } else if (aloud_) {
        (void)aloud_->use(key, words_);
    }
}

void App::set_blank(bool is_blank) {
    comfort_.is_blank = is_blank;
    if (aloud_) aloud_->screen_changed(is_blank ? ui::ScreenLight::off : ui::ScreenLight::on, words_);
}

void App::listen(bool is_wanted) {
    comfort_.is_listening = is_wanted;
    comfort_.is_blank = false;
    if (!is_wanted) {
        if (aloud_) aloud_->end(words_);
        return;
    }
    const Silence silence = aloud_ ? aloud_->start(words_) : Silence::no_sound;
    if (silence != Silence::none) return say_why_silent(silence);
    focus_.show(); // keys begin at the title, which is what is heard
}

// In the words of the person, with the nearest honest thing.
void App::say_why_silent(Silence silence) {
    comfort_.is_listening = false;
    comfort_.is_blank = false;
    if (aloud_) aloud_->end_unheard();
    cover_ = Cover::none;
    const auto reason = silence == Silence::no_voice ? notice::Reason::no_voice : notice::Reason::no_sound;
    const auto* shown = std::get_if<notice::State>(&pages_.back().state);
    if (shown != nullptr && shown->reason == reason) return;
    go(Next::push(Screen{notice::State{reason, {}, {}}}));
}

bool App::tell_aloud() {
    if (!aloud_ || !comfort_.is_listening) return true;
    const Silence silence = aloud_->silence(words_.language());
    if (silence == Silence::none) {
        aloud_->tell(tree_, focus_, words_);
        return true;
    }
    say_why_silent(silence);
    return false;
}

} // namespace kiosk
