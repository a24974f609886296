// Every page of the kiosk in every state in which it can stand, drawn as the application draws it. One thread.
#pragma once

#include "kiosk/app/covers.hpp"
#include "tests/audits/desk_page_states.hpp"
#include "tests/audits/kiosk_page_states.hpp"

namespace audits {

inline void add_identify(std::vector<PageState>& states) {
    using namespace kiosk::identify;
    const auto with = [](std::string_view digits, Message message) {
        State state;
        state.digits.append(digits);
        state.message = message;
        state.minutes_to_wait = 12;
        return state;
    };
    states.push_back(page_state("identify", State{}));
    auto shown = with("4827193", Message::none);
    shown.are_all_shown = true;
    states.push_back(page_state("identify shown", std::move(shown)));
    auto looking = with("48271935", Message::none);
    looking.looking = kiosk::LookUp{};
    states.push_back(page_state("identify looking", std::move(looking)));
    const std::array<std::pair<const char*, Message>, 7> messages{{{"not found", Message::not_found},
                                                                   {"another way", Message::try_another_way},
                                                                   {"cannot scan", Message::cannot_scan},
                                                                   {"wait", Message::wait},
                                                                   {"resting", Message::resting},
                                                                   {"incomplete", Message::incomplete},
                                                                   {"out of order", Message::out_of_order}}};
    for (const auto& [name, message] : messages) {
        states.push_back(page_state(std::string("identify ") + name, with("482", message)));
    }
}

inline void add_confirm(std::vector<PageState>& states) {
    using namespace kiosk::confirm;
    State plain;
    plain.visit = some_visit();
    states.push_back(page_state("confirm", plain));
    State busy = plain;
    busy.is_pending = true;
    busy.adults = 9;
    busy.children = 9;
    busy.needs.set();
    busy.interpreter_language = "ht";
    busy.note =
        std::make_shared<const base::Secret>(base::bytes_of("A chair for my back, and a place to plug in a pump"));
    busy.may_show_names = true;
    busy.are_names_shown = true;
    states.push_back(page_state("confirm pending, all asked for", busy));
    busy.is_pending = false;
    busy.is_under_way = true;
    busy.has_failed = true;
    states.push_back(page_state("confirm under way, not kept", busy));
    for (const auto type : {storage::VisitType::team_meeting, storage::VisitType::case_review}) {
        State other = plain;
        other.visit->type = type;
        states.push_back(page_state("confirm type " + std::to_string(static_cast<int>(type)), other));
    }
    State unlisted;
    states.push_back(page_state("confirm unlisted", unlisted));
}

inline void add_note(std::vector<PageState>& states) {
    using namespace kiosk::note;
    states.push_back(page_state("note", open(false, "")));
    const auto with = [&](const std::string& name, const std::function<void(State&)>& change) {
        State state = open(true, "A chair for my back, please.");
        change(state);
        states.push_back(page_state("note " + name, std::move(state)));
    };
    with("full", [](State& state) {
        while (state.field.insert("and more ")) {}
        state.is_full = true;
    });
    with("masked", [](State& state) { state.is_masked = true; });
    with("signs", [](State& state) { state.keyboard.are_signs = true; });
    with("part 2", [](State& state) { state.keyboard.part = 1; });
    with("variants offered", [](State& state) { state.keyboard.offers_variants = true; });
    with("variants of a", [](State& state) { state.keyboard.opened = "a"; });
}

inline void add_checked_in(std::vector<PageState>& states) {
    using namespace kiosk::checked_in;
    State plain;
    plain.visit = some_visit();
    plain.arrival = support::arrival(base::Uuid{}, "V-0", "P-0", 12);
    plain.arrival.ticket.mark = storage::TicketMark::harbor;
    plain.waiting_place = "Sunroom";
    plain.may_undo = true;
    plain.seconds_left = 60;
    states.push_back(page_state("checked_in", plain));
    State busy = plain;
    busy.arrival.needs.clear();
    for (const auto& need : kiosk::confirm::needs()) busy.arrival.needs.emplace_back(need.code);
    busy.is_under_way = true;
    busy.is_sure = true;
    states.push_back(page_state("checked_in under way, all asked for, undo", busy));
    busy.has_failed = true;
    states.push_back(page_state("checked_in not taken back", busy));
    State again = plain;
    again.was_already = true;
    again.may_undo = false;
    states.push_back(page_state("checked_in already", again));
    State unlisted = plain;
    unlisted.visit.reset();
    unlisted.waiting_place.clear();
    states.push_back(page_state("checked_in unlisted", unlisted));
}

// A kiosk with all that can be told of it: everything fine, or everything to be looked at.
inline void add_covers(std::vector<PageState>& states) {
    states.push_back({"hidden", [](ui::Canvas& canvas) {
                          (void)kiosk::draw_hidden_page(canvas);
                          (void)kiosk::draw_frame(canvas, {site_name, false, false, false});
                      }});
    states.push_back({"still here?", [](ui::Canvas& canvas) {
                          (void)kiosk::draw_warning_page(canvas, 44, 45);
                          (void)kiosk::draw_frame(canvas, {site_name, false, false, false});
                      }});
    // Nothing on it can be used, nor anything of the frame.
    states.push_back({"cleaning", [](ui::Canvas& canvas) { kiosk::draw_cleaning_page(canvas, 60); }, Ways::none});
}

// Every page of the variant as it is made, so that a page is audited as soon as it exists; what follows adds the states
// in which some of them can stand.
template <std::size_t index = 0>
void add_each_page(std::vector<PageState>& states) {
    if constexpr (index < std::variant_size_v<kiosk::AnyScreen>) {
        using State = std::variant_alternative_t<index, kiosk::AnyScreen>;
        states.push_back(page_state(std::string(kiosk::name_of(kiosk::Screen{State{}})) + " as made", State{}));
        add_each_page<index + 1>(states);
    }
}

inline std::vector<PageState> page_states() {
    std::vector<PageState> states;
    add_each_page(states);
    add_identify(states);
    kiosk::choose_visit::State choose;
    for (const bool is_checked_in : {true, false, false, false})
        choose.choices.push_back({some_visit(), is_checked_in});
    states.push_back(page_state("choose_visit of 4", choose));
    choose.choices.resize(2);
    states.push_back(page_state("choose_visit of 2", choose));
    add_confirm(states);
    states.push_back(page_state("interpreter", kiosk::interpreter::State{}));
    add_note(states);
    for (const int told : {0, 1, 2}) {
        kiosk::birth_date::State birth;
        birth.digits.append(std::string_view("0412"));
        birth.has_missed = told == 1;
        birth.is_incomplete = told == 2;
        states.push_back(page_state("birth_date " + std::to_string(told), std::move(birth)));
    }
    add_checked_in(states);
    using kiosk::notice::Reason;
    for (const auto reason : {Reason::too_early, Reason::ask_desk, Reason::over, Reason::taken_back,
                              Reason::out_of_order, Reason::no_voice, Reason::no_sound}) {
        const auto start = support::morning + std::chrono::hours(3);
        states.push_back(page_state("notice " + std::to_string(static_cast<int>(reason)),
                                    kiosk::notice::State{reason, start, start - std::chrono::hours(1)}));
    }
    const kiosk::Call call{{storage::TicketMark::sunny, 51}, "Garden Room", {}};
    states.push_back(page_state("home with a call", kiosk::home::State{{}, {}, call, {}}));
    states.push_back(
        page_state("home with a call to the desk", kiosk::home::State{{}, {}, kiosk::Call{call.ticket, {}, {}}, {}}));
    add_resting(states, call);
    states.push_back(page_state("help", kiosk::help::State{}));
    states.push_back(page_state("help not safe", kiosk::help::State{true}));
    states.push_back(page_state("languages", kiosk::languages::State{}));
    add_staff_unlock(states);
    add_staff_health(states);
    add_staff_readiness(states);
    add_staff_care(states);
    add_staff_stick(states);
    add_staff_settings(states);
    add_staff_print(states);
    add_staff_members(states);
    add_staff_clock(states);
    add_staff_desk(states);
    add_staff_audit(states);
    add_covers(states);
    return states;
}

} // namespace audits
