// `kioskctl status` as operators and their programs meet it: read by jq and by a JSON Schema validator, with a kiosk
// that is well and with ones that are not.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "crypto/start.hpp"
#include "kiosk/state/open_store.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

struct World {
    support::TempFolder temp;
    StateFolder folder{temp.path() / "state"};

    World() { REQUIRE(kioskctl({"init", "--kiosk", "k1", "--site", "willow", "--demo"}).exit_code == 0); }
    [[nodiscard]] support::RunResult kioskctl(std::vector<std::string> words) const {
        const char* programs = std::getenv("KIOSK_BIN");
        std::vector<std::string> command{std::string(programs == nullptr ? "build/release/bin" : programs) +
                                             "/kioskctl",
                                         "--state", folder.root.string()};
        command.insert(command.end(), words.begin(), words.end());
        return support::run(command);
    }
    // What jq finds in the status, which fits its schema and always ends well.
    [[nodiscard]] std::string find(const std::string& query) const {
        const auto status = kioskctl({"status", "--json"});
        CAPTURE(status.err);
        REQUIRE(status.exit_code == 0);
        const auto file = temp.path() / "status.json";
        support::write_file(file, status.out);
        const auto schema = support::source_folder() / "docs/schemas/status.schema.json";
        const auto valid =
            support::run({"/usr/bin/python3", "-c",
                          "import json, sys, jsonschema\n"
                          "jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
                          file.string(), schema.string()});
        CAPTURE(valid.err);
        REQUIRE(valid.exit_code == 0);
        const auto found = support::run({"jq", "-c", query, file.string()});
        REQUIRE(found.exit_code == 0);
        return found.out.substr(0, found.out.size() - 1);
    }
};

} // namespace

TEST_CASE("status is one object that its schema describes, and jq finds what is to be looked at") {
    const World world;
    CHECK(world.find(".form") == "\"family-kiosk-status/1\"");
    CHECK(world.find("[.kiosk, .running, .condition, .look_at]") == R"(["k1",false,"good",[]])");
    CHECK(world.find("[.roster.rows, .waiting.count, .audit.checked]") == "[10,0,null]");
    CHECK(world.find(".roster.days_ahead >= 0") == "true");
    REQUIRE(world.kioskctl({"audit", "verify"}).exit_code == 0);
    CHECK(world.find("[.audit.condition, .audit.checked_count == .audit.count]") == R"(["good",true])");
    CHECK(world.kioskctl({"status"}).out.find("\n! ") == std::string::npos);
}

TEST_CASE("status of a kiosk whose records are damaged says so, and says the rest") {
    const World world;
    std::ofstream(world.folder.database(), std::ios::binary | std::ios::trunc) << std::string(8192, 'x');
    CHECK(world.find("[.records.condition, .condition, .look_at[0]]") == R"(["look","look","records"])");
    CHECK(world.find(".space.free_bytes > 0") == "true");
    CHECK(world.kioskctl({"status"}).out.find("! records cannot be opened: ") != std::string::npos);
}

TEST_CASE("status of a kiosk without its keys still says what it can") {
    const World world;
    std::filesystem::remove(world.folder.vault_key());
    CHECK(world.find("[.records.condition, .running, .clock.state]") == R"(["look",false,"right"])");
}

TEST_CASE("status of a kiosk that holds its records and does not answer says that it runs") {
    const World world;
    REQUIRE(!crypto::start().is_error());
    base::DiskFiles files;
    const base::SystemClock clock;
    base::SystemRandom random;
    const auto keys = load_keys(files, world.folder).release_value();
    const auto store = open_store(world.folder, keys.vault, clock, random).release_value();
    CHECK(world.find("[.running, .records.condition]") == R"([true,"look"])");
    CHECK(world.kioskctl({"status"}).out.find("running, but does not answer now") != std::string::npos);
}
