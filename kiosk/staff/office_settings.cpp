#include "kiosk/staff/office_settings.hpp"

#include <algorithm>

namespace kiosk {

namespace {

constexpr base::Literal kept_name{"office_settings"};

} // namespace

OfficeSettings::OfficeSettings(storage::Store& store, Settings& live, std::vector<std::string> built,
                               base::EventLog& log, Arrange arrange)
    : store_(store), live_(live), file_(live), built_(std::move(built)), arrange_(std::move(arrange)),
      choices_(choices_in(file_)) {
    if (use_kept().is_error()) log.write("office_settings_unread");
    has_new_languages_ = false; // nothing is loaded yet
}

base::Result<void> OfficeSettings::use_kept() {
    const auto kept = TRY(store_.find_kept(kept_name));
    if (kept) use(TRY(read_choices(kept->text(), file_)));
    return {};
}

void OfficeSettings::use(OfficeChoices choices) {
    // Words that an update took away are not missed.
    std::erase_if(choices.languages,
                  [&](const std::string& language) { return std::ranges::find(built_, language) == built_.end(); });
    if (choices.languages.empty()) choices.languages = file_.languages;
    has_new_languages_ = has_new_languages_ || choices.languages != choices_.languages;
    choices_ = std::move(choices);
    use_choices(choices_, file_, live_);
    if (arrange_) live_.languages = arrange_(choices_.languages);
}

base::Result<void> OfficeSettings::change(const StaffSession& by, const OfficeChoices& choices) {
    TRY(demand(by, StaffAction::change_settings));
    // Read as it will be read, so that nothing is kept which the next start does not take.
    const std::string text = choices_text(choices, file_);
    OfficeChoices read = TRY(read_choices(text, file_));
    TRY(store_.keep(kept_name, base::Secret(base::bytes_of(text)), "settings_changed", {{"by", by.number}}));
    use(std::move(read));
    return {};
}

} // namespace kiosk
