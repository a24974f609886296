#include "kiosk/state/settings.hpp"
#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

base::Result<Settings> read(const std::string& text) {
    const support::TempFolder folder;
    support::write_file(folder.path() / "kiosk.toml", text);
    base::DiskFiles files;
    return read_settings(files, folder.path() / "kiosk.toml");
}

const std::string least = "kiosk = \"k1\"\nsite = \"willow\"\ntime_zone = \"America/New_York\"\n";

} // namespace

TEST_CASE("settings read back equal to what was written") {
    Settings settings;
    settings.kiosk = "k-1";
    settings.site = "willow-street";
    settings.site_name = "Willow \"Street\" Zentrum für Familien";
    settings.time_zone = "America/New_York";
    settings.waiting_place = "Sunroom";
    settings.is_demo = true;
    settings.languages = {"es", "en"};
    settings.panel = {1080, 1920, 268.5F, 476};
    settings.timers.answer = 90s;
    settings.look_up_answer = 700ms;
    settings.board_display = 2;
    settings.call_display = 3;
    settings.tells_notices = true;
    settings.rings_desk_bell = false;
    settings.printer = "desk_2";
    const std::string text = settings_text(settings);
    const Settings back = read(text).value();
    CHECK(settings_text(back) == text);
    CHECK(back.panel.width_mm == 268.5F);
    CHECK(back.timers.answer == 90s);
    CHECK(back.languages == settings.languages);
    CHECK(back.board_display == 2);
    CHECK(back.call_display == 3);
    CHECK(back.tells_notices);
    CHECK_FALSE(back.rings_desk_bell);
    CHECK(back.printer == "desk_2");
    CHECK(back.site_name == settings.site_name);
}

TEST_CASE("what is not written has the defaults of the design") {
    const Settings settings = read(least).value();
    CHECK(settings.timers.cover == 60s);
    CHECK(settings.timers.warning == 120s);
    CHECK(settings.timers.answer == 45s);
    CHECK(settings.languages == std::vector<std::string>{"en", "es"});
    CHECK_FALSE(settings.is_demo);
    CHECK(settings.board_display == 0);
    CHECK(settings.call_display == 0);
    CHECK_FALSE(settings.tells_notices);
    CHECK(settings.rings_desk_bell);
    CHECK(settings.printer.empty());
}

TEST_CASE("every broken setting is told by file, key and what is allowed") {
    const std::vector<std::pair<std::string, const char*>> table{
        {"", "kiosk is missing"},
        {"kiosk = \"k1\"\nsite = \"s\"\n", "time_zone is missing"},
        {"kiosk = \"K 1\"\nsite = \"s\"\ntime_zone = \"UTC\"\n", "kiosk must be"},
        {"kiosk = 7\nsite = \"s\"\ntime_zone = \"UTC\"\n", "kiosk must be"},
        {"kiosk = \"k\"\nsite = \"s\"\ntime_zone = \"Nowhere/X\"\n", "time_zone must be"},
        {least + "demo = \"yes\"\n", "demo must be"},
        {least + "printer = \"the desk\"\n", "printer must be"},
        {least + "printer = \"a/b\"\n", "printer must be"},
        {least + "site_name = \"a\\nb\"\n", "site_name must be"},
        {least + "look_up_answer_ms = 5\n", "look_up_answer_ms must be"},
        {least + "languages = []\n", "languages must be"},
        {least + "languages = \"en\"\n", "languages must be"},
        {least + "colour = 1\n", "colour is not a setting"},
        {least + "[timers]\nanswer = 5\n", "timers.answer must be"},
        {least + "[timers]\nanswr = 50\n", "timers.answr is not a setting"},
        {least + "[panel]\nwidth_mm = 0\n", "panel.width_mm must be"},
        {least + "[panel]\nwidth_px = 1.5\n", "panel.width_px must be"},
        {least + "notices = 1\n", "notices must be true or false"},
        {least + "board = 2\n", "board.display must stand in a table"},
        {least + "[board]\n", "board.display is missing"},
        {least + "[board]\ndisplay = 1\n", "board.display must be a whole number from 2 to 8"},
        {least + "[board]\ndisplay = 2\nside = 1\n", "board.side is not a setting"},
        {least + "[call_display]\ndisplay = \"two\"\n", "call_display.display must be"},
        {least + "[board]\ndisplay = 2\n[call_display]\ndisplay = 2\n", "call_display.display must be another"},
        {least + "kiosk = \n", "line 4: not TOML"},
    };
    for (const auto& [text, reason] : table) {
        CAPTURE(std::string(reason));
        const auto settings = read(text);
        REQUIRE(settings.is_error());
        CHECK(settings.error().message.find("kiosk.toml: ") != std::string::npos);
        CHECK(settings.error().message.find(reason) != std::string::npos);
    }
}

TEST_CASE("names of kiosks and sites are plain") {
    CHECK(is_plain_name("willow-street-2"));
    CHECK(is_plain_name(std::string(32, 'a')));
    for (const std::string& wrong : {std::string(), std::string(33, 'a'), std::string("A"), std::string("a b"),
                                     std::string("../x"), std::string("é")}) {
        CHECK_FALSE(is_plain_name(wrong));
    }
}
