#include "kiosk/screens/audit_words.hpp"

#include "tests/support/phrases.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

// An entry of the event as the log has it: all of its fields, each of this value.
AuditLine line_of(const storage::AuditEventKind& kind, std::int64_t value) {
    AuditLine line{12, base::UtcTime{}, &kind, {}};
    for (std::string_view rest = kind.fields; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        line.fields.push_back({std::string(rest.substr(0, end)), value});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return line;
}

} // namespace

TEST_CASE("every event of the catalogue has words of its own in English and Spanish, all of its places filled") {
    auto words = support::house_phrases({"en", "es"});
    for (const auto& kind : storage::audit_events) {
        CAPTURE(kind.name);
        const std::string id = "note_audit_" + std::string(kind.name);
        for (const char* language : {"en", "es"}) {
            CHECK(words.has(language, id.c_str()));
            REQUIRE(words.set_language(language));
            for (const std::int64_t value : {0, 1, 2}) {
                const std::string said = audit_words(words, line_of(kind, value)).text();
                CHECK(said.find_first_of("{}") == std::string::npos);
                CHECK(said.find("⟦") == std::string::npos);
                CHECK(said.size() > 10);
            }
        }
    }
}

TEST_CASE("an entry tells who, what and when; what cannot be read says so") {
    auto words = support::house_phrases({"en", "es"});
    const auto said = [&](const AuditLine& line) { return ui::plain_text(audit_words(words, line).text()); };
    AuditLine line = line_of(*storage::find_audit_event("visit_called"), 3);
    line.at = std::chrono::sys_days(std::chrono::year(2026) / 10 / 13) + std::chrono::hours(20);
    CHECK(said(line) == "Staff 3 called Laurel 3.");
    line.fields.pop_back(); // as older kiosks wrote it
    CHECK(said(line) == "Staff 3 called ticket 3.");
    CHECK(ui::plain_text(audit_place(words, line).text()) == "Oct 13, 4:00 PM. Entry 12");
    CHECK(said(line_of(*storage::find_audit_event("audit_exported"), 0)) == "IT made a signed copy of this log.");
    CHECK(said({.number = 4}) == "This entry was changed. It cannot be read.");
    CHECK(ui::plain_text(audit_place(words, {.number = 4}).text()) == "Entry 4");
    CHECK(said({.number = 4, .at = base::UtcTime{}}) == "A newer kiosk wrote this. There are no words for it here.");
}
