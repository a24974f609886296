#include "storage/ballast.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

using storage::Ballast;

TEST_CASE("a ballast takes its whole size on a real disk, once, and gives it back") {
    const support::TempFolder folder;
    const auto file = folder.path() / "ballast";
    Ballast ballast(folder.path() / "kiosk.db", nullptr);
    CHECK(ballast.fill());
    CHECK(std::filesystem::file_size(file) == static_cast<std::uintmax_t>(Ballast::size));
    CHECK(ballast.fill());
    CHECK(std::filesystem::file_size(file) == static_cast<std::uintmax_t>(Ballast::size));
    CHECK(ballast.give_up());
    CHECK(!std::filesystem::exists(file));
}
