#include "kiosk/staff/news_teller.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr base::Literal told_name{"overdue_told"};
constexpr std::chrono::minutes look_every{1}; // while somebody waits: the clock may be set

} // namespace

NewsTeller::NewsTeller(const Parts& parts, const Settings& settings, const base::Clock& clock)
    : parts_(parts), settings_(settings), clock_(clock), rung_at_(clock.moment()) {
    const auto kept = parts_.store.find_kept(told_name);
    if (kept.is_error() || !kept.value()) return;
    base::Uuid check_in;
    constexpr std::size_t size = sizeof(check_in.bytes);
    for (auto rest = kept.value()->view(); rest.size() >= size; rest = rest.subspan(size)) {
        std::ranges::copy(rest.first(size), check_in.bytes.begin());
        told_.push_back(check_in);
    }
}

void NewsTeller::tell(const News& news) {
    switch (news.what) {
    case News::What::arrived: return parts_.notices.tell(NoticeEvent::arrived, news.ticket);
    case News::What::taken_back:
        if (news.ticket) parts_.calls.withdraw(*news.ticket);
        return;
    case News::What::asked_person:
        is_ring_wanted_ = true;
        return parts_.notices.tell(NoticeEvent::help_requested, news.ticket);
    case News::What::asked_safety: return parts_.notices.tell(NoticeEvent::help_requested, news.ticket);
    }
}

bool NewsTeller::was_told(const base::Uuid& check_in) const { return std::ranges::count(told_, check_in) > 0; }

// Not kept: it may be told once more after a restart, which is better than not at all.
void NewsTeller::keep_told() {
    base::Secret record;
    for (const auto& check_in : told_) record.append(check_in.bytes);
    (void)parts_.store.keep(told_name, record).is_error();
}

void NewsTeller::look_for_overdue() {
    const auto& waiting = parts_.watch.arrivals();
    // Whoever is seen, and then waits after all, is told anew.
    std::erase_if(told_, [&](const base::Uuid& check_in) {
        return std::ranges::count(waiting, check_in, &UnseenArrival::check_in) == 0;
    });
    has_overdue_ = false;
    bool has_told = false;
    for (const auto& arrival : waiting) {
        if (clock_.now() - arrival.at < settings_.acknowledge) continue;
        has_overdue_ = true;
        if (was_told(arrival.check_in)) continue;
        parts_.notices.tell(NoticeEvent::not_acknowledged, arrival.ticket);
        told_.push_back(arrival.check_in);
        has_told = true;
    }
    if (has_told) keep_told();
    const bool is_again = has_overdue_ && clock_.moment() - rung_at_ >= settings_.acknowledge;
    if (!has_overdue_ || has_told || is_again) rung_at_ = clock_.moment();
    if (has_told || is_again) is_ring_wanted_ = true;
}

void NewsTeller::pass_time() {
    for (const auto& news : parts_.desk.take_news()) tell(news);
    look_for_overdue();
}

std::optional<base::Moment> NewsTeller::wake_at() const {
    const auto& waiting = parts_.watch.arrivals();
    if (waiting.empty()) return std::nullopt;
    auto next = std::chrono::milliseconds(look_every);
    for (const auto& arrival : waiting) {
        if (was_told(arrival.check_in)) continue;
        next = std::min(next, arrival.at + settings_.acknowledge - clock_.now());
    }
    if (has_overdue_) next = std::min(next, rung_at_ + settings_.acknowledge - clock_.moment());
    return clock_.moment() + std::max(next, std::chrono::milliseconds(0));
}

} // namespace kiosk
