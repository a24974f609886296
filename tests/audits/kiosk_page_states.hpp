// The pages on which staff sign in and look after the kiosk, in every state in which they can stand. One thread.
#pragma once

#include "tests/audits/page_state.hpp"

namespace audits {

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
    for (const int count : {1, 23}) {
        State board;
        board.new_at_desk = count;
        states.push_back(page_state("staff_unlock at the desk, new " + std::to_string(count), std::move(board)));
    }
    State typing;
    typing.new_at_desk = 23;
    typing.message = Message::incomplete;
    states.push_back(page_state("staff_unlock at the desk, new and incomplete", std::move(typing)));
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
    state.new_requests = 23;
    state.filter = {.group = storage::AuditGroup::arrivals, .day = support::today, .staff = 3};
    state.lines.push_back({.number = 7});
    state.lines.push_back({.number = 6, .at = support::morning});
    state.check.fault = storage::AuditFault{storage::AuditFaultKind::unreadable, 7};
    state.copy = Copy::making;
    state.copy_done = 200;
    state.copy_count = 1204;
    states.push_back(page_state("staff_audit with a gap, copying", state));
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
        state.new_requests = condition == kiosk::Condition::good ? 0 : 2;
        states.push_back(page_state("staff_health" + name, state));
        state.sending = Sending::failed;
        state.health->printer.state = kiosk::PrinterState::none;
        states.push_back(page_state("staff_health without a printer, not sent," + name, state));
        state.health->printer.state = kiosk::PrinterState::missing;
        states.push_back(page_state("staff_health with a printer that is not found," + name, state));
        using kiosk::staff_report::Mended;
        for (const auto mended : {Mended::nothing, Mended::clock, Mended::lockouts, Mended::failed}) {
            states.push_back(
                page_state("staff_report" + name + " " + std::to_string(static_cast<int>(mended)),
                           kiosk::staff_report::State{kiosk::StaffRole::supervisor, some_health(condition), mended}));
        }
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
    staff_readiness::State sound;
    sound.result.set(ReadinessItem::screen, ReadinessOutcome::passed);
    sound.result.set(ReadinessItem::touch, ReadinessOutcome::passed);
    sound.played = ui::Side::left;
    sound.has_played_left = true;
    states.push_back(page_state("staff_readiness played left", sound));
    sound.must_play_both = true;
    states.push_back(page_state("staff_readiness not both played", sound));
    sound.has_sound = false;
    states.push_back(page_state("staff_readiness without sound", sound));
    for (const auto sheet : {staff_readiness::Sheet::kept, staff_readiness::Sheet::failed}) {
        state.sheet = sheet;
        states.push_back(page_state("staff_readiness done", state));
    }
}

inline void add_staff_care(std::vector<PageState>& states) {
    for (const auto role : kiosk::all_staff_roles) {
        const kiosk::staff_care::State state{.role = role};
        states.push_back(page_state("staff_care of " + std::string(kiosk::name_of(role)), state));
    }
    kiosk::staff_care::State care{.role = kiosk::StaffRole::supervisor, .seat = kiosk::Seat::board, .is_closed = true};
    care.done = "status_kiosk_closed";
    states.push_back(page_state("staff_care at the board, closed", care));
    care.done = nullptr;
    care.has_failed = true;
    states.push_back(page_state("staff_care not kept", care));
    using namespace kiosk::staff_hours;
    State hours;
    hours.time_zone = "America/New_York";
    states.push_back(page_state("staff_hours always open", hours));
    using namespace std::chrono_literals;
    hours.hours.days.fill({8h + 30min, 17h});
    hours.hours.days[0] = {0min, 0min};
    hours.hours.days[3] = {10h, kiosk::whole_day};
    for (const auto saved : {Saved::not_yet, Saved::kept, Saved::failed}) {
        hours.saved = saved;
        states.push_back(page_state("staff_hours saved " + std::to_string(static_cast<int>(saved)), hours));
    }
    hours.day = 0;
    states.push_back(page_state("staff_hours closed all day", hours));
}

inline void add_staff_settings(std::vector<PageState>& states) {
    using namespace kiosk::staff_settings;
    const auto made = [] {
        State state;
        state.choices.waiting_place = "Sunroom";
        state.choices.languages = {"en", "es"};
        state.languages = {{"ar", "العربية"},   {"es", "Español"},    {"fr", "Français"},   {"ht", "Kreyòl ayisyen"},
                           {"pt", "Português"}, {"uk", "Українська"}, {"vi", "Tiếng Việt"}, {"zh", "中文"}};
        return state;
    };
    for (const auto saved : {Saved::not_yet, Saved::kept, Saved::failed}) {
        State state = made();
        state.saved = saved;
        states.push_back(page_state("staff_settings " + std::to_string(static_cast<int>(saved)), std::move(state)));
    }
    State typing = made();
    typing.is_typing = true;
    (void)typing.place.insert("Sunroom");
    states.push_back(page_state("staff_settings typing", std::move(typing)));
}

// Home while nobody checks in at this kiosk.
inline void add_resting(std::vector<PageState>& states, const kiosk::Call& call) {
    using kiosk::home::Resting;
    using kiosk::home::State;
    const auto opens = support::morning + std::chrono::hours(20);
    states.push_back(page_state("home resting", State{Resting{}, {}, {}, {}}));
    states.push_back(page_state("home resting until today", State{Resting{opens, true}, {}, {}, {}}));
    states.push_back(page_state("home resting until another day", State{Resting{opens, false}, {}, {}, {}}));
    states.push_back(page_state("home resting with a call", State{Resting{opens, false}, {}, call, {}}));
}

inline void add_staff_stick(std::vector<PageState>& states) {
    using namespace kiosk;
    using What = Carried::What;
    staff_stick::State state;
    state.role = StaffRole::supervisor;
    for (const auto stick : {StickIs::none, StickIs::one, StickIs::several}) {
        state.stick = stick;
        states.push_back(page_state("staff_stick " + std::to_string(static_cast<int>(stick)), state));
    }
    state.stick = StickIs::one;
    state.has_failed = true;
    states.push_back(page_state("staff_stick not begun", state));
    state.has_failed = false;
    for (const auto what : {What::out, What::in}) {
        state.carried.what = what;
        state.carried.is_running = true;
        state.carried.done = 3;
        state.carried.total = 12;
        states.push_back(page_state("staff_stick carrying", state));
        state.carried.is_running = false;
        states.push_back(page_state("staff_stick nothing", state));
    }
    state.carried = {};
    state.carried.what = What::out;
    state.carried.copied = 1;
    state.carried.already = 2;
    states.push_back(page_state("staff_stick copied", state));
    state.carried.reports = 7;
    states.push_back(page_state("staff_stick copied with reports", state));
    for (const auto trouble : {CopyOutcome::stick_gone, CopyOutcome::stick_full, CopyOutcome::stick_refuses,
                               CopyOutcome::other_content, CopyOutcome::damaged_here}) {
        state.carried.left = 9;
        state.carried.trouble = trouble;
        state.carried.has_unsealed = true;
        states.push_back(page_state("staff_stick trouble " + std::to_string(static_cast<int>(trouble)), state));
    }
    // Every outcome of every kind, so that the words of each are audited, four on a page.
    std::vector<OpenedBundle> bundles;
    const auto add = [&](BundleKind kind, BundleOutcome outcome) -> OpenedBundle& {
        OpenedBundle& bundle = bundles.emplace_back();
        bundle.kind = kind;
        bundle.outcome = outcome;
        bundle.version = 17;
        return bundle;
    };
    for (const auto outcome : {BundleOutcome::applied, BundleOutcome::not_kept, BundleOutcome::not_used}) {
        for (const auto kind : all_bundle_kinds) add(kind, outcome);
    }
    for (const std::int64_t left_out : {0, 2}) {
        OpenedBundle& roster = add(BundleKind::roster, BundleOutcome::applied);
        roster.rows = 240;
        roster.left_out = left_out;
        roster.reach = support::today;
    }
    for (int why = 0; why < bundle_refusal_count; ++why) {
        add(BundleKind::roster, BundleOutcome::refused).why = static_cast<BundleRefusal>(why);
    }
    state.carried = {};
    state.carried.what = What::in;
    state.carried.has_stick_gone = true;
    for (std::size_t i = 0; i < bundles.size(); ++i) {
        state.carried.bundles.push_back(bundles[i]);
        if (state.carried.bundles.size() < 4 && i + 1 < bundles.size()) continue;
        states.push_back(page_state("staff_stick brought in, up to " + std::to_string(i), state));
        state.carried.bundles.clear();
    }
}

inline void add_staff_print(std::vector<PageState>& states) {
    using namespace kiosk::staff_print;
    const auto with = [&](const std::string& name, State state) {
        for (int i = 0; i <= static_cast<int>(Told::not_made); ++i) {
            state.told = static_cast<Told>(i);
            states.push_back(page_state("staff_print " + name + " " + std::to_string(i), state));
        }
    };
    with("day", of_day());
    with("test", {});
    with("readiness", of_readiness({}));
}

inline void add_staff_members(std::vector<PageState>& states) {
    using namespace kiosk::staff_members;
    using namespace std::chrono_literals;
    const auto with = [&](const std::string& name, Step step, Message message, std::int64_t number = 0) {
        State state;
        state.members = {
            {1, "21", kiosk::StaffRole::supervisor, storage::StaffPin::own, support::morning, false, 0ms},
            {2, "07", kiosk::StaffRole::front_desk, storage::StaffPin::one_time_code, support::morning, false, 0ms},
            {3, "35", kiosk::StaffRole::technician, storage::StaffPin::own, support::morning, true, 0ms},
            {4, "", kiosk::StaffRole::supervisor, storage::StaffPin::own, support::morning, false, 12min}};
        state.self = 1;
        state.step = step;
        state.message = message;
        if (number > 0) state.number = number;
        if (step == Step::badge) state.badge.append("100712345678");
        if (step == Step::code) state.code = kiosk::NewCode{2, base::Secret(base::bytes_of("4827193056"))};
        states.push_back(page_state("staff_members " + name, std::move(state)));
    };
    with("list", Step::list, Message::none);
    with("failed", Step::list, Message::failed);
    for (std::int64_t number = 1; number <= 4; ++number) {
        with("member " + std::to_string(number), Step::member, Message::none, number);
    }
    with("oneself", Step::member, Message::oneself, 1);
    with("lifted", Step::member, Message::lifted, 3);
    with("badge", Step::badge, Message::none);
    with("badge short", Step::badge, Message::badge_short);
    with("badge taken", Step::badge, Message::badge_taken);
    with("role", Step::role, Message::none);
    with("sure", Step::sure, Message::none, 2);
    with("making", Step::making, Message::none);
    with("code", Step::code, Message::none);
}

inline void add_staff_clock(std::vector<PageState>& states) {
    using namespace kiosk::staff_clock;
    using namespace std::chrono_literals;
    const auto with = [&](const std::string& name, kiosk::ClockState clock, std::chrono::milliseconds shift,
                          Message message) {
        State state;
        state.now = support::morning;
        state.clock.state = clock;
        state.shift = shift;
        state.message = message;
        if (clock != kiosk::ClockState::right) state.clock.newest_seen = support::morning - 30h;
        states.push_back(page_state("staff_clock " + name, state));
    };
    using enum kiosk::ClockState;
    with("right", right, 0ms, Message::none);
    with("behind", behind, 26h, Message::none);
    with("ahead", ahead, 0ms, Message::none);
    with("before release", before_release, 7000h, Message::none);
    for (int i = 1; i <= static_cast<int>(Message::not_kept); ++i) {
        with("told " + std::to_string(i), right, 1min, static_cast<Message>(i));
    }
}

} // namespace audits
