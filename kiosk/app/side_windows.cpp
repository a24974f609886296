#include "kiosk/app/side_windows.hpp"

#include "kiosk/state/share_folder.hpp"
#include "ui/displays.hpp"

namespace kiosk {

namespace {

ui::WindowKind kind_of(SideWindows::Place place) {
    switch (place) {
    case SideWindows::Place::displays: return ui::WindowKind::full_screen;
    case SideWindows::Place::windows: return ui::WindowKind::window;
    case SideWindows::Place::off_screen: return ui::WindowKind::off_screen;
    }
    return ui::WindowKind::off_screen;
}

base::Result<std::unique_ptr<ui::Phrasebook>> load_words(const Settings& settings) {
    auto words = TRY(ui::Phrasebook::load(share_folder() / "strings", settings.languages, settings.time_zone));
    (void)words.set_language(settings.languages.front());
    return std::make_unique<ui::Phrasebook>(std::move(words));
}

} // namespace

// One of them, with the display that it belongs to.
template <typename Content>
struct SideWindows::Window {
    int display = 0;                         // from 0; 0: on none in particular
    std::optional<std::string> display_name; // as it was called when the program began
    ui::SurfaceOptions options;
    std::unique_ptr<ui::Phrasebook> words;
    std::optional<Content> content;
    std::unique_ptr<ui::Surface> surface;
    bool is_wanted = false;
    bool has_failed = false; // until the displays change

    // Another display that took the place of ours may stand where anybody sees it.
    [[nodiscard]] bool has_display(const std::vector<std::string>& displays) {
        if (display == 0) return true;
        if (static_cast<std::size_t>(display) >= displays.size()) return false;
        const std::string& name = displays[static_cast<std::size_t>(display)];
        if (!display_name) display_name = name;
        return *display_name == name;
    }
    [[nodiscard]] std::optional<base::Moment> wake_at() const {
        if (!surface || !content) return std::nullopt;
        auto at = content->wake_at();
        const auto own = surface->wake_at();
        if (!at || (own && *own < *at)) at = own;
        return at;
    }
    [[nodiscard]] Shown shown() const {
        if (!surface || !content) return {};
        return {surface.get(), &content->tree()};
    }
};

struct SideWindows::Parts {
    const Settings& settings;
    VisitDesk& desk;
    StaffSide* staff;
    const CallBoard& call_board;
    const base::Clock& clock;
    base::EventLog& log;
    Place place;
    std::vector<std::string> displays;
    Window<Board> board;
    Window<CallDisplay> calls;
    std::vector<std::string> languages; // of their words

    template <typename Content>
    void open(Window<Content>& window, ui::Surface& first) {
        auto opened = first.open_another(window.options);
        window.has_failed = opened.is_error();
        if (window.has_failed) return log.write("side_window_failed");
        window.surface = opened.release_value();
        first.take_focus();
    }
    // Staff chose other languages.
    template <typename Content>
    [[nodiscard]] base::Result<void> renew_words(Window<Content>& window) {
        if (!window.words) return {};
        const std::string language = window.words->language();
        *window.words = std::move(*TRY(load_words(settings)));
        (void)window.words->set_language(language); // else the first, as they were loaded
        return {};
    }
    // True if it stands open.
    template <typename Content>
    bool keep(Window<Content>& window, ui::Surface& first) {
        if (!window.is_wanted || !window.content) return false;
        if (window.surface && window.surface->is_closed()) {
            window.surface.reset();
            window.is_wanted = false; // somebody closed it, in a demo
            return false;
        }
        const bool has_display = window.has_display(displays);
        if (!has_display) window.surface.reset();
        if (has_display && !window.surface && !window.has_failed) open(window, first);
        return window.surface != nullptr;
    }
};

SideWindows::SideWindows(const Settings& settings, VisitDesk& desk, StaffSide* staff, const CallBoard& calls,
                         const base::Clock& clock, base::EventLog& log, Wanted wanted)
    : parts_(new Parts{settings, desk, staff, calls, clock, log, wanted.place, {}, {}, {}, settings.languages}) {
    const bool has_displays = wanted.place == Place::displays;
    auto& board = parts_->board;
    board.is_wanted = wanted.has_board && staff != nullptr;
    board.display = has_displays ? settings.board_display - 1 : 0;
    board.options = {kind_of(wanted.place), {}, "Family Access: staff", board.display, ui::KeysGo::here,
                     ui::Arrow::shown};
    auto& display = parts_->calls;
    display.is_wanted = wanted.has_calls;
    display.display = has_displays ? settings.call_display - 1 : 0;
    display.options = {kind_of(wanted.place), {}, "Family Access: tickets", display.display, ui::KeysGo::to_first,
                       ui::Arrow::hidden};
}

SideWindows::~SideWindows() = default;

base::Result<void> SideWindows::update(ui::Surface& first) {
    Parts& parts = *parts_;
    if (parts.board.is_wanted && !parts.board.content) {
        parts.board.words = TRY(load_words(parts.settings));
        parts.board.content.emplace(parts.settings, parts.desk, *parts.board.words, parts.clock, *parts.staff);
    }
    if (parts.calls.is_wanted && !parts.calls.content) {
        parts.calls.words = TRY(load_words(parts.settings));
        parts.calls.content.emplace(parts.settings, parts.call_board, *parts.calls.words, parts.clock);
    }
    auto displays = ui::display_names();
    if (displays != parts.displays) {
        parts.displays = std::move(displays);
        parts.board.has_failed = parts.calls.has_failed = false;
    }
    if (parts.languages != parts.settings.languages) {
        parts.languages = parts.settings.languages;
        TRY(parts.renew_words(parts.board));
        TRY(parts.renew_words(parts.calls));
    }
    const bool had_board = parts.board.surface != nullptr;
    if (parts.keep(parts.board, first)) {
        parts.board.content->update(*parts.board.surface);
        if (parts.board.content->take_has_locked()) first.take_focus();
        if (parts.board.content->take_has_exited() || parts.board.content->take_has_reset()) {
            for (int i = 0; i < 3; ++i) first.push_key(ui::Key::quick_exit);
        }
    } else if (had_board) {
        parts.board.content->lock();
    }
    if (parts.keep(parts.calls, first)) parts.calls.content->update(*parts.calls.surface);
    return {};
}

std::optional<base::Moment> SideWindows::wake_at() const {
    auto at = parts_->board.wake_at();
    const auto calls = parts_->calls.wake_at();
    if (!at || (calls && *calls < *at)) at = calls;
    return at;
}

SideWindows::Shown SideWindows::board() const { return parts_->board.shown(); }
SideWindows::Shown SideWindows::call_display() const { return parts_->calls.shown(); }

SideWindows::Wanted wanted_windows(const Settings& settings, SideWindows::Place place) {
    return {place, settings.board_display != 0, settings.call_display != 0};
}

} // namespace kiosk
