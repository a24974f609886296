// The staff's board: their pages in a window of their own on the desk's screen, with a sign-in of its own, whatever
// happens at the kiosk beside it. A small navigator over the same pages; says nothing aloud. Main thread.
#pragma once

#include "kiosk/app/frame.hpp"
#include "kiosk/screens/screen.hpp"
#include "ui/canvas.hpp"
#include "ui/surface.hpp"

namespace kiosk {

class Board {
public:
    // `words` and `staff` are its own: at the kiosk another language may be in use, and another PIN be checked.
    Board(const Settings& settings, VisitDesk& desk, ui::Phrasebook& words, const base::Clock& clock, StaffSide& staff);

    void update(ui::Surface& surface);
    [[nodiscard]] std::optional<base::Moment> wake_at() const;
    // At once, as "Finish and lock" does: its display has gone, the program ends.
    void lock();

    [[nodiscard]] const ui::SemanticTree& tree() const { return tree_; }
    [[nodiscard]] bool is_locked() const { return !session_.staff; }
    // It was used, and is locked now: keys belong to the kiosk again. True once.
    [[nodiscard]] bool take_has_locked() { return std::exchange(has_locked_, false); }
    // Quick exit was pressed here, on a keypad that may stand before the kiosk. True once.
    [[nodiscard]] bool take_has_exited() { return std::exchange(has_exited_, false); }
    // Whatever stands at the kiosk is to be cleared, by somebody of the staff. True once.
    [[nodiscard]] bool take_has_reset() { return std::exchange(has_reset_, false); }

private:
    [[nodiscard]] bool build(ui::Painter& painter, const ui::Input& input, const ui::Scale& scale);
    [[nodiscard]] bool draw_page(ui::Canvas& canvas);
    [[nodiscard]] bool draw_hidden(ui::Canvas& canvas);
    void use_frame(FrameAction action);
    void use_key(ui::Key key);
    void go(Next next);
    void pass_time();
    void page_changed();
    [[nodiscard]] bool is_touched() const; // something was entered, chosen or opened since it was locked
    [[nodiscard]] Kiosk kiosk();
    [[nodiscard]] FrameLook frame_look() const;

    const Settings& settings_;
    VisitDesk& desk_;
    ui::Phrasebook& words_;
    const base::Clock& clock_;
    StaffSide& staff_;

    Session session_;
    std::vector<Screen> pages_; // the first is the one on which staff sign in
    Comfort comfort_;
    ui::Focus focus_;
    ui::Paging hidden_paging_;
    ui::SemanticTree tree_;
    base::Moment last_input_;
    bool is_hidden_ = false;
    bool has_input_ = false; // since it was locked
    bool has_locked_ = false;
    bool has_exited_ = false;
    bool has_reset_ = false;
    bool must_forget_ = false;
    ui::Surface* surface_ = nullptr; // during update
};

} // namespace kiosk
