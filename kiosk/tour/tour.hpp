// Runs a written visit against the real application off-screen, on a clock that only the script moves, with real touch
// and key events. Finds things in the semantic tree, by what a person sees. Main thread.
#pragma once

#include "kiosk/app/running_kiosk.hpp"
#include "kiosk/tour/script.hpp"
#include "kiosk/tour/unheard.hpp"

namespace kiosk {

class Tour {
public:
    // `side`: the further windows that the script names.
    Tour(RunningKiosk& kiosk, ui::Surface& surface, SideWindows& side, base::FakeClock& clock,
         const ui::Transcript& transcript, base::Path shots);

    // Does the steps in order and wipes each after it. Stops at the first that cannot be done: the error names its
    // line and what the page offers (buttons by id, never what a person typed).
    [[nodiscard]] base::Result<void> run(std::vector<Step>& steps);
    // The same by somebody who listens, and who walks through every page by keys before the next step. The error says
    // what was seen and never said.
    [[nodiscard]] base::Result<void> run_listening(std::vector<Step>& steps);
    [[nodiscard]] int shots_taken() const { return shots_taken_; }

private:
    [[nodiscard]] base::Result<void> run(const Step& step);
    [[nodiscard]] base::Result<void> tap(std::string_view name);
    [[nodiscard]] base::Result<void> press(const Step& step);
    void walk_page();
    void walk_group();
    void press_at_once(ui::Key key);
    [[nodiscard]] base::Result<void> expect(const Step& step);
    [[nodiscard]] base::Result<void> hear(std::string_view words) const;
    [[nodiscard]] base::Result<void> write_transcript(std::string_view name) const;
    [[nodiscard]] base::Result<void> take_shot(std::string_view name);
    [[nodiscard]] base::Result<void> find_remains(const base::Path& words);
    [[nodiscard]] base::Result<void> go_to_window(std::string_view name);
    [[nodiscard]] const ui::SemanticTree& tree() const;
    void update();
    // Moves the clock, stopping wherever the application wanted to wake.
    void pass(std::chrono::milliseconds time);
    [[nodiscard]] ui::Surface& surface() { return window_.surface != nullptr ? *window_.surface : first_; }

    RunningKiosk& kiosk_;
    ui::Surface& first_;
    SideWindows& side_;
    SideWindows::Shown window_; // none: the kiosk's own
    base::FakeClock& clock_;
    const ui::Transcript& transcript_;
    std::size_t heard_before_ = 0;   // lines of it, when something was last touched
    std::optional<Unheard> unheard_; // while every page is walked
    base::Path shots_;
    int shots_taken_ = 0;
};

// The further windows that a script goes to.
[[nodiscard]] SideWindows::Wanted windows_in(const std::vector<Step>& steps);

} // namespace kiosk
