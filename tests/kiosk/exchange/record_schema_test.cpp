// Our parser and the JSON Schemas in docs/schemas accept and refuse the same records: good ones as the kiosk writes
// them, and each of their members left out, doubled under another name, or replaced by every value of a list.
#include "kiosk/exchange/json.hpp"
#include "kiosk/exchange/notice.hpp"
#include "kiosk/exchange/record_parser.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"
#include "tests/kiosk/exchange/odd_values.hpp"

namespace {

using namespace support;
using kiosk::Json;

struct Case {
    std::string schema;
    std::string record;
    bool is_accepted; // by our parser
};

// Calls `use` with the whole record for each change of one member at any depth. `rest` is the part still to change.
void change_each_member(Json& root, Json& rest, const std::vector<Json>& values,
                        const std::function<void(const Json&)>& use) {
    auto* members = rest.object();
    if (members == nullptr) return;
    for (std::size_t at = 0; at < members->size(); ++at) {
        const Json kept = (*members)[at].value;
        for (const Json& value : values) {
            (*members)[at].value = value;
            use(root);
        }
        (*members)[at].value = kept;
        change_each_member(root, (*members)[at].value, values, use);
        const std::string name = (*members)[at].name;
        (*members)[at].name = name + "_";
        use(root);
        (*members)[at].name = name;
    }
    members->push_back({"more", 1});
    use(root);
    members->pop_back();
    const Json::Object all = *members;
    for (std::size_t at = 0; at < all.size(); ++at) {
        members->erase(members->begin() + static_cast<std::ptrdiff_t>(at));
        use(root);
        *members = all;
    }
}

std::vector<std::string> judged_by_schema(const std::vector<Case>& cases) {
    std::string input;
    for (const Case& one : cases) {
        input += kiosk::json_line(Json(Json::Object{{"schema", one.schema}, {"record", one.record}})).text();
        input += '\n';
    }
    // Debian's Python is the one with Debian's jsonschema.
    const auto source = source_folder();
    const auto judged =
        run({"/usr/bin/python3", "-W", "ignore", (source / "tests/kiosk/exchange/validate_records.py").string(),
             (source / "docs/schemas").string()},
            input);
    CHECK(judged.exit_code == 0);
    CHECK(judged.err == "");
    std::vector<std::string> verdicts;
    for (std::string_view rest = judged.out; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
        verdicts.emplace_back(rest.substr(0, rest.find('\n')));
    }
    return verdicts;
}

void check_that_both_agree(const std::string& schema, const std::string& good,
                           const std::function<bool(std::string_view)>& accepts) {
    std::vector<Case> cases{{schema, good, accepts(good)}};
    CHECK(cases[0].is_accepted);
    Json root = value_of(kiosk::parse_json(good));
    change_each_member(root, root, odd_values(), [&](const Json& changed) {
        const std::string record(kiosk::json_line(changed).text());
        cases.push_back({schema, record, accepts(record)});
    });
    const auto verdicts = judged_by_schema(cases);
    REQUIRE(verdicts.size() == cases.size());
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CAPTURE(cases[i].record);
        CHECK(verdicts[i] == (cases[i].is_accepted ? "good" : "bad"));
        accepted += cases[i].is_accepted ? 1U : 0U;
    }
    // Both answers are met, so that neither side may say the same to everything.
    CHECK(accepted > 5);
    CHECK(cases.size() - accepted > 100);
}

bool accepts_record(std::string_view text) { return !kiosk::parse_record(text).is_error(); }

kiosk::RecordHead head_of(storage::SubmissionKind kind) {
    base::SeededRandom random(11);
    return {.id = base::Uuid::v7(morning, random),
            .kind = kind,
            .at = morning,
            .time_zone = "America/New_York",
            .person = storage::PersonId{"P-1"},
            .visit = storage::VisitId{"V-1"},
            .proof = kiosk::Proof::code_and_birth_date,
            .language = "es-419"};
}

kiosk::CheckInData full_check_in() {
    kiosk::CheckInData data;
    data.arrived = morning;
    data.adults = 2;
    data.children = 9;
    data.needs = {"interpreter", "snack", "other"};
    data.interpreter_language = "es";
    data.ticket = {storage::TicketMark::laurel, 99};
    data.is_entered_late = true;
    data.other_note = "una silla más alta; llámeme al 860-555-0142";
    return data;
}

TEST_CASE("schema and parser agree on check-ins") {
    const std::string line(kiosk::check_in_line(head_of(storage::SubmissionKind::check_in), full_check_in()).text());
    check_that_both_agree("record.schema.json", line, accepts_record);
}

TEST_CASE("schema and parser agree on check-ins of people who are not on the list") {
    auto head = head_of(storage::SubmissionKind::check_in);
    head.person.reset();
    head.visit.reset();
    head.proof = kiosk::Proof::none;
    auto data = full_check_in();
    data.is_unlisted = true;
    data.needs.clear(); // then there is no interpreter's language either
    const std::string line(kiosk::check_in_line(head, data).text());
    CHECK(line.find("interpreter_language") == std::string::npos);
    CHECK(line.find("other_note") == std::string::npos);
    check_that_both_agree("record.schema.json", line, accepts_record);
}

TEST_CASE("schema and parser agree on withdrawals, help requests and audit entries") {
    using storage::SubmissionKind;
    base::SeededRandom random(12);
    const auto id = base::Uuid::v7(morning, random);
    check_that_both_agree("record.schema.json",
                          std::string(kiosk::withdrawal_line(head_of(SubmissionKind::withdrawal), {id}).text()),
                          accepts_record);
    check_that_both_agree(
        "record.schema.json",
        std::string(
            kiosk::help_request_line(head_of(SubmissionKind::help_request), {kiosk::HelpKind::safety, "home"}).text()),
        accepts_record);
    const storage::AuditEntry entry{
        7, id, R"({"n":7,"at":"2026-10-13T14:00:00.000Z","event":"batch_lost","fields":{"seq":1,"why":"gone"}})", {}};
    check_that_both_agree("record.schema.json", std::string(value_of(kiosk::audit_line(entry)).text()), accepts_record);
}

TEST_CASE("schema and parser agree on what staff did, for those on the list and for others") {
    using kiosk::StaffStep;
    base::SeededRandom random(14);
    auto head = head_of(storage::SubmissionKind::staff_event);
    head.proof = kiosk::Proof::staff;
    kiosk::StaffEventData data;
    data.check_in = base::Uuid::v7(morning, random);
    data.by = 3;
    data.room = "Blue Room";
    data.step = StaffStep::call;
    const std::string called(kiosk::staff_event_line(head, data).text());
    CHECK(called.find("Blue Room") != std::string::npos);
    check_that_both_agree("record.schema.json", called, accepts_record);
    head.person.reset();
    head.visit.reset();
    data.step = StaffStep::undo;
    data.undoes = StaffStep::call;
    data.reason = kiosk::UndoReason::visit_moved;
    const std::string undone(kiosk::staff_event_line(head, data).text());
    CHECK(undone.find("room") == std::string::npos);
    check_that_both_agree("record.schema.json", undone, accepts_record);
    const auto record = value_of(kiosk::parse_record(undone));
    const auto& read = std::get<kiosk::StaffEventData>(record.data);
    CHECK(read.undoes == StaffStep::call);
    CHECK(read.reason == kiosk::UndoReason::visit_moved);
    CHECK(read.check_in == data.check_in);
    CHECK(read.by == 3);
}

TEST_CASE("schema and parser agree on the headers of batches") {
    const auto recipient = crypto::AgeIdentity::generate().recipient().text();
    const kiosk::BatchHeader header{"k-1", "s-1", "0badcafe", 1, std::string(64, '0'), 3, morning, std::string(64, 'a'),
                                    0,     0,     recipient};
    check_that_both_agree("batch_header.schema.json", std::string(kiosk::header_line(header).text()),
                          [](std::string_view text) { return !kiosk::parse_header(text).is_error(); });
}

TEST_CASE("schema and parser agree on notices") {
    const kiosk::Notice notice{"k-1", "s-1", morning, kiosk::NoticeEvent::arrived, storage::Ticket{{}, 12}};
    check_that_both_agree("notice.schema.json", std::string(kiosk::notice_line(notice).text()),
                          [](std::string_view text) { return !kiosk::parse_notice(text).is_error(); });
}

TEST_CASE("a record reads back as it was written") {
    const auto head = head_of(storage::SubmissionKind::check_in);
    const auto data = full_check_in();
    const auto record = value_of(kiosk::parse_record(kiosk::check_in_line(head, data).text()));
    CHECK(record.head.id == head.id);
    CHECK(record.head.at == head.at);
    CHECK(record.head.time_zone == head.time_zone);
    CHECK(record.head.person == head.person);
    CHECK(record.head.visit == head.visit);
    CHECK(record.head.proof == head.proof);
    CHECK(record.head.language == head.language);
    const auto& read = std::get<kiosk::CheckInData>(record.data);
    CHECK(read.arrived == data.arrived);
    CHECK(read.adults == data.adults);
    CHECK(read.children == data.children);
    CHECK(read.needs == data.needs);
    CHECK(read.interpreter_language == data.interpreter_language);
    CHECK(read.ticket == data.ticket);
    CHECK(read.other_note == data.other_note);
    CHECK(read.is_entered_late);
}

TEST_CASE("an audit entry travels exactly as it was hashed") {
    base::SeededRandom random(13);
    const std::string text = R"({"n":1,"at":"2026-10-13T14:00:00.000Z","event":"kiosk_started","fields":{}})";
    const auto hash = crypto::sha256(crypto::Sha256{}, base::bytes_of(text));
    const storage::AuditEntry entry{1, base::Uuid::v7(morning, random), text, hash};
    const auto record = value_of(kiosk::parse_record(value_of(kiosk::audit_line(entry)).text()));
    const auto& read = std::get<kiosk::AuditData>(record.data);
    CHECK(read.text == text);
    CHECK(read.hash == base::to_hex(hash));
    CHECK(record.head.at == morning);
    CHECK(record.head.id == entry.id);
}

} // namespace
