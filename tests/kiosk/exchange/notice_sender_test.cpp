#include "kiosk/exchange/clock_offset.hpp"
#include "kiosk/exchange/notice_box.hpp"
#include "kiosk/exchange/notice_sender.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;
using kiosk::NoticeEvent;
using namespace std::chrono_literals;

// A kiosk that tells, and a courier whose network is a list.
struct SenderWorld {
    TempFolder folder;
    base::DiskFiles disk;
    base::FakeClock clock{morning};
    base::SeededRandom random{3};
    base::EventLog log{clock, stderr};
    kiosk::NoticeBox box{disk, folder.path() / "outbox", {"willow-lobby", "willow-street"}, clock, random,
                         log,  kiosk::NoticeBox::Use::on};
    std::vector<std::string> sent; // "webhook Robin 12"
    std::set<kiosk::NotifyKind> broken;
    int tries = 0;
    std::optional<base::UtcTime> server_time;

    [[nodiscard]] kiosk::NoticeSender sender(base::Files& files) {
        std::vector<kiosk::NotifyTarget> targets{value_of(kiosk::parse_notify_target("https://hook.example/1")),
                                                 value_of(kiosk::parse_notify_target("ntfy+https://ntfy.example/1"))};
        return {files,
                clock,
                random,
                folder.path(),
                std::move(targets),
                [this](const kiosk::NotifyTarget& target, const kiosk::Notice& notice, std::string_view,
                       std::string_view) -> base::Result<std::optional<base::UtcTime>> {
                    ++tries;
                    if (broken.contains(target.kind)) return base::retry_later("the server answered 500");
                    sent.push_back((target.kind == kiosk::NotifyKind::ntfy ? "ntfy " : "webhook ") +
                                   kiosk::ticket_text(*notice.ticket));
                    return server_time;
                }};
    }
    [[nodiscard]] kiosk::NoticeSender sender() { return sender(disk); }
    void tell(int number) {
        clock.advance(std::chrono::seconds(1));
        box.tell(NoticeEvent::arrived, storage::Ticket{storage::TicketMark::robin, number});
    }
    [[nodiscard]] std::vector<std::string> taken() { return std::exchange(sent, {}); }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("each notice reaches each target once, also over a restart of the courier") {
    SenderWorld world;
    auto sender = world.sender();
    CHECK(sender.run().sent == 0);
    world.tell(1);
    world.tell(2);
    CHECK(sender.run().sent == 4);
    CHECK(world.taken() == Lines{"webhook Robin 1", "webhook Robin 2", "ntfy Robin 1", "ntfy Robin 2"});
    CHECK(sender.run().sent == 0);
    auto after_restart = world.sender();
    CHECK(after_restart.run().sent == 0);
    world.tell(3);
    CHECK(after_restart.run().sent == 2);
    CHECK(world.taken() == Lines{"webhook Robin 3", "ntfy Robin 3"});
}

TEST_CASE("a target that fails rests longer each time and holds up no other, and gets what it missed") {
    SenderWorld world;
    world.broken = {kiosk::NotifyKind::webhook};
    auto sender = world.sender();
    world.tell(1);
    const auto round = sender.run();
    CHECK(round.sent == 1);
    REQUIRE(round.troubles.size() == 1);
    CHECK(round.troubles[0] == "notify 1: the server answered 500");
    CHECK(world.taken() == Lines{"ntfy Robin 1"});
    // Ten minutes of a server that is away: some tries, not three hundred.
    world.tries = 0;
    for (int i = 0; i < 300; ++i) {
        world.clock.advance(std::chrono::seconds(2));
        (void)sender.run();
    }
    CHECK(world.tries > 5);
    CHECK(world.tries < 30);
    world.broken.clear();
    world.clock.advance(kiosk::notice_wait_most);
    CHECK(sender.run().sent == 1);
    CHECK(world.taken() == Lines{"webhook Robin 1"});
}

TEST_CASE("a notice that is older than 15 minutes is not sent, nor one from a clock that was wrong") {
    SenderWorld world;
    world.tell(1);
    world.clock.advance(std::chrono::minutes(15));
    world.tell(2); // a second later
    CHECK(world.sender().run().sent == 2);
    CHECK(world.taken() == Lines{"webhook Robin 2", "ntfy Robin 2"});
    world.clock.set_wall(morning - std::chrono::hours(1));
    CHECK(world.sender().run().sent == 0);
}

TEST_CASE("what is no notice is told once and never sent") {
    SenderWorld world;
    world.tell(1);
    const auto notices = world.folder.path() / "outbox/notices";
    write_file(notices / "20261013T140000000Z-00000000.json", R"({"format":"family-kiosk-notice/1","name":"Alma"})");
    write_file(notices / "20261013T140000000Z-00000001.json", std::string(2000, ' '));
    std::filesystem::create_symlink("/etc/passwd", notices / "20261013T140000000Z-00000002.json");
    write_file(notices / "other.txt", "Alma");
    auto sender = world.sender();
    const auto round = sender.run();
    CHECK(round.sent == 2);
    CHECK(round.troubles.size() == 2); // one for each target
    for (const auto& trouble : round.troubles) CHECK(trouble.find("Alma") == std::string::npos);
    CHECK(sender.run().troubles.empty());
}

TEST_CASE("if the courier cannot keep its journal, it still rings each bell once while it runs") {
    SenderWorld world;
    StoppingFiles files(1);
    auto sender = world.sender(files);
    world.tell(1);
    const auto round = sender.run();
    CHECK(round.sent == 2);
    CHECK_FALSE(round.troubles.empty());
    CHECK(sender.run().sent == 0);
}

TEST_CASE("the courier changes nothing in the outbox, and forgets what the kiosk has taken away") {
    SenderWorld world;
    world.tell(1);
    auto sender = world.sender();
    CHECK(sender.run().sent == 2);
    CHECK(value_of(world.disk.list(world.folder.path() / "outbox/notices")).size() == 1);
    const auto journal = world.folder.path() / "courier/notices.json";
    CHECK(read_file(journal).find("20261013T") != std::string::npos);
    CHECK(read_file(journal).find("hook.example") == std::string::npos); // an address may be a secret
    world.clock.advance(std::chrono::hours(1));
    world.tell(2); // the kiosk clears the first
    CHECK(sender.run().sent == 2);
    const std::string kept = read_file(journal);
    CHECK(kept.find("T140001") == std::string::npos);
    CHECK(kept.find("T150002") != std::string::npos);
}

TEST_CASE("what time it is by the server is noted for the kiosk, and again only when it tells something new") {
    SenderWorld world;
    const auto noted = [&] { return kiosk::find_clock_offset(world.disk, world.folder.path() / "courier"); };
    auto sender = world.sender();
    world.tell(1);
    (void)sender.run();
    CHECK_FALSE(noted().has_value()); // a server that says nothing
    world.tell(2);
    world.server_time = world.clock.now() + 300s;
    (void)sender.run();
    const auto first = noted();
    REQUIRE(first.has_value());
    CHECK(first->behind == 300s);
    CHECK(first->at == world.clock.now());
    world.tell(3);
    world.server_time = world.clock.now() + 301s; // servers tell whole seconds
    (void)sender.run();
    CHECK(noted() == first);
    world.clock.advance(1h);
    world.tell(4);
    world.server_time = world.clock.now() + 301s;
    (void)sender.run();
    CHECK(noted()->at == world.clock.now());
    world.tell(5);
    world.server_time = world.clock.now() - 40s; // ours was set, too far
    (void)sender.run();
    CHECK(noted()->behind == -40s);
}

TEST_CASE("a note of the clock that is cut anywhere counts as none") {
    TempFolder folder;
    base::DiskFiles disk;
    REQUIRE_FALSE(kiosk::note_clock_offset(disk, folder.path(), {-7s, morning}).is_error());
    const auto file = folder.path() / "clock.json";
    const auto whole = read_file(file);
    REQUIRE(kiosk::find_clock_offset(disk, folder.path()).has_value());
    for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
        write_file(file, std::string_view(whole).substr(0, size));
        CHECK_FALSE(kiosk::find_clock_offset(disk, folder.path()).has_value());
    }
}
