// The settings that an office changes on the screen: kept in the store over kiosk.toml, and in force at once. Main
// thread.
#pragma once

#include "base/event_log.hpp"
#include "kiosk/staff/staff_session.hpp"
#include "kiosk/state/office_choices.hpp"
#include "storage/store.hpp"

#include <functional>

namespace kiosk {

class OfficeSettings {
public:
    // How the chosen languages stand in the settings of this run: with what a tour adds, and its first one first.
    using Arrange = std::function<std::vector<std::string>(std::vector<std::string>)>;

    // `live` comes as read from kiosk.toml and has what was chosen from now on; it and the rest outlive this. `built`:
    // the languages that there are words for. What was kept and cannot be read is logged as `office_settings_unread`,
    // and the file counts.
    OfficeSettings(storage::Store& store, Settings& live, std::vector<std::string> built, base::EventLog& log,
                   Arrange arrange = {});

    [[nodiscard]] const OfficeChoices& choices() const { return choices_; }
    [[nodiscard]] const std::vector<std::string>& built() const { return built_; }
    // Kept with its audit event, or nothing changes. ask_again: names the key and what is allowed.
    [[nodiscard]] base::Result<void> change(const StaffSession& by, const OfficeChoices& choices);
    // Words of other languages are to be loaded. True once.
    [[nodiscard]] bool take_new_languages() { return std::exchange(has_new_languages_, false); }

private:
    [[nodiscard]] base::Result<void> use_kept();
    void use(OfficeChoices choices);

    storage::Store& store_;
    Settings& live_;
    const Settings file_;
    std::vector<std::string> built_;
    Arrange arrange_;
    OfficeChoices choices_;
    bool has_new_languages_ = false;
};

} // namespace kiosk
