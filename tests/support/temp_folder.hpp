// A folder for one test, removed with everything in it when the test ends. Any thread.
#pragma once

#include "base/result.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace support {

class TempFolder {
public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "kiosk-test-XXXXXX").string();
        base::invariant(::mkdtemp(name.data()) != nullptr, "a test can make a temporary folder");
        path_ = name;
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace support
