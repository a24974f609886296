#include "base/files.hpp"

#include "tests/support/shell.hpp"
#include "tests/support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace base;

namespace {

unsigned mode_of(const Path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

// Sets the umask for one test.
class Umask {
public:
    explicit Umask(mode_t mask) : before_(::umask(mask)) {}
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    ~Umask() { ::umask(before_); }

private:
    mode_t before_;
};

} // namespace

TEST_CASE("a file is read whole, and refused when it is larger than expected") {
    const support::TempFolder folder;
    DiskFiles files;
    const Path path = folder.path() / "file";
    support::write_file(path, "twelve bytes");
    CHECK(text_of(files.read(path, 12).value()) == "twelve bytes");
    const auto larger = files.read(path, 11);
    REQUIRE(larger.is_error());
    CHECK(larger.error().message.find("11 bytes") != std::string::npos);
    CHECK(files.read(folder.path() / "missing", 100).is_error());
    support::write_file(path, "");
    CHECK(files.read(path, 0).value().empty());
}

TEST_CASE("nothing but a regular file is read, and a pipe without a writer does not make the kiosk wait") {
    const support::TempFolder folder;
    DiskFiles files;
    support::write_file(folder.path() / "file", "text");
    std::filesystem::create_symlink(folder.path() / "file", folder.path() / "link");
    REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    std::filesystem::create_directory(folder.path() / "folder");
    for (const char* name : {"link", "pipe", "folder"}) CHECK(files.read(folder.path() / name, 100).is_error());
    CHECK(files.read("/dev/zero", 100).is_error());
}

TEST_CASE("a new file is never written over anything, not even through a link") {
    const support::TempFolder folder;
    DiskFiles files;
    support::write_file(folder.path() / "file", "old");
    std::filesystem::create_symlink(folder.path() / "elsewhere", folder.path() / "link");
    for (const char* name : {"file", "link"}) {
        CHECK(files.write_new(folder.path() / name, bytes_of("new"), FileAccess::owner_only).is_error());
    }
    CHECK(support::read_file(folder.path() / "file") == "old");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "elsewhere"));
}

TEST_CASE("files and folders have the access that was asked for, whatever the umask") {
    for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{077}}) {
        const support::TempFolder folder;
        const Umask umask(mask);
        DiskFiles files;
        REQUIRE_FALSE(files.write_new(folder.path() / "key", {}, FileAccess::owner_only).is_error());
        REQUIRE_FALSE(files.write_new(folder.path() / "sealed", {}, FileAccess::readable_by_all).is_error());
        REQUIRE_FALSE(files.make_folder(folder.path() / "keys", FolderAccess::owner_only).is_error());
        REQUIRE_FALSE(files.make_folder(folder.path() / "a" / "b", FolderAccess::readable_by_all).is_error());
        CHECK(mode_of(folder.path() / "key") == 0600);
        CHECK(mode_of(folder.path() / "sealed") == 0644);
        CHECK(mode_of(folder.path() / "keys") == 0700);
        CHECK(mode_of(folder.path() / "a") == 0755);
        CHECK(mode_of(folder.path() / "a" / "b") == 0755);
    }
}

TEST_CASE("an existing folder is left as it is") {
    const support::TempFolder folder;
    DiskFiles files;
    REQUIRE_FALSE(files.make_folder(folder.path() / "keys", FolderAccess::owner_only).is_error());
    support::write_file(folder.path() / "keys" / "key", "kept");
    CHECK_FALSE(files.make_folder(folder.path() / "keys", FolderAccess::readable_by_all).is_error());
    CHECK(mode_of(folder.path() / "keys") == 0700);
    CHECK(support::read_file(folder.path() / "keys" / "key") == "kept");
}

TEST_CASE("replacing a file gives the old or the new one, and leaves nothing beside it") {
    const support::TempFolder folder;
    DiskFiles files;
    const Path path = folder.path() / "file";
    REQUIRE_FALSE(files.replace(path, bytes_of("first"), FileAccess::owner_only).is_error());
    CHECK(support::read_file(path) == "first");
    support::write_file(folder.path() / "file.part", "left by a power cut");
    REQUIRE_FALSE(files.replace(path, bytes_of("second"), FileAccess::readable_by_all).is_error());
    CHECK(support::read_file(path) == "second");
    CHECK(mode_of(path) == 0644);
    CHECK(files.list(folder.path()).value() == std::vector<std::string>{"file"});
}

TEST_CASE("replacing syncs the bytes before the name and the name before it returns, and stops at the first fault") {
    // Notes each step and fails at one of them.
    class NotingFiles final : public Files {
    public:
        explicit NotingFiles(std::size_t fault) : fault_(fault) {}
        Result<Bytes> read(const Path&, std::size_t) override { return call_staff("not asked for"); }
        Result<void> write_new(const Path& path, ByteView, FileAccess) override {
            return note("write " + path.string());
        }
        Result<void> rename(const Path& from, const Path& to) override {
            return note("rename " + from.string() + ' ' + to.string());
        }
        Result<void> sync_folder(const Path& folder) override { return note("sync " + folder.string()); }
        Result<void> remove(const Path& path) override { return note("remove " + path.string()); }
        Result<bool> exists(const Path&) override { return false; }
        Result<std::vector<std::string>> list(const Path&) override { return call_staff("not asked for"); }
        Result<void> make_folder(const Path&, FolderAccess) override { return call_staff("not asked for"); }
        std::vector<std::string> steps;

    private:
        Result<void> note(std::string step) {
            if (steps.size() == fault_) return retry_later("planted");
            steps.push_back(std::move(step));
            return {};
        }
        std::size_t fault_;
    };
    const std::vector<std::string> order{"remove a/file.part", "write a/file.part", "rename a/file.part a/file",
                                         "sync a"};
    for (std::size_t fault = 0; fault <= order.size(); ++fault) {
        NotingFiles files(fault);
        const auto result = files.replace("a/file", bytes_of("text"), FileAccess::owner_only);
        CHECK(result.is_error() == (fault < order.size()));
        CHECK(files.steps ==
              std::vector<std::string>(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(fault)));
    }
}

TEST_CASE("removing, looking and listing tell what is there and what is not") {
    const support::TempFolder folder;
    DiskFiles files;
    support::write_file(folder.path() / "b", "");
    support::write_file(folder.path() / "a", "");
    std::filesystem::create_symlink("nowhere", folder.path() / "c");
    CHECK(files.list(folder.path()).value() == std::vector<std::string>{"a", "b", "c"});
    CHECK(files.exists(folder.path() / "c").value());
    CHECK_FALSE(files.exists(folder.path() / "d").value());
    CHECK_FALSE(files.exists(folder.path() / "a" / "below").value());
    CHECK_FALSE(files.remove(folder.path() / "a").is_error());
    CHECK_FALSE(files.remove(folder.path() / "a").is_error());
    CHECK_FALSE(files.exists(folder.path() / "a").value());
    REQUIRE_FALSE(files.rename(folder.path() / "b", folder.path() / "d").is_error());
    CHECK(files.list(folder.path()).value() == std::vector<std::string>{"c", "d"});
    CHECK(files.list(folder.path() / "missing").is_error());
    CHECK(files.rename(folder.path() / "b", folder.path() / "e").is_error());
    CHECK(files.sync_folder(folder.path() / "missing").is_error());
}

TEST_CASE("an error of the disk names the file and calls for staff") {
    DiskFiles files;
    const auto missing = files.read("/nowhere/at/all", 10);
    REQUIRE(missing.is_error());
    CHECK(missing.error().kind == ErrorKind::call_staff);
    CHECK(missing.error().message.starts_with("/nowhere/at/all: cannot open: "));
}
