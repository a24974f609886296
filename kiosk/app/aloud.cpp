#include "kiosk/app/aloud.hpp"

#include "base/random.hpp"
#include "ui/key_map.hpp"

#include <algorithm>

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
    switch (speaker_.state()) {
    case ui::SpeechState::no_sound: return Silence::no_sound;
    case ui::SpeechState::no_voice: return Silence::no_voice;
    case ui::SpeechState::unused:
    case ui::SpeechState::working: return Silence::none;
    }
    return Silence::none;
}

Silence Aloud::start(const ui::Phrasebook& words) {
    if (!speaker_.can_read(words.language())) return Silence::no_voice;
    speaker_.wake();
    is_on_ = true;
    was_used_ = true;
    must_retell_ = true;
    first_.push_back(ui::utterance_of(words, ui::listening_words(words, ui::Listening::on)));
    return Silence::none;
}

void Aloud::end(const ui::Phrasebook& words) {
    speaker_.stop();
    remark(ui::listening_words(words, ui::Listening::off), words); // the device rests by itself after it
    is_on_ = false;
    first_.clear();
}

void Aloud::end_unheard() {
    is_on_ = false;
    first_.clear();
    speaker_.rest();
}

void Aloud::screen_changed(ui::ScreenLight light, const ui::Phrasebook& words) {
    if (!is_on_) return;
    const auto key = ui::Words::of_record(ui::name_of(ui::Key::blank_screen)); // keypads send what is on keyboards
    first_.push_back(ui::utterance_of(words, ui::screen_words(words, light, key)));
}

void Aloud::tell(const ui::SemanticTree& tree, const ui::Focus& focus, const ui::Phrasebook& words) {
    if (!is_on_) return;
    const ui::Headphones now = headphones_();
    if (now != speaker_.headphones()) {
        speaker_.set_headphones(now); // out: silence until the next key, since who hears it now is another
        must_retell_ = must_retell_ || now == ui::Headphones::in;
    }
    const ui::PageHeard page{tree,
                             focus,
                             words,
                             now,
                             speaker_.can_read(words.language()),
                             std::exchange(was_chosen_, false),
                             [this](std::string_view language) { return speaker_.can_read(language); }};
    ui::Telling telling = std::exchange(must_retell_, false) ? narrator_.retell(page) : narrator_.tell(page);
    if (telling.utterances.empty()) {
        for (const auto& each : first_) speaker_.remark(each);
    } else {
        telling.utterances.insert(telling.utterances.begin(), std::make_move_iterator(first_.begin()),
                                  std::make_move_iterator(first_.end()));
    }
    first_.clear();
    is_setting_last_ = is_setting_last_ && telling.utterances.empty();
    ui::say(speaker_, std::move(telling));
}

void Aloud::stop_for(const ui::Input& input) {
    const auto is_spared = [](ui::Key key) {
        return key == ui::Key::repeat || key == ui::Key::louder || key == ui::Key::quieter || key == ui::Key::faster ||
               key == ui::Key::slower;
    };
    const bool has_only_keys = !input.was_touched && input.typed.is_empty() && input.scanned.is_empty();
    if (has_only_keys && std::all_of(input.keys.begin(), input.keys.end(), is_spared)) return;
    is_setting_last_ = false;
    speaker_.stop();
}

bool Aloud::use(ui::Key key, const ui::Phrasebook& words) {
    if (!is_on_) return false;
    const auto set_volume = [&](ui::Volume volume) {
        speaker_.set_volume(volume);
        tell_setting(ui::volume_words(words, volume), words);
        return true;
    };
    const auto set_rate = [&](ui::SpeechRate rate) {
        speaker_.set_rate(rate);
        tell_setting(ui::rate_words(words, rate), words);
        return true;
    };
    switch (key) {
    case ui::Key::repeat: pause_or_repeat(); return true;
    case ui::Key::louder: return set_volume(speaker_.volume().louder());
    case ui::Key::quieter: return set_volume(speaker_.volume().quieter());
    case ui::Key::faster: return set_rate(speaker_.rate().faster());
    case ui::Key::slower: return set_rate(speaker_.rate().slower());
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
    case ui::Key::service:
    case ui::Key::switch_next:
    case ui::Key::switch_choose: return false;
    }
    return false;
}

void Aloud::remark(const ui::Words& words, const ui::Phrasebook& phrasebook) {
    speaker_.remark(ui::utterance_of(phrasebook, words));
}

void Aloud::tell_setting(const ui::Words& words, const ui::Phrasebook& phrasebook) {
    if (speaker_.is_speaking() && !is_setting_last_) return;
    speaker_.stop(); // the number before it
    is_setting_last_ = true;
    remark(words, phrasebook);
}

void Aloud::pause_or_repeat() {
    if (!speaker_.is_speaking()) {
        is_setting_last_ = false;
        speaker_.repeat();
    } else if (speaker_.is_paused()) {
        speaker_.resume();
    } else {
        speaker_.pause();
    }
}

void Aloud::forget() {
    is_on_ = false;
    is_setting_last_ = false;
    was_used_ = false;
    must_retell_ = false;
    was_chosen_ = false;
    first_.clear();
    narrator_.forget();
    speaker_.reset();
}

} // namespace kiosk
