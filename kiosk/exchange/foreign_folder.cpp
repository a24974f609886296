#include "kiosk/exchange/foreign_folder.hpp"

namespace kiosk {

Standing standing_at(const base::Path& path) {
    std::error_code ignored; // what cannot be looked at is not what is expected
    switch (std::filesystem::symlink_status(path, ignored).type()) {
    case std::filesystem::file_type::not_found: return Standing::nothing;
    case std::filesystem::file_type::regular: return Standing::file;
    case std::filesystem::file_type::directory: return Standing::folder;
    default: return Standing::other;
    }
}

Standing folder_at(const base::Path& root, const base::Path& relative) {
    base::Path path = root;
    for (const base::Path& part : relative) {
        path /= part;
        const Standing standing = standing_at(path);
        if (standing != Standing::folder) return standing;
    }
    return Standing::folder;
}

} // namespace kiosk
