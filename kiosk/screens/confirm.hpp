// Confirm (03): is this your visit, who is with you, what would help today. Without a visit it is the page of an
// unlisted person, who meets a member of staff.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/visits/visit_desk.hpp"
#include "ui/canvas.hpp"

#include <bitset>

namespace kiosk::confirm {

constexpr std::size_t need_count = 9;
constexpr int most_people = 9;

struct State {
    std::optional<storage::Visit> visit;
    bool is_today = true;    // false for a visit after midnight, found the evening before
    bool is_pending = false; // not confirmed yet by the office
    bool is_under_way = false;
    int adults = 0;
    int children = 0;
    std::bitset<need_count> needs;
    std::string interpreter_language;
    std::shared_ptr<const base::Secret> note;       // what "something else" is, if they wrote it
    std::shared_ptr<const base::Secret> note_draft; // what they wrote last and did not save; none: nothing else
    bool is_note_masked = false;                    // they hid it: no tile shows it
    bool may_show_names = false;                    // the birth date was given
    base::Moment names_shown_until{};
    bool are_names_shown = false;
    bool has_failed = false; // could not be kept: said so, nothing lost
};

struct Change {
    bool are_children;
    int by;
};
struct Toggle {
    std::size_t need;
};
struct ShowNames {};
struct NotMine {};
struct CheckIn {};
struct Back {};
using Action = std::variant<Change, Toggle, ShowNames, NotMine, CheckIn, Back>;

// One more or less, within what a family can be.
void count(State& state, const Change& change);

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);
Next tick(State& state, Kiosk& kiosk);
std::optional<base::Moment> wake_at(const State& state);

// What each need is called in records, and its icon.
struct Need {
    const char* code;
    const char* label; // message id
    ui::Icon icon;
};
[[nodiscard]] const std::array<Need, need_count>& needs();
// Places in needs() of those two that ask something more.
constexpr std::size_t interpreter_need = 0;
constexpr std::size_t other_need = 8;
// What is kept of it with a check-in; points into `state` for the note.
[[nodiscard]] Today today_of(const State& state);

} // namespace kiosk::confirm
