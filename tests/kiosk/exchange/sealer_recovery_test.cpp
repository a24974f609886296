// A power cut at each step of sealing, and each way in which a file can be gone afterwards.
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;

// The changes that sealing one batch makes, in order.
enum Step {
    make_folder = 1,
    write_sealed,
    write_signature,
    sync_parts,
    name_sealed,
    sync_sealed,
    name_signature,
    sync_signature
};

void check_that_nothing_is_left_over(const ExchangeWorld& world) {
    for (const auto& name : world.outbox_files()) {
        CHECK_FALSE(name.filename().string().starts_with(kiosk::unfinished_prefix));
        if (name.extension() == ".age") CHECK(std::filesystem::exists(world.outbox() / (name.string() + ".minisig")));
        if (name.extension() == ".minisig")
            CHECK(std::filesystem::exists(world.outbox() / base::Path(name).replace_extension()));
    }
}

// The courier takes a signature as the sign that its file is there.
void check_that_no_signature_is_alone(const ExchangeWorld& world) {
    for (const auto& name : world.outbox_files()) {
        const bool is_part = name.filename().string().starts_with(kiosk::unfinished_prefix);
        if (is_part || name.extension() != ".minisig") continue;
        CHECK(std::filesystem::exists(world.outbox() / base::Path(name).replace_extension()));
    }
}

void check_that_the_chain_holds(const std::vector<SentBatch>& batches) {
    std::string prev(64, '0');
    for (const auto& batch : batches) {
        CHECK(batch.header.prev == prev);
        prev = batch.sha256;
    }
}

// Stops before `step`, then gives the world back as after a restart.
void stop_before(ExchangeWorld& world, Step step) {
    must(world.sealer(world.disk).recover());
    StoppingFiles files(step);
    CHECK(world.sealer(files).seal().is_error());
    world.open_store();
}

base::Path find_file(const ExchangeWorld& world, const std::string& ending, bool is_part) {
    for (const auto& name : world.outbox_files()) {
        const bool fits = name.string().ends_with(ending) &&
                          name.filename().string().starts_with(kiosk::unfinished_prefix) == is_part;
        if (fits) return world.outbox() / name;
    }
    FAIL("no such file in the outbox");
    return {};
}

// The first batch is declared lost; what it held is sent once, under the next number.
void check_that_the_first_is_void(ExchangeWorld& world, const base::Uuid& id) {
    auto sealer = world.sealer(world.disk);
    must(sealer.recover());
    check_that_nothing_is_left_over(world);
    CHECK(world.sent().empty());
    CHECK(value_of(world.store->pending()).size() == 1);
    CHECK(value_of(sealer.seal(kiosk::AuditAlone::travels)) == 2);
    const auto batches = world.sent();
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].header.seq == 2);
    CHECK(count_of(batches, id.text()) == 1);
    CHECK(count_of(batches, R"("event":"batch_lost","fields":{"seq":1})") == 1);
    check_that_the_chain_holds(batches);
}

TEST_CASE("whichever change of sealing is the last before a power cut, each record is sent exactly once" *
          doctest::test_suite("full")) {
    for (const auto last : {StoppingFiles::Last::not_done, StoppingFiles::Last::done}) {
        bool is_finished = false;
        for (int stop = 1; !is_finished; ++stop) {
            CAPTURE(stop);
            ExchangeWorld world;
            must(world.sealer(world.disk).recover());
            must(world.store->append_audit("kiosk_started"));
            const base::Uuid arrived = world.add_check_in(1);
            const base::Uuid withdrawal = world.add_withdrawal(base::Uuid::v7(world.clock.now(), world.random));
            StoppingFiles files(stop, last);
            is_finished = !world.sealer(files).seal().is_error();
            CHECK(is_finished == (stop > 2 * sync_signature));
            check_that_no_signature_is_alone(world);
            world.open_store();

            auto sealer = world.sealer(world.disk);
            must(sealer.recover());
            check_that_nothing_is_left_over(world);
            CHECK(value_of(world.store->unfinished_batches()).empty());
            CHECK_FALSE(sealer.seal(kiosk::AuditAlone::travels).is_error());
            const auto batches = world.sent();
            CHECK(batches.size() == 2);
            CHECK(count_of(batches, R"("id":")" + arrived.text()) == 1);
            CHECK(count_of(batches, R"("id":")" + withdrawal.text()) == 1);
            CHECK(count_of(batches, R"("event":"kiosk_started")") == 1);
            CHECK(count_of(batches, R"("event":"batch_lost")") == 0);
            check_that_the_chain_holds(batches);
            CHECK(value_of(world.store->pending()).empty());
        }
    }
}

TEST_CASE("files are on the disk before the ledger names them, and the ledger before they get their names") {
    class Watched final : public PassingFiles {
    public:
        explicit Watched(storage::Store& store) : store_(store) {}
        std::vector<std::string> steps;
        base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
            note("write " + path.extension().string());
            return PassingFiles::write_new(path, bytes, access);
        }
        base::Result<void> rename(const base::Path& from, const base::Path& to) override {
            note("name " + to.extension().string());
            return PassingFiles::rename(from, to);
        }
        base::Result<void> sync_folder(const base::Path& folder) override {
            note("sync");
            return PassingFiles::sync_folder(folder);
        }

    private:
        void note(const std::string& step) {
            steps.push_back(step + (value_of(store_.unfinished_batches()).empty() ? "" : ", recorded"));
        }
        storage::Store& store_;
    };
    ExchangeWorld world;
    must(world.sealer(world.disk).recover());
    world.add_check_in(1);
    Watched files(*world.store);
    CHECK(value_of(world.sealer(files).seal()) == 1);
    CHECK(files.steps == std::vector<std::string>{"write .age", "write .minisig", "sync", "name .age, recorded",
                                                  "sync, recorded", "name .minisig, recorded", "sync, recorded"});
    CHECK(value_of(world.store->unfinished_batches()).empty());
}

TEST_CASE("the power may fail again at each change of recovering") {
    for (const Step first : {name_sealed, name_signature}) {
        bool is_finished = false;
        for (int stop = 1; !is_finished; ++stop) {
            CAPTURE(stop);
            ExchangeWorld world;
            const base::Uuid id = world.add_check_in(1);
            stop_before(world, first);
            StoppingFiles files(stop);
            is_finished = !world.sealer(files).recover().is_error();
            world.open_store();
            must(world.sealer(world.disk).recover());
            check_that_nothing_is_left_over(world);
            const auto batches = world.sent();
            CHECK(batches.size() == 1);
            CHECK(count_of(batches, id.text()) == 1);
        }
    }
}

TEST_CASE("a full disk makes no second batch: the next call finishes the one that waits for its name") {
    ExchangeWorld world;
    world.add_check_in(1);
    must(world.sealer(world.disk).recover());
    StoppingFiles files(name_signature);
    CHECK(world.sealer(files).seal().is_error());
    CHECK(value_of(world.sealer(world.disk).seal()) == 0);
    CHECK(world.sent().size() == 1);
}

TEST_CASE("a sealed file that is gone leaves a void number, and its records go into a new batch") {
    ExchangeWorld world;
    const base::Uuid id = world.add_check_in(1);
    stop_before(world, name_sealed);
    std::filesystem::remove(find_file(world, ".age", true));
    check_that_the_first_is_void(world, id);
}

TEST_CASE("a sealed file that is not what the ledger says is as good as gone") {
    ExchangeWorld world;
    const base::Uuid id = world.add_check_in(1);
    stop_before(world, name_sealed);
    const base::Path file = find_file(world, ".age", true);
    std::string content = read_file(file);
    content[content.size() / 2] = static_cast<char>(content[content.size() / 2] ^ 1);
    write_file(file, content);
    // Even one that the kiosk signed: the ledger alone says which file belongs to the number.
    base::MemorySource source(base::bytes_of(content));
    write_file(find_file(world, ".minisig", true), value_of(world.signing->sign(source, "another file")));
    check_that_the_first_is_void(world, id);
}

TEST_CASE("without its signature a named file leaves its name free again") {
    ExchangeWorld world;
    const base::Uuid id = world.add_check_in(1);
    stop_before(world, name_signature);
    (void)find_file(world, ".age", false);
    std::filesystem::remove(find_file(world, ".minisig", true));
    check_that_the_first_is_void(world, id);
}

TEST_CASE("a signature cut short is no signature") {
    ExchangeWorld world;
    const base::Uuid id = world.add_check_in(1);
    stop_before(world, name_sealed);
    const base::Path file = find_file(world, ".minisig", true);
    write_file(file, read_file(file).substr(0, 100));
    check_that_the_first_is_void(world, id);
}

TEST_CASE("a void number may be declared again if power fails while it is declared") {
    bool is_finished = false;
    for (int stop = 1; !is_finished; ++stop) {
        ExchangeWorld world;
        const base::Uuid id = world.add_check_in(1);
        stop_before(world, name_signature);
        std::filesystem::remove(find_file(world, ".minisig", true));
        StoppingFiles files(stop);
        is_finished = !world.sealer(files).recover().is_error();
        world.open_store();
        check_that_the_first_is_void(world, id);
    }
}

TEST_CASE("a file that cannot be read just now is not lost") {
    class Unreadable final : public PassingFiles {
    public:
        base::Result<base::Bytes> read(const base::Path&, std::size_t) override {
            return base::retry_later("no reading today");
        }
    };
    ExchangeWorld world;
    world.add_check_in(1);
    stop_before(world, name_sealed);
    Unreadable files;
    CHECK(world.sealer(files).recover().is_error());
    CHECK(value_of(world.store->unfinished_batches()).size() == 1);
    must(world.sealer(world.disk).recover());
    CHECK(world.sent().size() == 1);
}

TEST_CASE("files under temporary names that no batch names are removed at start") {
    ExchangeWorld world;
    world.add_check_in(1);
    stop_before(world, sync_parts);
    const base::Path folder = world.outbox() / "kiosks/willow-lobby/up/00000000/0000000";
    std::filesystem::create_directories(folder);
    write_file(folder / ".part-0000000001-0123456789abcdef.ndjson.zst.age", "half");
    must(world.sealer(world.disk).recover());
    CHECK(world.outbox_files().empty());
}

} // namespace
