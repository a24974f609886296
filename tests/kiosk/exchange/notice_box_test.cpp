#include "kiosk/exchange/notice_box.hpp"
#include "kiosk/exchange/notify_target.hpp"
#include "tests/kiosk/exchange/exchange_world.hpp"

namespace {

using namespace support;
using kiosk::NoticeBox;
using kiosk::NoticeEvent;

constexpr storage::Ticket robin_12{storage::TicketMark::robin, 12};

struct BoxWorld {
    TempFolder folder;
    base::DiskFiles disk;
    base::FakeClock clock{morning};
    base::SeededRandom random{3};
    base::EventLog log{clock, stderr};

    [[nodiscard]] NoticeBox box(base::Files& files, NoticeBox::Use use = NoticeBox::Use::on) {
        return {files, folder.path(), {"willow-lobby", "willow-street"}, clock, random, log, use};
    }
    [[nodiscard]] NoticeBox box() { return box(disk); }
    [[nodiscard]] base::Path notices() const { return folder.path() / "notices"; }
    [[nodiscard]] std::vector<std::string> names() { return value_of(disk.list(notices())); }
};

} // namespace

TEST_CASE("a notice is one line of JSON that names a ticket and nobody, readable by all") {
    BoxWorld world;
    world.box().tell(NoticeEvent::arrived, robin_12);
    REQUIRE(world.names().size() == 1);
    const auto file = world.notices() / world.names()[0];
    CHECK(read_file(file) == R"({"format":"family-kiosk-notice/1","kiosk":"willow-lobby","site":"willow-street",)"
                             R"("at":"2026-10-13T14:00:00.000Z","event":"arrived","ticket":"Robin 12"})"
                             "\n");
    using std::filesystem::perms;
    CHECK(std::filesystem::status(file).permissions() == perms(0644));
    CHECK(std::filesystem::status(world.notices()).permissions() == perms(0755));
    CHECK(kiosk::time_of_notice(world.names()[0]) == morning);
    const auto notice = value_of(kiosk::parse_notice(read_file(file)));
    CHECK(notice.ticket == robin_12);
    CHECK(notice.at == morning);
}

TEST_CASE("help may be asked for by somebody who has no ticket, but nobody arrives without one") {
    BoxWorld world;
    world.box().tell(NoticeEvent::help_requested, std::nullopt);
    std::string line = read_file(world.notices() / world.names().at(0));
    CHECK(line.find(R"("event":"help_requested","ticket":null})") != std::string::npos);
    CHECK_FALSE(kiosk::parse_notice(line).is_error());
    line.replace(line.find("help_requested"), std::string_view("help_requested").size(), "arrived");
    CHECK(kiosk::parse_notice(line).is_error());
}

TEST_CASE("a kiosk that is not to tell writes nothing, and clears what an earlier setting left") {
    BoxWorld world;
    world.box(world.disk, NoticeBox::Use::off).tell(NoticeEvent::arrived, robin_12);
    CHECK_FALSE(std::filesystem::exists(world.notices()));
    world.box().tell(NoticeEvent::arrived, robin_12);
    CHECK(world.names().size() == 1);
    const auto box = world.box(world.disk, NoticeBox::Use::off);
    CHECK(world.names().empty());
    CHECK_FALSE(box.wake_at());
}

TEST_CASE("an hour after it was written a notice is gone, without anybody touching the kiosk") {
    BoxWorld world;
    auto box = world.box();
    CHECK_FALSE(box.wake_at());
    box.tell(NoticeEvent::arrived, robin_12);
    world.clock.advance(std::chrono::minutes(20));
    box.tell(NoticeEvent::not_acknowledged, robin_12);
    CHECK(world.names().size() == 2);
    for (const std::size_t left : {1U, 0U}) {
        REQUIRE(box.wake_at());
        world.clock.advance(*box.wake_at() - world.clock.moment() - std::chrono::milliseconds(1));
        box.tidy();
        CHECK(world.names().size() == left + 1);
        world.clock.advance(std::chrono::milliseconds(1));
        box.tidy();
        CHECK(world.names().size() == left);
    }
    CHECK_FALSE(box.wake_at());
}

TEST_CASE("never more than a hundred notices lie there, and the newest are kept") {
    BoxWorld world;
    auto box = world.box();
    for (int i = 0; i < 130; ++i) {
        world.clock.advance(std::chrono::seconds(1));
        box.tell(NoticeEvent::arrived, robin_12);
    }
    const auto names = world.names();
    CHECK(names.size() == NoticeBox::most_notices);
    CHECK(kiosk::time_of_notice(names.back()) == morning + std::chrono::seconds(130));
    CHECK(kiosk::time_of_notice(names.front()) == morning + std::chrono::seconds(31));
}

TEST_CASE("what a power cut left half-written, and what a clock wrote that was wrong, is cleared") {
    BoxWorld world;
    world.box().tell(NoticeEvent::arrived, robin_12);
    const std::string name = world.names().at(0);
    write_file(world.notices() / (name + ".part"), "{");
    write_file(world.notices() / "20361013T140000000Z-00000000.json", "{}");
    (void)world.box();
    CHECK(world.names() == std::vector{name});
}

TEST_CASE("power may fail at any step of telling: the courier meets whole notices only, and the kiosk goes on") {
    for (int stop = 1; stop <= 6; ++stop) {
        CAPTURE(stop);
        for (const auto last : {StoppingFiles::Last::not_done, StoppingFiles::Last::done}) {
            BoxWorld world;
            StoppingFiles files(stop, last);
            world.box(files).tell(NoticeEvent::arrived, robin_12);
            if (!std::filesystem::exists(world.notices())) continue;
            for (const auto& name : world.names()) {
                if (!kiosk::time_of_notice(name)) continue; // no name that a courier takes
                CHECK_FALSE(kiosk::parse_notice(read_file(world.notices() / name)).is_error());
            }
            world.box().tell(NoticeEvent::arrived, robin_12);
            CHECK_FALSE(world.names().empty());
        }
    }
}

TEST_CASE("a target is a web address, a topic or a mailbox, and what is wrong is said without repeating it") {
    using kiosk::NotifyKind;
    const auto parse = [](std::string_view url) { return kiosk::parse_notify_target(url); };
    const auto hook = value_of(parse("https://hooks.example/T1/secret?x=1"));
    CHECK(hook.kind == NotifyKind::webhook);
    CHECK(hook.url == "https://hooks.example/T1/secret?x=1");
    CHECK(hook.name.size() == 64);
    const auto topic = value_of(parse("ntfy+https://ntfy.example/desk"));
    CHECK(topic.kind == NotifyKind::ntfy);
    CHECK(topic.url == "https://ntfy.example/desk");
    CHECK(value_of(parse("http://127.0.0.1:8080/x")).kind == NotifyKind::webhook);
    CHECK(value_of(parse("ntfy+http://localhost/desk")).kind == NotifyKind::ntfy);
    const auto mail =
        value_of(parse("smtp://mail.example:2525?from=k@office.example&to=a@office.example&to=b@x.example"));
    CHECK(mail.kind == NotifyKind::mail);
    CHECK(mail.url == "smtp://mail.example:2525");
    CHECK(mail.from == "k@office.example");
    CHECK(mail.to == std::vector<std::string>{"a@office.example", "b@x.example"});
    for (const char* url :
         {"", "https://", "http://hooks.example/secret", "http://127.0.0.1.evil.example/", "http://localhost@evil/x",
          "ftp://secret.example", "file:///etc/secret", "ntfy+smtp://secret.example", "https:///secret",
          "smtp://secret.example", "smtp://secret.example?from=a@b", "smtp://secret.example?to=a@b",
          "smtp://secret.example?from=a@b&to=c@d%0d%0ae",
          "smtp://secret.example?from=a@b&to=", "smtp://?from=a@b&to=c@d", "smtp://u:secret@h?from=a@b&to=c@d",
          "https://secret.example/ x", "https://secret.example/\r\nX: y"}) {
        CAPTURE(url);
        const auto wrong = parse(url);
        REQUIRE(wrong.is_error());
        CHECK(wrong.error().message.find("--notify") == 0);
        CHECK(wrong.error().message.find("secret") == std::string::npos);
    }
}
