// Every written visit of this folder runs against the real programs, twice: it must go through, and its pictures must
// be the same to the byte.
#include "tests/support/flow_kiosk.hpp"
#include "tests/support/temp_folder.hpp"

using namespace flows;

TEST_SUITE_BEGIN("full");

TEST_CASE("every written visit goes through, with the same pictures on every run") {
    int flow_count = 0;
    for (const auto& file : std::filesystem::directory_iterator(path(std::getenv("KIOSK_SOURCE")) / "tests/flows")) {
        if (file.path().extension() != ".tour") continue;
        ++flow_count;
        const support::TempFolder folder;
        for (const char* run : {"first", "second"}) {
            make_kiosk(folder.path() / run / "state");
            run_tour(file.path(), folder.path() / run / "state", folder.path() / run / "shots");
        }
        std::error_code none;
        for (const auto& shot : std::filesystem::directory_iterator(folder.path() / "first/shots", none)) {
            const auto name = shot.path().filename();
            const bool is_same =
                support::read_file(shot.path()) == support::read_file(folder.path() / "second/shots" / name);
            CHECK_MESSAGE(is_same, file.path().filename().string(), " ", name.string());
        }
    }
    CHECK(flow_count >= 7);
}

TEST_SUITE_END();
