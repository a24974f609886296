#include "kiosk/exchange/stick.hpp"

#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>

namespace {

using namespace kiosk;
using Paths = std::vector<base::Path>;

Paths sticks(std::string_view mountinfo, std::string_view removable = "") {
    return sticks_in(mountinfo, [&](std::string_view device) { return !removable.empty() && device == removable; });
}

constexpr std::string_view disk = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                                  "23 22 0:21 / /proc rw - proc proc rw\n"
                                  "24 22 8:2 / /var rw - ext4 /dev/sda2 rw\n";

TEST_CASE("a machine without sticks has none, also if it starts from a drive that can be taken out") {
    CHECK(sticks(disk).empty());
    CHECK(sticks(disk, "8:1").empty());
    CHECK(sticks(disk, "8:2").empty());
    CHECK(sticks("").empty());
    CHECK(sticks("22 1\nnonsense\n22 1 8:1 / /media/x rw -\n").empty());
}

TEST_CASE("what is mounted where sticks are mounted is one, with blanks in its name") {
    const std::string text = std::string(disk) + "40 22 8:17 / /media/kiosk/MY\\040STICK rw,nosuid shared:9 master:1 - "
                                                 "vfat /dev/sdb1 rw\n"
                                                 "41 22 0:50 / /run/media rw - tmpfs tmpfs rw\n"
                                                 "42 22 8:33 / /run/kiosk-stick rw - exfat /dev/sdc1 rw\n"
                                                 "43 22 8:49 / /run/kiosk-sticky rw - ext4 /dev/sdd1 rw\n";
    CHECK(sticks(text) == Paths{"/media/kiosk/MY STICK", "/run/kiosk-stick"});
}

TEST_CASE("a drive that can be taken out is one wherever it is mounted, and once") {
    const std::string text = std::string(disk) + "40 22 8:17 / /data/usb rw - ext4 /dev/sdb1 rw\n"
                                                 "41 22 8:17 / /data/usb rw - ext4 /dev/sdb1 rw\n";
    CHECK(sticks(text).empty());
    CHECK(sticks(text, "8:17") == Paths{"/data/usb"});
}

TEST_CASE("the stick of a demo is there while its folder is") {
    const support::TempFolder folder;
    const auto finder = stick_at(folder.path() / "stick");
    CHECK(finder().empty());
    std::filesystem::create_directory(folder.path() / "stick");
    CHECK(finder() == Paths{folder.path() / "stick"});
    std::filesystem::remove(folder.path() / "stick");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "stick");
    CHECK(finder().empty());
}

} // namespace
