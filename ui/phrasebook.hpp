// The phrasebook: every word for people, by message id, in every language offered. Catalogs are gettext .mo files made
// from assets/strings/<language>.po; each message is an ICU message pattern (plurals, dates, times, lists by ICU).
// A message missing in a language falls back to English; missing in English, to its id in ⟦⟧, which tests refuse.
// Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"
#include "ui/words.hpp"

#include <initializer_list>
#include <memory>
#include <variant>

namespace ui {

// A phone number or a code: read from left to right in every language. Its stars and direction marks are taken out.
struct LeftToRight {
    std::string text;
};

// What fills a {place} in a pattern. Texts are set apart by bidi isolates (FSI … PDI) so that names, codes and times
// keep their order in right-to-left sentences; so are numbers with dashes, colons or slashes that a message itself
// holds, as 2-1-1 does. A list is joined as the language does ("A, B and C").
struct Fill {
    const char* place;
    std::variant<std::int64_t, std::string, LeftToRight, base::UtcTime, Words, std::vector<Words>> value;
};

enum class Direction { left_to_right, right_to_left };

struct LanguageName {
    std::string code;     // BCP 47: "en", "es", "ar-XB"
    std::string own_name; // "Español", from the catalog's message `language_own_name`
    std::string greeting; // "Bienvenidos", from `greeting_short`
};

class Phrasebook {
public:
    // Loads the catalogs of `languages` from `folder`; English is always loaded. Two pseudo-locales need no file:
    // "en-XA" (+40 %, accented, bracketed) and "ar-XB" (right-to-left), both made from English.
    // `time_zone`: IANA name; times and dates are shown in it. Unknown zone, missing or damaged catalog: call_staff.
    [[nodiscard]] static base::Result<Phrasebook>
    load(const base::Path& folder, const std::vector<std::string>& languages, const std::string& time_zone);
    Phrasebook(Phrasebook&&) noexcept;
    Phrasebook& operator=(Phrasebook&&) noexcept;
    ~Phrasebook();

    [[nodiscard]] const std::vector<LanguageName>& languages() const; // in the order given to load
    [[nodiscard]] const std::string& language() const;
    [[nodiscard]] bool set_language(const std::string& code); // false: not offered
    [[nodiscard]] Direction direction() const;

    // The message `id` in the language in use. `*b*` in a message marks bold: the canvas shows it so.
    [[nodiscard]] Words operator()(const char* id, std::initializer_list<Fill> fills = {}) const;
    // The same in a named language (a language's own greeting on the home page).
    [[nodiscard]] Words in(const std::string& code, const char* id, std::initializer_list<Fill> fills = {}) const;
    [[nodiscard]] bool has(const std::string& code, const char* id) const;

    // First letters of names, as one would write them in this language: "M.", "M. y T."
    [[nodiscard]] Words initials(const std::vector<std::string>& names) const;

private:
    struct Parts;
    explicit Phrasebook(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace ui
