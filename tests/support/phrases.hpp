// A phrasebook for tests, compiled by the real msgfmt from our catalogs or from a few lines of one.
#pragma once

#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/phrasebook.hpp"

#include <algorithm>

namespace support {

// "msgid" → "msgstr" pairs in po syntax, with the head that msgfmt asks for.
inline void compile_catalog(const std::filesystem::path& folder, const std::string& language,
                            const std::string& messages) {
    const auto po = folder / (language + ".po");
    write_file(po, "msgid \"\"\nmsgstr \"\"\n\"Language: " + language +
                       "\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n" + messages);
    const auto result = run({"msgfmt", "-o", (folder / (language + ".mo")).string(), po.string()});
    base::invariant(result.exit_code == 0, "a test's catalog compiles");
}

// Every language that has words in assets/strings, drafts too.
inline std::vector<std::string> house_languages() {
    std::vector<std::string> languages;
    for (const auto& file : std::filesystem::directory_iterator(source_folder() / "assets" / "strings")) {
        if (file.path().extension() == ".po") languages.push_back(file.path().stem().string());
    }
    std::sort(languages.begin(), languages.end());
    return languages;
}

// Our own catalogs, compiled once for all tests of a program.
inline const std::filesystem::path& house_catalogs() {
    static const TempFolder folder;
    static const std::filesystem::path compiled = [] {
        for (const auto& language : house_languages()) {
            const auto po = source_folder() / "assets" / "strings" / (language + ".po");
            const auto result = run({"msgfmt", "-o", (folder.path() / (language + ".mo")).string(), po.string()});
            base::invariant(result.exit_code == 0, "our catalogs compile");
        }
        return folder.path();
    }();
    return compiled;
}

inline ui::Phrasebook house_phrases(const std::vector<std::string>& languages) {
    auto book = ui::Phrasebook::load(house_catalogs(), languages, "America/New_York");
    base::invariant(!book.is_error(), "our catalogs load");
    return book.release_value();
}

} // namespace support
