#include "kiosk/state/office_choices.hpp"
#include "tests/support/shell.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

Settings file() {
    Settings settings;
    settings.waiting_place = "Sunroom";
    settings.languages = {"en", "es"};
    return settings;
}

std::string refused(std::string_view text) {
    const auto read = read_choices(text, file());
    return read.is_error() ? read.error().message : "";
}

} // namespace

TEST_CASE("what an office chose reads back equal, and only what differs from the file is written") {
    OfficeChoices choices = choices_in(file());
    CHECK(choices_text(choices, file()) == "\n");
    choices.waiting_place = "The \"blue\" room, sala azul ñ";
    choices.acknowledge = 20min;
    choices.languages = {"en", "vi", "ar"};
    choices.paper = "a4";
    choices.headphones = "always";
    choices.times = VisitorTimes::longest;
    choices.rings_desk_bell = false;
    CHECK(read_choices(choices_text(choices, file()), file()).value() == choices);
    OfficeChoices one = choices_in(file());
    one.paper = "a4";
    const std::string text = choices_text(one, file());
    CHECK(text.find("paper") != std::string::npos);
    CHECK(text.find("waiting_place") == std::string::npos);
    Settings later = file();
    later.waiting_place = "Garden"; // kiosk.toml was changed meanwhile
    CHECK(read_choices(text, later).value().waiting_place == "Garden");
}

TEST_CASE("what is wrong in it is named by its key, as in kiosk.toml, and never by what stands there") {
    CHECK(refused("paper = \"a5\"") == "paper must be letter or a4");
    CHECK(refused("acknowledge_minutes = 0") == "acknowledge_minutes must be a whole number from 1 to 120");
    CHECK(refused("desk_bell = 1") == "desk_bell must be true or false");
    CHECK(refused("headphones = \"maybe\"").starts_with("headphones must"));
    CHECK(refused("visitor_times = \"endless\"").starts_with("visitor_times must"));
    CHECK(refused("waiting_place = \"a\\nb\"").starts_with("waiting_place must"));
    CHECK(refused("languages = []").starts_with("languages must"));
    CHECK(refused("kiosk = \"other\"") == "kiosk is not a setting");
    CHECK(refused("secret words = =") == "the office's settings are not TOML");
}

TEST_CASE("English is always among the languages, whatever the file has") {
    Settings spanish = file();
    spanish.languages = {"es"};
    CHECK(choices_in(spanish).languages == std::vector<std::string>{"es", "en"});
}

TEST_CASE("longer times are the file's own, two or three times as long, and the staff's stay") {
    Settings own = file();
    own.timers.warning = 200s;
    Settings live = own;
    OfficeChoices choices = choices_in(own);
    choices.times = VisitorTimes::longest;
    use_choices(choices, own, live);
    CHECK(live.timers.warning == 600s);
    CHECK(live.timers.cover == 3 * own.timers.cover);
    CHECK(live.timers.staff == own.timers.staff);
    choices.times = VisitorTimes::normal;
    use_choices(choices, own, live);
    CHECK(live.timers.warning == 200s);
}
