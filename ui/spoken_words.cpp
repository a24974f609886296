#include "ui/spoken_words.hpp"

#include "ui/spoken_node.hpp"

namespace ui {

Utterance utterance_of(const Phrasebook& phrasebook, const Words& words) {
    return Sentence().add(plain_text(words.text())).finish(phrasebook.language());
}

Words listening_words(const Phrasebook& phrasebook, Listening listening) {
    return phrasebook(listening == Listening::on ? "spoken_listening_on" : "spoken_listening_off");
}

Words rate_words(const Phrasebook& phrasebook, SpeechRate rate) {
    return phrasebook("spoken_rate", {{"percent", static_cast<std::int64_t>(rate.percent())}});
}

Words volume_words(const Phrasebook& phrasebook, Volume volume) {
    return phrasebook("spoken_volume", {{"step", static_cast<std::int64_t>(volume.step())},
                                        {"count", static_cast<std::int64_t>(Volume::steps)}});
}

Words screen_words(const Phrasebook& phrasebook, ScreenLight light, const Words& key) {
    return light == ScreenLight::on ? phrasebook("spoken_screen_on") : phrasebook("spoken_screen_off", {{"key", key}});
}

Words no_sound_words(const Phrasebook& phrasebook) { return phrasebook("warning_no_sound"); }

Utterance no_voice(const Phrasebook& phrasebook) {
    const std::string code = phrasebook.language().substr(0, phrasebook.language().find('-'));
    const std::string message = "language_" + code;
    const Words name =
        phrasebook.has("en", message.c_str()) ? phrasebook.in("en", message.c_str()) : Words::of_record(code);
    const Words words = phrasebook.in("en", "spoken_no_voice", {{"language", name}});
    return Sentence().add(plain_text(words.text())).finish("en");
}

} // namespace ui
