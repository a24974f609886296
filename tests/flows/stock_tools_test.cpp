// The whole path: what a person did on the glass is what the agency reads, with tools that we did not write.
#include "tests/support/flow_kiosk.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>

using namespace flows;

namespace {

std::vector<path> sealed_files(const path& folder) {
    std::vector<path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".age") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_SUITE_BEGIN("full");

TEST_CASE("the check-in made on the screen is what minisign, age, zstd and jq read from the batch") {
    const support::TempFolder folder;
    const path agency = folder.path() / "agency";
    const path state = folder.path() / "state";
    const path exchange = folder.path() / "exchange";
    run_well({program("kiosk-agency"), "keygen", "--out", agency});
    make_kiosk(state, agency / "public");
    support::write_file(folder.path() / "visit.tour", "tap \"Check in for a visit\"\n"
                                                      "type \"48271930\"\n"
                                                      "tap \"Find my visit\"\n"
                                                      "expect \"Is this your visit today?\"\n"
                                                      "tap \"One adult more\"\n"
                                                      "tap \"One child more\"\n"
                                                      "tap \"One child more\"\n"
                                                      "tap \"Space for a wheelchair\"\n"
                                                      "tap \"Yes, check me in\"\n"
                                                      "expect \"You are checked in\"\n"
                                                      "expect \"Sunny 51\"\n"); // the ticket of seed 1
    run_tour(folder.path() / "visit.tour", state, folder.path());
    run_well({program("kiosk-courier"), "--once", "--state", state, "--target", "file://" + exchange.string()});

    std::string lines;
    for (const path& file : sealed_files(exchange)) {
        run_well({"minisign", "-V", "-m", file, "-p", state / "kiosk.minisign.pub"});
        const auto opened = support::run({"age", "-d", "-i", agency / "secret/identity.age", file});
        REQUIRE_MESSAGE(opened.exit_code == 0, opened.err);
        const auto unpacked = support::run({"zstd", "-d", "-c"}, opened.out);
        REQUIRE_MESSAGE(unpacked.exit_code == 0, unpacked.err);
        lines += unpacked.out;
    }
    const auto read = support::run(
        {"jq", "-c",
         "select(.kind == \"check_in\") | [.person_id, .visit_id, .proof, .language, .data.unlisted, .data.party, "
         ".data.needs, .data.ticket]"},
        lines);
    CHECK(read.out == "[\"demo-p1\",\"demo-v1\",\"code\",\"en\",false,{\"adults\":1,\"children\":2},[\"wheelchair\"],"
                      "{\"mark\":\"sunny\",\"number\":51}]\n");
}

TEST_SUITE_END();
