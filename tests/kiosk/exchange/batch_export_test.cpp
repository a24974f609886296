#include "kiosk/exchange/batch_export.hpp"

#include "kiosk/exchange/courier.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;
using kiosk::CarriedBatch;
using kiosk::CopyOutcome;

struct ExportWorld : ExchangeWorld {
    base::Path stick = path("stick");
    std::vector<CarriedBatch> batches;

    explicit ExportWorld(int count = 3) {
        std::filesystem::create_directory(stick);
        auto sealing = sealer(disk);
        must(sealing.recover());
        for (int i = 0; i < count; ++i) {
            add_check_in(i + 1);
            REQUIRE(value_of(sealing.seal()) == 1);
        }
        batches = value_of(kiosk::batches_to_carry(*store, disk, outbox(), "willow-lobby"));
    }
    CopyOutcome copy(std::size_t which, base::Files& files) {
        return kiosk::copy_batch(files, outbox(), stick, batches.at(which));
    }
    CopyOutcome copy(std::size_t which) { return copy(which, disk); }
    [[nodiscard]] std::vector<base::Path> on_stick() const {
        std::vector<base::Path> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(stick)) {
            if (entry.is_regular_file()) found.push_back(entry.path().lexically_relative(stick));
        }
        std::ranges::sort(found);
        return found;
    }
};

TEST_CASE("every batch of the outbox is copied as the courier would, byte for byte, and the outbox stays as it is") {
    ExportWorld world;
    REQUIRE(world.batches.size() == 3);
    const auto before = world.outbox_files();
    for (std::size_t i = 0; i < 3; ++i) CHECK(world.copy(i) == CopyOutcome::copied);
    CHECK(world.on_stick() == before);
    CHECK(world.outbox_files() == before);
    for (const auto& name : before) CHECK(read_file(world.stick / name) == read_file(world.outbox() / name));
    // One collector reads both: the courier finds everything there already.
    kiosk::Courier courier(world.disk, world.clock, world.state(), "file://" + world.stick.string());
    const auto round = value_of(courier.run());
    CHECK(round.delivered == 0);
    CHECK(round.already == 3);
    CHECK(round.troubles.empty());
    CHECK(value_of(world.store->published_count()) == 3);
}

TEST_CASE("a batch that stands there already is left as it is, and another one under its name too") {
    ExportWorld world;
    CHECK(world.copy(0) == CopyOutcome::copied);
    CHECK(world.copy(0) == CopyOutcome::already);
    const auto name = world.stick / world.batches[1].name;
    CHECK(world.copy(1) == CopyOutcome::copied);
    write_file(name, "another");
    CHECK(world.copy(1) == CopyOutcome::other_content);
    CHECK(read_file(name) == "another");
    // Where only the signature is missing, it is put there.
    std::filesystem::remove(world.stick / kiosk::signature_name(world.batches[0].name.string()));
    CHECK(world.copy(0) == CopyOutcome::copied);
    CHECK(world.copy(0) == CopyOutcome::already);
}

TEST_CASE(
    "whichever change of a copy is the last, no signature is there without its whole file, and a retry mends it") {
    for (const auto last : {StoppingFiles::Last::not_done, StoppingFiles::Last::done}) {
        bool is_finished = false;
        for (int stop = 1; !is_finished; ++stop) {
            CAPTURE(stop);
            ExportWorld world(1);
            StoppingFiles files(stop, last);
            is_finished = world.copy(0, files) == CopyOutcome::copied && files.changes() < stop;
            const auto name = world.batches[0].name;
            const auto sealed = world.stick / name;
            if (std::filesystem::exists(world.stick / kiosk::signature_name(name.string()))) {
                CHECK(read_file(sealed) == read_file(world.outbox() / name));
            }
            CHECK(world.copy(0) != CopyOutcome::stick_refuses);
            CHECK(world.copy(0) == CopyOutcome::already);
            CHECK(world.on_stick() == world.outbox_files());
        }
    }
}

TEST_CASE("a full stick is told, and nothing of the batch stays on it") {
    // Says that it is full at the nth write, as a disk does.
    class FullFiles final : public PassingFiles {
    public:
        explicit FullFiles(int at) : left_(at) {}
        base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
            if (--left_ > 0) return PassingFiles::write_new(path, bytes, access);
            (void)PassingFiles::write_new(path, bytes.first(bytes.size() / 2), access);
            return base::retry_later("no space left");
        }

    private:
        int left_;
    };
    for (int at = 1; at <= 2; ++at) {
        CAPTURE(at);
        ExportWorld world;
        FullFiles files(at);
        CHECK(world.copy(0, files) == CopyOutcome::stick_full);
        CHECK(world.on_stick().empty());
        CHECK(world.copy(0) == CopyOutcome::copied);
    }
}

TEST_CASE("where a stick was pulled out it is told, and no folder is made in its place") {
    // Gone at the nth change.
    class GoneFiles final : public PassingFiles {
    public:
        GoneFiles(base::Path stick, int at) : stick_(std::move(stick)), left_(at) {}
        base::Result<void> write_new(const base::Path& path, base::ByteView bytes, base::FileAccess access) override {
            if (--left_ == 0) std::filesystem::remove_all(stick_);
            return PassingFiles::write_new(path, bytes, access);
        }

    private:
        base::Path stick_;
        int left_;
    };
    for (int at = 1; at <= 2; ++at) {
        CAPTURE(at);
        ExportWorld world;
        GoneFiles files(world.stick, at);
        CHECK(world.copy(0, files) == CopyOutcome::stick_gone);
        CHECK(world.copy(1) == CopyOutcome::stick_gone);
        CHECK_FALSE(std::filesystem::exists(world.stick));
    }
}

TEST_CASE("a link on the stick leads nowhere") {
    ExportWorld world;
    const auto elsewhere = world.path("elsewhere");
    std::filesystem::create_directory(elsewhere);
    std::filesystem::create_directory_symlink(elsewhere, world.stick / "kiosks");
    CHECK(world.copy(0) == CopyOutcome::stick_refuses);
    CHECK(std::filesystem::is_empty(elsewhere));
}

TEST_CASE("a file that is damaged here is told and not carried, and what left the outbox is not looked for") {
    ExportWorld world;
    write_file(world.outbox() / world.batches[0].name, "damaged");
    CHECK(world.copy(0) == CopyOutcome::damaged_here);
    CHECK(world.on_stick().empty());
    CHECK(world.copy(1) == CopyOutcome::copied);
    std::filesystem::remove(world.outbox() / world.batches[2].name);
    CHECK(value_of(kiosk::batches_to_carry(*world.store, world.disk, world.outbox(), "willow-lobby")).size() == 2);
}

} // namespace
