#include "kiosk/screens/staff_print.hpp"

#include "kiosk/screens/page.hpp"
#include "kiosk/screens/staff_frame.hpp"
#include "kiosk/screens/staff_message.hpp"
#include "kiosk/staff/staff_side.hpp"

namespace kiosk::staff_print {

namespace {

struct SheetWords {
    const char* title;
    const char* lead;
    const char* note;
};

SheetWords words_of(Sheet sheet) {
    switch (sheet) {
    case Sheet::day: return {"title_print_day", "note_print_day", "note_print_day_care"};
    case Sheet::test: return {"title_print_test", "note_print_test", "note_print_no_person"};
    case Sheet::readiness: return {"title_print_readiness", "note_print_readiness", "note_print_no_person"};
    }
    return {"title_print_test", "note_print_test", "note_print_no_person"};
}

std::optional<StaffMessage> message_of(Told told) {
    switch (told) {
    case Told::nothing: return std::nullopt;
    case Told::printing: return StaffMessage{"status_print_working", ui::Tint::ink2};
    case Told::sent: return done_well("status_print_sent");
    case Told::waits: return needs_care("warning_print_waits");
    case Told::no_printer: return needs_care("warning_print_no_printer");
    case Told::refused: return needs_care("warning_print_refused");
    case Told::not_made: return needs_care("warning_print_not_made");
    }
    return std::nullopt;
}

Told told_by(PrintAnswer answer) {
    switch (answer) {
    case PrintAnswer::sent: return Told::sent;
    case PrintAnswer::waits: return Told::waits;
    case PrintAnswer::no_printer: return Told::no_printer;
    case PrintAnswer::refused: return Told::refused;
    }
    return Told::refused;
}

base::Result<base::Secret> make(const State& state, const StaffSession& by, Kiosk& kiosk) {
    StaffSide& staff = *kiosk.staff;
    switch (state.sheet) {
    case Sheet::day: return staff.sheet.make_to_print(by, kiosk.words);
    case Sheet::test: return staff.care.test_page(by, kiosk.settings, kiosk.words);
    case Sheet::readiness: return staff.readiness.make_sheet(by, state.result, kiosk.words, kiosk.settings);
    }
    return base::call_staff("print: there is no such sheet");
}

} // namespace

State of_day() {
    State state;
    state.needed = StaffAction::print_sheet;
    state.sheet = Sheet::day;
    return state;
}

State of_readiness(const ReadinessResult& result) {
    State state;
    state.needed = StaffAction::check_readiness;
    state.sheet = Sheet::readiness;
    state.result = result;
    return state;
}

std::optional<Action> draw(ui::Canvas& canvas, const State& state) {
    draw_staff_ground(canvas);
    const auto& words = canvas.words();
    const SheetWords sheet = words_of(state.sheet);
    ui::Flow flow(canvas);
    const float top = add_title(flow, canvas, "print.title", words(sheet.title));
    flow_message(flow, words, "print.told", message_of(state.told), ui::Type::lead);
    flow.text("print.lead", words(sheet.lead), {.type = ui::Type::lead});
    flow.text("print.note", words(sheet.note), {.ink = ui::Tint::ink2});
    paint_flow(flow, canvas, top);
    const bool is_ready = state.told != Told::printing;
    const auto used = draw_ends(canvas, {words("button_print"), ui::Icon::print, ui::Icon::none, is_ready});
    std::optional<Action> action;
    if (used == End::main && is_ready) action = Send{};
    if (used == End::back) action = Back{};
    return action;
}

Next update(State& state, const Action& action, Kiosk& kiosk) {
    if (std::holds_alternative<Back>(action)) {
        if (kiosk.staff != nullptr) kiosk.staff->printing.forget();
        return Next::back();
    }
    if (kiosk.staff == nullptr || !kiosk.session.staff) return Next::stay();
    auto pdf = make(state, *kiosk.session.staff, kiosk);
    state.told = pdf.is_error() ? Told::not_made : Told::printing;
    if (!pdf.is_error()) kiosk.staff->printing.send(pdf.release_value());
    return Next::stay();
}

Next tick(State& state, Kiosk& kiosk) {
    if (state.told != Told::printing || kiosk.staff == nullptr) return Next::stay();
    if (const auto answer = kiosk.staff->printing.poll()) state.told = told_by(*answer);
    return Next::stay();
}

} // namespace kiosk::staff_print
