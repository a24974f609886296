#include "storage/database.hpp"
#include "tests/support/stored_world.hpp"
#include "tests/support/temp_folder.hpp"

using namespace storage;
using namespace support;

namespace {

const std::string epoch = "0123abcd";
const std::string no_file(64, '0');

struct LedgerWorld {
    TempFolder folder;
    base::FakeClock clock{morning};
    base::SystemRandom random;
    std::unique_ptr<Store> store = open();

    std::unique_ptr<Store> open() {
        return value_of(Store::open(folder.path() / "kiosk.db", fixed_keys(), clock, random));
    }
    void reopen() {
        store.reset();
        store = open();
    }
    base::Uuid new_id() {
        clock.advance(1ms);
        return base::Uuid::v7(clock.now(), random);
    }
    base::Uuid message() {
        const base::Uuid id = new_id();
        must(store->add(submission(id, "{}", SubmissionKind::message)));
        return id;
    }
    base::Uuid check_in(const std::string& person, int ticket) {
        const base::Uuid id = new_id();
        CHECK_FALSE(value_of(store->check_in(submission(id), arrival(id, "v", person, ticket), today)).has_value());
        return id;
    }
    // A batch whose file has a hash of this one digit.
    base::Result<void> record(std::int64_t seq, char digit, std::vector<base::Uuid> members = {}) {
        return store->record_batch(
            {epoch, seq, std::string(64, digit), BatchState::written, morning, std::move(members), 0, 0});
    }
    std::vector<base::Uuid> pending_ids() {
        std::vector<base::Uuid> ids;
        for (const auto& pending : value_of(store->pending())) ids.push_back(pending.id);
        return ids;
    }
    // What a query gives on the file itself, with the store closed meanwhile.
    std::int64_t number_in_file(const std::string& sql) {
        store.reset();
        const std::int64_t number =
            value_of(value_of(Database::open(folder.path() / "kiosk.db", 1000, nullptr))->number(sql));
        store = open();
        return number;
    }
};

} // namespace

TEST_CASE_FIXTURE(LedgerWorld, "an epoch begins once: a second call changes nothing, also after a restart") {
    must(store->begin_epoch(epoch));
    must(store->begin_epoch("fedcba98"));
    CHECK(value_of(store->next_position()).epoch == epoch);
    reopen();
    must(store->begin_epoch("fedcba98"));
    CHECK(value_of(store->next_position()).epoch == epoch);
}

TEST_CASE_FIXTURE(LedgerWorld, "an epoch that is not 8 lowercase hex digits is refused, and none has begun") {
    for (const char* wrong : {"", "0123abc", "0123abcde", "0123abcg", "0123ABCD"}) {
        CAPTURE(wrong);
        const auto begun = store->begin_epoch(wrong);
        REQUIRE(begun.is_error());
        CHECK(begun.error().kind == base::ErrorKind::ask_again);
    }
    CHECK(store->next_position().is_error());
    CHECK(record(1, 'a').is_error());
}

TEST_CASE_FIXTURE(LedgerWorld, "numbers run from 1 in an epoch and each batch names the file before it") {
    must(store->begin_epoch(epoch));
    CHECK(value_of(store->next_position()).seq == 1);
    CHECK(value_of(store->next_position()).prev == no_file);
    must(record(1, 'a'));
    CHECK(value_of(store->next_position()).seq == 2);
    CHECK(value_of(store->next_position()).prev == std::string(64, 'a'));
    must(store->mark_published(epoch, 1));
    must(record(2, 'b'));
    reopen();
    CHECK(value_of(store->next_position()).seq == 3);
    CHECK(value_of(store->next_position()).prev == std::string(64, 'b'));
}

TEST_CASE_FIXTURE(LedgerWorld, "a lost number is not used again and the file before skips it") {
    must(store->begin_epoch(epoch));
    must(record(1, 'a'));
    must(store->mark_lost(epoch, 1));
    CHECK(value_of(store->next_position()).seq == 2);
    CHECK(value_of(store->next_position()).prev == no_file);
    must(record(2, 'b'));
    must(store->mark_published(epoch, 2));
    must(record(3, 'c'));
    must(store->mark_lost(epoch, 3));
    CHECK(value_of(store->next_position()).seq == 4);
    CHECK(value_of(store->next_position()).prev == std::string(64, 'b'));
}

TEST_CASE_FIXTURE(LedgerWorld, "a batch with any number, epoch or file but the next is refused and records nothing") {
    must(store->begin_epoch(epoch));
    must(record(1, 'a'));
    const base::Uuid id = message();
    CHECK(record(1, 'b', {id}).is_error());
    CHECK(record(3, 'b', {id}).is_error());
    CHECK(record(2, 'a', {id}).is_error());
    CHECK(store->record_batch({"fedcba98", 2, std::string(64, 'b'), BatchState::written, morning, {id}, 0, 0})
              .is_error());
    CHECK(value_of(store->unfinished_batches()).size() == 1);
    CHECK(pending_ids() == std::vector{id});
    CHECK(value_of(store->next_position()).seq == 2);
}

TEST_CASE_FIXTURE(LedgerWorld, "members of a written batch are not pending, and the row comes back whole") {
    const base::Uuid first = message();
    const base::Uuid second = check_in("p", 1);
    const base::Uuid third = message();
    must(store->begin_epoch(epoch));
    must(store->record_batch(
        {epoch, 1, std::string(64, 'a'), BatchState::written, morning + 5ms, {third, first}, 3, 7}));
    CHECK(pending_ids() == std::vector{second});
    CHECK(value_of(store->waiting()).count == 1);
    reopen();
    CHECK(pending_ids() == std::vector{second});
    const auto unfinished = value_of(store->unfinished_batches());
    REQUIRE(unfinished.size() == 1);
    CHECK(unfinished[0].epoch == epoch);
    CHECK(unfinished[0].seq == 1);
    CHECK(unfinished[0].sha256 == std::string(64, 'a'));
    CHECK(unfinished[0].state == BatchState::written);
    CHECK(unfinished[0].created == morning + 5ms);
    CHECK(unfinished[0].members == std::vector{third, first});
    CHECK(unfinished[0].audit_from == 3);
    CHECK(unfinished[0].audit_to == 7);
}

TEST_CASE_FIXTURE(LedgerWorld, "a member that is unknown, given twice or in another batch stops the whole batch") {
    must(store->begin_epoch(epoch));
    const base::Uuid sent = message();
    const base::Uuid waiting = message();
    must(record(1, 'a', {sent}));
    CHECK(record(2, 'b', {waiting, new_id()}).is_error());
    CHECK(record(2, 'b', {waiting, waiting}).is_error());
    CHECK(record(2, 'b', {waiting, sent}).is_error());
    must(store->mark_published(epoch, 1));
    CHECK(record(2, 'b', {waiting, sent}).is_error());
    CHECK(pending_ids() == std::vector{waiting});
    CHECK(value_of(store->unfinished_batches()).empty());
    CHECK(value_of(store->next_position()).seq == 2);
}

TEST_CASE_FIXTURE(LedgerWorld, "a published batch leaves stubs only: no line is kept, arrivals stay") {
    const base::Uuid arrived = check_in("p", 12);
    const base::Uuid said = message();
    const base::Uuid not_in_it = message();
    must(store->begin_epoch(epoch));
    must(record(1, 'a', {arrived, said}));
    CHECK(number_in_file("SELECT count(*) FROM submission WHERE line IS NOT NULL") == 3);
    CHECK(value_of(store->published_count()) == 0);
    must(store->mark_published(epoch, 1));

    CHECK(pending_ids() == std::vector{not_in_it});
    CHECK(value_of(store->unfinished_batches()).empty());
    CHECK(value_of(store->published_count()) == 1);
    const auto arrivals = value_of(store->arrivals(today));
    REQUIRE(arrivals.size() == 1);
    CHECK(arrivals[0].submission == arrived);
    CHECK(arrivals[0].ticket == Ticket{TicketMark::robin, 12});
    CHECK(number_in_file("SELECT count(*) FROM submission WHERE line IS NOT NULL") == 1);
    CHECK(number_in_file("SELECT count(*) FROM submission") == 2);
    CHECK(number_in_file("SELECT count(*) FROM batch_member") == 0);
}

TEST_CASE_FIXTURE(LedgerWorld, "a lost batch frees its members in the order they had, and the audit log says so") {
    std::vector<base::Uuid> ids;
    for (int i = 0; i < 5; ++i) ids.push_back(i == 2 ? check_in("p", 1) : message());
    must(store->begin_epoch(epoch));
    must(record(1, 'a'));
    must(record(2, 'b', {ids[3], ids[0], ids[2]}));
    CHECK(pending_ids() == std::vector{ids[1], ids[4]});
    must(store->mark_lost(epoch, 2));
    CHECK(pending_ids() == ids);
    CHECK(value_of(store->arrivals(today)).size() == 1);
    CHECK(value_of(store->unfinished_batches()).size() == 1);
    const auto entries = value_of(store->audit_entries(0));
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].text.ends_with(R"("event":"batch_lost","fields":{"seq":2}})"));
    must(record(3, 'c', ids));
    CHECK(pending_ids().empty());
}

TEST_CASE_FIXTURE(LedgerWorld,
                  "what became of a batch never changes; to say the same again is harmless once published") {
    must(store->begin_epoch(epoch));
    must(record(1, 'a'));
    must(record(2, 'b', {message()}));
    must(store->mark_published(epoch, 1));
    must(store->mark_lost(epoch, 2));
    must(store->mark_published(epoch, 1));
    CHECK(store->mark_lost(epoch, 1).is_error());
    CHECK(store->mark_published(epoch, 2).is_error());
    CHECK(store->mark_lost(epoch, 2).is_error());
    CHECK(store->mark_published(epoch, 3).is_error());
    CHECK(store->mark_lost("fedcba98", 1).is_error());
    CHECK(pending_ids().size() == 1);
    CHECK(value_of(store->published_count()) == 1);
    CHECK(value_of(store->audit_head()).count == 1);
}
