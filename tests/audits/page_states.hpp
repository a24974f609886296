// Every page of the kiosk in every state in which it can stand, drawn as the application draws it. One thread.
#pragma once

#include "kiosk/app/covers.hpp"
#include "kiosk/app/frame.hpp"
#include "kiosk/screens/screen.hpp"
#include "tests/support/kiosk_world.hpp"

namespace audits {

struct PageState {
    std::string name;
    std::function<void(ui::Canvas&)> draw;
};

constexpr const char* site_name = "Willow Street Family Center";

inline PageState page_state(const std::string& name, kiosk::AnyScreen state) {
    const auto shared = std::make_shared<kiosk::AnyScreen>(std::move(state));
    return {name, [shared](ui::Canvas& canvas) {
                const bool is_home = std::holds_alternative<kiosk::home::State>(*shared);
                const bool is_end = std::holds_alternative<kiosk::checked_in::State>(*shared);
                std::visit([&](const auto& page) { (void)draw(canvas, page); }, *shared);
                (void)kiosk::draw_frame(canvas, {site_name, is_home, is_end, false, "07"});
            }};
}

inline storage::Visit some_visit() {
    auto visit = support::visit_of(support::guest(0), "V-0", support::morning + std::chrono::minutes(30)).visit;
    visit.more["with_names"] = "Maximiliano;Guadalupe;Theo";
    return visit;
}

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

inline void add_covers(std::vector<PageState>& states) {
    states.push_back({"hidden", [](ui::Canvas& canvas) {
                          (void)kiosk::draw_hidden_page(canvas);
                          (void)kiosk::draw_frame(canvas, {site_name, false, false, false});
                      }});
    states.push_back({"still here?", [](ui::Canvas& canvas) {
                          (void)kiosk::draw_warning_page(canvas, 44, 45);
                          (void)kiosk::draw_frame(canvas, {site_name, false, false, false});
                      }});
}

inline void add_staff_unlock(std::vector<PageState>& states) {
    using namespace kiosk::staff_unlock;
    const auto with = [&](const std::string& name, Step step, Message message, std::string_view digits) {
        State state;
        state.step = step;
        if (step != Step::badge) state.badge = base::Secret(base::bytes_of("1007"));
        state.digits.append(digits);
        state.message = message;
        state.tries_left = 4;
        state.minutes_to_wait = 12;
        states.push_back(page_state("staff_unlock " + name, std::move(state)));
    };
    with("badge typed", Step::badge, Message::none, "100712345678");
    with("pin", Step::pin, Message::none, "1234");
    with("new pin", Step::new_pin, Message::none, "123456789012");
    with("new pin again", Step::new_pin_again, Message::none, "");
    with("wrong", Step::pin, Message::wrong, "");
    with("wait", Step::pin, Message::wait, "");
    with("closed", Step::pin, Message::closed, "");
    with("incomplete", Step::badge, Message::incomplete, "1");
    with("not the same", Step::new_pin, Message::not_same, "");
    with("refused", Step::new_pin, Message::refused, "");
    with("out of order", Step::pin, Message::out_of_order, "");
}

inline kiosk::DeskDay some_day() {
    using kiosk::Stage;
    using storage::TicketMark;
    kiosk::DeskDay day;
    const auto add = [&](int minutes, Stage stage, std::optional<storage::Ticket> ticket, const std::string& initials,
                         const std::string& room) -> kiosk::DeskRow& {
        auto& row = day.rows.emplace_back();
        row.time = support::morning + std::chrono::minutes(minutes);
        row.stage = stage;
        row.since = std::chrono::minutes(34);
        row.ticket = ticket;
        row.initials = initials;
        row.room = room;
        row.visit.text = "V";
        if (ticket) row.check_in = base::Uuid{};
        if (ticket) row.arrived = row.time;
        return row;
    };
    add(0, Stage::in_visit, storage::Ticket{TicketMark::harbor, 99}, "R. W.", "Blue Room").children = 2;
    auto& maple = add(15, Stage::waiting, storage::Ticket{TicketMark::maple, 3}, "J. B.", "Reading Room");
    maple.needs = {"wheelchair"};
    maple.is_unseen = maple.is_slow = maple.must_not_meet = true;
    auto& robin = add(30, Stage::waiting, storage::Ticket{TicketMark::robin, 12}, "R. S.", "Garden Room");
    robin.needs = {"interpreter", "quiet_room", "snack"};
    robin.interpreter_language = "es";
    robin.helper = "Ms. Finch";
    robin.is_acknowledged = robin.must_not_meet = true;
    add(30, Stage::called, storage::Ticket{TicketMark::star, 5}, "D. P.", "Garden Room").role =
        storage::VisitorRole::foster;
    add(30, Stage::not_here_yet, {}, "L. M.", "Sun Room 2").needs_ride = true;
    add(60, Stage::expected, {}, "T. O.", "Blue Room").needs = {"sign_language"};
    add(75, Stage::gone, storage::Ticket{TicketMark::sunny, 7}, "", "");
    for (int i = 0; i < 6; ++i) add(90 + i, Stage::expected, {}, "A. V.", "Reading Room");
    day.waiting = 3;
    day.in_visit = 1;
    day.not_here_yet = 1;
    return day;
}

inline void add_staff_desk(std::vector<PageState>& states) {
    kiosk::staff_arrivals::State arrivals;
    arrivals.day = some_day();
    arrivals.now = support::morning;
    for (const std::size_t chosen : {0U, 1U, 2U, 3U, 4U, 6U}) {
        arrivals.chosen = chosen;
        states.push_back(page_state("staff_arrivals chosen " + std::to_string(chosen), arrivals));
    }
    arrivals.day.apart = {{1, 2}};
    states.push_back(page_state("staff_arrivals kept apart", arrivals));
    arrivals.day.apart = {{1, 2}, {2, 3}, {1, 3}};
    states.push_back(page_state("staff_arrivals many kept apart", arrivals));
    arrivals.has_failed = true;
    states.push_back(page_state("staff_arrivals failed", arrivals));
    for (std::size_t i = 0; i < 7; ++i) {
        kiosk::staff_person::State person{some_day().rows[i], {}, false, false, false};
        states.push_back(page_state("staff_person " + std::to_string(i), person));
        person.has_failed = true;
        person.facts = storage::Expected{some_visit(), "P-9", "Only with the worker"};
        states.push_back(page_state("staff_person named " + std::to_string(i), person));
        person.is_undoing = true;
        states.push_back(page_state("staff_person undo " + std::to_string(i), person));
    }
    using kiosk::staff_find::Message;
    using kiosk::staff_find::Step;
    const auto find = [&](const std::string& name, Step step, Message message) {
        kiosk::staff_find::State state;
        state.step = step;
        state.message = message;
        (void)state.name.insert("Ana");
        state.digits.append("0412");
        if (step == Step::hits) {
            for (int i = 0; i < 4; ++i) state.hits.push_back({some_visit(), "", ""});
        }
        state.ticket = storage::Ticket{storage::TicketMark::harbor, 99};
        if (step == Step::hits) state.came = support::morning;
        state.was_already = message == Message::failed;
        states.push_back(page_state("staff_find " + name, std::move(state)));
    };
    find("name", Step::name, Message::none);
    find("name short", Step::name, Message::name_short);
    for (const auto message : {Message::none, Message::date_short, Message::nobody, Message::too_many_searches}) {
        find("date " + std::to_string(static_cast<int>(message)), Step::birth_date, message);
    }
    find("hits", Step::hits, Message::none);
    find("hits failed", Step::hits, Message::failed);
    find("slip", Step::slip_time, Message::none);
    find("slip wrong", Step::slip_time, Message::time_wrong);
    find("done", Step::done, Message::none);
    find("done already", Step::done, Message::failed);
    kiosk::staff_requests::State requests;
    using storage::DeskItemKind;
    for (const auto kind : {DeskItemKind::safety, DeskItemKind::person, DeskItemKind::interpreter, DeskItemKind::ride,
                            DeskItemKind::change, DeskItemKind::message}) {
        storage::DeskItem item{{}, kind, support::morning, {}, kind == DeskItemKind::interpreter ? "es" : "home",
                               {}, {}};
        if (kind != DeskItemKind::person) item.ticket = storage::Ticket{storage::TicketMark::laurel, 44};
        if (kind >= DeskItemKind::interpreter) item.seen = support::morning;
        if (kind >= DeskItemKind::change) item.done = support::morning;
        requests.items.push_back(item);
    }
    states.push_back(page_state("staff_requests", requests));
    requests.has_failed = true;
    states.push_back(page_state("staff_requests failed", requests));
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
    states.push_back(page_state("help", kiosk::help::State{}));
    states.push_back(page_state("help not safe", kiosk::help::State{true}));
    states.push_back(page_state("languages", kiosk::languages::State{}));
    add_staff_unlock(states);
    add_staff_desk(states);
    add_covers(states);
    return states;
}

} // namespace audits
