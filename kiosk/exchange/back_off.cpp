#include "kiosk/exchange/back_off.hpp"

#include <algorithm>

namespace kiosk {

std::chrono::milliseconds back_off(int failures, base::Random& random) {
    std::chrono::milliseconds ceiling = 2 * back_off_least;
    for (int doubled = 1; doubled < failures && ceiling < back_off_most; ++doubled) ceiling *= 2;
    ceiling = std::min(ceiling, back_off_most);
    const auto span = static_cast<std::uint32_t>((ceiling - back_off_least).count());
    return back_off_least + std::chrono::milliseconds(random.below(span + 1));
}

void DeliverySchedule::note_success() {
    failures_ = 0;
    next_ = clock_.moment() + back_off_least;
}

void DeliverySchedule::note_failure() {
    ++failures_;
    next_ = clock_.moment() + back_off(failures_, random_);
}

std::chrono::milliseconds DeliverySchedule::wait_left() const {
    return std::max(next_ - clock_.moment(), std::chrono::milliseconds(0));
}

} // namespace kiosk
