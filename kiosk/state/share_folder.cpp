#include "kiosk/state/share_folder.hpp"

namespace kiosk {

base::Path share_folder() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return program.parent_path().parent_path() / "share" / "family-kiosk";
}

} // namespace kiosk
