#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"
#include "ui/catalog.hpp"

#include <doctest/doctest.h>

using namespace ui;

namespace {

const char* const po = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
                       "msgid \"button_finish\"\nmsgstr \"Terminar\"\n\n"
                       "msgid \"note_later\"\nmsgstr \"\"\n\n"
                       "msgid \"title_welcome\"\nmsgstr \"¡Bienvenidos, niños!\"\n";

std::string compiled(const std::string& source, const std::string& option) {
    const support::TempFolder folder;
    support::write_file(folder.path() / "x.po", source);
    const auto result =
        support::run({"msgfmt", option, "-o", (folder.path() / "x.mo").string(), (folder.path() / "x.po").string()});
    REQUIRE(result.exit_code == 0);
    return support::read_file(folder.path() / "x.mo");
}

} // namespace

TEST_CASE("a catalog that msgfmt made is read, in either byte order") {
    for (const std::string option : {"--endianness=little", "--endianness=big"}) {
        const std::string file = compiled(po, option);
        auto catalog = read_catalog(base::bytes_of(file));
        REQUIRE_FALSE(catalog.is_error());
        CHECK(catalog.value().at("button_finish") == "Terminar");
        CHECK(catalog.value().at("title_welcome") == "¡Bienvenidos, niños!");
        CHECK_FALSE(catalog.value().contains("note_later")); // not translated yet
    }
}

TEST_CASE("a catalog cut at any length is refused and read no further than its end") {
    const std::string file = compiled(po, "--no-hash");
    for (std::size_t length = 0; length < file.size(); ++length) {
        const std::vector<std::uint8_t> cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(length));
        CAPTURE(length);
        CHECK(read_catalog(cut).is_error());
    }
    CHECK_FALSE(read_catalog(base::bytes_of(file)).is_error());
}

TEST_CASE("a catalog with any byte flipped is refused or read within its bounds") {
    const std::string file = compiled(po, "--no-hash");
    int refused = 0;
    for (std::size_t at = 0; at < file.size(); ++at) {
        for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
            std::vector<std::uint8_t> damaged(file.begin(), file.end());
            damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ flip);
            auto catalog = read_catalog(damaged);
            if (catalog.is_error()) {
                ++refused;
                CHECK(catalog.error().kind == base::ErrorKind::call_staff);
            }
        }
    }
    CHECK(refused > 60);
}

TEST_CASE("gettext's own plurals and text that is not UTF-8 are refused") {
    const std::string plural = std::string(po) + "\nmsgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"a\"\n";
    CHECK(read_catalog(base::bytes_of(compiled(plural, "--no-hash"))).is_error());
    std::string file = compiled(po, "--no-hash");
    file[file.find("Terminar")] = '\xFF';
    CHECK(read_catalog(base::bytes_of(file)).is_error());
}
