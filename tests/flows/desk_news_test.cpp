// What lies in the outbox for the staff's phones after a written visit in which nobody at the desk looks.
#include "tests/support/flow_kiosk.hpp"
#include "tests/support/temp_folder.hpp"

#include "kiosk/exchange/notice.hpp"

using namespace flows;

namespace {

std::vector<kiosk::Notice> notices_in(const path& outbox) {
    std::vector<path> files;
    for (const auto& file : std::filesystem::directory_iterator(outbox / "notices")) files.push_back(file.path());
    std::ranges::sort(files);
    std::vector<kiosk::Notice> notices;
    for (const auto& file : files) {
        auto notice = kiosk::parse_notice(support::read_file(file));
        REQUIRE_FALSE(notice.is_error());
        notices.push_back(notice.release_value());
    }
    return notices;
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("an arrival that nobody acknowledges, and a person who is asked for, lie in the outbox as notices") {
    const support::TempFolder folder;
    const path state = folder.path() / "state";
    make_kiosk(state);
    std::string settings = support::read_file(state / "kiosk.toml");
    const std::string off = "notices = false";
    REQUIRE(settings.find(off) != std::string::npos);
    settings.replace(settings.find(off), off.size(), "notices = true");
    support::write_file(state / "kiosk.toml", settings);
    run_tour(path(std::getenv("KIOSK_SOURCE")) / "tests/flows/nobody_comes.tour", state, folder.path() / "shots");

    using kiosk::NoticeEvent;
    const auto notices = notices_in(state / "outbox");
    REQUIRE(notices.size() == 3);
    CHECK(notices[0].event == NoticeEvent::arrived);
    CHECK(notices[1].event == NoticeEvent::not_acknowledged);
    CHECK(notices[1].ticket == notices[0].ticket);
    CHECK(notices[1].at - notices[0].at >= std::chrono::minutes(10));
    CHECK(notices[1].at - notices[0].at < std::chrono::minutes(10) + std::chrono::seconds(5));
    CHECK(notices[2].event == NoticeEvent::help_requested);
}

TEST_SUITE_END();
