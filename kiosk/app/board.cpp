#include "kiosk/app/board.hpp"

#include "kiosk/app/covers.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk {

Board::Board(const Settings& settings, VisitDesk& desk, ui::Phrasebook& words, const base::Clock& clock,
             StaffSide& staff)
    : settings_(settings), desk_(desk), words_(words), clock_(clock), staff_(staff), last_input_(clock.moment()) {
    pages_.push_back(Screen{staff_unlock::State{}});
}

Kiosk Board::kiosk() { return {settings_, clock_, desk_, words_, session_, comfort_, &staff_, Seat::board}; }

bool Board::is_touched() const { return has_input_ || session_.staff || pages_.size() > 1; }

void Board::page_changed() {
    focus_.page_changed();
    if (surface_ != nullptr) surface_->guard_touches();
}

void Board::lock() {
    has_locked_ = has_locked_ || is_touched();
    std::vector<Screen>().swap(pages_);
    leave_staff_view(staff_, session_.staff, clock_.moment() - last_input_, settings_);
    session_ = Session{};
    pages_.push_back(Screen{staff_unlock::State{}});
    tree_ = ui::SemanticTree{};
    comfort_ = {};
    is_hidden_ = false;
    has_input_ = false;
    must_forget_ = true;
    page_changed();
    focus_.forget();
    (void)words_.set_language(settings_.languages.front());
}

void Board::go(Next next) {
    if (next.screen && !may_stand_on(*next.screen, session_.staff)) return;
    switch (next.kind) {
    case Next::Kind::stay:
        if (next.focus != nullptr) focus_.go_to(next.focus);
        return;
    case Next::Kind::push: pages_.push_back(std::move(*next.screen)); break;
    case Next::Kind::replace: pages_.back() = std::move(*next.screen); break;
    case Next::Kind::back:
        // From the sign-in there is no way back: what was typed is dropped.
        if (pages_.size() == 1) return lock();
        pages_.pop_back();
        break;
    case Next::Kind::home:
    case Next::Kind::finish: return lock();
    case Next::Kind::clean: return; // only what stands before families is wiped so
    case Next::Kind::reset: has_reset_ = true; return;
    }
    page_changed();
}

void Board::use_frame(FrameAction action) {
    switch (action) {
    case FrameAction::language:
        go(std::holds_alternative<languages::State>(pages_.back().state) ? Next::back()
                                                                         : Next::push(Screen{languages::State{}}));
        return;
    case FrameAction::contrast: return comfort_.change_theme();
    case FrameAction::text_size: return comfort_.change_text_size();
    case FrameAction::easy_reach: return comfort_.change_reach();
    case FrameAction::hide:
        is_hidden_ = true;
        hidden_paging_ = {};
        page_changed();
        return;
    case FrameAction::listen:
        if (std::holds_alternative<notice::State>(pages_.back().state)) return;
        go(Next::push(Screen{notice::State{notice::Reason::no_sound, {}, {}}}));
        return;
    case FrameAction::help:
        if (std::holds_alternative<help::State>(pages_.back().state)) return;
        // The page is the same whether it could be kept or not: it asks the person to go to the front desk.
        (void)desk_.ask_for_help(nullptr, HelpKind::person, "board", words_.language()).is_error();
        go(Next::push(Screen{help::State{}}));
        return;
    case FrameAction::finish: return lock();
    case FrameAction::staff: return;
    }
}

void Board::use_key(ui::Key key) {
    if (key == ui::Key::quick_exit) {
        has_exited_ = true;
        lock();
    }
    if (key == ui::Key::text_size) use_frame(FrameAction::text_size);
    if (key == ui::Key::language && !is_hidden_) use_frame(FrameAction::language);
    if (key == ui::Key::hide && !is_hidden_) use_frame(FrameAction::hide);
}

void Board::pass_time() {
    Kiosk kiosk = this->kiosk();
    go(tick(pages_.back(), kiosk));
    if (is_touched() && clock_.moment() - last_input_ >= settings_.timers.staff) lock();
}

std::optional<base::Moment> Board::wake_at() const {
    std::optional<base::Moment> at = kiosk::wake_at(pages_.back());
    if (!is_touched()) return at;
    const base::Moment locks = last_input_ + settings_.timers.staff;
    return at ? std::min(*at, locks) : locks;
}

FrameLook Board::frame_look() const {
    FrameLook look{settings_.site_name};
    if (session_.staff) look.staff_badge = session_.staff->badge_ending;
    return look;
}

bool Board::draw_page(ui::Canvas& canvas) {
    Kiosk kiosk = this->kiosk();
    bool has_acted = false;
    Screen& page = pages_.back();
    const FrameLook look = frame_look();
    const int part = page.paging.part;
    const Next next = draw_and_update(page, canvas, kiosk, has_acted);
    const bool has_turned = page.paging.part != part;
    const auto frame = draw_frame(canvas, look);
    if (has_acted) {
        go(next);
    } else if (frame) {
        use_frame(*frame);
    }
    return has_acted || frame || has_turned;
}

bool Board::draw_hidden(ui::Canvas& canvas) {
    const bool is_wanted = draw_hidden_page(canvas);
    const auto frame = draw_frame(canvas, frame_look());
    if (!is_wanted && (!frame || *frame == FrameAction::hide)) return false;
    is_hidden_ = false;
    if (frame) use_frame(*frame);
    page_changed();
    return true;
}

bool Board::build(ui::Painter& painter, const ui::Input& input, const ui::Scale& scale) {
    if (input.was_touched || !input.keys.empty() || !input.typed.is_empty() || !input.scanned.is_empty()) {
        last_input_ = clock_.moment();
        has_input_ = true;
    }
    if (input.was_touched) focus_.touched();
    for (const ui::Key key : input.keys) use_key(key);
    pass_time();
    focus_.take(input, tree_);
    tree_.clear();
    ui::View view{scale, {comfort_.theme}, comfort_.text_size, 0};
    if (comfort_.reach == Reach::low) view.reach_top = scale.units.h / 2;
    ui::Canvas canvas(painter, view, words_, focus_, is_hidden_ ? hidden_paging_ : pages_.back().paging, tree_, input);
    const bool has_changed = is_hidden_ ? draw_hidden(canvas) : draw_page(canvas);
    canvas.show_missed_touch();
    return has_changed || focus_.settle(tree_);
}

void Board::update(ui::Surface& surface) {
    surface_ = &surface;
    pass_time();
    surface.update(
        [&](ui::Painter& painter, const ui::Input& input) { return build(painter, input, surface.scale()); });
    if (must_forget_) {
        must_forget_ = false;
        surface.forget();
        base::wipe_stack();
    }
    surface_ = nullptr;
    // After the answer is on the glass, as at the kiosk.
    if (desk_.has_pending()) desk_.seal_pending();
}

} // namespace kiosk
