#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/catalog.hpp"
#include "ui/text_engine.hpp"

#include <doctest/doctest.h>

namespace {

struct Message {
    std::string language;
    std::string id;
    std::string text;
};

// Every message of every catalog that we have.
std::vector<Message> all_messages() {
    const support::TempFolder folder;
    std::vector<Message> messages;
    for (const auto& entry : std::filesystem::directory_iterator(support::source_folder() / "assets" / "strings")) {
        if (entry.path().extension() != ".po") continue;
        const std::string language = entry.path().stem().string();
        const auto compiled = folder.path() / (language + ".mo");
        REQUIRE(support::run({"msgfmt", "-o", compiled.string(), entry.path().string()}).exit_code == 0);
        const std::string bytes = support::read_file(compiled);
        const auto catalog = ui::read_catalog(base::bytes_of(bytes)).release_value();
        for (const auto& [id, text] : catalog) {
            if (!id.empty()) messages.push_back({language, id, text});
        }
    }
    return messages;
}

// `id: text` of what cannot be shown in regular or bold.
std::vector<std::string> not_shown(const ui::TextEngine& engine, const std::vector<Message>& messages) {
    std::vector<std::string> found;
    for (const auto& message : messages) {
        for (const auto weight : {ui::Weight::regular, ui::Weight::bold}) {
            ui::TextRun run;
            run.text = message.text;
            run.language = message.language;
            run.weight = weight;
            run.stars = ui::Stars::shown; // a plural's pattern may part them
            if (engine.missing_glyphs(run) == 0) continue;
            found.push_back(message.language + " " + message.id + ": " + message.text);
            break;
        }
    }
    return found;
}

} // namespace

TEST_CASE("no message of any catalog has a character that our fonts lack") {
    const auto engine = ui::TextEngine::open().release_value();
    auto messages = all_messages();
    REQUIRE(messages.size() > 200);
    CHECK(not_shown(*engine, messages) == std::vector<std::string>{});
    messages.push_back({"en", "label_planted", "Planted \uE123"});
    CHECK(not_shown(*engine, messages) == std::vector<std::string>{"en label_planted: Planted \uE123"});
}

TEST_CASE("each language's own name can be shown among the words of any other") {
    const auto engine = ui::TextEngine::open().release_value();
    std::vector<Message> names;
    for (const char* language : {"en", "es", "ar", "ps", "zh", "my", "uk"}) {
        for (const char* name :
             {"English", "Español", "Kreyòl ayisyen", "Português", "Polski", "Tiếng Việt", "Українська", "العربية",
              "پښتو", "دری", "اردو", "हिन्दी", "বাংলা", "ខ្មែរ", "မြန်မာ", "简体中文", "繁體中文", "አማርኛ"}) {
            names.push_back({language, name, name});
        }
        for (const auto& message : all_messages()) {
            if (message.id == "language_own_name") names.push_back({language, message.text, message.text});
        }
    }
    CHECK(not_shown(*engine, names) == std::vector<std::string>{});
}
