#include "storage/record_forms.hpp"

#include "storage/record_bytes.hpp"

namespace storage {

using base::Result;
using base::Secret;

namespace {

base::Error wrong_form(const char* what) {
    return base::out_of_service(std::string("database: a ") + what + " is not written in the form this program knows");
}

void write_time(RecordWriter& writer, base::UtcTime time) { writer.number(time.time_since_epoch().count()); }

base::UtcTime read_time(RecordReader& reader) { return base::UtcTime(std::chrono::milliseconds(reader.number())); }

void write_visit(RecordWriter& writer, const Visit& visit) {
    writer.text(visit.visit_id.text).text(visit.person_id.text).choice(visit.role);
    writer.text(visit.given_name).text(visit.family_name);
    writer.number(std::chrono::sys_days(visit.birth_date).time_since_epoch().count());
    writer.choice(visit.type).choice(visit.status);
    write_time(writer, visit.start);
    write_time(writer, visit.end);
    write_time(writer, visit.check_in_opens);
    writer.number(visit.arrive_until.has_value() ? 1 : 0);
    write_time(writer, visit.arrive_until.value_or(base::UtcTime{}));
    writer.text(visit.time_zone).text(visit.site).text(visit.place);
    writer.number(std::ssize(visit.more));
    for (const auto& [column, value] : visit.more) writer.text(column).text(value);
}

Visit read_visit(RecordReader& reader) {
    Visit visit;
    visit.visit_id.text = reader.text();
    visit.person_id.text = reader.text();
    visit.role = reader.choice(VisitorRole::other);
    visit.given_name = reader.text();
    visit.family_name = reader.text();
    visit.birth_date = std::chrono::sys_days(std::chrono::days(reader.number()));
    visit.type = reader.choice(VisitType::other);
    visit.status = reader.choice(VisitStatus::held);
    visit.start = read_time(reader);
    visit.end = read_time(reader);
    visit.check_in_opens = read_time(reader);
    const bool has_arrive_until = reader.number() == 1;
    const base::UtcTime arrive_until = read_time(reader);
    if (has_arrive_until) visit.arrive_until = arrive_until;
    visit.time_zone = reader.text();
    visit.site = reader.text();
    visit.place = reader.text();
    for (std::size_t left = reader.count(); left > 0; --left) {
        std::string column = reader.text();
        visit.more.emplace(std::move(column), reader.text());
    }
    return visit;
}

void write_moment(RecordWriter& writer, const std::optional<base::UtcTime>& moment) {
    writer.number(moment.has_value() ? 1 : 0);
    write_time(writer, moment.value_or(base::UtcTime{}));
}

std::optional<base::UtcTime> read_moment(RecordReader& reader) {
    const bool is_there = reader.number() == 1;
    const base::UtcTime moment = read_time(reader);
    return is_there ? std::optional(moment) : std::nullopt;
}

template <std::size_t size>
void copy_bytes(RecordReader& reader, std::array<std::uint8_t, size>& into) {
    const base::ByteView bytes = reader.bytes();
    if (bytes.size() == size) std::copy(bytes.begin(), bytes.end(), into.begin());
}

} // namespace

Secret written(const RosterHit& hit) {
    RecordWriter writer;
    writer.text(hit.qr_key).number(std::ssize(hit.visits));
    for (const auto& visit : hit.visits) write_visit(writer, visit);
    return writer.take();
}

Result<RosterHit> read_roster_hit(const Secret& record) {
    RecordReader reader(record.view());
    RosterHit hit;
    hit.qr_key = reader.text();
    for (std::size_t left = reader.count(); left > 0; --left) hit.visits.push_back(read_visit(reader));
    if (!reader.is_whole()) return wrong_form("roster row");
    return hit;
}

Secret written(const StaffFacts& facts) {
    RecordWriter writer;
    writer.text(facts.visit_id.text).text(facts.person_id.text).text(facts.keep_apart).text(facts.may_take_home);
    return writer.take();
}

Result<StaffFacts> read_staff_facts(const Secret& record) {
    RecordReader reader(record.view());
    StaffFacts facts;
    facts.visit_id.text = reader.text();
    facts.person_id.text = reader.text();
    facts.keep_apart = reader.text();
    facts.may_take_home = reader.text();
    if (!reader.is_whole()) return wrong_form("row of staff facts");
    return facts;
}

Secret written(const RosterVersion& version) {
    RecordWriter writer;
    writer.number(version.rows).text(version.sha256);
    write_time(writer, version.imported);
    return writer.take();
}

Result<RosterVersion> read_roster_version(const Secret& record) {
    RecordReader reader(record.view());
    RosterVersion version;
    version.rows = reader.number();
    version.sha256 = reader.text();
    version.imported = read_time(reader);
    if (!reader.is_whole()) return wrong_form("roster version");
    return version;
}

Secret written(const NewSubmission& submission) {
    RecordWriter writer;
    writer.choice(submission.kind).bytes(submission.line.view());
    return writer.take();
}

Result<PendingSubmission> read_submission(const base::Uuid& id, const Secret& record) {
    RecordReader reader(record.view());
    const auto kind = reader.choice(SubmissionKind::feedback);
    Secret line(reader.bytes());
    if (!reader.is_whole()) return wrong_form("submission");
    return PendingSubmission{id, kind, std::move(line)};
}

Secret written(const Arrival& arrival) {
    RecordWriter writer;
    writer.bytes(arrival.submission.bytes).text(arrival.visit_id.text).text(arrival.person_id.text);
    writer.choice(arrival.ticket.mark).number(arrival.ticket.number);
    write_time(writer, arrival.at);
    writer.number(arrival.adults).number(arrival.children).number(std::ssize(arrival.needs));
    for (const auto& need : arrival.needs) writer.text(need);
    return writer.take();
}

Result<Arrival> read_arrival(const Secret& record) {
    RecordReader reader(record.view());
    Arrival arrival;
    copy_bytes(reader, arrival.submission.bytes);
    arrival.visit_id.text = reader.text();
    arrival.person_id.text = reader.text();
    arrival.ticket.mark = reader.choice(TicketMark::heart);
    arrival.ticket.number = static_cast<int>(reader.number());
    arrival.at = read_time(reader);
    arrival.adults = static_cast<int>(reader.number());
    arrival.children = static_cast<int>(reader.number());
    for (std::size_t left = reader.count(); left > 0; --left) arrival.needs.push_back(reader.text());
    if (!reader.is_whole()) return wrong_form("arrival");
    return arrival;
}

Secret written(std::span<const Expected> people) {
    RecordWriter writer;
    writer.number(std::ssize(people));
    for (const auto& person : people) {
        write_visit(writer, person.visit);
        writer.text(person.keep_apart).text(person.may_take_home);
    }
    return writer.take();
}

Result<std::vector<Expected>> read_expected(const Secret& record) {
    RecordReader reader(record.view());
    std::vector<Expected> people;
    for (std::size_t left = reader.count(); left > 0; --left) {
        Expected& person = people.emplace_back();
        person.visit = read_visit(reader);
        person.keep_apart = reader.text();
        person.may_take_home = reader.text();
    }
    if (!reader.is_whole()) return wrong_form("list of a day");
    return people;
}

Secret written(const DeskState& state) {
    RecordWriter writer;
    for (const auto& moment : {state.acknowledged, state.called, state.started, state.ended}) {
        write_moment(writer, moment);
    }
    writer.text(state.room).text(state.interpreter_language);
    writer.bytes(state.own_words ? state.own_words->view() : base::ByteView());
    return writer.take();
}

Result<DeskState> read_desk_state(const Secret& record) {
    RecordReader reader(record.view());
    DeskState state;
    for (auto* moment : {&state.acknowledged, &state.called, &state.started, &state.ended}) {
        *moment = read_moment(reader);
    }
    state.room = reader.text();
    state.interpreter_language = reader.text();
    const base::ByteView words = reader.bytes();
    if (!words.empty()) state.own_words = std::make_shared<const Secret>(words);
    if (!reader.is_whole()) return wrong_form("state of an arrival");
    return state;
}

Secret written(const DeskItem& item) {
    RecordWriter writer;
    writer.bytes(item.submission.bytes).choice(item.kind);
    write_time(writer, item.at);
    writer.number(item.ticket ? 1 : 0);
    const Ticket ticket = item.ticket.value_or(Ticket{});
    writer.choice(ticket.mark).number(ticket.number).text(item.detail);
    write_moment(writer, item.seen);
    write_moment(writer, item.done);
    return writer.take();
}

Result<DeskItem> read_desk_item(const Secret& record) {
    RecordReader reader(record.view());
    DeskItem item;
    copy_bytes(reader, item.submission.bytes);
    item.kind = reader.choice(DeskItemKind::message);
    item.at = read_time(reader);
    const bool has_ticket = reader.number() == 1;
    Ticket ticket;
    ticket.mark = reader.choice(TicketMark::heart);
    ticket.number = static_cast<int>(reader.number());
    if (has_ticket) item.ticket = ticket;
    item.detail = reader.text();
    item.seen = read_moment(reader);
    item.done = read_moment(reader);
    if (!reader.is_whole()) return wrong_form("thing asked for");
    return item;
}

Secret written(const AuditEntry& entry) {
    RecordWriter writer;
    writer.number(entry.number).bytes(entry.id.bytes).text(entry.text).bytes(entry.hash);
    return writer.take();
}

Result<AuditEntry> read_audit_entry(const Secret& record) {
    RecordReader reader(record.view());
    AuditEntry entry;
    entry.number = reader.number();
    copy_bytes(reader, entry.id.bytes);
    entry.text = reader.text();
    copy_bytes(reader, entry.hash);
    if (!reader.is_whole()) return wrong_form("audit entry");
    return entry;
}

Secret written(const AuditHead& head) {
    RecordWriter writer;
    writer.number(head.count).bytes(head.hash);
    return writer.take();
}

Result<AuditHead> read_audit_head(const Secret& record) {
    RecordReader reader(record.view());
    AuditHead head;
    head.count = reader.number();
    copy_bytes(reader, head.hash);
    if (!reader.is_whole()) return wrong_form("head of the audit log");
    return head;
}

Secret written(const Lockout& lockout) {
    RecordWriter writer;
    writer.number(lockout.misses).number(lockout.wait_left.count()).number(lockout.since_decay.count());
    return writer.take();
}

Result<Lockout> read_lockout(const Secret& record) {
    RecordReader reader(record.view());
    Lockout lockout;
    lockout.misses = static_cast<int>(reader.number());
    lockout.wait_left = std::chrono::milliseconds(reader.number());
    lockout.since_decay = std::chrono::milliseconds(reader.number());
    if (!reader.is_whole()) return wrong_form("lockout state");
    return lockout;
}

Secret written(const StaffMember& member) {
    RecordWriter writer;
    writer.text(member.badge_ending).choice(member.role).choice(member.pin);
    write_time(writer, member.created);
    const auto& parameters = member.lock.parameters;
    writer.choice(parameters.algorithm).number(static_cast<std::int64_t>(parameters.cost.operations));
    writer.number(static_cast<std::int64_t>(parameters.cost.memory)).bytes(parameters.salt);
    writer.bytes(member.lock.member_key).bytes(member.lock.held);
    return writer.take();
}

Result<StaffMember> read_staff_member(std::int64_t number, const Secret& record) {
    const auto copy = [](base::ByteView bytes) { return base::Bytes(bytes.begin(), bytes.end()); };
    RecordReader reader(record.view());
    StaffMember member;
    member.number = number;
    member.badge_ending = reader.text();
    member.role = reader.choice(StaffRole::technician);
    member.pin = reader.choice(StaffPin::own);
    member.created = read_time(reader);
    auto& parameters = member.lock.parameters;
    parameters.algorithm = crypto::PinAlgorithm(reader.number());
    parameters.cost.operations = static_cast<std::uint64_t>(reader.number());
    parameters.cost.memory = static_cast<std::uint64_t>(reader.number());
    copy_bytes(reader, parameters.salt);
    member.lock.member_key = copy(reader.bytes());
    member.lock.held = copy(reader.bytes());
    if (!reader.is_whole()) return wrong_form("member of the staff");
    return member;
}

} // namespace storage
