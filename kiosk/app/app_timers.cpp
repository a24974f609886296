// What time does: covers the page, warns, ends the visit, lets the screen be wiped; and when it next does something.

#include "kiosk/app/app.hpp"

#include "kiosk/app/covers.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk {

namespace {

constexpr std::chrono::seconds cleaning_time{60};
constexpr std::chrono::seconds cleaning_step{10}; // nothing on the page moves in between

} // namespace

Timers App::timers() const {
    Timers longer = settings_.timers;
    for (auto* timer : {&longer.cover, &longer.warning, &longer.answer, &longer.checked_in, &longer.hidden}) {
        *timer *= patience_of(comfort_);
    }
    return longer;
}

// Signed in, or about to choose a PIN behind a code that was right.
bool App::is_staff_here() const { return session_.staff || (staff_ != nullptr && staff_->unlocker.must_choose()); }

void App::begin_cleaning() {
    cover(Cover::cleaning);
    cover_ends_at_ = clock_.moment() + cleaning_time;
}

// Whoever wiped the screen has as long as after any touch: counted from when it was to end, whenever that is noticed.
void App::end_cleaning() {
    last_input_ = cover_ends_at_;
    cover(Cover::none);
    focus_.forget();
    must_forget_ = true; // what was pressed meanwhile
}

int App::cleaning_steps_left() const {
    const auto left = std::max(cover_ends_at_ - clock_.moment(), std::chrono::milliseconds(0));
    return static_cast<int>((left + cleaning_step - std::chrono::milliseconds(1)) / cleaning_step);
}

bool App::build_cleaning(ui::Painter& painter, const ui::Scale& scale) {
    pass_time();
    if (cover_ != Cover::cleaning) return true;
    tree_.clear();
    const ui::Input nothing;
    ui::Canvas canvas(painter, view(scale), words_, focus_, cover_paging_, tree_, nothing);
    draw_cleaning_page(canvas, cleaning_steps_left() * static_cast<int>(cleaning_step.count()));
    return false;
}

void App::pass_time() {
    const auto now = clock_.moment();
    if (cover_ == Cover::cleaning && now < cover_ends_at_) return;
    if (cover_ == Cover::cleaning) end_cleaning();
    const Timers timers = this->timers();
    Kiosk kiosk = this->kiosk();
    if (!is_visit()) {
        (void)tick(pages_.back(), kiosk); // who is called comes and goes; the first page leads nowhere by itself
        // Nothing to ask for: a ring that somebody left on the first page goes without a word.
        if (focus_.is_visible() && now - last_input_ >= timers.cover) {
            focus_.forget();
            scan_.forget();
        }
        if (!focus_.is_visible()) last_input_ = now;
        return;
    }
    if (cover_ == Cover::none || has_own_timer()) {
        Next next = tick(pages_.back(), kiosk);
        if (next.kind == Next::Kind::finish) return finish(Parting::silent);
        go(std::move(next));
    }
    const auto idle = now - last_input_ - extension_;
    if (cover_ == Cover::warning) {
        const auto left = cover_ends_at_ - now;
        warning_seconds_ = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
        if (left <= std::chrono::milliseconds(0)) finish(Parting::silent);
        return;
    }
    if (is_staff_here()) {
        // Nobody to ask, hidden or not: the next one who comes may be a family.
        if (now - last_input_ >= timers.staff) finish(Parting::silent);
        return;
    }
    // Hidden by choice: a minute to come back. Hidden by time: the warning comes as it would have come.
    if (cover_ == Cover::hidden && !is_hidden_by_time_) {
        if (now >= cover_ends_at_) finish(Parting::silent);
        return;
    }
    if (has_own_timer() || !is_visit()) return;
    if (idle >= timers.warning) {
        cover(Cover::warning);
        warning_seconds_ = static_cast<int>(timers.answer.count());
    } else if (idle >= timers.cover && cover_ == Cover::none && !is_home()) {
        is_hidden_by_time_ = true;
        cover(Cover::hidden);
    }
}

std::optional<base::Moment> App::wake_at() const {
    std::optional<base::Moment> at = scan_.deadline();
    const Timers timers = this->timers();
    auto consider = [&](base::Moment moment) {
        if (!at || moment < *at) at = moment;
    };
    if (cover_ == Cover::cleaning) return cover_ends_at_ - cleaning_step * std::max(cleaning_steps_left() - 1, 0);
    if (!is_visit()) {
        if (focus_.is_visible()) consider(last_input_ + timers.cover);
        if (const auto page = kiosk::wake_at(pages_.back())) consider(*page);
        return at;
    }
    if (cover_ == Cover::none || has_own_timer()) {
        if (const auto page = kiosk::wake_at(pages_.back())) consider(*page);
    }
    if (cover_ == Cover::warning) {
        consider(cover_ends_at_ - std::chrono::seconds(std::max(warning_seconds_ - 1, 0)));
    } else if (is_staff_here()) {
        consider(last_input_ + timers.staff);
    } else if (cover_ == Cover::hidden && !is_hidden_by_time_) {
        consider(cover_ends_at_);
    } else if (!has_own_timer()) {
        if (cover_ == Cover::none && !is_home()) consider(last_input_ + extension_ + timers.cover);
        consider(last_input_ + extension_ + timers.warning);
    }
    return at;
}

} // namespace kiosk
