#include "kiosk/staff/office_settings.hpp"

#include "tests/kiosk/staff/staff_world.hpp"

using namespace kiosk;
using namespace support;

namespace {

struct OfficeWorld : StaffWorld {
    const Settings file = settings;
    const std::vector<std::string> built{"ar", "en", "es"};
    StaffSession lead = session(StaffRole::supervisor);
    std::FILE* file_of_log = std::tmpfile();
    base::EventLog log{clock, file_of_log};

    OfficeWorld() = default;
    OfficeWorld(const OfficeWorld&) = delete;
    OfficeWorld& operator=(const OfficeWorld&) = delete;
    ~OfficeWorld() { std::fclose(file_of_log); }

    std::string log_text() {
        std::rewind(file_of_log);
        std::string text(4096, '\0');
        text.resize(std::fread(text.data(), 1, text.size(), file_of_log));
        return text;
    }
};

} // namespace

TEST_CASE_FIXTURE(OfficeWorld,
                  "what the office chooses counts at once and after a restart, and the log tells by whom") {
    OfficeSettings kept{*store, settings, built, log};
    OfficeChoices choices = kept.choices();
    choices.waiting_place = "Garden";
    choices.acknowledge = 20min;
    choices.languages = {"en", "ar"};
    CHECK(kept.change(front_desk, choices).is_error());
    CHECK(settings.waiting_place == "Sunroom");
    must(kept.change(lead, choices));
    CHECK(settings.waiting_place == "Garden");
    CHECK(settings.acknowledge == 20min);
    CHECK(settings.languages == std::vector<std::string>{"en", "ar"});
    CHECK(kept.take_new_languages());
    CHECK_FALSE(kept.take_new_languages());
    CHECK(logged("settings_changed") == 1);

    Settings after = file;
    const OfficeSettings again{*store, after, built, log};
    CHECK(after.waiting_place == "Garden");
    CHECK(again.choices() == choices);
}

TEST_CASE_FIXTURE(OfficeWorld, "what cannot be a setting is refused as in kiosk.toml, and nothing changes") {
    OfficeSettings kept{*store, settings, built, log};
    OfficeChoices choices = kept.choices();
    choices.acknowledge = 0min;
    CHECK(kept.change(lead, choices).is_error());
    CHECK(settings.acknowledge == file.acknowledge);
    CHECK(logged("settings_changed") == 0);
}

TEST_CASE_FIXTURE(OfficeWorld, "a language that an update took away is not missed at the next start") {
    {
        OfficeSettings kept{*store, settings, built, log};
        OfficeChoices choices = kept.choices();
        choices.languages = {"en", "es", "ar"};
        must(kept.change(lead, choices));
    }
    Settings after = file;
    const OfficeSettings again{*store, after, {"en", "es"}, log};
    CHECK(after.languages == std::vector<std::string>{"en", "es"});
}

TEST_CASE_FIXTURE(OfficeWorld, "what was kept and cannot be read is named without a word of it, and the file counts") {
    must(store->keep("office_settings", base::Secret(base::bytes_of("waiting_place = \"Garden\"\npaper = 7\n"))));
    const OfficeSettings kept{*store, settings, built, log};
    CHECK(settings.waiting_place == "Sunroom");
    CHECK(log_text().find("office_settings_unread") != std::string::npos);
    CHECK(log_text().find("Garden") == std::string::npos);
}
