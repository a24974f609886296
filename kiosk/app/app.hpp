// The application: the stack of pages, the visit they belong to, the covers over them and every timer. Draws nothing
// by itself and sleeps nowhere; the program's loop gives it frames and time. Main thread.
#pragma once

#include "kiosk/app/aloud.hpp"
#include "kiosk/app/frame.hpp"
#include "kiosk/screens/screen.hpp"
#include "ui/canvas.hpp"
#include "ui/surface.hpp"
#include "ui/switch_scan.hpp"

namespace kiosk {

// How the kiosk is heard; without a speaker "Listen" says so.
struct Hearing {
    ui::Speaker* speaker = nullptr; // outlives the application
    std::function<ui::Headphones()> headphones = [] { return ui::Headphones::out; };
};

class App {
public:
    // `languages.front()` of the settings is the language people find; `first` how they find everything else.
    App(const Settings& settings, VisitDesk& desk, ui::Phrasebook& words, const base::Clock& clock,
        const Comfort& first = {}, const Hearing& hearing = {}, StaffSide* staff = nullptr);

    // Lets time pass and builds one frame after another until the page stands still; then the surface draws it.
    void update(ui::Surface& surface);
    // When time next changes something; never while the home page stands untouched.
    [[nodiscard]] std::optional<base::Moment> wake_at() const;

    [[nodiscard]] const ui::SemanticTree& tree() const { return tree_; }
    [[nodiscard]] bool is_home() const;
    [[nodiscard]] const Comfort& comfort() const { return comfort_; } // as the person at the kiosk wants it

private:
    enum class Cover { none, hidden, warning, cleaning };

    [[nodiscard]] bool build(ui::Painter& painter, const ui::Input& input, const ui::Scale& scale);
    // The screen is being wiped: nothing that comes in counts.
    [[nodiscard]] bool build_cleaning(ui::Painter& painter, const ui::Scale& scale);
    [[nodiscard]] bool draw_page(ui::Canvas& canvas);
    [[nodiscard]] bool draw_hidden(ui::Canvas& canvas);
    [[nodiscard]] bool draw_warning(ui::Canvas& canvas);
    void use_frame(FrameAction action);
    void go(Next next);
    [[nodiscard]] Kiosk kiosk();
    [[nodiscard]] bool is_staff_here() const;
    void pass_time();
    enum class Parting { silent, told }; // told: to somebody who listened and chose to finish
    void finish(Parting parting);
    void clear_visit(); // all that was entered and shown; language and comfort stay
    [[nodiscard]] ui::View view(const ui::Scale& scale) const;
    [[nodiscard]] FrameLook frame_look() const;
    [[nodiscard]] Timers timers() const; // as long as this person needs them
    void use_keys(const ui::Input& input);
    void use_key(ui::Key key);
    void listen(bool is_wanted);
    void say_why_silent(Silence silence);
    void set_blank(bool is_blank);
    bool tell_aloud(); // false: it cannot be heard, and a page that says why has come
    void cover(Cover cover);
    void extend_cover();
    void begin_cleaning();
    void end_cleaning();
    [[nodiscard]] int cleaning_steps_left() const;
    // A visit has begun: something was entered, chosen or opened, so something is to be cleared.
    [[nodiscard]] bool is_visit() const;
    [[nodiscard]] bool has_own_timer() const; // "You are checked in" clears by itself
    void page_changed();

    const Settings& settings_;
    VisitDesk& desk_;
    ui::Phrasebook& words_;
    const base::Clock& clock_;
    const Comfort first_;
    StaffSide* const staff_;

    Session session_;
    std::vector<Screen> pages_;
    Cover cover_ = Cover::none;
    bool is_hidden_by_time_ = false; // covered because nobody touched the screen, not because they asked
    base::Moment last_input_;
    base::Moment cover_ends_at_{};
    int warning_seconds_ = 0;
    std::chrono::milliseconds extension_{0}; // asked for on the warning page

    Comfort comfort_;
    ui::Focus focus_;
    ui::SwitchScan scan_;
    std::optional<Aloud> aloud_;
    ui::Paging cover_paging_;
    ui::SemanticTree tree_;
    ui::Surface* surface_ = nullptr; // during update
    bool must_forget_ = false;       // the visit is over: drop what the surface keeps of it
};

} // namespace kiosk
