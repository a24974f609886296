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

TEST_CASE(
    "records go out and a roster comes in by a folder that is carried by hand, with stock tools at the other end") {
    const support::TempFolder folder;
    const path agency = folder.path() / "agency";
    const path state = folder.path() / "state";
    const path stick = folder.path() / "stick";
    std::filesystem::create_directory(stick);
    run_well({program("kiosk-agency"), "keygen", "--out", agency});
    make_kiosk(state, agency / "public");
    const std::vector<std::string> export_all{program("kioskctl"), "--state", state, "export", stick};
    run_well(export_all);
    const auto out = sealed_files(stick / "kiosks/flow-lobby/up");
    REQUIRE_FALSE(out.empty());
    for (const path& file : out) {
        run_well({"minisign", "-V", "-m", file, "-p", state / "kiosk.minisign.pub"});
        CHECK(support::run({"age", "-d", "-i", agency / "secret/escrow.age", file}).exit_code == 0);
    }

    const path down = stick / "kiosks/flow-lobby/down";
    std::filesystem::create_directories(down);
    const path sealed = down / "roster-17.age";
    run_well({"age", "-R", state / "kiosk.age.pub", "-o", sealed}, kiosk::demo_roster_csv(now, "flow-office"));
    run_well({"minisign", "-S", "-W", "-H", "-s", agency / "secret/publisher.minisign.key", "-m", sealed, "-x",
              down / "roster.minisig", "-t", "family-kiosk-roster v=1 kiosk=flow-lobby version=17 file=roster-17.age"});
    const std::vector<std::string> import_all{program("kioskctl"), "--state", state, "import-bundles", stick};
    const auto first = support::run(import_all);
    CHECK_MESSAGE(first.exit_code == 0, first.err);
    CHECK(first.out.starts_with("roster 17: "));
    CHECK(first.out.ends_with(" rows imported, 0 left out\n"));
    const auto again = support::run(import_all);
    CHECK(again.exit_code == 2);
    CHECK(again.err == "roster 17: refused, not_newer\n");
}

TEST_SUITE_END();
