// Checks somebody in who has no code with them: their name, then their birth date, then the visit; or without a visit,
// for whoever stands on no list. Then who came and what would help; ends with the ticket to give them.
#pragma once

#include "kiosk/app/session.hpp"
#include "kiosk/screens/confirm.hpp"
#include "kiosk/screens/interpreter.hpp"
#include "kiosk/screens/next.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "ui/keyboard_plan.hpp"
#include "ui/typing.hpp"

namespace kiosk::staff_find {

enum class Step { name, birth_date, hits, slip_time, today, interpreter, done };
enum class Message { none, name_short, date_short, nobody, too_many_searches, time_wrong, failed };

constexpr std::size_t most_name = 60;
constexpr std::size_t date_digits = 8;
constexpr std::size_t time_digits = 4;

struct State {
    static constexpr StaffAction needed = StaffAction::find_person;
    Step step = Step::name;
    ui::TextField name{ui::FieldForm::text, most_name};
    ui::KeyboardState keyboard{};
    base::Secret digits; // of the birth date, MMDDYYYY
    std::vector<storage::Expected> hits;
    std::optional<base::UtcTime> came; // from a paper slip: when they came, while the kiosk was down
    base::Secret slip_digits;          // HHMM, as it stands on the slip
    base::UtcTime now;                 // when the slip was asked for
    std::chrono::days slip_back{0};    // of how many days ago it is
    std::chrono::days hits_back{0};    // the hits are of that day
    Step before_slip = Step::birth_date;
    std::optional<std::size_t> chosen; // of the hits; none: somebody who stands on no list
    Step before_today = Step::hits;
    confirm::State today;                  // who came and what would help; nothing else of it is used
    std::optional<storage::Ticket> ticket; // once somebody is checked in
    bool was_already = false;
    Message message = Message::none;
};

struct Press { // a letter
    ui::KeyAction key;
};
struct Type { // a digit, or letters on a real keyboard
    base::Secret letters;
};
struct Place {
    ui::CaretStop stop;
};
struct Erase {};
struct Clear {};
struct GoOn {};
struct CheckIn { // chooses whom; it is done after the page about today
    std::size_t hit;
};
struct WalkIn {};
struct FromSlip {};
struct SlipDay {
    std::chrono::days back;
};
struct Back {};
using Action = std::variant<Press, Type, Place, Erase, Clear, GoOn, CheckIn, WalkIn, FromSlip, SlipDay, Back,
                            confirm::Change, confirm::Toggle, interpreter::Choose>;

// The latest moment of today that a clock of twelve hours shows as these digits and that has come; of a day `back` days
// ago the one between 7 in the morning and 7 in the evening. None if there is none.
[[nodiscard]] std::optional<base::UtcTime> slip_moment(std::string_view digits, base::UtcTime now,
                                                       const std::string& time_zone, std::chrono::days back = {});

std::optional<Action> draw(ui::Canvas& canvas, const State& state);
Next update(State& state, const Action& action, Kiosk& kiosk);

} // namespace kiosk::staff_find
