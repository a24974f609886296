// Every written visit of this folder runs against the real programs, once with sanitizers and once as they are shipped:
// it must go through, and its pictures must be the same to the byte.
#include "tests/support/flow_kiosk.hpp"
#include "tests/support/temp_folder.hpp"

using namespace flows;

namespace {

std::vector<path> written_visits() {
    std::vector<path> visits;
    for (const auto& file : std::filesystem::directory_iterator(path(std::getenv("KIOSK_SOURCE")) / "tests/flows")) {
        if (file.path().extension() == ".tour") visits.push_back(file.path());
    }
    std::sort(visits.begin(), visits.end());
    return visits;
}

std::vector<std::string> options_of(const path& visit) {
    // Only with headphones are the numbers themselves said back.
    if (visit.stem() == "ways_speech") return {"--headphones"};
    return {};
}

// What a visit finds when it begins.
void lay_out(const path& visit, const path& state) {
    if (visit.stem() == "staff_stick") std::filesystem::create_directory(state / "demo-stick");
}

// Whoever listens has twice the time, and walks by keys between the steps.
bool has_keys_or_waits(const path& visit) {
    const std::string script = "\n" + support::read_file(visit);
    return script.find("\nkey ") != std::string::npos || script.find("\nwait ") != std::string::npos;
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("every written visit goes through, with the same pictures from the checked programs and the shipped ones") {
    const auto visits = written_visits();
    for (const auto& visit : visits) {
        const support::TempFolder folder;
        for (const auto& [name, build] : {std::pair("checked", Build::checked), std::pair("shipped", Build::shipped)}) {
            const auto run = folder.path() / name;
            make_kiosk(run / "state", {}, build);
            lay_out(visit, run / "state");
            run_tour(visit, run / "state", run / "shots", options_of(visit), build);
        }
        std::error_code none;
        for (const auto& shot : std::filesystem::directory_iterator(folder.path() / "checked/shots", none)) {
            const auto name = shot.path().filename();
            if (name.string().starts_with("live-")) continue; // shows what no two runs share: a disk, a clock, a code
            const bool is_same =
                support::read_file(shot.path()) == support::read_file(folder.path() / "shipped/shots" / name);
            CHECK_MESSAGE(is_same, visit.filename().string(), " ", name.string());
        }
    }
    CHECK(visits.size() >= 11);
}

TEST_CASE("whoever walks every page of a written visit by keys hears all that can be seen of it") {
    int walked = 0;
    for (const auto& visit : written_visits()) {
        if (has_keys_or_waits(visit)) continue;
        ++walked;
        const support::TempFolder folder;
        make_kiosk(folder.path() / "state");
        lay_out(visit, folder.path() / "state");
        run_tour(visit, folder.path() / "state", folder.path() / "shots", {"--listen", "--headphones"});
    }
    CHECK(walked >= 5);
}

TEST_SUITE_END();
