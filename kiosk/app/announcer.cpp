#include "kiosk/app/announcer.hpp"

#include "kiosk/screens/call_words.hpp"
#include "ui/chime.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr int times_said = 2;
constexpr std::chrono::milliseconds look_every{250}; // whether the last part has been heard

} // namespace

Announcer::Announcer(const CallBoard& calls, ui::Speaker& speaker, const ui::Phrasebook& words,
                     std::vector<std::string> languages, std::function<bool()> is_in_use)
    : calls_(calls), speaker_(speaker), words_(words), languages_(std::move(languages)),
      is_in_use_(std::move(is_in_use)) {}

void Announcer::update(base::Moment now) {
    auto shown = calls_.calls(now);
    std::reverse(shown.begin(), shown.end()); // as they were called
    for (const Call& call : shown) {
        if (told_until_ && call.at <= *told_until_) continue;
        waiting_.push_back(call);
    }
    if (!shown.empty()) told_until_ = std::max(told_until_.value_or(shown.back().at), shown.back().at);
    std::erase_if(waiting_, [&](const Call& call) {
        // Withdrawn, called again, or too late.
        const bool stands = std::any_of(shown.begin(), shown.end(), [&](const Call& each) {
            return each.ticket == call.ticket && each.at == call.at;
        });
        return !stands || now - call.at > longest_wait;
    });
    if (is_in_use_()) {
        parts_.clear();
        return;
    }
    while ((!parts_.empty() || !waiting_.empty()) && !speaker_.is_speaking()) say_next();
}

void Announcer::say_next() {
    if (parts_.empty()) {
        const Call call = std::move(waiting_.front());
        waiting_.pop_front();
        parts_.push_back({{}, {}, ui::Privacy::for_anyone, ui::chime()});
        for (int i = 0; i < times_said; ++i) {
            for (const std::string& language : languages_) {
                const std::string text = ui::plain_text(spoken_call(words_, language, call).text());
                parts_.push_back({base::Secret(base::bytes_of(text)), language, ui::Privacy::for_anyone, {}});
            }
        }
    }
    speaker_.remark(parts_.front());
    parts_.pop_front();
}

std::optional<base::Moment> Announcer::wake_at(base::Moment now) const {
    if (parts_.empty() && waiting_.empty()) return std::nullopt;
    return now + (is_in_use_() ? std::chrono::milliseconds(std::chrono::seconds(1)) : look_every);
}

} // namespace kiosk
