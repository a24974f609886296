#include "kiosk/state/share_folder.hpp"

#include <algorithm>

namespace kiosk {

base::Path share_folder() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return program.parent_path().parent_path() / "share" / "family-kiosk";
}

std::vector<std::string> built_languages() {
    std::vector<std::string> languages;
    std::error_code failed;
    for (const auto& file : std::filesystem::directory_iterator(share_folder() / "strings", failed)) {
        if (file.path().extension() == ".mo") languages.push_back(file.path().stem().string());
    }
    std::sort(languages.begin(), languages.end());
    return languages;
}

} // namespace kiosk
