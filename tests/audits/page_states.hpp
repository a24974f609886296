// Every page of the kiosk in every state in which it can stand, drawn as the application draws it. One thread.
#pragma once

#include "kiosk/app/covers.hpp"
#include "tests/audits/desk_page_states.hpp"

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
inline kiosk::Health some_health(kiosk::Condition condition) {
    using namespace kiosk;
    using namespace std::chrono_literals;
    const bool is_well = condition == Condition::good;
    const auto now = support::morning;
    Health health;
    health.records.condition = Condition::good;
    health.clock.now = now;
    health.clock.condition = condition;
    health.clock.state = is_well ? ClockState::right : ClockState::ahead;
    health.waiting = {condition, 16, 5, 3, now - (is_well ? 9min : 90h), {}};
    using storage::SubmissionKind;
    for (const auto kind : {SubmissionKind::check_in, SubmissionKind::strengths_and_needs,
                            SubmissionKind::contact_update, SubmissionKind::help_request, SubmissionKind::withdrawal}) {
        health.waiting.kinds.push_back({kind, 2, now - (is_well ? 9min : 90h)});
    }
    health.delivery = {condition, now - 3min, {}};
    if (!is_well) health.delivery.failure = {CourierFailure::target_refused, now};
    health.space = {condition, base::DiskSpace{18'000'000'000, 29'000'000'000, false}, is_well, 1'000'000, 90};
    health.roster = {condition, storage::RosterVersion{240, std::string(64, 'a'), now - 2h}, 12};
    health.printer = {condition, is_well ? PrinterState::ready : PrinterState::stopped};
    health.scanner = {Condition::good, now - 1h};
    health.sound = {condition, is_well ? SoundState::working : SoundState::no_sound};
    health.audit.condition = condition;
    health.audit.checked = now - 5min;
    health.audit.checked_entries = 1204;
    health.versions.program = "0.1.0";
    health.versions.schema = 5;
    return health;
}

inline void add_staff_health(std::vector<PageState>& states) {
    using namespace kiosk::staff_health;
    for (const auto condition : {kiosk::Condition::good, kiosk::Condition::look}) {
        const std::string name = condition == kiosk::Condition::good ? " well" : " to be looked at";
        State state;
        state.role = kiosk::StaffRole::supervisor;
        state.health = some_health(condition);
        states.push_back(page_state("staff_health" + name, state));
        state.sending = Sending::failed;
        state.health->printer.state = kiosk::PrinterState::none;
        states.push_back(page_state("staff_health without a printer, not sent," + name, state));
        states.push_back(page_state("staff_report" + name, kiosk::staff_report::State{some_health(condition)}));
    }
}

inline void add_staff_readiness(std::vector<PageState>& states) {
    using namespace kiosk;
    staff_readiness::State state;
    for (int i = 0; i < readiness_item_count; ++i) {
        const auto item = static_cast<ReadinessItem>(i);
        states.push_back(page_state("staff_readiness " + std::string(kiosk::name_of(item)), state));
        state.result.set(item, i % 3 == 0   ? ReadinessOutcome::passed
                               : i % 3 == 1 ? ReadinessOutcome::skipped
                                            : ReadinessOutcome::failed);
    }
    for (const auto sheet : {staff_readiness::Sheet::kept, staff_readiness::Sheet::failed}) {
        state.sheet = sheet;
        states.push_back(page_state("staff_readiness done", state));
    }
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
    with("wrong", Step::pin, Message::no_match, "");
    with("wait", Step::pin, Message::wait, "");
    with("closed", Step::pin, Message::closed, "");
    with("incomplete", Step::badge, Message::incomplete, "1");
    with("not the same", Step::new_pin, Message::not_same, "");
    with("refused", Step::new_pin, Message::refused, "");
    with("out of order", Step::pin, Message::out_of_order, "");
}

inline void add_staff_audit(std::vector<PageState>& states) {
    using namespace kiosk::staff_audit;
    State state;
    state.today = support::today;
    state.starts.push_back(40); // a page before this one
    state.is_last = false;
    state.members = {1, 2, 3, 14};
    state.check = {{1204, {}}, {}, true};
    const auto line = [](std::int64_t number, const char* event) {
        kiosk::AuditLine made{number, support::morning, storage::find_audit_event(event), {}};
        for (std::string_view rest = made.kind->fields; !rest.empty();) {
            const auto end = std::min(rest.find(' '), rest.size());
            made.fields.push_back({std::string(rest.substr(0, end)), std::int64_t{3}});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return made;
    };
    // Every event, so that the words of each are audited, ten on a page.
    std::int64_t number = 1204;
    for (const auto& event : storage::audit_events) {
        state.lines.push_back(line(--number, std::string(event.name).c_str()));
        const bool is_last = &event == &storage::audit_events.back();
        if (state.lines.size() < 10 && !is_last) continue;
        states.push_back(page_state("staff_audit from " + std::string(event.name), state));
        if (!is_last) state.lines.clear();
    }
    state.filter = {.group = storage::AuditGroup::arrivals, .day = support::today, .staff = 3};
    state.lines.push_back({.number = 7});
    state.lines.push_back({.number = 6, .at = support::morning});
    state.check.fault = storage::AuditFault{storage::AuditFaultKind::unreadable, 7};
    state.copy = Copy::made;
    state.copy_name = "audit-willow-lobby-20261013-203000.ndjson";
    state.copy_count = 1204;
    states.push_back(page_state("staff_audit with a gap, copied", state));
    state.is_choosing = true;
    states.push_back(page_state("staff_audit choosing", state));
    state.is_choosing = false;
    state.has_failed = true;
    state.copy = Copy::failed;
    state.lines.clear();
    states.push_back(page_state("staff_audit failed", state));
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
    add_staff_health(states);
    add_staff_readiness(states);
    add_staff_desk(states);
    add_staff_audit(states);
    add_covers(states);
    return states;
}

} // namespace audits
