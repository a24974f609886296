#include "kiosk/app/aloud.hpp"

#include "base/random.hpp"

namespace kiosk {

namespace {

ui::HashKey new_key() {
    base::SystemRandom random;
    std::array<std::uint64_t, 2> parts{};
    random.fill({reinterpret_cast<std::uint8_t*>(parts.data()), sizeof parts});
    return {parts[0], parts[1]};
}

} // namespace

Aloud::Aloud(ui::Speaker& speaker, std::function<ui::Headphones()> headphones)
    : speaker_(speaker), narrator_(new_key()), headphones_(std::move(headphones)) {}

Silence Aloud::silence(const std::string& language) const {
    if (!speaker_.can_read(language)) return Silence::no_voice;
    return speaker_.state() == ui::SpeechState::no_sound ? Silence::no_sound : Silence::none;
}

Silence Aloud::start(const std::string& language) {
    speaker_.wake();
    const Silence silence = this->silence(language);
    if (silence == Silence::no_voice) {
        speaker_.rest();
        return silence;
    }
    is_on_ = true;
    must_retell_ = true;
    return silence;
}

void Aloud::end() {
    is_on_ = false;
    speaker_.rest();
}

void Aloud::tell(const ui::SemanticTree& tree, const ui::Focus& focus, const ui::Phrasebook& words) {
    if (!is_on_) return;
    const ui::Headphones now = headphones_();
    if (now != speaker_.headphones()) {
        speaker_.set_headphones(now);
        must_retell_ = must_retell_ || now == ui::Headphones::in;
    }
    const ui::PageHeard page{
        tree, focus, words, now, speaker_.can_read(words.language()), std::exchange(was_chosen_, false)};
    ui::say(speaker_, std::exchange(must_retell_, false) ? narrator_.retell(page) : narrator_.tell(page));
}

bool Aloud::use(ui::Key key, const ui::Phrasebook& words) {
    const auto told_rate = [&] {
        say(words("spoken_rate", {{"percent", std::int64_t{speaker_.rate().percent()}}}), words.language());
    };
    const auto told_volume = [&] {
        say(words("spoken_volume",
                  {{"step", std::int64_t{speaker_.volume().step()}}, {"count", std::int64_t{ui::Volume::steps}}}),
            words.language());
    };
    switch (key) {
    case ui::Key::repeat:
        if (is_on_) speaker_.repeat();
        return true;
    case ui::Key::louder:
        speaker_.set_volume(speaker_.volume().louder());
        if (is_on_) told_volume();
        return true;
    case ui::Key::quieter:
        speaker_.set_volume(speaker_.volume().quieter());
        if (is_on_) told_volume();
        return true;
    case ui::Key::faster:
        speaker_.set_rate(speaker_.rate().faster());
        if (is_on_) told_rate();
        return true;
    case ui::Key::slower:
        speaker_.set_rate(speaker_.rate().slower());
        if (is_on_) told_rate();
        return true;
    case ui::Key::up:
    case ui::Key::down:
    case ui::Key::left:
    case ui::Key::right:
    case ui::Key::choose:
    case ui::Key::back:
    case ui::Key::next:
    case ui::Key::previous:
    case ui::Key::erase:
    case ui::Key::language:
    case ui::Key::listen:
    case ui::Key::blank_screen:
    case ui::Key::text_size:
    case ui::Key::hide:
    case ui::Key::quick_exit:
    case ui::Key::switch_next:
    case ui::Key::switch_choose: return false;
    }
    return false;
}

void Aloud::say(const ui::Words& words, const std::string& language) {
    speaker_.say({base::Secret(base::bytes_of(ui::plain_text(words.text()))), language, ui::Privacy::for_anyone});
}

void Aloud::forget() {
    is_on_ = false;
    must_retell_ = false;
    was_chosen_ = false;
    narrator_.forget();
    speaker_.reset();
}

} // namespace kiosk
