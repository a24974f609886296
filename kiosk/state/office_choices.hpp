// What an office chooses for itself, over kiosk.toml, which stays as the operator wrote it. Any thread.
#pragma once

#include "kiosk/state/settings.hpp"

namespace kiosk {

// How long visitors have before a page is covered, warns or is cleared.
enum class VisitorTimes { normal, longer, longest };
[[nodiscard]] int factor_of(VisitorTimes times); // of the times in kiosk.toml: 1, 2, 3

struct OfficeChoices {
    std::string waiting_place;
    std::chrono::minutes acknowledge{10};
    std::vector<std::string> languages; // English is always among them
    std::string paper = "letter";
    std::string headphones = "detect";
    VisitorTimes times = VisitorTimes::normal;
    bool rings_desk_bell = true;

    friend bool operator==(const OfficeChoices&, const OfficeChoices&) = default;
};

// As kiosk.toml has it by itself.
[[nodiscard]] OfficeChoices choices_in(const Settings& file);
// Puts them in the place of the file's; the rest of `live` stays.
void use_choices(const OfficeChoices& choices, const Settings& file, Settings& live);

// As TOML: what differs from the file, so that a later change of the file still counts for the rest. Reading checks as
// kiosk.toml is checked; errors name the key and what is allowed, never what stands there.
[[nodiscard]] std::string choices_text(const OfficeChoices& choices, const Settings& file);
[[nodiscard]] base::Result<OfficeChoices> read_choices(std::string_view text, const Settings& file);

} // namespace kiosk
