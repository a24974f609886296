#include "kiosk/exchange/back_off.hpp"
#include "kiosk/exchange/courier.hpp"
#include "kiosk/exchange/json.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;

// A kiosk that has sealed three batches, and a target folder.
class CourierWorld : public ExchangeWorld {
public:
    CourierWorld() {
        must(sealer(disk).recover());
        for (int number = 1; number <= 3; ++number) {
            add_check_in(number);
            CHECK(value_of(sealer(disk).seal()) == 1);
        }
    }
    [[nodiscard]] base::Path target() const { return path("exchange"); }
    [[nodiscard]] kiosk::Courier courier(base::Files& files) const {
        return kiosk::Courier(files, clock, state(), "file://" + target().string());
    }
    [[nodiscard]] kiosk::CourierRound run_once() const {
        base::DiskFiles files;
        return value_of(courier(files).run());
    }
    [[nodiscard]] std::string last_failure() const {
        const std::string journal = read_file(state() / "courier/delivered.json");
        const auto json = value_of(kiosk::parse_json(journal));
        const auto* failure = json.find("last_failure");
        return failure == nullptr || failure->is_null() ? "none" : *failure->find("kind")->text();
    }
    void check_that_all_is_there() const {
        for (const auto& name : outbox_files()) {
            REQUIRE(std::filesystem::exists(target() / name));
            CHECK(read_file(target() / name) == read_file(outbox() / name));
        }
    }
    void check_that_no_signature_is_alone() const {
        if (!std::filesystem::exists(target())) return;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(target())) {
            const auto& path = entry.path();
            const bool is_signature =
                path.extension() == ".minisig" && !path.filename().string().starts_with(kiosk::unfinished_prefix);
            if (!is_signature) continue;
            CHECK(read_file(base::Path(path).replace_extension()) ==
                  read_file(outbox() / base::Path(path).replace_extension().lexically_relative(target())));
        }
    }
};

TEST_CASE("the courier brings every batch to the same place in the target, readable by all") {
    CourierWorld world;
    const auto round = world.run_once();
    CHECK(round.delivered == 3);
    CHECK(round.troubles.empty());
    world.check_that_all_is_there();
    using std::filesystem::perms;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(world.target())) {
        CHECK(entry.status().permissions() == (entry.is_directory() ? perms(0755) : perms(0644)));
    }
    CHECK(world.last_failure() == "none");
}

TEST_CASE("a second round changes nothing, with or without the courier's memory") {
    CourierWorld world;
    CHECK(world.run_once().delivered == 3);
    StoppingFiles files;
    const auto again = value_of(world.courier(files).run());
    CHECK(again.delivered == 0);
    CHECK(again.already == 3);
    CHECK(files.changes() == 0);
    write_file(world.state() / "courier/delivered.json", "not what it was");
    const auto forgotten = world.run_once();
    CHECK(forgotten.delivered == 0);
    CHECK(forgotten.already == 3);
}

TEST_CASE("what the target has lost is brought again") {
    CourierWorld world;
    CHECK(world.run_once().delivered == 3);
    std::filesystem::remove(world.target() / world.outbox_files().at(1));
    CHECK(world.run_once().delivered == 1);
    std::filesystem::remove_all(world.target());
    CHECK(world.run_once().delivered == 3);
    world.check_that_all_is_there();
}

TEST_CASE("killed at any change, the courier leaves no signature without its file, and the next run completes it") {
    const CourierWorld world;
    for (const auto last : {StoppingFiles::Last::not_done, StoppingFiles::Last::done}) {
        bool is_finished = false;
        for (int stop = 1; !is_finished; ++stop) {
            CAPTURE(stop);
            std::filesystem::remove_all(world.target());
            std::filesystem::remove_all(world.state() / "courier");
            StoppingFiles files(stop, last);
            const auto round = world.courier(files).run();
            is_finished = !round.is_error() && round.value().troubles.empty();
            world.check_that_no_signature_is_alone();
            CHECK(world.run_once().troubles.empty());
            world.check_that_all_is_there();
            for (const auto& entry : std::filesystem::recursive_directory_iterator(world.target())) {
                CHECK_FALSE(entry.path().filename().string().starts_with(kiosk::unfinished_prefix));
            }
        }
    }
}

TEST_CASE("another file under the same name is left alone and told, and the other batches go on") {
    CourierWorld world;
    const auto names = world.outbox_files();
    for (const auto& name : {names[0], names[3]}) { // an .age and a .minisig
        std::filesystem::create_directories((world.target() / name).parent_path());
        write_file(world.target() / name, "somebody else's");
    }
    const auto round = world.run_once();
    CHECK(round.delivered == 1);
    CHECK(round.troubles.size() == 2);
    CHECK(world.last_failure() == "other_content");
    CHECK(read_file(world.target() / names[0]) == "somebody else's");
    CHECK(read_file(world.target() / names[3]) == "somebody else's");
    CHECK_FALSE(std::filesystem::exists(world.target() / names[1]));
    CHECK(std::filesystem::exists(world.target() / names[5]));
}

TEST_CASE("a batch damaged in the outbox stays there, and the other batches go on") {
    CourierWorld world;
    const auto names = world.outbox_files();
    write_file(world.outbox() / names[2], "damaged");
    const auto round = world.run_once();
    CHECK(round.delivered == 2);
    CHECK(round.troubles.size() == 1);
    CHECK(world.last_failure() == "damaged_here");
    CHECK_FALSE(std::filesystem::exists(world.target() / names[2]));
}

TEST_CASE("a batch without its signature, or under a temporary name, is not the courier's yet") {
    CourierWorld world;
    const auto names = world.outbox_files();
    std::filesystem::remove(world.outbox() / names[1]);
    write_file((world.outbox() / names[0]).parent_path() / (".part-" + names[4].filename().string()), "half");
    const auto round = world.run_once();
    CHECK(round.delivered == 2);
    CHECK(round.troubles.empty());
    CHECK_FALSE(std::filesystem::exists(world.target() / names[0]));
}

TEST_CASE("a target whose folder is not there is told, not made") {
    CourierWorld world;
    kiosk::Courier courier(world.disk, world.clock, world.state(), "file://" + world.path("stick/exchange").string());
    const auto round = courier.run();
    REQUIRE(round.is_error());
    CHECK(round.error().kind == base::ErrorKind::retry_later);
    CHECK_FALSE(std::filesystem::exists(world.path("stick")));
    CHECK(world.last_failure() == "target_unreachable");
}

TEST_CASE("the courier looks at nothing of the kiosk but the outbox") {
    class Watched final : public PassingFiles {
    public:
        std::vector<base::Path> seen;
        base::Result<base::Bytes> read(const base::Path& path, std::size_t most) override {
            seen.push_back(path);
            return PassingFiles::read(path, most);
        }
        base::Result<std::vector<std::string>> list(const base::Path& folder) override {
            seen.push_back(folder);
            return PassingFiles::list(folder);
        }
    };
    CourierWorld world;
    Watched files;
    CHECK(value_of(world.courier(files).run()).delivered == 3);
    CHECK(files.seen.size() > 6);
    for (const auto& path : files.seen) {
        const std::string first = path.lexically_relative(world.state()).begin()->string();
        const bool is_outside = first == "..";
        CHECK((is_outside || first == "outbox" || first == "courier"));
    }
}

TEST_CASE("only file:/// targets are taken, with what a URL may not hold written as %XX") {
    CHECK(value_of(kiosk::folder_of_url("file:///media/stick")) == "/media/stick");
    CHECK(value_of(kiosk::folder_of_url("file:///media/My%20stick/")) == "/media/My stick");
    for (const char* wrong : {"https://example.org/x", "s3://bucket/x", "file://host/x", "/media/stick", "file:", "",
                              "file:///a%2", "file:///a%zz", "file:///a%00b"}) {
        CHECK(kiosk::folder_of_url(wrong).is_error());
    }
    const auto refused = kiosk::folder_of_url("s3://bucket/x");
    CHECK(refused.error().message.find("only file:///") != std::string::npos);
}

TEST_CASE("after failures the courier waits from 5 seconds up to ever longer, never more than an hour") {
    base::SeededRandom random(3);
    auto longest = 0ms;
    for (int failures = 1; failures < 2000; ++failures) {
        const auto wait = kiosk::back_off(failures, random);
        CHECK(wait >= 5s);
        CHECK(wait <= std::min<std::chrono::milliseconds>(1h, 5s * (1LL << std::min(failures, 20))));
        longest = std::max(longest, wait);
    }
    CHECK(longest > 55min);
}

TEST_CASE("a schedule starts at once, spreads its retries and begins again after a success") {
    base::FakeClock clock(morning);
    base::SeededRandom random(5);
    kiosk::DeliverySchedule schedule(clock, random);
    CHECK(schedule.wait_left() == 0ms);
    for (int failure = 0; failure < 12; ++failure) schedule.note_failure();
    const auto wait = schedule.wait_left();
    CHECK(wait > 0ms);
    clock.advance(wait - 1ms);
    CHECK(schedule.wait_left() == 1ms);
    clock.set_wall(morning - 24h);
    clock.advance(1ms);
    CHECK(schedule.wait_left() == 0ms);
    schedule.note_success();
    CHECK(schedule.wait_left() == 5s);
    schedule.note_failure();
    CHECK(schedule.wait_left() <= 10s);
}

} // namespace
