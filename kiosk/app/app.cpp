#include "kiosk/app/app.hpp"

#include "kiosk/app/covers.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk {

namespace {

// What a control of the frame changes in the look of the page keeps the page where it is.
bool is_look(FrameAction action) {
    return action == FrameAction::contrast || action == FrameAction::text_size || action == FrameAction::easy_reach ||
           action == FrameAction::listen;
}

} // namespace

App::App(const Settings& settings, VisitDesk& desk, ui::Phrasebook& words, const base::Clock& clock,
         const Comfort& first, const Hearing& hearing, StaffSide* staff)
    : settings_(settings), desk_(desk), words_(words), clock_(clock), first_(first), staff_(staff),
      last_input_(clock.moment()), comfort_(first) {
    pages_.push_back(Screen{home::State{}});
    scan_.set({settings.switch_step, std::chrono::milliseconds(0)});
    if (hearing.speaker != nullptr) aloud_.emplace(*hearing.speaker, hearing.headphones);
}

bool App::is_home() const { return pages_.size() == 1; }

bool App::is_visit() const {
    return !is_home() || cover_ != Cover::none || comfort_ != first_ || (aloud_ && aloud_->was_used()) ||
           words_.language() != settings_.languages.front();
}

bool App::has_own_timer() const { return std::holds_alternative<checked_in::State>(pages_.back().state); }

void App::page_changed() {
    focus_.page_changed();
    if (aloud_) aloud_->page_changed();
    if (surface_) surface_->guard_touches();
}

void App::clear_visit() {
    // The old visit goes as a whole; what follows is a new, empty one. A cleared vector would keep its memory and the
    // short texts in it; memory that is freed is overwritten.
    std::vector<Screen>().swap(pages_);
    if (staff_ != nullptr) leave_staff_view(*staff_, session_.staff, clock_.moment() - last_input_, settings_);
    session_ = Session{};
    pages_.push_back(Screen{home::State{}});
    // It may be drawn before time next passes, and says whether somebody can check in.
    Kiosk kiosk = this->kiosk();
    (void)tick(pages_.back(), kiosk);
    tree_ = ui::SemanticTree{};
    must_forget_ = true;
}

void App::finish(Parting parting) {
    const bool is_told = parting == Parting::told && comfort_.is_listening;
    clear_visit();
    cover_ = Cover::none;
    cover_paging_ = {};
    comfort_ = first_;
    extension_ = std::chrono::milliseconds(0);
    page_changed();
    focus_.forget();
    scan_.forget();
    if (aloud_) aloud_->forget();
    if (aloud_ && is_told) aloud_->end(words_); // still in the language of the one who goes
    (void)words_.set_language(settings_.languages.front());
}

void App::cover(Cover cover) {
    cover_ = cover;
    cover_paging_ = {};
    cover_ends_at_ = {};
    extend_cover();
    page_changed();
}

// A cover that was begun ends no sooner, whatever is changed meanwhile; every touch and key begins its time anew.
void App::extend_cover() {
    const Timers timers = this->timers();
    const auto limit = cover_ == Cover::warning ? timers.answer : timers.hidden;
    cover_ends_at_ = std::max(cover_ends_at_, clock_.moment() + limit);
}

Kiosk App::kiosk() { return {settings_, clock_, desk_, words_, session_, comfort_, staff_}; }

void App::go(Next next) {
    if (next.screen && !may_stand_on(*next.screen, session_.staff)) return;
    switch (next.kind) {
    case Next::Kind::stay:
        if (next.focus) focus_.go_to(next.focus);
        return;
    case Next::Kind::push: pages_.push_back(std::move(*next.screen)); break;
    case Next::Kind::replace: pages_.back() = std::move(*next.screen); break;
    case Next::Kind::back:
        if (pages_.size() > 1) pages_.pop_back();
        // Whoever walks back to the first page may walk away: only the language and the look stay for the next touch.
        if (is_home()) clear_visit();
        break;
    case Next::Kind::home: clear_visit(); break;
    case Next::Kind::finish: finish(Parting::told); return;
    case Next::Kind::clean: begin_cleaning(); return;
    case Next::Kind::reset: finish(Parting::silent); return;
    }
    page_changed();
}

void App::use_frame(FrameAction action) {
    switch (action) {
    case FrameAction::language:
        // The same control closes the page that it opened.
        go(std::holds_alternative<languages::State>(pages_.back().state) ? Next::back()
                                                                         : Next::push(Screen{languages::State{}}));
        return;
    case FrameAction::contrast: return comfort_.change_theme();
    case FrameAction::text_size: return comfort_.change_text_size();
    case FrameAction::easy_reach: return comfort_.change_reach();
    case FrameAction::listen: listen(!comfort_.is_listening); return;
    case FrameAction::hide:
        is_hidden_by_time_ = false;
        cover(Cover::hidden);
        return;
    case FrameAction::help: {
        if (std::holds_alternative<help::State>(pages_.back().state)) return;
        const Found* found = session_.found ? &*session_.found : nullptr;
        // The page is the same whether it could be kept or not: it asks the person to go to the front desk.
        (void)desk_.ask_for_help(found, HelpKind::person, name_of(pages_.back()), words_.language()).is_error();
        go(Next::push(Screen{help::State{}}));
        return;
    }
    case FrameAction::finish: finish(Parting::told); return;
    case FrameAction::staff:
        if (staff_ != nullptr && is_home()) go(Next::push(Screen{staff_unlock::State{}}));
        return;
    }
}

ui::View App::view(const ui::Scale& scale) const {
    ui::View view{scale, {comfort_.theme}, comfort_.text_size, 0};
    if (comfort_.reach == Reach::low) view.reach_top = ui::reach_top(scale, settings_.panel, settings_.panel_foot);
    return view;
}

FrameLook App::frame_look() const {
    FrameLook look{settings_.site_name, cover_ == Cover::none && is_home(), cover_ == Cover::none && has_own_timer(),
                   comfort_.is_listening};
    if (session_.staff) look.staff_badge = session_.staff->badge_ending;
    return look;
}

bool App::draw_page(ui::Canvas& canvas) {
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

bool App::draw_hidden(ui::Canvas& canvas) {
    const bool is_wanted = draw_hidden_page(canvas);
    const auto frame = draw_frame(canvas, frame_look());
    if (is_wanted) {
        cover(Cover::none);
        return true;
    }
    if (!frame || *frame == FrameAction::hide) return false;
    if (!is_look(*frame)) cover(Cover::none);
    use_frame(*frame);
    return true;
}

bool App::draw_warning(ui::Canvas& canvas) {
    const auto answer = draw_warning_page(canvas, warning_seconds_, static_cast<int>(timers().answer.count()));
    const auto frame = draw_frame(canvas, frame_look());
    if (answer) {
        extension_ = *answer == WarningAnswer::more_time ? std::chrono::milliseconds(std::chrono::minutes(2))
                                                         : std::chrono::milliseconds(0);
        cover(Cover::none);
        return true;
    }
    if (!frame) return false;
    if (!is_look(*frame)) cover(Cover::none);
    use_frame(*frame);
    return true;
}

bool App::build(ui::Painter& painter, const ui::Input& input, const ui::Scale& scale) {
    if (cover_ == Cover::cleaning) return build_cleaning(painter, scale);
    const bool has_input =
        input.was_touched || !input.keys.empty() || !input.typed.is_empty() || !input.scanned.is_empty();
    if (has_input) {
        last_input_ = clock_.moment();
        if (cover_ == Cover::none) extension_ = std::chrono::milliseconds(0);
        if (cover_ != Cover::none) extend_cover();
    }
    if (input.was_touched) {
        focus_.touched();
        // Whoever stands here types here, whichever window had the keys.
        if (surface_ != nullptr) surface_->take_focus();
    }
    if (!input.scanned.is_empty() && staff_ != nullptr) staff_->care.note_scan();
    if (has_input && aloud_) aloud_->stop_for(input);
    use_keys(input);
    pass_time();
    focus_.set_title_stop(comfort_.is_listening ? ui::TitleStop::first : ui::TitleStop::none);
    focus_.take(input, tree_);
    scan_.take(input, tree_, focus_, clock_.moment());
    tree_.clear();
    ui::Paging& paging = cover_ == Cover::none ? pages_.back().paging : cover_paging_;
    ui::Canvas canvas(painter, view(scale), words_, focus_, paging, tree_, input);
    bool has_changed = false;
    const int part = paging.part;
    const bool is_cover = cover_ != Cover::none;
    switch (cover_) {
    case Cover::none: has_changed = draw_page(canvas); break;
    case Cover::hidden: has_changed = draw_hidden(canvas); break;
    case Cover::warning: has_changed = draw_warning(canvas); break;
    case Cover::cleaning: break; // begun by the page that was drawn; it stands from the next frame on
    }
    if (is_cover && cover_paging_.part != part) has_changed = true;
    canvas.show_missed_touch();
    if (comfort_.is_blank) {
        const float unit = scale.pixels_per_unit;
        painter.fill({0, 0, scale.units.w * unit, scale.units.h * unit}, {0, 0, 0});
    }
    if (!has_changed) has_changed = focus_.settle(tree_);
    return scan_.settle(tree_, focus_) || has_changed;
}

void App::update(ui::Surface& surface) {
    surface_ = &surface;
    surface.set_touch({comfort_.hold, comfort_.ignore_repeats});
    pass_time();
    const auto build = [&](ui::Painter& painter, const ui::Input& input) {
        return this->build(painter, input, surface.scale());
    };
    surface.update(build);
    if (!tell_aloud()) surface.update(build);
    if (must_forget_) {
        must_forget_ = false;
        surface.forget();
        if (aloud_) aloud_->wait_until_forgotten();
        base::wipe_stack();
    }
    surface_ = nullptr;
    // After the answer is on the glass: sealing takes disk time that nobody should wait for.
    if (desk_.has_pending()) desk_.seal_pending();
}

} // namespace kiosk
