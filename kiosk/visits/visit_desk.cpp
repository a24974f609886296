#include "kiosk/visits/visit_desk.hpp"

#include "crypto/digest.hpp"
#include "kiosk/visits/birth_date.hpp"
#include "kiosk/visits/office_time.hpp"
#include "kiosk/visits/visit_code.hpp"

#include <algorithm>

namespace kiosk {

VisitDesk::VisitDesk(storage::Store& store, CodeGuard guard, Sealer& sealer, const Settings& settings,
                     const base::Clock& clock, base::Random& tickets, base::EventLog& log)
    : store_(store), guard_(guard), sealer_(sealer), settings_(settings), clock_(clock), tickets_(tickets), log_(log) {}

LookUp VisitDesk::look_up(std::string_view visit_code, std::string_view qr_key, bool counts) {
    LookUp look_up;
    look_up.answer_at = clock_.moment() + settings_.look_up_answer;
    auto hit = store_.look_up(visit_code, local_day(clock_.now(), settings_.time_zone));
    if (hit.is_error()) {
        log_.write("look_up_failed");
        look_up.answer = LookUpAnswer::out_of_order;
        return look_up;
    }
    auto& person = hit.value();
    const bool is_scan = !qr_key.empty();
    const bool has_key = person && !person->qr_key.empty() &&
                         crypto::are_equal_in_constant_time(base::bytes_of(person->qr_key), base::bytes_of(qr_key));
    const bool is_found = person && !person->visits.empty() && (!is_scan || has_key);
    if (guard_.count(counts && !is_found).is_error()) log_.write("lockout_not_kept");
    if (!is_found) return look_up;
    look_up.answer = LookUpAnswer::found;
    look_up.found = Found{std::move(person->visits), Proof::code};
    return look_up;
}

LookUp VisitDesk::look_up_typed(std::string_view digits) {
    if (guard_.is_resting()) return {LookUpAnswer::resting, {}, clock_.moment()};
    if (guard_.wait_left() > std::chrono::milliseconds(0)) return {LookUpAnswer::wait, {}, clock_.moment()};
    // A code whose check digit is wrong can be nobody's, yet it is looked up all the same: equal work, equal words.
    return look_up(digits, {}, is_visit_code(digits));
}

LookUp VisitDesk::look_up_scanned(std::string_view scanned) {
    const auto letter = read_letter(scanned);
    if (!letter) return {LookUpAnswer::not_found, {}, clock_.moment() + settings_.look_up_answer};
    std::string key(letter->qr_key);
    for (auto& symbol : key) {
        if (symbol >= 'a' && symbol <= 'z') symbol = static_cast<char>(symbol - 'a' + 'A');
    }
    return look_up(letter->visit_code, key, false);
}

BirthDateAnswer VisitDesk::prove_birth_date(Found& found, std::string_view digits) {
    if (guard_.is_resting() || guard_.wait_left() > std::chrono::milliseconds(0)) return BirthDateAnswer::closed;
    const bool is_right = is_birth_date(found.visits.front().birth_date, digits);
    if (guard_.count(!is_right).is_error()) log_.write("lockout_not_kept");
    if (!is_right) return BirthDateAnswer::wrong;
    found.proof = Proof::code_and_birth_date;
    return BirthDateAnswer::right;
}

RecordHead VisitDesk::head(const Found* found, const storage::Visit* visit, storage::SubmissionKind kind,
                           const std::string& language) {
    RecordHead head;
    head.at = clock_.now();
    head.id = base::Uuid::v7(head.at, ids_);
    head.kind = kind;
    head.time_zone = settings_.time_zone;
    head.language = language;
    if (found) {
        head.person = found->visits.front().person_id;
        head.proof = found->proof;
    }
    if (visit) head.visit = visit->visit_id;
    return head;
}

namespace {

bool needs(const Today& today, std::string_view need) {
    return std::find(today.needs.begin(), today.needs.end(), need) != today.needs.end();
}

// An interpreter has to be found by somebody, so it is also a thing to do.
storage::Store::ForDesk for_desk(const Today& today, const storage::Arrival& arrival, base::UtcTime now) {
    storage::Store::ForDesk for_desk;
    for_desk.act = today.by_staff;
    // Whoever types them in has them standing at the desk.
    if (today.by_staff) for_desk.state.acknowledged = now;
    if (needs(today, "interpreter")) for_desk.state.interpreter_language = today.interpreter_language;
    if (needs(today, "other") && !today.other_note.empty()) {
        for_desk.state.own_words = std::make_shared<const base::Secret>(base::bytes_of(today.other_note));
    }
    if (!needs(today, "interpreter") && !needs(today, "sign_language")) return for_desk;
    storage::DeskItem item;
    item.submission = arrival.submission;
    item.kind = storage::DeskItemKind::interpreter;
    item.at = arrival.at;
    item.ticket = arrival.ticket;
    item.detail = needs(today, "interpreter") ? today.interpreter_language : "sign_language";
    for_desk.item = std::move(item);
    return for_desk;
}

} // namespace

DeskKnows VisitDesk::desk_knows(const storage::Arrival& arrival) {
    auto found = store_.find_desk_arrival(arrival.submission);
    if (found.is_error()) log_.write("desk_state_unknown");
    if (!found.is_error() && !found.value()) return DeskKnows::gone;
    const auto& state = found.is_error() ? std::nullopt : found.value();
    if (state && state->state.acknowledged) return DeskKnows::yes;
    return clock_.now() - arrival.at >= settings_.acknowledge ? DeskKnows::overdue : DeskKnows::not_yet;
}

base::Result<std::optional<storage::Arrival>> VisitDesk::find_arrival(const storage::Visit& visit) {
    return store_.find_arrival(visit.visit_id, visit.person_id, local_day(visit.start, settings_.time_zone));
}

base::Result<storage::Ticket> VisitDesk::free_ticket(std::chrono::year_month_day day) {
    const auto arrivals = TRY(store_.arrivals(day));
    std::vector<storage::Ticket> free;
    for (int mark = 0; mark < storage::ticket_mark_count; ++mark) {
        for (int number = 1; number <= storage::ticket_number_most; ++number) {
            const storage::Ticket ticket{static_cast<storage::TicketMark>(mark), number};
            const bool is_taken = std::any_of(arrivals.begin(), arrivals.end(),
                                              [&](const auto& arrival) { return arrival.ticket == ticket; });
            if (!is_taken) free.push_back(ticket);
        }
    }
    if (free.empty()) return base::call_staff("every ticket of the day is in use");
    // At random, so that a ticket does not tell how many people came before.
    return free[tickets_.below(static_cast<std::uint32_t>(free.size()))];
}

base::Result<CheckedIn> VisitDesk::check_in(const Found* found, const storage::Visit* visit, const Today& today,
                                            const std::string& language) {
    const auto now = clock_.now();
    const auto arrived = today.slip_time.value_or(now);
    const auto day = local_day(visit ? visit->start : arrived, settings_.time_zone);
    RecordHead record = head(found, visit, storage::SubmissionKind::check_in, language);
    if (today.by_staff) record.proof = Proof::staff;

    storage::Arrival arrival;
    arrival.submission = record.id;
    if (visit) {
        arrival.visit_id = visit->visit_id;
        arrival.person_id = visit->person_id;
    }
    arrival.ticket = TRY(free_ticket(day));
    arrival.at = arrived;
    arrival.adults = today.adults;
    arrival.children = today.children;
    arrival.needs = today.needs;

    const CheckInData data{!visit,
                           arrived,
                           today.adults,
                           today.children,
                           today.needs,
                           today.interpreter_language,
                           arrival.ticket,
                           std::string(today.other_note),
                           today.slip_time.has_value()};
    const storage::NewSubmission submission{record.id, record.kind, check_in_line(record, data)};
    const auto standing = TRY(store_.check_in(submission, arrival, day, for_desk(today, arrival, now)));
    if (standing) return CheckedIn{*standing, true};
    has_pending_ = true;
    ++changes_;
    if (!today.by_staff) news_.push_back({News::What::arrived, arrival.ticket});
    return CheckedIn{arrival, false};
}

base::Result<void> VisitDesk::take_back(const Found* found, const storage::Arrival& arrival,
                                        const std::string& language) {
    const storage::Visit* visit = nullptr;
    if (found) {
        for (const auto& candidate : found->visits) {
            if (candidate.visit_id == arrival.visit_id) visit = &candidate;
        }
    }
    RecordHead record = head(found, visit, storage::SubmissionKind::withdrawal, language);
    const storage::NewSubmission submission{record.id, record.kind,
                                            withdrawal_line(record, WithdrawalData{arrival.submission})};
    TRY(store_.withdraw_check_in(submission, arrival.submission));
    has_pending_ = true;
    ++changes_;
    news_.push_back({News::What::taken_back, arrival.ticket});
    return {};
}

base::Result<void> VisitDesk::ask_for_help(const Found* found, HelpKind kind, const std::string& page,
                                           const std::string& language) {
    RecordHead record = head(found, nullptr, storage::SubmissionKind::help_request, language);
    const storage::NewSubmission submission{record.id, record.kind,
                                            help_request_line(record, HelpRequestData{kind, page})};
    storage::DeskItem item;
    item.submission = record.id;
    item.kind = kind == HelpKind::safety ? storage::DeskItemKind::safety : storage::DeskItemKind::person;
    item.at = record.at;
    item.detail = page;
    if (found) {
        for (const auto& visit : found->visits) {
            const auto arrival = TRY(find_arrival(visit));
            if (arrival) item.ticket = arrival->ticket;
        }
    }
    TRY(store_.add(submission, item, local_day(record.at, settings_.time_zone)));
    has_pending_ = true;
    ++changes_;
    news_.push_back({kind == HelpKind::safety ? News::What::asked_safety : News::What::asked_person, {}});
    return {};
}

void VisitDesk::seal_pending() {
    const auto made = sealer_.seal();
    if (made.is_error()) {
        // The records are safe in the store; the next check-in or start seals them.
        log_.write("seal_failed");
        return;
    }
    has_pending_ = false;
    log_.write("sealed", {{"batches", std::int64_t{made.value()}}});
}

} // namespace kiosk
