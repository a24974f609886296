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
    for (const auto sheet : {staff_readiness::Sheet::kept, staff_readiness::Sheet::failed}) {
        state.sheet = sheet;
        states.push_back(page_state("staff_readiness done", state));
    }
}

} // namespace audits
